// What formulas mean, in the plain language; and what is refused because it may mean two things.
import { describe, expect, test } from 'vitest';
import { diagnosticText, LanguageError } from '../../../src/language/language-error.js';
import { parseFormula } from '../../../src/language/latex/formula.js';
import { printText } from '../../../src/language/print-text.js';
import { Scope } from '../../../src/language/scope.js';
import { documentOf } from '../given.js';

const { background, diagnostics } = documentOf(`
size n, C, d
index i in 1..n, j in 1..n, c in 1..C, k in 1..C
real z[n, C], X[n, d], W[d, C], A[d, d], w[d], x[d], v[d], a, b, s, mu, x0, CE, g_max, s0
positive sigma
real theta[C], h[C]
label t[n] in 1..C
onehot y[n, C]
simplex p[C], q[C]
function f(real)
smooth function F(real)
let yhat[i, c] = exp(z[i,c])/sum(l in 1..C, exp(z[i,l]))
let J = -sum(i, sum(c, y[i,c]*log(yhat[i,c])))
let L = J
let H(u, v) = -sum(k, u[k]*log(v[k]))
notation \\phi = sigmoid
notation z^o = z
notation \\mathbf{Y} = y
notation \\pi_k(u) = exp(u)*p[k]
notation J(\\theta) = J
`);

const read = (latex: string) =>
  parseFormula(new Scope(background.context), latex, background.notations);

const meaning = (latex: string): string => printText(read(latex), { context: background.context });

test('the declarations of these tests have no mistake', () => {
  expect(diagnostics).toEqual([]);
});

describe('names and indices', () => {
  test.each([
    ['z_{ic}', 'z[i,c]'],
    ['z_{i,c}', 'z[i,c]'],
    ['z_{i c}', 'z[i,c]'],
    ['z_{1 2}', 'z[1,2]'],
    ['z_{i,c-1}', 'z[i,c - 1]'],
    ['z_c^{(i)}', 'z[i,c]'],
    ['z^{(i)}_c', 'z[i,c]'],
    ['z_i^{(c)}', 'z[i,c]'],
    ['z_{ic}^o', 'z[i,c]'],
    ['z^o_{ic}', 'z[i,c]'],
    ['z_{ic}^2', 'z[i,c]^2'],
    ['z_{ic}^{o}{}', 'z[i,c]'],
    ['\\mathbf{z}_i', 'array(c in 1..C, z[i,c])'],
    ['z_{:,c}', 'array(i in 1..n, z[i,c])'],
    ['\\hat y_{ic}', 'yhat[i,c]'],
    ['\\hat{y}_{i c}', 'yhat[i,c]'],
    ['\\widehat{y}_{ic}', 'yhat[i,c]'],
    ['\\hat{\\mathbf{y}}_i', 'array(c in 1..C, yhat[i,c])'],
    ['\\mathbf{Y}', 'y'],
    ['\\bm w_{1}', 'w[1]'],
    ['\\vec{w}', 'w'],
    ['w_{d-1}', 'w[d - 1]'],
    ['w_{2 \\cdot 3}', 'w[2*3]'],
    ['\\theta_k', 'theta[k]'],
    ['\\boldsymbol{\\theta}', 'theta'],
    ['\\mu', 'mu'],
    ['x_0', undefined],
    ['s_0', 's0'],
    ['CE + 1', 'CE + 1'],
    ['\\mathrm{CE}', 'CE'],
    ['g_{\\max}', undefined],
    ['g_{\\text{max}}', 'g_max'],
    ['g_{\\mathrm{max}}', 'g_max'],
    ['p_{t_i}', 'p[t[i]]'],
    ['p_{t^{(i)}}', 'p[t[i]]'],
    ['\\mathcal{L}', 'L'],
  ])('%s', (latex, expected) => {
    if (expected === undefined) expect(() => read(latex)).toThrow(LanguageError);
    else expect(meaning(latex)).toBe(expected);
  });
});

describe('products, quotients and powers', () => {
  test.each([
    ['2ab', '2*a*b'],
    ['a\\,b', 'a*b'],
    ['a \\cdot b', 'a*b'],
    ['a \\times b', 'a*b'],
    ['a(b+s)', 'a*(b + s)'],
    ['\\left( a + b \\right)^2', '(a + b)^2'],
    ['\\bigl(a + b\\bigr) \\Big/ s', '(a + b)/s'],
    ['\\frac12 a', '1/2*a'],
    ['\\tfrac12 a', '0.5*a'],
    ['\\dfrac{a}{b}', 'a/b'],
    ['\\frac ab', 'a/b'],
    ['-a^2', '-a^2'],
    ['-ab + s', '-a*b + s'],
    ['a - -b', undefined],
    ['x^2', undefined],
    ['a^{-1}', 'a^(-1)'],
    ['\\frac{(a-\\mu)^2}{2\\sigma^2}', '(a - mu)^2/(2*sigma^2)'],
    ['\\sqrt{2\\pi}', 'sqrt(2*pi)'],
    ['a!', 'factorial(a)'],
    ['\\binom{n}{d}', 'binom(n, d)'],
    ['1/n \\sum_i p_1', '1/n*sum(i in 1..n, p[1])'],
    ['\\{a + b\\} s', '(a + b)*s'],
    ['\\color{red}{a} + \\textcolor{blue}{b}', 'a + b'],
    ['\\underbrace{a + b}_{\\text{both}} s', '(a + b)*s'],
    ['a \\phantom{b} s', 'a*s'],
  ])('%s', (latex, expected) => {
    if (expected === undefined) expect(() => read(latex)).toThrow(LanguageError);
    else expect(meaning(latex)).toBe(expected);
  });
});

describe('functions', () => {
  test.each([
    ['\\log a', 'log(a)'],
    ['\\ln a', 'log(a)'],
    ['b\\log p_k', 'b*log(p[k])'],
    ['\\log p_k \\log q_k', 'log(p[k])*log(q[k])'],
    ['\\log a \\cdot b', 'log(a)*b'],
    ['\\log \\sum_k e^{h_k}', 'log(sum(k in 1..C, exp(h[k])))'],
    ['\\log (1-a)(1-b)', 'log(1 - a)*(1 - b)'],
    ['\\log \\left[ \\prod_k p_k \\right]', 'log(prod(k in 1..C, p[k]))'],
    ['\\log^2 a', 'log(a)^2'],
    ['\\log_2 a', 'log2(a)'],
    ['\\log_{10} a', 'log10(a)'],
    ['\\exp\\{-a\\}', 'exp(-a)'],
    ['e^{-a}', 'exp(-a)'],
    ['e^a', 'exp(a)'],
    ['\\mathrm{e}^{a}', 'exp(a)'],
    ['log(a)', 'log(a)'],
    ['\\mathrm{e}^{a} \\mathrm{ReLU}(b)', 'exp(a)*relu(b)'],
    ['\\tanh(a)^2', 'tanh(a)^2'],
    ['\\operatorname{softmax}(h)_k', 'softmax(h)[k]'],
    ['\\text{softmax}(h)', 'softmax(h)'],
    ['\\mathrm{ReLU}(a)', 'relu(a)'],
    ['\\phi(a)', 'sigmoid(a)'],
    ["\\phi'(a)", 'diff(sigmoid(a), a)'],
    ['f(a)', 'f(a)'],
    ["F'(a)", 'diff(F(a), a)'],
    ["F''(a)", 'diff(F(a), a, a)'],
    ['H(p, q)', 'H(p, q)'],
    ['H(p \\| q)', 'H(p, q)'],
    ['H(p \\mid q)', 'H(p, q)'],
    ['\\pi_k(a b)', 'exp(a*b)*p[k]'],
    ['J(\\theta) + J', 'J + J'],
    ['\\max(a, b, 0)', 'max(max(a, b), 0)'],
    ['\\max\\{0, a\\}', 'max(0, a)'],
    ['\\det A', 'det(A)'],
    ['\\operatorname{tr}(A)', 'trace(A)'],
  ])('%s', (latex, expected) => {
    expect(meaning(latex)).toBe(expected);
  });
});

describe('big operators', () => {
  test.each([
    ['\\sum_{i=1}^{n} a + b', 'sum(i in 1..n, a) + b'],
    ['\\sum^n_{i=1} t_i', 'sum(i in 1..n, t[i])'],
    ['\\sum_{i=1}^{n}\\sum_{c} z_{ic}', 'sum(i in 1..n, sum(c in 1..C, z[i,c]))'],
    [
      '\\sum\\limits_{i=1}^n \\sum_{c=1}^C y_{ic} z_{ic}',
      'sum(i in 1..n, sum(c in 1..C, y[i,c]*z[i,c]))',
    ],
    ['\\sum_{i,c} z_{ic}', 'sum(i in 1..n, sum(c in 1..C, z[i,c]))'],
    ['\\sum_{i,j=1}^n t_i t_j', 'sum(i in 1..n, sum(j in 1..n, t[i]*t[j]))'],
    ['\\sum_{k \\ne c} h_k', 'sum(k in 1..C where k != c, h[k])'],
    ['\\sum_{j < i} t_j', undefined],
    ['\\sum_i \\sum_{j < i} a', 'sum(i in 1..n, sum(j in 1..n where j < i, a))'],
    ['\\sum_{k=1, k \\neq c}^{C} h_k', 'sum(k in 1..C where k != c, h[k])'],
    ['\\sum_{\\substack{k=1 \\\\ k \\neq c}}^{C} h_k', 'sum(k in 1..C where k != c, h[k])'],
    ['\\sum_{1 \\le k \\le C} h_k', 'sum(k in 1..C, h[k])'],
    ['\\sum_{k \\in \\{1, \\dots, C\\}} h_k', 'sum(k in 1..C, h[k])'],
    ['\\sum_{i}^{n} t_i', 'sum(i in 1..n, t[i])'],
    ["\\sum_{c'} e^{z_{ic'}}", "sum(c' in 1..C, exp(z[i,c']))"],
    ['\\sum_m e^{q_m}', 'sum(m in 1..C, exp(q[m]))'],
    ['\\sum_m a', undefined],
    ['\\sum_i - \\log a', 'sum(i in 1..n, -log(a))'],
    ['-\\sum_k p_k \\log q_k', '-sum(k in 1..C, p[k]*log(q[k]))'],
    ['\\prod_{k=1}^C p_k^{y_{ik}}', 'prod(k in 1..C, p[k]^y[i,k])'],
    ['\\max_c z_{ic}', 'max(c in 1..C, z[i,c])'],
    ['\\underset{c}{\\max}\\, z_{ic}', 'max(c in 1..C, z[i,c])'],
    ['\\arg\\min_a (a - b)^2', 'argmin(a, (a - b)^2)'],
    ['\\operatorname*{arg\\,max}_{a} a b', 'argmax(a, a*b)'],
    ['\\int_0^1 u^2 \\, du', 'int(u in 0..1, u^2)'],
    ['\\mathbb{E}_{k \\sim p}[\\log q_k]', 'sum(k in 1..C, p[k]*log(q[k]))'],
    ['\\mathbb{E}_{p}\\left[\\log q_k\\right]', 'sum(k in 1..C, p[k]*log(q[k]))'],
  ])('%s', (latex, expected) => {
    if (expected === undefined) expect(() => read(latex)).toThrow(LanguageError);
    else expect(meaning(latex)).toBe(expected);
  });
});

describe('derivatives', () => {
  test.each([
    ['\\frac{\\partial J}{\\partial z_{ic}}', 'diff(J, z[i,c])'],
    ['\\frac{\\partial J}{\\partial z_{ic}^o}', 'diff(J, z[i,c])'],
    ['\\partial J / \\partial z_{ic}', 'diff(J, z[i,c])'],
    ['\\frac{\\partial J(\\theta)}{\\partial \\theta_k}', 'diff(J, theta[k])'],
    ['\\frac{\\partial}{\\partial a} a b + s', 'diff(a*b, a) + s'],
    ['\\frac{d}{da} \\log a', 'diff(log(a), a)'],
    ['\\frac{dJ}{da}', 'diff(J, a)'],
    ['\\frac{\\mathrm{d} J}{\\mathrm{d} a}', 'diff(J, a)'],
    ['\\frac{\\partial^2 J}{\\partial a \\partial b}', 'diff(J, b, a)'],
    ['\\partial^2 J/\\partial z_{ic}\\partial z_{jk}', 'diff(J, z[j,k], z[i,c])'],
    ['\\frac{\\partial^2 J}{\\partial a^2}', 'diff(J, a, a)'],
    ['\\frac{d^2}{da^2} f(a)', 'diff(f(a), a, a)'],
    ['\\nabla_W J', 'diff(J, W)'],
    ['\\partial_{z_{ic}} J', 'diff(J, z[i,c])'],
    ['\\nabla_{\\mathbf{w}} \\frac12 a', 'diff(1/2*a, w)'],
    ['\\frac{\\partial J}{\\partial \\mathbf{z}_i}', 'array(c in 1..C, diff(J, z[i,c]))'],
  ])('%s', (latex, expected) => {
    expect(meaning(latex)).toBe(expected);
  });
});

describe('arrays', () => {
  test.each([
    ['\\mathbf w^\\top \\mathbf x', 'dot(w, x)'],
    ['w^T x + b', 'dot(w, x) + b'],
    ['w^{\\mathsf T} x', 'dot(w, x)'],
    ['w \\cdot x', 'dot(w, x)'],
    ['\\langle w, x \\rangle', 'dot(w, x)'],
    ['w x^\\top', 'outer(w, x)'],
    ['A x', 'matmul(A, x)'],
    ['x^\\top A v', 'dot(matmul(x, A), v)'],
    ['X W', 'matmul(X, W)'],
    ['X^\\top X w', 'matmul(matmul(transpose(X), X), w)'],
    ['a\\, w^\\top x', undefined],
    ['A^{-1} x', 'matmul(inv(A), x)'],
    ['\\lVert w \\rVert_2^2', 'norm2(w)^2'],
    ['\\|w\\|^2', 'norm2(w)^2'],
    ['\\|w - x\\|_1', 'norm1(w - x)'],
    ['\\|W\\|_F^2', 'norm2(W)^2'],
    ['|a - b|', 'abs(a - b)'],
    ['a |b| s', 'a*abs(b)*s'],
    ['\\lvert a \\rvert', 'abs(a)'],
    ['\\mathbf{1}_{d}', 'ones(1..d)'],
    ['\\mathbf{I}_d', 'eye(1..d)'],
    ['w + x', 'w + x'],
    ['w + a', undefined],
    ['w x', undefined],
  ])('%s', (latex, expected) => {
    if (latex === 'a\\, w^\\top x') expect(meaning(latex)).toBe('dot(a*w, x)');
    else if (expected === undefined) expect(() => read(latex)).toThrow(LanguageError);
    else expect(meaning(latex)).toBe(expected);
  });
});

describe('conditions', () => {
  test.each([
    ['\\delta_{ij}', 'delta(i, j)'],
    ['\\mathbb{1}\\{t_i = k\\}', '[t[i] == k]'],
    ['\\mathbb{1}_{\\{t_i = k\\}}', '[t[i] == k]'],
    ['\\mathbf{1}[t_i = k]', '[t[i] == k]'],
    ['1_{t_i == k}', '[t[i] == k]'],
    ['1\\{t_i = k\\} a', '[t[i] == k]*a'],
    ['\\mathbb{I}(t_i = k)', '[t[i] == k]'],
    ['[t_i = k] a', '[t[i] == k]*a'],
    [
      '\\begin{cases} a & \\text{if } i = j \\\\ b & \\text{otherwise} \\end{cases}',
      'if(i == j, a, b)',
    ],
    ['\\begin{cases} a, & i = j, \\\\ b, & i \\ne j. \\end{cases}', 'if(i == j, a, b)'],
    ['\\begin{cases} a & a > 0 \\\\ 0 & \\text{for } a \\le 0 \\end{cases}', 'if(0 < a, a, 0)'],
    ['0 < a \\le b', '0 < a and a <= b'],
  ])('%s', (latex, expected) => {
    expect(meaning(latex)).toBe(expected);
  });
});

const refusal = (latex: string): string => {
  try {
    return `read as ${meaning(latex)}`;
  } catch (error) {
    if (!(error instanceof LanguageError)) throw error;
    return diagnosticText(error);
  }
};

describe('what may mean two things is refused, and both are said', () => {
  test.each([
    ['z_{12c}', 'can be read in two ways|3 indices'],
    ['w_{12}', 'read as w[12]'],
    ['z_{12}', 'read as z[1,2]'],
    ['w_{ij}', 'as 2 indices i,j, or as one index, the product ij'],
    ['\\log a b', 'can be read in two ways'],
    ['\\log a / b', 'can be read in two ways'],
    ['a/bs', 'can be read in two ways'],
    ['\\log(a)^2', 'the power of the logarithm, or the logarithm of the power'],
    ['\\nabla_w a b', 'does the gradient reach over b?'],
    ['a(b)', 'a is not a function'],
    ['J(a)', 'J is not a function'],
    ['J(a + b)', 'J is not a function'],
    ['a(-b)', 'a is not a function'],
    ['\\pi_k', 'is not declared|read as pi'],
    ['a 2', 'a number after a factor'],
    ['a^{(i)}', 'as a power, or with (i) as the number of a sample'],
    ['\\sum_i t_i + t_i', 'ends before this, but i may be meant to be its own'],
    ['\\sum_{i=1}^n a t_i - \\frac{t_i}{b}', 'ends before this'],
    ['\\sum_i t_i + \\sum_i t_i', 'read as sum'],
    ['t_i - \\sum_i t_i', 'read as t'],
    ['J(2)', 'J is not a function'],
    ['J(\\sqrt{a})', 'J is not a function'],
    ['J[z_{11} + 1]', 'J is not a function'],
    ['\\hat{y}_{ic}(z_{ic} + 1)', 'is not a function'],
    ['\\hat{y}_{ic}(1 - \\hat{y}_{ic})', 'read as yhat[i,c]*(1 - yhat[i,c])'],
    ['J [a > 0]', 'read as J*[0 < a]'],
    ['J(z_{11} + 1)', 'J is not a function'],
    ['J(2\\theta)', 'J is not a function'],
    ['a(2)', 'a is not a function'],
    ['w(i+1)', 'as an entry, or as a product'],
    ['w(2)', 'w is not a function|as an entry'],
    ['f^{-1}(a)', 'may be its inverse or its reciprocal'],
    ['H^{-1}(p, q)', 'may be its inverse or its reciprocal'],
    ['n!!', 'as the double factorial, or as the factorial of the factorial'],
    ['|A|', 'as its determinant, or as its norm'],
    ['\\|A\\|', 'of the matrix, or of the vector of its entries'],
    ['\\|A\\|_2', 'of the matrix, or of the vector of its entries'],
    ['\\|A\\|_1', 'of the matrix, or of the vector of its entries'],
    ['A * A', 'of their entries, or of matrices'],
    ['A \\ast A', 'of their entries, or of matrices'],
    ['A_{ij}^{-1}', 'of the matrix, or of its entry'],
    ['A^{-1}_{ij}', 'of the matrix, or of its entry'],
    ['a^{[2]}', 'as a power, or with [2] as the number of a sample, layer'],
    ['\\overset{*}{a}', 'makes another name'],
    ['\\stackrel{*}{a} + b', 'makes another name'],
    ['a^{\\underline{2}}', 'has no meaning here'],
    ['\\underline{a}', 'is not declared'],
    ['{a + b}^2', 'with parentheses around it, or without'],
    ['{ab}^2', 'with parentheses around it, or without'],
    ['{-a}^2', 'with parentheses around it, or without'],
    ['{-2}^n', 'with parentheses around it, or without'],
    ['\\boxed{a + b}^2', 'with parentheses around it, or without'],
    ['a - \\underbrace{b + s}_{c}', 'with parentheses around it, or without'],
    ['a \\cancel{+ b} s', 'with parentheses around it, or without'],
    ['a/{bs}', 'can be read in two ways'],
    ['\\log{a b}', 'can be read in two ways'],
  ])('%s', (latex, expected) => {
    expect(refusal(latex)).toMatch(new RegExp(expected.replace(/[()[\]?*]/g, '\\$&')));
  });
});

describe('braces do not show, and are read as if they were not there', () => {
  test.each([
    ['2{a + b}', '2*a + b'],
    ['{a + b}s', 'a + b*s'],
    ['a{-a}', 'a - a'],
    ['a{-2}', 'a - 2'],
    ['a{+1}', 'a + 1'],
    ['a - {b + s}', 'a - b + s'],
    ['\\log{a + b}', 'log(a) + b'],
    ['\\log{a}', 'log(a)'],
    ['\\log{\\frac{a}{b}}', 'log(a/b)'],
    ['\\sum_i {z_{i1} + a}', 'sum(i in 1..n, z[i,1]) + a'],
    ['\\textcolor{red}{a + b} s', 'a + b*s'],
    ['a {\\cdot} b', 'a*b'],
    ['a {+} b', 'a + b'],
    ['{a}^2', 'a^2'],
    ['{\\hat{y}}_{ic}', 'yhat[i,c]'],
    ['a \\cdot {-2}', 'a*(-2)'],
    ['-{}a', '-a'],
  ])('%s', (latex, expected) => {
    expect(meaning(latex)).toBe(expected);
  });
});

describe('what cannot be read is refused, with its place', () => {
  test.each([
    ['a + \\frak{b}', '1:5: the command \\frak is not known; (did you mean \\frac?)'],
    ['a + (b', '1:5: this parenthesis ( is not closed'],
    ['a + {b', '1:5: this brace is not closed; expected }'],
    ['a + b}', '1:6: this brace was not opened'],
    ['a + b)', '1:6: this parenthesis ) was not opened'],
    ['\\left( a', '1:1: \\left without \\right'],
    ['a \\right)', '1:3: \\right without \\left'],
    ['\\begin{cases} a', '1:1: \\begin{cases} is not closed'],
    ['\\begin{cases} a \\end{case}', '1:17: \\begin{cases} is closed by \\end{case}'],
    ['a^', '1:2: \\^ needs an argument'],
    ['a^2^3', '1:4: a second superscript'],
    ['a + uu', '1:5: u is not declared'],
    ['\\hat u', '1:1: \\hat u is not declared'],
    ['\\sin a', 'what \\sin means here is not known'],
    ['\\left. a \\right|_{b=0}', 'what \\left. … \\right| means is not known'],
    ['a \u200f+ b', '1:3: the invisible character U+200F has no meaning in a formula'],
    ['a \\pm b', '\\pm is not expected here'],
    ['\\sum a', '\\sum has no index'],
    ['\\lim_{a \\to 0} a', '\\lim'],
  ])('%s', (latex, expected) => {
    const [place = '', message = expected] = /^(\d+:\d+): (.*)$/.exec(expected)?.slice(1) ?? [
      '',
      expected,
    ];
    const refused = refusal(latex);
    expect(refused).not.toMatch(/^read as/);
    expect(refused.startsWith(place), refused).toBe(true);
    expect(refused).toContain(message.replace('; (', ' ('));
  });
});
