import { describe, expect, test } from 'vitest';
import { parseExpression } from '../../src/language/expression.js';
import { markAt } from '../../src/language/mark.js';
import { printLatex } from '../../src/language/print-latex.js';
import { speak } from '../../src/language/speak.js';
import { contextOf, SOFTMAX } from './given.js';

const context = contextOf(`${SOFTMAX}
real theta, x0, g'`);
const said = (text: string): string => speak(parseExpression(context, text), { context });

describe('a term is read aloud', () => {
  test.each([
    ['diff(J, z[i,c])', 'the derivative of J by z sub i c'],
    ['diff(diff(J, a), b)', 'the second derivative of J by b and a'],
    ['sum(k in 1..C, v[k])', 'the sum over k from 1 to C of v sub k'],
    ['sum(k in 1..C where k != s, k)', 'the sum over k from 1 to C where k is not equal to s of k'],
    ['prod(i, v[i])', 'the product over i from 1 to n of v sub i'],
    ["theta*x0 - g'", 'theta times x 0 minus g prime'],
    ['yhat[i,c]', 'y hat sub i c'],
    ['a/b', 'a over b'],
    ['(a + 1)/b', 'the fraction a plus 1 over b, end of fraction'],
    ['x^2 + x^a', 'x squared plus x to the power a'],
    ['log(exp(x))', 'the log of open parenthesis e to the power x close parenthesis'],
    ['a*(b + x)', 'a times open parenthesis b plus x close parenthesis'],
    ['f(x)', 'f of x'],
    ['if(a < b, x, -1)', 'x if a is less than b, otherwise minus 1'],
    ['max(a, b)', 'the larger of a and b'],
    ['z', 'z'],
    ['z[i,:]', 'the slice of z at i'],
  ])('%s is “%s”', (text, words) => {
    expect(said(text)).toBe(words);
  });

  test('two terms that differ in their parentheses sound different', () => {
    expect(said('(a - b) - x')).not.toBe(said('a - (b - x)'));
    expect(said('a/(b*x)')).not.toBe(said('(a/b)*x'));
    expect(said('sum(i, v[i] + b)')).not.toBe(said('sum(i, v[i]) + b'));
    expect(said('-(a + b)')).not.toBe(said('-a + b'));
    expect(said('f(x + 1)')).not.toBe(said('f(x) + 1'));
    expect(said('v[s + 1]')).not.toBe(said('v[s] + 1'));
    expect(said('max(a, b + 1)')).not.toBe(said('max(a, b) + 1'));
    expect(said('lgamma(x + 1)')).not.toBe(said('lgamma(x) + 1'));
  });
});

describe('a marked term', () => {
  const term = parseExpression(context, 'a*sum(i, v[i]*b)/2');
  const marked = markAt(context.arena, term, [0, 1], 'became');

  test('is printed as before, with a class around the place', () => {
    const latex = printLatex(marked, { context });
    expect(latex).toContain('\\htmlClass{became}{\\sum_{i=1}^{n} v_{i} \\, b}');
    expect(latex.replace(/\\htmlClass\{became\}\{(.*) b\}/, '$1 b')).toBe(
      printLatex(term, { context }),
    );
  });

  test('is read aloud as before', () => {
    expect(speak(marked, { context })).toBe(speak(term, { context }));
  });

  test('may have a mark inside a mark', () => {
    const twice = markAt(context.arena, marked, [0, 1, 2], 'changes');
    expect(printLatex(twice, { context })).toMatch(/htmlClass\{became\}.*htmlClass\{changes\}/);
  });

  test('has no place beyond its leaves', () => {
    expect(() => markAt(context.arena, term, [1, 0], 'became')).toThrow(RangeError);
  });
});
