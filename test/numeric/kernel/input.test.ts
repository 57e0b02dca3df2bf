import { describe, expect, it } from 'vitest';
import {
  binaryCrossEntropyWithLogits,
  type CrossEntropyOptions,
  entropy,
  InputError,
  klDivergence,
  logSumExp,
  sigmoid,
  softmax,
  softmaxCrossEntropy,
} from '../../../src/numeric/kernel/index.js';

const z = Float64Array.of(1, 2, 3, 4, 5, 6);
const message = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return 'no error';
};

describe('softmax cross-entropy refuses', () => {
  it.each<[string, unknown, object, string]>([
    ['no labels', undefined, {}, 'targets must be labels, or target rows'],
    ['labels that are too few', [0], {}, 'labels must have 2 entries, not 1'],
    ['a label that is no class', [0, 3], {}, 'label 3 of row 1 is not between 0 and 2'],
    ['a negative label', [-1, 0], {}, 'label -1 of row 0 is not between 0 and 2'],
    ['a label between classes', [0, 0.5], {}, 'label 0.5 of row 1 is no whole number'],
    ['a NaN label', [Number.NaN, 0], {}, 'label NaN of row 0 is no whole number'],
    ['another ignored label', [-1, -2], { ignoreIndex: -1 }, 'label -2 of row 1 is not between'],
    ['no class', [0, 0], { classes: 0 }, 'the number of classes must be a whole number from 1 on'],
    ['a row too short', [0, 0], { classes: 4 }, 'logits has 6 entries, which is no multiple of 4'],
    ['a short gradient', [0, 0], { gradient: new Float64Array(5) }, 'gradient must have 6 entries'],
    [
      'another precision',
      [0, 0],
      { gradient: new Float32Array(6) },
      'gradient must be of the same',
    ],
    ['a plain array', [0, 0], { gradient: [0, 0, 0, 0, 0, 0] }, 'gradient must be a Float64Array'],
    ['too few losses', [0, 0], { losses: new Float64Array(1) }, 'losses must have 2 entries'],
    ['too few weights', [0, 0], { weights: [1, 2] }, 'weights must have 3 entries, not 2'],
    ['a negative weight', [0, 0], { weights: [1, -2, 1] }, 'the weight of class 1 is -2'],
    ['an endless weight', [0, 0], { weights: [1, 1, 1 / 0] }, 'the weight of class 2 is Infinity'],
    ['too much smoothing', [0, 0], { labelSmoothing: 1.5 }, 'the label smoothing must be between'],
    ['a reduction', [0, 0], { reduction: 'avg' }, 'reduction must be mean, sum, none, not avg'],
    ['loops', [0, 0], { loops: 'fast' }, 'loops must be vector, plain, not fast'],
    [
      'a NaN target',
      Float64Array.of(0, 0, 1, 1, 0, Number.NaN),
      {},
      'targets of row 1, entry 2, is NaN',
    ],
    [
      'a negative target',
      Float64Array.of(0, -1, 2, 1, 0, 0),
      {},
      'targets of row 0, entry 1, is -1',
    ],
    [
      'targets that sum to 2',
      Float64Array.of(1, 0, 0, 1, 1, 0),
      {},
      'targets of row 1 sum to 2, not to 1',
    ],
    ['too few targets', Float64Array.of(1, 0, 0), {}, 'targets must have 6 entries, not 3'],
    ['targets of another precision', new Float32Array(6), {}, 'targets must be of the same kind'],
    [
      'ignored target rows',
      Float64Array.of(1, 0, 0, 0, 1, 0),
      { ignoreIndex: 1 },
      'ignoreIndex is for',
    ],
  ])('%s', (_, targets, options, expected) => {
    const all = { classes: 3, ...options } as CrossEntropyOptions;
    expect(message(() => softmaxCrossEntropy(z, targets as number[], all))).toContain(expected);
  });

  it('what is no array of floats', () => {
    const run = () => softmaxCrossEntropy([1, 2] as never, [0], { classes: 2 });
    expect(message(run)).toBe('logits must be a Float64Array or a Float32Array');
  });

  it('before it has written anything', () => {
    const gradient = new Float64Array(6);
    message(() => softmaxCrossEntropy(z, [0, 7], { classes: 3, gradient }));
    expect([...gradient]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('rows from other software only when they are off by more than rounding', () => {
    const thirds = Float32Array.of(1 / 3, 1 / 3, 1 / 3, 0.1, 0.2, 0.7);
    const logits = Float32Array.from(z);
    expect(message(() => softmaxCrossEntropy(logits, thirds, { classes: 3 }))).toBe('no error');
    thirds[0] = 0.3334;
    expect(message(() => softmaxCrossEntropy(logits, thirds, { classes: 3 }))).toContain('row 0');
  });
});

describe('the other functions refuse', () => {
  it.each<[string, () => unknown, string]>([
    [
      'a short output',
      () => softmax(z, new Float64Array(3), { classes: 3 }),
      'must have 6 entries',
    ],
    ['no output', () => logSumExp(z, undefined as never, { classes: 3 }), 'the output must be a'],
    ['no logits', () => sigmoid(undefined as never, z), 'logits must be a Float64Array'],
    [
      'a target above 1',
      () => binaryCrossEntropyWithLogits(Float64Array.of(0, 0), Float64Array.of(1, 1.5)),
      'target 1 is 1.5, not between 0 and 1',
    ],
    [
      'what is no distribution',
      () => entropy(Float64Array.of(0.5, 0.25), new Float64Array(1), { classes: 2 }),
      'probabilities of row 0 sum to 0.75, not to 1',
    ],
    [
      'a second one that is none',
      () =>
        klDivergence(Float64Array.of(1, 0), Float64Array.of(2, -1), new Float64Array(1), {
          classes: 2,
        }),
      'the second probabilities of row 0, entry 1, is -1',
    ],
  ])('%s', (_, run, expected) => {
    expect(message(run)).toContain(expected);
  });
});
