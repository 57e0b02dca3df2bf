import fc from 'fast-check';
import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { parseExpression } from '../../src/language/expression.js';
import { lowerContext, lowerTerm } from '../../src/language/lower.js';
import { printLatex } from '../../src/language/print-latex.js';
import { printText } from '../../src/language/print-text.js';
import { printUnicode } from '../../src/language/print-unicode.js';
import { arbitraryTerm } from './arbitrary-term.js';
import { contextOf, SOFTMAX } from './given.js';

const context = contextOf(SOFTMAX);
const terms = arbitraryTerm(context.arena);
const runs = { numRuns: 1000, seed: 7 };

describe('for every term', () => {
  test('what is printed in the plain grammar is read back as the same term', () => {
    fc.assert(
      fc.property(terms, (term) => {
        const text = printText(term, { context });
        expect(printText(parseExpression(context, text), { context })).toBe(text);
        expect(parseExpression(context, text) === term).toBe(true);
      }),
      runs,
    );
  });

  test('so it is without a context to tell indexed definitions from called ones', () => {
    fc.assert(
      fc.property(terms, (term) => {
        expect(parseExpression(context, printText(term))).toBe(term);
      }),
      runs,
    );
  });

  test('the LaTeX is within what KaTeX renders', () => {
    fc.assert(
      fc.property(terms, (term) => {
        katex.renderToString(printLatex(term, { context }), { strict: 'error', trust: false });
      }),
      { ...runs, numRuns: 200 },
    );
  });

  test('the Unicode form has balanced brackets and no name of an operator in the arena', () => {
    fc.assert(
      fc.property(terms, (term) => {
        const text = printUnicode(term, { context });
        expect(text.match(/[([{]/g)?.length).toBe(text.match(/[)\]}]/g)?.length);
        expect(text).not.toMatch(/\?\d|undefined|iverson|minimum|maximum/);
      }),
      runs,
    );
  });

  test('lowering a core term changes nothing', () => {
    const core = lowerContext(context);
    fc.assert(
      fc.property(terms, (term) => {
        fc.pre(isLowerable(term));
        const lowered = lowerTerm(context, term);
        expect(lowerTerm(core, lowered)).toBe(lowered);
      }),
      { ...runs, numRuns: 300 },
    );
  });
});

/** Random arrays have axes of all lengths; those that do not fit are refused. */
function isLowerable(term: Parameters<typeof printText>[0]): boolean {
  try {
    lowerTerm(context, term);
    return true;
  } catch (error) {
    expect(error).toHaveProperty('name', 'LanguageError');
    return false;
  }
}
