/**
 * Real numbers known up to a proven bound: every number of the ball (m ± r)·2^e.
 * Mantissa and radius are integers, so no rounding happens that is not counted in the radius,
 * and the exponent has no limit that a claim could meet: e^800 and e^-800 are ordinary numbers.
 */
import type { Rational } from '../term/rational.js';

export interface Ball {
  readonly kind: 'ball';
  readonly m: bigint;
  readonly e: number;
  /** Radius in units of 2^e; never negative. */
  readonly r: bigint;
}

/** Bits a radius may have before mantissa and radius are both shortened. */
const RADIUS_BITS = 32;

export const absolute = (m: bigint): bigint => (m < 0n ? -m : m);

/** The number of binary digits of |m|, at most one too many; 0 for 0. */
export function bitLength(m: bigint): number {
  let rest = absolute(m);
  let bits = 0;
  let approximate = Number(rest);
  while (approximate === Number.POSITIVE_INFINITY) {
    rest >>= 960n;
    bits += 960;
    approximate = Number(rest);
  }
  return approximate === 0 ? bits : bits + Math.floor(Math.log2(approximate)) + 1;
}

/** m·2^k, rounded down when k is negative. */
export const shift = (m: bigint, k: number): bigint => (k >= 0 ? m << BigInt(k) : m >> BigInt(-k));

/** The ball, shortened to `bits` binary digits; what that loses goes into the radius. */
export function ball(m: bigint, e: number, r: bigint, bits: number): Ball {
  const excess = Math.max(bitLength(m) - bits, r === 0n ? 0 : bitLength(r) - RADIUS_BITS);
  if (excess <= 0) return { kind: 'ball', m, e, r };
  const s = BigInt(excess);
  return { kind: 'ball', m: m >> s, e: e + excess, r: (r >> s) + 2n };
}

/** The ball around an exact rational number. */
export function ballOf(q: Rational, bits: number): Ball {
  if (q.d === 1n) return ball(q.n, 0, 0n, bits);
  const k = Math.max(0, bits + bitLength(q.d) - bitLength(q.n) + 1);
  return ball((q.n << BigInt(k)) / q.d, -k, 1n, bits);
}

export const negateBall = (a: Ball): Ball => ({ kind: 'ball', m: -a.m, e: a.e, r: a.r });

export function addBalls(a: Ball, b: Ball, bits: number): Ball {
  const top = Math.max(a.e + bitLength(a.m), b.e + bitLength(b.m));
  let e = Math.max(Math.min(a.e, b.e), top - bits - 2);
  if (a.r !== 0n) e = Math.max(e, a.e + bitLength(a.r) - RADIUS_BITS);
  if (b.r !== 0n) e = Math.max(e, b.e + bitLength(b.r) - RADIUS_BITS);
  const m = shift(a.m, a.e - e) + shift(b.m, b.e - e);
  return ball(m, e, shiftRadius(a.r, a.e - e, a.m) + shiftRadius(b.r, b.e - e, b.m), bits);
}

/** The radius after its mantissa was shifted by k: what a shift to the right drops is added. */
function shiftRadius(r: bigint, k: number, m: bigint): bigint {
  if (k >= 0) return r === 0n ? 0n : r << BigInt(k);
  return m === 0n && r === 0n ? 0n : shift(r, k) + 2n;
}

export function multiplyBalls(a: Ball, b: Ball, bits: number): Ball {
  let r = 0n;
  if (b.r !== 0n) r += absolute(a.m) * b.r + a.r * b.r;
  if (a.r !== 0n) r += absolute(b.m) * a.r;
  return ball(a.m * b.m, a.e + b.e, r, bits);
}

/** a / b; undefined when the ball b holds 0. */
export function divideBalls(a: Ball, b: Ball, bits: number): Ball | undefined {
  const least = absolute(b.m) - b.r;
  if (least <= 0n) return undefined;
  const k = Math.max(0, bits + 2 + bitLength(b.m) - bitLength(a.m));
  const quotient = (a.m << BigInt(k)) / b.m;
  const r = ((a.r << BigInt(k)) + absolute(quotient) * b.r) / least + 2n;
  return ball(quotient, a.e - b.e - k, r, bits);
}

/** The sign that every number of the ball has; undefined when they differ. */
export function signOfBall(a: Ball): -1 | 0 | 1 | undefined {
  if (a.m > a.r) return 1;
  if (-a.m > a.r) return -1;
  return a.m === 0n && a.r === 0n ? 0 : undefined;
}

/** True when no number of the ball is below 0. */
export const isNonnegative = (a: Ball): boolean => a.m >= a.r;

/** A ball that holds both. */
export function hullOfBalls(a: Ball, b: Ball, bits: number): Ball {
  const distance = upperBound(addBalls(a, negateBall(b), bits));
  return widen(a, distance, bits);
}

/** The ball with the exact, nonnegative number `by` added to its radius. */
export function widen(a: Ball, by: Ball, bits: number): Ball {
  return addBalls(a, { kind: 'ball', m: 0n, e: by.e, r: by.m + by.r }, bits);
}

/** An exact ball at or above every |x| of the ball. */
export const upperBound = (a: Ball): Ball => ({
  kind: 'ball',
  m: absolute(a.m) + a.r,
  e: a.e,
  r: 0n,
});

/** The nearest double or so to m·2^e. */
function scaled(m: bigint, e: number): number {
  if (m === 0n) return 0;
  const excess = Math.max(0, bitLength(m) - 64);
  const short = Number(m >> BigInt(excess));
  const power = e + excess;
  if (power > 960 || power < -1000) {
    const half = Math.trunc(power / 2);
    return short * 2 ** half * 2 ** (power - half);
  }
  return short * 2 ** power;
}

export const centreOf = (a: Ball): number => scaled(a.m, a.e);
