// Formulas as course notes write them: each with what it means in the plain language, or why it is refused.
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../../src/language/document.js';
import { printText } from '../../../src/language/print-text.js';
import { Arena } from '../../../src/term/term.js';

const DECLARED = `<!-- gradus
size n, K, m
index i in 1..K, j in 1..K, k in 1..K
real a, b, z[K], X[n, m], w[m]
positive v[K]
simplex p[K], q[K]
label c in 1..K
let L = sum(k in 1..K, z[k]^2)
let s[k in 1..K] = exp(z[k])
let M = sum(k in 1..K, log(s[k]))
notation \\mathbf{p} = p, \\mathcal{L} = L
-->
\\newcommand{\\pd}[2]{\\frac{\\partial #1}{\\partial #2}} \\def\\half#1{\\frac{#1}{2}}
`;

const SIGNS = { eq: '==', le: '<=', lt: '<', ge: '>=', gt: '>' } as const;

/** The claims of a text in the plain language, with what is given; its errors. */
function readingsOf(text: string): string[] {
  const { claims, formulaErrors, diagnostics } = parseDocument(new Arena(), DECLARED + text);
  expect(diagnostics).toEqual([]);
  return [
    ...claims.map(({ lines, context, given = [] }) => {
      const sides = lines.map(({ term, relation }) => {
        const written = printText(term, { context });
        return relation ? `${SIGNS[relation]} ${written}` : written;
      });
      const under = given.map((term) => printText(term, { context })).join(', ');
      return sides.join(' ') + (under ? ` given ${under}` : '');
    }),
    ...formulaErrors.map(({ message }) => `refused: ${message}`),
  ];
}

describe('a display without a left side', () => {
  test.each([
    ['goes on with the one before', '$$a = b$$\n\nso\n\n$$= b + 0$$', ['a == b == b + 0']],
    ['goes on with an expression alone', '$$a + b$$\n\n$$= b + a$$', ['a + b == b + a']],
    ['in a quotation', '> $$a = b$$\n> $$= b + 0$$', ['a == b == b + 0']],
    [
      'keeps the conditions of the one before',
      '$$z_i = z_j, \\quad i = j$$\n$$= z_i$$',
      ['z[i] == z[j] == z[i] given i == j'],
    ],
    [
      'begins anew with the last side where something is declared between',
      '$$a = b$$\n<!-- gradus\nreal u\n-->\n$$= b + 0$$',
      ['a == b', 'b == b + 0'],
    ],
    ['needs one before', '$$= b$$', ['refused: a side of this relation is missing']],
    [
      'that cannot be read leaves the one before as it is',
      '$$a = b$$\n$$= u, \\qquad b = a$$',
      ['a == b', 'b == a', 'refused: u is not declared'],
    ],
    [
      'is refused after two chains',
      '$$a = b, \\qquad a = z_1$$\n$$= b$$',
      ['a == b', 'a == z[1]', 'refused: a side of this relation is missing'],
    ],
  ])('%s', (_, text, expected) => {
    expect(readingsOf(text)).toEqual(expected);
  });

  test('is the same claim, which ends where the last display does', () => {
    const { claims } = parseDocument(new Arena(), `${DECLARED}$$a = b$$\n$$= b$$\n\n$$a = a$$`);
    expect(claims.map(({ name, endLine }) => [name, endLine])).toEqual([
      ['formula-1', 15],
      ['formula-3', 17],
    ]);
  });
});

describe('conditions', () => {
  test.each([
    ['$$z_i = z_j, \\quad i = j$$', ['z[i] == z[j] given i == j']],
    ['$$z_i = z_j, \\quad i \\neq j$$', ['z[i] == z[j] given i != j']],
    ['$$z_i = z_j \\quad (i \\neq j)$$', ['z[i] == z[j] given i != j']],
    ['$$z_i = z_j \\quad \\text{for } i \\ne j$$', ['z[i] == z[j] given i != j']],
    ['$$z_i = z_j \\quad \\text{if $i = j$}$$', ['z[i] == z[j] given i == j']],
    ['$$z_c = z_k, \\quad c = k$$', ['z[c] == z[k] given c == k']],
    ['$$a = b, \\qquad b = z_1$$', ['a == b', 'b == z[1]']],
    ['$$i = j, \\quad j = k$$', ['i == j', 'j == k']],
    [
      '$$z_i = \\begin{cases} a & i = j \\\\ b & i \\neq j \\end{cases}$$',
      ['z[i] == if(i == j, a, b)'],
    ],
    [
      '$$z_i = \\begin{cases} a, & \\text{if $i = j$} \\\\ b, & \\text{otherwise.} \\end{cases}$$',
      ['z[i] == if(i == j, a, b)'],
    ],
  ])('%s', (text, expected) => {
    expect(readingsOf(text)).toEqual(expected);
  });
});

test('words after a comma do not end a chain', () => {
  const rows = 'a &= b, && \\text{(by algebra)} \\\\ &= z_1';
  expect(readingsOf(`$$\\begin{aligned} ${rows} \\end{aligned}$$`)).toEqual(['a == b == z[1]']);
});

describe('sums', () => {
  test.each([
    ['$$a = \\sum_i^K z_i$$', ['a == sum(i in 1..K, z[i])']],
    ['$$a = \\sum_l^K z_l$$', ['a == sum(l in 1..K, z[l])']],
    ['$$a = \\sum_i^m w_i$$', ['a == sum(i in 1..m, w[i])']],
    ['$$a = \\sum_l^m z_l$$', ['refused: the index l stands in an axis that does not end at m']],
    ['$$a = \\sum_l^m b$$', ['refused: the range of l has no lower end']],
    ['$$a = \\sum^{K}_{k\\neq i} z_k$$', ['a == sum(k in 1..K where k != i, z[k])']],
    [
      '$$a = \\sum_{l \\neq i}^m z_l$$',
      ['refused: the index l stands in an axis that does not end at m'],
    ],
    ['$$a = \\sum_x p(x)\\log\\frac{p(x)}{q(x)}$$', ['a == sum(x in 1..K, p[x]*log(p[x]/q[x]))']],
    ['$$z_1 + \\cdots + z_K = a$$', ['sum(k in 1..K, z[k]) == a']],
    ['$$a + z_2 + \\dots + z_K = b$$', ['a + sum(k in 2..K, z[k]) == b']],
    [
      '$$z_1 v_1 + z_2 v_2 + \\cdots + z_K v_K = a$$',
      ['z[1]*v[1] + sum(k in 2..K, z[k]*v[k]) == a'],
    ],
    [
      '$$z_1 + z_3 + \\cdots + z_K = a$$',
      [
        'refused: what the dots stand for is not clear: the indices before them do not follow one another',
      ],
    ],
    [
      '$$z_1 v_2 + \\cdots + z_K v_i = a$$',
      [
        'refused: what the dots stand for is not clear: the terms around them are not the ends of one range',
      ],
    ],
    [
      '$$z_K + \\cdots + z_1 = a$$',
      [
        'refused: what the dots stand for is not clear: the terms around them are not the ends of one range',
      ],
    ],
    [
      '$$1 + \\cdots + K = a$$',
      [
        'refused: what the dots stand for is not clear: the terms around them are not the ends of one range',
      ],
    ],
  ])('%s', (text, expected) => {
    expect(readingsOf(text)).toEqual(expected);
  });
});

describe('functions and arguments', () => {
  test.each([
    ['$$\\sigma(a) = b$$', ['sigmoid(a) == b']],
    [
      "$$\\sigma'(x) = \\sigma(x)(1-\\sigma(x))$$",
      ['diff(sigmoid(x), x) == sigmoid(x)*(1 - sigmoid(x))'],
    ],
    [
      '$$\\sigma(z)_i = b$$',
      ['refused: the argument of sigmoid must be a number, not an array with 1 axis'],
    ],
    ['$$\\sigma(u) = b$$', ['refused: u is not declared']],
    ['$$\\mathcal{L}(z) = a$$', ['L == a']],
    ['$$L(\\mathbf{z}) = a$$', ['L == a']],
    ['$$M(s) = a$$', ['M == a']],
    ['$$L(w) = a$$', ['refused: L is not a function, so L(w) has no meaning']],
    ['$$L(z, w) = a$$', ['refused: L is not a function, so L(z, w) has no meaning']],
    ['$$p(a) = b$$', ['refused: p is not a function, so p(a) has no meaning']],
    ['$$p(k) = b$$', ['p[k] == b']],
    ['$$x_{ij} = a$$', ['refused: the index j is not of this axis'], 'any'],
    ['$$\\sum_{i=1}^n x_{i1} = a$$', ['sum(i in 1..n, X[i,1]) == a']],
    ['$$x = a$$', ['refused: x is not declared']],
    ['$$\\|\\,w\\,\\|^2 = a$$', ['norm2(w)^2 == a']],
    ['$$||w||^2 = a$$', ['norm2(w)^2 == a']],
    ['$$|a||b| = |ab|$$', ['abs(a)*abs(b) == abs(a*b)']],
    ['$$\\pd{L}{z_i} = 2z_i$$', ['diff(L, z[i]) == 2*z[i]']],
    ['$$\\half{\\half{a}} = b$$', ['a/2/2 == b']],
    ['$$b = \\pd{L}$$', ['refused: \\pd needs an argument']],
    ['$$\\pd{M}{s_k} = a$$', ['diff(M, s[k]) == a']],
  ])('%s', (text, expected, how = 'all') => {
    const found = readingsOf(text);
    if (how === 'any') expect(found.length).toBe(1);
    else expect(found).toEqual(expected);
  });
});

describe('what is no claim, and what defines', () => {
  test.each([
    ['$$\\hat\\mu = a + b \\implies \\hat\\mu - a = b$$', ['muhat - a == b']],
    ['$$L \\propto a$$', []],
    ['$$L \\approx a$$', []],
    ['$$a \\triangleq b$$', ['a == b']],
    ['$$a \\equiv b$$', ['a == b']],
    ['the $$i$$ of $$i = 1$$', []],
  ])('%s', (text, expected) => {
    expect(readingsOf(text)).toEqual(expected);
  });
});

test('a macro that doubles its argument has a bound', () => {
  const doubled = `\\newcommand{\\two}[1]{#1#1}\n$$${'\\two{'.repeat(40)}a${'}'.repeat(40)} = b$$`;
  expect(readingsOf(doubled)).toEqual([expect.stringMatching(/^refused: the macros expand/)]);
});

test('notations are listed with commas, which stand in brackets as well', () => {
  const { diagnostics, claims } = parseDocument(
    new Arena(),
    '<!-- gradus\nsize K\nreal x[K], y[K]\nlet H(u, v) = sum(k in 1..K, u[k]*v[k])\nnotation \\mathcal{H}(u, v) = H(u, v), \\hat{x} = x, p(y=k \\mid a) = y[k]\n-->\n$$\\mathcal{H}(\\hat{x}, y) = p(y = 1 \\mid a)$$',
  );
  expect(diagnostics).toEqual([]);
  expect(claims[0]?.lines.map(({ term }) => printText(term))).toEqual(['H(x, y)', 'y[1]']);
});
