/** Bounds that are estimates: how far a limit still moved in its last step. */
import { partsOf } from './arithmetic.js';
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

/** True when b is within 2^-bits of a, relative to `size`; for duals, in all parts. */
export function isWithin(c: Calculus, a: Real, b: Real, bits: number, size: Real): boolean {
  if (a.kind === 'dual') {
    const [y, s] = [partsOf(b, a.tag), partsOf(size, a.tag)];
    const slopes = isWithin(c, a.slope, y.slope, bits, s.slope);
    return slopes && isWithin(c, a.value, y.value, bits, s.value);
  }
  const distance = distanceBetween(c, a, b);
  return distance !== undefined && isSmallBeside(c, distance, size, bits);
}

/** True when |a| is certainly at most 2^-bits of what |b| can be. */
export function isSmallBeside(c: Calculus, a: Real, b: Real, bits: number): boolean {
  if (a.kind !== 'ball' && a.kind !== 'exact') return false;
  if (b.kind !== 'ball' && b.kind !== 'exact') return false;
  const raised = upperBound(c.arithmetic.toBall(a));
  const size = upperBound(c.arithmetic.toBall(b));
  return raised.m === 0n || c.arithmetic.order({ ...raised, e: raised.e + bits }, size) !== 1;
}
