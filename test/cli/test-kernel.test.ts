/**
 * `gradus test-kernel`, run as users run it: the shipped examples, modules that do what no
 * implementation may do, and claims that are no yardstick.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { KernelReport } from '../../src/implementation/report.js';
import { documentOf } from '../document/given.js';
import { build, runBuilt } from './built.js';
import { temporaryFolder } from './files.js';

const folder = temporaryFolder();
const MEAN = 'proofs/09-softmax-cross-entropy.md#mean-gradient';

beforeAll(() => build(folder), 600_000);
/** A busy machine must not change a verdict. */
const PATIENCE = { timeout: 600_000 };

const gradus = (...argv: string[]) => {
  const { status, stdout, stderr } = runBuilt(folder, argv);
  return { status, out: stdout, err: stderr };
};
const testKernel = (module: string, ...more: string[]) =>
  gradus('test-kernel', module, '--against', MEAN, ...more);

describe('the shipped examples', PATIENCE, () => {
  const report = (name: string, ...more: string[]): KernelReport =>
    JSON.parse(
      testKernel(`examples/kernels/${name}.mjs`, '--format', 'json', ...more).out,
    ) as KernelReport;

  it('a correct kernel is right, to a few ulps, in every family', () => {
    const { status, out, err } = testKernel('examples/kernels/correct.mjs');
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/✓ loss {6}right in \d+ trials · the worst entry is off by \d\.\d ulps/);
    expect(out).toMatch(/✓ gradient {2}right in/);
    const { functions } = report('correct');
    for (const { families, failures } of functions) {
      expect(failures).toBe(0);
      expect(families.map(({ name }) => name).sort()).toEqual([
        ...['a size of 1', 'masked', 'one dominates', 'scale 1', 'scale 10', 'scale 100'],
        ...['scale 700', 'ties'],
      ]);
    }
  });

  it('a missing 1/n is found, with the factor', () => {
    const { status, out } = testKernel('examples/kernels/missing-mean.mjs');
    expect(status).toBe(1);
    expect(out).toMatch(/✓ loss/);
    expect(out).toMatch(/✗ gradient {2}fails in/);
    expect(out).toMatch(/off by .* ulps, 2 times what is right\n +at n = 2,/);
  });

  it('p − y loses digits where one entry dominates, not among equals', () => {
    const { functions } = report('loses-digits');
    const [gradient] = functions;
    const failed = (name: string) => gradient?.families.find((f) => f.name === name)?.failures;
    expect(failed('scale 700')).toBeGreaterThan(0);
    expect(failed('scale 1')).toBe(0);
    expect(testKernel('examples/kernels/loses-digits.mjs').status).toBe(1);
  });

  it('a mask that gives NaN is found where the mask is', () => {
    const { status, out } = testKernel('examples/kernels/masked-nan.mjs');
    expect(status).toBe(1);
    expect(out).toMatch(/✗ loss +fails in (\d+) of \d+ trials: masked \1\/\1\n/);
    expect(out).toMatch(/loss is NaN where \d.* is right\n +at n = 1, .*−∞/);
    expect(out).toMatch(/✓ gradient/);
  });

  it('the same seed gives the same report', () => {
    expect(report('missing-mean', '--seed', '3')).toEqual(report('missing-mean', '--seed', '3'));
    expect(report('missing-mean', '--seed', '3')).not.toEqual(report('missing-mean'));
  });

  it('are judged in float32, too', () => {
    expect(testKernel('examples/kernels/correct.mjs', '--element', 'float32').status).toBe(0);
    expect(testKernel('examples/kernels/missing-mean.mjs', '--element', 'float32').status).toBe(1);
  });
});

describe('a plain implementation of another claim', PATIENCE, () => {
  // Sums of mixed signs and rounded products lose digits whoever computes them.
  it.each<[claim: string, text: string, ...options: string[]]>([
    [
      '22-linear-regression.md#by-weights',
      `export function gradient({ n, d, x, w, t }) {
         const g = new Float64Array(d);
         for (let i = 0; i < n; i++) {
           let p = 0;
           for (let f = 0; f < d; f++) p += x[i * d + f] * w[f];
           for (let f = 0; f < d; f++) g[f] += x[i * d + f] * (p - t[i]);
         }
         return g;
       }`,
    ],
    [
      '15-logistic-regression.md#mean-by-weights',
      `export function gradient({ n, d, x, w, y }) {
         const g = new Float64Array(d);
         for (let i = 0; i < n; i++) {
           let s = 0;
           for (let f = 0; f < d; f++) s += x[i * d + f] * w[f];
           const r = y[i] ? -1 / (1 + Math.exp(s)) : 1 / (1 + Math.exp(-s));
           for (let f = 0; f < d; f++) g[f] += x[i * d + f] * r;
         }
         return g.map((v) => v / n);
       }`,
      '--no-masked',
    ],
    [
      '10-soft-targets.md#gradient',
      `export function gradient({ n, C, z, y }) {
         return Array.from({ length: n }, (_, i) => {
           const row = Array.from(z.subarray(i * C, (i + 1) * C));
           const m = Math.max(...row);
           const e = row.map((v) => Math.exp(v - m));
           const total = e.reduce((sum, v) => sum + v, 0);
           return e.map((v, c) => v / total - y[i * C + c]);
         });
       }`,
    ],
    [
      '23-other-likelihoods.md#normal-by-mean',
      'export const gradient = ({ t, m, s }) => (m - t) / s ** 2;',
    ],
  ])('is right: %s', (claim, text, ...options) => {
    const module = folder.write(`${claim.replace(/\W/g, '-')}.mjs`, text);
    const { status, out } = gradus(
      'test-kernel',
      module,
      '--against',
      `proofs/${claim}`,
      ...options,
    );
    expect(out).toMatch(/✓ gradient {2}right in \d+ trials/);
    expect(status).toBe(0);
  });
});

describe('the float kernel of Gradus', PATIENCE, () => {
  const module = folder.write(
    'build/kernel.mjs',
    `import { softmaxCrossEntropy } from './dist/numeric/kernel/index.js';
     const labelsOf = ({ n, C, y }) =>
       Int32Array.from({ length: n }, (_, i) => y.subarray(i * C, (i + 1) * C).indexOf(1));
     export const loss = (data) =>
       softmaxCrossEntropy(data.z, labelsOf(data), { classes: data.C });
     export function gradient(data) {
       const gradient = data.z.slice();
       softmaxCrossEntropy(data.z, labelsOf(data), { classes: data.C, gradient });
       return gradient;
     }`,
  );
  it.each(['float64', 'float32'])('is within 4 ulps of the proved formulas in %s', (element) => {
    const { status, out } = testKernel(module, '--element', element, '--ulps', '4');
    expect(out).toMatch(/✓ loss .*\n.*✓ gradient/);
    expect(status).toBe(0);
  });
});

describe('a module that cannot be judged', PATIENCE, () => {
  const correct = 'const g = ({ n, C }) => new Float64Array(n * C);';
  it.each<[what: string, text: string, message: RegExp, ...options: string[]]>([
    [
      'throws',
      'export function loss() { throw new RangeError("no classes"); }',
      /loss threw RangeError: no classes\n +at n = 1, C = 1, z = \[\[.*\]\], y = \[\[1\]\]/,
    ],
    [
      'returns too few entries',
      'export const gradient = ({ n }) => new Float64Array(n);',
      /gradient returned an array of shape \[1\], and not an array of shape \[1, \d\]/,
    ],
    [
      'returns rows of different lengths',
      'export const gradient = ({ n, C }) => Array.from({ length: n }, (_, i) => Array(C + i % 2).fill(0));',
      /gradient returned rows of different lengths: 2 at \[1\], before that 1/,
    ],
    [
      'returns text',
      'export const gradient = ({ n, C }) => Array(n * C).fill("0");',
      /gradient returned a string at \[0\]/,
    ],
    ['returns nothing', 'export const loss = () => {};', /loss returned undefined/],
    ['returns an array for a number', 'export const loss = () => [1];', /loss returned an array/],
    [
      'changes what it is given',
      'export const loss = ({ z }) => { z[0] = 9; return 0; };',
      /loss changed its argument: z\[0\] from .* to 9/,
    ],
    [
      'never returns',
      'export const loss = () => { for (;;); };',
      /loss did not return within 3 s\n +at n = 1/,
      ...['--time-limit', '3'],
    ],
    [
      'never keeps its promise',
      'export const loss = () => new Promise(() => {});',
      /loss did not return within 3 s/,
      ...['--time-limit', '3'],
    ],
    ['ends its process', 'export const loss = () => process.exit(0);', /loss ended its thread/],
  ])('%s', (what, text, message, ...options) => {
    const module = folder.write(`${what.replaceAll(' ', '-')}.mjs`, `${correct}\n${text}\n`);
    const { status, out, err } = testKernel(module, '--runs', '30', ...options);
    expect(out).toMatch(message);
    expect([status, err]).toEqual([2, '']);
    expect(out).not.toContain('    at file:');
  });

  it.each<[what: string, text: string, message: RegExp, ...options: string[]]>([
    ['has a fault', 'export const = 1;', /cannot be loaded: SyntaxError/],
    ['throws when it is loaded', 'throw new Error("not today");', /loaded: Error: not today/],
    ['never ends loading', 'for (;;);', /loading it takes more than 3 s/, ...['--time-limit', '3']],
    ['exports something else', 'export const f = 1;', /exports no function loss or gradient/],
  ])('%s', (what, text, message, ...options) => {
    const module = folder.write(`${what.replaceAll(' ', '-')}.mjs`, `${text}\n`);
    const { status, out, err } = testKernel(module, ...options);
    expect(err).toMatch(message);
    expect(err).toContain(module);
    expect([status, out]).toEqual([2, '']);
  });

  it('is not there', () => {
    expect(testKernel('nowhere.mjs')).toMatchObject({
      status: 2,
      err: expect.stringMatching(/^error nowhere.mjs this module cannot be loaded/),
    });
  });

  it('may print: that goes to the other stream', () => {
    const module = folder.write(
      'prints.mjs',
      'export const loss = () => { console.log("hello"); return 0; };',
    );
    const { out, err } = testKernel(module, '--runs', '1');
    expect(out).not.toContain('hello');
    expect(err).toBe('hello\n');
  });
});

describe('a claim that is no yardstick', PATIENCE, () => {
  const document = folder.write(
    'claims.md',
    documentOf(`
real x, w[3]
function f(real)
claim wrong: x == 1
refute false: x == 2
claim bound: x^2 >= 0
claim unknown: f(x) + f(x) == 2*f(x)
claim right: diff(x^2, x) == 2*x
`),
  );
  it.each([
    [document, 'this names no claim'],
    [`${document}#`, 'this names no claim'],
    [`${document}#none`, 'there is no claim none\n    its claims are wrong, false'],
    [`${document}#wrong`, 'this claim is not proved (refuted)'],
    [`${document}#false`, 'this claim says what is false: an equation is needed'],
    [`${document}#bound`, 'this claim is an inequality: an equation is needed'],
    [`${document}#unknown`, 'this claim is not proved (tested)'],
    ['nowhere.md#claim', 'there is no such file'],
  ])('%s', (against, message) => {
    const module = folder.write('square.mjs', 'export const loss = ({ x }) => x * x;');
    const { status, out, err } = gradus('test-kernel', module, '--against', against);
    expect(err).toContain(message);
    expect([status, out]).toEqual([2, '']);
  });

  it('needs the name of one', () => {
    expect(gradus('test-kernel', 'x.mjs')).toMatchObject({ status: 2 });
  });

  it('a scalar claim measures a scalar function', () => {
    const module = folder.write(
      'scalar.mjs',
      'export const loss = ({ x }) => x * x;\nexport const gradient = ({ x }) => 2 * x;',
    );
    const { status, out } = gradus('test-kernel', module, '--against', `${document}#right`);
    expect(out).toMatch(/✓ loss .*\n.*✓ gradient/);
    expect(status).toBe(0);
  });
});
