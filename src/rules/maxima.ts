/** Maxima and minima over ranges, and bounds that come with them. */
import { type Chapter, type Requirement, type RuleEntry, required } from './entry.js';

const rule = (
  id: string,
  title: string,
  variables: string,
  states: string,
  ...requires: Requirement[]
): RuleEntry => ({ id, title, variables, states, ...required(requires) });

const WHOLE = (F: string): Requirement => ['integer(a)', `a = 1/2, b = 1/2, ${F}`];
const SOME = (F: string): Requirement => ['a <= b', `a = 1, b = 0, ${F}`];

export const maxima: Chapter = {
  name: 'maxima',
  about: 'The largest of finitely many numbers, of which there has to be one.',
  // biome-ignore format: a table, one rule a line
  rules: [
    rule('max-const', 'The maximum of equal numbers', 'a b u', 'max(k in a..b, u) == u', WHOLE('u = 2'), SOME('u = 1')),
    rule('max-single', 'The maximum of one number', 'a F(k)', 'max(k in a..a, F(k)) == F(a)', ['integer(a)', 'a = 3/2, F(k) = 2']),
    rule('max-split-last', 'A maximum with its last term split off', 'a b F(k)', 'max(k in a..b, F(k)) == max(max(k in a..b-1, F(k)), F(b))', ['a + 1 <= b', 'a = 1, b = 1, F(k) = -2'], ['integer(a)', 'a = 1/2, b = 3/2, F(k) = k'], ['integer(b)', 'a = 1, b = 5/2, F(k) = k']),
    rule('max-scale', 'A nonnegative factor comes out of a maximum', 'a b u F(k)', 'max(k in a..b, u*F(k)) == u*max(k in a..b, F(k))', WHOLE('u = 2, F(k) = 2'), SOME('u = 2, F(k) = 1'), ['0 <= u', 'a = 1, b = 2, u = -1, F(k) = k']),
    rule('min-negative', 'A minimum is the negative of the maximum of the negatives', 'a b F(k)', 'min(k in a..b, F(k)) == -max(k in a..b, -F(k))', WHOLE('F(k) = 2'), SOME('F(k) = 1')),
    rule('max-exp', 'The largest exponential is that of the largest exponent', 'a b F(k)', 'max(k in a..b, exp(F(k))) == exp(max(k in a..b, F(k)))', WHOLE('F(k) = 2'), SOME('F(k) = 1')),
    rule('max-log', 'The largest logarithm is that of the largest number', 'a b F(k)', 'max(k in a..b, log(F(k))) == log(max(k in a..b, F(k)))', WHOLE('F(k) = 2'), SOME('F(k) = 1'), ['forall k in a..b: 0 < F(k)', 'a = 1, b = 2, F(k) = 2*k - 3']),
    rule('mean-le-max', 'A weighted sum is at most the sum of the weights times the maximum', 'a b P(k) F(k)', 'sum(k in a..b, P(k)*F(k)) <= sum(k in a..b, P(k))*max(k in a..b, F(k))', ['forall k in a..b: 0 <= P(k)', 'a = 1, b = 2, P(k) = 3 - 2*k, F(k) = -k']),
    rule('mean-square', 'The square of a weighted mean is at most the weighted mean of the squares', 'a b P(k) F(k)', 'sum(k in a..b, P(k)*F(k))^2 <= sum(k in a..b, P(k))*sum(k in a..b, P(k)*F(k)^2)', ['forall k in a..b: 0 <= P(k)', 'a = 1, b = 2, P(k) = 3 - 2*k, F(k) = k']),
    rule('cauchy-schwarz', 'The inequality of Cauchy and Schwarz', 'a b F(k) G(k)', 'sum(k in a..b, F(k)*G(k))^2 <= sum(k in a..b, F(k)^2)*sum(k in a..b, G(k)^2)'),
    rule('gram-form', 'A weighted Gram matrix has a nonnegative quadratic form', 'a b c d P(m) F(m, k) G(k)', '0 <= sum(k in a..b, G(k)*sum(l in a..b, G(l)*sum(m in c..d, P(m)*F(m, k)*F(m, l))))', ['forall m in c..d: 0 <= P(m)', 'a = 1, b = 1, c = 1, d = 1, P(m) = -1, F(m, k) = 1, G(k) = 1']),
    rule('nonpos-mul', 'Nonnegative times nonpositive is nonpositive', 'u v', 'u*v <= 0', ['0 <= u', 'u = -1, v = -2'], ['v <= 0', 'u = 1, v = 2']),
    rule('nonpos-mul-left', 'Nonpositive times nonnegative is nonpositive', 'u v', 'u*v <= 0', ['u <= 0', 'u = 1, v = 2'], ['0 <= v', 'u = -1, v = -2']),
    rule('nonneg-mul-negative', 'A product of nonpositive numbers is nonnegative', 'u v', '0 <= u*v', ['u <= 0', 'u = 1, v = -2'], ['v <= 0', 'u = -1, v = 2']),
    rule('nonzero-root', 'A number with a nonzero root is not 0', 'u', 'u != 0', ['sqrt(u) != 0', 'u = 0']),
    rule('factor-nonzero', 'Each factor of a nonzero product is nonzero', 'a b j F(k)', 'F(j) != 0', ['prod(k in a..b, F(k)) != 0', 'a = 1, b = 1, j = 1, F(k) = 0'], ['j in a..b', 'a = 1, b = 1, j = 2, F(k) = k - 2']),
  ],
};
