/** Numbers that are 0 or 1, and the convention 0·log 0 = 0 that they meet. */
import type { Chapter, RuleEntry } from './entry.js';

const rule = (
  id: string,
  title: string,
  variables: string,
  states: string,
  ...requires: readonly string[]
): RuleEntry => ({ id, title, variables, states, requires, level: 'major', source: 'seed 003' });

export const zeroOrOne: Chapter = {
  name: 'zero-or-one',
  about: 'Labels as numbers: what is its own square is 0 or 1, and its logarithm hardly matters.',
  rules: [
    rule('delta-binary-one', 'A label is the delta at 1', 'u', 'delta(u, 1) == u', 'u*u == u'),
    rule('delta-one-binary', 'A label is the delta at 1 (turned round)', 'u', 'delta(1, u) == u', 'u*u == u'),
    rule('delta-binary-zero', 'One minus a label is the delta at 0', 'u', 'delta(u, 0) == 1 - u', 'u*u == u'),
    rule('delta-zero-binary', 'One minus a label is the delta at 0 (turned round)', 'u', 'delta(0, u) == 1 - u', 'u*u == u'),
    rule('idempotent-log', 'A number that is 0 or 1 times its logarithm is 0', 'u', 'u*log(u) == 0', 'u*u == u'),
    rule(
      'weighted-log-div',
      'The logarithm of a quotient, weighted by what vanishes with the numerator',
      'u v w',
      'w*log(u/v) == w*log(u) - w*log(v)',
      '0 <= u',
      '0 < v',
      'u == 0 => w == 0',
    ),
    rule(
      'weighted-log-mul',
      'The logarithm of a product, weighted by what vanishes with a factor',
      'u v w',
      'w*log(u*v) == w*log(u) + w*log(v)',
      '0 <= u',
      '0 < v',
      'u == 0 => w == 0',
    ),
    rule('numerator-zero', 'A quotient is 0 only if its numerator is', 'u v', 'u == 0', 'u/v == 0', 'v != 0'),
    rule(
      'defined-zero-log-zero',
      'By the convention, 0·log 0 has the value 0',
      'u v',
      'defined(u*log(v))',
      'zeroLogZero',
      'defined(u)',
      'defined(v)',
      '0 <= v',
      'v == 0 => u == 0',
    ),
  ],
};
