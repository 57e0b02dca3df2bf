/** What cannot be computed is refused with one clear message that names what is wrong, and where. */
import { describe, expect, it } from 'vitest';
import { gradcheck } from '../../src/gradcheck/gradcheck.js';
import {
  binaryCrossEntropyWithLogits as binary,
  softmaxCrossEntropy as loss,
} from '../../src/numeric/kernel/index.js';

/** Two rows of three classes. */
const z = new Float64Array(6);
const classes = 3;
const rows = (...entries: number[]): Float64Array => Float64Array.from(entries);
const square = ([x]: number[]): number => x! * x!;

describe('bad input', () => {
  it.each<[what: string, run: () => unknown, message: string]>([
    [
      'logits of the wrong length',
      () => loss(z, [0, 1], { classes: 4 }),
      'logits has 6 entries, which is no multiple of 4 classes',
    ],
    ['too few labels', () => loss(z, [0], { classes }), 'labels must have 2 entries, not 1'],
    [
      'too many target rows',
      () => loss(z, new Float64Array(9), { classes }),
      'targets must have 6 entries, not 9',
    ],
    [
      'a gradient of the wrong length',
      () => loss(z, [0, 1], { classes, gradient: new Float64Array(5) }),
      'gradient must have 6 entries, not 5',
    ],
    [
      'a label out of range',
      () => loss(z, [0, 3], { classes }),
      'label 3 of row 1 is not between 0 and 2',
    ],
    [
      'a negative label',
      () => loss(z, [-1, 0], { classes }),
      'label -1 of row 0 is not between 0 and 2',
    ],
    [
      'a label that is no whole number',
      () => loss(z, [0, 1.5], { classes }),
      'label 1.5 of row 1 is no whole number',
    ],
    [
      'a target that is NaN',
      () => loss(z, rows(1, 0, 0, 0, Number.NaN, 1), { classes }),
      'targets of row 1, entry 1, is NaN',
    ],
    [
      'a row that does not sum to one',
      () => loss(z, rows(1, 0, 0, 0.5, 0, 0.4), { classes }),
      'targets of row 1 sum to 0.9, not to 1',
    ],
    [
      'a binary target that is NaN',
      () => binary(rows(1, 2), rows(0, Number.NaN)),
      'target 1 is NaN, not between 0 and 1',
    ],
    ['binary targets of the wrong length', () => binary(rows(1, 2), rows(0)), '2 entries, not 1'],
    [
      'a gradient to check of the wrong length',
      () => gradcheck(square, [1, 2], [1]),
      'the gradient has 2 entries, and x has 1: they must be as many',
    ],
    [
      'a point to check that is not finite',
      () => gradcheck(square, [1], [Number.POSITIVE_INFINITY]),
      'x[0] is Infinity',
    ],
    [
      'a function that changes its argument',
      () => gradcheck((x) => x.fill(3).length, [1], [1]),
      'f changed its argument: x[0] was 1 and is 3 after the call',
    ],
  ])('%s', (_, run, message) => {
    expect(run).toThrowError(expect.objectContaining({ name: expect.stringMatching(/Error$/) }));
    expect(run).toThrowError(message);
  });

  it('leaves the output as it was', () => {
    const gradient = new Float64Array(6).fill(7);
    expect(() => loss(z, [0, 9], { classes, gradient })).toThrowError();
    expect(gradient).toEqual(new Float64Array(6).fill(7));
  });
});
