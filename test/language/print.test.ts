import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { parseExpression } from '../../src/language/expression.js';
import { printLatex } from '../../src/language/print-latex.js';
import { printText } from '../../src/language/print-text.js';
import { printUnicode } from '../../src/language/print-unicode.js';
import { builder } from '../../src/term/build.js';
import { rational } from '../../src/term/rational.js';
import { contextOf, SOFTMAX } from './given.js';

const context = contextOf(`${SOFTMAX}
real theta, x0, w_in, e1
positive lambda[n]
spd S[n, n]`);
const t = builder(context.arena);

describe('each term in three notations', () => {
  test.each([
    ['diff(J, z[i,c])', '∂J/∂z[i,c]', '\\frac{\\partial J}{\\partial z_{ic}}'],
    ['yhat[i,c] - y[i,c]', 'ŷ[i,c] − y[i,c]', '\\hat{y}_{ic} - y_{ic}'],
    ['yhat', 'ŷ', '\\hat{\\mathbf{y}}'],
    ['z[i,:]', 'z[i,:]', 'z_{i, :}'],
    ['z[1,c + 1]', 'z[1,c + 1]', 'z_{1, c + 1}'],
    ['-sum(i, v[i])', '−Σ_{i=1..n} v[i]', '-\\sum_{i=1}^{n} v_{i}'],
    ['a*sum(i, v[i]*b)', 'a · Σ_{i=1..n} v[i] · b', 'a \\, \\sum_{i=1}^{n} v_{i} \\, b'],
    ['sum(i, v[i])*b', '(Σ_{i=1..n} v[i]) · b', '\\left(\\sum_{i=1}^{n} v_{i}\\right) \\, b'],
    ['sum(i, v[i] + b)', 'Σ_{i=1..n} (v[i] + b)', '\\sum_{i=1}^{n} \\left(v_{i} + b\\right)'],
    [
      'sum(k in 1..C where k != s, k)',
      'Σ_{k=1..C, k ≠ s} k',
      '\\sum_{\\substack{k=1 \\\\ k \\ne s}}^{C} k',
    ],
    ['theta*x0', 'θ · x₀', '\\theta \\, x_{0}'],
    ['w_in + lambda[i]', 'w_in + λ[i]', 'w_{\\mathrm{in}} + \\lambda_{i}'],
    ['x^2 + x^a', 'x² + x^a', 'x^{2} + x^{a}'],
    ['x*2', 'x · 2', 'x \\cdot 2'],
    ['a/b', 'a/b', '\\frac{a}{b}'],
    ['(a/b)^2', '(a/b)²', '\\left(\\frac{a}{b}\\right)^{2}'],
    ['log(a)*b', 'log(a) · b', '\\log a \\cdot b'],
    ['log(a*b)', 'log(a · b)', '\\log\\left(a \\, b\\right)'],
    ['exp(z[i,c])', 'exp(z[i,c])', 'e^{z_{ic}}'],
    ['exp(sum(i, v[i]))', 'exp(Σ_{i=1..n} v[i])', '\\exp\\left(\\sum_{i=1}^{n} v_{i}\\right)'],
    ['sqrt(abs(a))', '√(|a|)', '\\sqrt{\\left|a\\right|}'],
    ['delta(i, s)*[i == s]', 'δ(i, s) · [i = s]', '\\delta_{is} \\, \\left[i = s\\right]'],
    [
      'if(a <= b, a, b)',
      'if(a ≤ b, a, b)',
      '\\begin{cases} a & \\text{if } a \\le b \\\\ b & \\text{otherwise} \\end{cases}',
    ],
    [
      'diff(x^2*a, x)',
      '∂/∂x (x² · a)',
      '\\frac{\\partial}{\\partial x} \\left(x^{2} \\, a\\right)',
    ],
    ['diff(J, x, a)', '∂²J/∂a∂x', '\\frac{\\partial^{2} J}{\\partial a \\, \\partial x}'],
    ["matmul(W', inv(S))", 'Wᵀ inv(S)', '\\mathbf{W}^{\\top} \\, \\mathbf{S}^{-1}'],
    ['inv(S)[1,2]', 'inv(S)[1,2]', '{\\left(\\mathbf{S}^{-1}\\right)}_{1, 2}'],
    ['max(i, v[i])', 'max(i ∈ 1..n, v[i])', '\\max_{1 \\le i \\le n} v_{i}'],
    ['argmin(x, x^2)', 'argmin(x, x²)', '\\operatorname*{arg\\,min}_{x} x^{2}'],
    ['H(v, u)', 'H(v, u)', 'H\\left(\\mathbf{v}, \\mathbf{u}\\right)'],
    [
      'int(x in 0..inf, exp(-x))',
      '∫_{x∈0..∞} exp(−x)',
      '\\int_{0}^{\\infty} e^{-x} \\, \\mathrm{d}x',
    ],
    ['0.5 + 1e-9', '1/2 + 1e-9', '\\tfrac{1}{2} + {10^{-9}}'],
    ['binom(n, k0) + factorial(k0)', 'binom(n, k₀) + factorial(k₀)', '\\binom{n}{k_{0}} + k_{0}!'],
    [
      'forall k in 1..n: v[k] > 0',
      '∀ k ∈ 1..n: 0 < v[k]',
      '\\forall k \\in \\{1, \\dots, n\\}\\colon 0 < v_{k}',
    ],
  ])('%s', (text, unicode, latex) => {
    const term = parseExpression(context, text);
    expect(printUnicode(term, { context })).toBe(unicode);
    expect(printLatex(term, { context })).toBe(latex);
    expect(katex.renderToString(latex, { strict: 'error' })).toContain('katex');
  });
});

test.each([
  ['x₁', 'x₁', 'x_{1}'],
  ['y_hat', 'ŷ', '\\hat{y}'],
  ["thetabar'", 'θ̄′', "\\bar{\\theta}'"],
  ['D_KL', 'D_KL', 'D_{\\mathrm{KL}}'],
  ['w_a_b', 'w_a_b', '\\mathrm{w\\_a\\_b}'],
  ['that', 't̂', '\\hat{t}'],
  ['loss', 'loss', '\\mathrm{loss}'],
])('the name %s is shown with its decorations', (name, unicode, latex) => {
  expect(printUnicode(t.sym(name)).normalize('NFC')).toBe(unicode.normalize('NFC'));
  expect(printLatex(t.sym(name))).toBe(latex);
});

describe('letters', () => {
  test.each([
    ['sum(k in 1..2, sum(k in 1..k, k))', "sum(k in 1..2, sum(k' in 1..k, k'))"],
    ['z[i,c]*sum(c, z[i,c])', "z[i,c]*sum(c' in 1..C, z[i,c'])"],
    ['sum(k in 1..n, sum(j in 1..n, W[k,j]))', 'sum(k in 1..n, sum(j in 1..n, W[k,j]))'],
  ])('%s', (text, printed) => {
    expect(printText(parseExpression(context, text))).toBe(printed);
  });

  test('a letter that is free inside the body gets a prime', () => {
    const body = t.mul(t.sym('a'), context.arena.bound(0));
    expect(printText(context.arena.make('sum', [t.num(1), t.num(2), body], '', 'a'))).toBe(
      "sum(a' in 1..2, a*a')",
    );
  });

  test('a letter that is a constant inside the body gets a prime', () => {
    const body = t.mul(context.arena.make('pi', []), context.arena.bound(0));
    expect(printText(context.arena.make('sum', [t.num(1), t.num(2), body], '', 'pi'))).toBe(
      "sum(pi' in 1..2, pi*pi')",
    );
  });
});

test('numbers that no decimal expresses look like what they are, and stand in parentheses', () => {
  const third = t.num(rational(-1, 3));
  expect(printText(t.mul(third, t.pow(t.num(-2), t.num(2))))).toBe('(-1/3)*(-2)^2');
  expect(printLatex(t.mul(third, t.sym('a')))).toBe('\\left({-\\tfrac{1}{3}}\\right) \\, a');
  expect(printUnicode(t.add(t.sym('a'), third))).toBe('a + (−1/3)');
});

test('an array over other indices than the declared ones is no slice', () => {
  const term = parseExpression(context, 'array(k in 2..C, z[i,k])');
  expect(printUnicode(term, { context })).toBe('array(k ∈ 2..C, z[i,k])');
});

test('a deep sum is printed and read without recursion', () => {
  let term = t.sym('a');
  for (let k = 0; k < 50_000; k++) term = t.add(term, t.sym('b'));
  const text = printText(term);
  expect(text).toBe(`a${' + b'.repeat(50_000)}`);
  expect(parseExpression(context, text)).toBe(term);
  expect(printLatex(term).length).toBe(text.length);
  expect(printUnicode(term).length).toBe(text.length);
});

describe('a term that is much longer as a tree than as a graph', () => {
  test('is printed with names for its shared parts, and read back', () => {
    let term = t.sym('a');
    for (let k = 0; k < 200; k++) term = t.add(t.exp(term), t.mul(term, term));
    const text = printText(term);
    expect(text.length).toBeLessThan(20_000);
    expect(text).toMatch(/ where t1 = /);
    expect(parseExpression(context, text)).toBe(term);
    expect(printLatex(term)).toMatch(/\\text\{where \} t_\{1\} = /);
  });

  test('names parts under a binder as functions of its index', () => {
    let body = t.at(t.sym('v'), context.arena.bound(0));
    for (let k = 0; k < 200; k++) body = t.add(t.exp(body), t.mul(body, body));
    const term = context.arena.make('sum', [t.num(1), t.sym('n'), body], '', 'k');
    const text = printText(term);
    expect(text).toMatch(/^sum\(k in 1\.\.n, .*t\d+\(k\)/);
    expect(text).toMatch(/where t1\(i1\) = /);
    expect(parseExpression(context, text)).toBe(term);
  });
});
