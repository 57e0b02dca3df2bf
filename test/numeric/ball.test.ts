import fc from 'fast-check';
import { all, type BigNumber, create, type FactoryFunctionMap } from 'mathjs';
import { describe, expect, it } from 'vitest';
import {
  addBalls,
  type Ball,
  ballOf,
  bitLength,
  divideBalls,
  multiplyBalls,
  negateBall,
  signOfBall,
} from '../../src/numeric/ball.js';
import { expBall, logBall, piBall, sqrtBall } from '../../src/numeric/ball-functions.js';
import { polygammaBall } from '../../src/numeric/ball-special.js';
import { ELEMENTARY, type ElementaryName } from '../../src/numeric/elementary.js';
import { parseRational, type Rational, rational } from '../../src/term/rational.js';

type Function = (a: Ball, bits: number) => Ball | string | undefined;

const isBall = (value: Ball | string | undefined): value is Ball => typeof value === 'object';

/** True when some number lies in both balls. */
function meet(a: Ball, b: Ball): boolean {
  const sign = signOfBall(addBalls(a, negateBall(b), 2000));
  return sign === undefined || sign === 0;
}

/** m·2^e over the whole range of doubles and beyond, subnormal numbers included. */
const wideBall = fc
  .tuple(
    fc.bigInt({ min: -(2n ** 53n), max: 2n ** 53n }),
    fc.oneof(fc.integer({ min: -60, max: -45 }), fc.integer({ min: -1130, max: 12 })),
    fc.bigInt({ min: 0n, max: 2n ** 20n }),
  )
  .map(([m, e, r]): Ball => ({ kind: 'ball', m, e, r }));

/** A number of the ball: its centre moved by a part of the radius. */
const inside = (a: Ball, part: number): Ball => ({
  kind: 'ball',
  m: (a.m << 10n) + a.r * BigInt(part),
  e: a.e - 10,
  r: 0n,
});
const part = fc.integer({ min: -1024, max: 1024 });
const precision = fc.integer({ min: 20, max: 160 });

const polygamma =
  (n: number): Function =>
  (a, bits) =>
    polygammaBall(n, a, bits);

const SMOOTH = Object.entries(ELEMENTARY)
  .filter(([name]) => name !== 'factorial')
  .map(([name, entry]): [string, Function] => [name, entry.ball]);

describe('operations on balls', () => {
  const operations: [string, (a: Ball, b: Ball, bits: number) => Ball | undefined][] = [
    ['add', addBalls],
    ['multiply', multiplyBalls],
    ['divide', divideBalls],
  ];
  it.each(operations)('%s holds the result for every number of its arguments', (_, operation) => {
    fc.assert(
      fc.property(wideBall, wideBall, part, part, precision, (a, b, s, t, bits) => {
        const coarse = operation(a, b, bits);
        const fine = operation(inside(a, s), inside(b, t), 1500);
        if (coarse && fine) expect(meet(coarse, fine)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('keeps the relative precision of numbers of any size', () => {
    const tiny = expBall(ballOf(rational(-800), 100), 100) as Ball;
    const huge = expBall(ballOf(rational(800), 100), 100) as Ball;
    const product = multiplyBalls(tiny, huge, 100);
    expect(meet(product, ballOf(rational(1), 100))).toBe(true);
    expect(bitLength(product.m) - bitLength(product.r)).toBeGreaterThan(90);
  });
});

describe('functions of balls', () => {
  const functions: [string, Function][] = [
    ...SMOOTH,
    ['polygamma 1', polygamma(1)],
    ['polygamma 2', polygamma(2)],
  ];
  it.each(functions)('%s holds its value at every number of its argument', (_, f) => {
    fc.assert(
      fc.property(wideBall, part, precision, (a, s, bits) => {
        const coarse = f(a, bits);
        const fine = f(inside(a, s), 300);
        if (isBall(coarse) && isBall(fine)) expect(meet(coarse, fine)).toBe(true);
        if (coarse === 'undefined') expect(isBall(fine)).toBe(false);
      }),
      { numRuns: 120 },
    );
  });

  /** Digits from the literature. */
  const known: [ElementaryName, Rational, string][] = [
    ['exp', rational(1), '2.71828182845904523536028747135266249775724709369995'],
    ['log', rational(3), '1.09861228866810969139524523692252570464749055782275'],
    ['sqrt', rational(2), '1.41421356237309504880168872420969807856967187537694'],
    ['erf', rational(1), '0.84270079294971486934122063508260925929606699796630'],
    ['gamma', rational(1, 2), '1.77245385090551602729816748334114518279754945612239'],
    ['digamma', rational(1), '-0.57721566490153286060651209008240243104215933593992'],
    ['lgamma', rational(1, 2), '0.57236494292470008707171367567652935582364740645765'],
  ];
  it.each(known)('%s of %o is right to fifty digits', (name, at, digits) => {
    const value = ELEMENTARY[name].ball(ballOf(at, 200), 200);
    const expected = { ...ballOf(parseRational(digits) as Rational, 400), r: 0n };
    const error = isBall(value) && addBalls(value, negateBall(expected), 400);
    expect(error && bitLength(error.m) + error.e).toBeLessThan(-164);
  });

  it('polygamma 1 at 1 is π²/6', () => {
    const pi = piBall(200);
    const expected = divideBalls(multiplyBalls(pi, pi, 200), ballOf(rational(6), 200), 200) as Ball;
    expect(meet(polygammaBall(1, ballOf(rational(1), 200), 200) as Ball, expected)).toBe(true);
  });

  it('agrees with an independent arithmetic', () => {
    const math = create(all as FactoryFunctionMap, { number: 'BigNumber', precision: 64 });
    const functions: [Function, (x: BigNumber) => BigNumber][] = [
      [expBall, (x) => math.exp(x)],
      [logBall, (x) => math.log(x)],
      [sqrtBall, (x) => math.sqrt(x)],
      [ELEMENTARY.tanh.ball, (x) => math.tanh(x)],
    ];
    for (const [ours, theirs] of functions)
      for (const text of ['0.001', '0.3', '1.5', '2', '17.25', '300', '4.75e-20']) {
        const value = ours(ballOf(parseRational(text) as Rational, 160), 160) as Ball;
        const other = math.format(theirs(math.bignumber(text) as unknown as BigNumber), {
          notation: 'exponential',
        });
        const expected = ballOf(parseRational(other) as Rational, 400);
        const error = addBalls(value, negateBall(expected), 400);
        expect(bitLength(error.m) - bitLength(expected.m) + error.e - expected.e).toBeLessThan(
          -150,
        );
      }
  });

  it('tells a number outside the domain from one at its edge', () => {
    expect(logBall({ kind: 'ball', m: -5n, e: 0, r: 1n }, 60)).toBe('undefined');
    expect(logBall({ kind: 'ball', m: 1n, e: 0, r: 1n }, 60)).toBe('unsure');
    expect(sqrtBall({ kind: 'ball', m: 0n, e: 0, r: 1n }, 60)).toBe('unsure');
    expect(sqrtBall({ kind: 'ball', m: -3n, e: 0, r: 1n }, 60)).toBe('undefined');
  });
});
