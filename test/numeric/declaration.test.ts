/** Every kind of declaration: the values that its models must reach. */
import { describe, expect, it } from 'vitest';
import type { Kind } from '../../src/kernel/context.js';
import { type Plain, plainValue } from '../../src/numeric/counterexample.js';
import { shapesOf } from '../../src/numeric/function-model.js';
import { sampleModels } from '../../src/numeric/sample.js';
import { multiply, parseRational, subtract, toNumber } from '../../src/term/rational.js';
import { coreClaim } from './claim-text.js';

const OPTIONS = { seed: 42, runs: 60, maxSize: 4 };

/** The values of the symbol `v` in the models of the declarations. */
function valuesOf(declarations: string, seed = OPTIONS.seed): Plain[] {
  const { context } = coreClaim(declarations, '0 == 0');
  return sampleModels(context, { ...OPTIONS, seed }).map(({ values, functions }) => {
    const value = values.get('v');
    return value ? plainValue(value) : (functions.get('v')?.text ?? 'none');
  });
}

const numberOf = (value: Plain): number => {
  const [n, d = '1'] = String(value).split('/');
  return Number(n) / Number(d);
};
const row = (value: Plain): number[] => (Array.isArray(value) ? value.flat(9).map(numberOf) : []);

type Wanted = readonly [what: string, has: (value: Plain) => boolean];
const is =
  (...wanted: Plain[]) =>
  (value: Plain): boolean =>
    wanted.some((one) => JSON.stringify(one) === JSON.stringify(value));
const reaches = (...values: Plain[]): Wanted[] =>
  values.map((value) => [JSON.stringify(value), is(value)]);
const someEntry = (holds: (x: number) => boolean) => (value: Plain) => row(value).some(holds);

const TIES: Wanted = ['ties', (v) => row(v).length > 1 && new Set(row(v)).size < row(v).length];
const DISTINCT: Wanted = [
  'no ties',
  (v) => row(v).length > 1 && new Set(row(v)).size === row(v).length,
];
const TINY: Wanted = ['tiny entries', someEntry((x) => x !== 0 && Math.abs(x) <= 1e-6)];
const LARGE: Wanted = ['large entries', someEntry((x) => Math.abs(x) >= 300)];
const FRACTIONS: Wanted = ['fractions', someEntry((x) => !Number.isInteger(x))];
const EMPTY: Wanted = ['no entries', (v) => Array.isArray(v) && v.length === 0];
const total = (value: Plain) => row(value).reduce((a, b) => a + b, 0);

/** What is declared, what its models reach, and what they never are. */
type Row = readonly [
  declarations: string,
  wanted: readonly Wanted[],
  never?: (v: Plain) => boolean,
];

const KINDS: { readonly [kind in Kind]: readonly Row[] } = {
  size: [
    ['size v', reaches(1, 2, 3, 4), is(0)],
    ['size v >= 0', reaches(0, 1, 2, 3, 4)],
    ['size v >= 2', reaches(2, 3, 4), is(0, 1)],
    ['size v >= 6', reaches(6)],
  ],
  integer: [
    ['integer v', reaches(-2, -1, 0, 1, 2)],
    ['integer v >= 0', reaches(0, 1, 2, 3)],
    ['integer v in [-3, 3]', reaches(-3, -2, -1, 0, 1, 2, 3)],
    ['integer v in [1, 1000000000]', reaches(1, 2, 1000000000)],
    ['integer v[2] in [1, 3]', [TIES, DISTINCT, ...reaches([1, 3], [3, 1])]],
  ],
  index: [
    ['size n\nindex v in 1..n', reaches(1, 2, 3)],
    ['index v in 0..3', reaches(0, 1, 2, 3)],
  ],
  label: [
    ['label v in 1..4', reaches(1, 2, 3, 4)],
    ['size n, K\nlabel v[n] in 1..K', [TIES, DISTINCT, ...reaches([1], [2, 1], [1, 1])]],
    ['label v in 1..1000000000', reaches(1, 1000000000)],
  ],
  real: [
    ['real v', reaches(0, 1, -1, 2, '1/2', '1/3', 800)],
    ['size n\nreal v[n]', [TIES, DISTINCT, TINY, LARGE, FRACTIONS, ...reaches([0], [1])]],
    ['size n >= 0\nreal v[n]', [EMPTY]],
    ['real v in [-2, 5]', reaches(-2, 5, 0, 1)],
    [
      'real v in [3/10, 4/10]',
      [...reaches('3/10', '2/5'), ['inside', (v) => numberOf(v) > 0.3 && numberOf(v) < 0.4]],
    ],
  ],
  positive: [
    ['positive v', reaches(1, 2, '1/2', 800, '1/1000000000'), is(0)],
    ['positive v[3]', [TIES, DISTINCT, TINY, LARGE, FRACTIONS]],
  ],
  nonneg: [['nonneg v', reaches(0, 1, 2, '1/2', 800)]],
  unit: [['unit v', reaches('1/2', '1/1000', '999/1000', '1/1000000000'), is(0, 1)]],
  probability: [['probability v', reaches(0, 1, '1/2', '1/1000', '999/1000')]],
  binary: [['binary v[2]', reaches([0, 0], [0, 1], [1, 0], [1, 1])]],
  sign: [['sign v[2]', reaches([1, 1], [1, -1], [-1, 1], [-1, -1])]],
  onehot: [
    ['onehot v[3]', reaches([1, 0, 0], [0, 1, 0], [0, 0, 1])],
    ['size K\nonehot v[K]', reaches([1], [1, 0], [0, 1])],
    [
      'onehot v[2, 2]',
      [
        TIES,
        ...reaches(
          [
            [1, 0],
            [0, 1],
          ],
          [
            [1, 0],
            [1, 0],
          ],
        ),
      ],
    ],
  ],
  'onehot or zero': [
    ['onehot or zero v[2]', reaches([0, 0], [1, 0], [0, 1])],
    ['size K\nonehot or zero v[K]', reaches([0], [1])],
  ],
  simplex: [
    [
      'simplex v[3]',
      [
        ['equal entries', is(['1/3', '1/3', '1/3'])],
        ['tiny entries', someEntry((x) => x < 1e-6)],
        ['a dominating entry', someEntry((x) => x > 0.999)],
        ['different entries', (v) => new Set(row(v)).size === 3],
      ],
      (v) => row(v).some((x) => x <= 0) || Math.abs(total(v) - 1) > 1e-12,
    ],
    ['size K\nsimplex v[K]', reaches([1], ['1/2', '1/2'])],
  ],
  'closed simplex': [
    [
      'closed simplex v[2]',
      [
        ...reaches([1, 0], [0, 1], ['1/2', '1/2']),
        ['a dominating entry', someEntry((x) => x > 0.999 && x < 1)],
      ],
      (v) => Math.abs(total(v) - 1) > 1e-12,
    ],
  ],
  symmetric: [
    [
      'symmetric v[2, 2]',
      [
        TIES,
        LARGE,
        TINY,
        FRACTIONS,
        ...reaches([
          [0, 0],
          [0, 0],
        ]),
      ],
      (v) => row(v)[1] !== row(v)[2],
    ],
    ['size d\nsymmetric v[d, d]', [['one entry', (v) => row(v).length === 1]]],
  ],
  spd: [
    [
      'spd v[2, 2]',
      [
        ['diagonal matrices', (v) => row(v)[1] === 0],
        ['full matrices', (v) => row(v)[1] !== 0],
        ['nearly singular ones', (v) => determinant(v) < 1e-3],
        ['large ones', LARGE[1]],
      ],
      (v) => determinant(v) <= 0,
    ],
    ['size d\nspd v[d, d]', [['one entry', (v) => row(v).length === 1]]],
  ],
  function: [['function v(real)', everyShape('function')]],
  'smooth function': [['smooth v(real)', everyShape('smooth function')]],
  'increasing function': [['increasing v(real)', everyShape('increasing function')]],
};

function everyShape(kind: Kind): Wanted[] {
  return shapesOf(kind).map(({ text }) => [text, (value) => value === `u ↦ ${text}`]);
}

/** Of a matrix of two rows, exactly; then as a double. */
function determinant(value: Plain): number {
  const [a, b, c, d] = [value].flat(3).map((x) => parseRational(String(x)));
  if (!a || !b || !c || !d) throw new Error('a matrix of two rows is needed');
  return toNumber(subtract(multiply(a, d), multiply(b, c)));
}

const rows = Object.entries(KINDS).flatMap(([kind, all]) =>
  all.map(([declarations, wanted, never]) => [kind, declarations, wanted, never] as const),
);

describe('the models of each kind of declaration', () => {
  it.each(rows)('%s: reach what %s asks for', (_kind, declarations, wanted, never) => {
    for (const seed of [42, 7]) {
      const values = valuesOf(declarations, seed);
      const missing = wanted.filter(([, has]) => !values.some(has)).map(([what]) => what);
      expect({ seed, missing }).toEqual({ seed, missing: [] });
      if (never) expect(values.filter(never)).toEqual([]);
    }
  });
});
