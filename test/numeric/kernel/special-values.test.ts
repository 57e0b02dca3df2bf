import { describe, expect, it } from 'vitest';
import {
  binaryCrossEntropyWithLogits,
  logSoftmax,
  logSumExp,
  sigmoid,
  softmax,
  softmaxCrossEntropy,
} from '../../../src/numeric/kernel/index.js';

const inf = Number.POSITIVE_INFINITY;
const nan = Number.NaN;
const kinds = [
  ['double', Float64Array],
  ['single', Float32Array],
] as const;

describe.each(kinds)('in %s precision', (_, type) => {
  it.each([
    ['the label alone at +∞', [inf, 0, 1], 0, 0, [0, 0, 0]],
    ['another at +∞', [inf, 0, 1], 1, inf, [1, -1, 0]],
    ['the label and another at +∞', [inf, 0, inf], 2, Math.fround(Math.LN2), [0.5, 0, -0.5]],
    ['a label at -∞', [-inf, 0, 0], 0, inf, [-1, 0.5, 0.5]],
    ['another at -∞', [-inf, 0, 0], 1, Math.fround(Math.LN2), [0, -0.5, 0.5]],
    ['a row of -∞', [-inf, -inf, -inf], 0, nan, [nan, nan, nan]],
    ['a NaN', [nan, 0, 1], 1, nan, [nan, nan, nan]],
    ['a NaN beside +∞', [nan, inf, 1], 1, nan, [nan, nan, nan]],
    ['a NaN beside -∞', [nan, -inf, -inf], 1, nan, [nan, nan, nan]],
    ['one class', [5], 0, 0, [0]],
    ['one class at +∞', [inf], 0, 0, [0]],
    ['huge ties', [1e30, 1e30], 0, Math.fround(Math.LN2), [-0.5, 0.5]],
    ['a huge gap', [1e30, -1e30], 0, 0, [0, 0]],
  ])('%s: loss and gradient are the limits', (_name, logits, label, loss, gradient) => {
    for (const loops of ['vector', 'plain'] as const) {
      const out = new type(logits.length);
      const options = { classes: logits.length, gradient: out, loops };
      const found = softmaxCrossEntropy(type.from(logits), [label], options);
      expect(Math.fround(found)).toBe(loss);
      // -0 is 0 here.
      expect(Array.from(out, (x) => x + 0)).toEqual(gradient);
    }
  });

  it('one bad row leaves the gradient of the others alone', () => {
    const good = new type(2);
    softmaxCrossEntropy(type.of(1, 2), [0], { classes: 2, gradient: good, reduction: 'sum' });
    const gradient = new type(6);
    const losses = new Float64Array(3);
    const z = type.of(1, 2, nan, 0, 1, 2);
    const options = { classes: 2, gradient, losses, reduction: 'sum' } as const;
    expect(softmaxCrossEntropy(z, [0, 0, 0], options)).toBeNaN();
    expect([...gradient]).toEqual([...good, nan, nan, ...good]);
    expect(losses[0]).toBe(losses[2]);
  });

  it('the mean over no row is NaN and its sum 0', () => {
    expect(softmaxCrossEntropy(new type(0), [], { classes: 3 })).toBeNaN();
    expect(softmaxCrossEntropy(new type(0), [], { classes: 3, reduction: 'sum' })).toBe(0);
    expect(binaryCrossEntropyWithLogits(new type(0), new type(0))).toBeNaN();
  });

  it('softmax, its logarithm and the sum of exponentials take the limits', () => {
    const z = type.of(inf, 0, inf, -inf, 0, 0, -inf, -inf, -inf, nan, 0, 0);
    const p = new type(12);
    softmax(z, p, { classes: 3 });
    expect([...p]).toEqual([0.5, 0, 0.5, 0, 0.5, 0.5, nan, nan, nan, nan, nan, nan]);
    const log = new type(12);
    logSoftmax(z, log, { classes: 3 });
    const half = Math.fround(-Math.LN2);
    expect(Array.from(log, Math.fround)).toEqual([
      ...[half, -inf, half, -inf, half, half],
      ...[nan, nan, nan, nan, nan, nan],
    ]);
    const sums = new type(4);
    logSumExp(z, sums, { classes: 3 });
    expect(Array.from(sums, Math.fround)).toEqual([inf, -half, -inf, nan]);
  });

  it('the logistic function and its loss take the limits', () => {
    const z = type.of(inf, -inf, nan, 0);
    const s = new type(4);
    sigmoid(z, s);
    expect([...s]).toEqual([1, 0, nan, 0.5]);
    const losses = new Float64Array(4);
    binaryCrossEntropyWithLogits(z, type.of(1, 1, 1, 0), { losses });
    expect(Array.from(losses, Math.fround)).toEqual([0, inf, nan, Math.fround(Math.LN2)]);
  });
});
