/** Models in which both sides are infinite, under the convention 0·log 0 = 0. */
import { describe, expect, it } from 'vitest';
import { check, verdict } from './claim-text.js';

const CONVENTION = 'convention 0*log(0) = 0\nnonneg x, y\nreal a';

describe('with the convention, a model in which both sides are infinite', () => {
  it.each([
    'log(x) == log(x)',
    '-log(x) == -log(x)',
    'log(x) + a == a + log(x)',
    '2*log(x) == log(x) + log(x)',
    '-log(x)/3 == log(x)/(-3)',
    'log2(x) == log(x)/log(2)',
    'sum(i in 1..2, -log(x)) == -2*log(x)',
    'log(x*x) == 2*log(x)',
    'if(x < 1, log(x), a) == if(x < 1, log(x), a)',
  ])('neither confirms nor refutes: %s', (claim) => {
    const outcome = check(CONVENTION, claim);
    expect(outcome).toMatchObject({ verdict: 'agrees', undecided: 0 });
    expect(outcome).toHaveProperty('infinite');
  });

  it('is not counted as decided', () => {
    const models = (claim: string) => {
      const outcome = check(CONVENTION, claim);
      if (outcome.verdict !== 'agrees') throw new Error(outcome.verdict);
      return [outcome.models, outcome.infinite ?? 0] as const;
    };
    const [all] = models('x == x');
    const [decided, infinite] = models('log(x) == log(x)');
    expect(infinite).toBeGreaterThan(0);
    expect(decided + infinite).toBe(all);
  });

  it('decides nothing when there is hardly another', () => {
    expect(verdict('convention 0*log(0) = 0\nreal x in [0, 0]', 'log(x) == log(x)')).toBe(
      'inconclusive: both sides are infinite in most models',
    );
  });

  it('still refutes when another entry differs', () => {
    const claim = 'sum(i in 1..2, log(x)) == 2*log(x) + [x > 1]/10^9';
    expect(verdict(CONVENTION, claim)).toBe('refuted');
  });
});

describe('with the convention, a model refutes', () => {
  it.each([
    // One side infinite, the other finite.
    'log(x) == if(x == 0, 5, log(x))',
    'exp(log(x)) == x',
    // Infinite in opposite ways.
    'log(x) == if(x == 0, -log(x), log(x))',
    // Infinity less infinity.
    'log(x) - log(x) == 0',
    'log(x) - log(x) == log(x) - log(x)',
    // What is not continued to infinity.
    'exp(log(x)) == exp(log(x))',
    'log(x)^2 == log(x)^2',
    'abs(log(x)) == abs(log(x))',
    'relu(log(x)) == relu(log(x))',
    '1/log(x) == if(x == 1, 1/log(x), 1/log(x))',
    'log(-log(x)) == log(-log(x))',
    'max(log(x), a) == max(log(x), a)',
    // Undefined for another reason.
    'log(x) + 1/x == log(x) + 1/x',
    '1/x == 1/x',
    'log(x - 1) == log(x - 1)',
  ])('%s', (claim) => {
    expect(verdict(CONVENTION, claim)).toBe('refuted');
  });
});

describe('without the convention', () => {
  it.each(['log(x) == log(x)', '-log(x) == -log(x)', '2*log(x) == log(x) + log(x)'])(
    'a side that is infinite has no value: %s',
    (claim) => {
      expect(verdict('nonneg x', claim)).toBe('refuted');
    },
  );
});
