import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBalls,
  type Ball,
  ballOf,
  divideBalls,
  multiplyBalls,
  negateBall,
} from '../../src/numeric/ball.js';
import { expBall, logBall, sqrtBall } from '../../src/numeric/ball-functions.js';
import {
  add,
  type DoubleDouble,
  div,
  exp,
  expm1,
  fromNumber,
  fromRational,
  log,
  log1p,
  mul,
  neg,
  sqrt,
  sub,
} from '../../src/numeric/double-double/double-double.js';
import { rational } from '../../src/term/rational.js';
import { BITS, exactly, holds } from './exact-double.js';

const ONE: Ball = { kind: 'ball', m: 1n, e: 0, r: 0n };

/** The number at hi + lo + t·error, exactly. */
const inside = ({ hi, lo, error }: DoubleDouble, t: number): Ball =>
  addBalls(
    addBalls(exactly(hi), exactly(lo), BITS),
    multiplyBalls(exactly(error), exactly(t), BITS),
    BITS,
  );

const widthOf = ({ hi, error }: DoubleDouble): number => error / Math.abs(hi);

const anyDouble = fc.double({ noNaN: true, min: -(2 ** 999), max: 2 ** 999 });
/** Numbers of all sizes: a mantissa and an exponent down to the least subnormal. */
const spread = (least: number, most: number) =>
  fc
    .tuple(fc.double({ noNaN: true, min: -2, max: 2 }), fc.integer({ min: least, max: most }))
    .map(([m, e]) => {
      const half = Math.trunc(e / 2);
      return m * 2 ** half * 2 ** (e - half);
    });
const sized = fc.oneof(
  spread(-60, 60),
  spread(-1074, -960),
  spread(-1074, 990),
  fc.integer({ min: -20, max: 20 }),
  anyDouble,
);

/** hi + lo with an error of a given relative size, or none. */
const register = (high: fc.Arbitrary<number>): fc.Arbitrary<DoubleDouble> =>
  fc
    .tuple(
      high,
      fc.double({ noNaN: true, min: -1, max: 1 }),
      fc.constantFrom(0, 0, 2 ** -100, 2 ** -60, 2 ** -3, 1),
    )
    .map(([hi, part, relative]) => ({
      hi,
      lo: part * 2 ** -54 * hi,
      error: relative * Math.abs(hi),
    }));

const place = fc.constantFrom(-1, 1, 0, 0.5, -0.25);

describe('the bound of a double-double', () => {
  const binary: [string, (a: DoubleDouble, b: DoubleDouble) => DoubleDouble, BallOperation][] = [
    ['a sum', add, addBalls],
    ['a difference', sub, (a, b) => addBalls(a, negateBall(b), BITS)],
    ['a product', mul, multiplyBalls],
    ['a quotient', div, divideBalls],
  ];
  for (const [name, operation, truth] of binary)
    it(`holds for ${name} of numbers of every size, down to the least double`, () => {
      fc.assert(
        fc.property(register(sized), register(sized), place, place, (a, b, s, t) => {
          const value = truth(inside(a, s), inside(b, t), BITS);
          return value === undefined || holds(operation(a, b), value);
        }),
        { numRuns: 3000 },
      );
    });

  const unary: [string, (a: DoubleDouble) => DoubleDouble, fc.Arbitrary<number>, UnaryBall][] = [
    ['a square root', sqrt, sized, (a) => known(sqrtBall(a, BITS))],
    [
      'exp',
      exp,
      fc.oneof(spread(-80, 9), fc.double({ noNaN: true, min: -760, max: 700 })),
      (a) => expBall(a, BITS),
    ],
    [
      'expm1',
      expm1,
      fc.oneof(spread(-1074, -1), spread(-80, 9)),
      (a) => minusOne(expBall(a, BITS)),
    ],
    ['log', log, fc.oneof(sized, spread(-3, 0)), (a) => known(logBall(a, BITS))],
    [
      'log1p',
      log1p,
      fc.oneof(sized, spread(-60, -1)),
      (a) => known(logBall(addBalls(a, ONE, BITS), BITS)),
    ],
  ];
  for (const [name, operation, arguments_, truth] of unary)
    it(`holds for ${name} wherever it is defined`, () => {
      fc.assert(
        fc.property(register(arguments_), place, (a, t) => {
          const value = truth(inside(a, t));
          return value === undefined || holds(operation(a), value);
        }),
        { numRuns: 600 },
      );
    });

  const precise: [string, (a: DoubleDouble) => DoubleDouble, readonly number[]][] = [
    ['exp', exp, [1, -1, 0.5, 1e-9, 690, -600, 1e-300]],
    ['expm1', expm1, [1, -1, 0.01, 1e-9, 300, -30, 1e-280]],
    ['log', log, [2, 0.5, 1.0000001, 1e300, 1e-300, 0.7]],
    ['log1p', log1p, [1, -0.5, 1e-9, 1e-280, -0.99, 1e200]],
    ['a square root', sqrt, [2, 0.3, 1e300, 1e-300]],
    ['1/x', (a) => div(fromNumber(1), a), [3, 7, 1e200]],
  ];
  for (const [name, operation, points] of precise)
    it(`is below 2^-97 of the value for ${name} of exact arguments`, () => {
      for (const x of points) expect(widthOf(operation(fromNumber(x)))).toBeLessThan(2 ** -97);
    });
});

type BallOperation = (a: Ball, b: Ball, bits: number) => Ball | undefined;
type UnaryBall = (a: Ball) => Ball | undefined;
const known = (value: Ball | string): Ball | undefined =>
  typeof value === 'string' ? undefined : value;
const minusOne = (value: Ball | undefined): Ball | undefined =>
  value && addBalls(value, negateBall(ONE), BITS);

describe('a double-double', () => {
  it('is exact as long as the numbers fit into it', () => {
    const third = fromRational(rational(1, 3));
    expect(third.error).toBeGreaterThan(0);
    expect(third.error).toBeLessThan(2 ** -100);
    expect(sub(fromRational(rational(3, 8)), fromNumber(2 ** -90)).error).toBe(0);
    expect(mul(fromNumber(3), fromNumber(0.1))).toMatchObject({ error: 0 });
    expect(div(fromNumber(3), fromNumber(8))).toEqual({ hi: 0.375, lo: 0, error: 0 });
    expect(sqrt(fromNumber(49))).toEqual({ hi: 7, lo: 0, error: 0 });
    expect(add(third, neg(third))).toMatchObject({
      hi: 0,
      lo: 0,
      error: 2 * third.error * (1 + 2 ** -48),
    });
    expect([exp(fromNumber(0)).hi, log(fromNumber(1)).hi]).toEqual([1, 0]);
  });

  it('holds the rational number that it is made of', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
        fc.bigInt({ min: 1n, max: 10n ** 30n }),
        (n, d) => holds(fromRational(rational(n, d)), ballOf(rational(n, d), BITS)),
      ),
    );
  });

  it('knows nothing after an overflow, a division by what may be 0, and a logarithm of it', () => {
    const huge = fromNumber(2 ** 990);
    const doubtful: DoubleDouble = { hi: 1e-20, lo: 0, error: 1e-20 };
    for (const value of [
      mul(huge, huge),
      exp(fromNumber(1000)),
      div(huge, doubtful),
      log(doubtful),
      sqrt(fromNumber(-1)),
      fromNumber(Number.NaN),
      add(fromNumber(Number.POSITIVE_INFINITY), huge),
    ])
      expect(value.error).toBe(Number.POSITIVE_INFINITY);
  });
});
