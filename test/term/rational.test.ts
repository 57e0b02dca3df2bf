import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Q from '../../src/term/rational.js';

const integers = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const small = fc.bigInt({ min: -20n, max: 20n });
const rationals = fc
  .tuple(fc.oneof(small, integers), fc.oneof(small, integers))
  .filter(([, d]) => d !== 0n)
  .map(([n, d]) => Q.rational(n, d));
const nonzero = rationals.filter((q) => !Q.isZero(q));
const runs = { seed: 5, numRuns: 500 };

/** Equality of values is equality of both parts, as all are in lowest terms. */
const same = (a: Q.Rational, b: Q.Rational): void => expect(a).toEqual(b);

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b);
}

describe('rational numbers', () => {
  test('are in lowest terms over a positive denominator', () => {
    fc.assert(
      fc.property(rationals, rationals, nonzero, (a, b, c) => {
        for (const q of [Q.add(a, b), Q.subtract(a, b), Q.multiply(a, b), Q.divide(a, c)]) {
          expect(q.d > 0n).toBe(true);
          expect(gcd(q.n, q.d)).toBe(1n);
        }
      }),
      runs,
    );
  });

  test('are a field', () => {
    fc.assert(
      fc.property(rationals, rationals, rationals, (a, b, c) => {
        same(Q.add(a, b), Q.add(b, a));
        same(Q.multiply(a, b), Q.multiply(b, a));
        same(Q.add(Q.add(a, b), c), Q.add(a, Q.add(b, c)));
        same(Q.multiply(Q.multiply(a, b), c), Q.multiply(a, Q.multiply(b, c)));
        same(Q.multiply(a, Q.add(b, c)), Q.add(Q.multiply(a, b), Q.multiply(a, c)));
        same(Q.add(a, Q.negate(a)), Q.ZERO);
        same(Q.subtract(a, b), Q.add(a, Q.negate(b)));
        if (!Q.isZero(a)) same(Q.multiply(a, Q.divide(Q.ONE, a)), Q.ONE);
      }),
      runs,
    );
  });

  test('are ordered as their differences', () => {
    fc.assert(
      fc.property(rationals, rationals, rationals, (a, b, c) => {
        expect(Math.sign(Q.compare(a, b)) + Math.sign(Q.compare(b, a))).toBe(0);
        expect(Q.compare(a, b) === 0).toBe(Q.equal(a, b));
        expect(Math.sign(Q.compare(Q.add(a, c), Q.add(b, c)))).toBe(Math.sign(Q.compare(a, b)));
      }),
      runs,
    );
  });

  test('have powers that add', () => {
    const exponents = fc.integer({ min: -6, max: 6 });
    fc.assert(
      fc.property(nonzero, exponents, exponents, (a, m, n) => {
        same(Q.multiply(Q.power(a, m), Q.power(a, n)), Q.power(a, m + n));
      }),
      runs,
    );
    same(Q.power(Q.ZERO, 0), Q.ONE);
    expect(() => Q.power(Q.ZERO, -1)).toThrow(RangeError);
  });

  test('are read back from their text', () => {
    fc.assert(
      fc.property(rationals, (a) => {
        expect(Q.parseRational(Q.rationalText(a))).toEqual(a);
        expect(Q.isInteger(a)).toBe(!Q.rationalText(a).includes('/'));
      }),
      runs,
    );
  });

  test('of doubles are read exactly, and give the double back to its last digits', () => {
    const doubles = fc.double({ min: 1e-290, max: 1e300, noNaN: true });
    fc.assert(
      fc.property(doubles, fc.boolean(), (size, isNegative) => {
        const x = isNegative ? -size : size;
        const read = Q.parseRational(String(x)) ?? Q.ZERO;
        expect(Math.abs(Q.toNumber(read) - x)).toBeLessThanOrEqual(2 ** -51 * size);
      }),
      runs,
    );
  });

  test('refuse a denominator of 0', () => {
    expect(() => Q.rational(1, 0)).toThrow(RangeError);
    expect(() => Q.divide(Q.ONE, Q.ZERO)).toThrow(RangeError);
  });
});

describe('the text of a number', () => {
  const read = [
    ['3', 3n, 1n],
    ['-1/2', -1n, 2n],
    ['+4/6', 2n, 3n],
    ['0.25', 1n, 4n],
    ['.5', 1n, 2n],
    ['2.', 2n, 1n],
    ['1e-9', 1n, 1_000_000_000n],
    ['-1.5E+2', -150n, 1n],
    ['0/7', 0n, 1n],
    ['007', 7n, 1n],
  ] as const;
  test.each(read)('%s is %d/%d', (text, n, d) => {
    expect(Q.parseRational(text)).toEqual({ n, d });
  });

  const none = ['', '.', '-', 'e5', '1/0', '1/', '/2', '1/-2', '1.5/2', '0x10', 'NaN', 'Infinity'];
  test.each([...none, '1e99999', ' 1', '1 ', '1_000', '--1', '1e', '１'])('%j is none', (text) => {
    expect(Q.parseRational(text)).toBeUndefined();
  });
});

test('the nearest double is found also out of the range of doubles', () => {
  expect(Q.toNumber(Q.rational(10n ** 400n, 10n ** 399n))).toBe(10);
  expect(Q.toNumber(Q.rational(1n, 10n ** 400n))).toBe(0);
  expect(Q.toNumber(Q.rational(-(10n ** 400n)))).toBe(-Infinity);
  expect(Q.toNumber(Q.rational(1, 3))).toBe(1 / 3);
});
