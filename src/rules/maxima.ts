/** Maxima and minima over ranges, and bounds that come with them. */
import { type Chapter, type Requirement, rulesWith } from './entry.js';

const rule = rulesWith();

const WHOLE = (F: string): Requirement => ['integer(a)', `a = 1/2, b = 1/2, ${F}`];
const SOME = (F: string): Requirement => ['a <= b', `a = 1, b = 0, ${F}`];

export const maxima: Chapter = {
  name: 'maxima',
  about: 'The largest of finitely many numbers, of which there has to be one.',
  // biome-ignore format: a table, one rule a line
  rules: [
    rule('max-const', 'The maximum of equal numbers', 'a b u', 'max(k in a..b, u) == u', WHOLE('u = 2'), SOME('u = 1')),
    rule('max-single', 'The maximum of one number', 'a F(k)', 'max(k in a..a, F(k)) == F(a)', ['integer(a)', 'a = 3/2, F(k) = 2']),
    rule('max-split-last', 'A maximum with its last term split off', 'a b F(k)', 'max(k in a..b, F(k)) == max(max(k in a..b-1, F(k)), F(b))', ['a + 1 <= b', 'a = 1, b = 1, F(k) = -2'], ['integer(b)', 'a = 1, b = 5/2, F(k) = k']),
    rule('max-scale', 'A nonnegative factor comes out of a maximum', 'a b u F(k)', 'max(k in a..b, u*F(k)) == u*max(k in a..b, F(k))', WHOLE('u = 2, F(k) = 2'), SOME('u = 2, F(k) = 1'), ['0 <= u', 'a = 1, b = 2, u = -1, F(k) = k']),
    rule('min-negative', 'A minimum is the negative of the maximum of the negatives', 'a b F(k)', 'min(k in a..b, F(k)) == -max(k in a..b, -F(k))', WHOLE('F(k) = 2'), SOME('F(k) = 1')),
    rule('max-exp', 'The largest exponential is that of the largest exponent', 'a b F(k)', 'max(k in a..b, exp(F(k))) == exp(max(k in a..b, F(k)))', WHOLE('F(k) = 2'), SOME('F(k) = 1')),
    rule('max-log', 'The largest logarithm is that of the largest number', 'a b F(k)', 'max(k in a..b, log(F(k))) == log(max(k in a..b, F(k)))', WHOLE('F(k) = 2'), SOME('F(k) = 1'), ['forall k in a..b: 0 < F(k)', 'a = 1, b = 2, F(k) = 2*k - 3']),
    rule('gram-form', 'A weighted Gram matrix has a nonnegative quadratic form', 'a b c d P(m) F(m, k) G(k)', '0 <= sum(k in a..b, G(k)*sum(l in a..b, G(l)*sum(m in c..d, P(m)*F(m, k)*F(m, l))))', ['forall m in c..d: 0 <= P(m)', 'a = 1, b = 1, c = 1, d = 1, P(m) = -1, F(m, k) = 1, G(k) = 1']),
    rule('nonpos-mul-left', 'Nonpositive times nonnegative is nonpositive', 'u v', 'u*v <= 0', ['u <= 0', 'u = 1, v = 2'], ['0 <= v', 'u = -1, v = -2']),
    rule('nonneg-product-of-bounds', 'Products of two differences that are at least 0', 'u v w x', '0 <= (v - u)*(x - w)', ['u <= v', 'u = 2, v = 1, w = 0, x = 1'], ['w <= x', 'u = 0, v = 1, w = 2, x = 1']),
    rule('nonneg-mul-negative', 'A product of nonpositive numbers is nonnegative', 'u v', '0 <= u*v', ['u <= 0', 'u = 1, v = -2'], ['v <= 0', 'u = -1, v = 2']),
    rule('nonzero-root', 'A number with a nonzero root is not 0', 'u', 'u != 0', ['sqrt(u) != 0', 'u = 0']),
    rule('nonzero-abs', 'A number with a nonzero absolute value is not 0', 'u', 'u != 0', ['abs(u) != 0', 'u = 0']),
    rule('positive-sum-term', 'A sum of nonnegative terms, one of them positive, is positive', 'a b j F(k)', '0 < sum(k in a..b, F(k))', ['j in a..b', 'a = 1, b = 1, j = 2, F(k) = k - 1'], ['0 < F(j)', 'a = 1, b = 1, j = 1, F(k) = 0'], ['forall k in a..b: 0 <= F(k)', 'a = 1, b = 2, j = 1, F(k) = 3 - 2*k']),
    rule('sign-other', 'What has the square 1 and is not 1 is -1', 'u', 'u == -1', ['u*u == 1', 'u = 0'], ['u != 1', 'u = 1']),
    rule('binary-other', 'What is its own square and not 0 is 1', 'u', 'u == 1', ['u*u == u', 'u = 2'], ['u != 0', 'u = 0']),
    rule('lt-minimum', 'What is below both is below the smaller', 'u v w', 'w < min(u, v)', ['w < u', 'u = 0, v = 2, w = 1'], ['w < v', 'u = 2, v = 0, w = 1']),
    rule('le-minimum', 'What is at most both is at most the smaller', 'u v w', 'w <= min(u, v)', ['w <= u', 'u = 0, v = 2, w = 1'], ['w <= v', 'u = 2, v = 0, w = 1']),
    rule('maximum-lt', 'What is above both is above the larger', 'u v w', 'max(u, v) < w', ['u < w', 'u = 2, v = 0, w = 1'], ['v < w', 'u = 0, v = 2, w = 1']),
    rule('minimum-lt-left', 'The smaller is below what is above the first', 'u v w', 'min(u, v) < w', ['u < w', 'u = 2, v = 2, w = 1']),
    rule('minimum-lt-right', 'The smaller is below what is above the second', 'u v w', 'min(u, v) < w', ['v < w', 'u = 2, v = 2, w = 1']),
    rule('lt-maximum-left', 'The larger is above what is below the first', 'u v w', 'w < max(u, v)', ['w < u', 'u = 0, v = 0, w = 1']),
    rule('lt-maximum-right', 'The larger is above what is below the second', 'u v w', 'w < max(u, v)', ['w < v', 'u = 0, v = 0, w = 1']),
    rule('abs-lt', 'A strict bound of an absolute value from both sides', 'u v', 'abs(u) < v', ['-v < u', 'u = -2, v = 1'], ['u < v', 'u = 2, v = 1']),
    rule('positive-delta', 'A delta of equal indices is positive', 'i j', '0 < delta(i, j)', ['i == j', 'i = 1, j = 2']),
    rule('positive-bracket-le', 'The bracket of a true statement is positive (≤)', 'u v', '0 < [u <= v]', ['u <= v', 'u = 2, v = 1']),
    rule('positive-bracket-lt', 'The bracket of a true statement is positive (<)', 'u v', '0 < [u < v]', ['u < v', 'u = 2, v = 1']),
    rule('nonneg-bracket-lt', 'A bracket is nonnegative (<)', 'u v', '0 <= [u < v]'),
    rule('nonneg-bracket-ne', 'A bracket is nonnegative (≠)', 'u v', '0 <= [u != v]'),
    rule('factor-nonzero', 'Each factor of a nonzero product is nonzero', 'a b j F(k)', 'F(j) != 0', ['prod(k in a..b, F(k)) != 0', 'a = 1, b = 1, j = 1, F(k) = 0'], ['j in a..b', 'a = 1, b = 1, j = 2, F(k) = k - 2']),
  ],
};
