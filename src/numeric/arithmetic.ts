/**
 * Arithmetic of values at one precision: exact while the operands are, balls otherwise, and
 * duals on top of both. One object is one real number, so `x - x` is 0 and `x / x` is 1 when
 * both sides are the same object, however little is known about it.
 *
 * Kinks: a dual stands for a germ, the value just beside a point. Where a comparison of equal
 * values is decided by their slopes, the perturbation is noted in `ties`, and whoever asked for
 * the derivative looks at the other side of the point too.
 */
import * as rationals from '../term/rational.js';
import {
  addBalls,
  type Ball,
  ballOf,
  bitLength,
  divideBalls,
  hullOfBalls,
  multiplyBalls,
  negateBall,
  signOfBall,
} from './ball.js';
import { timesSign, withoutSign } from './infinity.js';
import {
  type Dual,
  type Exact,
  exact,
  failureOf,
  isExactZero,
  ONE_VALUE,
  type Real,
  STRONG_ZERO,
  type Undefined,
  undefinedValue,
  unsure,
  ZERO_VALUE,
} from './value.js';

/** Exact numbers with more digits than this continue as balls. */
const EXACT_BITS = 4096;

/** How two numbers compare; 'flat' when equal with equal slopes, nothing when it is not known. */
export type Order = -1 | 0 | 1 | 'flat' | undefined;

export class Arithmetic {
  readonly bits: number;
  readonly #zeroTimesLogZero: boolean;
  /** Bit t is set when the perturbation with tag t decided a comparison. */
  ties = 0;
  /** While it is a text, the outcome of every comparison is added to it as a letter. */
  trace: string | undefined;

  constructor(bits: number, zeroTimesLogZero: boolean) {
    this.bits = bits;
    this.#zeroTimesLogZero = zeroTimesLogZero;
  }

  toBall(a: Exact | Ball): Ball {
    return a.kind === 'ball' ? a : ballOf(a.q, this.bits);
  }

  /** The exact number, or a ball when it has grown too long. */
  fromRational(q: rationals.Rational): Exact | Ball {
    const long = bitLength(q.n) > EXACT_BITS || bitLength(q.d) > EXACT_BITS;
    return long ? ballOf(q, this.bits) : exact(q);
  }

  add(a: Real, b: Real): Real {
    if (a.kind === 'exact' && b.kind === 'exact') return this.fromRational(rationals.add(a.q, b.q));
    if (a.kind === 'undefined') return undefinedSum(a, b);
    if (b.kind === 'undefined') return undefinedSum(b, a);
    if (a.kind === 'unsure') return a;
    if (b.kind === 'unsure') return b;
    if (isExactZero(a)) return b;
    if (isExactZero(b)) return a;
    if (a.kind === 'dual' || b.kind === 'dual') {
      const [tag, x, y] = this.#parts(a, b);
      return this.dual(tag, this.add(x.value, y.value), this.add(x.slope, y.slope));
    }
    return addBalls(this.toBall(a as Ball), this.toBall(b as Ball), this.bits);
  }

  sub(a: Real, b: Real): Real {
    if (a === b && a.kind !== 'undefined' && a.kind !== 'unsure') return ZERO_VALUE;
    return this.add(a, this.neg(b));
  }

  neg(a: Real): Real {
    switch (a.kind) {
      case 'exact':
        return a.strong ? a : exact(rationals.negate(a.q));
      case 'ball':
        return negateBall(a);
      case 'dual':
        return this.dual(a.tag, this.neg(a.value), this.neg(a.slope));
      case 'undefined':
        return timesSign(a, -1);
      default:
        return a;
    }
  }

  mul(a: Real, b: Real): Real {
    if ((a.kind === 'exact' && a.strong) || (b.kind === 'exact' && b.strong)) return STRONG_ZERO;
    if (a.kind === 'exact' && b.kind === 'exact')
      return this.fromRational(rationals.multiply(a.q, b.q));
    if (a.kind === 'undefined' || b.kind === 'undefined') return this.#undefinedProduct(a, b);
    const failure = failureOf(a, b);
    if (failure) return failure;
    if (isExactZero(a) || isExactZero(b)) return ZERO_VALUE;
    if (isOne(a)) return b;
    if (isOne(b)) return a;
    if (a.kind === 'dual' || b.kind === 'dual') {
      const [tag, x, y] = this.#parts(a, b);
      const slope = this.add(this.mul(x.slope, y.value), this.mul(x.value, y.slope));
      return this.dual(tag, this.mul(x.value, y.value), slope);
    }
    return measured(multiplyBalls(this.toBall(a as Ball), this.toBall(b as Ball), this.bits));
  }

  /** A product with an undefined factor; what is not known of the other may still save it. */
  #undefinedProduct(a: Real, b: Real): Real {
    const [bad, other] = a.kind === 'undefined' ? [a, b] : [b, a];
    if (other.kind === 'unsure') return other;
    if (bad.kind === 'undefined' && bad.logOfZero && this.#zeroTimesLogZero) {
      if (isExactZero(other)) return ZERO_VALUE;
      if (other.kind === 'ball' && signOfBall(other) === undefined)
        return unsure('a factor of log(0) may be 0');
    }
    return bad.kind === 'undefined' ? timesSign(bad, this.#signIn(other)) : bad;
  }

  /** The sign of a factor in a product of infinities; 0 when it has none. */
  #signIn(a: Real): -1 | 0 | 1 {
    if (a.kind === 'undefined') return a.infinite ?? 0;
    if (a.kind !== 'exact' && a.kind !== 'ball') return 0;
    return signOfBall(this.toBall(a)) ?? 0;
  }

  div(a: Real, b: Real): Real {
    if (a.kind === 'undefined' && a.infinite && b.kind !== 'undefined')
      return b.kind === 'unsure' ? b : timesSign(a, this.#signIn(b));
    const failure = failureOf(a, b);
    if (failure) return failure.kind === 'undefined' ? withoutSign(failure) : failure;
    if (isExactZero(b)) return undefinedValue('division by 0');
    if (a.kind === 'exact' && b.kind === 'exact')
      return this.fromRational(rationals.divide(a.q, b.q));
    if (a.kind === 'dual' || b.kind === 'dual') return this.#divideDuals(a, b);
    const divisor = this.toBall(b as Ball);
    if (signOfBall(divisor) === undefined) return unsure('a divisor may be 0');
    if (isExactZero(a)) return ZERO_VALUE;
    if (a === b) return ONE_VALUE;
    const quotient = divideBalls(this.toBall(a as Ball), divisor, this.bits);
    return quotient ? measured(quotient) : unsure('a divisor may be 0');
  }

  #divideDuals(a: Real, b: Real): Real {
    const [tag, x, y] = this.#parts(a, b);
    const value = this.div(x.value, y.value);
    if (value.kind === 'undefined' || value.kind === 'unsure') return value;
    if (a === b) return ONE_VALUE;
    const slope = this.div(this.sub(x.slope, this.mul(value, y.slope)), y.value);
    return this.dual(tag, value, slope);
  }

  /** value + slope·ε; a value that failed stays what it is. */
  dual(tag: number, value: Real, slope: Real): Real {
    if (value.kind === 'undefined' || value.kind === 'unsure') return value;
    const known = slope.kind === 'undefined' ? unsure(`slope: ${slope.reason}`) : slope;
    return { kind: 'dual', tag, value, slope: known };
  }

  /** Both numbers seen from the highest perturbation that either carries. */
  #parts(a: Real, b: Real): [number, Parts, Parts] {
    const tag = Math.max(a.kind === 'dual' ? a.tag : -1, b.kind === 'dual' ? b.tag : -1);
    return [tag, partsOf(a, tag), partsOf(b, tag)];
  }

  order(a: Real, b: Real): Order {
    const order = this.#compare(a, b);
    if (this.trace !== undefined)
      this.trace += a.kind === 'dual' || b.kind === 'dual' ? VARIED : LETTERS[`${order}`];
    return order;
  }

  #compare(a: Real, b: Real): Order {
    if (a === b) return a.kind === 'undefined' || a.kind === 'unsure' ? undefined : 0;
    if (a.kind === 'exact' && b.kind === 'exact') return sign(rationals.compare(a.q, b.q));
    if (failureOf(a, b)) return undefined;
    if (a.kind === 'dual' || b.kind === 'dual') {
      const [tag, x, y] = this.#parts(a, b);
      const first = this.order(x.value, y.value);
      if (first !== 0) return first;
      const second = this.order(x.slope, y.slope);
      if (second === 0) return 'flat';
      if (second !== undefined) this.ties |= 1 << tag;
      return second;
    }
    const gap = addBalls(this.toBall(a as Ball), negateBall(this.toBall(b as Ball)), this.bits);
    return signOfBall(gap);
  }

  max(a: Real, b: Real): Real {
    const failure = failureOf(a, b);
    if (failure) return failure;
    const order = this.order(a, b);
    if (order === undefined) return this.#upperHull(a, b);
    if (order === 'flat') return this.#common(a, b);
    return order === -1 ? b : a;
  }

  /** Two germs that are equal as far as they were compared: equal in every part, or unsure. */
  #common(a: Real, b: Real): Real {
    if (a.kind === 'dual' || b.kind === 'dual') {
      const [tag, x, y] = this.#parts(a, b);
      return this.dual(tag, this.#common(x.value, y.value), this.#common(x.slope, y.slope));
    }
    return this.order(a, b) === 0 ? a : unsure('a maximum is tied');
  }

  min(a: Real, b: Real): Real {
    const failure = failureOf(a, b);
    if (failure) return failure;
    return this.neg(this.max(this.neg(a), this.neg(b)));
  }

  /** Holds whichever of the two is larger, and either slope. */
  #upperHull(a: Real, b: Real): Real {
    if (a.kind === 'dual' || b.kind === 'dual') {
      const [tag, x, y] = this.#parts(a, b);
      const slope = this.order(x.slope, y.slope) === 0 ? x.slope : unsure('a maximum may be tied');
      return this.dual(tag, this.#upperHull(x.value, y.value), slope);
    }
    if (failureOf(a, b)) return unsure('a maximum is not known');
    return hullOfBalls(this.toBall(a as Ball), this.toBall(b as Ball), this.bits);
  }

  abs(a: Real): Real {
    if (a.kind !== 'exact') return this.max(a, this.neg(a));
    // The comparison is the same as for other numbers, for the sake of the trace.
    return this.order(a, this.neg(a)) === -1 ? this.neg(a) : a;
  }

  /** -1, 0 or 1 */
  signOf(a: Real): Real {
    if (a.kind === 'undefined' || a.kind === 'unsure') return a;
    const order = this.order(a, ZERO_VALUE);
    if (order === undefined || order === 'flat') return unsure('a sign is not known');
    return exact(rationals.rational(order));
  }
}

/** Exponents past this could grow out of the safe integers in a few more steps. */
const LARGEST_EXPONENT = 2 ** 44;

/** The ball, unless its exponent is out of hand. */
export const measured = (a: Ball): Real =>
  Math.abs(a.e) < LARGEST_EXPONENT ? a : unsure('a number is beyond all measure');

interface Parts {
  readonly value: Real;
  readonly slope: Real;
}

export const partsOf = (a: Real, tag: number): Parts =>
  a.kind === 'dual' && a.tag === tag ? (a as Dual) : { value: a, slope: ZERO_VALUE };

export const isOne = (a: Real): boolean => a.kind === 'exact' && a.q.n === 1n && a.q.d === 1n;

/** A sum with an undefined term: infinite where no other term is infinite in the other way. */
function undefinedSum(bad: Undefined, other: Real): Real {
  if (!bad.infinite || (other.kind === 'undefined' && other.infinite !== bad.infinite))
    return withoutSign(bad);
  return other.kind === 'unsure' ? other : bad;
}

/** The letters of the trace. Where a comparison turns round may move with what is varied in it. */
export const VARIED = '~';
export const UNDECIDED = '?';
export const TIE = '=';
const LETTERS = { '-1': '<', 0: TIE, 1: '>', flat: TIE, undefined: UNDECIDED } as const;

const sign = (n: number): -1 | 0 | 1 => (n < 0 ? -1 : n > 0 ? 1 : 0);
