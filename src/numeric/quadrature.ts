/**
 * Integrals over an interval or the line by the double exponential rule: the ends may be
 * singular or infinite, as long as the integrand is smooth inside. The bound is an estimate,
 * taken from how the value settles when the points are doubled.
 */
import { rational, ZERO } from '../term/rational.js';
import { partsOf } from './arithmetic.js';
import { type Ball, ballOf, upperBound } from './ball.js';
import { piBall } from './ball-functions.js';
import type { Calculus } from './calculus.js';
import { isSmallBeside, isWithin, withDistance } from './estimate.js';
import { asReal, exact, type Real, unsure, type Value, whole, ZERO_VALUE } from './value.js';

/** Points lie at multiples of 2^-level up to this level. */
const LAST_LEVEL = 7;
const FIRST_SETTLED_LEVEL = 3;
/** Every point up to here is taken; farther ones until they no longer count. */
const CORE_REACH = 3.2;
/** Where the weights are e^-7000: an integrand that still counts there is given up. */
const FULL_REACH = 8.5;
/** Terms below 2^-NEGLIGIBLE of the sum no longer count, when so many in a row are. */
const NEGLIGIBLE = 100;
const IN_A_ROW = 3;
/** The value has settled when a doubling changes it by less than 2^-SETTLED of the terms. */
const SETTLED = 60;

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
  const terms = new Terms(c, (t) => {
    const { x, weight } = pointAt(t);
    return c.arithmetic.mul(f(x), weight);
  });
  let value: Real = ZERO_VALUE;
  for (let level = 0; level <= LAST_LEVEL; level++) {
    const failure = terms.refine(level);
    if (failure) return failure;
    const before = value;
    const step = exact(rational(1n, 1n << BigInt(level)));
    value = c.arithmetic.mul(terms.sum, step);
    const sizes = c.arithmetic.mul(terms.sizes, step);
    if (level >= FIRST_SETTLED_LEVEL && isWithin(c, value, before, SETTLED, sizes))
      return withDistance(c, value, c.arithmetic.add(before, terms.cut));
  }
  return unsure('an integral that does not settle');
}

type End = Real | '-inf' | 'inf';

const endOf = (value: Value): End =>
  value.kind === 'infinite' ? (value.sign === 1 ? 'inf' : '-inf') : asReal(value);

/** The terms of the rule, added up level by level. */
class Terms {
  readonly #calculus: Calculus;
  readonly #termAt: (t: Ball) => Real;
  sum: Real = ZERO_VALUE;
  /** The sum of the sizes of the terms. */
  sizes: Real = ZERO_VALUE;
  /** The size of the last terms before a point that could not be evaluated: what is cut off. */
  cut: Real = ZERO_VALUE;

  constructor(calculus: Calculus, termAt: (t: Ball) => Real) {
    this.#calculus = calculus;
    this.#termAt = termAt;
  }

  /** Adds the points between those of the levels before; answers why it cannot. */
  refine(level: number): Real | undefined {
    if (level === 0) this.#add(this.#termAt(ballOf(ZERO, this.#calculus.arithmetic.bits)));
    const failure = this.#side(level, 1) ?? this.#side(level, -1);
    if (failure) return failure;
    return this.sum.kind === 'undefined' || this.sum.kind === 'unsure' ? this.sum : undefined;
  }

  #add(term: Real): void {
    this.sum = this.#calculus.arithmetic.add(this.sum, term);
    this.sizes = this.#calculus.arithmetic.add(this.sizes, sizeOf(this.#calculus, term));
  }

  #side(level: number, side: 1 | -1): Real | undefined {
    const scale = 2 ** level;
    let small = 0;
    let last: Real = ZERO_VALUE;
    for (let k = 1; small < IN_A_ROW; k += level === 0 ? 1 : 2) {
      if (k > FULL_REACH * scale) return unsure('an integrand that does not vanish at an end');
      const term = this.#termAt(ballOf(rational(side * k, scale), this.#calculus.arithmetic.bits));
      if (term.kind === 'undefined' || term.kind === 'unsure') {
        if (k <= CORE_REACH * scale) return term;
        // Rounding has pushed the point onto the end: the rest is like the last term at most.
        this.cut = this.#calculus.arithmetic.add(this.cut, sizeOf(this.#calculus, last));
        return undefined;
      }
      this.#add(term);
      last = term;
      const counts = k <= CORE_REACH * scale || !isNegligible(this.#calculus, term, this.sizes);
      small = counts ? 0 : small + 1;
    }
    return undefined;
  }
}

/** |a|, or a bound of it; for duals, of every part. */
function sizeOf(c: Calculus, a: Real): Real {
  if (a.kind === 'dual') return c.arithmetic.dual(a.tag, sizeOf(c, a.value), sizeOf(c, a.slope));
  return a.kind === 'exact' || a.kind === 'ball' ? upperBound(c.arithmetic.toBall(a)) : a;
}

/** The term is 0, or below 2^-NEGLIGIBLE of the sum; for duals, in all parts. */
function isNegligible(c: Calculus, term: Real, sum: Real): boolean {
  if (term.kind !== 'dual') return isSmallBeside(c, term, sum, NEGLIGIBLE);
  const { value, slope } = partsOf(sum, term.tag);
  return isNegligible(c, term.value, value) && isNegligible(c, term.slope, slope);
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
