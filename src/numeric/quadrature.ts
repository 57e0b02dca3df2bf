/**
 * Integrals over an interval or the line by the double exponential rule: the ends may be
 * singular or infinite, as long as the integrand is smooth inside. The bound is an estimate,
 * taken from how the value settles when the points are doubled.
 */
import { rational, ZERO } from '../term/rational.js';
import { partsOf } from './arithmetic.js';
import { type Ball, ballOf } from './ball.js';
import { piBall } from './ball-functions.js';
import type { Calculus } from './calculus.js';
import { isWithin, withDistance } from './estimate.js';
import {
  asReal,
  exact,
  isExactZero,
  type Real,
  unsure,
  type Value,
  whole,
  ZERO_VALUE,
} from './value.js';

/** Points lie at multiples of 2^-level up to this level. */
const LAST_LEVEL = 6;
/** Every point up to here is taken; farther ones until they no longer count. */
const CORE_REACH = 3.2;
/** Where the weights are e^-1000: an integrand that still counts there is given up. */
const FULL_REACH = 6.5;
/** Terms below 2^-NEGLIGIBLE of the sum no longer count, when so many in a row are. */
const NEGLIGIBLE = 100;
const IN_A_ROW = 3;
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
  let value: Real = ZERO_VALUE;
  for (let level = 0; level <= LAST_LEVEL; level++) {
    points = newPoints(c, level, points, (t) => {
      const { x, weight } = pointAt(t);
      return c.arithmetic.mul(f(x), weight);
    });
    const before = value;
    value = c.arithmetic.mul(points, exact(rational(1n, 1n << BigInt(level))));
    if (value.kind === 'undefined' || value.kind === 'unsure') return value;
    if (level >= 3 && isWithin(c, value, before, SETTLED)) return withDistance(c, value, before);
  }
  return unsure('an integral that does not settle');
}

type End = Real | '-inf' | 'inf';

const endOf = (value: Value): End =>
  value.kind === 'infinite' ? (value.sign === 1 ? 'inf' : '-inf') : asReal(value);

/** The sum with the points that a level adds to those of the levels before it. */
function newPoints(c: Calculus, level: number, sum: Real, termAt: (t: Ball) => Real): Real {
  const scale = 2 ** level;
  let total = sum;
  if (level === 0) total = c.arithmetic.add(total, termAt(ballOf(ZERO, c.arithmetic.bits)));
  for (const side of [1, -1]) {
    let small = 0;
    for (let k = 1; small < IN_A_ROW; k += level === 0 ? 1 : 2) {
      if (k > FULL_REACH * scale) return unsure('an integrand that does not vanish at an end');
      const term = termAt(ballOf(rational(side * k, scale), c.arithmetic.bits));
      total = c.arithmetic.add(total, term);
      if (total.kind === 'undefined' || total.kind === 'unsure') return total;
      const counts = k <= CORE_REACH * scale || !isNegligible(c, term, total);
      small = counts ? 0 : small + 1;
    }
  }
  return total;
}

/** The term is 0, or below 2^-NEGLIGIBLE of the sum; for duals, in all parts. */
function isNegligible(c: Calculus, term: Real, total: Real): boolean {
  if (term.kind === 'dual') {
    const { value, slope } = partsOf(total, term.tag);
    return isNegligible(c, term.value, value) && isNegligible(c, term.slope, slope);
  }
  if (isExactZero(term)) return true;
  return isWithin(c, total, c.arithmetic.add(total, term), NEGLIGIBLE);
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
