import { describe, expect, test } from 'vitest';
import { contextOf, mistakesIn, refusalOf, SOFTMAX } from './given.js';

const context = contextOf(SOFTMAX);

describe('an expression is refused with place, expectation and hint', () => {
  test.each([
    ['yhta[i,c]', '1:1: yhta is not declared; expected a declared name (did you mean yhat?)'],
    ['a + ex(b)', '1:5: ex is not declared; expected a declared name (did you mean x?)'],
    ['constructor', '1:1: constructor is not declared; expected a declared name'],
    ['__proto__', '1:1: __proto__ is not declared; expected a declared name'],
    ['toString(a)', '1:1: toString is not declared; expected a declared name'],
    ['hasOwnProperty', '1:1: hasOwnProperty is not declared; expected a declared name'],
    ['z[i]', '1:2: z takes 2 indices, not 1; expected 2 indices (a whole axis is written as :)'],
    ['z[i,c,c]', '1:2: z takes 2 indices, not 3; expected 2 indices'],
    [
      'yhat[i]',
      '1:5: yhat takes 2 indices, not 1; expected 2 indices (a whole axis is written as :)',
    ],
    ['a[i]', '1:2: a is not an array and takes no index'],
    ['2[i]', '1:2: a whole number takes no index (multiplication is written with *)'],
    [
      'sum(k, k)',
      '1:5: the index k has no range; expected k in a..b (write k in 1..n, or declare index k in 1..n)',
    ],
    [
      'k + sum(k in 1..n, k)',
      '1:1: k is not declared; expected a declared name (did you mean k0?)',
    ],
    [
      'v[a]',
      '1:3: an index must be a whole number, not a number; expected a whole number: sizes, indices, labels, integers, and + - * of them',
    ],
    [
      'sum(k in 1..x, k)',
      '1:13: the bound of a range must be a whole number, not a number; expected a whole number: sizes, indices, labels, integers, and + - * of them',
    ],
    [
      'v[n/2]',
      '1:3: an index must be a whole number, not a number; expected a whole number: sizes, indices, labels, integers, and + - * of them',
    ],
    [
      'exp(z)',
      '1:5: the argument of exp must be a number, not an array with 2 axes; expected a number',
    ],
    [
      'W*W',
      '1:2: two arrays cannot be multiplied by * (matmul(X, Y) is the matrix product, dot(u, v) the inner product)',
    ],
    [
      'W + v',
      '1:3: an array with 2 axes does not go with an array with 1 axis (ones(n) is the array of ones)',
    ],
    ['(a < b) + 1', '1:9: a condition is not a value ([P] is 1 if P holds, else 0)'],
    ['[a]', '1:2: a condition is needed here, not a number; expected a condition such as k != j'],
    ['exp(a, b)', '1:1: exp takes 1 argument, not 2; expected 1 argument'],
    ['f', '1:1: f is a function; expected f(…)'],
    ['H', '1:1: H is a function of 2; expected H(p, q)'],
    ['H(v)', '1:1: H takes 2 arguments, not 1; expected 2 arguments'],
    [
      'H(a, v)',
      '1:3: an array with 1 axis is needed here, not a number; expected an array with 1 axis',
    ],
    [
      'diff(J, n)',
      '1:9: a derivative is by a declared real symbol or an entry of one; expected a declared real symbol such as x or z[i,c], or a name with a definition',
    ],
    [
      'diff(J, log(a))',
      '1:9: a derivative is by a declared real symbol or an entry of one; expected a declared real symbol such as x or z[i,c], or a name with a definition',
    ],
    ['argmin(x, x) + 1', '1:14: a set of minimisers or maximisers can only be compared by =='],
    ['a +', '1:4: the text ends too early; expected an expression'],
    ['a b', '1:3: b is not expected here; expected an operator or the end'],
    ['(a', '1:1: this parenthesis is not closed; expected )'],
    ['a ? b', '1:3: the character "?" has no meaning here; expected an operator or the end'],
    ['+a', '1:1: + is not expected here; expected an expression'],
    ['a = b', '1:3: = is not expected here; expected an operator or the end'],
    [
      'max(a)',
      '1:1: max takes a range or at least 2 arguments (max(k in 1..n, x[k]) is over a range)',
    ],
    ['sum(k in 1, k)', '1:11: , is not expected here; expected .. between the ends of a range'],
    ['', '1:1: the text ends too early; expected an expression'],
  ])('%s', (text, expected) => {
    expect(refusalOf(context, text)).toBe(expected);
  });
});

describe('a statement is refused', () => {
  test.each([
    ['real a, a', '2:9: a is already declared, on line 2; expected a new name'],
    ['real a\nlet a = 1', '3:5: a is already declared, on line 2; expected a new name'],
    ['let J = J + 1', '2:9: the definition of J refers to itself'],
    ['let a = b\nlet b = a', '2:9: the definitions of a and b refer to each other'],
    ['claim q == 1\nreal q', '2:7: q is not declared (q stands on line 3, below its use)'],
    [
      'rael a',
      '2:1: rael begins no statement; expected a declaration, assume, convention, notation, let, claim, calc or refute (did you mean real?)',
    ],
    ['== 1', '2:1: a relation without a claim (a chain of relations follows calc name:)'],
    ['label t', '2:7: the label t has no range; expected label t in a..b'],
    ['real x in (0, 1)', '2:11: ( is not expected here; expected [a, b]'],
    [
      'size n > 1',
      '2:8: the bounds of a declaration are >= and <= (state a strict bound by assume)',
    ],
    [
      'real e\nreal x[e]',
      '3:8: a size must be a whole number, not a number; expected a whole number: sizes, indices, labels, integers, and + - * of them',
    ],
    ['onehot y', '2:8: onehot needs an axis; expected onehot y[K]'],
    ['size n, m\nspd A[n, m]', '3:5: spd needs two equal axes; expected spd A[d, d]'],
    ['convention 0/0 = 0', '2:12: there is one convention; expected convention 0*log(0) = 0'],
    [
      'let f[k] = k',
      '2:7: the index k has no range; expected k in a..b (declare index k in 1..n, or write k in 1..n here)',
    ],
    ['let f(u, u) = u', '2:10: the parameter u occurs twice'],
    [
      'real a\nclaim a',
      '3:8: the text ends too early; expected ==, <=, <, >= or > and the other side',
    ],
    ['real a\nclaim a = 1', '3:9: = is no relation of a claim; expected ==, <=, <, >= or >'],
    ['real a\nclaim x: a == a == a', '3:21: a claim has two sides (a chain is a calc)'],
    [
      'real a\ncalc x: a <= a + 2 == a + 2 >= a + 1',
      '3:29: the inequalities of a chain point in both directions (make two claims of it)',
    ],
    [
      'real a\nclaim x: a == a\nclaim x: a == a',
      '4:7: x is already the name of the claim on line 3',
    ],
    [
      'size n, m\nreal u[n], v[m]\nclaim u == v',
      '4:12: an axis 1..n does not fit an axis 1..m; expected axes of the same length',
    ],
    [
      'size n, m\nreal u[n], v[m]\nlet w = u + v',
      '4:5: an axis 1..n does not fit an axis 1..m; expected axes of the same length',
    ],
    [
      'probability q(label, theta)',
      '2:14: probability q(…) cannot be declared (for an array write q[n]; for an unknown function: function q(real))',
    ],
    ['real in', '2:6: in is not expected here; expected a name'],
  ])('%s', (statements, expected) => {
    expect(mistakesIn(statements)).toEqual([expected]);
  });

  test('reports several mistakes at once, in the order of the text, and no consequences of them', () => {
    expect(
      mistakesIn(
        'real a\nreal b[q]\nclaim b[1] == a\nclaim a + == 1\nlet c = exp(a, a)\nclaim c == c',
      ),
    ).toEqual([
      '3:8: q is not declared; expected a declared name',
      '5:11: == is not expected here; expected an expression',
      '6:9: exp takes 1 argument, not 2; expected 1 argument',
    ]);
  });

  test('an open bracket does not swallow the statements after it', () => {
    expect(mistakesIn('real a\nlet u = exp((a\nreal b\nclaim b == b')).toEqual([
      '3:13: this parenthesis is not closed; expected )',
    ]);
  });
});
