import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradcheck } from '../../src/gradcheck/gradcheck.js';

type Case = readonly [what: string, f: (x: number[]) => number, g: number[], x: number[]];

const at = (x: readonly number[], i = 0): number => x[i] as number;

describe('a gradient check', () => {
  const right: Case[] = [
    ['a square', ([x]) => x! ** 2, [6], [3]],
    ['a constant', () => 1, [0], [5]],
    ['a product of two entries', ([x, y]) => x! * y!, [5, 2], [2, 5]],
    ['a logarithm just above 0', ([x]) => Math.log(x!), [1e10], [1e-10]],
    ['a wave that is shorter than the first step', ([x]) => Math.sin(1e6 * x!), [1e6], [0]],
    ['a kink a thousandth away', ([x]) => Math.max(0, x!), [1], [1e-3]],
    ['an entry that does not matter', ([x]) => Math.exp(x!), [1, 0], [0, 1e300]],
    ['no entry', () => 1, [], []],
  ];
  it.each(right)('agrees for %s', (_, f, g, x) => {
    expect(gradcheck(f, g, x)).toMatchObject({ verdict: 'agree' });
  });

  it('says to how many digits', () => {
    const report = gradcheck((x) => Math.exp(at(x)), [1], [0]);
    expect(report).toMatchObject({ verdict: 'agree', worst: { at: { entry: 0 }, claimed: 1 } });
    expect(report.verdict === 'agree' && report.digits).toBeGreaterThanOrEqual(10);
  });

  const wrong: [...Case, entry: number][] = [
    ['the sign', ([x]) => x! ** 2, [-6], [3], 0],
    ['the eighth digit', ([x]) => x! ** 2, [6.0000001], [3], 0],
    ['one entry', ([x, y]) => x! * y!, [5, 2.001], [2, 5], 1],
    ['a gradient that is not a number', ([x]) => x! ** 2, [Number.NaN], [3], 0],
    ['an entry that should be 0', ([x]) => Math.exp(x!), [1, 1e-9], [0, 1], 1],
  ];
  it.each(wrong)('tells that %s is wrong', (_, f, g, x, entry) => {
    const report = gradcheck(f, g, x);
    expect(report).toMatchObject({ verdict: 'different', at: { entry }, claimed: g[entry] });
    if (report.verdict === 'different' && !Number.isNaN(report.claimed))
      expect(report.error).toBeGreaterThan(report.bound);
  });

  const open: [...Case, reason: RegExp][] = [
    ['at a kink', ([x]) => Math.abs(x!), [1], [0], /slope is -1 on one side, 1 on the other/],
    ['at a cusp', ([x]) => Math.sqrt(Math.abs(x!)), [0], [0], /kink/],
    ['at a jump', ([x]) => (x! >= 0 ? 1 : 0), [0], [0], /noisy/],
    ['where f is NaN', () => Number.NaN, [0], [1], /at x, f is NaN/],
    ['where f has values on one side only', ([x]) => Math.sqrt(x!), [0], [0], /f is NaN/],
    ['where the noise is larger', ([x]) => x! + 1e9 * Math.sin(1e12 * x!), [2], [1.5], /./],
    ['where a period fits the steps', ([x]) => Math.sin(128 * Math.PI * x!), [402], [1], /step/],
  ];
  it.each(open)('does not decide %s', (_, f, g, x, reason) => {
    const report = gradcheck(f, g, x);
    expect(report).toMatchObject({ verdict: 'undecided' });
    expect(report.verdict === 'undecided' && report.reason).toMatch(reason);
  });

  it('does not decide where f throws, and says what it threw', () => {
    const f = (): number => {
      throw new RangeError('no such row');
    };
    expect(gradcheck(f, [1], [1])).toMatchObject({ reason: 'at x, f throws: no such row' });
  });

  it('decides near the end of the domain of f, where the first steps leave it', () => {
    const f = (x: number[]): number => {
      if (at(x) <= 0) throw new RangeError('not positive');
      return Math.log(at(x));
    };
    expect(gradcheck(f, [1000], [1e-3])).toMatchObject({ verdict: 'agree' });
    expect(gradcheck(f, [1001], [1e-3])).toMatchObject({ verdict: 'different' });
  });

  it('compares along Gaussian directions, the same for the same seed', () => {
    const x = Array.from({ length: 20 }, (_, i) => i / 7);
    const f = (p: number[]): number => p.reduce((sum, v) => sum + Math.cos(v), 0);
    const g = x.map((v) => -Math.sin(v));
    const options = { along: 3, seed: 5 };
    expect(gradcheck(f, g, x, options)).toMatchObject({ verdict: 'agree' });
    expect(gradcheck(f, g, x, options)).toEqual(gradcheck(f, g, x, options));
    const off = g.map((v, i) => (i === 4 ? v * 1.01 : v));
    expect(gradcheck(f, off, x, options)).toMatchObject({
      verdict: 'different',
      at: { direction: 0 },
    });
  });

  it('takes the rounding of float32 for noise, not for an error', () => {
    const x = Float32Array.from([0.3, -1.7, 12]);
    const f = (p: Float32Array): number =>
      p.reduce((sum, v) => Math.fround(sum + Math.fround(Math.tanh(v))), 0);
    const g = (p: Float32Array): Float32Array => p.map((v) => 1 - Math.tanh(v) ** 2);
    expect(gradcheck(f, g, x)).toMatchObject({ verdict: 'agree' });
    const off = g(x).map((v, i) => (i === 1 ? v * 1.05 : v));
    expect(gradcheck(f, off, x)).toMatchObject({ verdict: 'different', at: { entry: 1 } });
  });

  it('takes values that change from call to call for noise', () => {
    let call = 0;
    const f = (x: number[]): number => at(x) ** 2 + 1e-4 * Math.sin(call++);
    expect(gradcheck(f, [6], [3]).verdict).not.toBe('different');
    expect(gradcheck(f, [6], [3]).noise).toBeGreaterThan(1e-5);
  });
});

describe('what does not fit together is refused', () => {
  const square = (x: number[]): number => x.reduce((sum, v) => sum + v * v, 0);
  it.each<[string, () => unknown, string]>([
    ['a short gradient', () => gradcheck(square, [1], [1, 2]), 'has 1 entries, and x has 2'],
    ['an x that is no number', () => gradcheck(square, [1], [Number.NaN]), 'x[0] is NaN'],
    ['an x that is no array', () => gradcheck(square, [1], 3 as never), 'x must be an array'],
    ['a gradient of text', () => gradcheck(square, ['1'] as never, [1]), 'entry 0 is a string'],
    ['no gradient', () => gradcheck(square, undefined as never, [1]), 'gradient must be an array'],
    ['an f that returns an array', () => gradcheck((x) => x as never, [1], [1]), 'an array'],
    ['an f that returns nothing', () => gradcheck(() => undefined as never, [1], [1]), 'undefined'],
    [
      'an f that changes x',
      () => gradcheck((x) => (x[0] = 2), [1], [1]),
      'f changed its argument: x[0] was 1 and is 2 after the call',
    ],
    [
      'a g that changes x',
      () => gradcheck(square, (x) => x.fill(7), [1]),
      'g changed its argument: x[0] was 1, and is 7',
    ],
    ['an f that empties x', () => gradcheck((x) => x.splice(0).length, [1], [1]), 'length of x'],
  ])('%s', (_, run, message) => {
    expect(run).toThrowError(expect.objectContaining({ name: 'GradcheckError' }));
    expect(run).toThrowError(message);
  });
});

describe('softmax cross-entropy, a law', () => {
  const rows = fc.record({
    scale: fc.constantFrom(1, 10, 100, 700),
    z: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 8 }),
    label: fc.nat(7),
  });
  const loss = (z: readonly number[], y: number): number => {
    const m = Math.max(...z);
    return Math.log(z.reduce((sum, v) => sum + Math.exp(v - m), 0)) + (m - at(z, y));
  };
  const gradient = (z: readonly number[], y: number): number[] => {
    const m = Math.max(...z);
    const total = z.reduce((sum, v) => sum + Math.exp(v - m), 0);
    return z.map((v, c) => Math.exp(v - m) / total - (c === y ? 1 : 0));
  };

  it('is never called different where it is right', () => {
    fc.assert(
      fc.property(rows, ({ scale, z, label }) => {
        const [x, y] = [z.map((v) => scale * v), label % z.length];
        const f = (p: number[]): number => loss(p, y);
        expect(gradcheck(f, gradient(x, y), x).verdict).not.toBe('different');
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('never agrees where it is off by a ten thousandth', () => {
    fc.assert(
      fc.property(rows, ({ scale, z, label }) => {
        const [x, y] = [z.map((v) => scale * v), label % z.length];
        const g = gradient(x, y);
        fc.pre(g.some((v) => Math.abs(v) > 1e-3));
        const off = g.map((v) => v * 1.0001);
        const report = gradcheck((p: number[]) => loss(p, y), off, x, { digits: 5 });
        expect(report.verdict).not.toBe('agree');
      }),
      { seed: 2, numRuns: 300 },
    );
  });
});
