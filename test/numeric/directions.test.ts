/** Derivatives along directions of a whole symbol: differences against slopes by duals. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { compile } from '../../src/numeric/compile.js';
import { Loops } from '../../src/numeric/loops/loops.js';
import { UNARY } from '../../src/numeric/loops/scalar.js';
import { Sampler } from '../../src/numeric/sample.js';
import { gaussian } from '../../src/numeric/source.js';
import { check, coreClaim } from './claim-text.js';

afterEach(() => {
  vi.restoreAllMocks();
});

interface Tally {
  readonly compared: number;
  readonly differs: boolean;
}

/** What the comparisons along directions show on some models of the claim. */
function compared(declarations: string, claim: string, runs = 12): Tally {
  const { context, left, right } = coreClaim(declarations, claim);
  const loops = Loops.of(compile(context, [left, right]), context, 'difference');
  if (!loops) throw new Error('the loops cannot do this');
  let tally: Tally = { compared: 0, differs: false };
  for (const model of new Sampler(context, [left, right], { seed: 5, runs, maxSize: 3 }).models()) {
    if (!loops.run(model)) continue;
    const { compared, differs } = loops.directions;
    tally = { compared: tally.compared + compared, differs: tally.differs || differs };
  }
  return tally;
}

/** Makes the rule for tanh wrong: its slope is larger by 1. */
function spoilTanh(): void {
  const right = UNARY.tanh!;
  vi.spyOn(UNARY as Required<typeof UNARY>, 'tanh').mockImplementation((s, out, a, level) => {
    right(s, out, a, level);
    if (level === 0 || s.active[level - 1] !== 1) return;
    const first = out + s.size(level - 1);
    s.add(first, first, level - 1, a + s.size(level - 1), level - 1);
  });
}

const PAIR = 'real x[2]';
const SOFTMAX = [
  'size K',
  'real z[K]',
  'index a in 1..K, b in 1..K',
  'let p[k in 1..K] = exp(z[k])/sum(j in 1..K, exp(z[j]))',
].join('\n');

const RIGHT: readonly (readonly [string, string])[] = [
  ['real x', 'diff(tanh(x), x) == 1 - tanh(x)^2'],
  [PAIR, 'diff(tanh(x[1])*x[2], x[1]) == x[2]*(1 - tanh(x[1])^2)'],
  [SOFTMAX, 'diff(p[a], z[b]) == p[a]*(delta(a,b) - p[b])'],
  [SOFTMAX, 'diff(diff(log(p[1]), z[a]), z[b]) == -p[a]*(delta(a,b) - p[b])'],
  ['positive x[3]', 'diff(sum(i in 1..3, x[i]*log(x[i])), x[2]) == log(x[2]) + 1'],
  ['real x[2]', 'sum(i in 1..2, diff(x[1]*x[2]^2, x[i])) == x[2]^2 + 2*x[1]*x[2]'],
];

describe('directions', () => {
  it.each(RIGHT)('agree with a right rule: %s: %s', (declarations, claim) => {
    const tally = compared(declarations, claim);
    expect(tally.compared).toBeGreaterThan(10);
    expect(tally.differs).toBe(false);
  });

  it('find a wrong rule', () => {
    spoilTanh();
    expect(compared(...RIGHT[0]!).differs).toBe(true);
  });

  it('find it in an entry other than the one that the claim is about', () => {
    spoilTanh();
    const claim = 'diff(x[1] + tanh(x[2]), x[1]) == 1';
    expect(compared(PAIR, claim).differs).toBe(true);
  });

  it('find it inside a second derivative', () => {
    spoilTanh();
    expect(compared(PAIR, 'diff(diff(x[1]*tanh(x[2]), x[1]), x[1]) == 0').differs).toBe(true);
  });

  it('find what entries get wrong by the same amount', () => {
    spoilTanh();
    const claim = 'diff(x[1]*x[2] + tanh(x[1]) - tanh(x[2]), x[1]) == x[2] + 1 - tanh(x[1])^2';
    for (const run of [1, 2, 3, 4, 5, 6])
      expect([run, compared(PAIR, claim, run).differs]).toEqual([run, true]);
  });

  it('make a check say nothing that rests on a wrong rule', () => {
    spoilTanh();
    expect(check('real x', 'diff(tanh(x), x) == 1 - tanh(x)^2')).toMatchObject({
      verdict: 'inconclusive',
      reason: 'finite differences disagree with the derivative',
    });
  });

  it('are counted in the report', () => {
    expect(check(...RIGHT[2]!)).toMatchObject({ finiteDifference: { directions: 2 } });
  });

  it('say nothing at a kink', () => {
    expect(compared('real x in [0, 0]', 'diff(abs(x)*x, x) == 0')).toEqual({
      compared: 0,
      differs: false,
    });
  });
});

describe('the entries of a direction', () => {
  const draws = Array.from({ length: 4000 }, (_, k) => gaussian(7, `${k}`));

  it('are normal', () => {
    const mean = (f: (v: number) => number) => draws.reduce((sum, v) => sum + f(v), 0) / 4000;
    expect(Math.abs(mean((v) => v))).toBeLessThan(0.1);
    expect(Math.abs(mean((v) => v * v) - 1)).toBeLessThan(0.1);
    expect(Math.abs(mean((v) => v ** 4) - 3)).toBeLessThan(0.5);
  });

  it('differ in size, where those of ±1 would not', () => {
    expect(new Set(draws.map(Math.abs)).size).toBeGreaterThan(3900);
  });

  it('are the same for the same seed', () => {
    expect(gaussian(7, '12')).toBe(draws[12]);
    expect(gaussian(8, '12')).not.toBe(draws[12]);
  });
});
