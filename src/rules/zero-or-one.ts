/** Numbers that are 0 or 1, and the convention 0·log 0 = 0 that they meet. */
import { type Chapter, rulesWith } from './entry.js';

const rule = rulesWith({ level: 'major', source: 'seed 003' });

export const zeroOrOne: Chapter = {
  name: 'zero-or-one',
  about: 'Labels as numbers: what is its own square is 0 or 1, and its logarithm hardly matters.',
  // biome-ignore format: a table, one rule a line
  rules: [
    rule('delta-binary-one', 'A label is the delta at 1', 'u', 'delta(u, 1) == u', ['u*u == u', 'u = 2']),
    rule('delta-one-binary', 'A label is the delta at 1 (turned round)', 'u', 'delta(1, u) == u', ['u*u == u', 'u = 2']),
    rule('delta-binary-zero', 'One minus a label is the delta at 0', 'u', 'delta(u, 0) == 1 - u', ['u*u == u', 'u = 2']),
    rule('delta-zero-binary', 'One minus a label is the delta at 0 (turned round)', 'u', 'delta(0, u) == 1 - u', ['u*u == u', 'u = 2']),
    rule('idempotent-log', 'A number that is 0 or 1 times its logarithm is 0', 'u', 'u*log(u) == 0', ['u*u == u', 'u = 2']),
    rule(
      'weighted-log-div',
      'The logarithm of a quotient, weighted by what vanishes with the numerator',
      'u v w',
      'w*log(u/v) == w*log(u) - w*log(v)',
      ['0 <= u', 'u = -1, v = 2, w = 1'],
      ['0 < v', 'u = 2, v = -1, w = 1'],
      ['u == 0 => w == 0', 'u = 0, v = 2, w = 1'],
    ),
    rule(
      'weighted-log-mul',
      'The logarithm of a product, weighted by what vanishes with a factor',
      'u v w',
      'w*log(u*v) == w*log(u) + w*log(v)',
      ['0 <= u', 'u = -1, v = 2, w = 1'],
      ['0 < v', 'u = 2, v = -1, w = 1'],
      ['u == 0 => w == 0', 'u = 0, v = 2, w = 1'],
    ),
    rule('log-selected', 'The logarithm of the number that a one-hot vector picks', 'a b P(k) X(k)', 'log(sum(k in a..b, P(k)*X(k))) == sum(k in a..b, P(k)*log(X(k)))', ['forall k in a..b: P(k)*P(k) == P(k)', 'a = 1, b = 2, P(k) = 1/2, X(k) = k'], ['sum(k in a..b, P(k)) == 1', 'a = 1, b = 2, P(k) = 1, X(k) = 3*k'], 'forall k in a..b: 0 < X(k)'),
    rule('numerator-zero', 'A quotient is 0 only if its numerator is', 'u v', 'u == 0', ['u/v == 0', 'u = 1, v = 1'], ['v != 0', 'u = 1, v = 0']),
    rule(
      'defined-zero-log-zero',
      'By the convention, 0·log 0 has the value 0',
      'u v',
      'defined(u*log(v))',
      ['zeroLogZero', 'u = 0, v = 0'],
      ['defined(u)', 'u = 1/0, v = 1, convention = 1'],
      ['defined(v)', 'u = 0, v = 1/0, convention = 1'],
      ['0 <= v', 'u = 0, v = -1, convention = 1'],
      ['v == 0 => u == 0', 'u = 1, v = 0, convention = 1'],
    ),
  ],
};
