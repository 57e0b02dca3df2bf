/**
 * Loss and gradient of single rows against arbitrary precision. The bound of 4 ulps is the kernel's
 * promise; the smallest subnormal is allowed on top where ulps are that.
 */
import { describe, expect, it } from 'vitest';
import { type FloatArray, softmaxCrossEntropy } from '../../../src/numeric/kernel/index.js';
import { exactly, gradientAt, lossAt, over, times, total, ulps } from './exact.js';
import { below, families, randomFrom } from './families.js';

const kinds = [
  ['double', Float64Array, 8],
  ['single', Float32Array, 4],
] as const;

interface Worst {
  loss: number;
  label: number;
  others: number;
}

/** The largest errors in ulps over random rows; each row stands three times in a batch. */
function worstOf(
  make: (columns: number) => number[],
  type: Float64ArrayConstructor | Float32ArrayConstructor,
  width: 8 | 4,
  columns: number,
  rows: number,
  random: () => number,
): Worst {
  const worst = { loss: 0, label: 0, others: 0 };
  for (let k = 0; k < rows; k++) {
    const z = type.from(make(columns));
    const label = below(random, columns);
    const gradient = new type(3 * columns);
    const losses = new Float64Array(3);
    const batch = type.from([...z, ...z, ...z]);
    const labels = [label, label, label];
    softmaxCrossEntropy(batch, labels, { classes: columns, gradient, losses });
    const numbers = Array.from(z);
    if (numbers[label] !== Number.NEGATIVE_INFINITY)
      worst.loss = Math.max(worst.loss, ulps(losses[0]!, lossAt(numbers, label), width));
    else expect(losses[0]).toBe(Number.POSITIVE_INFINITY);
    gradientAt(numbers, label).forEach((g, c) => {
      const error = ulps(gradient[c]!, over(g, exactly(3)), width);
      if (c === label) worst.label = Math.max(worst.label, error);
      else worst.others = Math.max(worst.others, error);
    });
  }
  return worst;
}

const sizes = [
  [1, 20],
  [2, 200],
  [3, 200],
  [10, 60],
  [100, 8],
  [1000, 1],
] as const;

describe.each(kinds)('loss and gradient in %s precision', (_, type, width) => {
  for (const [name, make] of families) {
    it(`are within 4 ulps for ${name}`, () => {
      const random = randomFrom(7);
      for (const [columns, rows] of sizes) {
        const ofRow = (C: number): number[] => make(random, C, width === 4);
        const worst = worstOf(ofRow, type, width, columns, rows, random);
        const largest = Math.max(worst.loss, worst.label, worst.others);
        expect(largest, `${columns} columns`).toBeLessThanOrEqual(4);
      }
    });
  }

  it('are within 4 ulps for a row of 50,257 numbers', () => {
    const random = randomFrom(8);
    const make = families.get('two values')!;
    const ofRow = (C: number): number[] => make(random, C, false);
    const worst = worstOf(ofRow, type, width, 50_257, 1, random);
    expect(Math.max(worst.loss, worst.label, worst.others)).toBeLessThanOrEqual(4);
  });

  it('are within 4 ulps in the mean over rows, with weights', () => {
    const random = randomFrom(9);
    for (let k = 0; k < 30; k++) {
      const z = type.from(Array.from({ length: 20 }, () => 30 * (random() - 0.5)));
      const labels = Array.from({ length: 5 }, () => below(random, 4));
      const weights = Float64Array.from({ length: 4 }, () => Math.fround(random()));
      const gradient: FloatArray = new type(20);
      const loss = softmaxCrossEntropy(z, labels, { classes: 4, weights, gradient });
      const rows = labels.map((_, i) => Array.from(z.subarray(4 * i, 4 * i + 4)));
      const weighted = weightedMean(rows, labels, weights);
      expect(ulps(loss, weighted.loss, width)).toBeLessThanOrEqual(4);
      weighted.gradient.forEach((g, c) => {
        expect(ulps(gradient[c]!, g, width)).toBeLessThanOrEqual(4);
      });
    }
  });
});

function weightedMean(rows: number[][], labels: number[], weights: Float64Array) {
  const of = (i: number) => exactly(weights[labels[i]!]!);
  const sum = total(rows.map((_, i) => of(i)));
  const loss = over(total(rows.map((z, i) => times(of(i), lossAt(z, labels[i]!)))), sum);
  const gradient = rows.flatMap((z, i) =>
    gradientAt(z, labels[i]!).map((g) => over(times(of(i), g), sum)),
  );
  return { loss, gradient };
}
