/**
 * Clauses of binders: `k in a..b where P`, or the letter alone where its range is declared.
 */
import type { Axis } from '../kernel/context.js';
import type { Operator } from '../term/operator.js';
import { close } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import type { Token } from './lexer.js';
import { didYouMean } from './nearest-name.js';
import type { Reader, Reading } from './reader.js';
import type { Local } from './scope.js';
import { requireCondition, requireIndex, requireNumber } from './sort-check.js';
import { INTEGER, REAL } from './sorts.js';

export interface Clause {
  readonly local: Local;
  readonly axis: Axis;
  readonly condition: Term | undefined;
}

export type Dummy = 'integer' | 'real';

export function readRange(reader: Reader, dummy: Dummy): Axis {
  const lo = readBound(reader, dummy);
  reader.expect('..', 'between the ends of a range');
  return { lo, hi: readBound(reader, dummy) };
}

function readBound(reader: Reader, dummy: Dummy): Term {
  const token = reader.token;
  const bound = reader.sum();
  if (dummy === 'integer') requireIndex(reader, bound, token, 'the bound of a range');
  else requireNumber(reader, bound, token, 'the bound of an integral');
  return bound;
}

/** Reads a clause and binds its letter, until closeBinder. */
export function openClause(reader: Reader, dummy: Dummy): Clause {
  const letter = reader.name('the letter of an index');
  const axis = reader.takes('in') ? readRange(reader, dummy) : defaultAxis(reader, letter, dummy);
  const sort = dummy === 'integer' ? INTEGER : REAL;
  const local = reader.scope.bind(letter.text, sort, dummy === 'integer' ? axis : undefined);
  return { local, axis, condition: readWhere(reader) };
}

function readWhere(reader: Reader): Term | undefined {
  if (!reader.takes('where')) return undefined;
  const token = reader.token;
  const condition = reader.expression();
  requireCondition(reader, condition, token);
  return condition;
}

function defaultAxis(reader: Reader, letter: Token, dummy: Dummy): Axis {
  const axis = dummy === 'integer' ? reader.scope.defaultAxis(letter.text) : undefined;
  if (axis) return axis;
  const near = didYouMean(letter.text, reader.scope.indexLetters()).hint;
  throw reader.error(`the index ${letter.text} has no range`, letter, {
    expected: `${letter.text} in a..b`,
    hint: near ?? `write ${letter.text} in 1..n, or declare index ${letter.text} in 1..n`,
  });
}

/** True when a clause is next, and not the body of the binder. */
export function seesClause(reader: Reader): boolean {
  if (reader.token.kind !== 'name') return false;
  return reader.sees('in', 1) || reader.sees('where', 1) || reader.sees(',', 1);
}

/** The binder over the body that was read, the letter's scope being over. */
export function closeBinder(reader: Reading, op: Operator, clause: Clause, body: Term): Term {
  const { local, axis, condition } = clause;
  reader.scope.unbind(local);
  const guarded = condition ? reader.arena.make('guard', [condition, body]) : body;
  return bindSymbol(reader, op, local, axis, guarded);
}

export function bindSymbol(
  reader: Reading,
  op: Operator,
  local: Local,
  axis: Axis,
  body: Term,
): Term {
  const closed = close(reader.arena, body, [local.symbol]);
  return reader.arena.make(op, [axis.lo, axis.hi, closed], '', local.letter);
}
