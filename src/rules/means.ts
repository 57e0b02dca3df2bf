/** Inequalities about products, means and whole sums, and how an inequality is transformed. */
import { type Chapter, rulesWith } from './entry.js';

const rule = rulesWith({ level: 'major', source: 'Hardy, Littlewood, Polya: Inequalities, 2' });

export const means: Chapter = {
  name: 'means',
  about: 'Weighted tangents, means, convexity, and what is done to both sides of an inequality.',
  // biome-ignore format: a table, one rule a line
  rules: [
    rule('mul-le-left', 'Both sides may be multiplied by a nonnegative number', 'u v w', 'w*u <= w*v', ['0 <= w', 'w = -1, u = 0, v = 1'], ['u <= v', 'w = 1, u = 1, v = 0']),
    rule('mul-at-most', 'A nonnegative number times one of at most 1 is at most the number', 'u v', 'u*v <= u', ['0 <= u', 'u = -1, v = 0'], ['v <= 1', 'u = 1, v = 2']),
    rule('weighted-log-tangent', 'The weighted logarithm lies below the weighted tangent', 'u w', 'w*log(u) <= w*(u - 1)', ['0 <= w', 'w = -1, u = 2'], ['0 < u', 'w = 1, u = -1']),
    rule('number-log-number', 'A number between 0 and 1 times its logarithm is not positive', 'u', 'u*log(u) <= 0', ['0 <= u', 'u = -1'], ['u <= 1', 'u = 2']),
    rule('exp-tangent-at', 'The exponential lies above its tangent at any place', 'u v', 'exp(v)*(1 + u - v) <= exp(u)'),
    rule('le-of-squares', 'A number is at most a nonnegative one if their squares are so ordered', 'u v', 'u <= v', ['0 <= v', 'u = 1, v = -2'], ['u^2 <= v^2', 'u = 2, v = 1']),
    rule('le-of-exponentials', 'Numbers are ordered as their exponentials', 'u v', 'u <= v', ['exp(u) <= exp(v)', 'u = 2, v = 1']),
    rule('le-of-logarithms', 'Positive numbers are ordered as their logarithms', 'u v', 'u <= v', ['0 < v', 'u = 1, v = -1'], ['log(u) <= log(v)', 'u = 2, v = 1']),
    rule('triangle-sum', 'The triangle inequality for a sum', 'a b F(k)', 'abs(sum(k in a..b, F(k))) <= sum(k in a..b, abs(F(k)))'),
    rule('square-of-mean', 'The square of a weighted sum is at most the weights times the weighted squares', 'a b P(k) X(k)', 'sum(k in a..b, P(k)*X(k))^2 <= sum(k in a..b, P(k))*sum(k in a..b, P(k)*X(k)^2)', ['forall k in a..b: 0 <= P(k)', 'a = 1, b = 2, P(k) = 5 - 3*k, X(k) = 2 - k']),
    rule('log-sum-exp-convex', 'Log-sum-exp is convex', 'a b t X(k) Y(k)', 'log(sum(k in a..b, exp(t*X(k) + (1 - t)*Y(k)))) <= t*log(sum(k in a..b, exp(X(k)))) + (1 - t)*log(sum(k in a..b, exp(Y(k))))', ['0 <= t', 'a = 1, b = 2, t = -1, X(k) = k, Y(k) = 0'], ['t <= 1', 'a = 1, b = 2, t = 2, X(k) = k, Y(k) = 0']),
    rule('sum-at-most-max', 'A sum is at most the number of its terms times the largest', 'a b F(k)', 'sum(k in a..b, F(k)) <= (b - a + 1)*max(k in a..b, F(k))', ['a <= b + 1', 'a = 3, b = 1, F(k) = 0'], ['integer(a)', 'a = 1/2, b = 1, F(k) = -1'], ['integer(b)', 'a = 1, b = 3/2, F(k) = -1']),
    rule('sum-at-least-min', 'A sum is at least the number of its terms times the smallest', 'a b F(k)', '(b - a + 1)*min(k in a..b, F(k)) <= sum(k in a..b, F(k))', ['a <= b + 1', 'a = 3, b = 1, F(k) = 0'], ['integer(a)', 'a = 1/2, b = 1, F(k) = 1'], ['integer(b)', 'a = 1, b = 3/2, F(k) = 1']),
    rule('mean-at-most-max', 'A weighted sum is at most the weights times the largest', 'a b P(k) F(k)', 'sum(k in a..b, P(k)*F(k)) <= sum(k in a..b, P(k))*max(k in a..b, F(k))', ['forall k in a..b: 0 <= P(k)', 'a = 1, b = 2, P(k) = -1, F(k) = k']),
    rule('mean-at-least-min', 'A weighted sum is at least the weights times the smallest', 'a b P(k) F(k)', 'sum(k in a..b, P(k))*min(k in a..b, F(k)) <= sum(k in a..b, P(k)*F(k))', ['forall k in a..b: 0 <= P(k)', 'a = 1, b = 2, P(k) = -1, F(k) = k']),
    rule('product-at-most-one', 'A product of numbers between 0 and 1 is at most 1', 'u v', 'u*v <= 1', ['0 <= u', 'u = -2, v = -1'], ['u <= 1', 'u = 2, v = 1'], ['v <= 1', 'u = 1, v = 2']),
    rule('term-less-sum', 'A term of a sum of several positive terms is less than the sum', 'a b j F(k)', 'F(j) < sum(k in a..b, F(k))', ['j in a..b', 'a = 1, b = 2, j = 3, F(k) = k'], ['a < b', 'a = 1, b = 1, j = 1, F(k) = 1'], ['integer(a)', 'a = 1/2, b = 1, j = 1, F(k) = 1'], ['integer(b)', 'a = 1, b = 3/2, j = 1, F(k) = 1'], ['forall k in a..b: 0 < F(k)', 'a = 1, b = 2, j = 1, F(k) = 2 - k']),
    rule('div-less', 'A quotient is less than what times the denominator exceeds the numerator', 'u v w', 'u/v < w', ['0 < v', 'u = 1, v = -1, w = -2'], ['u < w*v', 'u = 2, v = 1, w = 1']),
    rule('positive-mean', 'A mean of positive numbers is positive', 'a b P(k) X(k)', '0 < sum(k in a..b, P(k)*X(k))', ['forall k in a..b: 0 <= P(k)', 'a = 1, b = 2, P(k) = 5 - 3*k, X(k) = 4*k - 3'], ['sum(k in a..b, P(k)) == 1', 'a = 1, b = 1, P(k) = 0, X(k) = 1'], ['forall k in a..b: 0 < X(k)', 'a = 1, b = 1, P(k) = 1, X(k) = 0']),
    rule('min-at-most-max', 'The smallest is at most the largest', 'a b F(k)', 'min(k in a..b, F(k)) <= max(k in a..b, F(k))', ['integer(a)', 'a = 1/2, b = 1/2, F(k) = 0'], ['a <= b', 'a = 3, b = 1, F(k) = 0']),
  ],
};
