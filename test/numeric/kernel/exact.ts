/**
 * What the kernel computes, in arbitrary precision from the definitions, and the distance of a
 * floating-point number from it in units of its last place.
 */
import {
  addBalls,
  type Ball,
  bitLength,
  divideBalls,
  multiplyBalls,
  negateBall,
} from '../../../src/numeric/ball.js';
import { expBall, logBall } from '../../../src/numeric/ball-functions.js';

const BITS = 260;
const view = new DataView(new ArrayBuffer(8));

/** The ball of one finite double. */
export function exactly(x: number): Ball {
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const m = biased === 0 ? fraction : fraction | 0x10000000000000n;
  return { kind: 'ball', m: x < 0 ? -m : m, e: Math.max(biased, 1) - 1075, r: 0n };
}

const isZero = (a: Ball): boolean => a.m === 0n && a.r === 0n;

/** A zero may have a large exponent, at which the other would be cut off. */
export const plus = (a: Ball, b: Ball): Ball =>
  isZero(a) ? b : isZero(b) ? a : addBalls(a, b, BITS);
export const minus = (a: Ball, b: Ball): Ball => plus(a, negateBall(b));
export const times = (a: Ball, b: Ball): Ball => multiplyBalls(a, b, BITS);
export const over = (a: Ball, b: Ball): Ball => divideBalls(a, b, BITS)!;
export const total = (all: readonly Ball[]): Ball => all.reduce(plus, exactly(0));
export const sizeOf = (a: Ball): Ball => (a.m < 0n ? negateBall(a) : a);
export const larger = (a: Ball, b: Ball): Ball => (minus(sizeOf(a), sizeOf(b)).m < 0n ? b : a);

/** e^x, and 0 at -∞. */
export function exp(x: number | Ball): Ball {
  if (x === Number.NEGATIVE_INFINITY) return exactly(0);
  return expBall(typeof x === 'number' ? exactly(x) : x, BITS)!;
}

export function log(x: Ball): Ball {
  const value = logBall(x, BITS);
  if (typeof value === 'string') throw new Error(`log is ${value}`);
  return value;
}

/** log(1 + x) for x >= 0, as precise for a tiny x. */
export function log1p(x: Ball): Ball {
  if (x.m === 0n) return x;
  if (bitLength(x.m) + x.e > -120) return log(plus(exactly(1), x));
  // The third term is below 2^-240 of the first.
  return minus(x, times(times(x, x), exactly(0.5)));
}

/** e^z - of all entries less the largest, so that no exponent is out of reach. */
function exponentials(z: readonly number[]): { all: Ball[]; largest: number } {
  const largest = z.reduce((best, x, c) => (x > z[best]! ? c : best), 0);
  const m = exactly(z[largest]!);
  const all = z.map((x) =>
    x === Number.NEGATIVE_INFINITY ? exactly(0) : exp(minus(exactly(x), m)),
  );
  return { all, largest };
}

const without = (all: readonly Ball[], place: number): Ball =>
  total(all.filter((_, c) => c !== place));

/** log Σ e^z - z_c, for finite z_c. */
export function lossAt(z: readonly number[], c: number): Ball {
  const { all, largest } = exponentials(z);
  const gap = minus(exactly(z[largest]!), exactly(z[c]!));
  return plus(gap, log1p(without(all, largest)));
}

export function shares(z: readonly number[]): Ball[] {
  const { all } = exponentials(z);
  const sum = total(all);
  return all.map((e) => over(e, sum));
}

/** By the logits of the loss of one label. */
export function gradientAt(z: readonly number[], label: number): Ball[] {
  const { all } = exponentials(z);
  const sum = total(all);
  return all.map((e, c) =>
    c === label ? negateBall(over(without(all, label), sum)) : over(e, sum),
  );
}

/** The number of binary digits, exactly. */
const digits = (m: bigint): number => (m < 0n ? -m : m).toString(2).length;

/**
 * |x - exact| in ulps of `scale`, the exact value unless told otherwise: units of the last place of
 * a double, or of a single. Below the normal numbers that is the smallest subnormal.
 */
export function ulps(x: number, exact: Ball, kind: 8 | 4 = 8, scale: Ball = exact): number {
  const [precision, least] = kind === 8 ? [53, -1074] : [24, -149];
  const top = scale.m === 0n ? Number.NEGATIVE_INFINITY : digits(scale.m) + scale.e;
  const unit = Math.max(top - precision!, least!);
  if (!Number.isFinite(x)) return Number.POSITIVE_INFINITY;
  const error = minus(exactly(x), exact);
  const size = (error.m < 0n ? -error.m : error.m) + error.r;
  const excess = Math.max(0, digits(size) - 60);
  return Number(size >> BigInt(excess)) * 2 ** (error.e + excess - unit);
}
