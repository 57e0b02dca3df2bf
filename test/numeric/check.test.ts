import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/language/document.js';
import { lowerRelation } from '../../src/language/lower.js';
import { checkLines, checkRelation, checkRelationNow } from '../../src/numeric/check.js';
import { Arena, type Term } from '../../src/term/term.js';
import { check, coreClaim, OPTIONS, verdict } from './claim-text.js';

describe('claims of the seed texts', () => {
  const corpus = readFileSync(new URL('corpus.md', import.meta.url), 'utf8')
    .split(/^(?=## )/m)
    .slice(1);
  it.each(corpus.map((section) => [section.slice(3, section.indexOf('\n')), section]))(
    '%s',
    (_, section) => {
      const { claims, diagnostics } = parseDocument(new Arena(), section);
      expect(diagnostics).toEqual([]);
      const [claim] = claims;
      const [first, second] = claim?.lines ?? [];
      if (!claim || !first || !second?.relation) throw new Error('no claim');
      const { context, left, right } = lowerRelation(claim.context, first.term, second.term);
      const outcome = checkRelationNow(context, second.relation, left, right, OPTIONS);
      expect(outcome.verdict).toBe(claim.form === 'refute' ? 'refuted' : 'agrees');
    },
  );
});

describe('equalities', () => {
  const close = [
    ['real x', 'x*(1 + 1/10^9) == x'],
    ['real x', 'x + 1/10^30 == x'],
    ['', 'log(1 + exp(-300)) == 0'],
    [
      '',
      'sqrt(2) == 1.4142135623730950488016887242096980785696718753769480731766797379907324784621',
    ],
    ['real z0, z1\nassume z1 < z0', 'log(1 + exp(z1 - z0)) == 0'],
  ] as const;
  it.each(close)('%s: %s is refuted however close', (declarations, claim) => {
    expect(verdict(declarations, claim)).toBe('refuted');
  });

  const extreme = [
    ['real z', 'sigmoid(z) == 1 - sigmoid(-z)'],
    [
      'size K\nreal z[K]\nlabel t in 1..K',
      '-log(exp(z[t])/sum(j in 1..K, exp(z[j]))) == log(sum(j in 1..K, exp(z[j] - z[t])))',
    ],
    ['binary y\nreal z', 'softplus(z) - y*z == max(z, 0) - z*y + log(1 + exp(-abs(z)))'],
    ['real z', '-log(1 - sigmoid(z)) == z + log(1 + exp(-z))'],
    ['size K\nreal z[K]', 'sum(k in 1..K, exp(z[k] - log(sum(j in 1..K, exp(z[j]))))) - 1 == 0'],
  ] as const;
  it.each(extreme)('%s: %s agrees, extreme logits included', (declarations, claim) => {
    expect(check(declarations, claim, { runs: 100 })).toMatchObject({
      verdict: 'agrees',
      undecided: 0,
    });
  });

  it('are given up where an evaluation is too large, also when the body of a loop is empty', () => {
    const claim = 'sum(i in 1..90000, sum(j in i..90000, 1)) == x';
    expect(verdict('real x', claim)).toMatch(/^inconclusive/);
  });

  it('find the smallest sizes and simple values', () => {
    const declarations = 'size n\nreal x[n], y[n]';
    const claim = 'sum(i in 1..n, x[i]*y[i]) == sum(i in 1..n, x[i])*sum(i in 1..n, y[i])';
    expect(check(declarations, claim)).toMatchObject({
      verdict: 'refuted',
      counterexample: { sizes: { n: 2 }, values: { x: [0, 1], y: [1, 0] }, left: 0, right: 1 },
    });
  });

  it('show the index at which arrays differ', () => {
    const outcome = check('size n\nreal x[n]\nindex i in 1..n', 'x[i] == [i < n]*x[i]');
    expect(outcome).toMatchObject({
      counterexample: { sizes: { n: 1 }, indices: { i: 1 }, values: { x: [1] }, left: 1, right: 0 },
    });
  });

  const functions = [
    ['function f(real)\nreal x, y', 'f(x + y) == f(x) + f(y)', 'refuted'],
    ['function f(real)\nreal x, y', 'f(x) + f(y) == f(y) + f(x)', 'agrees'],
    ['function f(real)\nreal x', 'f(1/x) - f(1/x) == 0', 'refuted'],
    ['function f(real)\nreal x\nassume x != 0', 'f(1/x) - f(1/x) == 0', 'agrees'],
    [
      'smooth f(real), g(real)\nreal x',
      'diff(f(x)*g(x), x) == diff(f(x), x)*g(x) + f(x)*diff(g(x), x)',
      'agrees',
    ],
    ['smooth f(real)\nreal x', 'diff(f(2*x), x) == diff(f(x), x)', 'refuted'],
  ] as const;
  it.each(functions)('%s: %s → %s', (declarations, claim, expected) => {
    expect(verdict(declarations, claim)).toBe(expected);
  });

  const integrals = [
    ['', 'int(x in 0..1, x) == 1/2 + 1/10^9', 'refuted'],
    ['', 'int(x in 0..1, exp(x)) == exp(1) - 1', 'agrees'],
    ['', 'int(x in -inf..inf, x*exp(-x^2)) == 0', 'agrees'],
    ['real a', 'int(x in a..a+1, 2*x) == 2*a + 1', 'agrees'],
    ['', 'int(x in 0..1, log(x)) == -1', 'agrees'],
    ['positive a', 'int(t in 0..inf, t^(a-1)*exp(-t)) == gamma(a)', 'agrees'],
    [
      'real mu\npositive s',
      'int(x in -inf..inf, exp(-(x-mu)^2/(2*s^2))) == sqrt(2*pi)*s',
      'agrees',
    ],
  ] as const;
  it.each(integrals)('of integrals, %s: %s → %s', (declarations, claim, expected) => {
    expect(check(declarations, claim, { runs: 8 }).verdict).toBe(expected);
  });

  it('at a border that no precision decides are left undecided', () => {
    expect(verdict('', '[exp(1/2)^2 == exp(1)] == 0')).toMatch(/^inconclusive/);
  });

  it('pass nothing vacuously', () => {
    expect(verdict('real x\nassume x > 1\nassume x < 0', 'x == x + 1')).toBe('no-model');
  });
});

describe('inequalities', () => {
  const rows = [
    ['real x', 'x^2 - 2*x + 1 >= 0', 'agrees'],
    ['real x', 'x^2 - 7*x + 12.2499 >= 0', 'refuted'],
    ['real x, y', '(x - 1.37)^2 + (y + 0.61)^2 >= 0.0000001', 'refuted'],
    ['real x, y', 'x^2 + y^2 + 1 > 2*x*y', 'agrees'],
    ['real x', 'exp(x) >= 1 + x', 'agrees'],
    ['real x', 'exp(x) > 1 + x', 'refuted'],
    ['size K\nsimplex p[K], q[K]', 'sum(k in 1..K, p[k]*log(p[k]/q[k])) >= 0', 'agrees'],
    ['size K\nsimplex p[K], q[K]', 'sum(k in 1..K, p[k]*log(p[k]/q[k])) > 0', 'refuted'],
    ['size n\nreal z[n]', 'logsumexp(z) <= max(i in 1..n, z[i]) + log(n)', 'agrees'],
    ['real a in [1, 2]', 'a < 2', 'refuted'],
  ] as const;
  it.each(rows)('%s: %s → %s', (declarations, claim, expected) => {
    expect(verdict(declarations, claim)).toBe(expected);
  });
});

describe('arg min and arg max', () => {
  const rows = [
    ['real w', 'argmin(w, w^2) == argmin(w, w^4)', 'agrees'],
    ['real w', 'argmin(w, w^2) == argmin(w, w^3)', 'refuted'],
    ['real w', 'argmax(w, -w^2) == argmin(w, w^2)', 'agrees'],
    ['real w', 'argmax(w, w^2) == argmin(w, w^2)', 'refuted'],
    ['increasing h(real)\nreal w', 'argmin(w, w^2) == argmin(w, h(w^2))', 'agrees'],
    ['smooth h(real)\nreal w', 'argmin(w, w^2) == argmin(w, h(w^2))', 'refuted'],
    ['real w, b', 'argmin(w, (w-b)^2) == argmin(w, (w-b)^2 + b^2)', 'agrees'],
    ['real w, b', 'argmin((w, b), (w-b)^2) == argmin((w, b), (w-b)^2 + b^2)', 'refuted'],
  ] as const;
  it.each(rows)('%s: %s → %s', (declarations, claim, expected) => {
    expect(verdict(declarations, claim)).toBe(expected);
  });

  it('are refuted by two candidates', () => {
    expect(check('real w', 'argmin(w, w^2) == argmin(w, w)')).toMatchObject({
      counterexample: {
        candidates: [
          { values: { w: -1 }, left: 1, right: -1 },
          { values: { w: 0 }, left: 0, right: 0 },
        ],
      },
    });
  });
});

describe('lines of a derivation', () => {
  it('are all compared with the first', async () => {
    const arena = new Arena();
    const lines = ['real x', 'calc it:', '     (x+1)^2', '  == x^2 + 2*x + 1', '  == x*(x+2)'];
    const text = ['```gradus', ...lines, '```'].join('\n');
    const { claims } = parseDocument(arena, text);
    const terms = claims[0]?.lines.map(({ term }) => term) as Term[];
    const context = claims[0]?.context;
    if (!context) throw new Error('no context');
    expect(await checkLines(context, terms.slice(0, 2), OPTIONS)).toMatchObject({
      verdict: 'agrees',
    });
    expect(await checkLines(context, terms, OPTIONS)).toMatchObject({
      verdict: 'refuted',
      line: 2,
    });
  });
});

describe('limits', () => {
  it('make a check inconclusive at the deadline', async () => {
    const { context, left, right } = coreClaim('real x', 'exp(x) == exp(x) + 0*x');
    const outcome = await checkRelation(context, 'eq', left, right, {
      ...OPTIONS,
      deadline: Date.now() - 1,
    });
    expect(outcome).toEqual({ verdict: 'inconclusive', reason: 'the time limit was reached' });
  });

  it('make a check inconclusive when an evaluation is too large', () => {
    const claim = 'sum(a in 1..90000, sum(b in 1..90000, a*b + x)) == x';
    expect(verdict('real x', claim)).toMatch(/^inconclusive: .*too large/);
  });
});
