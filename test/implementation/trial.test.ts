import { describe, expect, it } from 'vitest';
import { FAMILIES } from '../../src/implementation/spread.js';
import { type Trial, type TrialOptions, Trials } from '../../src/implementation/trial.js';
import { readYardstick } from '../../src/implementation/yardstick.js';
import { temporaryFolder } from '../cli/files.js';
import { documentOf } from '../document/given.js';

const { write } = temporaryFolder();
const OPTIONS: TrialOptions = { seed: 1, runs: 120, maxSize: 6, element: 'float64', masked: true };

const trials = async (reference: string, more: Partial<TrialOptions> = {}): Promise<Trial[]> => [
  ...new Trials(await readYardstick(reference, 10), { ...OPTIONS, ...more }).all(),
];

const SOFTMAX = 'proofs/09-softmax-cross-entropy.md#mean-gradient';

describe('the trials of softmax cross-entropy', () => {
  it('give arrays by the names of the document, flat, with their shapes', async () => {
    const [first] = (await trials(SOFTMAX, { runs: 1 })) as [Trial];
    const { n, C, z, y } = first.given.data as { n: number; C: number; z: Float64Array } & {
      y: Float64Array;
    };
    expect(first.given.shapes).toEqual({ z: [n, C], y: [n, C] });
    expect([z.length, y.length]).toEqual([n * C, n * C]);
    expect(Object.keys(first.given.data)).toEqual(['n', 'C', 'z', 'y']);
  });

  it('come from every family, and from the same seed are the same', async () => {
    const all = await trials(SOFTMAX);
    expect(new Set(all.map(({ family }) => family))).toEqual(
      new Set(FAMILIES.map(({ name }) => name)),
    );
    const given = (list: readonly Trial[]) => list.map((trial) => trial.given);
    expect(given(await trials(SOFTMAX))).toEqual(given(all));
    expect(given(await trials(SOFTMAX, { seed: 2 }))).not.toEqual(given(all));
  });

  it('lie on a grid: the difference of two values is exact', async () => {
    for (const element of ['float64', 'float32'] as const)
      for (const { given } of await trials(SOFTMAX, { element })) {
        const z = Array.from(given.data.z as Float64Array).filter(Number.isFinite);
        const round = element === 'float32' ? Math.fround : Number;
        for (const a of z)
          for (const b of z) expect(BigInt(round(a - b) * 2 ** 20)).toBe(big(a) - big(b));
      }
  });

  it('mask some entries of a row, but never all', async () => {
    const masked = (await trials(SOFTMAX)).filter(({ family }) => family === 'masked');
    expect(masked.length).toBeGreaterThan(3);
    for (const { given, models } of masked) {
      const z = given.data.z as Float64Array;
      const [, C] = given.shapes.z as [number, number];
      for (let i = 0; i < z.length; i += C)
        expect(z.subarray(i, i + C).some(Number.isFinite)).toBe(true);
      expect(z).toContain(Number.NEGATIVE_INFINITY);
      expect(models.length).toBeGreaterThan(1);
    }
  });
});

describe('trials without masks', () => {
  it('are had on request', async () => {
    const all = await trials(SOFTMAX, { masked: false });
    expect(all.length).toBeGreaterThan(50);
    expect(all.map(({ family }) => family)).not.toContain('masked');
  });
});

const big = (value: number): bigint => BigInt(value * 2 ** 20);

describe('other declarations', () => {
  const document = write(
    'kinds.md',
    documentOf(`
size n
simplex p[n]
label t[n] in 0..n
probability q[n]
real a[n] in [-1, 1]
index i in 1..n
claim all: sum(i, p[i] + a[i] + q[i]) + t[1] == sum(i, p[i]) + sum(i, a[i] + q[i]) + t[1]
real w[n]
assume rows: sum(i, w[i]) == 1
claim assumed: diff(sum(i, w[i]^2), w[i]) == 2*w[i]
`),
  );

  it('keep what they say, in numbers of the element type', async () => {
    for (const { given } of await trials(`${document}#all`)) {
      const { n, p, t, q, a } = given.data as { n: number } & Record<
        'p' | 'q' | 'a',
        Float64Array
      > & {
          t: Int32Array;
        };
      expect(p.reduce((sum, entry) => sum + entry, 0)).toBe(1);
      expect(Math.min(...p)).toBeGreaterThan(0);
      expect(t).toBeInstanceOf(Int32Array);
      expect(t.every((label) => label >= 0 && label <= n)).toBe(true);
      expect(q.every((entry) => entry >= 0 && entry <= 1)).toBe(true);
      expect(a.every((entry) => Math.abs(entry) <= 1)).toBe(true);
    }
  });

  it('keep assumptions, and mask nothing that they speak of', async () => {
    const all = await trials(`${document}#assumed`);
    expect(all.length).toBeGreaterThan(50);
    for (const { given, family } of all) {
      expect((given.data.w as Float64Array).reduce((sum, entry) => sum + entry, 0)).toBe(1);
      expect(family).not.toBe('masked');
    }
  });
});
