/**
 * Integrals over an interval or the line by the double exponential rule: the ends may be
 * singular or infinite, as long as the integrand is smooth inside. The bound is an estimate,
 * taken from how the value settles when the points are doubled.
 */
import { rational } from '../term/rational.js';
import { addBalls, type Ball, ballOf, centreOf, upperBound, widen } from './ball.js';
import { piBall } from './ball-functions.js';
import type { Calculus } from './calculus.js';
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
/** The rule's variable runs over (-REACH, REACH): past it the weights are below e^-150. */
const REACH = 4.6;

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
  const tried: Real[] = [];
  let total: Real = ZERO_VALUE;
  for (let level = 0; level <= LAST_LEVEL; level++) {
    total = c.arithmetic.add(total, newPoints(c, level, pointAt, f));
    const value = c.arithmetic.mul(total, exact(rational(1n, 1n << BigInt(level))));
    tried.push(value);
    if (level >= 3 && hasSettled(c, tried)) break;
  }
  return withEstimate(c, tried);
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
  const sinh = (t: Real): Real =>
    k.mul(half, k.sub(c.apply('exp', t), c.apply('exp', k.neg(t))));
  const cosh = (t: Real): Real =>
    k.mul(half, k.add(c.apply('exp', t), c.apply('exp', k.neg(t))));
  const quarterTurn = k.mul(half, piBall(k.bits));
  const inner = (t: Real): Real => k.mul(quarterTurn, sinh(t));
  if (typeof a === 'object' && typeof b === 'object') {
    const width = k.sub(b, a);
    return (t) => {
      // x = a + width·s(2u) with s the logistic function and u = π/2·sinh t.
      const u = k.mul(whole(2), inner(t));
      const s = c.apply('sigmoid', u);
      const slope = k.mul(k.mul(s, c.apply('sigmoid', k.neg(u))), k.mul(whole(2), k.mul(quarterTurn, cosh(t))));
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

/** Two doublings in a row changed the value by less than 2^-60 of it. */
function hasSettled(c: Calculus, tried: readonly Real[]): boolean {
  const [before, last] = tried.slice(-2);
  const change = gap(c, before as Real, last as Real);
  const size = last && number(c, last);
  if (change === undefined || size === undefined) return false;
  return centreOf(change) <= Math.abs(centreOf(size)) * 2 ** -70 || centreOf(change) === 0;
}

function withEstimate(c: Calculus, tried: readonly Real[]): Real {
  const last = tried.at(-1) as Real;
  if (last.kind === 'undefined' || last.kind === 'unsure') return last;
  if (isExactZero(last)) return last;
  const change = gap(c, tried.at(-2) as Real, last);
  const value = number(c, last);
  if (!change || !value) return last.kind === 'dual' ? last : unsure('an integral');
  const cut = c.apply('exp', whole(-100));
  const reach = cut.kind === 'ball' ? upperBound(cut) : change;
  return widen(value, addBalls(change, { ...reach, e: reach.e + Math.max(0, value.e) }, c.arithmetic.bits), c.arithmetic.bits);
}

const number = (c: Calculus, a: Real): Ball | undefined =>
  a.kind === 'ball' || a.kind === 'exact' ? c.arithmetic.toBall(a) : undefined;

function gap(c: Calculus, a: Real, b: Real): Ball | undefined {
  const distance = number(c, c.arithmetic.sub(a, b));
  return distance && upperBound(distance);
}

