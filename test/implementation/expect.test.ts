/** The matchers for a team's own code: what passes, what fails, and what is said of it. */
import { describe, expect, it } from 'vitest';
import * as right from '../../examples/kernels/correct.mjs';
import { gradient as losingDigits } from '../../examples/kernels/loses-digits.mjs';
import { gradient as missingMean } from '../../examples/kernels/missing-mean.mjs';
import { checkFiles } from '../../src/document/check-files.js';
import { expectGradient, expectValue, type Lengths } from '../../src/implementation/expect.js';
import { temporaryFolder } from '../cli/files.js';
import { documentOf } from '../document/given.js';

interface Batch {
  readonly n: number;
  readonly C: number;
  readonly z: Float64Array;
  readonly y: Float64Array;
}

const SOFTMAX = 'proofs/09-softmax-cross-entropy.md#mean-gradient';
const { write, path } = temporaryFolder();
const SQUARES = write(
  'squares.md',
  documentOf(`
size n
real x[n]
index a in 1..n
let loss = sum(i in 1..n, x[i]^2)
claim slope: diff(loss, x[a]) == 2*x[a]
claim total: loss - 1 == sum(i in 1..n, x[i]^2) - 1
claim wrong: diff(loss, x[a]) == 3*x[a]
claim bound: loss >= 0
claim distant: sum(i in 1..n, sum(k in 1..n, x[i]*x[k])) == sum(i in 1..n, x[i])^2 + 10^-60`),
);
const slope = `${SQUARES}#slope`;
const doubled = ({ x }: { x: Float64Array }): Float64Array => x.map((entry) => 2 * entry);

/** What the promise is rejected with. */
const complaint = async (promise: Promise<void>): Promise<string> => {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error('nothing was complained about');
  expect(error.name).toBe('MatchError');
  return error.message;
};

describe('a gradient that matches', () => {
  it('is right on every model, alone or beside its loss', async () => {
    await expectGradient((data: Batch) => right.gradient(data)).toMatch(SOFTMAX);
    await expectGradient((data: Batch) => ({
      loss: right.loss(data),
      gradient: right.gradient(data),
    })).toMatch(SOFTMAX);
  });

  it('may be async, may give rows, and may compute in float32', async () => {
    await expectGradient(async (data: { x: Float64Array }) => doubled(data)).toMatch(slope);
    const single = ({ x }: { x: Float32Array }) => x.map((entry) => 2 * entry);
    await expectGradient(single, { element: 'float32' }).toMatch(slope);
  });

  it('is given rows where these are asked for, and the lengths of every array', async () => {
    const asRows = ({ z, y }: { z: number[][]; y: number[][] }, { shapes }: Lengths) => {
      const [n = 0, C = 0] = shapes.z ?? [];
      const data = { n, C, z: Float64Array.from(z.flat()), y: Float64Array.from(y.flat()) };
      const flat = Array.from(right.gradient(data));
      return z.map((row) => flat.splice(0, row.length));
    };
    await expectGradient(asRows, { arrays: 'nested', runs: 40 }).toMatch(SOFTMAX);
  });

  it('is meant by a URL, too', async () => {
    await expectGradient(doubled).toMatch(new URL(`file://${SQUARES}#slope`));
  });
});

describe('a gradient that does not match', () => {
  it('is shown at the smallest counterexample, with both values and their distance', async () => {
    const message = await complaint(
      expectGradient((data: Batch) => missingMean(data)).toMatch(SOFTMAX),
    );
    expect(message.split('\n').map((line) => line.trimEnd())).toEqual([
      `the gradient does not match ${SOFTMAX}`,
      '  which is proved: ∂mean_loss/∂z[a,b] = (ŷ[a,b] − y[a,b])/n',
      expect.stringMatching(/^ {2}stated at proofs\/09-softmax-cross-entropy\.md:\d+:1$/),
      '  gradient[1,1] is -0.5 where -0.25 is right',
      '    off by 5e+15 ulps, 2 times what is right',
      '    at n = 2, C = 2, z = [[0, 0], [0, 0]], y = [[1, 0], [1, 0]]',
      expect.stringMatching(/^ {2}gradient fails in \d+ of \d+ trials: scale 1 \d+\/\d+, /),
      '  float64 · at most 16 ulps · seed 42',
    ]);
  });

  it('has the wrong sign', async () => {
    const wrong = (data: Batch) => right.gradient(data).map((entry: number) => -entry);
    expect(await complaint(expectGradient(wrong).toMatch(SOFTMAX))).toMatch(
      / {2}gradient\[1,1\] is 0\.5 where -0\.5 is right\n.*-1 times what is right\n {4}at n = 1, C = 2, z = \[\[0, 0\]\]/,
    );
  });

  it('loses digits where the values are far apart', async () => {
    const message = await complaint(
      expectGradient((data: Batch) => losingDigits(data)).toMatch(SOFTMAX),
    );
    expect(message).toMatch(/gradient\[1,1\] is .* where .* is right\n {4}off by .* ulps/);
    expect(message).toMatch(/fails in .*: .*scale 700/);
    expect(message).not.toMatch(/fails in .*: scale 1 /);
  });

  it('may lose more where more ulps are granted', async () => {
    const rough = ({ x }: { x: Float64Array }) => x.map((entry) => 2 * entry * (1 + 2 ** -40));
    expect(await complaint(expectGradient(rough).toMatch(slope))).toContain('off by');
    await expectGradient(rough, { ulps: 2 ** 14 }).toMatch(slope);
  });

  it('has a wrong loss beside it', async () => {
    const wrong = ({ x }: { x: Float64Array }) => ({ loss: 1, gradient: doubled({ x }) });
    const message = await complaint(expectGradient(wrong).toMatch(slope));
    expect(message).toMatch(/^the loss does not match/);
    expect(message).toContain('  loss is 1 where 0 is right');
    expect(message).toContain('at n = 1, x = [0]');
  });

  it('is NaN', async () => {
    const masked = ({ x }: { x: Float64Array }) =>
      x.map((entry) => (entry === 0 ? 0 / 0 : 2 * entry));
    const message = await complaint(expectGradient(masked).toMatch(slope));
    expect(message).toContain('gradient[1] is NaN where 0 is right\n    at n = 1, x = [0]');
  });

  it('points at the line of the test', async () => {
    const error = (await expectGradient(() => 0)
      .toMatch(slope)
      .catch((reason: unknown) => reason)) as Error;
    expect(error.stack).toMatch(/seed 42\n {4}at .*expect\.test\.ts:\d+/);
    expect(error.stack).toContain(error.message);
  });
});

describe('a function that cannot be judged', () => {
  it.each<[what: string, f: (data: { x: Float64Array }) => unknown, message: RegExp]>([
    [
      'throws',
      () => {
        throw new RangeError('no rows');
      },
      /gradient threw RangeError: no rows\n {4}at n = 1, x = \[0\]/,
    ],
    ['rejects', () => Promise.reject(new Error('later')), /gradient threw Error: later/],
    [
      'changes what it is given',
      ({ x }) => x.fill(3).map(() => 6),
      /gradient changed its argument: x\[0\] from 0 to 3/,
    ],
    ['returns too few entries', () => [], /returned an array of shape \[0\], and not .* \[1\]/],
    ['returns nothing', () => {}, /gradient returned undefined/],
    ['returns an object', () => ({ grad: [1] }), /gradient returned an object/],
    ['forgets the gradient', () => ({ loss: 0 }), /gradient returned an object/],
  ])('%s', async (_, f, message) => {
    expect(await complaint(expectGradient(f as typeof doubled).toMatch(slope))).toMatch(message);
  });

  it('changes a row that it is given', async () => {
    const greedy = ({ x }: { x: number[] }) => {
      x[0] = 7;
      return x;
    };
    expect(await complaint(expectGradient(greedy, { arrays: 'nested' }).toMatch(slope))).toContain(
      'gradient changed its argument: x[0] from 0 to 7',
    );
  });

  it('is none', async () => {
    const none = null as unknown as typeof doubled;
    expect(await complaint(expectGradient(none).toMatch(slope))).toBe(
      'a function is expected, not null',
    );
  });
});

describe('a claim that nothing can be measured by', () => {
  it.each([
    [`${SQUARES}#wrong`, 'this claim is not proved (refuted)'],
    [`${SQUARES}#distant`, 'this claim is not proved'],
    [`${SQUARES}#bound`, 'this claim is an inequality'],
    [`${SQUARES}#none`, 'there is no claim none'],
    [`${SQUARES}#total`, 'this claim is about no derivative\n  expectValue(f) takes the value'],
    ['nowhere.md#slope', 'nowhere.md: there is no such file'],
    [SQUARES, 'this names no claim'],
  ])('%s', async (claim, message) => {
    expect(await complaint(expectGradient(doubled).toMatch(claim))).toContain(message);
  });
});

describe('a value', () => {
  const total = ({ x }: { x: Float64Array }) =>
    x.reduce((sum, entry) => sum + entry * entry, 0) - 1;

  it('is compared with the right side of the claim', async () => {
    await expectValue(total).toMatch(`${SQUARES}#total`);
    const message = await complaint(
      expectValue((data: { x: Float64Array }) => total(data) + 1).toMatch(`${SQUARES}#total`),
    );
    expect(message).toContain('  value is 0 where -1 is right');
  });

  it('is not the gradient of a derivative', async () => {
    expect(await complaint(expectValue(total).toMatch(slope))).toContain('expectGradient(f)');
  });
});

describe('a stored certificate', () => {
  it('is replayed, and a spoilt one is told', async () => {
    await checkFiles([SQUARES], { update: true });
    await expectGradient(doubled).toMatch(slope);
    write('squares.certificate.json', '{}');
    expect(await complaint(expectGradient(doubled).toMatch(slope))).toContain(
      `${path('squares.certificate.json')}: this file holds no certificates`,
    );
  });
});
