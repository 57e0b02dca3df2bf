/**
 * The functions of one real number: where they are defined, their exact values, their balls, and
 * their derivatives in terms of the same functions (so that derivatives nest).
 */
import { isInteger, type Rational, rational } from '../term/rational.js';
import type { Arithmetic } from './arithmetic.js';
import {
  absolute,
  addBalls,
  type Ball,
  bitLength,
  divideBalls,
  multiplyBalls,
  negateBall,
  upperBound,
  widen,
} from './ball.js';
import {
  expBall,
  logBall,
  logTwoBall,
  piBall,
  powerBall,
  sqrtBall,
  squareRoot,
} from './ball-functions.js';
import {
  erfBall,
  factorialOf,
  gammaBall,
  logGammaBall,
  normalBall,
  polygammaBall,
} from './ball-special.js';
import { exact, type Real, undefinedValue, unsure, whole, ZERO_VALUE } from './value.js';

export type ElementaryName =
  | 'exp'
  | 'log'
  | 'log2'
  | 'log10'
  | 'sqrt'
  | 'tanh'
  | 'softplus'
  | 'sigmoid'
  | 'erf'
  | 'Phi'
  | 'gamma'
  | 'lgamma'
  | 'digamma'
  | 'factorial';

type BallResult = Ball | 'undefined' | 'unsure' | undefined;

export interface Elementary {
  /** The value where it is rational, or where the function is undefined. */
  readonly exact?: (q: Rational) => Real | undefined;
  readonly ball: (a: Ball, bits: number) => BallResult;
  /** The derivative at v, where the function has the value f. */
  readonly slope: (c: Calculus, v: Real, f: Real) => Real;
  /** Lower end of the domain, when it has one: 0 for log and sqrt. */
  readonly from0?: boolean;
}

/** What a derivative is written with. */
export interface Calculus {
  readonly arithmetic: Arithmetic;
  apply(name: ElementaryName, a: Real): Real;
  polygamma(n: number, a: Real): Real;
}

const half = exact(rational(1, 2));
const one: Ball = { kind: 'ball', m: 1n, e: 0, r: 0n };

/** 1/(1 + e^-x) */
function sigmoidBall(a: Ball, bits: number): Ball | undefined {
  const e = expBall(negateBall(a), bits + 8);
  if (e) return divideBalls(one, addBalls(one, e, bits + 8), bits);
  // e^-x is beyond all measure: the value is e^x to within its square.
  return expBall(a, bits);
}

/** (e^2x - 1)/(e^2x + 1), from the side where e^2x is small; near 0 with as many bits more as x has zeros. */
function tanhBall(a: Ball, bits: number): Ball | undefined {
  if (a.m > 0n) {
    const other = tanhBall(negateBall(a), bits);
    return other && negateBall(other);
  }
  const zeros = leadingZeros(a);
  // tanh x lies within |x|³ of x.
  if (zeros > bits) return widen(a, upperBound(powerBall(a, 3, bits) ?? a), bits);
  const e = expBall({ ...a, e: a.e + 1 }, bits + zeros + 8);
  if (!e) return undefined;
  const below = addBalls(e, negateBall(one), bits + zeros + 8);
  return divideBalls(below, addBalls(e, one, bits + zeros + 8), bits);
}

/** log(1 + e^x); for e^x below the precision, e^x within its square. */
function softplusBall(a: Ball, bits: number): BallResult {
  const e = expBall(a, bits + 8);
  if (!e) return undefined;
  const zeros = leadingZeros(e);
  if (zeros > bits) return widen(e, upperBound(multiplyBalls(e, e, bits)), bits);
  const precise = zeros === 0 ? e : expBall(a, bits + zeros + 8);
  return precise && logBall(addBalls(one, precise, bits + zeros + 8), bits);
}

/** How many binary zeros stand between the point and the first digit of the largest number in the ball. */
const leadingZeros = (a: Ball): number => Math.max(0, -(a.e + bitLength(absolute(a.m) + a.r)));

const inBase =
  (scale: (bits: number) => BallResult) =>
  (a: Ball, bits: number): BallResult => {
    const value = logBall(a, bits + 8);
    const base = scale(bits + 8);
    if (typeof value === 'string' || typeof base !== 'object') return value as BallResult;
    return divideBalls(value, base, bits);
  };

const logTen = (bits: number): BallResult => logBall({ ...one, m: 10n }, bits);

/** The whole k with base^k = q, as a value. */
function exactLogarithm(q: Rational, base: bigint): Real | undefined {
  if (q.n <= 0n) return logDomain(q);
  const [large, sign] = q.d === 1n ? [q.n, 1] : q.n === 1n ? [q.d, -1] : [0n, 0];
  let rest = large;
  let k = 0;
  while (rest > 1n && rest % base === 0n && k < 4096) {
    rest /= base;
    k++;
  }
  return rest === 1n ? whole(k * sign) : undefined;
}

function logDomain(q: Rational): Real | undefined {
  if (q.n > 0n) return undefined;
  return undefinedValue(`log of ${q.n === 0n ? '0' : 'a negative number'}`, q.n === 0n);
}

function exactLog(q: Rational): Real | undefined {
  return q.n === 1n && q.d === 1n ? ZERO_VALUE : logDomain(q);
}

/** √(n/d) where both parts are squares. */
function exactRoot(q: Rational): Real | undefined {
  if (q.n < 0n) return undefinedValue('square root of a negative number');
  const n = squareRoot(q.n);
  const d = squareRoot(q.d);
  return n * n === q.n && d * d === q.d ? exact({ n, d }) : undefined;
}

const isPole = (q: Rational): boolean => isInteger(q) && q.n <= 0n;

function exactGamma(q: Rational): Real | undefined {
  if (isPole(q)) return undefinedValue('gamma of a whole number below 1');
  return isInteger(q) && q.n < 400n ? whole(factorialOf(Number(q.n) - 1)) : undefined;
}

function exactLogGamma(q: Rational): Real | undefined {
  if (isPole(q)) return undefinedValue('lgamma of a whole number below 1');
  return isInteger(q) && q.n <= 2n ? ZERO_VALUE : undefined;
}

function exactFactorial(q: Rational): Real {
  if (!isInteger(q) || q.n < 0n)
    return undefinedValue('factorial of a number that is not 0, 1, 2, …');
  return q.n <= 5000n ? whole(factorialOf(Number(q.n))) : unsure('a factorial is too large');
}

const at0 =
  (value: Real) =>
  (q: Rational): Real | undefined =>
    q.n === 0n ? value : undefined;

/** 1/√π·2·e^(-v²) and 1/√(2π)·e^(-v²/2) */
function gaussian(c: Calculus, v: Real, scale: Real, front: Real): Real {
  const { arithmetic: k } = c;
  const power = c.apply('exp', k.neg(k.mul(k.mul(v, v), scale)));
  return k.mul(k.div(power, c.apply('sqrt', piBall(k.bits))), front);
}

export const ELEMENTARY: { readonly [name in ElementaryName]: Elementary } = {
  exp: {
    exact: at0(whole(1)),
    ball: expBall,
    slope: (_c, _v, f) => f,
  },
  log: {
    exact: exactLog,
    ball: logBall,
    slope: (c, v) => c.arithmetic.div(whole(1), v),
    from0: true,
  },
  log2: {
    exact: (q) => exactLogarithm(q, 2n),
    ball: inBase(logTwoBall),
    slope: (c, v) => c.arithmetic.div(whole(1), c.arithmetic.mul(v, logTwoBall(c.arithmetic.bits))),
    from0: true,
  },
  log10: {
    exact: (q) => exactLogarithm(q, 10n),
    ball: inBase(logTen),
    slope: (c, v) => c.arithmetic.div(whole(1), c.arithmetic.mul(v, c.apply('log', whole(10)))),
    from0: true,
  },
  sqrt: {
    exact: exactRoot,
    ball: sqrtBall,
    slope: (c, _v, f) => c.arithmetic.div(half, f),
    from0: true,
  },
  tanh: {
    exact: at0(whole(0)),
    ball: tanhBall,
    slope: (c, _v, f) => c.arithmetic.sub(whole(1), c.arithmetic.mul(f, f)),
  },
  softplus: { ball: softplusBall, slope: (c, v) => c.apply('sigmoid', v) },
  sigmoid: {
    exact: at0(half),
    ball: sigmoidBall,
    slope: (c, v, f) => c.arithmetic.mul(f, c.apply('sigmoid', c.arithmetic.neg(v))),
  },
  erf: {
    exact: at0(whole(0)),
    ball: erfBall,
    slope: (c, v) => gaussian(c, v, whole(1), whole(2)),
  },
  Phi: {
    exact: at0(half),
    ball: normalBall,
    slope: (c, v) => {
      const { arithmetic: k } = c;
      return k.div(gaussian(c, v, half, whole(1)), c.apply('sqrt', whole(2)));
    },
  },
  gamma: {
    exact: exactGamma,
    ball: gammaBall,
    slope: (c, v, f) => c.arithmetic.mul(f, c.polygamma(0, v)),
  },
  lgamma: { exact: exactLogGamma, ball: logGammaBall, slope: (c, v) => c.polygamma(0, v) },
  digamma: {
    exact: (q) => (isPole(q) ? undefinedValue('digamma of a whole number below 1') : undefined),
    ball: (a, bits) => polygammaBall(0, a, bits),
    slope: (c, v) => c.polygamma(1, v),
  },
  factorial: {
    exact: exactFactorial,
    ball: () => 'unsure',
    slope: () => undefinedValue('factorial has no derivative'),
  },
};

export const isElementary = (name: string): name is ElementaryName =>
  Object.hasOwn(ELEMENTARY, name);
