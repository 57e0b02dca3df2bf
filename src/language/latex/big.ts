/** `\sum`, `\prod`, `\max`, `\min`, `\int`: their letters and ranges. */
import type { Axis } from '../../kernel/context.js';
import type { Operator } from '../../term/operator.js';
import type { Term } from '../../term/term.js';
import { closeBinder } from '../clause.js';
import type { Local } from '../scope.js';
import { requireCondition, requireIndex, requireNumber } from '../sort-check.js';
import { INTEGER, REAL } from '../sorts.js';
import { type Atom, contentOf, isCommand, isSign } from './atom.js';
import type { FormulaReader } from './formula-reader.js';
import { splitAt } from './indices.js';
import { letterName } from './symbol.js';

/** A letter of a big operator, with what is written of its range. */
interface Letter {
  readonly atom: Atom;
  readonly name: string;
  readonly lo?: readonly Atom[];
  readonly hi?: readonly Atom[];
}

/** A sum, product, maximum or minimum over indices; the operator is next. */
export function readBig(reader: FormulaReader, op: Operator): Term {
  const atom = reader.next();
  const { letters, conditions } = readHead(reader, atom);
  const opened = letters.map((letter) => {
    const axis = rangeOf(reader, letter);
    const local = reader.scope.bind(letter.name, INTEGER, axis);
    if (!axis) reader.setting.unranged.set(local.symbol, []);
    return { letter, local, axis };
  });
  const guards = conditions.map((atoms) => {
    const condition = reader.read(atoms, atoms[0] ?? atom);
    requireCondition(reader, condition, atoms[0] ?? atom);
    return condition;
  });
  let body = reader.product();
  let condition = guards.reduceRight<Term | undefined>(
    (rest, each) => (rest ? reader.arena.make('and', [each, rest]) : each),
    undefined,
  );
  for (const { letter, local, axis } of opened.reverse()) {
    const range = axis ?? inferred(reader, letter, local);
    body = closeBinder(reader, op, { local, axis: range, condition }, body);
    condition = undefined;
    reader.ended.push({ name: letter.name, operator: atom });
  }
  return body;
}

/** The parts below and above the sign. */
function readHead(
  reader: FormulaReader,
  atom: Atom,
): { letters: readonly Letter[]; conditions: readonly (readonly Atom[])[] } {
  if (!atom.sub)
    throw reader.error(`\\${atom.text} has no index`, atom, {
      expected: `\\${atom.text}_{i=1}^{n}`,
    });
  const separators = atom.sub[0]?.kind === 'rows' ? ['\n'] : [',', ';'];
  const parts = splitAt(atom.sub.flatMap(stacked), ...separators).filter((part) => part.length > 0);
  const letters: Letter[] = [];
  const conditions: (readonly Atom[])[] = [];
  for (const part of parts) {
    const isRanged = letters.some(({ lo }) => lo);
    const letter = isRanged && !isRange(part) ? undefined : readLetter(reader, part, atom);
    const isKnown = letter && letters.some(({ name }) => name === letter.name);
    if (letter && !isKnown) letters.push(letter);
    const isCondition = !letter || !isRange(part) || isKnown;
    if (isCondition && (part.length > 1 || !letter)) conditions.push(part);
  }
  if (letters.length === 0)
    throw reader.error(`the index of \\${atom.text} is not clear`, atom.sub[0] ?? atom, {
      expected: 'i, i=1, 1 \\le i \\le n, i \\in \\{1, \\dots, n\\} or i \\ne j',
    });
  return { letters: withSharedRange(letters, atom), conditions };
}

/** The rows of a \substack as parts. */
function stacked(atom: Atom): Atom[] {
  if (atom.kind !== 'rows' || atom.text !== 'substack') return [atom];
  return atom.rows.flatMap((row, k) => {
    const separator: Atom = { ...atom, kind: 'sign', text: '\n', rows: [] };
    return k === 0 ? row.flat() : [separator, ...row.flat()];
  });
}

const isRelation = (atom: Atom): boolean =>
  isSign(atom, '<', '>') || isCommand(atom, 'ne', 'le', 'ge', 'lt', 'gt');

/** True of a part that gives a letter its whole range. */
const isRange = (part: readonly Atom[]): boolean =>
  part.length === 1 || isSign(part[1], '=') || isCommand(part[1], 'in') || isSandwich(part);

/** `1 \le i \le n` */
const isSandwich = (part: readonly Atom[]): boolean =>
  part.filter((atom) => isCommand(atom, 'le')).length === 2 &&
  !part.some((atom) => isSign(atom, '='));

function readLetter(
  reader: FormulaReader,
  part: readonly Atom[],
  operator: Atom,
): Letter | undefined {
  if (isSandwich(part)) {
    const first = part.findIndex((atom) => isCommand(atom, 'le'));
    const second = part.findLastIndex((atom) => isCommand(atom, 'le'));
    const atom = part[first + 1];
    const name = second === first + 2 && atom ? letterName(atom) : undefined;
    return atom && name !== undefined
      ? { atom, name, lo: part.slice(0, first), hi: part.slice(second + 1) }
      : undefined;
  }
  const [atom, sign] = part;
  const name = atom && letterName(atom);
  if (!atom || name === undefined) return undefined;
  if (!sign) return { atom, name, ...(operator.sup ? { hi: operator.sup } : {}) };
  if (isSign(sign, '='))
    return { atom, name, lo: part.slice(2), ...(operator.sup ? { hi: operator.sup } : {}) };
  if (isCommand(sign, 'in')) return { atom, name, ...setRange(reader, part.slice(2), atom) };
  if (!isRelation(sign)) return undefined;
  const other = part[2] && part.length === 3 ? letterName(part[2]) : undefined;
  const meaning = other === undefined ? undefined : reader.scope.lookup(other);
  const isOpenPair =
    !isCommand(sign, 'ne') && meaning?.what === 'declared' && meaning.declaration.kind === 'index';
  if (isOpenPair)
    throw reader.error(
      `\\${operator.text}_{${reader.quote(...part)}} can be read in two ways: over ${name} alone, or over ${name} and ${other}`,
      sign,
      {
        hint: `write \\${operator.text}_{${other}} \\${operator.text}_{${reader.quote(...part)}} for both`,
      },
    );
  return { atom, name, ...(operator.sup ? { hi: operator.sup } : {}) };
}

/** `\{a, \dots, b\}`, `[n]` */
function setRange(
  reader: FormulaReader,
  set: readonly Atom[],
  atom: Atom,
): Pick<Letter, 'lo' | 'hi'> {
  const [only] = set;
  if (set.length === 1 && only?.kind === 'fenced' && !only.sub && !only.sup) {
    const items = splitAt(contentOf(only), ',');
    if (only.text === '{' && items.some((item) => isCommand(item[0], 'dots') && item.length === 1))
      return { lo: items[0] ?? [], hi: items.at(-1) ?? [] };
    if (only.text === '[' && items.length === 1)
      return {
        lo: [{ ...atom, kind: 'number', text: '1', offset: 0, end: 0 }],
        hi: items[0] ?? [],
      };
  }
  throw reader.error(`the range ${reader.quote(...set)} of an index is not known`, only ?? atom, {
    expected: '\\{a, \\dots, b\\}',
  });
}

/** In `i,j=1` with one upper end, both letters run from 1. */
function withSharedRange(letters: readonly Letter[], operator: Atom): Letter[] {
  const last = letters.at(-1);
  if (!last?.lo || !last.hi || !operator.sup) return [...letters];
  return letters.map((letter) => (letter.lo ? letter : { ...letter, ...pick(last) }));
}

const pick = ({ lo = [], hi = [] }: Letter): Pick<Letter, 'lo' | 'hi'> => ({ lo, hi });

/** The written or declared range of a letter; undefined when its use has to tell. */
function rangeOf(reader: FormulaReader, { atom, name, lo, hi }: Letter): Axis | undefined {
  const bound = (atoms: readonly Atom[]): Term => {
    const term = reader.read(atoms, atoms[0] ?? atom, 'sum');
    requireIndex(reader, term, atoms[0] ?? atom, 'the bound of a range');
    return term;
  };
  const declared = reader.scope.defaultAxis(name);
  if (lo && hi) return { lo: bound(lo), hi: bound(hi) };
  if (lo)
    throw reader.error(`the range of ${name} has no upper end`, atom, { expected: '_{i=1}^{n}' });
  if (!hi) {
    refuseVariable(reader, name, atom, declared);
    return declared;
  }
  // An upper end alone: that of the declared range, or of the axes in which the letter stands.
  return declared?.hi === bound(hi) ? declared : undefined;
}

function refuseVariable(
  reader: FormulaReader,
  name: string,
  atom: Atom,
  declared: Axis | undefined,
): void {
  const meaning = reader.scope.lookup(name);
  if (declared || meaning?.what !== 'declared' || meaning.declaration.kind === 'index') return;
  throw reader.error(`${name} is no index: nothing runs over it here`, atom, {
    expected: 'an index with a range',
  });
}

/** The one axis in which a letter without a range stands as an index. */
function inferred(reader: FormulaReader, { atom, name, hi: end }: Letter, local: Local): Axis {
  const axes = reader.setting.unranged.get(local.symbol) ?? [];
  reader.setting.unranged.delete(local.symbol);
  const [axis] = axes;
  if (axis && axes.every(({ lo, hi }) => lo === axis.lo && hi === axis.hi)) {
    if (end && reader.read(end, end[0] ?? atom, 'sum') !== axis.hi)
      throw reader.error(
        `the index ${name} stands in an axis that does not end at ${reader.quote(...end)}`,
        end[0] ?? atom,
        { expected: '_{i=1}^{n}' },
      );
    return axis;
  }
  if (end && !axis)
    throw reader.error(`the range of ${name} has no lower end`, end[0] ?? atom, {
      expected: '_{i=1}^{n}',
    });
  const why = axis ? 'stands in axes of different ranges' : 'has no range';
  throw reader.error(`the index ${name} ${why}`, atom, {
    expected: `${name}=1 below and the end above`,
    hint: `or declare index ${name} in 1..n`,
  });
}

/** `\int_a^b e \, dx`; the sign is next. */
export function readIntegral(reader: FormulaReader): Term {
  const atom = reader.next();
  const { sub, sup } = atom;
  const at = differentialOf(reader.rest());
  const variable = at < 0 ? undefined : reader.peek(at + 1);
  const name = variable && letterName(variable);
  if (!sub || !sup || name === undefined)
    throw reader.error('this integral has no ends or no variable', atom, {
      expected: '\\int_{a}^{b} … \\, dx',
    });
  const [lo, hi] = [sub, sup].map((part) => {
    const term = reader.read(part, part[0] ?? atom, 'sum');
    requireNumber(reader, term, part[0] ?? atom, 'the bound of an integral');
    return term;
  }) as [Term, Term];
  const local = reader.scope.bind(name, REAL);
  reader.setting.differentials.push((variable as Atom).text);
  const body = reader.product();
  reader.setting.differentials.pop();
  const isEnd = reader.atom.text === 'd' && letterName(reader.peek()) === name;
  if (!isEnd) throw reader.unexpected(`d${name}`);
  reader.skip(2);
  return closeBinder(reader, 'int', { local, axis: { lo, hi }, condition: undefined }, body);
}

/** The place of the d that ends an integral, after those of the integrals inside it. */
function differentialOf(rest: readonly Atom[]): number {
  let inside = 0;
  for (let k = 0; k + 1 < rest.length; k++) {
    const atom = rest[k] as Atom;
    if (isCommand(atom, 'int')) inside++;
    const isD = atom.text === 'd' && !atom.sub && !atom.sup;
    if (isD && /^(letter|word)$/.test(rest[k + 1]?.kind ?? '') && inside-- === 0) return k;
  }
  return -1;
}
