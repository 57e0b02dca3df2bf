/** What the options of cross-entropy mean, and the laws of its gradient. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ball } from '../../../src/numeric/ball.js';
import {
  type CrossEntropyOptions,
  type FloatArray,
  softmaxCrossEntropy,
  softmaxCrossEntropyGradient,
} from '../../../src/numeric/kernel/index.js';
import { exactly, larger, lossAt, minus, shares, times, total, ulps } from './exact.js';
import { below, families, randomFrom } from './families.js';

const z = Float64Array.of(1, 2, 3, -1, 0, 4, 2, 2, 2);
const labels = [2, 0, 1];

function both(targets: number[] | FloatArray, options: Omit<CrossEntropyOptions, 'classes'> = {}) {
  const gradient = new Float64Array(9);
  const losses = new Float64Array(3);
  const loss = softmaxCrossEntropy(z, targets, { classes: 3, gradient, losses, ...options });
  return { loss, gradient: [...gradient], losses: [...losses] };
}

const nearly = (expected: number[]) => expected.map((x) => expect.closeTo(x, 13));

describe('softmax cross-entropy', () => {
  const plain = both(labels, { reduction: 'sum' });

  it('is the sum of the losses of the rows', () => {
    const first = Math.log1p(Math.exp(-1) + Math.exp(-2));
    const second = 5 + Math.log1p(Math.exp(-4) + Math.exp(-5));
    expect(plain.losses).toEqual(nearly([first, second, Math.log(3)]));
    expect(plain.loss).toBeCloseTo(
      plain.losses.reduce((a, b) => a + b, 0),
      13,
    );
    expect(both(labels, { reduction: 'none' })).toEqual(plain);
  });

  it('is the mean by default', () => {
    const mean = both(labels);
    expect(mean.loss).toBeCloseTo(plain.loss / 3, 14);
    expect(mean.gradient).toEqual(nearly(plain.gradient.map((g) => g / 3)));
    expect(mean.losses).toEqual(plain.losses);
  });

  it('leaves rows out that are to be ignored, and does not count them in the mean', () => {
    const ignoring = both([2, -100, 1], { ignoreIndex: -100 });
    expect(ignoring.losses).toEqual([plain.losses[0], 0, plain.losses[2]]);
    expect(ignoring.loss).toBeCloseTo((plain.losses[0]! + plain.losses[2]!) / 2, 14);
    expect(ignoring.gradient.slice(3, 6)).toEqual([0, 0, 0]);
    expect(ignoring.gradient[0]).toBeCloseTo(plain.gradient[0]! / 2, 14);
  });

  it('weighs rows by the class of their label, and divides the mean by the weights', () => {
    const weights = [2, 5, 0.5];
    const weighted = both(labels, { weights });
    expect(weighted.losses).toEqual(nearly(plain.losses.map((l, i) => l * weights[labels[i]!]!)));
    expect(weighted.loss).toBeCloseTo(weighted.losses.reduce((a, b) => a + b, 0) / 7.5, 13);
    expect(weighted.gradient[3]).toBeCloseTo((2 * plain.gradient[3]!) / 7.5, 13);
  });

  it('leaves rows out whose class has the weight 0, whatever they hold', () => {
    const bad = Float64Array.of(Number.NaN, 0, 1, 2);
    const gradient = new Float64Array(4);
    const options = { classes: 2, weights: [0, 1], gradient };
    expect(softmaxCrossEntropy(bad, [0, 1], options)).toBeCloseTo(Math.log1p(Math.exp(-1)), 14);
    expect([...gradient.subarray(0, 2)]).toEqual([0, 0]);
  });

  it('keeps all digits of the gradient under a tiny weight', () => {
    for (const type of [Float64Array, Float32Array] as const) {
      // A power of 2: the weighted gradient has the digits of the other, as far as it is normal.
      const weight = type === Float64Array ? 2 ** -900 : 2 ** -110;
      const tiny: FloatArray = new type(2);
      const full: FloatArray = new type(2);
      const logits = type.of(3, -1);
      const options = { classes: 2, reduction: 'sum' } as const;
      softmaxCrossEntropyGradient(logits, [1], tiny, { ...options, weights: [weight, weight] });
      softmaxCrossEntropyGradient(logits, [1], full, options);
      expect(tiny).toEqual(full.map((g) => g * weight));
    }
  });

  it('takes one-hot target rows for labels', () => {
    const rows = Float64Array.of(0, 0, 1, 1, 0, 0, 0, 1, 0);
    const dense = both(rows, { reduction: 'sum' });
    expect(dense.losses).toEqual(nearly(plain.losses));
    dense.gradient.forEach((g, k) => {
      expect(ulps(g, exactly(plain.gradient[k]!))).toBeLessThanOrEqual(2);
    });
  });

  it('smooths labels as target rows that hold a share of every class', () => {
    const smooth = (t: number): number => 0.75 * t + 0.25 / 3;
    const rows = Float64Array.of(0, 0, 1, 1, 0, 0, 0, 1, 0).map(smooth);
    const smoothed = both(labels, { labelSmoothing: 0.25 });
    const dense = both(rows);
    expect(smoothed.loss).toBeCloseTo(dense.loss, 14);
    expect(smoothed.gradient).toEqual(nearly(dense.gradient));
    const ignoring = both([2, 9, 1], { labelSmoothing: 0.25, ignoreIndex: 9 });
    expect(ignoring.losses[1]).toBe(0);
    expect(ignoring.gradient.slice(3, 6)).toEqual([0, 0, 0]);
  });

  it('gives the gradient alone', () => {
    const gradient = new Float64Array(9);
    softmaxCrossEntropyGradient(z, labels, gradient, { classes: 3, reduction: 'sum' });
    expect([...gradient]).toEqual(plain.gradient);
  });

  it.each([
    ['double', Float64Array, 8],
    ['single', Float32Array, 4],
  ] as const)(
    'has target rows within 4 ulps of the larger term in %s precision',
    (_n, type, width) => {
      const random = randomFrom(11);
      for (const name of ['normal logits of scale 10', 'two values', 'logits up to ±10,000']) {
        for (let k = 0; k < 60; k++) {
          const C = 1 + below(random, 8);
          const logits = type.from(families.get(name)!(random, C, false));
          const parts = Array.from({ length: C }, () => (random() < 0.3 ? 0 : random() ** 8));
          parts[below(random, C)]! += 1;
          const sum = parts.reduce((a, b) => a + b, 0);
          const t = type.from(parts.map((x) => x / sum));
          const gradient: FloatArray = new type(C);
          const loss = softmaxCrossEntropy(logits, t, { classes: C, gradient });
          const numbers = Array.from(logits);
          const exact = Array.from(t, exactly);
          const all = total(exact);
          const losses: Ball[] = exact.map((x, c) => times(x, lossAt(numbers, c)));
          expect(ulps(loss, total(losses), width)).toBeLessThanOrEqual(4);
          shares(numbers).forEach((p, c) => {
            const up = times(all, p);
            const error = ulps(gradient[c]!, minus(up, exact[c]!), width, larger(up, exact[c]!));
            expect(error).toBeLessThanOrEqual(4);
          });
        }
      }
    },
  );

  const rows = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), {
    minLength: 1,
    maxLength: 40,
  });

  it('has a gradient whose rows sum to zero, up to the rounding of its entries', () => {
    fc.assert(
      fc.property(rows, fc.nat(), (logits, n) => {
        const gradient = new Float64Array(logits.length);
        const options = { classes: logits.length, gradient };
        softmaxCrossEntropy(Float64Array.from(logits), [n % logits.length], options);
        const sum = total(Array.from(gradient, exactly));
        const label = exactly(gradient[n % logits.length]!);
        // Each entry is off by 4 ulps at most, and all others together are as large as the label's.
        expect(ulps(0, sum, 8, label)).toBeLessThanOrEqual(16);
      }),
    );
  });

  it('does not change when all logits of a row do so exactly', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -2000, max: 2000 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: -9000, max: 9000 }),
        fc.nat(),
        (logits, offset, n) => {
          const at = (by: number) => {
            const shifted = Float64Array.from(logits, (x) => x / 64 + by);
            const gradient = new Float64Array(logits.length);
            const options = { classes: logits.length, gradient };
            const loss = softmaxCrossEntropy(shifted, [n % logits.length], options);
            return [loss, ...gradient];
          };
          const there = at(offset);
          // Both are within 4 ulps of the same number.
          at(0).forEach((x, k) => {
            expect(ulps(there[k]!, exactly(x))).toBeLessThanOrEqual(16);
          });
        },
      ),
    );
  });

  it('weighs the rows of a mean alike: the gradient of a copy is half', () => {
    const once = new Float64Array(3);
    const twice = new Float64Array(6);
    const row = z.subarray(0, 3);
    softmaxCrossEntropyGradient(row, [1], once, { classes: 3 });
    const copies = Float64Array.of(...row, ...row);
    softmaxCrossEntropyGradient(copies, [1, 1], twice, { classes: 3 });
    expect([...twice]).toEqual(Array.from([...once, ...once], (g) => g / 2));
  });
});
