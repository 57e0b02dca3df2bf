/**
 * erf, the normal distribution and the family of the gamma function: their Taylor coefficients are
 * computed in balls and rounded to double-doubles, so that these are no faster than the balls, but
 * the terms around them are, and differences of them have bounds too.
 */
import type { Operator } from '../../term/operator.js';
import { rational } from '../../term/rational.js';
import { addBalls, type Ball, ballOf, divideBalls, multiplyBalls, negateBall } from '../ball.js';
import { expBall, piBall, sqrtBall } from '../ball-functions.js';
import { erfBall, factorialOf, logGammaBall, normalBall, polygammaBall } from '../ball-special.js';
import {
  type DoubleDouble,
  fromBall,
  fromRational,
  toBall,
} from '../double-double/double-double.js';
import type { Series } from './series.js';

const BITS = 128;
/** Factorials past this are beyond the registers. */
const LARGEST_FACTORIAL = 160;
const LARGEST_BINOMIAL = 200;

/** The coefficient of d^k in f(x + d); nothing where the function or its bound is not known. */
type Taylor = (x: Ball, degree: number) => (Ball | undefined)[];

const over = (a: Ball | undefined, n: number | bigint): Ball | undefined =>
  a && divideBalls(a, ballOf(rational(n), BITS), BITS);

const digamma: Taylor = (x, degree) =>
  upTo(degree, (k) => over(polygammaBall(k, x, BITS), factorialOf(k)));

const lgamma: Taylor = (x, degree) =>
  upTo(degree, (k) =>
    k === 0 ? logGammaBall(x, BITS) : over(polygammaBall(k - 1, x, BITS), factorialOf(k)),
  );

const upTo = (degree: number, at: (k: number) => Ball | undefined): (Ball | undefined)[] =>
  Array.from({ length: degree + 1 }, (_, k) => at(k));

/**
 * The integral of g, where g' = -2s(x + d)·g: (k+1)·g_(k+1) = -2s(x·g_k + g_(k-1)), and g_0 is
 * front·e^(-s·x²).
 */
function gaussian(
  value: Ball | undefined,
  x: Ball,
  s: Ball,
  front: Ball | undefined,
  degree: number,
) {
  const square = multiplyBalls(multiplyBalls(x, x, BITS), s, BITS);
  const power = expBall(negateBall(square), BITS);
  const slope: Ball = { ...negateBall(s), e: s.e + 1 };
  let [before, g]: [Ball, Ball | undefined] = [
    ZERO,
    power && front && multiplyBalls(power, front, BITS),
  ];
  return upTo(degree, (k) => {
    if (k === 0 || !g) return k === 0 ? value : undefined;
    const coefficient = over(g, k);
    const inner = addBalls(multiplyBalls(x, g, BITS), before, BITS);
    [before, g] = [g, over(multiplyBalls(slope, inner, BITS), k)];
    return coefficient;
  });
}

const ZERO: Ball = { kind: 'ball', m: 0n, e: 0, r: 0n };
const ONE: Ball = { kind: 'ball', m: 1n, e: 0, r: 0n };
const HALF: Ball = { ...ONE, e: -1 };

/** n/√(m·π) */
function frontOf(n: bigint, m: bigint): Ball | undefined {
  const root = sqrtBall(multiplyBalls(piBall(BITS), { ...ONE, m }, BITS), BITS);
  return typeof root === 'string' ? undefined : divideBalls({ ...ONE, m: n }, root, BITS);
}

const erf: Taylor = (x, degree) => gaussian(erfBall(x, BITS), x, ONE, frontOf(2n, 1n), degree);
const normal: Taylor = (x, degree) =>
  gaussian(normalBall(x, BITS), x, HALF, frontOf(1n, 2n), degree);

const UNKNOWN: DoubleDouble = { hi: 0, lo: 0, error: Number.POSITIVE_INFINITY };

function valueAt({ bank }: Series, a: number): DoubleDouble {
  return { hi: bank.hi[a]!, lo: bank.lo[a]!, error: bank.error[a]! };
}

const composed =
  (taylor: Taylor) =>
  (s: Series, out: number, a: number, level: number): void => {
    const value = valueAt(s, a);
    const isPole = s.bank.sign(a) !== 1 && taylor !== erf && taylor !== normal;
    if (isPole || value.error === Number.POSITIVE_INFINITY) return s.forget(out, level);
    const coefficients = taylor(toBall(value, BITS), degreeOf(s, level));
    compose(
      s,
      out,
      a,
      level,
      coefficients.map((c) => (c ? fromBall(c) : UNKNOWN)),
    );
  };

/** The power from which on products of what is perturbed vanish, at this level. */
const degreeOf = (s: Series, level: number): number =>
  s.active.slice(0, level).reduce((sum, order) => sum + order, 0);

/** Σ c_k·(a - a_0)^k, where a_0 is the value of a. */
function compose(
  s: Series,
  out: number,
  a: number,
  level: number,
  coefficients: readonly DoubleDouble[],
): void {
  const [rest, product, constant] = [s.take(level), s.take(level), s.take(0)];
  s.copy(rest, a, level, level);
  s.bank.put(rest, 0, 0, 0);
  s.set(out, level, 0);
  for (const { hi, lo, error } of coefficients.toReversed()) {
    s.bank.put(constant, hi, lo, error);
    s.mul(product, out, level, rest, level);
    s.add(out, product, level, constant, 0);
  }
  s.release(rest);
}

const logGamma = composed(lgamma);

export const SPECIAL: {
  readonly [op in Operator]?: (s: Series, out: number, a: number, level: number) => void;
} = {
  erf: composed(erf),
  Phi: composed(normal),
  digamma: composed(digamma),
  lgamma: logGamma,
  gamma: (s, out, a, level) => {
    const log = s.take(level);
    logGamma(s, log, a, level);
    s.exp(out, log, level);
    s.release(log);
  },
  factorial: (s, out, a, level) => {
    const n = wholeAt(s, a);
    if (level > 0 || n === undefined || n < 0 || n > LARGEST_FACTORIAL) return s.forget(out, level);
    const { hi, lo, error } = fromRational(rational(factorialOf(n)));
    s.bank.put(out, hi, lo, error);
  },
};

function wholeAt({ bank }: Series, a: number): number | undefined {
  const n = bank.hi[a]!;
  return bank.error[a] === 0 && bank.lo[a] === 0 && Number.isSafeInteger(n) ? n : undefined;
}

/** n(n-1)…(n-k+1)/k! for a whole k. */
export function binomial(
  s: Series,
  out: number,
  n: number,
  ln: number,
  k: number,
  lk: number,
): void {
  const level = Math.max(ln, lk);
  const count = wholeAt(s, k);
  const isKnown = s.bank.error[n]! < Number.POSITIVE_INFINITY;
  if (lk > 0 || count === undefined || count > LARGEST_BINOMIAL || !isKnown)
    return s.forget(out, level);
  s.set(out, level, count < 0 ? 0 : 1);
  const [factor, product] = [s.take(level), s.take(level)];
  const number = s.take(0);
  for (let i = 0; i < count; i++) {
    s.set(number, 0, -i);
    s.add(factor, n, ln, number, 0);
    s.mul(product, out, level, factor, ln);
    s.set(number, 0, i + 1);
    s.div(out, product, level, number, 0);
  }
  s.release(factor);
}
