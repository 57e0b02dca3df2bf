// Which formulas of a document are found, where they stand, and what of them is claimed.
import { describe, expect, test } from 'vitest';
import { findDisplays } from '../../../src/language/display-scanner.js';
import { type DocumentOptions, parseDocument } from '../../../src/language/document.js';
import { diagnosticText } from '../../../src/language/language-error.js';
import { scanMarkdown } from '../../../src/language/markdown.js';
import { printText } from '../../../src/language/print-text.js';
import { scanTex } from '../../../src/language/tex-source.js';
import { Arena } from '../../../src/term/term.js';

const found = (text: string, isTex = false): string[] => {
  const source = isTex ? scanTex(text) : scanMarkdown(text);
  const { displays, text: plain } = findDisplays(source.text, source.blocks, isTex);
  return displays.map(
    ({ line, column, start, end }) =>
      `${line}:${column} ${plain.slice(start, end).replace(/\s+/g, ' ').trim()}`,
  );
};

describe('the scanner finds', () => {
  test.each([
    ['dollars on one line', 'so $$ a = b $$ holds', ['1:6 a = b']],
    ['dollars over lines', '$$\na = b\n$$', ['1:3 a = b']],
    ['with an empty line inside', '$$\na\n\n= b\n$$', ['1:3 a = b']],
    ['brackets', 'so \\[ a = b \\] holds', ['1:6 a = b']],
    [
      'environments',
      '\\begin{align*}\na &= b\n\\end{align*}',
      ['1:1 \\begin{align*} a &= b \\end{align*}'],
    ],
    ['a fence of mathematics', '```math\na = b\n```', ['2:1 a = b']],
    ['mathematics in a quotation', '> $$\n> a\n> = b\n> $$', ['1:5 a = b']],
    ['mathematics in a list', '- so\n\n    $$ a = b $$', ['3:7 a = b']],
    ['two on a line', '$$a = b$$ and $$b = c$$', ['1:3 a = b', '1:17 b = c']],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    ['code', '```python\n$$ a = b $$\n```'],
    ['code inside a line', 'write `$$ a $$` or ``\\[ a ` b \\]``'],
    ['inline mathematics with two dollars', 'the $$i$$ of $$x_i = a$$\n\nso $$b = c$$ again'],
    ['indented code', 'text\n\n    $$ a = b $$'],
    ['inline mathematics', 'where $a = b$ and \\(a = b\\)'],
    ['money', 'it costs $5, or $6; or $$ and more'],
    ['escaped dollars', 'a \\$\\$ b \\$\\$'],
    ['comments', 'a <!-- $$ a = b $$ --> b\n\n<!--\n$$ a $$\n-->'],
    ['preformatted text', '<pre>\n$$ a = b $$\n</pre>'],
  ])('not in %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  test('in a LaTeX source nothing in comments and verbatim text', () => {
    const text = 'a % $$ x $$\n\\begin{verbatim}\n$$ y $$\n\\end{verbatim}\n\\[ 5 \\% = b \\]';
    expect(found(text, true)).toEqual(['5:3 5 \\% = b']);
  });
});

const DECLARED = `<!-- gradus
size n
index i in 1..n, j in 1..n
real a, b, c, x[n]
function f(real)
-->
`;

const documentOf = (text: string, options?: DocumentOptions) =>
  parseDocument(new Arena(), DECLARED + text, options);

const SIGNS = { eq: '==', le: '<=', lt: '<', ge: '>=', gt: '>' } as const;

/** Each claim in the plain language, under its name. */
const claims = (text: string): string[] =>
  documentOf(text).claims.map(({ name, lines, context }) => {
    const sides = lines.map(({ term, relation, by }) => {
      const reason = by.length > 0 ? ` by ${by.join(', ')}` : '';
      return `${relation ? `${SIGNS[relation]} ` : ''}${printText(term, { context })}${reason}`;
    });
    return `${name}: ${sides.join(' ')}`;
  });

describe('a chain', () => {
  test.each([
    ['$$a = b = c$$', ['formula-1: a == b == c']],
    ['$$\\boxed{a = b}$$', ['formula-1: a == b']],
    ['$$a = b!$$', ['formula-1: a == factorial(b)']],
    ['$$a \\le b < c$$', ['formula-1: a <= b < c']],
    ['$$a = b, \\qquad b = c$$', ['formula-1.1: a == b', 'formula-1.2: b == c']],
    ['$$a = b \\quad\\text{and}\\quad b = c.$$', ['formula-1.1: a == b', 'formula-1.2: b == c']],
    ['\\begin{align}\na &= b \\\\\n &= c\n\\end{align}', ['formula-1: a == b == c']],
    [
      '\\begin{align}\na &= b \\\\\nb &= c\n\\end{align}',
      ['formula-1.1: a == b', 'formula-1.2: b == c'],
    ],
    [
      '$$\\begin{aligned} a &= b + \\\\ &\\quad c \\\\ &= c \\end{aligned}$$',
      ['formula-1: a == b + c == c'],
    ],
    ['\\begin{align} a ={}& b \\\\ & + c \\end{align}', ['formula-1: a == b + c']],
    ['\\begin{multline} a = b \\\\ + c \\\\ = c \\end{multline}', ['formula-1: a == b + c == c']],
    [
      '\\begin{gather} a = b \\\\ b = c \\end{gather}',
      ['formula-1.1: a == b', 'formula-1.2: b == c'],
    ],
    ['\\begin{align} a &= b & b &= c \\end{align}', ['formula-1.1: a == b', 'formula-1.2: b == c']],
    [
      '\\begin{equation}\\begin{split} a &= b \\\\ &= c \\end{split}\\end{equation}',
      ['formula-1: a == b == c'],
    ],
    ['\\begin{align} a \\\\ = b \\\\ = c \\end{align}', ['formula-1: a == b == c']],
    [
      '$$a = b \\hspace{1in} \\text{or equivalently} \\hspace{1in} b = c$$',
      ['formula-1.1: a == b', 'formula-1.2: b == c'],
    ],
    ['$$a \\stackrel{i.i.d.}{=} b$$', ['formula-1: a == b']],
    ['$$a \\overset{(1)}{\\le} b$$', ['formula-1: a <= b']],
    [
      '\\begin{equation}\\label{eq:one} a = b \\tag{1} \\nonumber\\end{equation}',
      ['eq:one: a == b'],
    ],
    ['$$ a = b $$ {#eq-two}', ['eq-two: a == b']],
    ['$$a = b$$\n\n$$b = c$$', ['formula-1: a == b', 'formula-2: b == c']],
    ['$$g := a + b$$\n\n$$g = a$$', ['formula-2: g == a']],
    ['$$h_i := x_i + a$$\n\n$$h_i = a$$', ['formula-2: h[i] == a']],
    ['$$a = b && \\text{by algebra}$$', ['formula-1: a == b by algebra']],
    [
      '\\begin{align}\na &= b \\\\ % by log-prod, algebra\n &= c\n\\end{align}',
      ['formula-1: a == b by log-prod, algebra == c'],
    ],
    ['<!-- gradus: by algebra -->\n\n$$a = b$$', ['formula-1: a == b by algebra']],
    [
      '<!-- gradus: by algebra; log-prod -->\n\n$$a = b = c$$',
      ['formula-1: a == b by algebra == c by log-prod'],
    ],
    ['<!-- gradus: skip -->\n$$a = b$$\n\n$$b = c$$', ['formula-2: b == c']],
    ['\\newcommand{\\uu}{a + b}\n$$\\uu = c$$', ['formula-1: a + b == c']],
    ['$$x_i = a, \\quad i = 1, \\dots, n$$', ['formula-1: x[i] == a']],
    ['$$x_k = a, \\quad k = 1, \\dots, n$$', ['formula-1: x[k] == a']],
    ['$$x_i = a \\quad \\forall i$$', ['formula-1: x[i] == a']],
  ])('%s', (text, expected) => {
    expect(documentOf(text).formulaErrors).toEqual([]);
    expect(claims(text)).toEqual(expected);
  });

  test('conditions beside it are hypotheses', () => {
    const [claim] = documentOf('$$\\sqrt{a^2} = a, \\quad a > 0$$').claims;
    expect(
      [...(claim?.context.hypotheses.values() ?? [])].map(({ proposition }) =>
        printText(proposition),
      ),
    ).toContain('0 < a');
  });

  test('what follows from an equation has it as a hypothesis, and the equation is not claimed', () => {
    const given = (text: string) =>
      documentOf(text).claims.map(({ name, lines, context }) => [
        name,
        lines.map(({ term }) => printText(term)).join(' = '),
        [...context.hypotheses.values()].some(
          ({ proposition }) => printText(proposition) === 'a == b',
        ),
      ]);
    expect(given('$$a = b \\implies a + c = b + c$$')).toEqual([
      ['formula-1', 'a + c = b + c', true],
    ]);
    expect(given('$$c = a = b \\implies a + c = b + c$$')).toEqual([
      ['formula-1.1', 'c = a', false],
      ['formula-1.2', 'a + c = b + c', true],
    ]);
    expect(given('$$a = b \\iff b = a$$')).toEqual([
      ['formula-1.1', 'b = a', true],
      ['formula-1.2', 'a = b', false],
    ]);
  });

  test('a label that says refuted turns the verdict round', () => {
    const [claim] = documentOf('<!-- gradus: refuted -->\n$$a = b$$').claims;
    expect(claim?.expected).toBe('refuted');
  });

  test('formulas before the first declaration are prose', () => {
    const { claims: made, unclaimed } = parseDocument(
      new Arena(),
      `$$q = r$$\n\n${DECLARED}\n$$a = b$$`,
    );
    expect(made.map(({ name }) => name)).toEqual(['formula-2']);
    expect(unclaimed).toEqual([]);
  });

  test('each line has its place in the document', () => {
    const [claim] = documentOf('text $$a\n  = b$$').claims;
    expect(claim?.lines.map(({ line, column }) => [line, column])).toEqual([
      [7, 8],
      [8, 5],
    ]);
  });
});

describe('a formula that makes no claim says why', () => {
  test.each([
    ['y \\sim \\mathrm{Categorical}(z)', 'it states a distribution'],
    ['x \\in \\mathbb{R}^n', 'it states where something lies'],
    ['g: \\mathbb{R}^n \\to \\mathbb{R}', 'it describes a map'],
    ['a \\approx b', 'an approximation is not claimed'],
    ['\\theta \\leftarrow \\theta - \\eta g', 'it is an assignment'],
    ['a \\neq b', '≠ is no relation of a claim'],
    ['a + b', 'it states no relation'],
    ['a := a - b', 'it is an assignment'],
    ['a = b \\text{ plus something } c', 'words stand between its parts'],
    ['\\text{It is false that } a = b', 'words change what it says'],
    ['a = b \\text{ is wrong}', 'words change what it says'],
    ["a = b \\text{ doesn't hold}", 'words change what it says'],
    ['a = a \\text{ + 1}', 'words change what it says'],
    ['a = a \\mbox{2}', 'words change what it says'],
    ['a = a \\text{ times two}', 'words change what it says'],
    ['g := a', 'it is a definition'],
    ['\\hat{a} = \\arg\\min_a f(a)', 'it names an optimum, and claims nothing of it'],
  ])('%s', (latex, reason) => {
    const document = documentOf(`$$${latex}$$`);
    expect(document.claims).toEqual([]);
    expect(document.formulaErrors).toEqual([]);
    expect(document.unclaimed.map((each) => each.reason)).toEqual([reason]);
  });
});

test('a part that makes no claim is listed beside the claims', () => {
  const { claims: made, unclaimed } = documentOf('$$a = b \\approx c$$');
  expect(made.map(({ name }) => name)).toEqual(['formula-1']);
  expect(unclaimed).toMatchObject([
    { name: 'formula-1', reason: 'an approximation is not claimed' },
  ]);
});

test('"if and only if" is claimed in both directions', () => {
  for (const words of ['\\text{ if and only if }', '\\text{ iff }', '\\iff'])
    expect(claims(`$$a^2 = 1 ${words} a = 1$$`)).toEqual([
      'formula-1.1: a == 1',
      'formula-1.2: a^2 == 1',
    ]);
});

test('a macro takes effect only where LaTeX would have it so', () => {
  const exp = '\\renewcommand{\\exp}{\\log}';
  for (const nowhere of [
    `\`$${exp}$\``,
    `\`\`\`tex\n${exp}\n\`\`\``,
    `<!--\n${exp}\n-->`,
    `% ${exp}`,
  ])
    expect(claims(`${nowhere}\n\n$$\\exp(a) = b$$`)).toEqual(['formula-1: exp(a) == b']);
  const skipped = `\\iffalse\n${exp}\n\\fi\n`;
  expect(claims(`${skipped}\n$$\\exp(a) = b$$`)).toEqual(['formula-1: exp(a) == b']);
  const kept = '$\\newcommand{\\uu}{a}\\providecommand{\\uu}{b}\\providecommand{\\exp}{\\log}$';
  expect(claims(`${kept}\n\n$$\\exp(\\uu) = b$$`)).toEqual(['formula-1: exp(a) == b']);
  expect(claims(`$${exp}$\n\n$$\\exp(a) = b$$`)).toEqual(['formula-1: log(a) == b']);
});

describe('bad input', () => {
  const errors = (text: string, options?: DocumentOptions): string[] => {
    const { diagnostics, formulaErrors } = documentOf(text, options);
    return [...diagnostics, ...formulaErrors].map(diagnosticText);
  };

  test.each([
    ['$$a = (b$$', '7:7: this parenthesis ( is not closed; expected )'],
    ['$$a = {b$$', '7:7: this brace is not closed; expected }'],
    ['$$\na = b', '7:1: this $$ is not closed; expected $$'],
    ['\\begin{align} a = b', '7:1: \\begin{align} is not closed; expected \\end{align}'],
    ['$$a = \\fract{b}{c}$$', '7:7: the command \\fract is not known (did you mean \\frac?)'],
    [
      '$$a = x_{ij}$$',
      '7:10: the subscript ij of x can be read in two ways: as 2 indices i,j, or as one index, the product ij; expected 1 index (write x_{i,j} for 2 indices, or x_{(ij)} for one)',
    ],
    ['$$a - a = 0,5$$', '7:12: 0,5 can be read in two ways: as one number, or as two'],
    ['$$a - a = 0{,}5$$', '7:12: a comma in braces is no decimal point here'],
    ['$$a \\le a + 2 \\ge a + 1$$', '7:15: the inequalities of a chain point in both directions'],
    ['$$\\overset{2}{(a)} = b$$', '7:3: what stands above this by \\overset has no meaning'],
    [
      '$\\newcommand{\\uu}{a}$\n\n$$\\uu = b$$\n\n$\\renewcommand{\\uu}{b}$',
      '11:2: \\uu has two meanings in this text',
    ],
    [
      '$$\\log a = b$$\n\n$\\renewcommand{\\log}{\\exp}$',
      '9:2: \\log has two meanings in this text',
    ],
    ['<!-- gradus\nnotation 2 = a\n-->', '8:10: this means something already'],
    ['$$x_i = x_1 \\quad \\text{for } i = 1, 2$$', '7:38: this value after a condition belongs'],
    ['$$x_i = x_1, \\quad i = 1 \\text{ and } 2$$', '7:39: this value after a condition belongs'],
    ['<!-- gradus\nnotation x_i = b\n-->', '8:10: this means something already'],
    ['<!-- gradus\nnotation a = b\n-->', '8:10: this means something already'],
    ['<!-- gradus\nnotation \\log = a\n-->', '8:10: this means something already'],
    [
      '<!-- gradus\nreal d\n-->\n$$\\frac{d a}{d b} = c$$',
      '10:3: this fraction can be read in two ways: as a derivative, or as a quotient by d',
    ],
    ['$$a = q$$', '7:7: q is not declared; expected a declared name, or a notation for this'],
    ['$$a =$$', '7:5: a side of this relation is missing'],
    [
      '\\newcommand{\\uu}{\\vv}\\newcommand{\\vv}{\\uu}\n$$a = \\uu$$',
      '8:7: the macro \\uu leads back to itself',
    ],
    ['\\newcommand{\\uu}[1][c]{#1}\n$$a = \\uu{b}$$', '8:7: the command \\uu is not known'],
    ['$$a = b\u202e$$', '7:8: the invisible character U+202E has no meaning in a formula'],
    [
      '<!-- gradus: slip -->\n$$a = b$$',
      '7:13: the label slip is not known; expected skip, refuted or by …',
    ],
  ])('%s', (text, expected) => {
    const [first = ''] = errors(text);
    expect(first.startsWith(expected.replace(/; expected.*$/, '')), first).toBe(true);
  });

  test('everything else in the document is still read', () => {
    const document = documentOf('$$a = \\foo$$\n\n$$a = b$$\n\n$$a = (b$$\n\n$$b = c$$');
    expect(document.claims.map(({ name }) => name)).toEqual(['formula-2', 'formula-4']);
    expect(document.formulaErrors.map(({ line }) => line)).toEqual([7, 11]);
    expect(document.diagnostics).toEqual([]);
  });

  test('line breaks of Windows and a byte order mark change nothing', () => {
    const plain = documentOf('$$a\n= b$$');
    const other = parseDocument(
      new Arena(),
      `\ufeff${DECLARED}$$a\n= b$$`.replaceAll('\n', '\r\n'),
    );
    expect(other.diagnostics).toEqual([]);
    expect(
      other.claims.map(({ lines }) => lines.map(({ line, column }) => [line, column])),
    ).toEqual(plain.claims.map(({ lines }) => lines.map(({ line, column }) => [line, column])));
  });

  test('a binary file is one error with its place', () => {
    const { diagnostics } = parseDocument(new Arena(), 'a\nb\0c');
    expect(diagnostics.map(diagnosticText)).toEqual([
      '2:2: this is not a text: it has a character of code 0',
    ]);
  });

  test('10 MB of text are one error', () => {
    const { diagnostics } = parseDocument(new Arena(), '$$a = b$$\n'.repeat(1_000_000));
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.message).toContain('bound: source');
  });

  test('a formula nested too deeply is an error, and so is one that macros blow up', () => {
    expect(errors(`$$a = ${'('.repeat(5000)}b${')'.repeat(5000)}$$`)[0]).toContain(
      'bound: nesting',
    );
    const bombs = Array.from({ length: 40 }, (_, k) => {
      const name = (n: number) => `\\b${'x'.repeat(n + 1)}`;
      return `\\newcommand{${name(k)}}{${k === 0 ? '' : `${name(k - 1)}${name(k - 1)}`}}`;
    });
    expect(errors(`${bombs.join('\n')}\n$$a = \\b${'x'.repeat(40)} b$$`)[0]).toContain(
      'bound: tokens',
    );
  });
});
