import { describe, expect, it } from 'vitest';
import { describeCounterexample, numberText } from '../../src/diagnose/describe.js';

const nothing = { sizes: {}, indices: {}, values: {} };

describe('a counterexample in words', () => {
  it('names sizes, then indices, then values, then both sides', () => {
    const text = describeCounterexample({
      sizes: { K: 2 },
      indices: { c: 1 },
      values: { h: [1, 0], q: ['1/2', '1/2'] },
      left: Math.log(2),
      right: -Math.log(2),
    });
    expect(text).toBe('at K = 2, c = 1, h = [1, 0], q = [1/2, 1/2]: left 0.6931…, right −0.6931…');
  });

  it('says why a side is undefined', () => {
    const text = describeCounterexample({
      ...nothing,
      values: { x: -1 },
      left: 'undefined',
      right: 0,
      reason: 'log of a negative number',
    });
    expect(text).toBe('at x = −1: left undefined, right 0 (log of a negative number)');
  });

  it('names the entry at which arrays differ', () => {
    const text = describeCounterexample({ ...nothing, left: 1, right: 2, entry: [1, 2] });
    expect(text).toBe('at entry [1, 2]: left 1, right 2');
  });

  it('shows two candidates of an arg min', () => {
    const text = describeCounterexample({
      ...nothing,
      sizes: { n: 1 },
      left: 0,
      right: 0,
      candidates: [
        { values: { w: 0 }, left: 0, right: 0 },
        { values: { w: '-1/2' }, left: 0.25, right: -0.125 },
      ],
    });
    expect(text).toBe(
      'at n = 1: w = 0 gives left 0, right 0; but w = −1/2 gives left 0.25, right −0.125',
    );
  });

  it.each([
    [0.25, '0.25'],
    [-3, '−3'],
    [2 / 3, '0.6666…'],
    [1234.56789, '1234…'],
    [1.2345678e-10, '1.235e−10'],
    [9.87654321e200, '9.877e+200'],
    [5e-324, '5e−324'],
  ] as const)('writes %d as %s', (value, text) => {
    expect(numberText(value)).toBe(text);
  });
});
