/** Elementary functions, powers and binomials of values, through exact numbers, balls and duals. */
import * as rationals from '../term/rational.js';
import { Arithmetic, isOne, measured, partsOf } from './arithmetic.js';
import { type Ball, bitLength, signOfBall } from './ball.js';
import { powerBall } from './ball-functions.js';
import { factorialOf, polygammaBall } from './ball-special.js';
import {
  type Calculus as CalculusContract,
  ELEMENTARY,
  type Elementary,
  type ElementaryName,
} from './elementary.js';
import { withoutSign } from './infinity.js';
import {
  asInteger,
  type Dual,
  type Exact,
  exact,
  failureOf,
  isExactZero,
  ONE_VALUE,
  type Real,
  undefinedValue,
  unsure,
  whole,
  ZERO_VALUE,
} from './value.js';

/** How many values at exact arguments are kept. */
const KEPT = 4000;
const LARGEST_POWER = 1_000_000;

export class Calculus implements CalculusContract {
  readonly arithmetic: Arithmetic;
  readonly #zeroTimesLogZero: boolean;
  /** One object per function and exact argument, so that equal values are the same object. */
  readonly #kept = new Map<string, Real>();

  constructor(bits: number, zeroTimesLogZero: boolean) {
    this.arithmetic = new Arithmetic(bits, zeroTimesLogZero);
    this.#zeroTimesLogZero = zeroTimesLogZero;
  }

  apply(name: ElementaryName, a: Real): Real {
    if (a.kind === 'undefined') return withoutSign(a);
    if (a.kind === 'unsure') return a;
    if (a.kind === 'dual') return this.#applyToDual(name, a);
    if (a.kind === 'ball') return this.#applyToBall(name, a);
    const key = `${name} ${a.q.n}/${a.q.d}`;
    return this.#remember(key, () => this.#applyToExact(name, a));
  }

  #remember(key: string, compute: () => Real): Real {
    const found = this.#kept.get(key);
    if (found) return found;
    if (this.#kept.size >= KEPT) this.#kept.clear();
    const value = compute();
    this.#kept.set(key, value);
    return value;
  }

  #applyToExact(name: ElementaryName, a: Exact): Real {
    const entry: Elementary = ELEMENTARY[name];
    const value = entry.exact?.(a.q) ?? this.#applyToBall(name, this.arithmetic.toBall(a));
    const isInfinite = value.kind === 'undefined' && value.logOfZero && this.#zeroTimesLogZero;
    return isInfinite ? { ...value, infinite: -1 } : value;
  }

  #applyToBall(name: ElementaryName, a: Ball): Real {
    const value = ELEMENTARY[name].ball(a, this.arithmetic.bits);
    if (value === 'undefined') return undefinedValue(`${name} of a negative number`);
    if (value === undefined || value === 'unsure')
      return unsure(`${name} at the edge of its domain`);
    return value;
  }

  #applyToDual(name: ElementaryName, a: Dual): Real {
    const { arithmetic } = this;
    const entry: Elementary = ELEMENTARY[name];
    if (entry.from0 && isExactZero(a.value)) {
      // The germ lies on one side of the domain's edge; the other side must be asked too.
      arithmetic.ties |= 1 << a.tag;
      if (arithmetic.order(a.slope, ZERO_VALUE) === -1)
        return undefinedValue(`${name} of a negative number`);
    }
    const value = this.apply(name, a.value);
    if (value.kind === 'undefined' || value.kind === 'unsure') return value;
    const slope = arithmetic.mul(entry.slope(this, a.value, value), a.slope);
    return arithmetic.dual(a.tag, value, slope);
  }

  /** The n-th derivative of digamma. */
  polygamma(n: number, a: Real): Real {
    const { arithmetic } = this;
    if (a.kind === 'undefined' || a.kind === 'unsure') return a;
    if (a.kind === 'dual')
      return arithmetic.dual(
        a.tag,
        this.polygamma(n, a.value),
        arithmetic.mul(this.polygamma(n + 1, a.value), a.slope),
      );
    if (a.kind === 'exact' && a.q.d === 1n && a.q.n <= 0n)
      return undefinedValue('digamma of a whole number below 1');
    return polygammaBall(n, arithmetic.toBall(a), arithmetic.bits) ?? unsure('digamma near a pole');
  }

  pow(a: Real, b: Real): Real {
    const failure = failureOf(a, b);
    if (failure) return failure;
    if (a.kind === 'dual' || b.kind === 'dual') return this.#powerOfDuals(a, b);
    return this.#powerOfNumbers(a as Exact | Ball, b as Exact | Ball);
  }

  #powerOfNumbers(a: Exact | Ball, b: Exact | Ball): Real {
    const n = asInteger(b);
    if (n !== undefined) return this.#wholePower(a, n);
    if (isOne(a)) return ONE_VALUE;
    if (a.kind !== 'exact' || b.kind !== 'exact') return this.#realPower(a, b);
    const key = `pow ${a.q.n}/${a.q.d} ${b.q.n}/${b.q.d}`;
    return this.#remember(key, () => exactRootPower(a.q, b.q) ?? this.#realPower(a, b));
  }

  #wholePower(a: Exact | Ball, n: number): Real {
    if (n === 0) return ONE_VALUE;
    if (n === 1) return a;
    if (isExactZero(a)) return n > 0 ? ZERO_VALUE : undefinedValue('a negative power of 0');
    if (Math.abs(n) > LARGEST_POWER) return unsure('a power is too large');
    if (a.kind === 'exact') {
      const size = Math.max(bitLength(a.q.n), bitLength(a.q.d)) * Math.abs(n);
      if (size < 8192) return this.arithmetic.fromRational(rationals.power(a.q, n));
    }
    const power = powerBall(this.arithmetic.toBall(a), n, this.arithmetic.bits);
    return power ? measured(power) : unsure('the base of a negative power may be 0');
  }

  /** a^b for a power that is not a whole number, or not known to be one. */
  #realPower(a: Exact | Ball, b: Exact | Ball): Real {
    const { arithmetic } = this;
    const base = signOfBall(arithmetic.toBall(a));
    if (base === 1) return this.apply('exp', arithmetic.mul(b, this.apply('log', a)));
    if (base === 0) {
      const power = signOfBall(arithmetic.toBall(b));
      if (power === 1) return ZERO_VALUE;
      return power === -1 ? undefinedValue('a negative power of 0') : unsure('a power of 0');
    }
    if (base === -1 && !mayBeWhole(b)) return undefinedValue('a broken power of a negative number');
    return unsure('a power of a number that may be negative');
  }

  #powerOfDuals(a: Real, b: Real): Real {
    const { arithmetic: k } = this;
    const tag = Math.max(a.kind === 'dual' ? a.tag : -1, b.kind === 'dual' ? b.tag : -1);
    const x = partsOf(a, tag);
    const y = partsOf(b, tag);
    const edge = this.#powerAtEdge(tag, x.value, x.slope, y.value);
    if (edge) return edge;
    const value = this.pow(x.value, y.value);
    if (value.kind === 'undefined' || value.kind === 'unsure') return value;
    const byBase = isExactZero(y.value)
      ? ZERO_VALUE
      : k.mul(k.mul(y.value, this.pow(x.value, k.sub(y.value, ONE_VALUE))), x.slope);
    if (isExactZero(y.slope)) return k.dual(tag, value, isExactZero(x.slope) ? ZERO_VALUE : byBase);
    return k.dual(
      tag,
      value,
      k.add(isExactZero(x.slope) ? ZERO_VALUE : byBase, this.#byPower(x.value, y, value)),
    );
  }

  /** x^y at x = 0 for a broken y: defined to the right of 0 only. */
  #powerAtEdge(tag: number, x: Real, slope: Real, y: Real): Real | undefined {
    if (!isExactZero(x) || isExactZero(slope) || asInteger(y) !== undefined) return undefined;
    this.arithmetic.ties |= 1 << tag;
    if (this.arithmetic.order(slope, ZERO_VALUE) !== -1) return undefined;
    return undefinedValue('a broken power of a negative number');
  }

  /** The part of the slope of x^y that comes from y: x^y·log x·y', and 0 at x = 0 < y. */
  #byPower(x: Real, y: { value: Real; slope: Real }, value: Real): Real {
    const { arithmetic: k } = this;
    if (isExactZero(x))
      return k.order(y.value, ZERO_VALUE) === 1 ? ZERO_VALUE : unsure('0^y jumps at y = 0');
    return k.mul(k.mul(value, this.apply('log', x)), y.slope);
  }

  /** n over k for a whole k, n any number; 0 for k < 0. */
  binom(n: Real, k: Real): Real {
    const { arithmetic } = this;
    const failure = failureOf(n, k);
    if (failure) return failure;
    const count = asInteger(k);
    if (count === undefined)
      return k.kind === 'exact'
        ? undefinedValue('binom with a broken second number')
        : unsure('binom');
    if (count < 0) return ZERO_VALUE;
    if (count > 2000) return unsure('binom is too large');
    let product: Real = ONE_VALUE;
    for (let i = 0; i < count; i++) product = arithmetic.mul(product, arithmetic.sub(n, whole(i)));
    return arithmetic.div(product, whole(factorialOf(count)));
  }
}

/** q^(n/d) where the d-th root of q is rational. */
function exactRootPower(q: rationals.Rational, power: rationals.Rational): Real | undefined {
  if (power.d > 16n || q.n <= 0n || bitLength(power.n) > 10) return undefined;
  const degree = Number(power.d);
  const n = wholeRoot(q.n, degree);
  const d = wholeRoot(q.d, degree);
  if (n === undefined || d === undefined) return undefined;
  return exact(rationals.power({ n, d }, Number(power.n)));
}

/** The whole number whose power of this degree is n. */
function wholeRoot(n: bigint, degree: number): bigint | undefined {
  if (bitLength(n) > 900) return undefined;
  const guess = BigInt(Math.round(Number(n) ** (1 / degree)));
  return guess ** BigInt(degree) === n ? guess : undefined;
}

/** False when no number that b can be is whole. */
function mayBeWhole(b: Exact | Ball): boolean {
  if (b.kind === 'exact') return b.q.d === 1n;
  if (b.e >= 0) return true;
  const s = BigInt(-b.e);
  const first = (b.m - b.r - 1n) >> s;
  return (b.m + b.r) >> s !== first;
}
