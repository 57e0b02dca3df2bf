import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { didYouMean, editDistance, nearestName } from '../../src/language/nearest-name.js';

describe('the edit distance', () => {
  test.each([
    ['yhat', 'yhat', 0],
    ['yhta', 'yhat', 1],
    ['that', 'yhat', 1],
    ['yht', 'yhat', 1],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
  ])('between %s and %s is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  test('is the same in both directions, and 0 only for equal words', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

describe('the nearest name', () => {
  test.each([
    ['yhta', ['y', 'yhat', 'that'], 'yhat'],
    ['j', ['i', 'J'], 'J'],
    ['q', ['i', 'k'], undefined],
    ['gradient', ['grad', 'sum'], undefined],
    ['softmaks', ['softmax', 'max'], 'softmax'],
    ['x'.repeat(1_000_000), ['x'], undefined],
  ])('of %s among %j is %s', (word, names, nearest) => {
    expect(nearestName(word, names)).toBe(nearest);
  });

  test('is a question in a hint', () => {
    expect(didYouMean('lgo', ['log'])).toEqual({ hint: 'did you mean log?' });
    expect(didYouMean('q', ['log'])).toEqual({});
  });
});
