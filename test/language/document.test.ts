import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/language/document.js';
import { printText } from '../../src/language/print-text.js';
import { Arena } from '../../src/term/term.js';
import { contextOf, documentOf, mistakesIn, words } from './given.js';

const SOFTMAX_PROOF = `# Softmax

\`\`\`gradus
size n, C                     # whole numbers
real z[n, C]
onehot y[n, C]
index i in 1..n, c in 1..C
let yhat[i,c] = exp(z[i,c]) / sum(k in 1..C, exp(z[i,k]))
let J = -sum(i, sum(c, y[i,c]*log(yhat[i,c])))

claim gradient: diff(J, z[i,c]) == yhat[i,c] - y[i,c]
\`\`\`

Between them.

\`\`\`gradus
calc log-of-softmax:
     log(yhat[i,c])
  == log(exp(z[i,c]))
     - log(sum(k in 1..C,
           exp(z[i,k])))        by log-div
  == z[i,c] - log(sum(k in 1..C, exp(z[i,k])))   by log-exp, rule-2
refute wrong: J <= 0
claim J == J
\`\`\`
`;

describe('a document', () => {
  const document = parseDocument(new Arena(), SOFTMAX_PROOF);
  const [gradient, calc, wrong, unnamed] = document.claims;

  test('has no diagnostics when all is well', () => {
    expect(document.diagnostics).toEqual([]);
  });

  test('has its claims with their places', () => {
    expect(
      document.claims.map(({ name, form, line, column, endLine }) => [
        name,
        form,
        line,
        column,
        endLine,
      ]),
    ).toEqual([
      ['gradient', 'claim', 11, 1, 11],
      ['log-of-softmax', 'calc', 17, 1, 22],
      ['wrong', 'refute', 23, 1, 23],
      ['claim-4', 'claim', 24, 1, 24],
    ]);
  });

  test('has the lines of a calculation with relations, reasons, places and source', () => {
    expect(
      calc?.lines.map(({ relation, by, line, column, source }) => [
        relation,
        by,
        line,
        column,
        source,
      ]),
    ).toEqual([
      [undefined, [], 18, 6, 'log(yhat[i,c])'],
      [
        'eq',
        ['log-div'],
        19,
        6,
        'log(exp(z[i,c]))\n     - log(sum(k in 1..C,\n           exp(z[i,k])))',
      ],
      ['eq', ['log-exp', 'rule-2'], 22, 6, 'z[i,c] - log(sum(k in 1..C, exp(z[i,k])))'],
    ]);
  });

  test('gives each claim the context of its place', () => {
    expect(gradient?.context).toBe(calc?.context);
    expect(gradient?.context.definitions.has('J')).toBe(true);
    expect(wrong?.lines.map(({ relation }) => relation)).toEqual([undefined, 'le']);
    expect(unnamed && printText(unnamed.lines[0]?.term as never)).toBe('J');
  });

  test('keeps every line in a block', () => {
    expect(
      document.blocks.map(({ kind, startLine, endLine }) => [kind, startLine, endLine]),
    ).toEqual([
      ['prose', 1, 2],
      ['fence', 3, 12],
      ['prose', 13, 15],
      ['fence', 16, 25],
      ['prose', 26, 26],
    ]);
  });
});

describe('declarations', () => {
  const declared = (statements: string): unknown[] =>
    [...contextOf(statements).declarations.values()].map(
      ({ name, kind, axes, lower, upper, arity }) => [
        name,
        kind,
        axes.map(({ lo, hi }) => `${words(lo)}..${words(hi)}`).join(),
        lower ? words(lower) : '',
        upper ? words(upper) : '',
        arity ?? '',
      ],
    );

  test.each([
    [
      'size n, m >= 0',
      [
        ['n', 'size', '', '1', '', ''],
        ['m', 'size', '', '0', '', ''],
      ],
    ],
    [
      'size d\nreal x[0..d-1, d]',
      [
        ['d', 'size', '', '1', '', ''],
        ['x', 'real', '0..(sub d 1),1..d', '', '', ''],
      ],
    ],
    [
      'real a in [-1, 1], w[2] in [0.5, 2]',
      [
        ['a', 'real', '', '(neg 1)', '1', ''],
        ['w', 'real', '1..2', '1/2', '2', ''],
      ],
    ],
    [
      'positive s, t[3]',
      [
        ['s', 'positive', '', '', '', ''],
        ['t', 'positive', '1..3', '', '', ''],
      ],
    ],
    ['closed simplex q[2]', [['q', 'closed simplex', '1..2', '', '', '']]],
    ['onehot or zero y[2, 3]', [['y', 'onehot or zero', '1..2,1..3', '', '', '']]],
    ['multihot y[3]', [['y', 'binary', '1..3', '', '', '']]],
    ['label t[2] in 1..3', [['t', 'label', '1..2', '1', '3', '']]],
    [
      'integer k >= 0, m[3] in 1..3',
      [
        ['k', 'integer', '', '0', '', ''],
        ['m', 'integer', '1..3', '1', '3', ''],
      ],
    ],
    ['spd H[2, 2]', [['H', 'spd', '1..2,1..2', '', '', '']]],
    [
      'function f(real), g(real, real)',
      [
        ['f', 'function', '', '', '', 1],
        ['g', 'function', '', '', '', 2],
      ],
    ],
    ['smooth g(real)', [['g', 'smooth function', '', '', '', 1]]],
    ['increasing function h(real)', [['h', 'increasing function', '', '', '', 1]]],
  ])('%s', (statements, expected) => {
    expect(declared(statements)).toEqual(expected);
  });
});

describe('definitions', () => {
  const definition = (statements: string, name: string): unknown[] => {
    const found = contextOf(statements).definitions.get(name);
    return [
      found?.style,
      found?.parameters.map((p) => `${p.kind} ${p.name}`).join(', '),
      found && words(found.body),
    ];
  };

  test.each([
    ['real a\nlet J = 2*a', 'J', ['value', '', '(mul 2 a)']],
    [
      'size n\nindex i in 1..n\nreal v[n]\nlet w[i] = v[i]^2',
      'w',
      ['indexed', 'index i', '(pow (at v #0) 2)'],
    ],
    [
      'real v[3]\nlet w[i in 1..3, j in 1..2] = v[i]*j',
      'w',
      ['indexed', 'index i, index j', '(mul (at v #1) #0)'],
    ],
    [
      'size K\nlet H(p, q) = sum(k in 1..K, p[k]*q[k])',
      'H',
      ['function', 'array p, array q', '(sum 1 K (mul (at #2 #0) (at #1 #0)))'],
    ],
    ['let g(u) = u^2', 'g', ['function', 'real u', '(pow #0 2)']],
    ['let g(A, x) = matmul(A, x)', 'g', ['function', 'array A, array x', '(matmul #1 #0)']],
    ['let g(p) = p + softmax(p)', 'g', ['function', 'array p', '(add #0 (softmax #0))']],
    [
      'index k in 1..3\nreal v[3]\nlet g(k, u) = v[k]^u',
      'g',
      ['function', 'index k, real u', '(pow (at v #1) #0)'],
    ],
    ['index i in 1..3\nlet g = i + 1', 'g', ['value', '', '(add i 1)']],
  ])('%s', (statements, name, expected) => {
    expect(definition(statements, name)).toEqual(expected);
  });

  test('a parameter that is an array in one place and a number in another is refused', () => {
    expect(mistakesIn('let g(p) = exp(p) + p[1]')).toEqual([
      '2:16: the argument of exp must be a number, not an array with 1 axis; expected a number',
    ]);
  });

  test('the range of a parameter may not depend on another one', () => {
    expect(mistakesIn('index i in 1..3\nlet g[i, j in 1..i] = j')).toEqual([
      '3:10: the range of j depends on the index i (use if(…) or [P] in the body for a range that is not the same for all)',
    ]);
  });
});

describe('assumptions', () => {
  const assumed = (statements: string): Record<string, string> =>
    Object.fromEntries(
      [...contextOf(statements).hypotheses.values()]
        .filter(({ name }) => !name.includes('.'))
        .map(({ name, proposition }) => [name, printText(proposition)]),
    );

  test('one about data holds for all values of its index letters', () => {
    expect(
      assumed('size n, C\nreal y[n, C]\nindex i in 1..n, c in 1..C\nassume sum(c, y[i,c]) == 1'),
    ).toEqual({ 'assume-1': 'forall i in 1..n: sum(c in 1..C, y[i,c]) == 1' });
  });

  test('one about indices alone is about the indices of the claims', () => {
    expect(assumed('index i in 1..3, j in 1..3\nassume distinct: i != j')).toEqual({
      distinct: 'i != j',
    });
  });

  test('a label is a datum and is not quantified over', () => {
    expect(assumed('real y[3]\nlabel t in 1..3\nassume y[t] == 1')).toEqual({
      'assume-1': 'y[t] == 1',
    });
  });

  test('the convention is recorded', () => {
    expect([...contextOf('convention 0*log(0) = 0').conventions]).toEqual(['0*log(0)']);
  });
});

test('Windows line ends are no part of the text', () => {
  const document = parseDocument(new Arena(), '```gradus\r\nreal a\r\nclaim x: a == a\r\n```\r\n');
  expect(document.diagnostics).toEqual([]);
  expect(document.claims[0]?.lines[1]?.source).toBe('a');
});

test('shapes are checked where a claim is made', () => {
  expect(mistakesIn('real a[2], b[3]\nclaim x: a == b\ncalc y:\n  a\n  == a + b')).toEqual([
    '3:15: an axis 1..2 does not fit an axis 1..3; expected axes of the same length',
    '6:6: an axis 1..2 does not fit an axis 1..3; expected axes of the same length',
  ]);
});

test('a claim about sets of minimisers is read', () => {
  const { claims, diagnostics } = documentOf('real q\nclaim m: argmin(q, q^2) == argmin(q, q^4)');
  expect(diagnostics).toEqual([]);
  expect(claims[0]?.lines.map(({ term }) => words(term))).toEqual([
    '(argmin (pow q 2) q)',
    '(argmin (pow q 4) q)',
  ]);
});
