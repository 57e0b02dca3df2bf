/** Truth of propositions over values: true, false, undefined, or unsure. */
import type { Arithmetic } from './arithmetic.js';
import {
  type ArrayValue,
  asReal,
  FALSE,
  failureOf,
  isExactZero,
  type Real,
  TRUE,
  undefinedValue,
  unsure,
  type Value,
} from './value.js';

export function compareValues(
  arithmetic: Arithmetic,
  a: Real,
  b: Real,
  holds: (order: number) => boolean,
): Value {
  const failure = failureOf(a, b);
  if (failure) return failure;
  const order = arithmetic.order(a, b);
  if (order === undefined || order === 'flat') return unsure('a comparison is too close to decide');
  return holds(order) ? TRUE : FALSE;
}

export function areEqual(arithmetic: Arithmetic, a: Value, b: Value): Value {
  if (a.kind === 'array' && b.kind === 'array') return areArraysEqual(arithmetic, a, b);
  return compareValues(arithmetic, asReal(a), asReal(b), (order) => order === 0);
}

function areArraysEqual(arithmetic: Arithmetic, a: ArrayValue, b: ArrayValue): Value {
  if (a.items.length !== b.items.length) return undefinedValue('arrays of different lengths');
  let result: Value = TRUE;
  a.items.forEach((item, i) => {
    result = conjunction(result, areEqual(arithmetic, item, b.items[i] as Value));
  });
  return result;
}

/** a <= i <= b and i whole. */
export function isMember(arithmetic: Arithmetic, i: Value, lo: Value, hi: Value): Value {
  const index = asReal(i);
  if (index.kind === 'exact' && index.q.d !== 1n) return FALSE;
  const above = compareValues(arithmetic, asReal(lo), index, (order) => order <= 0);
  const below = compareValues(arithmetic, index, asReal(hi), (order) => order <= 0);
  return conjunction(above, below);
}

export function negation(p: Value): Value {
  if (p.kind !== 'truth') return p;
  return p.holds ? FALSE : TRUE;
}

/** False when either is false, whatever the other is. */
export function conjunction(p: Value, q: Value): Value {
  if (isFalse(p) || isFalse(q)) return FALSE;
  return p.kind === 'truth' ? q : p;
}

/** True when either is true, whatever the other is. */
export function disjunction(p: Value, q: Value): Value {
  if (p.kind === 'truth' && p.holds) return TRUE;
  if (q.kind === 'truth' && q.holds) return TRUE;
  return p.kind === 'truth' ? q : p;
}

const isFalse = (p: Value): boolean => p.kind === 'truth' && !p.holds;

/** True of the number 0 and of anything that cannot be told from it. */
export const mayBeZero = (arithmetic: Arithmetic, a: Real): boolean => {
  if (isExactZero(a)) return true;
  if (a.kind === 'dual') return mayBeZero(arithmetic, a.value);
  return a.kind === 'ball' ? a.m <= a.r && -a.m <= a.r : a.kind !== 'exact';
};
