/**
 * erf, the standard normal distribution, and the family of the gamma function, on balls.
 * Everything is composed of ball operations, so radii carry themselves; where a series is cut
 * off, the bound of what is left out is added.
 */
import { type Rational, rational } from '../term/rational.js';
import {
  addBalls,
  type Ball,
  ball,
  ballOf,
  bitLength,
  centreOf,
  divideBalls,
  multiplyBalls,
  negateBall,
  signOfBall,
  upperBound,
  widen,
} from './ball.js';
import { expBall, logBall, piBall, powerBall, sqrtBall } from './ball-functions.js';
import { bernoulli } from './bernoulli.js';

const whole = (n: number | bigint): Ball => ({ kind: 'ball', m: BigInt(n), e: 0, r: 0n });

/** Divides by a ball that is known not to hold 0. */
function quotient(a: Ball, b: Ball, bits: number): Ball {
  const result = divideBalls(a, b, bits);
  if (!result) throw new RangeError('the divisor of a series holds 0');
  return result;
}

const known = (value: Ball | 'undefined' | 'unsure'): Ball | undefined =>
  typeof value === 'string' ? undefined : value;

/**
 * erf by Kummer's series 2x/√π · e^(-x²) · Σ (2x²)^n / (2n+1)!!, all of one sign. Past the
 * size where 1 - erf is below the precision, the ball from 1 - e^(-x²) to 1.
 */
export function erfBall(x: Ball, bits: number): Ball | undefined {
  const square = multiplyBalls(x, x, bits + 20);
  const decay = expBall(negateBall(square), bits + 8);
  const size = centreOf(upperBound(square));
  if (centreOf(square) > 0.75 * bits + 10) return decay && farErf(x, decay, bits);
  if (size > 4 * bits + 100) return undefined;
  const root = known(sqrtBall(piBall(bits + 20), bits + 20));
  const twice = multiplyBalls(square, whole(2), bits + 20);
  let term = whole(1);
  let total = term;
  const last = Math.ceil(2 * size + bits) + 8;
  for (let n = 1; n <= last; n++) {
    term = quotient(multiplyBalls(term, twice, bits + 20), whole(2 * n + 1), bits + 20);
    total = addBalls(total, term, bits + 20);
  }
  // From here each term is less than half of the one before: what is left out is below `term`.
  total = widen(total, upperBound(term), bits + 20);
  if (!decay || !root) return undefined;
  const front = quotient(
    multiplyBalls(multiplyBalls(x, whole(2), bits + 20), decay, bits + 20),
    root,
    bits + 20,
  );
  return multiplyBalls(front, total, bits);
}

function farErf(x: Ball, decay: Ball, bits: number): Ball | undefined {
  const side = signOfBall(x);
  if (side === undefined) return undefined;
  return widen(whole(side), upperBound(decay), bits);
}

/** The standard normal distribution function; stays positive far to the left. */
export function normalBall(x: Ball, bits: number): Ball | undefined {
  const half = multiplyBalls(multiplyBalls(x, x, bits + 8), ballOf(rational(1, 2), bits), bits + 8);
  if (signOfBall(x) === -1 && centreOf(half) > 0.75 * bits + 10) {
    const decay = expBall(negateBall(half), bits);
    return decay && ball(upperBound(decay).m, decay.e - 2, upperBound(decay).m, bits);
  }
  const root = known(sqrtBall(whole(2), bits + 8));
  const value = root && erfBall(quotient(x, root, bits + 8), bits + 8);
  if (!value) return undefined;
  const sum = addBalls(value, whole(1), bits + 8);
  return ball(sum.m, sum.e - 1, sum.r, bits);
}

/** How far an argument must be shifted upwards for the series of Stirling to reach the precision. */
const shiftFor = (x: Ball, bits: number): number =>
  Math.max(0, Math.ceil(0.17 * bits + 4 - centreOf(x)));

const LARGEST_SHIFT = 100_000;

/** log Γ for positive x: shifted upwards, then Stirling's series. */
function positiveLogGamma(x: Ball, bits: number): Ball | undefined {
  const width = bits + 24;
  const steps = shiftFor(x, bits);
  const up = addBalls(x, whole(steps), width);
  if (signOfBall(up) !== 1) return undefined;
  const log = known(logBall(up, width));
  const twoPi = known(logBall(multiplyBalls(piBall(width), whole(2), width), width));
  const product = known(logBall(rising(x, steps, width), width));
  if (!log || !twoPi || !product) return undefined;
  const half = ballOf(rational(1, 2), width);
  let total = multiplyBalls(addBalls(up, negateBall(half), width), log, width);
  total = addBalls(total, negateBall(up), width);
  total = addBalls(total, multiplyBalls(twoPi, half, width), width);
  const series = asymptotic(up, width, (k) => {
    const b = bernoulli(k);
    return { factor: rational(b.n, b.d * BigInt(2 * k) * BigInt(2 * k - 1)), power: 2 * k - 1 };
  });
  return series && addBalls(addBalls(total, series, width), negateBall(product), bits);
}

/** x(x+1)…(x+n-1) */
function rising(x: Ball, n: number, bits: number): Ball {
  let product = whole(1);
  for (let k = 0; k < n; k++) product = multiplyBalls(product, addBalls(x, whole(k), bits), bits);
  return product;
}

/**
 * Σ factor(k)/x^power(k), cut where the terms are below the precision. For positive x the rest
 * is smaller than the first term left out, as in every one of these series. Undefined when the
 * ball is so wide that its powers reach 0.
 */
function asymptotic(
  x: Ball,
  bits: number,
  termAt: (k: number) => { factor: Rational; power: number },
): Ball | undefined {
  let total = whole(0);
  const scale = Math.log2(Math.max(1.5, centreOf(x)));
  for (let k = 1; ; k++) {
    const { factor, power } = termAt(k);
    const below = powerBall(x, power, bits);
    const term = below && divideBalls(ballOf(factor, bits), below, bits);
    if (!term) return undefined;
    const size = bitLength(factor.n) - bitLength(factor.d) + 1 - power * scale;
    if (size < -bits || k > bits) return widen(total, upperBound(term), bits);
    total = k === 1 ? term : addBalls(total, term, bits);
  }
}

/** Γ(x) for any x that is no whole number below 1; undefined when that cannot be told. */
export function gammaBall(x: Ball, bits: number): Ball | undefined {
  const steps = stepsToPositive(x);
  if (steps === undefined) return undefined;
  const log = positiveLogGamma(addBalls(x, whole(steps), bits + 24), bits + 24);
  const value = log && expBall(log, bits + 8);
  return value && divideBalls(value, rising(x, steps, bits + 24), bits);
}

/** log |Γ(x)| */
export function logGammaBall(x: Ball, bits: number): Ball | undefined {
  const steps = stepsToPositive(x);
  if (steps === undefined) return undefined;
  const up = positiveLogGamma(addBalls(x, whole(steps), bits + 24), bits + 8);
  if (!up || steps === 0) return up;
  const product = rising(x, steps, bits + 24);
  const size = signOfBall(product) === -1 ? negateBall(product) : product;
  const log = known(logBall(size, bits + 8));
  return log && addBalls(up, negateBall(log), bits);
}

/** The smallest shift that makes x at least 1; undefined when x is too far below 0. */
function stepsToPositive(x: Ball): number | undefined {
  const steps = Math.max(0, Math.ceil(1.5 - centreOf(x)));
  if (signOfBall(x) === 1) return 0;
  return steps < LARGEST_SHIFT ? steps : undefined;
}

/**
 * The n-th derivative of digamma (n = 0 is digamma itself), by the recurrence
 * ψ⁽ⁿ⁾(x) = ψ⁽ⁿ⁾(x+1) - (-1)ⁿ n!/x^(n+1) and the asymptotic series.
 */
export function polygammaBall(n: number, x: Ball, bits: number): Ball | undefined {
  const width = bits + 24;
  const steps = shiftFor(x, bits) + n;
  if (steps > LARGEST_SHIFT) return undefined;
  const up = addBalls(x, whole(steps), width);
  if (signOfBall(up) !== 1) return undefined;
  const sign = n % 2 === 0 ? -1n : 1n;
  let total = farPolygamma(n, up, width);
  const factorial = factorialOf(n);
  for (let k = 0; k < steps && total; k++) {
    const power = powerBall(addBalls(x, whole(k), width), n + 1, width);
    const part = power && divideBalls(whole(sign * factorial), power, width);
    total = part && addBalls(total, part, width);
  }
  return total && ball(total.m, total.e, total.r, bits);
}

/** The asymptotic series of polygamma for large positive x. */
function farPolygamma(n: number, x: Ball, bits: number): Ball | undefined {
  const sign = n % 2 === 0 ? -1n : 1n;
  const over = (numerator: bigint, power: number): Ball | undefined => {
    const below = powerBall(x, power, bits);
    return below && divideBalls(whole(numerator), below, bits);
  };
  const first = n === 0 ? known(logBall(x, bits)) : over(sign * factorialOf(n - 1), n);
  const second = over(sign * factorialOf(n), n + 1);
  if (!first || !second) return undefined;
  const series = asymptotic(x, bits, (k) => {
    const b = bernoulli(k);
    const ratio = risingFactorial(2 * k + 1, n - 1);
    const factor =
      n === 0 ? rational(-b.n, b.d * BigInt(2 * k)) : rational(sign * b.n * ratio, b.d);
    return { factor, power: 2 * k + n };
  });
  const halfSecond: Ball = { ...second, e: second.e - 1 };
  return series && addBalls(addBalls(first, halfSecond, bits), series, bits);
}

/** a(a+1)…(a+n-1) in whole numbers. */
function risingFactorial(a: number, n: number): bigint {
  let product = 1n;
  for (let k = 0; k < n; k++) product *= BigInt(a + k);
  return product;
}

export const factorialOf = (n: number): bigint => risingFactorial(1, n);
