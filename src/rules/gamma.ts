/** Values of the gamma function and its logarithmic derivative. */
import type { Chapter } from './entry.js';

const SOURCE = 'NIST DLMF, 5.4 and 5.5';

export const gammas: Chapter = {
  name: 'gamma',
  about: 'Factorials at real arguments: where they start and how they go on.',
  rules: [
    { id: 'gamma-one', title: 'Gamma of one is one', variables: '', states: 'gamma(1) == 1' },
    {
      id: 'gamma-half',
      title: 'Gamma of one half is the root of pi',
      variables: '',
      states: 'gamma(1/2) == sqrt(pi)',
      source: SOURCE,
    },
    {
      id: 'lgamma-step',
      title: 'The logarithm of gamma at the next number',
      variables: 'u',
      states: 'lgamma(u + 1) == log(u) + lgamma(u)',
      requires: ['0 < u'],
      withoutIt: { '0 < u': 'u = -1' },
      source: SOURCE,
    },
    {
      id: 'positive-binom',
      title: 'A binomial coefficient is positive',
      variables: 'u v',
      states: '0 < binom(u, v)',
      requires: ['integer(u)', 'integer(v)', '0 <= v', 'v <= u'],
      withoutIt: {
        'integer(u)': 'u = 3/2, v = 0',
        'integer(v)': 'u = 2, v = 1/2',
        '0 <= v': 'u = 2, v = -1',
        'v <= u': 'u = 1, v = 2',
      },
      source: SOURCE,
    },
    {
      id: 'binomial-theorem',
      title: 'The binomial theorem',
      variables: 'n u v',
      states: 'sum(k in 0..n, binom(n, k)*u^k*v^(n - k)) == (u + v)^n',
      requires: ['integer(n)', '0 <= n'],
      level: 'major',
      withoutIt: {
        'integer(n)': 'n = 3/2, u = 1, v = 1',
        '0 <= n': 'n = -1, u = 1, v = 1',
      },
      source: SOURCE,
      mathlib: 'add_pow',
    },
    {
      id: 'digamma-step',
      title: 'The digamma function at the next number',
      variables: 'u',
      states: 'digamma(u + 1) == digamma(u) + 1/u',
      requires: ['0 < u'],
      withoutIt: { '0 < u': 'u = -1' },
      source: SOURCE,
    },
  ],
};
