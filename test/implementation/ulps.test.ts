import { describe, expect, it } from 'vitest';
import { exactly, fractionOf } from '../../src/implementation/element.js';
import { errorInUlps, ulpOf } from '../../src/implementation/ulps.js';
import type { Ball } from '../../src/numeric/ball.js';
import { rational } from '../../src/term/rational.js';

/** m·2^e, exactly. */
const at = (m: bigint, e: number): Ball => ({ kind: 'ball', m, e, r: 0n });

describe('an error in ulps', () => {
  it.each<[string, number, Ball, number]>([
    ['an exact answer', 1, at(1n, 0), 0],
    ['the next double', 1 + 2 ** -52, at(1n, 0), 1],
    ['the double before, of a power of 2', 1 - 2 ** -53, at(1n, 0), 0.5],
    ['a value half way between two doubles', 1, at((1n << 53n) + 1n, -53), 0.5],
    ['all digits lost', 0, at(1n, -40), 2 ** 52],
    ['the wrong sign', -1, at(1n, 0), 2 ** 53],
    ['0 for what is far below every double', 0, at(1n, -4000), 0],
    ['0 for the least subnormal', 0, at(1n, -1074), 1],
    ['the least subnormal for 0', 2 ** -1074, at(0n, 0), 1],
    ['two subnormals', 5 * 2 ** -1074, at(3n, -1074), 2],
    ['a large one', 2 ** 1000, at(1n, 1000), 0],
    ['NaN', Number.NaN, at(1n, 0), Number.POSITIVE_INFINITY],
    ['an infinite one', Number.NEGATIVE_INFINITY, at(1n, 0), Number.POSITIVE_INFINITY],
  ])('%s', (_, returned, value, ulps) => {
    expect(errorInUlps(returned, value, 'float64')).toBe(ulps);
  });

  it('is counted in the last place of the element type', () => {
    expect(errorInUlps(1 + 2 ** -23, at(1n, 0), 'float32')).toBe(1);
    expect(ulpOf(at(1n, 0), 'float32')).toBe(2 ** -23);
    expect(ulpOf(at(1n, -3000), 'float32')).toBe(2 ** -149);
    expect(ulpOf(at(3n, 0), 'float64')).toBe(2 ** -51);
  });
});

describe('a number of an element type', () => {
  it('is one exactly, or none', () => {
    expect(exactly(rational(1, 4), 'float64')).toBe(0.25);
    expect(exactly(rational(1, 3), 'float64')).toBeUndefined();
    expect(exactly(rational(2n ** 53n + 1n), 'float64')).toBeUndefined();
    expect(exactly(rational(2n ** 24n + 1n), 'float32')).toBeUndefined();
    expect(exactly(rational(2n ** 24n + 1n), 'float64')).toBe(2 ** 24 + 1);
  });

  it('is a fraction', () => {
    expect(fractionOf(0.1)).toEqual(rational(3602879701896397n, 2n ** 55n));
    expect(fractionOf(-3)).toEqual(rational(-3));
    expect(fractionOf(2 ** -1074)).toEqual(rational(1n, 2n ** 1074n));
  });
});
