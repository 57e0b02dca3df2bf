/**
 * Checks that a term is what its place asks for. Patterns are not checked: metavariables have no
 * sort.
 */
import { arg, type Term } from '../term/term.js';
import type { Place } from './language-error.js';
import type { Reading } from './reader.js';

/** `a number`, `an array with 2 axes`, …: what a term is, for messages. */
export function sortText(reader: Reading, term: Term): string {
  const sort = reader.scope.sorts.of(term);
  if (sort.kind === 'condition') return 'a condition';
  if (sort.kind === 'set') return 'a set of minimisers or maximisers';
  if (sort.rank > 0) return `an array with ${axes(sort.rank)}`;
  return sort.kind === 'integer' ? 'a whole number' : 'a number';
}

const axes = (count: number): string => (count === 1 ? '1 axis' : `${count} axes`);

const isUnsettled = (reader: Reading, term: Term): boolean =>
  term.op === 'sym' && reader.scope.isUnsettled(term);

export function requireNumber(reader: Reading, term: Term, token: Place, what: string): void {
  if (!reader.scope.checked) return;
  const sort = reader.scope.sorts.of(term);
  if (sort.rank === 0 && (sort.kind === 'real' || sort.kind === 'integer')) return;
  throw reader.error(`${what} must be a number, not ${sortText(reader, term)}`, token, {
    expected: 'a number',
    ...(sort.kind === 'condition' ? { hint: '[P] is 1 if P holds, else 0' } : {}),
  });
}

export function requireCondition(reader: Reading, term: Term, token: Place): void {
  if (!reader.scope.checked || reader.scope.sorts.of(term).kind === 'condition') return;
  if (term.op === 'meta') return;
  throw reader.error(`a condition is needed here, not ${sortText(reader, term)}`, token, {
    expected: 'a condition such as k != j',
  });
}

/** An index, a bound of a range: a whole number that is declared or bound as one. */
export function requireIndex(reader: Reading, term: Term, token: Place, what: string): void {
  if (!reader.scope.checked || reader.scope.sorts.isInteger(term)) return;
  throw reader.error(`${what} must be a whole number, not ${sortText(reader, term)}`, token, {
    expected: 'a whole number: sizes, indices, labels, integers, and + - * of them',
  });
}

/** Both are values, of as many axes. Called with twice the same term, it asks for a value. */
export function requireSameRank(reader: Reading, left: Term, right: Term, token: Place): void {
  if (!reader.scope.checked) return;
  const { sorts } = reader.scope;
  for (const side of [left, right]) {
    if (sorts.of(side).kind !== 'condition') continue;
    throw reader.error('a condition is not a value', token, {
      hint: '[P] is 1 if P holds, else 0',
    });
  }
  requireBothSets(reader, left, right, token);
  if (sorts.rank(left) === sorts.rank(right)) return;
  if (settle(reader, left, sorts.rank(right)) || settle(reader, right, sorts.rank(left))) return;
  throw reader.error(
    `${sortText(reader, left)} does not go with ${sortText(reader, right)}`,
    token,
    { hint: 'ones(n) is the array of ones' },
  );
}

/** A set of minimisers goes with another one, and with nothing else. */
function requireBothSets(reader: Reading, left: Term, right: Term, token: Place): void {
  const isSet = (term: Term): boolean => reader.scope.sorts.of(term).kind === 'set';
  if (!isSet(left) && !isSet(right)) return;
  if (isSet(left) && isSet(right) && 'text' in token && /^==?$/.test(String(token.text))) return;
  throw reader.error('a set of minimisers or maximisers can only be compared by ==', token);
}

/** At least one axis; exactly `rank` when given. */
export function requireArray(reader: Reading, term: Term, token: Place, rank?: number): void {
  if (!reader.scope.checked) return;
  const sort = reader.scope.sorts.of(term);
  if (sort.rank > 0 && (rank === undefined || sort.rank === rank)) return;
  if (settle(reader, term, rank ?? 1)) return;
  const expected = rank === undefined ? 'an array' : `an array with ${axes(rank)}`;
  throw reader.error(`${expected} is needed here, not ${sortText(reader, term)}`, token, {
    expected,
  });
}

/** Gives a parameter whose number of axes is not known yet the one that its use asks for. */
export function settle(reader: Reading, term: Term, rank: number): boolean {
  if (!isUnsettled(reader, term)) return false;
  reader.scope.settle(term, rank);
  return true;
}

/** What the target of a derivative varies: a declared real symbol or an entry of one. */
export function targetSymbol(term: Term): Term {
  let base = term;
  while (base.op === 'at') base = arg(base, 0);
  return base;
}
