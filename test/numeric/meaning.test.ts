/** What expressions mean: where they are defined, and what they are there. */
import { describe, expect, it } from 'vitest';
import { check, verdict } from './claim-text.js';

type Row = readonly [declarations: string, claim: string];

const holds: readonly Row[] = [
  ['', '0^0 == 1'],
  ['real x', 'x^0 == 1'],
  ['', '4^(1/2) == 2'],
  ['', 'sqrt(2)*sqrt(2) == 2'],
  ['size n >= 0\nreal x[n]', 'sum(i in 1..n, x[i]) == sum(i in 0..n, [i > 0]*x[i])'],
  ['size n >= 0\nreal x[n]', 'prod(i in n+1..n, x[i]) == 1'],
  ['real x', '[x > 0]*log(x) == if(x > 0, log(x), 0)'],
  ['real x', '[x > 0]*2*log(x) == 2*if(x > 0, log(x), 0)'],
  ['real x', 'log(x)*(3*[x > 0]) == 3*if(x > 0, log(x), 0)'],
  ['real x', '-[x > 0]*log(x) == -if(x > 0, log(x), 0)'],
  ['convention 0*log(0) = 0', '0*log(0) == 0'],
  ['integer n >= 0', 'factorial(n) == gamma(n+1)'],
  [
    'integer n >= 0\ninteger k >= 0\nassume k <= n',
    'binom(n,k) == factorial(n)/(factorial(k)*factorial(n-k))',
  ],
  ['positive x', 'log2(x) == log(x)/log(2)'],
  ['positive x', 'log10(x) == log(x)/log(10)'],
  ['', 'int(x in -inf..inf, exp(-x^2)) == sqrt(pi)'],
  ['', 'int(x in 0..inf, exp(-x)) == 1'],
  ['', 'int(x in 0..1, 1/sqrt(x)) == 2'],
  ['real A[2,2]', 'det(A) == A[1,1]*A[2,2] - A[1,2]*A[2,1]'],
  ['size n\nspd A[n,n]\nreal b[n]', 'matmul(A, matmul(inv(A), b)) == b'],
  ['real x', 'sqrt(x^2) == abs(x)'],
];

const fails: readonly Row[] = [
  ['', 'log(0) == log(0)'],
  ['', '1/0 == 1/0'],
  ['', '0^(-1) == 0'],
  ['', '(-8)^(1/3) == -2'],
  ['', 'sqrt(-1) == sqrt(-1)'],
  ['size n >= 0\nreal x[n]', 'max(i in 1..n, x[i]) == max(i in 1..n, x[i])'],
  ['size n\nreal x[n]', 'x[n+1] == x[n+1]'],
  ['size n\nlet a[i in 1..n] = i', 'a[n+1] == n+1'],
  // A bracket annihilates the factors of a product that is written out, not those of a `prod`.
  ['real x', 'prod(k in 1..2, if(k == 1, [x > 0], log(x))) == [x > 0]*log(x)'],
  ['', '0*log(0) == 0'],
  ['convention 0*log(0) = 0', '0/0 == 0'],
  ['convention 0*log(0) = 0', '0*(1/0) == 0'],
  ['', '1*log(0) == 1*log(0)'],
  ['convention 0*log(0) = 0', '1*log(0) == 0'],
  ['real A[2,2]', 'matmul(A, inv(A)) == eye(2)'],
  ['', 'factorial(1/2) == gamma(3/2)'],
];

describe('the meaning of expressions', () => {
  it.each(holds)('[%s] %s holds', (declarations, claim) => {
    expect(verdict(declarations, claim)).toBe('agrees');
  });

  it.each(fails)('[%s] %s fails', (declarations, claim) => {
    expect(verdict(declarations, claim)).toBe('refuted');
  });

  it('says why a side is undefined', () => {
    const outcome = check('real x', 'log(x) == log(x)');
    expect(outcome).toMatchObject({
      verdict: 'refuted',
      counterexample: { values: { x: 0 }, left: 'undefined', reason: 'log of 0' },
    });
  });

  it('claims nothing where the range of a free index is empty', () => {
    expect(verdict('size n >= 0\nreal x[n]\nindex i in 1..n', 'x[i] == x[i]')).toBe('agrees');
  });
});
