import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.js';
import { checkRelationNow } from '../../src/numeric/check.js';
import { coreClaim, OPTIONS } from '../numeric/claim-text.js';

function diagnosisOf(declarations: string, claim: string): string | undefined {
  const { context, relation, left, right } = coreClaim(declarations, claim);
  const outcome = checkRelationNow(context, relation, left, right, OPTIONS);
  if (outcome.verdict !== 'refuted') throw new Error(`${claim} was not refuted`);
  return diagnose(context, relation, left, right, outcome.counterexample)?.sentence;
}

const SOFTMAX = [
  'size n, C',
  'real z[n, C]',
  'onehot y[n, C]',
  'index i in 1..n, c in 1..C, a in 1..C',
  'let q[i in 1..n, c in 1..C] = exp(z[i,c])/sum(k in 1..C, exp(z[i,k]))',
  'let J = -1/n*sum(i in 1..n, sum(c in 1..C, y[i,c]*log(q[i,c])))',
].join('\n');

const rows: readonly (readonly [string, string, string])[] = [
  [
    'size K\nsimplex q[K]\nlabel y in 1..K',
    '-log(q[y]) == sum(k in 1..K, [y==k]*log(q[k]))',
    'the two sides differ by the factor −1: is a minus sign missing?',
  ],
  [
    SOFTMAX,
    'diff(J, z[i,c]) == q[i,c] - y[i,c]',
    'the right side is too large by the factor n: is 1/n missing, or something counted n times?',
  ],
  [
    SOFTMAX,
    'diff(q[i,c], z[i,a]) == q[i,c]*(1 - q[i,a])',
    'it holds with δ(c, a) in place of 1: is a delta missing?',
  ],
  [
    'size n\nreal x[n]\nindex j in 1..n',
    'diff(sum(i in 1..n, x[i]^2), x[j]) == x[j]',
    'the two sides differ by the factor 2: is a 2 missing on the right?',
  ],
  [
    'positive x',
    'log(x) == log2(x)',
    'the two sides differ by the factor log 2: is one of the logarithms to base 2?',
  ],
  [
    'size n\nreal x[0..n]',
    'sum(i in 0..n, x[i]) == sum(i in 1..n, x[i])',
    'it holds when the range of i on the right starts one earlier: is the range off by one?',
  ],
  [
    'size K\nsimplex p[K], q[K]\nlet H(a, b) = -sum(k in 1..K, a[k]*log(b[k]))',
    'H(p, q) == H(q, p)',
    'it holds with p and q exchanged on the right: are they mixed up?',
  ],
  ['real a, b, c', 'a*(b - c) == a*b + a*c', 'it holds with − in place of + before a · c'],
  [
    'size K\nmultihot y[K]\nreal z[K]',
    'sum(k in 1..K, y[k]*sum(j in 1..K, z[j])) == sum(j in 1..K, z[j])',
    'it holds when y is one-hot: does y have exactly one 1?',
  ],
  [
    'closed simplex p[2]',
    'sum(k in 1..2, p[k]*log(p[k])) <= 0',
    'the left side is undefined there (log of 0): is the convention 0*log(0) = 0 missing?',
  ],
  ['real x', 'x/x == 1', 'the left side is undefined there (division by 0): it needs x ≠ 0'],
  ['nonneg x', 'exp(log(x)) == x', 'the left side is undefined there (log of 0): it needs x > 0'],
  [
    'real s',
    'diff(relu(s), s) == [s > 0]',
    'the left side is undefined there (not differentiable: the slopes of the two sides differ): it needs s ≠ 0',
  ],
  [
    'size K\nonehot y[K]\nclosed simplex w[K]',
    'log(prod(k in 1..K, w[k]^y[k])) == log(prod(k in 1..K, w[k]^y[k]))',
    'both sides are undefined there (log of 0): it needs Π_{k=1..K} w[k]^y[k] > 0; w > 0 in every entry would do',
  ],
  [
    'size K\nreal z[K], t[K]\nindex a in 1..K',
    'diff(-sum(k in 1..K, t[k]*(z[k] - logsumexp(z))), z[a]) == softmax(z)[a] - t[a]',
    'it holds when the entries of t sum to 1: is that assumption missing?',
  ],
  [
    'real p',
    '(1 - p)/(1 - p) == 1',
    'the left side is undefined there (division by 0): it needs p ≠ 1',
  ],
  [
    'real p, q',
    '(p - q)/(p - q) == 1',
    'the left side is undefined there (division by 0): it needs p − q ≠ 0',
  ],
  [
    'probability p',
    'log(p) - log(1 - p) == -log(1/p - 1)',
    'both sides are undefined there (log of 0): it needs p in (0, 1)',
  ],
  ['real x', 'sqrt(x^2) == x', 'it holds for x ≥ 0: is that assumption missing?'],
  ['size m >= 0', 'sum(i in 1..m, 1/m) == 1', 'it holds for m ≥ 1: the empty sum is 0'],
  [
    'size m >= 0\nreal e[m]',
    'prod(i in 1..m, 0*e[i]) == 0',
    'it holds for m ≥ 1: the empty product is 1',
  ],
  ['size m >= 0\nlet S = sum(i in 1..m, 1)', '0 < S', 'it holds for m ≥ 1: the empty sum is 0'],
  ['size m >= 0', '0 < m', 'it holds for m ≥ 1: is that assumption missing?'],
  [
    'size m >= 0\npositive e[m]',
    '0 < sum(i in 1..m, e[i])',
    'it holds for m ≥ 1: the empty sum is 0',
  ],
  [
    'size n',
    'sum(i in 1..n, 1) == n^2',
    'the right side is too large by the factor n: is 1/n missing, or something counted n times?',
  ],
  [
    'size n\nreal c',
    'sum(i in 1..n, c) == c',
    'the right side is too small by the factor n: is a factor n missing, or 1/n too much?',
  ],
  [
    'onehot h[2]',
    '-(h[1]*log(h[1]) + h[2]*log(h[2])) == 0',
    'the left side is undefined there (log of 0): is the convention 0*log(0) = 0 missing?',
  ],
  ['real x', 'x^2 + 1 <= 2*x', 'the inequality holds the other way round'],
  ['real x', 'x^2 + 1 > 2*x', 'the two sides can be equal: it holds with equality allowed'],
];

describe('the diagnosis', () => {
  it.each(rows)('of [%s] %s: %s', (declarations, claim, sentence) => {
    expect(diagnosisOf(declarations, claim)).toBe(sentence);
  });

  it.each([
    ['real x', 'exp(x) == 1 + x'],
    ['real x, y', 'x*y == x + y + 7'],
    ['size n\nreal x[n]', 'max(i in 1..n, x[i]) == x[1]'],
  ])('is silent when no repair passes: [%s] %s', (declarations, claim) => {
    expect(diagnosisOf(declarations, claim)).toBeUndefined();
  });

  it('is silent when its time is up', () => {
    const { context, relation, left, right } = coreClaim('real x', 'x == -x');
    const outcome = checkRelationNow(context, relation, left, right, OPTIONS);
    if (outcome.verdict !== 'refuted') throw new Error('not refuted');
    expect(diagnose(context, relation, left, right, outcome.counterexample, 0)).toBeUndefined();
  });
});
