/** Formulas of which nothing is known, in words that are made from their signs. */
import { describe, expect, test } from 'vitest';
import { bookMath } from '../../src/book/formula.js';

const said = (latex: string, isDisplay = false): string =>
  /aria-label="([^"]*)"/.exec(bookMath(latex, { isDisplay }))?.[1] ?? '';

const r = String.raw;

describe('a formula is spelt', () => {
  test.each([
    [r`\hat y`, 'y hat'],
    [r`\theta_0 + \Gamma`, 'theta sub 0 plus Gamma'],
    [r`z_{ic}, z_{i,c}`, 'z sub i c, z sub i c'],
    [r`x_{n+1}`, 'x sub n plus 1, end of subscript'],
    [r`x^2 + y^3 - z^{n}`, 'x squared plus y cubed minus z to the power n'],
    [r`10^{-3}`, '10 to the power minus 3'],
    [r`e^{-x^2}`, 'e to the power minus x squared, end of power'],
    [r`X^\top f'(x)`, 'X transpose f prime open parenthesis x close parenthesis'],
    [r`x'^2_i`, 'x sub i prime squared'],
    [r`y^{(i)}`, 'y superscript open parenthesis i close parenthesis'],
    [r`\frac{a}{b}`, 'a over b'],
    [r`\frac{a+1}{b}`, 'the fraction a plus 1 over b, end of fraction'],
    [r`\frac{\partial J}{\partial z_{ic}}`, 'the derivative of J by z sub i c'],
    [r`\frac{\partial}{\partial x} f`, 'the derivative by x of f'],
    [r`\sum_{k=1}^{C} x_k`, 'the sum from k equals 1 to C of x sub k'],
    [r`\prod_i p_i`, 'the product over i of p sub i'],
    [r`\int_0^1 f`, 'the integral from 0 to 1 of f'],
    [r`\max_w f \le \operatorname{argmax}_k g`, 'max over w of f is at most argmax over k of g'],
    [r`\log x \ne \sqrt{y}`, 'log of x is not equal to the square root of y'],
    [r`\sqrt[3]{x + 1}`, 'the root of order 3 of x plus 1, end of root'],
    [r`\mathbf{w} \in \mathbb{R}^d`, 'bold w in the real numbers to the power d'],
    [r`\mathcal{L} \approx 1.5`, 'script L is about 1.5'],
    [r`p(y \mid x)`, 'p open parenthesis y given x close parenthesis'],
    [r`\{x \mid x > 0\}`, 'open brace x such that x is greater than 0 close brace'],
    [r`\mathrm{KL}(p \| q)`, 'KL open parenthesis p double bar q close parenthesis'],
    [r`a \text{ if } b`, 'a if b'],
    [r`\binom{n}{k}`, 'open parenthesis n choose k close parenthesis'],
    [r`\stackrel{?}{=}`, 'equals with ? above'],
    [r`A \setminus B, \backslash`, 'A without B, backslash'],
    [r`\text{\textbackslash}`, 'backslash'],
    [r`a < b \& c`, 'a is less than b &amp; c'],
    [r`\,`, 'an empty formula'],
  ])('%s is “%s”', (latex, words) => {
    expect(said(latex)).toBe(words);
  });

  test('with the rows of an alignment one after the other', () => {
    const rows = r`a &= b \\ &\ge c`;
    for (const name of ['aligned', 'align', 'align*'])
      expect(said(`\\begin{${name}}${rows}\\end{${name}}`, true)).toBe('a equals b; is at least c');
  });

  test('with the rows of a matrix and of cases apart', () => {
    expect(said(r`\begin{pmatrix} a & b \\ c & d \end{pmatrix}`)).toBe(
      'open parenthesis the rows a, b; c, d, end of rows, close parenthesis',
    );
    expect(said(r`\begin{cases} 1 & x > 0 \\ 0 & \text{otherwise} \end{cases}`)).toBe(
      'open brace the rows 1, x is greater than 0; 0, otherwise, end of rows',
    );
  });

  test('with its number', () => {
    expect(said(r`x \tag{3}`, true)).toBe('x (3)');
  });

  test('as it is written where it cannot be set', () => {
    expect(bookMath(r`\foo{<b>"}`)).toBe(
      r`<code role="math" aria-label="a formula that cannot be set: foo{&lt;b&gt;&quot;}">\foo{&lt;b&gt;&quot;}</code>`,
    );
  });
});
