/** What each operator does to values: everything but binders, derivatives and calls. */
import type { Operator } from '../term/operator.js';
import { piBall } from './ball-functions.js';
import type { Calculus } from './calculus.js';
import { type ElementaryName, isElementary } from './elementary.js';
import { withoutSign } from './infinity.js';
import { determinant, inverse, isDefinite } from './matrix.js';
import { areEqual, compareValues, conjunction, disjunction, isMember, negation } from './truth.js';
import {
  type ArrayValue,
  asInteger,
  asReal,
  FALSE,
  ONE_VALUE,
  type Real,
  SKIPPED,
  STRONG_ZERO,
  TRUE,
  type Truth,
  undefinedValue,
  unsure,
  type Value,
  ZERO_VALUE,
} from './value.js';

type Operation = (c: Calculus, args: readonly Value[]) => Value;

const first = (args: readonly Value[]): Real => asReal(args[0] as Value);
const second = (args: readonly Value[]): Real => asReal(args[1] as Value);

const OPERATIONS: { readonly [op in Operator]?: Operation } = {
  add: (c, a) => c.arithmetic.add(first(a), second(a)),
  sub: (c, a) => c.arithmetic.sub(first(a), second(a)),
  mul: (c, a) => c.arithmetic.mul(first(a), second(a)),
  div: (c, a) => c.arithmetic.div(first(a), second(a)),
  pow: (c, a) => c.pow(first(a), second(a)),
  neg: (c, [a]) => negative(c, a as Value),
  abs: (c, a) => c.arithmetic.abs(first(a)),
  sign: (c, a) => c.arithmetic.signOf(first(a)),
  relu: (c, a) => c.arithmetic.max(first(a), ZERO_VALUE),
  binom: (c, a) => c.binom(first(a), second(a)),
  maximum: (c, a) => c.arithmetic.max(first(a), second(a)),
  minimum: (c, a) => c.arithmetic.min(first(a), second(a)),
  pi: (c) => piBall(c.arithmetic.bits),
  inf: () => ({ kind: 'infinite', sign: 1 }),
  delta: (c, [a, b]) => bracket(areEqual(c.arithmetic, a as Value, b as Value)),
  iverson: (_c, [p]) => bracket(p as Value),
  if: (_c, [p, a, b]) => choose(p as Value, a as Value, b as Value),
  guard: (_c, [p, a]) => choose(p as Value, a as Value, SKIPPED),
  at: (_c, [a, i]) => entryAt(a as Value, i as Value),
  inv: (c, [a]) => inverse(c.arithmetic, a as Value),
  det: (c, [a]) => determinant(c.arithmetic, a as Value),
  definite: (c, [a]) => isDefinite(c.arithmetic, a as Value),
  true: () => TRUE,
  false: () => FALSE,
  eq: (c, [a, b]) => areEqual(c.arithmetic, a as Value, b as Value),
  ne: (c, [a, b]) => negation(areEqual(c.arithmetic, a as Value, b as Value)),
  lt: (c, a) => compareValues(c.arithmetic, first(a), second(a), (order) => order < 0),
  le: (c, a) => compareValues(c.arithmetic, first(a), second(a), (order) => order <= 0),
  and: (_c, [p, q]) => conjunction(p as Value, q as Value),
  or: (_c, [p, q]) => disjunction(p as Value, q as Value),
  not: (_c, [p]) => negation(p as Value),
  implies: (_c, [p, q]) => disjunction(negation(p as Value), q as Value),
  in: (c, [i, lo, hi]) => isMember(c.arithmetic, i as Value, lo as Value, hi as Value),
  integer: (_c, [a]) => isWhole(a as Value),
  defined: (_c, [a]) => isDefined(a as Value),
};

/** The value of the operator; unsure for an operator that has no numeric meaning. */
export function operate(c: Calculus, op: Operator, args: readonly Value[]): Value {
  const operation = OPERATIONS[op];
  if (operation) return operation(c, args);
  if (isElementary(op)) return c.apply(op satisfies ElementaryName, first(args));
  return unsure(`${op} has no numeric value`);
}

function negative(c: Calculus, a: Value): Value {
  if (a.kind === 'infinite') return { kind: 'infinite', sign: a.sign === 1 ? -1 : 1 };
  return c.arithmetic.neg(asReal(a));
}

/** 1 or the strong 0. */
function bracket(p: Value): Value {
  if (p.kind !== 'truth') return p;
  return p.holds ? ONE_VALUE : STRONG_ZERO;
}

function choose(p: Value, a: Value, b: Value): Value {
  if (p.kind !== 'truth') return p;
  return p.holds ? a : b;
}

/** Entry i of an array. */
export function entryAt(array: Value, index: Value): Value {
  for (const part of [array, index]) {
    if (part.kind === 'undefined') return withoutSign(part);
    if (part.kind === 'unsure') return part;
  }
  const i = asInteger(index);
  if (array.kind !== 'array') return unsure('an index on something that is no array');
  if (i === undefined) return undefinedValue('an index that is not a whole number');
  const { lo, items } = array satisfies ArrayValue;
  const hi = lo + items.length - 1;
  return items[i - lo] ?? undefinedValue(`index ${i} is outside ${lo}..${hi}`);
}

function isWhole(a: Value): Value {
  if (a.kind === 'exact') return truth(a.q.d === 1n);
  return a.kind === 'undefined' ? a : unsure('whether a number is whole');
}

function isDefined(a: Value): Value {
  return a.kind === 'unsure' ? a : truth(a.kind !== 'undefined');
}

const truth = (holds: boolean): Truth => (holds ? TRUE : FALSE);
