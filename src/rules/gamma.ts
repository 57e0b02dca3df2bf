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
