/**
 * exp, log and square root of balls. Each is computed for the mantissa in fixed point with
 * spare bits, and the radius is carried over by a bound on the derivative, so that the result
 * holds the function's value at every number of the argument.
 */
import {
  absolute,
  type Ball,
  ball,
  bitLength,
  divideBalls,
  isNonnegative,
  multiplyBalls,
  shift,
  upperBound,
} from './ball.js';
import { scaledLogTwo, scaledPi } from './ball-constants.js';

/** Arguments of exp past 2^40 in size have results whose exponent is no longer a safe integer. */
const LARGEST_EXPONENT_BITS = 40;

/** exp of t/2^bits for 0 <= t/2^bits < 1, scaled by 2^bits, right to two units. */
function expFixed(t: bigint, bits: number): bigint {
  const halvings = Math.floor(Math.sqrt(bits) / 1.4);
  const width = bits + halvings + 16;
  // t is halved that often and has 16 more bits: the two shifts leave one of 16.
  const x = t << 16n;
  const one = 1n << BigInt(width);
  const w = BigInt(width);
  let term = one;
  let total = one;
  for (let k = 1n; term !== 0n; k++) {
    term = ((term * x) >> w) / k;
    total += term;
  }
  for (let i = 0; i < halvings; i++) total = (total * total) >> w;
  return total >> BigInt(halvings + 16);
}

/** The smallest ball at hand around exp; undefined when the argument is beyond all measure. */
export function expBall(a: Ball, bits: number): Ball | undefined {
  const size = bitLength(a.m) + a.e;
  if (size > LARGEST_EXPONENT_BITS) return isFarBelowZero(a) ? tiny() : undefined;
  if (a.r !== 0n && bitLength(a.r) + a.e > -2) return wideExp(a, bits);
  const fraction = bits + 12 + Math.max(0, size);
  const x = shift(a.m, a.e + fraction);
  const logTwo = scaledLogTwo(fraction);
  let k = x / logTwo;
  if (x < k * logTwo) k -= 1n;
  const mantissa = expFixed(x - k * logTwo, fraction);
  // The scaled argument is off by one unit and k·log 2 by |k|; exp doubles that at most.
  const rounding = 2n * absolute(k) + 8n;
  // e^δ - 1 <= 3δ/2 for δ <= 1/2.
  const spread = a.r === 0n ? 0n : shift((3n * mantissa * a.r) >> 1n, a.e) + 1n;
  return ball(mantissa, Number(k) - fraction, rounding + spread, bits);
}

const isFarBelowZero = (a: Ball): boolean =>
  a.m + a.r < 0n && bitLength(a.m + a.r) + a.e > LARGEST_EXPONENT_BITS - 2;

/**
 * Holds exp of every number below -2^37: smaller than anything it is compared with. A new object
 * each time, as one object stands for one number.
 */
const tiny = (): Ball => ({ kind: 'ball', m: 1n, e: -(2 ** 36), r: 1n });

/** exp of a ball with a radius above 1/4: the ball from 0 to the largest value. */
function wideExp(a: Ball, bits: number): Ball | undefined {
  const high = expBall({ kind: 'ball', m: a.m + a.r, e: a.e, r: 0n }, bits);
  if (!high) return undefined;
  const top = upperBound(high);
  return ball(top.m, top.e - 1, top.m, bits);
}

/** log of a ball; 'unsure' when the ball reaches 0, 'undefined' when nothing in it is positive. */
export function logBall(a: Ball, bits: number): Ball | 'undefined' | 'unsure' {
  if (a.m + a.r <= 0n) return 'undefined';
  if (a.m <= a.r) return 'unsure';
  const length = bitLength(a.m);
  // a.m·2^-k lies in [3/4, 3/2): near 1 the result is small and needs bits of its own.
  const k = a.m << 1n > 3n << BigInt(length - 1) ? length : length - 1;
  const distance = absolute(a.m - (1n << BigInt(k)));
  const small = k + a.e === 0 && distance !== 0n ? Math.max(0, k - bitLength(distance)) : 0;
  const fraction = bits + 16 + Math.min(small, bits + 64);
  const value = logFixed(shift(a.m, fraction - k), fraction);
  const whole = BigInt(k + a.e) * scaledLogTwo(fraction);
  const rounding = 16n + absolute(BigInt(k + a.e));
  // log(x + δ) - log x is at most δ/(x - δ) in size.
  const spread = a.r === 0n ? 0n : (a.r << BigInt(fraction)) / (a.m - a.r) + 1n;
  return ball(value + whole, -fraction, rounding + spread, bits);
}

/** log of x/2^bits in [1/2, 2], scaled, right to twelve units: Newton's method with exp. */
function logFixed(x: bigint, bits: number): bigint {
  let good = 40;
  const excess = Math.max(0, bitLength(x) - 60);
  let y = BigInt(
    Math.round(Math.log(Number(x >> BigInt(excess)) * 2 ** (excess - bits)) * 2 ** 50),
  );
  let at = 50;
  while (good < bits) {
    // The error e of y becomes about e⁴/4 below; the bound of the last round is what counts.
    good = Math.min(bits + 2, good * 4 - 4);
    const width = Math.min(bits, good + 8);
    y = shift(y, width - at);
    at = width;
    y += logStep(shift(x, width - bits), y, width);
  }
  return shift(y, bits - at);
}

/** log(x·e^-y) for x close to e^y, by the first terms of the series of log(1 + d). */
function logStep(x: bigint, y: bigint, bits: number): bigint {
  const b = BigInt(bits);
  const one = 1n << b;
  // exp wants an argument in [0, 1): y lies within (-0.7, 0.7).
  const power = y >= 0n ? expFixed(y, bits) : (one << b) / expFixed(-y, bits);
  const d = (x << b) / power - one;
  const square = (d * d) >> b;
  return d - (square >> 1n) + ((square * d) >> b) / 3n;
}

/** The square root; 'unsure' when the ball holds numbers on both sides of 0. */
export function sqrtBall(a: Ball, bits: number): Ball | 'undefined' | 'unsure' {
  if (a.m + a.r < 0n) return 'undefined';
  if (!isNonnegative(a)) return 'unsure';
  if (a.m === 0n) return a;
  let k = Math.max(0, 2 * bits + 4 - bitLength(a.m));
  if ((a.e - k) % 2 !== 0) k += 1;
  const m = a.m << BigInt(k);
  const root = squareRoot(m);
  const spread = a.r === 0n ? 0n : (a.r << BigInt(k)) / root + 1n;
  return ball(root, (a.e - k) / 2, spread + 1n, bits);
}

/** floor(√n) */
export function squareRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let x = 1n << BigInt((bitLength(n) + 2) >> 1);
  for (;;) {
    const next = (x + n / x) >> 1n;
    if (next >= x) return x;
    x = next;
  }
}

export const piBall = (bits: number): Ball => ball(scaledPi(bits + 4), -bits - 4, 2n, bits);

export const logTwoBall = (bits: number): Ball => ball(scaledLogTwo(bits + 4), -bits - 4, 2n, bits);

/** a^n for a whole n, by squaring; undefined for a negative power of a ball that holds 0. */
export function powerBall(a: Ball, n: number, bits: number): Ball | undefined {
  if (n < 0) {
    const below = powerBall(a, -n, bits + 4);
    return below && divideBalls({ kind: 'ball', m: 1n, e: 0, r: 0n }, below, bits);
  }
  let result: Ball = { kind: 'ball', m: 1n, e: 0, r: 0n };
  let square = a;
  for (let k = n; k > 0; k = Math.floor(k / 2)) {
    if (k % 2 === 1) result = multiplyBalls(result, square, bits + 8);
    if (k > 1) square = multiplyBalls(square, square, bits + 8);
  }
  return ball(result.m, result.e, result.r, bits);
}
