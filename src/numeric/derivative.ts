/**
 * The derivative of a function of one entry by dual numbers, from its values at changed entries.
 * Both sides of the point are compared whenever a comparison was decided by a slope: that is where
 * a function may have a kink or a jump.
 */
import { rational } from '../term/rational.js';
import { partsOf } from './arithmetic.js';
import type { Calculus } from './calculus.js';
import { exact, ONE_VALUE, type Real, undefinedValue, unsure, ZERO_VALUE } from './value.js';

/** The function's value when the entry is changed as given. */
export type ChangedValue = (change: (entry: Real) => Real) => Real;

export function slopeAt(c: Calculus, tag: number, at: ChangedValue): Real {
  const { arithmetic } = c;
  const bit = 1 << tag;
  const outer = arithmetic.ties & ~bit;
  arithmetic.ties = outer;
  const right = at((entry) => arithmetic.dual(tag, entry, ONE_VALUE));
  const tied = (arithmetic.ties & bit) !== 0;
  const slope = tied ? slopeAtTie(c, tag, at, right) : partsOrFailure(right, tag).slope;
  arithmetic.ties &= ~bit;
  return slope;
}

/** The common slope of both sides, if there is one and the function does not jump. */
function slopeAtTie(c: Calculus, tag: number, at: ChangedValue, right: Real): Real {
  const { arithmetic } = c;
  const minusOne = exact(rational(-1));
  const left = at((entry) => arithmetic.dual(tag, entry, minusOne));
  const here = at((entry) => entry);
  if (here.kind === 'undefined' || here.kind === 'unsure') return here;
  if (right.kind === 'unsure' || left.kind === 'unsure') return unsure('the sides of a kink');
  if (right.kind === 'undefined' || left.kind === 'undefined')
    return undefinedValue('not differentiable: defined on one side only');
  const [r, l] = [partsOf(right, tag), partsOf(left, tag)];
  for (const side of [r.value, l.value]) {
    const order = arithmetic.order(side, here);
    if (order === 1 || order === -1) return undefinedValue('not differentiable: the value jumps');
  }
  const order = arithmetic.order(r.slope, arithmetic.neg(l.slope));
  if (order === 0 || order === 'flat') return r.slope;
  if (order === undefined) return unsure('whether both sides of a kink have the same slope');
  return undefinedValue('not differentiable: the slopes of the two sides differ');
}

const partsOrFailure = (value: Real, tag: number): { slope: Real } =>
  value.kind === 'undefined' || value.kind === 'unsure'
    ? { slope: value }
    : { slope: partsOf(value, tag).slope ?? ZERO_VALUE };
