/** The inequalities of information theory and of means, each with when it holds. */
import type { Chapter, RuleEntry } from './entry.js';

const COVER = 'Cover, Thomas: Elements of Information Theory, 2.6';
const HARDY = 'Hardy, Littlewood, Polya: Inequalities, 2';

const inequality = (
  id: string,
  title: string,
  variables: string,
  states: string,
  source: string,
  withoutIt: Readonly<Record<string, string>>,
): RuleEntry => {
  const requires = Object.keys(withoutIt);
  return { id, title, variables, states, level: 'major', source, requires, withoutIt };
};

export const inequalities: Chapter = {
  name: 'inequalities',
  about: 'Tangents, Gibbs, Jensen, squares and maxima: where an inequality comes from.',
  rules: [
    inequality(
      'log-tangent',
      'The logarithm lies below its tangent at 1',
      'u',
      'log(u) <= u - 1',
      HARDY,
      {
        '0 < u': 'u = -1',
      },
    ),
    inequality(
      'log-tangent-below',
      'The logarithm lies above one minus the reciprocal',
      'u',
      '1 - 1/u <= log(u)',
      HARDY,
      {
        '0 < u': 'u = -1',
      },
    ),
    inequality(
      'exp-tangent',
      'The exponential lies above its tangent at 0',
      'u',
      '1 + u <= exp(u)',
      HARDY,
      {},
    ),
    inequality(
      'gibbs',
      "Gibbs' inequality: no distribution codes another better than that itself",
      'a b P(k) Q(k)',
      'sum(k in a..b, P(k)*log(Q(k))) <= sum(k in a..b, P(k)*log(P(k)))',
      COVER,
      {
        'forall k in a..b: 0 <= P(k)': 'a = 1, b = 2, P(k) = 4*k - 5, Q(k) = 1',
        'forall k in a..b: 0 < Q(k)': 'a = 1, b = 1, P(k) = 1, Q(k) = 0',
        'sum(k in a..b, Q(k)) <= sum(k in a..b, P(k))': 'a = 1, b = 1, P(k) = 1, Q(k) = 2',
      },
    ),
    inequality(
      'jensen-log',
      "Jensen's inequality for the concave logarithm",
      'a b P(k) X(k)',
      'sum(k in a..b, P(k)*log(X(k))) <= log(sum(k in a..b, P(k)*X(k)))',
      COVER,
      {
        'forall k in a..b: 0 <= P(k)': 'a = 1, b = 2, P(k) = 5 - 3*k, X(k) = 3 - k',
        'forall k in a..b: 0 < X(k)': 'a = 1, b = 2, P(k) = 1/2, X(k) = 5*k - 6',
        'sum(k in a..b, P(k)) == 1': 'a = 1, b = 1, P(k) = 2, X(k) = 4',
      },
    ),
    inequality(
      'jensen-exp',
      "Jensen's inequality for the convex exponential",
      'a b P(k) X(k)',
      'exp(sum(k in a..b, P(k)*X(k))) <= sum(k in a..b, P(k)*exp(X(k)))',
      COVER,
      {
        'forall k in a..b: 0 <= P(k)': 'a = 1, b = 2, P(k) = 3*k - 4, X(k) = -k',
        'sum(k in a..b, P(k)) == 1': 'a = 1, b = 1, P(k) = 2, X(k) = 3',
      },
    ),
    inequality(
      'sum-le',
      'A sum is monotone in its terms',
      'a b F(k) G(k)',
      'sum(k in a..b, F(k)) <= sum(k in a..b, G(k))',
      HARDY,
      { 'forall k in a..b: F(k) <= G(k)': 'a = 1, b = 1, F(k) = 1, G(k) = 0' },
    ),
    inequality(
      'max-in-sum',
      'The largest exponential is one of the summands',
      'a b F(k)',
      'exp(max(k in a..b, F(k))) <= sum(k in a..b, exp(F(k)))',
      HARDY,
      {
        'integer(a)': 'a = 1/2, b = 1/2, F(k) = 0',
        'a <= b': 'a = 2, b = 1, F(k) = 0',
      },
    ),
    inequality(
      'sum-below-max',
      'A sum of exponentials is at most their number times the largest',
      'a b F(k)',
      'sum(k in a..b, exp(F(k))) <= (b - a + 1)*exp(max(k in a..b, F(k)))',
      HARDY,
      { 'a <= b': 'a = 3, b = 1, F(k) = 0' },
    ),
    inequality(
      'div-le',
      'A quotient is at most what times the denominator covers the numerator',
      'u v w',
      'u/v <= w',
      HARDY,
      {
        '0 < v': 'u = 1, v = -1, w = -2',
        'u <= w*v': 'u = 2, v = 1, w = 1',
      },
    ),
    inequality(
      'le-div',
      'A quotient is at least what times the denominator the numerator covers',
      'u v w',
      'w <= u/v',
      HARDY,
      {
        '0 < v': 'u = 1, v = -1, w = 0',
        'w*v <= u': 'u = 1, v = 1, w = 2',
      },
    ),
    inequality(
      'term-le-sum',
      'A term of a sum of nonnegative terms is at most the sum',
      'a b j F(k)',
      'F(j) <= sum(k in a..b, F(k))',
      HARDY,
      {
        'j in a..b': 'a = 1, b = 1, j = 2, F(k) = k',
        'forall k in a..b: 0 <= F(k)': 'a = 1, b = 2, j = 1, F(k) = 3 - 2*k',
      },
    ),
    inequality(
      'scale-le',
      'Both sides may be multiplied by a positive number',
      'u v w',
      'u <= v',
      HARDY,
      { '0 < w': 'u = 2, v = 1, w = -1', 'w*u <= w*v': 'u = 2, v = 1, w = 1' },
    ),
    inequality(
      'nonpos-mul',
      'Nonnegative times nonpositive is nonpositive',
      'u v',
      'u*v <= 0',
      HARDY,
      {
        '0 <= u': 'u = -1, v = -1',
        'v <= 0': 'u = 1, v = 1',
      },
    ),
    inequality(
      'nonpos-sum',
      'A sum of nonpositive terms is nonpositive',
      'a b F(k)',
      'sum(k in a..b, F(k)) <= 0',
      HARDY,
      { 'forall k in a..b: F(k) <= 0': 'a = 1, b = 1, F(k) = 1' },
    ),
    inequality(
      'max-term-is-one',
      'After the shift by the maximum one summand is 1',
      'a b F(k)',
      '1 <= sum(k in a..b, exp(F(k) - max(j in a..b, F(j))))',
      'seed 002',
      {
        'integer(a)': 'a = 1/2, b = 1/2, F(k) = 0',
        'a <= b': 'a = 3, b = 1, F(k) = 0',
      },
    ),
    inequality('log-monotone', 'The logarithm is increasing', 'u v', 'log(u) <= log(v)', HARDY, {
      '0 < u': 'u = -1, v = 1/2',
      'u <= v': 'u = 2, v = 1',
    }),
    inequality('exp-monotone', 'The exponential is increasing', 'u v', 'exp(u) <= exp(v)', HARDY, {
      'u <= v': 'u = 2, v = 1',
    }),
    inequality('sqrt-monotone', 'The root is increasing', 'u v', 'sqrt(u) <= sqrt(v)', HARDY, {
      '0 <= u': 'u = -1, v = 1',
      'u <= v': 'u = 2, v = 1',
    }),
    inequality('le-abs', 'A number is at most its absolute value', 'u', 'u <= abs(u)', HARDY, {}),
    inequality(
      'neg-le-abs',
      'The negative of a number is at most its absolute value',
      'u',
      '-u <= abs(u)',
      HARDY,
      {},
    ),
    inequality(
      'triangle',
      'The triangle inequality',
      'u v',
      'abs(u + v) <= abs(u) + abs(v)',
      HARDY,
      {},
    ),
    inequality(
      'abs-le',
      'An absolute value is bounded by bounds on both sides',
      'u v',
      'abs(u) <= v',
      HARDY,
      {
        'u <= v': 'u = 1, v = 0',
        '-u <= v': 'u = -1, v = 0',
      },
    ),
    inequality(
      'maximum-le',
      'The larger of two numbers is at most a common bound',
      'u v w',
      'max(u, v) <= w',
      HARDY,
      {
        'u <= w': 'u = 1, v = 0, w = 0',
        'v <= w': 'u = 0, v = 1, w = 0',
      },
    ),
    inequality(
      'square-difference',
      'The square of a difference is nonnegative',
      'u v',
      '0 <= (u - v)^2',
      HARDY,
      {},
    ),
    inequality(
      'square-sum',
      'The square of a sum is nonnegative',
      'u v',
      '0 <= (u + v)^2',
      HARDY,
      {},
    ),
    inequality(
      'cauchy',
      'The Cauchy–Schwarz inequality',
      'a b F(k) G(k)',
      'sum(k in a..b, F(k)*G(k))^2 <= sum(k in a..b, F(k)^2)*sum(k in a..b, G(k)^2)',
      HARDY,
      {},
    ),
  ],
};
