/**
 * Integrals over an interval or the line by the double exponential rule: the ends may be
 * singular or infinite, as long as the integrand is smooth inside. The bound is an estimate,
 * taken from how the value settles when the points are doubled.
 */
import { rational } from '../term/rational.js';
import { type Ball, ballOf } from './ball.js';
import { piBall } from './ball-functions.js';
import type { Calculus } from './calculus.js';
import { isWithin, withDistance } from './estimate.js';
import { asReal, exact, type Real, type Value, whole, ZERO_VALUE } from './value.js';

/** Points lie at multiples of 2^-level up to this level. */
const LAST_LEVEL = 6;
/** The rule's variable runs over (-REACH, REACH): past it the weights are below e^-150. */
const REACH = 4.6;
/** The value has settled when a doubling changes it by less than 2^-SETTLED of it. */
const SETTLED = 75;

interface Point {
  readonly x: Real;
  readonly weight: Real;
}

export function integrate(c: Calculus, lo: Value, hi: Value, f: (x: Real) => Real): Real {
  const a = endOf(lo);
  const b = endOf(hi);
  for (const end of [a, b])
    if (typeof end === 'object' && (end.kind === 'undefined' || end.kind === 'unsure')) return end;
  if (typeof a === 'object' && typeof b === 'object' && c.arithmetic.order(a, b) === 0)
    return ZERO_VALUE;
  const pointAt = rule(c, a, b);
  let points: Real = ZERO_VALUE;
  let before: Real = ZERO_VALUE;
  let value: Real = ZERO_VALUE;
  for (let level = 0; level <= LAST_LEVEL; level++) {
    points = c.arithmetic.add(points, newPoints(c, level, pointAt, f));
    before = value;
    value = c.arithmetic.mul(points, exact(rational(1n, 1n << BigInt(level))));
    if (value.kind === 'undefined' || value.kind === 'unsure') return value;
    if (level >= 3 && isWithin(c, value, before, SETTLED)) break;
  }
  return withDistance(c, value, before);
}

type End = Real | '-inf' | 'inf';

const endOf = (value: Value): End =>
  value.kind === 'infinite' ? (value.sign === 1 ? 'inf' : '-inf') : asReal(value);

/** The sum over the points that a level adds to those of the levels before it. */
function newPoints(
  c: Calculus,
  level: number,
  pointAt: (t: Ball) => Point,
  f: (x: Real) => Real,
): Real {
  const scale = 2 ** level;
  const last = Math.floor(REACH * scale);
  let total: Real = ZERO_VALUE;
  for (let k = -last; k <= last; k++) {
    if (level > 0 && k % 2 === 0) continue;
    const { x, weight } = pointAt(ballOf(rational(k, scale), c.arithmetic.bits));
    const value = f(x);
    // A point that rounding has pushed onto a singular end carries no weight worth counting.
    if (value.kind === 'undefined' && Math.abs(k) > 3 * scale) continue;
    total = c.arithmetic.add(total, c.arithmetic.mul(value, weight));
    if (total.kind === 'undefined' || total.kind === 'unsure') return total;
  }
  return total;
}

/** x(t) and dx/dt of the substitution for these ends. */
function rule(c: Calculus, a: End, b: End): (t: Ball) => Point {
  const { arithmetic: k } = c;
  const half = exact(rational(1, 2));
  const sinh = (t: Real): Real => k.mul(half, k.sub(c.apply('exp', t), c.apply('exp', k.neg(t))));
  const cosh = (t: Real): Real => k.mul(half, k.add(c.apply('exp', t), c.apply('exp', k.neg(t))));
  const quarterTurn = k.mul(half, piBall(k.bits));
  const inner = (t: Real): Real => k.mul(quarterTurn, sinh(t));
  if (typeof a === 'object' && typeof b === 'object') {
    const width = k.sub(b, a);
    return (t) => {
      // x = a + width·s(2u) with s the logistic function and u = π/2·sinh t.
      const u = k.mul(whole(2), inner(t));
      const s = c.apply('sigmoid', u);
      const slope = k.mul(
        k.mul(s, c.apply('sigmoid', k.neg(u))),
        k.mul(whole(2), k.mul(quarterTurn, cosh(t))),
      );
      return { x: k.add(a, k.mul(width, s)), weight: k.mul(width, slope) };
    };
  }
  if (typeof a === 'object' || typeof b === 'object') {
    const [end, sign] = typeof a === 'object' ? [a, whole(1)] : [b as Real, whole(-1)];
    return (t) => {
      const e = c.apply('exp', inner(t));
      const weight = k.mul(e, k.mul(quarterTurn, cosh(t)));
      return { x: k.add(end, k.mul(sign, e)), weight };
    };
  }
  return (t) => {
    const u = inner(t);
    return { x: sinh(u), weight: k.mul(cosh(u), k.mul(quarterTurn, cosh(t))) };
  };
}
