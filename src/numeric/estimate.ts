/** Bounds that are estimates: how far a limit still moved in its last step. */
import { type Ball, upperBound, widen } from './ball.js';
import type { Calculus } from './calculus.js';
import { type Real, unsure } from './value.js';

/** `best` with its distance from `before` added to its radius; slopes likewise. */
export function withDistance(c: Calculus, best: Real, before: Real): Real {
  if (best.kind === 'undefined' || best.kind === 'unsure') return best;
  if (best.kind === 'dual') {
    const other = before.kind === 'dual' && before.tag === best.tag ? before : undefined;
    if (!other) return unsure('an estimate of a slope');
    const { arithmetic } = c;
    const slope = withDistance(c, best.slope, other.slope);
    return arithmetic.dual(best.tag, withDistance(c, best.value, other.value), slope);
  }
  const distance = distanceBetween(c, best, before);
  return distance
    ? widen(c.arithmetic.toBall(best), distance, c.arithmetic.bits)
    : unsure('an estimate that is not a number');
}

/** An upper bound of the distance of two numbers; undefined when either is none. */
function distanceBetween(c: Calculus, a: Real, b: Real): Ball | undefined {
  const gap = c.arithmetic.sub(a, b);
  if (gap.kind !== 'ball' && gap.kind !== 'exact') return undefined;
  return upperBound(c.arithmetic.toBall(gap));
}

/** True when b is within 2^-bits of a, relative to a; for duals, in all parts. */
export function isWithin(c: Calculus, a: Real, b: Real, bits: number): boolean {
  if (a.kind === 'dual' && b.kind === 'dual')
    return isWithin(c, a.value, b.value, bits) && isWithin(c, a.slope, b.slope, bits);
  if (a.kind !== 'ball' && a.kind !== 'exact') return false;
  const distance = distanceBetween(c, a, b);
  if (!distance) return false;
  const size = upperBound(c.arithmetic.toBall(a));
  return c.arithmetic.order({ ...distance, e: distance.e + bits }, size) !== 1;
}
