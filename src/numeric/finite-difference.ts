/**
 * Central differences with Richardson extrapolation: a witness for derivatives that knows no
 * rule of differentiation. Values carry their bounds, so rounding is counted; what the steps
 * leave out is estimated from how the extrapolation settles.
 */
import { type Rational, rational } from '../term/rational.js';
import { bitLength } from './ball.js';
import type { Calculus } from './calculus.js';
import { withDistance } from './estimate.js';
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
  return withDistance(c, row.at(-1) as Real, previous.at(-1) as Real);
}

/** The estimate is small against the value, or against 1. */
function hasSettled(c: Calculus, value: Real): boolean {
  if (value.kind !== 'ball' && value.kind !== 'exact') return false;
  const { m, e, r } = c.arithmetic.toBall(value);
  return r === 0n || bitLength(r) + 40 < bitLength(m) || bitLength(r) + e < -40;
}
