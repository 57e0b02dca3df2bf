import { describe, expect, it } from 'vitest';
import { check, verdict } from './claim-text.js';

const SOFTMAX = [
  'size K',
  'real z[K]',
  'index a in 1..K, b in 1..K',
  'let L = log(sum(j in 1..K, exp(z[j])))',
  'let p[k in 1..K] = exp(z[k])/sum(j in 1..K, exp(z[j]))',
].join('\n');

const holds: readonly (readonly [string, string])[] = [
  ['positive x', 'diff(x^x, x) == x^x*(log(x)+1)'],
  ['positive x', 'diff(lgamma(x), x) == digamma(x)'],
  ['positive x', 'diff(gamma(x), x) == gamma(x)*digamma(x)'],
  ['positive x', 'diff(sqrt(x), x) == 1/(2*sqrt(x))'],
  ['positive x', 'diff(log2(x), x) == 1/(x*log(2))'],
  ['real x', 'diff(erf(x), x) == 2/sqrt(pi)*exp(-x^2)'],
  ['real x', 'diff(Phi(x), x) == exp(-x^2/2)/sqrt(2*pi)'],
  ['real x', 'diff(tanh(x), x) == 1 - tanh(x)^2'],
  ['real x', 'diff(softplus(x), x) == sigmoid(x)'],
  ['real x', 'diff(diff(softplus(x), x), x) == sigmoid(x)*(1-sigmoid(x))'],
  ['real x, y', 'diff(diff(x^2*exp(x*y), x), y) == diff(diff(x^2*exp(x*y), y), x)'],
  ['real x, y', 'diff(x*diff(x*y, y), x) == 2*x'],
  ['real x\nassume x != 0', 'diff(abs(x), x) == sign(x)'],
  ['real x', 'diff(relu(x) - relu(-x), x) == 1'],
  ['real x', 'diff(abs(x)^2, x) == 2*x'],
  ['real x', 'diff(diff(abs(x)^3, x), x) == 6*abs(x)'],
  ['real x', 'diff(if(x > 0, x^2, 0), x) == 2*relu(x)'],
  [SOFTMAX, 'diff(L, z[a]) == p[a]'],
  [SOFTMAX, 'diff(p[a], z[b]) == p[a]*(delta(a,b) - p[b])'],
  [SOFTMAX, 'diff(diff(L, z[a]), z[b]) == p[a]*(delta(a,b) - p[b])'],
  ['size n\nspd A[n,n]\nindex i in 1..n, j in 1..n', 'diff(log(det(A)), A[i,j]) == inv(A)[j,i]'],
  [
    'size K\nsimplex p[K]\nindex a in 1..K',
    'diff(-sum(k in 1..K, p[k]*log(p[k])), p[a]) == -log(p[a]) - 1',
  ],
];

const fails: readonly (readonly [string, string])[] = [
  ['real x', 'diff(abs(x), x) == sign(x)'],
  ['real x', 'diff(relu(x), x) == [x > 0]'],
  ['real x', 'diff([x > 0], x) == 0'],
  ['real x', 'diff(diff(relu(x)^2/2, x), x) == [x > 0]'],
  ['nonneg x', 'diff(sqrt(x), x) == 1/(2*sqrt(x))'],
  ['convention 0*log(0) = 0\nnonneg q', 'diff(0*log(q), q) == 0'],
  ['size n\nreal x[n]', 'diff(max(i in 1..n, x[i]), x[1]) == [x[1] == max(i in 1..n, x[i])]'],
  ['real x', 'diff(softplus(x), x) == sigmoid(x)*(1 + 1/10^9)'],
  [SOFTMAX, 'diff(p[a], z[b]) == p[a]*(1 - p[b])'],
];

describe('derivatives', () => {
  it.each(holds)('%# %s: %s', (declarations, claim) => {
    expect(verdict(declarations, claim)).toBe('agrees');
  });

  it.each(fails)('refuses %# %s: %s', (declarations, claim) => {
    expect(verdict(declarations, claim)).toBe('refuted');
  });

  it('are witnessed by finite differences', () => {
    const outcome = check(SOFTMAX, 'diff(L, z[a]) == p[a]');
    expect(outcome).toMatchObject({ verdict: 'agrees' });
    if (outcome.verdict !== 'agrees' || !outcome.finiteDifference)
      throw new Error('no differences');
    expect(outcome.finiteDifference.maxError).toBeLessThanOrEqual(outcome.finiteDifference.bound);
    expect(outcome.finiteDifference.bound).toBeLessThan(1e-20);
  });

  it('are witnessed at kinds of terms that have series of their own, and not at others', () => {
    for (const [declarations, claim] of holds.slice(0, 12))
      expect([claim, check(declarations, claim)]).toMatchObject([claim, { finiteDifference: {} }]);
    const integral = 'diff(int(t in 0..1, a*t^2), a) == 1/3';
    expect(check('real a', integral, { runs: 3 })).not.toHaveProperty('finiteDifference');
  });

  it('report no finite differences where a claim has no derivative', () => {
    expect(check('real x', 'x == x')).not.toHaveProperty('finiteDifference');
  });

  it('go through integrals', () => {
    const claim = 'diff(int(t in 0..1, a*t^2), a) == 1/3';
    expect(check('real a', claim, { runs: 3 }).verdict).toBe('agrees');
  });
});
