/**
 * Central differences with Richardson extrapolation: a witness for derivatives that knows no
 * rule of differentiation. Values carry their bounds, so rounding is counted; what the steps
 * leave out is estimated from how the extrapolation settles.
 */
import { type Rational, rational } from '../term/rational.js';
import { type Ball, upperBound, widen } from './ball.js';
import type { Calculus } from './calculus.js';
import { exact, type Real, unsure, whole } from './value.js';

/** Steps are 2^-START, halved LEVELS times; smaller first steps are tried where that fails. */
const STARTS = [12, 24, 48];
const LEVELS = 5;

/** The derivative of f at 0, as a ball of the estimated error. */
export function extrapolate(c: Calculus, f: (h: Rational) => Real): Real {
  let last: Real = unsure('no difference could be taken');
  for (const start of STARTS) {
    last = withStep(c, f, start);
    if (last.kind === 'undefined') continue;
    if (last.kind !== 'unsure' && hasSettled(c, last)) return last;
  }
  return last.kind === 'undefined' ? unsure(last.reason) : last;
}

/** Richardson's table: each column removes the next even power of the step. */
function withStep(c: Calculus, f: (h: Rational) => Real, start: number): Real {
  const { arithmetic } = c;
  let row: Real[] = [];
  let previous: Real[] = [];
  for (let level = 0; level < LEVELS; level++) {
    const bits = BigInt(start + level);
    const right = f(rational(1n, 1n << bits));
    const left = f(rational(-1n, 1n << bits));
    const difference = arithmetic.sub(right, left);
    if (difference.kind === 'undefined' || difference.kind === 'unsure') return difference;
    previous = row;
    row = [arithmetic.mul(difference, exact(rational(1n << bits, 2n)))];
    for (let k = 1; k <= level; k++) {
      const four = 4n ** BigInt(k);
      const better = arithmetic.sub(
        arithmetic.mul(whole(four), row[k - 1] as Real),
        previous[k - 1] as Real,
      );
      row.push(arithmetic.div(better, whole(four - 1n)));
    }
  }
  return withEstimate(c, row.at(-1) as Real, previous.at(-1) as Real);
}

/** The best value, with its distance from the one before it as the error. */
function withEstimate(c: Calculus, best: Real, before: Real): Real {
  const distance = c.arithmetic.sub(best, before);
  if (!isNumber(best) || !isNumber(distance)) return unsure('a difference is not a number');
  const { bits } = c.arithmetic;
  return widen(c.arithmetic.toBall(best), upperBound(c.arithmetic.toBall(distance)), bits);
}

/** The estimate is small against the value, or against 1. */
function hasSettled(c: Calculus, value: Real): boolean {
  if (!isNumber(value)) return false;
  const { m, e, r } = c.arithmetic.toBall(value);
  const size = m < 0n ? -m : m;
  return r << 40n < size || r === 0n || Number(r) * 2 ** Math.max(-1000, e) < 2 ** -40;
}

const isNumber = (value: Real): value is Extract<Real, { kind: 'exact' }> | Ball =>
  value.kind === 'exact' || value.kind === 'ball';
