/** The numbers of a claim: what a reader may choose, and what is computed there. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../src/document/check.js';
import { answer } from '../../src/engine/answer.js';
import { pointOfCounterexample } from '../../src/engine/counterexample-point.js';
import type {
  InputReport,
  NumbersReport,
  NumbersRequest,
  PlotsReport,
} from '../../src/engine/request.js';
import { parseDocument } from '../../src/language/document.js';
import { Arena } from '../../src/term/term.js';
import { documentOf, SOFTMAX } from '../document/given.js';

type Asked = Omit<NumbersRequest, 'verb'>;

async function numbers(request: Asked): Promise<NumbersReport> {
  const found = await answer({ verb: 'numbers', ...request });
  if ('error' in found) throw new Error(found.error.message);
  return found.value;
}

async function plots(request: Omit<Asked, 'move'>): Promise<PlotsReport> {
  const found = await answer({ verb: 'plots', ...request });
  if ('error' in found) throw new Error(found.error.message);
  return found.value;
}

const claimOf = (text: string): Asked => ({ document: documentOf(text), claim: 'c' });
const inputsOf = ({ symbols }: NumbersReport): InputReport[] =>
  symbols.flatMap(({ inputs }) => inputs);
const inputAt = (report: NumbersReport, key: string): InputReport => {
  const found = inputsOf(report).find((input) => input.key === key);
  if (!found) throw new Error(`there is no input ${key}`);
  return found;
};
const valuesOf = ({ lines }: NumbersReport): (number | null)[] => lines.map(({ value }) => value);

const GRADIENT = claimOf(`${SOFTMAX}\nclaim c: diff(J, z[a,b]) == yhat[a,b] - y[a,b]`);
const LINES = [
  'diff(J, z[a,b])',
  '== exp(z[a,b])/sum(k in 1..C, exp(z[a,k])) - y[a,b]',
  '== \\hat{y}_{ab} - y_{ab}',
];

describe('the numbers of a claim', () => {
  it('have an input for each number that the claim is about, and for no other', async () => {
    const text = 'real x, unused\npositive p\nclaim c: log(p*exp(x)) == log(p) + x';
    expect(inputsOf(await numbers(claimOf(text))).map(({ key }) => key)).toEqual(['x', 'p']);
  });

  it('are the same on every line of a derivation, in the plain language or in LaTeX', async () => {
    const found = await numbers({ ...GRADIENT, lines: LINES });
    expect(found.lines.map(({ relation }) => relation)).toEqual([undefined, 'holds', 'holds']);
    expect(new Set(valuesOf(found)).size).toBe(1);
  });

  it('are those of the formula', async () => {
    let found = await numbers(GRADIENT);
    const moves = { 'z[1,1]': '0', 'z[1,2]': '1.25', 'y[1] place': '1', a: '1', b: '2' };
    for (const [key, to] of Object.entries(moves))
      found = await numbers({ ...GRADIENT, point: found.point, move: { key, to } });
    const p = Math.exp(1.25) / (1 + Math.exp(1.25));
    expect(valuesOf(found)[0]).toBeCloseTo(p, 15);
    const [slope] = found.slopes;
    expect(slope?.entries.find(({ isHere }) => isHere)?.at).toBe('z[1,2]');
    expect(slope?.entries.map(({ at }) => at)).toEqual(['z[1,1]', 'z[1,2]', 'z[2,1]', 'z[2,2]']);
  });

  it.each([
    'real u, v\nclaim c: (u + v)^2 == u^2 + v^2',
    'size n\nreal x[n], m\nlet loss = sum(i in 1..n, (x[i] - m)^2)\nclaim c: diff(loss, m) == sum(i in 1..n, x[i] - m)',
    'positive p\nclaim c: log(p) <= p/2 - 1',
    'size K\nsimplex p[K]\nclaim c: sum(k in 1..K, p[k]^2) == 1',
    'size K\nonehot y[K]\nclaim c: sum(k in 1..K, k*y[k]) == 1',
    'size K\nreal a[0..K]\nclaim c: sum(k in 0..K, a[k]) == sum(k in 1..K, a[k])',
    'sign s, t\nclaim c: s*t == 1',
    'function f(real)\nreal x\nclaim c: f(2*x) == 2*f(x)',
    'size n, m\nreal A[n, m]\nindex i in 1..n, j in 1..m\nclaim c: A[i,j] == A[i,1]',
  ])('are those of the counterexample that the command line prints: %j', async (text) => {
    const document = documentOf(text);
    const { claims } = await checkDocument(document, 'notes.md', { timeLimit: 60 });
    const { counterexample, verdict } = claims[0]!;
    expect(verdict).toBe('refuted');
    const [claim] = parseDocument(new Arena(), document).claims;
    const point = pointOfCounterexample(claim!.context, counterexample!);
    const found = await numbers({ ...claimOf(text), point });
    expect(found.point).toMatchObject(point);
    const { left, right } = counterexample!;
    expect(valuesOf(found)).toEqual([left, right]);
    expect(found.lines[1]?.relation).toBe('fails');
  });

  it('keep the entries that stay when a size grows', async () => {
    const first = await numbers(GRADIENT);
    const more = await numbers({ ...GRADIENT, point: first.point, move: { key: 'C', to: '3' } });
    expect(more.point).toMatchObject({ ...first.point, C: '3' });
    expect(inputsOf(more).length).toBe(inputsOf(first).length + 2);
  });

  it.each([
    ['simplex p[3]', 'p', (row: number[]) => sum(row) === 1 && row.every((x) => x > 0)],
    ['closed simplex p[3]', 'p', (row: number[]) => sum(row) === 1 && row.every((x) => x >= 0)],
    ['positive p[3]', 'p', (row: number[]) => row.every((x) => x > 0)],
    ['probability p[3]', 'p', (row: number[]) => row.every((x) => x >= 0 && x <= 1)],
    ['real p[3] in [-2, 2]', 'p', (row: number[]) => row.every((x) => Math.abs(x) <= 2)],
    ['unit p[3]', 'p', (row: number[]) => row.every((x) => x > 0 && x < 1)],
    [
      'real p[3]\nassume forall k in 1..3: -2 <= p[k] and p[k] <= 2',
      'p',
      (row: number[]) => row.every((x) => Math.abs(x) <= 2),
    ],
  ])('stay within what is declared, wherever they are moved: %s', async (declared, name, holds) => {
    const request = claimOf(`${declared}\nclaim c: p[1] + p[2] + p[3] == p[3] + p[2] + p[1]`);
    const start = await numbers(request);
    const key = fc.constantFrom(1, 2, 3).map((k) => `${name}[${k}]`);
    const to = fc.double({ noNaN: true, min: -5, max: 5 }).map((x) => x.toFixed(3));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ key, to }), { minLength: 1, maxLength: 4 }),
        async (moves) => {
          let { point } = start;
          for (const move of moves) ({ point } = await numbers({ ...request, point, move }));
          const row = inputsOf(await numbers({ ...request, point })).map(({ value }) => value);
          expect(holds(row)).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('put an entry of a simplex where it is moved, the others in proportion', async () => {
    const request = claimOf('simplex p[3]\nclaim c: sum(k in 1..3, p[k]) == 1');
    const { point } = await numbers(request);
    const given = { ...point, 'p[1]': '1/5', 'p[2]': '1/5', 'p[3]': '3/5' };
    const found = await numbers({ ...request, point: given, move: { key: 'p[2]', to: '0.6' } });
    expect(inputsOf(found).map(({ value }) => value)).toEqual([0.1, 0.6, 0.3]);
    const edge = await numbers({ ...request, point: given, move: { key: 'p[2]', to: '1' } });
    expect(inputAt(edge, 'p[2]').value).toBeLessThan(1);
  });

  it('move others where an assumption asks for it, and say so where none can be', async () => {
    const request = claimOf('real u, v\nassume u + v == 1\nclaim c: u == 1 - v');
    const { point } = await numbers(request);
    const found = await numbers({ ...request, point, move: { key: 'u', to: '5' } });
    expect(found.point).toMatchObject({ u: '5', v: '-4' });
    const only = claimOf('real u\nassume u == 2\nclaim c: u^2 == 4');
    const stuck = await numbers({ ...only, move: { key: 'u', to: '3' } });
    expect(stuck.problem).toContain('no values satisfy');
    expect(stuck.point).toEqual({ u: '2' });
  });

  it.each(['', 'much', '1/0', '1e99999', '9'.repeat(60), '<b>'])(
    'stay where they are for what is no number: %j',
    async (to) => {
      const found = await numbers({ ...GRADIENT, move: { key: 'z[1,1]', to } });
      expect(found.problem).toContain('is no number');
      expect(found.point).toEqual((await numbers(GRADIENT)).point);
    },
  );

  it('say why a line has no value', async () => {
    const request = claimOf('real x\nrefute c: exp(log(x)) == x');
    const found = await numbers({ ...request, point: { x: '-1' } });
    expect(found.lines[0]).toMatchObject({ value: null, reason: expect.stringContaining('log') });
    expect(found.lines[1]).toMatchObject({ value: -1, relation: 'fails' });
  });

  it('are of what is minimised, where the claim is of the place', async () => {
    const found = await numbers(
      claimOf('real u, m\nclaim c: argmin(u, (u - m)^2) == argmin(u, 2*(u - m)^2)'),
    );
    const [first, second] = valuesOf(found) as [number, number];
    expect(second).toBe(2 * first);
    expect(found.lines[1]).toMatchObject({ isObjective: true });
    expect(found.lines[1]).not.toHaveProperty('relation');
  });

  it('hide the steps by which a defined quantity is varied', async () => {
    const found = await numbers(
      claimOf(
        'size n\nreal x[n], w\nindex i in 1..n, j in 1..n\nlet h[i] = w*x[i]\nlet loss = sum(i, h[i]^2)\nclaim c: diff(loss, h[j]) == 2*h[j]',
      ),
    );
    expect(inputsOf(found).map(({ key }) => key)).not.toContain('ε');
    expect(found.lines[1]?.relation).toBe('holds');
  });
});

const sum = (row: readonly number[]): number => Number(row.reduce((a, b) => a + b, 0).toFixed(12));

describe('the derivatives of a claim', () => {
  it.each([
    [GRADIENT],
    [claimOf('real w, x\nclaim c: diff(log(1 + exp(-w*x)), w) == -x*sigmoid(-w*x)')],
    [claimOf('positive s\nreal x\nclaim c: diff(diff(x^4*s, x), x) == 12*x^2*s')],
    [claimOf('real x\nlet slope = diff(x^3, x)\nclaim c: slope == 3*x^2')],
    [claimOf('real a\nclaim c: diff(int(t in 0..1, exp(a*t)), a) == int(t in 0..1, t*exp(a*t))')],
  ])('agree with their finite differences, and with the other side', async (request) => {
    const { slopes } = await numbers(request);
    expect(slopes.length).toBeGreaterThan(0);
    for (const { derivative, difference, inDoubles, claimed } of slopes[0]!.entries) {
      const size = 1 + Math.abs(derivative.value!);
      expect(Math.abs(derivative.value! - difference.value!) / size).toBeLessThan(1e-8);
      expect(Math.abs(derivative.value! - inDoubles.value!) / size).toBeLessThan(1e-8);
      if (claimed) expect(claimed.value).toBeCloseTo(derivative.value!, 14);
    }
  });

  it('differ from the other side where the claim is wrong', async () => {
    const { slopes } = await numbers(claimOf('real x\nclaim c: diff(x^3, x) == x^2'));
    const [entry] = slopes[0]!.entries;
    expect(entry?.claimed?.value).not.toBeCloseTo(entry!.derivative.value!, 3);
  });
});

describe('the plots of a claim', () => {
  it('show truncation that falls with the square of the step, and rounding that grows', async () => {
    const { differences } = await plots(GRADIENT);
    const points = differences!.points;
    const at = (step: number) => points.find((point) => point.step === step)!;
    expect(points.map(({ step }) => step)).toEqual(Array.from({ length: 53 }, (_, k) => 2 ** -k));
    for (let k = 4; k < 40; k++)
      expect(at(2 ** -k).truncation! / at(2 ** -(k + 1)).truncation!).toBeCloseTo(4, 1);
    expect(at(2 ** -45).rounding!).toBeGreaterThan(at(2 ** -25).rounding! * 1000);
    const least = points.reduce((a, b) => ((b.error ?? 1) < (a.error ?? 1) ? b : a));
    expect(Math.log2(least.step)).toBeLessThan(-10);
    expect(Math.log2(least.step)).toBeGreaterThan(-26);
    // What is measured is truncation before that, and rounding after it.
    expect(at(2 ** -6).error! / at(2 ** -6).truncation!).toBeCloseTo(1, 3);
    expect(at(2 ** -40).error! / at(2 ** -40).rounding!).toBeCloseTo(1, 3);
  });

  it.each([
    'positive a\nclaim c: diff(int(x in -inf..inf, exp(-a*x^2)), a) == -sqrt(pi)/2*a^(-3/2)',
    'real w\nclaim c: diff(int(t in 0..1, log(1 + exp(w*t))), w) == int(t in 0..1, t*sigmoid(w*t))',
    'real b\nclaim c: diff(int(x in 0..b, exp(-x^2)), b) == exp(-b^2)',
  ])('show the same of an integral, at fewer steps: %s', async (text) => {
    const { points } = (await plots(claimOf(text))).differences!;
    expect(points.map(({ step }) => step)).toEqual(
      Array.from({ length: 14 }, (_, k) => 2 ** (-4 * k)),
    );
    const truncations = points.map(({ truncation }) => truncation);
    // What lies below the accuracy of an integral is not shown.
    const shown = truncations.slice(1).indexOf(null);
    expect(shown).toBeGreaterThanOrEqual(5);
    expect(truncations.slice(1 + shown).every((value) => value === null)).toBe(true);
    for (let k = 2; k < shown; k++)
      expect(truncations[k]! / truncations[k + 1]!).toBeCloseTo(256, -1);
    expect(points[12]!.error! / points[12]!.rounding!).toBeCloseTo(1, 3);
    expect(points[12]!.rounding!).toBeGreaterThan(points[6]!.rounding! * 1000);
  });

  it('show nothing that is no error: an integral that differences are exact of', async () => {
    const text = 'real a\nclaim c: diff(int(t in 0..1, a*t^2), a) == 1/3';
    const { points } = (await plots(claimOf(text))).differences!;
    expect(points.every(({ truncation }) => truncation === null)).toBe(true);
  });

  it.each([
    ['a loss with a softmax', GRADIENT, ['z']],
    [
      'the same by other names',
      claimOf(
        'size m\nreal q[m]\nlet part[k in 1..m] = exp(q[k])/sum(j in 1..m, exp(q[j]))\nclaim c: log(part[1]) == q[1] - log(sum(j in 1..m, exp(q[j])))',
      ),
      ['q'],
    ],
    [
      'a logistic loss',
      claimOf('real w, x\nclaim c: diff(log(1 + exp(w*x)), w) == x*sigmoid(w*x)'),
      ['w', 'x'],
    ],
  ])('show the digits that %s loses as it is written', async (_, request, by) => {
    const { digits } = await plots(request);
    expect(digits?.by).toEqual(by);
    expect(Math.max(...digits!.points.map(({ naive }) => naive))).toBe(16);
    expect(Math.max(...digits!.points.map(({ stable }) => stable))).toBeLessThan(2);
    const plain = digits!.points.find(({ factor }) => factor === 1);
    expect(plain!.naive).toBeLessThan(2);
  });

  it.each([
    ['real x\nclaim c: diff(x^2, x) == 2*x', true],
    ['positive x\nclaim c: log(x^2) == 2*log(x)', false],
  ])('show no digits where there is no logarithm of exponentials: %s', async (text, isSloped) => {
    const found = await plots(claimOf(text));
    expect(found).not.toHaveProperty('digits');
    expect(found.differences !== undefined).toBe(isSloped);
  });
});
