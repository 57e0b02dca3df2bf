/**
 * Rigorous intervals for expressions without variables: comparisons of numbers such as
 * log(17/20) < 0. Numbers are whole multiples of 2^-160; every rounding goes outwards.
 */
import type { Rational } from '../term/rational.js';
import { arg, type Term } from '../term/term.js';
import { wholeExponent } from './algebra.js';

const BITS = 160n;
const ONE = 1n << BITS;

/** The value lies between lo and hi, both in units of 2^-160. */
interface Interval {
  readonly lo: bigint;
  readonly hi: bigint;
}

const interval = (lo: bigint, hi: bigint): Interval => ({ lo, hi });

/** Largest size of an argument of exp, and of a number at all, in bits before the point. */
const MAX_EXP = 12n;
const MAX_SIZE = 4096n;

const floorDiv = (a: bigint, b: bigint): bigint =>
  a % b !== 0n && a < 0n !== b < 0n ? a / b - 1n : a / b;
const ceilDiv = (a: bigint, b: bigint): bigint => -floorDiv(-a, b);

/** The interval of a term, or undefined when it has variables, no value, or is too large. */
function intervalOf(term: Term): Interval | undefined {
  const parts: Interval[] = [];
  for (const child of term.args) {
    if (term.op === 'pow' && child !== term.args[0]) continue;
    const part = intervalOf(child);
    if (!part) return undefined;
    parts.push(part);
  }
  const value = evaluate(term, parts);
  const isSmall = (x: bigint): boolean => x < ONE << MAX_SIZE && x > -(ONE << MAX_SIZE);
  return value && isSmall(value.lo) && isSmall(value.hi) ? value : undefined;
}

function evaluate(term: Term, parts: readonly Interval[]): Interval | undefined {
  const [a, b] = parts as [Interval, Interval];
  switch (term.op) {
    case 'num': {
      const { n, d } = term.value as Rational;
      return interval(floorDiv(n << BITS, d), ceilDiv(n << BITS, d));
    }
    case 'add':
      return interval(a.lo + b.lo, a.hi + b.hi);
    case 'sub':
      return interval(a.lo - b.hi, a.hi - b.lo);
    case 'neg':
      return interval(-a.hi, -a.lo);
    case 'mul':
      return times(a, b);
    case 'div':
      return b.lo > 0n || b.hi < 0n ? times(a, reciprocal(b)) : undefined;
    case 'pow':
      return power(a, wholeExponent(term));
    case 'abs':
      if (a.lo >= 0n) return a;
      return a.hi <= 0n ? interval(-a.hi, -a.lo) : interval(0n, a.hi > -a.lo ? a.hi : -a.lo);
    case 'exp': {
      const [lo, hi] = [exponential(a.lo), exponential(a.hi)];
      return lo && hi && interval(lo.lo, hi.hi);
    }
    case 'log':
      return a.lo > 0n ? interval(logarithm(a.lo).lo, logarithm(a.hi).hi) : undefined;
    case 'sqrt':
      return a.lo >= 0n ? interval(root(a.lo << BITS), root(a.hi << BITS) + 1n) : undefined;
    case 'pi':
      return combine([16n, arctanOfReciprocal(5n)], [-4n, arctanOfReciprocal(239n)]);
    default:
      return undefined;
  }
}

function times(a: Interval, b: Interval): Interval {
  const products = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi];
  const least = products.reduce((x, y) => (y < x ? y : x));
  const most = products.reduce((x, y) => (y > x ? y : x));
  return interval(floorDiv(least, ONE), ceilDiv(most, ONE));
}

const reciprocal = (a: Interval): Interval =>
  interval(floorDiv(ONE * ONE, a.hi), ceilDiv(ONE * ONE, a.lo));

function power(a: Interval, exponent: number | undefined): Interval | undefined {
  if (exponent === undefined) return undefined;
  let result = interval(ONE, ONE);
  for (let k = 0; k < Math.abs(exponent); k++) result = times(result, a);
  if (exponent >= 0) return result;
  // Rounding outwards may reach 0 although the base does not.
  return result.lo > 0n || result.hi < 0n ? reciprocal(result) : undefined;
}

/** exp x: Taylor's series at x/2^k, at most 1/2 in size, then k squarings. */
function exponential(x: bigint): Interval | undefined {
  const size = x < 0n ? -x : x;
  if (size > ONE << MAX_EXP) return undefined;
  let halvings = 0n;
  while (size >> halvings > ONE / 2n) halvings++;
  const r = x >> halvings;
  let term = ONE;
  let sum = ONE;
  const terms = 48n;
  for (let k = 1n; k <= terms; k++) {
    term = (term * r) / ONE / k;
    sum += term;
  }
  // Each truncation is below 2 units; the rest of the series, and of x/2^k, below 4.
  const error = 2n * terms + 4n;
  let result = interval(sum - error, sum + error);
  for (let k = 0n; k < halvings; k++) result = times(result, result);
  return result;
}

/** log x = e·log 2 + 2·artanh((m-1)/(m+1)) for x = m·2^e with 1 ≤ m < 2. */
function logarithm(x: bigint): Interval {
  let e = 0n;
  let m = x;
  for (; m >= 2n * ONE; m >>= 1n) e++;
  for (; m < ONE; m <<= 1n) e--;
  // Halving drops bits: at most 2 units in m, at most 2 in the quotient's argument.
  const mantissa = artanh(((m - ONE) * ONE) / (m + ONE), 4n);
  const two = artanh(ONE / 3n, 1n);
  return combine([2n, mantissa], [2n * e, two]);
}

/** artanh t for 0 ≤ t ≤ 1/3, where t is known up to `slack` units. */
function artanh(t: bigint, slack: bigint): Interval {
  const square = (t * t) / ONE;
  let term = t;
  let sum = t;
  const terms = 64n;
  for (let k = 1n; k <= terms; k++) {
    term = (term * square) / ONE;
    sum += term / (2n * k + 1n);
  }
  // Truncations, the rest of the series (below 9^-64), and 9/8 of the slack.
  const error = 3n * terms + 2n + 2n * slack;
  return interval(sum - error, sum + error);
}

/** arctan(1/n) for n ≥ 2, by its alternating series. */
function arctanOfReciprocal(n: bigint): Interval {
  let term = ONE / n;
  let sum = term;
  const terms = 80n;
  for (let k = 1n; k <= terms; k++) {
    term = -term / (n * n);
    sum += term / (2n * k + 1n);
  }
  const error = 3n * terms + 2n;
  return interval(sum - error, sum + error);
}

const combine = (...parts: readonly (readonly [bigint, Interval])[]): Interval =>
  parts.reduce(
    (sum, [factor, { lo, hi }]) =>
      factor < 0n
        ? interval(sum.lo + factor * hi, sum.hi + factor * lo)
        : interval(sum.lo + factor * lo, sum.hi + factor * hi),
    interval(0n, 0n),
  );

/** The whole square root, rounded down. */
function root(n: bigint): bigint {
  if (n < 2n) return n;
  let x = 1n << BigInt(Math.ceil(n.toString(2).length / 2));
  for (;;) {
    const next = (x + n / x) / 2n;
    if (next >= x) return x;
    x = next;
  }
}

/** True when a ≤ b, or a < b, holds for numbers without variables; false when not shown. */
export function comparesAs(relation: 'le' | 'lt', comparison: Term): boolean {
  // A mask of 0 says that no name occurs.
  if (comparison.mask !== 0) return false;
  const a = intervalOf(arg(comparison, 0));
  const b = intervalOf(arg(comparison, 1));
  return a !== undefined && b !== undefined && (relation === 'le' ? a.hi <= b.lo : a.hi < b.lo);
}
