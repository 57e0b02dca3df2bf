import { describe, expect, it } from 'vitest';
import { compile } from '../../src/numeric/compile.js';
import { plainValue } from '../../src/numeric/counterexample.js';
import { Machine } from '../../src/numeric/machine.js';
import type { Model } from '../../src/numeric/model.js';
import { sampleModels } from '../../src/numeric/sample.js';
import { coreClaim } from './claim-text.js';

const OPTIONS = { seed: 42, runs: 60, maxSize: 4 };

const modelsOf = (declarations: string, options = OPTIONS): Model[] =>
  sampleModels(coreClaim(declarations, '0 == 0').context, options);

const valuesOf = (models: readonly Model[], name: string): unknown[] =>
  models.map((model) => {
    const value = model.values.get(name);
    return value && plainValue(value);
  });

const KINDS = [
  'size n, m >= 0\nreal x[n], w[0..m]',
  'size n\npositive x[n]\nnonneg y[n]\nunit u[n]\nprobability p[n]\nbinary b[n]\nsign s[n]',
  'size n, K\nonehot y[n, K]\nonehot or zero h[n, K]',
  'size K\nsimplex p[K]\nclosed simplex q[K]',
  'size n\nlabel t[n] in 1..n\nindex i in 1..n\ninteger k >= 0',
  'real a in [-1, 1], w[2] in [0.5, 2]\ninteger m[3] in [1, 3]',
  'size n\nsymmetric A[n, n]\nspd H[n, n]',
];

describe('sampled models', () => {
  it.each(KINDS)('satisfy every fact of their declarations: %s', (declarations) => {
    const { context } = coreClaim(declarations, '0 == 0');
    const facts = [...context.hypotheses.values()].map(({ proposition }) => proposition);
    const program = compile(context, facts);
    const machine = new Machine(program, {
      bits: 120,
      zeroTimesLogZero: false,
      deadline: undefined,
    });
    const models = sampleModels(context, OPTIONS);
    expect(models.length).toBeGreaterThan(20);
    for (const model of models)
      for (const fact of machine.run(model)) expect(fact).toEqual({ kind: 'truth', holds: true });
  });

  it('are the same for the same seed, and others for another', () => {
    const declarations = 'size n, K\nreal z[n, K]\nsimplex p[K]';
    const shown = (seed: number) => valuesOf(modelsOf(declarations, { ...OPTIONS, seed }), 'z');
    expect(shown(1)).toEqual(shown(1));
    expect(shown(1)).not.toEqual(shown(2));
  });

  it('are pinned: a seed means the same models in every version', () => {
    const models = modelsOf('size K\nreal z[K]\nsimplex p[K]', { ...OPTIONS, runs: 3 });
    expect(valuesOf(models, 'z')).toMatchInlineSnapshot(`
      [
        [
          "2/3",
          "1/3",
        ],
        [
          "-1/2",
          "2/3",
        ],
        [
          1,
          3,
        ],
      ]
    `);
    expect(valuesOf(models, 'p')).toMatchInlineSnapshot(`
      [
        [
          "3/7",
          "4/7",
        ],
        [
          "1/5",
          "4/5",
        ],
        [
          "2/3",
          "1/3",
        ],
      ]
    `);
  });

  it('reach small sizes, empty ones where allowed, and the largest', () => {
    const sizes = valuesOf(modelsOf('size m >= 0\nreal x[m]'), 'm');
    expect(new Set(sizes)).toEqual(new Set([0, 1, 2, 3, 4]));
    expect(valuesOf(modelsOf('size n\nreal x[n]'), 'n')).not.toContain(0);
  });

  it('put the one of a one-hot row at every place, and labels at both ends', () => {
    expect(valuesOf(modelsOf('onehot y[3]'), 'y')).toEqual(
      expect.arrayContaining([
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ]),
    );
    expect(valuesOf(modelsOf('label t in 1..4'), 't')).toEqual(expect.arrayContaining([1, 4]));
  });

  it('reach bounds, ties, zeros, equal and extreme values', () => {
    const reals = valuesOf(modelsOf('real x, y'), 'x');
    expect(reals).toEqual(expect.arrayContaining([0, 1, -1, '1/2', 2]));
    expect(reals.some((x) => typeof x === 'number' && Math.abs(x) >= 300)).toBe(true);
    expect(valuesOf(modelsOf('real a in [-2, 5]'), 'a')).toEqual(expect.arrayContaining([-2, 5]));
    const rows = valuesOf(modelsOf('simplex p[2]'), 'p');
    expect(rows).toContainEqual(['1/2', '1/2']);
    expect(valuesOf(modelsOf('closed simplex q[2]'), 'q')).toContainEqual([1, 0]);
  });

  it('come plain and small first, extreme late', () => {
    const early = valuesOf(modelsOf('size n\nreal x[n]', { ...OPTIONS, runs: 6 }), 'x').flat();
    expect(early.every((x) => Math.abs(Number(x)) <= 5 || typeof x === 'string')).toBe(true);
  });

  const assumptions: readonly (readonly [
    least: number,
    declarations: string,
    assumption: string,
  ])[] = [
    [1, 'binary y', 'y == 1'],
    [40, 'real z0, z1', 'z1 < z0'],
    [40, 'real x[3]', 'sum(k in 1..3, x[k]) == 1'],
    [40, 'size n, C\nreal y[n, C]\nindex i in 1..n, c in 1..C', 'sum(c, y[i,c]) == 1'],
    [20, 'size K\nmultihot y[K]\nlabel t in 1..K', 'y[t] == 1'],
    [40, 'real x, y', 'x*y == 1'],
    [10, 'size n, m\nreal x[n]', 'm == n + 1'],
    [40, 'positive a, b', 'a + b <= 1'],
    [4, 'size n\nlabel i in 1..n, j in 1..n', 'i != j'],
    [5, 'probability p', 'p > 0'],
  ];
  it.each(assumptions)(
    'are found, %d of them, over %s where %s',
    (least, declarations, assumption) => {
      const models = modelsOf(`${declarations}\nassume ${assumption}`);
      expect(models.length).toBeGreaterThanOrEqual(least);
    },
  );

  it('do not exist for assumptions that contradict each other', () => {
    expect(modelsOf('real x\nassume x > 1\nassume x < 0')).toEqual([]);
  });
});
