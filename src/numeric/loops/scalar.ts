/**
 * What each operator does to numbers of a series, in the form that keeps the most digits. Where a
 * choice between two formulas rests on a comparison that the bounds do not decide, or that is tied
 * while something is perturbed, nothing is known of the result.
 */
import type { Operator } from '../../term/operator.js';
import type { Series } from './series.js';
import { binomial, SPECIAL } from './special.js';

type Unary = (s: Series, out: number, a: number, level: number) => void;
type Binary = (s: Series, out: number, a: number, la: number, b: number, lb: number) => void;

export const UNARY: { readonly [op in Operator]?: Unary } = {
  neg: (s, out, a, level) => s.neg(out, a, level),
  exp: (s, out, a, level) => s.exp(out, a, level),
  log: (s, out, a, level) => s.log(out, a, level),
  log2: (s, out, a, level) => logarithm(s, out, a, level, 2),
  log10: (s, out, a, level) => logarithm(s, out, a, level, 10),
  sqrt: (s, out, a, level) => s.sqrt(out, a, level),
  abs: absolute,
  sign: signOf,
  relu: rectified,
  tanh,
  sigmoid,
  softplus,
  ...SPECIAL,
};

export const BINARY: { readonly [op in Operator]?: Binary } = {
  add: (s, out, a, la, b, lb) => s.add(out, a, la, b, lb),
  sub: (s, out, a, la, b, lb) => s.sub(out, a, la, b, lb),
  mul: (s, out, a, la, b, lb) => s.mul(out, a, la, b, lb),
  div: (s, out, a, la, b, lb) => s.div(out, a, la, b, lb),
  pow,
  binom: binomial,
  maximum: (s, out, a, la, b, lb) => extreme(s, out, a, la, b, lb, 1),
  minimum: (s, out, a, la, b, lb) => extreme(s, out, a, la, b, lb, -1),
};

function logarithm(s: Series, out: number, a: number, level: number, base: number): void {
  const [value, scale] = [s.take(level), s.take(0)];
  s.set(scale, 0, base);
  s.log(scale, scale, 0);
  s.log(value, a, level);
  s.div(out, value, level, scale, 0);
  s.release(value);
}

function absolute(s: Series, out: number, a: number, level: number): void {
  const sign = s.bank.sign(a);
  if (level > 0 && !sign) return s.forget(out, level);
  // ||x| - |y|| <= |x - y|, so that the bound stays when the sign is not known.
  if (sign === -1 || s.bank.hi[a]! < 0) s.neg(out, a, level);
  else s.copy(out, a, level, level);
}

function signOf(s: Series, out: number, a: number, level: number): void {
  const sign = s.bank.sign(a);
  if (sign === undefined || (sign === 0 && level > 0)) s.forget(out, level);
  else s.set(out, level, sign);
}

function rectified(s: Series, out: number, a: number, level: number): void {
  const sign = s.bank.sign(a);
  if (sign === undefined || (sign === 0 && level > 0)) s.forget(out, level);
  else if (sign === 1) s.copy(out, a, level, level);
  else s.set(out, level, 0);
}

/** The sign of a - b, from their values alone. */
export function order(s: Series, a: number, b: number): -1 | 0 | 1 | undefined {
  const gap = s.take(0);
  s.bank.sub(gap, a, b);
  const sign = s.bank.sign(gap);
  s.release(gap);
  return sign;
}

/** The larger (side 1) or the smaller (side -1) of two. */
export function extreme(
  s: Series,
  out: number,
  a: number,
  la: number,
  b: number,
  lb: number,
  side: 1 | -1,
): void {
  const level = Math.max(la, lb);
  const sign = order(s, a, b);
  if (sign === undefined || (sign === 0 && level > 0)) s.forget(out, level);
  else if (sign * side >= 0) s.copy(out, a, la, level);
  else s.copy(out, b, lb, level);
}

/** -|x| as a series. The formulas built on it are right on both sides of 0, so that a tie is none. */
function negativeSize(s: Series, out: number, a: number, level: number): boolean {
  const isPositive = s.bank.hi[a]! > 0;
  if (isPositive) s.neg(out, a, level);
  else s.copy(out, a, level, level);
  return isPositive;
}

/** -m/(m + 2) with m = e^(-2|x|) - 1, and the sign of x. */
function tanh(s: Series, out: number, a: number, level: number): void {
  const [x, m, below] = [s.take(level), s.take(level), s.take(level)];
  const two = s.take(0);
  s.set(two, 0, 2);
  const isPositive = negativeSize(s, m, a, level);
  s.mul(x, m, level, two, 0);
  s.expm1(m, x, level);
  s.add(below, m, level, two, 0);
  s.div(x, m, level, below, level);
  if (isPositive) s.neg(out, x, level);
  else s.copy(out, x, level, level);
  s.release(x);
}

/** 1/(1 + e^-x) for x > 0, otherwise e^x/(1 + e^x). */
function sigmoid(s: Series, out: number, a: number, level: number): void {
  const [x, e, below] = [s.take(level), s.take(level), s.take(level)];
  const one = s.take(0);
  s.set(one, 0, 1);
  const isPositive = negativeSize(s, x, a, level);
  s.exp(e, x, level);
  s.add(below, e, level, one, 0);
  if (isPositive) s.div(out, one, 0, below, level);
  else s.div(out, e, level, below, level);
  s.release(x);
}

/** log(1 + e^-|x|), plus x where that is positive. */
function softplus(s: Series, out: number, a: number, level: number): void {
  const [x, e] = [s.take(level), s.take(level)];
  const isPositive = negativeSize(s, x, a, level);
  s.exp(e, x, level);
  s.log1p(x, e, level);
  if (isPositive) s.add(out, x, level, a, level);
  else s.copy(out, x, level, level);
  s.release(x);
}

const LARGEST_POWER = 4096;

/** A whole power by squaring; any other power of a positive number by its logarithm. */
function pow(s: Series, out: number, a: number, la: number, b: number, lb: number): void {
  const { bank } = s;
  const level = Math.max(la, lb);
  const n = bank.hi[b]!;
  const isWhole = lb === 0 && bank.error[b] === 0 && bank.lo[b] === 0 && Number.isInteger(n);
  if (bank.error[a] === Number.POSITIVE_INFINITY) return s.forget(out, level);
  if (isWhole && Math.abs(n) <= LARGEST_POWER) return wholePower(s, out, a, la, n);
  if (bank.sign(a) !== 1) return s.forget(out, level);
  const [log, product] = [s.take(la), s.take(level)];
  s.log(log, a, la);
  s.mul(product, log, la, b, lb);
  s.exp(out, product, level);
  s.release(log);
}

function wholePower(s: Series, out: number, a: number, level: number, n: number): void {
  if (n >= 0) return s.power(out, a, level, n);
  const [power, one] = [s.take(level), s.take(0)];
  s.set(one, 0, 1);
  s.power(power, a, level, -n);
  s.div(out, one, 0, power, level);
  s.release(power);
}
