/** Environments whose rows are statements, and how rows and cells make one statement or several. */
import { type Atom, isCommand, isSign } from './atom.js';

const ALIGNMENTS = new Set([
  ...['align', 'aligned', 'alignat', 'alignedat', 'gather', 'gathered', 'multline', 'multlined'],
  ...['equation', 'split', 'eqnarray', 'flalign', 'displaymath', 'math', 'dmath'],
]);

export const isAlignment = (environment: string): boolean =>
  ALIGNMENTS.has(environment.replace('*', ''));

type Row = readonly (readonly Atom[])[];

const RELATION_COMMANDS = new Set([
  ...['le', 'ge', 'lt', 'gt', 'ne', 'defined', 'equiv', 'approx', 'propto', 'sim', 'simeq', 'cong'],
  ...['to', 'leftarrow', 'mapsto', 'in', 'notin', 'subset', 'subseteq', 'll', 'gg', 'perp'],
  ...['implies', 'iff', 'prec', 'succ'],
]);

/** True of a relation of any kind, and of arrows. */
export const isRelation = (atom: Atom | undefined): boolean =>
  isSign(atom, '=', '==', ':=', '<', '>') ||
  (atom?.kind === 'command' && RELATION_COMMANDS.has(atom.text));

/** What joins two parts of an expression. */
export const isOperator = (atom: Atom | undefined): boolean =>
  isSign(atom, '+', '-', '*', '/') || isCommand(atom, 'cdot', 'ast', 'times', 'odot');

/** The statements that rows make: a row without a left side goes on with the one before it. */
export function statementsOf(rows: readonly Row[]): Atom[][] {
  const statements: Atom[][] = [];
  for (const row of rows.flatMap(unfolded)) {
    const pairs = pairsOf(row);
    pairs.forEach((pair, k) => {
      const atoms = pair.flat();
      if (withoutSpace(atoms).length === 0) return;
      const last = statements.at(-1);
      if (last && goesOn(pair, row.length > 1, k, last)) last.push(...indented(atoms, k));
      else statements.push(atoms);
    });
  }
  return statements;
}

/** An alignment inside a row takes what stands before it into its first row. */
function unfolded(row: Row): Row[] {
  const flat = row.flat();
  const at = flat.findIndex((atom) => atom.kind === 'rows' && isAlignment(atom.text));
  const inner = flat[at];
  if (!inner) return [row];
  const rows = inner.rows.flatMap(unfolded);
  const [before, after] = [flat.slice(0, at), flat.slice(at + 1)];
  const [first = [], ...others] = rows;
  const [cell = [], ...cells] = first;
  const opened: Row[] = [[[...before, ...cell], ...cells], ...others];
  const last = opened.at(-1) ?? [];
  return [...opened.slice(0, -1), [...last.slice(0, -1), [...(last.at(-1) ?? []), ...after]]];
}

/** Cells two by two: a left side and what follows it. */
function pairsOf(row: Row): (readonly Atom[])[][] {
  const pairs: (readonly Atom[])[][] = [];
  row.forEach((cell, k) => {
    if (k % 2 === 0) pairs.push([cell]);
    else pairs.at(-1)?.push(cell);
  });
  return pairs;
}

/** The space before what goes on in the first column is an indentation. */
const indented = (atoms: readonly Atom[], column: number): readonly Atom[] =>
  column === 0 ? atoms.slice(atoms.findIndex((atom) => !isSign(atom, 'quad'))) : atoms;

const withoutSpace = (atoms: readonly Atom[]): Atom[] =>
  atoms.filter((atom) => !isSign(atom, 'quad'));

function goesOn(
  pair: readonly (readonly Atom[])[],
  isAligned: boolean,
  column: number,
  before: readonly Atom[],
): boolean {
  const atoms = withoutSpace(pair.flat());
  const [first] = atoms;
  const left = withoutSpace(pair[0] ?? []);
  const last = withoutSpace(before).at(-1);
  const isText = atoms.every(
    (atom) => atom.kind === 'text' || isSign(atom, ',', '.', ';', '(', ')'),
  );
  if (isText || isRelation(first) || isRelation(last) || isOperator(last)) return true;
  if (!atoms.some(isRelation)) return true;
  return isAligned && column === 0 && left.length === 0;
}
