/** The cheap rung against the balls: its bounds hold, and it knows nothing where there is no value. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/kernel/context.js';
import { parseDocument } from '../../src/language/document.js';
import { lowerRelation } from '../../src/language/lower.js';
import { ballOf } from '../../src/numeric/ball.js';
import { compile } from '../../src/numeric/compile.js';
import type { DoubleDouble } from '../../src/numeric/double-double/double-double.js';
import { type LoopMethod, Loops } from '../../src/numeric/loops/loops.js';
import { Exhausted, Machine } from '../../src/numeric/machine.js';
import { Sampler } from '../../src/numeric/sample.js';
import type { Value } from '../../src/numeric/value.js';
import { Arena, type Term } from '../../src/term/term.js';
import { coreClaim } from './claim-text.js';
import { BITS, holds } from './exact-double.js';

/** What is wrong with the value of the loops, if anything. */
function fault(fast: DoubleDouble | undefined, slow: Value): string | undefined {
  if (!fast || slow.kind === 'unsure') return undefined;
  if (slow.kind !== 'exact' && slow.kind !== 'ball') return `the value is ${slow.kind}`;
  const ball = slow.kind === 'exact' ? ballOf(slow.q, BITS) : slow;
  return holds(fast, ball) ? undefined : `${fast.hi} ± ${fast.error} leaves the value out`;
}

interface Tally {
  known: number;
  values: number;
  readonly faults: string[];
}

/** Compares both evaluations of some terms on models of every style. */
function compare(
  context: Context,
  terms: Term[],
  method: LoopMethod,
  tally: Tally,
  runs = 30,
  bits = 400,
): void {
  const program = compile(context, terms);
  const loops = Loops.of(program, context, method);
  if (!loops) return;
  const zeroTimesLogZero = context.conventions.has('0*log(0)');
  const machine = new Machine(program, { bits, zeroTimesLogZero, deadline: undefined });
  for (const model of new Sampler(context, terms, { seed: 5, runs, maxSize: 3 }).models()) {
    if (!loops.run(model)) continue;
    const values = valuesOf(machine, model);
    terms.forEach((_, i) => {
      const value = values?.[i];
      if (!value || value.kind === 'array') return;
      tally.values += 1;
      const fast = loops.value(i);
      if (fast) tally.known += 1;
      const found = fault(fast, value);
      if (found) tally.faults.push(found);
    });
  }
}

function valuesOf(machine: Machine, model: Parameters<Machine['run']>[0]): Value[] | undefined {
  try {
    return machine.run(model);
  } catch (problem) {
    if (problem instanceof Exhausted) return undefined;
    throw problem;
  }
}

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The sides of every claim of some documents. */
function* sidesOf(texts: readonly string[]): Generator<[Context, Term[]]> {
  for (const text of texts)
    for (const { context, lines } of parseDocument(new Arena(), text).claims)
      for (let k = 1; k < lines.length; k++) {
        const [before, line] = [lines[k - 1]?.term, lines[k]?.term];
        if (!before || !line) continue;
        const { context: core, left, right } = lowerRelation(context, before, line);
        yield [core, [left, right]];
      }
}

const FOLDERS = ['../../proofs/', '../../proofs/refuted/'];
const documents = FOLDERS.flatMap((folder) =>
  readdirSync(new URL(folder, import.meta.url))
    .filter((name) => name.endsWith('.md'))
    .map((name) => read(folder + name)),
);

describe('the bounds of the loops', () => {
  for (const method of ['dual', 'difference'] as const)
    it(`hold for every side of every claim of the proofs and the corpus, by ${method}s`, () => {
      const tally: Tally = { known: 0, values: 0, faults: [] };
      for (const [context, terms] of sidesOf([...documents, read('corpus.md')]))
        compare(context, terms, method, tally, method === 'dual' ? 30 : 12);
      expect(tally.faults).toEqual([]);
      expect(tally.known).toBeGreaterThan(0.75 * tally.values);
    });

  const EXTREME = [
    'exp(-x*x)*exp(-x*x) == 0',
    'exp(-x)/3 == exp(-x)*exp(-10)',
    'exp(-x)*(1 - exp(-x)) == exp(-x) - exp(-2*x)',
    'sqrt(exp(-x)) == exp(-x/2)',
    'sigmoid(-x)*sigmoid(x) == diff(sigmoid(x), x)',
    'tanh(x) == 1 - 2/(exp(2*x) + 1)',
    'softplus(-x) == log(1 + exp(-x))',
    'log(exp(-x) + exp(-2*x)) == -x + softplus(-x)',
    'diff(diff(softplus(x), x), x) == sigmoid(x)*sigmoid(-x)',
    'exp(-x)^3/exp(-x)^2 == exp(-x)',
    '(exp(x) - 1)/x == 1',
    '(exp(-x) - 1)*exp(-700) == 0',
  ];
  it.each(EXTREME)('hold where numbers are as small as doubles can be: %s', (claim) => {
    const tally: Tally = { known: 0, values: 0, faults: [] };
    for (const range of ['[0, 1]', '[700, 760]', '[26, 28]', '[340, 400]', '[-760, -700]']) {
      const { context, left, right } = coreClaim(`real x in ${range}`, claim);
      for (const method of ['dual', 'difference'] as const)
        compare(context, [left, right], method, tally, 60, BITS);
    }
    expect(tally.faults).toEqual([]);
    expect(tally.known).toBeGreaterThan(100);
  });

  const SPECIAL = [
    ...['erf(x)', 'Phi(x)', 'lgamma(x)', 'gamma(x)', 'digamma(x)', 'binom(x, 3)'],
    ...['factorial(5)*x', 'tanh(x)', 'sqrt(x)', 'log10(x)', 'log2(1 + x)', 'x^x', 'x^(-3)', '2^x'],
  ];
  it.each(SPECIAL)('hold for %s, its derivatives and their differences', (body) => {
    const tally: Tally = { known: 0, values: 0, faults: [] };
    const { context, left } = coreClaim('positive x', `${body} + diff(${body}, x) == 0`);
    const second = coreClaim('positive x', `diff(diff(${body}*x, x), x) == 0`);
    for (const method of ['dual', 'difference'] as const) {
      compare(context, [left], method, tally, 24);
      compare(second.context, [second.left], method, tally, 24);
    }
    expect(tally.faults).toEqual([]);
    expect(tally.known).toBeGreaterThan(40);
  });

  it('hold for unknown functions, sums over arrays of arrays, and choices', () => {
    const declarations = [
      'size n, K',
      'real z[n, K], x, y',
      'closed simplex q[K]',
      'function f(real)',
      'smooth function g(real)',
      'increasing function h(real)',
      'label t[n] in 1..K',
      'convention 0*log(0) = 0',
    ].join('\n');
    const sides = [
      'f(x) + f(y)*f(x + y)',
      'diff(g(x*y), x) + diff(h(x)*y, x)',
      'sum(i in 1..n, z[i,t[i]] - log(sum(k in 1..K, exp(z[i,k]))))',
      '-sum(k in 1..K, q[k]*log(q[k]))',
      'sum(k in 1..K where q[k] > 0, q[k]*log(q[k]))',
      "trace(matmul(z, z'))",
      'sum(i in 1..n, max(k in 1..K, z[i,k]))',
      'prod(k in 1..K, if(q[k] > 0, q[k], 1))',
      'sum(i in 1..n, sum(k in 1..K, delta(k, t[i])*log(exp(z[i,k]))))',
    ];
    const tally: Tally = { known: 0, values: 0, faults: [] };
    for (const side of sides) {
      const { context, left } = coreClaim(declarations, `${side} == 0`);
      const before = tally.known;
      for (const method of ['dual', 'difference'] as const)
        compare(context, [left], method, tally, 60);
      expect([side, tally.known > before]).toEqual([side, true]);
    }
    expect(tally.faults).toEqual([]);
  });

  it('are narrow enough to tell a derivative from one that is off by 1e-20', () => {
    const claim = 'diff(softplus(x) + x^2, x) == (sigmoid(x) + 2*x)*(1 + 1/10^20)';
    const { context, left, right } = coreClaim('real x in [1/4, 4]', claim);
    for (const method of ['dual', 'difference'] as const) {
      const loops = Loops.of(compile(context, [left, right]), context, method);
      const options = { seed: 3, runs: 20, maxSize: 2 };
      for (const model of new Sampler(context, [left, right], options).models()) {
        loops?.run(model);
        expect(loops?.gap('eq', 0, 1)).toMatchObject({ differs: true });
      }
    }
  });

  const KINKS = [
    ...['abs(x)', 'relu(x)', 'sign(x)', '[x > 0]', 'if(x >= 0, 1, 2)', 'sqrt(x)', 'x^(1/2)'],
    ...['max(k in 1..2, k*x)', 'abs(x)^3', '[x == 0]', 'log(x)', 'min(k in 0..1, -k*x)'],
  ];
  it('are unknown for a derivative at a kink, a jump and an end of a domain', () => {
    for (const body of KINKS) {
      const { context, left } = coreClaim('real x in [0, 0]', `diff(${body}, x) == 0`);
      for (const method of ['dual', 'difference'] as const) {
        const tally: Tally = { known: 0, values: 0, faults: [] };
        compare(context, [left], method, tally);
        expect([body, tally.known, tally.values > 0]).toEqual([body, 0, true]);
      }
    }
  });

  it('are unknown where there is no value', () => {
    const NONE = ['1/(x - x)', 'log(-x)', 'sqrt(-1 - x)', '0*log(0*x)', 'x^0/0', '(0*x)^(-1)'];
    for (const side of NONE) {
      const { context, left } = coreClaim('positive x', `${side} == 0`);
      const tally: Tally = { known: 0, values: 0, faults: [] };
      compare(context, [left], 'dual', tally);
      expect([side, tally.known, tally.values > 0]).toEqual([side, 0, true]);
    }
  });
});
