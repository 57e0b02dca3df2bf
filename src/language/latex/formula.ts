/**
 * The grammar of formulas, loosest first:
 *
 *   \Rightarrow    \lor    \land    \lnot, \forall    = < \le \in    + -    products    factors
 *
 * The same terms come out as from the plain grammar, and by the same checks. What can be read in
 * two usual ways is refused.
 */
import type { Operator } from '../../term/operator.js';
import { close } from '../../term/substitution.js';
import type { Term } from '../../term/term.js';
import { closeBinder } from '../clause.js';
import { checkOperands } from '../operand-check.js';
import type { Scope } from '../scope.js';
import { requireCondition, requireIndex, requireNumber, requireSameRank } from '../sort-check.js';
import { INTEGER } from '../sorts.js';
import { type Atom, contentOf, isCommand, isSign } from './atom.js';
import { seesDots, sumBetween } from './entries.js';
import { readFactor } from './factor.js';
import { type FormulaGrammar, FormulaReader, type FormulaSetting } from './formula-reader.js';
import { splitAt } from './indices.js';
import { endAtom } from './make-atom.js';
import { NotationTable } from './notation-table.js';
import { parseAtoms } from './parse-atoms.js';
import { readProduct, readSignedProduct } from './product.js';
import { freeMention } from './reach.js';
import { letterName } from './symbol.js';
import { latexTokens } from './token.js';

const FORMULA_GRAMMAR: FormulaGrammar = {
  expression: (reader) => readImplication(reader),
  sum: (reader) => readSum(reader),
  product: (reader) => readSignedProduct(reader),
  factor: (reader) => readFactor(reader).term,
};

export const settingOf = (
  scope: Scope,
  text: string,
  notations: NotationTable = new NotationTable(),
): FormulaSetting => ({
  scope,
  text,
  notations,
  grammar: FORMULA_GRAMMAR,
  differentials: [],
  unranged: new Map(),
  depth: 0,
});

/** The term of a formula, as it is printed. Throws LanguageError. */
export function parseFormula(scope: Scope, text: string, notations?: NotationTable): Term {
  const { tokens } = latexTokens(text, { start: 0, end: text.length, line: 1, column: 1 });
  const { rows } = parseAtoms(tokens);
  const setting = settingOf(scope, text, notations);
  const atoms = rows.flat(2).filter((atom) => !isSign(atom, 'quad'));
  const end = tokens.at(-1);
  const place = atoms[0] ?? endAtom(end ?? { line: 1, column: 1, offset: 0, end: 0 });
  return readWithParts(new FormulaReader(atoms, setting, place));
}

/** `e \quad\text{where } t_1 = a, \; t_2(i) = b`: each name stands for its term in what follows it, and in e. */
function readWithParts(reader: FormulaReader): Term {
  const atoms = reader.rest();
  const where = atoms.findIndex((atom) => atom.kind === 'text' && atom.text.trim() === 'where');
  if (where < 0) {
    const term = reader.expression();
    reader.finish();
    return term;
  }
  const { scope, arena } = reader;
  for (const part of splitAt(atoms.slice(where + 1), ',')) {
    const [head, second] = part;
    const fence = second?.kind === 'fenced' ? second : undefined;
    const name = head && letterName(head);
    const rest = part.slice(fence ? 2 : 1);
    if (!head || name === undefined || !isSign(rest[0], '=')) throw reader.unexpected('t_1 = …');
    const letters = fence ? splitAt(contentOf(fence), ',') : [];
    const locals = letters.map(([letter]) =>
      scope.bind(letterName(letter as Atom) ?? '?', INTEGER),
    );
    const body = reader.read(rest.slice(1), head);
    for (const local of locals) scope.unbind(local);
    scope.abbreviate(
      name,
      locals.length,
      close(
        arena,
        body,
        locals.map(({ symbol }) => symbol),
      ),
    );
  }
  return reader.read(atoms.slice(0, where), atoms[0] as Atom);
}

/** A connective between conditions; `right` reads what stands after it. */
function connective(
  reader: FormulaReader,
  op: Operator,
  sees: (atom: Atom) => boolean,
  read: (reader: FormulaReader) => Term,
): Term {
  let left = read(reader);
  while (sees(reader.atom)) {
    const token = reader.next();
    const start = token;
    const next = reader.atom;
    const right = op === 'implies' ? readImplication(reader) : read(reader);
    checkOperands(reader, op, { left, right, start, token, next });
    left = reader.arena.make(op, [left, right]);
  }
  return left;
}

const isWord = (atom: Atom, word: string): boolean =>
  atom.kind === 'text' && atom.text.trim() === word;

const readImplication = (reader: FormulaReader): Term =>
  connective(reader, 'implies', (atom) => isCommand(atom, 'implies'), readOr);
const readOr = (reader: FormulaReader): Term =>
  connective(reader, 'or', (atom) => isCommand(atom, 'lor') || isWord(atom, 'or'), readAnd);
const readAnd = (reader: FormulaReader): Term =>
  connective(reader, 'and', (atom) => isCommand(atom, 'land') || isWord(atom, 'and'), readNegation);

function readNegation(reader: FormulaReader): Term {
  if (reader.takesCommand('lnot')) {
    const start = reader.atom;
    const inner = readNegation(reader);
    requireCondition(reader, inner, start);
    return reader.arena.make('not', [inner]);
  }
  return reader.takesCommand('forall') ? readForall(reader) : readRelations(reader);
}

/** `\forall i \in \{1, \dots, n\}, P \colon Q` */
function readForall(reader: FormulaReader): Term {
  const letter = reader.next();
  const name = letterName(letter);
  const isMember = reader.takesCommand('in');
  if (name === undefined || !isMember) throw reader.unexpected('i \\in \\{a, \\dots, b\\}');
  const axis = readSet(reader);
  const local = reader.scope.bind(name, INTEGER, axis);
  let condition: Term | undefined;
  if (isWord(reader.atom, 'with')) {
    reader.next();
    condition = readImplication(reader);
  }
  if (!reader.takesSign(':') && !reader.takesCommand('colon')) throw reader.unexpected('\\colon');
  const start = reader.atom;
  const body = readImplication(reader);
  requireCondition(reader, body, start);
  return closeBinder(reader, 'forall', { local, axis, condition }, body);
}

/** `\{a, \dots, b\}` */
function readSet(reader: FormulaReader): { lo: Term; hi: Term } {
  const set = reader.next();
  const parts = splitAt(contentOf(set), ',');
  const isRange = parts.length === 3 && isCommand(parts[1]?.[0], 'dots');
  if (set.kind !== 'fenced' || set.text !== '{' || !isRange)
    throw reader.error('only ranges \\{a, \\dots, b\\} are sets', set, {
      expected: '\\{a, \\dots, b\\}',
    });
  const [lo, hi] = [parts[0], parts[2]].map((part) => {
    const bound = reader.read(part ?? [], set, 'sum');
    requireIndex(reader, bound, set, 'the bound of a range');
    return bound;
  }) as [Term, Term];
  return { lo, hi };
}

interface Relation {
  readonly op: Operator;
  readonly isSwapped: boolean;
}

/** The relation that an atom is; undefined for any other atom. */
function relationOf(atom: Atom): Relation | undefined {
  const plain = (op: Operator, isSwapped = false): Relation => ({ op, isSwapped });
  if (isSign(atom, '=', '==')) return plain('eq');
  if (isSign(atom, '<') || isCommand(atom, 'lt')) return plain('lt');
  if (isSign(atom, '>') || isCommand(atom, 'gt')) return plain('lt', true);
  if (isCommand(atom, 'le')) return plain('le');
  if (isCommand(atom, 'ge')) return plain('le', true);
  return isCommand(atom, 'ne') ? plain('ne') : undefined;
}

/** A value, or a chain of comparisons. */
function readRelations(reader: FormulaReader): Term {
  const start = reader.atom;
  let side = readSum(reader);
  let whole: Term | undefined;
  const join = (link: Term): void => {
    whole = whole ? reader.arena.make('and', [whole, link]) : link;
  };
  for (;;) {
    const token = reader.atom;
    if (isCommand(token, 'in')) {
      reader.next();
      return readMembership(reader, side, start);
    }
    const relation = relationOf(token);
    if (!relation) break;
    reader.next();
    const right = readSum(reader);
    requireSameRank(reader, side, right, token);
    join(reader.arena.make(relation.op, relation.isSwapped ? [right, side] : [side, right]));
    side = right;
  }
  return whole ?? definedness(reader, side);
}

function readMembership(reader: FormulaReader, side: Term, start: Atom): Term {
  const { atom } = reader;
  if (atom.kind === 'letter' && atom.text === 'Z' && atom.font === 'double') {
    reader.next();
    requireNumber(reader, side, start, 'a whole number');
    return reader.arena.make('integer', [side]);
  }
  requireIndex(reader, side, start, 'a member of a range');
  const { lo, hi } = readSet(reader);
  return reader.arena.make('in', [side, lo, hi]);
}

/** `e \text{ is defined}` */
function definedness(reader: FormulaReader, side: Term): Term {
  if (!isWord(reader.atom, 'is defined')) return side;
  reader.next();
  return reader.arena.make('defined', [side]);
}

function readSum(reader: FormulaReader): Term {
  const { ended } = reader;
  reader.ended = [];
  const sum = readTerms(reader);
  reader.ended = ended;
  return sum;
}

/** What stands after the end of a sum has nothing of its letter. */
function refuseReach(reader: FormulaReader): void {
  if (reader.ended.length === 0) return;
  const rest = reader.rest();
  const end = rest.findIndex((atom) => relationOf(atom) !== undefined);
  const term = end < 0 ? rest : rest.slice(0, end);
  for (const { name, operator } of reader.ended) {
    const atom = freeMention(term, name);
    if (!atom) continue;
    throw reader.error(
      `the index ${name} can be read in two ways: ${reader.quote(operator)} ends before this, but ${name} may be meant to be its own`,
      atom,
      { hint: `put parentheses around all that ${reader.quote(operator)} reaches over` },
    );
  }
}

function readTerms(reader: FormulaReader): Term {
  const { arena } = reader;
  const start = reader.atom;
  reader.takesSign('+');
  let left: Term;
  if (reader.takesSign('-')) {
    const inner = readProduct(reader);
    requireSameRank(reader, inner, inner, start);
    left = arena.make('neg', [inner]);
  } else left = readProduct(reader);
  for (;;) {
    const token = reader.atom;
    if (!isSign(token, '+', '-') || token.sub || token.sup) return left;
    if (seesDots(reader)) {
      reader.skip(3);
      left = sumBetween(reader, left, readProduct(reader), token);
      continue;
    }
    reader.next();
    refuseReach(reader);
    const next = reader.atom;
    const right = readProduct(reader);
    const op = token.text === '+' ? 'add' : 'sub';
    checkOperands(reader, op, { left, right, start, token, next });
    left = arena.make(op, [left, right]);
  }
}
