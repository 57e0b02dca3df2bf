// Printing and reading are inverse to each other, and both agree with KaTeX on what is LaTeX.
import fc from 'fast-check';
import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { parseFormula } from '../../../src/language/latex/formula.js';
import { printLatex } from '../../../src/language/print-latex.js';
import { Scope } from '../../../src/language/scope.js';
import { rational } from '../../../src/term/rational.js';
import { arbitraryTerm } from '../arbitrary-term.js';
import { contextOf, SOFTMAX, words } from '../given.js';

const context = contextOf(SOFTMAX);
const terms = arbitraryTerm(context.arena);
const read = (text: string) => parseFormula(new Scope(context), text);

describe('for every term', () => {
  test('what is printed in LaTeX is read back as the same term', () => {
    fc.assert(
      fc.property(terms, (term) => {
        const text = printLatex(term, { context });
        expect(words(read(text)), text).toBe(words(term));
        expect(read(text) === term).toBe(true);
      }),
      { numRuns: 2000, seed: 11 },
    );
  });

  test('KaTeX accepts what is printed', () => {
    fc.assert(
      fc.property(terms, (term) => {
        katex.renderToString(printLatex(term, { context }), { strict: 'error', trust: false });
      }),
      { numRuns: 300, seed: 12 },
    );
  });
});

test.each([
  [1, 3],
  [-1, 3],
  [-2, 1],
  [5, 2],
  [-15_000_000, 1],
  [1, 10_000_000],
  [10_000_000, 1],
])('the number %i/%i comes back as one number', (n, d) => {
  const term = context.arena.num(rational(n, d));
  expect(read(printLatex(term, { context }))).toBe(term);
  const power = context.arena.make('pow', [context.arena.sym('x'), term]);
  expect(read(printLatex(power, { context }))).toBe(power);
});
