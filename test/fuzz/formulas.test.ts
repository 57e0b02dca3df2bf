/**
 * Hostile formulas: soups of commands, and formulas with damage. A few thousand
 * with every test run; `npm run fuzz` reads a hundred times as many.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument } from '../../src/language/document.js';
import { printText } from '../../src/language/print-text.js';
import { Arena } from '../../src/term/term.js';

const { GRADUS_SEED, GRADUS_FUZZ } = process.env;
const SEED = Number(GRADUS_SEED ?? (GRADUS_FUZZ ? Date.now() % 1_000_000 : 1));
const RUNS = Number(GRADUS_FUZZ ?? 1_500);

const DECLARED = `<!-- gradus
size n, C
index i in 1..n, c in 1..C, k in 1..C
real z[n, C], W[C, C], w[C], a, b, x
simplex p[C]
onehot y[n, C]
function f(real)
let J = -sum(i, sum(c, y[i,c]*z[i,c]))
let H(u, v) = -sum(k, u[k]*log(v[k]))
notation \\hat{y} = y
notation q(y=k \\mid x_i) = z[i,k]
-->
`;
const LINES = DECLARED.split('\n').length;

/** Formulas in the letters that are declared. */
const formulas = [
  'J = -\\sum_{i=1}^n \\sum_{c=1}^C y_{ic} \\, z_{ic}',
  '\\frac{\\partial J}{\\partial z_{ic}} = -\\hat{y}_{ic}',
  'H(p, p) = -\\sum_k p_k \\log p_k \\le \\log C',
  '\\log \\prod_{k=1}^{C} e^{w_k} = \\sum_k w_k',
  '\\begin{aligned} a(b + x) &= ab + ax \\\\ &= \\left( b + x \\right) a \\end{aligned}',
  'q(y=k \\mid x_i) = z_{ik}, \\qquad \\sum_{k=1}^C p_k = 1',
  '\\mathbf{w}^\\top W \\mathbf{w} = \\sum_k \\sum_c w_k W_{kc} w_c',
  'f(a) = \\begin{cases} a & \\text{if } a > 0 \\\\ 0 & \\text{otherwise} \\end{cases}',
  '\\max_c z_{ic} \\ge z_i^{(c)} \\quad\\text{by algebra}',
  '\\arg\\min_a (a - b)^2 = \\arg\\min_a |a - b|',
  'a = b \\implies \\frac12 a^2 = \\tfrac12 b^2',
];

const WORDS = [
  ...'\\frac \\dfrac \\sum \\prod \\max \\arg \\min \\int \\log \\exp \\sqrt \\left \\right'.split(
    ' ',
  ),
  ...'\\hat \\mathbf \\mathbb \\mathcal \\text{if} \\text{where} \\mathrm{d} \\partial \\nabla'.split(
    ' ',
  ),
  ...'\\begin{cases} \\end{cases} \\begin{aligned} \\end{aligned} \\begin{bmatrix} \\substack'.split(
    ' ',
  ),
  ...'\\le \\ge \\ne \\in \\sim \\implies \\iff \\to \\forall \\dots \\cdot \\top \\mid \\| \\quad'.split(
    ' ',
  ),
  ...'\\label{a} \\tag{1} \\underbrace \\operatorname{softmax} \\delta \\unknown \\\\ & % \\,'.split(
    ' ',
  ),
  ...'a b x z w W y p J H f i c k n C e 0 1 2 12 0.5 ( ) [ ] { } | _ ^ = == := < > + - / * , . ; : ! '.split(
    ' ',
  ),
  ...["'", '\n', '\n\n', '\u200f', 'θ', '∑', '≤', '\\newcommand{\\uu}{\\uu}', '\\uu', '$', '\\'],
];

const soup = fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join(' '));

const nested = fc
  .tuple(
    fc.constantFrom(
      '(',
      '{',
      '\\frac{',
      '\\left(',
      '-',
      'x^{',
      '\\log ',
      '\\sum_k ',
      '|',
      '\\hat{',
      '\\begin{cases}',
      '_{',
    ),
    fc.integer({ min: 1, max: 3_000 }),
    fc.constantFrom('', 'x', '}', ')'),
  )
  .map(([piece, times, end]) => `a = ${piece.repeat(times)}${end}`);

const wreck = fc
  .tuple(
    fc.constantFrom(...formulas),
    fc.array(fc.tuple(fc.nat(999), fc.nat(12), fc.constantFrom('', ...WORDS)), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([formula, changes]) =>
    changes.reduce((text, [place, length, word]) => {
      const at = Math.floor((text.length * place) / 1000);
      return text.slice(0, at) + word + text.slice(at + (word === '' ? length : 0));
    }, formula),
  );

let [read, claimed] = [0, 0];

test('every formula is a claim, is none, or has a mistake with a place', () => {
  const property = (formula: string): void => {
    const text = `${DECLARED}$$\n${formula}\n$$\n`;
    const document = parseDocument(new Arena(), text);
    const lines = text.split('\n').length;
    for (const { line, column, message } of [...document.diagnostics, ...document.formulaErrors]) {
      expect(message).not.toMatch(/undefined|\[object|stack size/);
      expect(line).toBeGreaterThanOrEqual(LINES);
      expect(line).toBeLessThanOrEqual(lines);
      expect(column).toBeGreaterThanOrEqual(1);
    }
    for (const claim of document.claims)
      for (const { term } of claim.lines)
        expect(printText(term, { context: claim.context })).not.toMatch(/undefined|\[object|%/);
    read++;
    claimed += document.claims.length;
  };
  fc.assert(fc.property(fc.oneof(soup, nested, { weight: 4, arbitrary: wreck }), property), {
    seed: SEED,
    numRuns: RUNS,
  });
  process.stdout.write(`formulas: seed ${SEED}, ${read} read, ${claimed} claims\n`);
  expect(read).toBeGreaterThanOrEqual(RUNS);
  expect(claimed).toBeGreaterThan(0);
}, 3_600_000);
