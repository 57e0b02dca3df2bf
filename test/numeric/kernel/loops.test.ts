/** The vector loops against the plain ones, arrays in the kernel's memory against others. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileLoops, sourceOf } from '../../../assembly/compile.mjs';
import {
  type FloatArray,
  InputError,
  KernelMemory,
  logSoftmax,
  logSumExp,
  softmax,
  softmaxCrossEntropy,
} from '../../../src/numeric/kernel/index.js';

const kinds = [
  ['double', Float64Array],
  ['single', Float32Array],
] as const;

/** Any float at all, and more often numbers whose exponentials are neither 0 nor ∞. */
const logit = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: -40, max: 40, noNaN: true }) },
  { weight: 2, arbitrary: fc.double({ min: -1e4, max: 1e4, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NEGATIVE_INFINITY, Number.NaN, 1e300, -1e300) },
  { weight: 1, arbitrary: fc.double() },
);

/** Rows of a size that is no multiple of anything, all of them of one kind of spread. */
const problem = fc
  .record({ rows: fc.integer({ min: 1, max: 5 }), classes: fc.integer({ min: 1, max: 70 }) })
  .chain(({ rows, classes }) =>
    fc.record({
      classes: fc.constant(classes),
      logits: fc.array(fc.oneof(logit, fc.double({ min: -3, max: 3, noNaN: true })), {
        minLength: rows * classes,
        maxLength: rows * classes,
      }),
      labels: fc.array(fc.nat({ max: classes - 1 }), { minLength: rows, maxLength: rows }),
    }),
  );

function everything(
  z: FloatArray,
  labels: number[],
  classes: number,
  loops: 'vector' | 'plain',
  out: () => FloatArray,
): FloatArray[] {
  const rows = labels.length;
  const gradient = out();
  const dense = out();
  const shares = out();
  const logarithms = out();
  const losses = new Float64Array(rows);
  const sums = new Float64Array(rows);
  const options = { classes, loops, labelSmoothing: 0 };
  const loss = softmaxCrossEntropy(z, labels, { ...options, gradient, losses });
  const smooth = softmaxCrossEntropy(z, labels, {
    ...options,
    labelSmoothing: 0.25,
    gradient: dense,
  });
  const alone = softmaxCrossEntropy(z, labels, options);
  softmax(z, shares, options);
  logSoftmax(z, logarithms, options);
  logSumExp(z, sums, options);
  const numbers = Float64Array.of(loss, smooth, alone);
  return [gradient, dense, shares, logarithms, losses, sums, numbers];
}

describe.each(kinds)('the loops in %s precision', (_, type) => {
  it('give the same bits with vectors and without', () => {
    fc.assert(
      fc.property(problem, ({ logits, labels, classes }) => {
        const z = type.from(logits);
        const out = (): FloatArray => new type(z.length);
        expect(everything(z, labels, classes, 'vector', out)).toEqual(
          everything(z, labels, classes, 'plain', out),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('give the same bits in their own memory as on a copy', () => {
    fc.assert(
      fc.property(problem, ({ logits, labels, classes }) => {
        const size = logits.length * type.BYTES_PER_ELEMENT + 16;
        const memory = new KernelMemory(5 * size);
        const array = (): FloatArray =>
          type === Float64Array ? memory.float64(logits.length) : memory.float32(logits.length);
        const z = array();
        z.set(logits);
        const copy = type.from(logits);
        expect(everything(z, labels, classes, 'vector', array)).toEqual(
          everything(copy, labels, classes, 'vector', () => new type(copy.length)),
        );
        expect(z).toEqual(copy);
      }),
    );
  });

  it.each(['vector', 'plain'] as const)('may write the gradient over the logits: %s', (loops) => {
    fc.assert(
      fc.property(problem, ({ logits, labels, classes }) => {
        const z = type.from(logits);
        const gradient = new type(z.length);
        const loss = softmaxCrossEntropy(z, labels, { classes, gradient, loops });
        expect(softmaxCrossEntropy(z, labels, { classes, gradient: z, loops })).toBe(loss);
        expect(z).toEqual(gradient);
      }),
    );
  });

  it('work on many rows, and on rows longer than a chunk', () => {
    for (const [rows, classes] of [
      [300, 7],
      [5, 1025],
      [2, 3001],
    ] as const) {
      const z = type.from(Array.from({ length: rows * classes }, (_, k) => 20 * Math.sin(k)));
      // The last entry of a row leaves the window that its first ones suggest.
      z[classes - 1] = 900;
      const labels = Array.from({ length: rows }, (_, i) => (i * 31) % classes);
      const out = (): FloatArray => new type(z.length);
      const vectors = everything(z, labels, classes, 'vector', out);
      expect(vectors).toEqual(everything(z, labels, classes, 'plain', out));
      const single = new type(classes);
      const last = z.subarray((rows - 1) * classes);
      softmax(last, single, { classes });
      expect(vectors[2]!.subarray((rows - 1) * classes)).toEqual(single);
    }
  });
});

describe('the memory of the kernel', () => {
  it('hands out arrays until it is full, and keeps those it has handed out', () => {
    const memory = new KernelMemory(64);
    const first = memory.float64(4).fill(1);
    const second = memory.int32(8).fill(2);
    expect(() => memory.float64(10_000)).toThrow(
      new InputError('the memory has no room for 10000 numbers of 8 bytes'),
    );
    expect([...first, ...second]).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2]);
  });

  it.each([-1, 1.5, Number.NaN, 2 ** 33])('refuses a size of %d bytes', (bytes) => {
    expect(() => new KernelMemory(bytes)).toThrow(InputError);
  });
});

describe('the compiled loops', () => {
  it('are those of assembly/: npm run build:simd makes them', async () => {
    const file = new URL('../../../src/numeric/kernel/simd-bytes.ts', import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(sourceOf(await compileLoops()));
  });
});
