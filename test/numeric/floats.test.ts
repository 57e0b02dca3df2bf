/** Terms in doubles, as a program would compute them, and their stable forms. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/language/document.js';
import { lowerRelation } from '../../src/language/lower.js';
import { printUnicode } from '../../src/language/print-unicode.js';
import { approximate } from '../../src/numeric/counterexample.js';
import { Floats, NoFloats, rationalOf } from '../../src/numeric/floats.js';
import { Judge } from '../../src/numeric/judge.js';
import { Exhausted } from '../../src/numeric/machine.js';
import { Sampler } from '../../src/numeric/sample.js';
import { stableForm } from '../../src/numeric/stable-form.js';
import type { Value } from '../../src/numeric/value.js';
import { Arena, type Term } from '../../src/term/term.js';
import { coreClaim } from './claim-text.js';

const MODELS = { seed: 3, runs: 20, maxSize: 3 };

/** The left side of `expression == x` at x. */
function inDoubles(expression: string, x: number): number {
  const { context, left } = coreClaim('real x', `${expression} == x`);
  const sampler = new Sampler(context, [left, context.arena.sym('x')], MODELS);
  const model = sampler.near(new Map([['x', rationalOf(x)]]));
  return Floats.of(context, [left]).run(model!)[0] as number;
}

describe('a term in doubles', () => {
  it.each([
    ['exp(x)', 710, Number.POSITIVE_INFINITY],
    ['log(exp(x))', 710, Number.POSITIVE_INFINITY],
    ['log(exp(x))', -800, Number.NEGATIVE_INFINITY],
    ['exp(x)/exp(x)', 710, Number.NaN],
    ['(1 + x) - 1', 1e-17, 0],
    ['x + 0.1', 0.2, 0.2 + 0.1],
    ['sum(k in 1..3, x^k)', 2, 14],
    ['prod(k in 1..4, x*k)', 1, 24],
    ['max(k in 1..3, k*x)', -1, -1],
    ['if(x > 0, x, -x)', -3, 3],
    ['abs(x) + sign(x) + relu(x)', -3, 2],
    ['log(x)', -1, Number.NaN],
    ['1/x', 0, Number.POSITIVE_INFINITY],
    ['erf(x)', 1, 0.8427007929497149],
    ['sum(k in 1..3, [k == 2]*x)', 5, 5],
  ])('is what a program computes, step by step: %s at %d', (expression, x, value) => {
    expect(inDoubles(expression, x)).toBe(value);
  });

  it.each([['int(u in 0..1, u*x)'], ['diff(x^2, x)']])('has no plain form: %s', (expression) => {
    expect(() => inDoubles(expression, 1)).toThrow(NoFloats);
  });

  it('is near the value wherever no digits are lost, on the claims of the chapters', () => {
    let compared = 0;
    for (const { context, terms } of chapterTerms(60)) {
      const floats = floatsOf(context, terms);
      if (!floats) continue;
      const judge = new Judge(context, terms);
      for (const model of new Sampler(context, terms, { ...MODELS, runs: 4 }).models()) {
        const values = judge.tryRead(model, 1)?.values;
        floats.run(model).forEach((found, i) => {
          const value = values && approximate(values[i] as Value);
          if (typeof value !== 'number' || !Number.isFinite(found)) return;
          compared += 1;
          expect(Math.abs(found - value)).toBeLessThanOrEqual(1e-6 * (1 + Math.abs(value)));
        });
      }
    }
    expect(compared).toBeGreaterThan(300);
  });

  it('takes every double for the rational number that it is', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: -1000, max: 900 }), (m, e) => {
        const { n, d } = rationalOf(m * 2 ** e);
        expect(n * 2n ** BigInt(Math.max(0, -e))).toBe(
          BigInt(m) * 2n ** BigInt(Math.max(0, e)) * d,
        );
      }),
    );
  });
});

describe('the stable form of a term', () => {
  it.each([
    ['log(exp(x))', 'x'],
    ['log(exp(x)/exp(-x))', 'x − (−x)'],
    ['log(1 + exp(x))', 'softplus(x)'],
    ['log(exp(x)^3)', '3 · x'],
    ['log(sigmoid(x))', '−softplus(−x)'],
    [
      'log(sum(k in 1..3, exp(k*x)))',
      'max(k ∈ 1..3, k · x) + log(Σ_{k=1..3} exp(k · x − max(k′ ∈ 1..3, k′ · x)))',
    ],
    ['log(x*exp(x))', 'log(x) + x'],
    ['log(prod(k in 1..3, exp(k*x)))', 'Σ_{k=1..3} k · x'],
  ])('takes logarithms of exponentials apart: %s', (expression, stable) => {
    const { context, left } = coreClaim('real x', `${expression} == x`);
    const found = stableForm(context, left);
    expect(found && printUnicode(found, { context })).toBe(stable);
  });

  it.each([['log(x)'], ['exp(x)'], ['x^2'], ['exp(log(x))'], ['log(1 + x)']])(
    'is none where nothing is to be gained: %s',
    (expression) => {
      const { context, left } = coreClaim('real x', `${expression} == x`);
      expect(stableForm(context, left)).toBeUndefined();
    },
  );

  it('has the value of the term in every model in which both have one, on the claims of the chapters', () => {
    let compared = 0;
    for (const { context, terms } of chapterTerms(400))
      for (const term of terms) {
        const stable = stableForm(context, term);
        if (!stable) continue;
        const judge = new Judge(context, [term, stable]);
        for (const model of new Sampler(context, [term], { ...MODELS, runs: 6 }).models()) {
          try {
            const judged = judge.judge(model, 'eq');
            compared += judged.kind === 'holds' ? 1 : 0;
            const [left, right] = judge.read(model, 0).values as [Value, Value];
            const isBoth = approximate(left) !== 'undefined' && approximate(right) !== 'undefined';
            if (isBoth)
              expect([printUnicode(term, { context }), judged.kind]).not.toContain('fails');
          } catch (problem) {
            if (!(problem instanceof Exhausted)) throw problem;
          }
        }
      }
    expect(compared).toBeGreaterThan(100);
  });
});

function floatsOf(...[context, terms]: Parameters<typeof Floats.of>): Floats | undefined {
  try {
    return Floats.of(context, terms);
  } catch (problem) {
    if (problem instanceof NoFloats) return undefined;
    throw problem;
  }
}

/** Sides of claims of the chapters, in core form. */
function* chapterTerms(most: number) {
  const folder = new URL('../../proofs/', import.meta.url);
  let count = 0;
  for (const name of readdirSync(folder).sort()) {
    if (!/^\d.*\.md$/.test(name)) continue;
    const { claims } = parseDocument(new Arena(), readFileSync(new URL(name, folder), 'utf8'));
    for (const { context, lines } of claims) {
      if (count++ >= most) return;
      const [first, last] = [lines[0]!.term, lines.at(-1)!.term];
      if (/^arg/.test(first.op)) continue;
      const core = lowerRelation(context, first, last);
      const terms: Term[] = [core.left, core.right];
      yield { context: core.context, terms };
    }
  }
}
