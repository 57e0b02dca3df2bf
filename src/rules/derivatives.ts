/** Rules of differentiation, with the differentiability that each needs. */
import { type Chapter, type Requirement, type RuleEntry, required } from './entry.js';

const SOURCE = 'Rudin: Principles of Mathematical Analysis, 5';

const derivative = (
  id: string,
  title: string,
  variables: string,
  states: string,
  ...requires: Requirement[]
): RuleEntry => ({
  id,
  title,
  variables,
  states,
  ...required(requires),
  level: 'major',
  source: SOURCE,
});

const differentiable = (
  id: string,
  title: string,
  variables: string,
  states: string,
  ...requires: Requirement[]
): RuleEntry => ({
  id: `differentiable-${id}`,
  title,
  variables,
  states,
  ...required(requires),
  source: SOURCE,
});

const smooth = (name: string, derivativeOf: string, title: string): RuleEntry[] => [
  derivative(`diff-${name}`, title, 'u X', `diff(${name}(u), X) == ${derivativeOf}*diff(u, X)`, [
    'differentiable(u, X)',
    'u = abs(s), X = s, s = 0',
  ]),
  differentiable(
    name,
    `${name} of a differentiable expression is differentiable`,
    'u X',
    `differentiable(${name}(u), X)`,
    ['differentiable(u, X)', 'u = abs(s), X = s, s = 0'],
  ),
];

/** A branch of a case distinction that is taken at the point and near it. */
const branch = (
  id: string,
  sign: string,
  taken: 'u' | 'v',
  near: string,
  broken: string,
): RuleEntry[] => [
  derivative(
    `diff-if-${id}`,
    `The derivative of the branch that is taken near the point (${sign})`,
    'i j u v X',
    `diff(if(i ${sign} j, u, v), X) == diff(${taken}, X)`,
    [`near(X, ${near})`, broken],
  ),
  differentiable(
    `if-${id}`,
    `The branch that is taken near the point decides (${sign})`,
    'i j u v X',
    `differentiable(if(i ${sign} j, u, v), X)`,
    [`near(X, ${near})`, broken],
    ['near(X, defined(i))', 'i = sqrt(-1), j = 3, u = 1, v = 2, X = s, s = 2'],
    ['near(X, defined(j))', 'i = 3, j = sqrt(-1), u = 1, v = 2, X = s, s = 2'],
    [`differentiable(${taken}, X)`, POINTS[near] as string],
  ),
];

/** Points at which the condition holds near and both branches have a kink. */
const POINTS: Readonly<Record<string, string>> = {
  'i <= j': 'i = 1, j = 2, u = abs(s), v = abs(s), X = s, s = 0',
  'i < j': 'i = 1, j = 2, u = abs(s), v = abs(s), X = s, s = 0',
  'j < i': 'i = 2, j = 1, u = abs(s), v = abs(s), X = s, s = 0',
  'j <= i': 'i = 2, j = 1, u = abs(s), v = abs(s), X = s, s = 0',
  'i != j': 'i = 2, j = 1, u = abs(s), v = abs(s), X = s, s = 0',
};

export const derivatives: Chapter = {
  name: 'derivatives',
  about: 'Partial derivatives at a location, taken apart by the structure of the expression.',
  // biome-ignore format: a table, one rule a line
  rules: [
    derivative('diff-const', 'What does not depend on the variable has derivative 0', 'u X', 'diff(u, X) == 0', ['free(u, X)', 'u = s, X = s, s = 2']),
    derivative('diff-self', 'A variable has derivative 1 by itself', 'X', 'diff(X, X) == 1'),
    derivative('diff-entry', 'Entries of an array are independent variables', 'x i a', 'diff(x[i], x[a]) == delta(i, a)', ['free(i, x)', 'x = z, i = z[1], a = 1, z[1] = 1'], 'free(a, x)'),
    derivative('diff-entry-2', 'Entries of a matrix are independent variables', 'x i j a b', 'diff(x[i][j], x[a][b]) == delta(i, a)*delta(j, b)', ['free(i, x)', 'x = m, i = m[1, 1], j = 1, a = 1, b = 1, m[1, 1] = 1'], ['free(j, x)', 'x = m, i = 1, j = m[1, 1], a = 1, b = 1, m[1, 1] = 1'], 'free(a, x)', 'free(b, x)'),
    derivative('diff-entry-3', 'Entries of an array with three axes are independent variables', 'x i j k a b c', 'diff(x[i][j][k], x[a][b][c]) == delta(i, a)*delta(j, b)*delta(k, c)', ['free(i, x)', 'x = q, i = q[1, 1, 1], j = 1, k = 1, a = 1, b = 1, c = 1, q[1, 1, 1] = 1'], ['free(j, x)', 'x = q, i = 1, j = q[1, 1, 1], k = 1, a = 1, b = 1, c = 1, q[1, 1, 1] = 1'], ['free(k, x)', 'x = q, i = 1, j = 1, k = q[1, 1, 1], a = 1, b = 1, c = 1, q[1, 1, 1] = 1'], 'free(a, x)', 'free(b, x)', 'free(c, x)'),
    derivative('diff-add', 'The derivative of a sum is the sum of the derivatives', 'u v X', 'diff(u + v, X) == diff(u, X) + diff(v, X)', ['differentiable(u, X)', 'u = -1/s, v = s, X = s, s = 0'], ['differentiable(v, X)', 'u = 2, v = -1/s, X = s, s = 0']),
    derivative('diff-sub', 'The derivative of a difference is the difference of the derivatives', 'u v X', 'diff(u - v, X) == diff(u, X) - diff(v, X)', ['differentiable(u, X)', 'u = -1/s, v = s, X = s, s = 0'], ['differentiable(v, X)', 'u = 2, v = -1/s, X = s, s = 0']),
    derivative('diff-neg', 'The minus sign comes before the derivative', 'u X', 'diff(-u, X) == -diff(u, X)', ['differentiable(u, X)', 'u = abs(s), X = s, s = 0']),
    derivative('diff-mul', 'The product rule', 'u v X', 'diff(u*v, X) == diff(u, X)*v + u*diff(v, X)', ['differentiable(u, X)', 'u = -1/s, v = s, X = s, s = 0'], ['differentiable(v, X)', 'u = 2, v = -1/s, X = s, s = 0']),
    derivative('diff-mul-const', 'A constant factor comes before the derivative', 'u v X', 'diff(u*v, X) == u*diff(v, X)', ['free(u, X)', 'u = s, v = 2, X = s, s = 1'], ['differentiable(v, X)', 'u = 2, v = -1/s, X = s, s = 0']),
    derivative('diff-mul-const-right', 'A constant factor comes behind the derivative', 'u v X', 'diff(u*v, X) == diff(u, X)*v', ['differentiable(u, X)', 'u = abs(s), v = 2, X = s, s = 0'], ['free(v, X)', 'u = 2, v = s, X = s, s = 2']),
    derivative('diff-div', 'The quotient rule', 'u v X', 'diff(u/v, X) == (diff(u, X)*v - u*diff(v, X))/v^2', ['differentiable(u, X)', 'u = abs(s), v = 2, X = s, s = 0'], ['differentiable(v, X)', 'u = 2, v = -1/s, X = s, s = 0'], ['v != 0', 'u = s, v = 0, X = s, s = 2']),
    derivative('diff-div-const', 'A constant denominator stays', 'u v X', 'diff(u/v, X) == diff(u, X)/v', ['differentiable(u, X)', 'u = abs(s), v = 0, X = s, s = 0'], ['free(v, X)', 'u = 2, v = s, X = s, s = 2']),
    derivative('diff-reciprocal', 'The derivative of a reciprocal', 'u v X', 'diff(u/v, X) == -u*diff(v, X)/v^2', ['free(u, X)', 'u = s, v = 2, X = s, s = 1'], ['differentiable(v, X)', 'u = 2, v = -1/s, X = s, s = 0'], ['v != 0', 'u = 1, v = s, X = s, s = 0']),
    derivative('diff-pow', 'The power rule', 'u v X', 'diff(u^v, X) == v*u^(v - 1)*diff(u, X)', ['free(v, X)', 'u = 2, v = s, X = s, s = 2'], ['differentiable(u, X)', 'u = abs(s) + 1, v = 3, X = s, s = 0'], ['0 < u', 'u = s, v = -1, X = s, s = 0']),
    derivative('diff-pow-natural', 'The power rule for a natural exponent', 'u v X', 'diff(u^v, X) == v*u^(v - 1)*diff(u, X)', ['free(v, X)', 'u = 2, v = s, X = s, s = 2'], ['differentiable(u, X)', 'u = abs(s) + 1, v = 2, X = s, s = 0'], ['integer(v)', 'u = s, v = 3/2, X = s, s = 0'], ['1 <= v', 'u = s, v = -1, X = s, s = 0']),
    derivative('diff-pow-integer', 'The power rule for a whole exponent', 'u v X', 'diff(u^v, X) == v*u^(v - 1)*diff(u, X)', ['free(v, X)', 'u = 2, v = s, X = s, s = 2'], ['differentiable(u, X)', 'u = -1/s, v = -1, X = s, s = 0'], ['integer(v)', 'u = s, v = 1/2, X = s, s = -1'], ['u != 0', 'u = s, v = -1, X = s, s = 0']),
    derivative('diff-pow-base', 'The derivative of an exponential with a constant base', 'u v X', 'diff(u^v, X) == log(u)*u^v*diff(v, X)', ['free(u, X)', 'u = s, v = 2, X = s, s = 1'], ['differentiable(v, X)', 'u = 2, v = abs(s), X = s, s = 0'], ['0 < u', 'u = 0, v = s^2, X = s, s = 0']),
    derivative('diff-pow-general', 'The derivative of a power, base and exponent varying', 'u v X', 'diff(u^v, X) == u^v*(diff(v, X)*log(u) + v*diff(u, X)/u)', ['differentiable(u, X)', 'u = -1/s, v = s, X = s, s = 0'], ['differentiable(v, X)', 'u = 2, v = abs(s), X = s, s = 0'], ['0 < u', 'u = s, v = s, X = s, s = 0']),
    derivative('diff-log', 'The derivative of the logarithm', 'u X', 'diff(log(u), X) == diff(u, X)/u', ['differentiable(u, X)', 'u = -1/s, X = s, s = 0'], ['0 < u', 'u = s, X = s, s = 0']),
    derivative('diff-sqrt', 'The derivative of the root', 'u X', 'diff(sqrt(u), X) == diff(u, X)/(2*sqrt(u))', ['differentiable(u, X)', 'u = -1/s, X = s, s = 0'], ['0 < u', 'u = s, X = s, s = 0']),
    derivative('diff-abs', 'The derivative of the absolute value away from the kink', 'u X', 'diff(abs(u), X) == sign(u)*diff(u, X)', ['differentiable(u, X)', 'u = -1/s, X = s, s = 0'], ['u != 0', 'u = s, X = s, s = 0']),
    derivative('diff-relu', 'The derivative of the rectifier away from the kink', 'u X', 'diff(relu(u), X) == (1 - [u <= 0])*diff(u, X)', ['differentiable(u, X)', 'u = -1/s, X = s, s = 0'], ['u != 0', 'u = s, X = s, s = 0']),
    derivative('diff-maximum-left', 'The derivative of the larger of two numbers: the first', 'u v X', 'diff(max(u, v), X) == diff(u, X)', ['differentiable(u, X)', 'u = -1/s, v = s, X = s, s = 0'], ['differentiable(v, X)', 'u = 2, v = -1/s, X = s, s = 0'], ['v < u', 'u = 2, v = s, X = s, s = 2']),
    derivative('diff-maximum-right', 'The derivative of the larger of two numbers: the second', 'u v X', 'diff(max(u, v), X) == diff(v, X)', ['differentiable(u, X)', 'u = -1/s, v = s, X = s, s = 0'], ['differentiable(v, X)', 'u = 2, v = -1/s, X = s, s = 0'], ['u < v', 'u = 2, v = s, X = s, s = 2']),
    derivative('diff-sum', 'The derivative of a sum is the sum of the derivatives, over a range', 'a b F(k) X', 'diff(sum(k in a..b, F(k)), X) == sum(k in a..b, diff(F(k), X))', ['free(a, X)', 'a = s, b = 2, F(k) = 1, X = s, s = 1'], ['free(b, X)', 'a = 1, b = s, F(k) = k, X = s, s = 1'], ['forall k in a..b: differentiable(F(k), X)', 'a = 1, b = 2, F(k) = 1/s, X = s, s = 0']),
    derivative('diff-prod', 'The product rule, over a range', 'a b F(k) X', 'diff(prod(k in a..b, F(k)), X) == sum(k in a..b, diff(F(k), X)*prod(j in a..b, if(j == k, 1, F(j))))', ['free(a, X)', 'a = s, b = 1, F(k) = 0, X = s, s = 1'], ['free(b, X)', 'a = 1, b = s, F(k) = s, X = s, s = 1'], ['forall k in a..b: differentiable(F(k), X)', 'a = 1, b = 2, F(k) = abs(s) + 1, X = s, s = 0']),
    derivative('diff-prod-nonzero', 'The logarithmic derivative of a product', 'a b F(k) X', 'diff(prod(k in a..b, F(k)), X) == prod(k in a..b, F(k))*sum(k in a..b, diff(F(k), X)/F(k))', ['free(a, X)', 'a = s, b = 1, F(k) = s, X = s, s = 1'], ['free(b, X)', 'a = 1, b = s, F(k) = s, X = s, s = 1'], ['forall k in a..b: differentiable(F(k), X)', 'a = 1, b = 2, F(k) = abs(s) + 1, X = s, s = 0'], ['forall k in a..b: F(k) != 0', 'a = 1, b = 1, F(k) = s, X = s, s = 0']),
    derivative('diff-if-eq', 'A case distinction that the variable does not decide', 'i j u v X', 'diff(if(i == j, u, v), X) == if(i == j, diff(u, X), diff(v, X))', ['free(i, X)', 'i = s^2, j = 1, u = 2, v = s, X = s, s = 1'], ['free(j, X)', 'i = 2, j = s, u = s, v = 1, X = s, s = 2']),
    derivative('diff-if-le', 'A case distinction that the variable does not decide (≤)', 'i j u v X', 'diff(if(i <= j, u, v), X) == if(i <= j, diff(u, X), diff(v, X))', ['free(i, X)', 'i = s^2, j = 1, u = 2, v = s, X = s, s = 1'], ['free(j, X)', 'i = 2, j = s, u = s, v = 1, X = s, s = 2']),
    ...branch('le-yes', '<=', 'u', 'i <= j', 'i = s, j = 0, u = s, v = 2, X = s, s = 0'),
    ...branch('le-no', '<=', 'v', 'j < i', 'i = s, j = 0, u = s, v = 2, X = s, s = 0'),
    ...branch('lt-yes', '<', 'u', 'i < j', 'i = s, j = 0, u = s, v = 2, X = s, s = 0'),
    ...branch('lt-no', '<', 'v', 'j <= i', 'i = s, j = 0, u = s, v = 2, X = s, s = 0'),
    ...branch('eq-no', '==', 'v', 'i != j', 'i = s, j = 0, u = 2, v = s, X = s, s = 0'),
    ...branch('ne-yes', '!=', 'u', 'i != j', 'i = s, j = 0, u = s, v = 2, X = s, s = 0'),
    derivative('diff-bracket', 'A bracket is constant where its sides differ', 'u v X', 'diff([u <= v], X) == 0', ['differentiable(u, X)', 'u = sign(s), v = 1/2, X = s, s = 0'], ['differentiable(v, X)', 'u = -1/2, v = sign(s), X = s, s = 0'], ['u != v', 'u = s, v = 0, X = s, s = 0']),
    derivative('diff-sign', 'The sign is constant away from 0', 'u X', 'diff(sign(u), X) == 0', ['differentiable(u, X)', 'u = sign(s) + 1/2, X = s, s = 0'], ['u != 0', 'u = s, X = s, s = 0']),
    derivative('diff-minimum-left', 'The derivative of the smaller of two numbers: the first', 'u v X', 'diff(min(u, v), X) == diff(u, X)', ['differentiable(u, X)', 'u = -1/s, v = s + 20, X = s, s = 0'], ['differentiable(v, X)', 'u = 2, v = 30 - 1/s, X = s, s = 0'], ['u < v', 'u = 2, v = s, X = s, s = 2']),
    derivative('diff-minimum-right', 'The derivative of the smaller of two numbers: the second', 'u v X', 'diff(min(u, v), X) == diff(v, X)', ['differentiable(u, X)', 'u = 30 - 1/s, v = s, X = s, s = 0'], ['differentiable(v, X)', 'u = 20, v = -1/s, X = s, s = 0'], ['v < u', 'u = 2, v = s, X = s, s = 2']),
    derivative('diff-max', 'The derivative of a maximum that one term alone attains', 'a b j F(k) X', 'diff(max(k in a..b, F(k)), X) == diff(F(j), X)', ['free(a, X)', 'a = s, b = 2, j = 2, F(k) = k, X = s, s = 2'], ['free(b, X)', 'a = 1, b = s, j = 1, F(k) = -k, X = s, s = 1'], ['free(j, X)', 'a = 1, b = 2, j = s, F(k) = k, X = s, s = 2'], ['j in a..b', 'a = 1, b = 1, j = 2, F(k) = k*s, X = s, s = 1'], ['forall k in a..b: differentiable(F(k), X)', 'a = 1, b = 2, j = 1, F(k) = (k - 1)*(1/s), X = s, s = 0'], ['forall k in a..b: k != j => F(k) < F(j)', 'a = 1, b = 2, j = 1, F(k) = k*s, X = s, s = 0']),
    derivative('diff-lgamma', 'The derivative of the logarithm of gamma', 'u X', 'diff(lgamma(u), X) == digamma(u)*diff(u, X)', ['differentiable(u, X)', 'u = -1/s, X = s, s = 0'], ['0 < u', 'u = s, X = s, s = 0']),
    derivative('diff-gamma', 'The derivative of gamma', 'u X', 'diff(gamma(u), X) == gamma(u)*digamma(u)*diff(u, X)', ['differentiable(u, X)', 'u = abs(s) + 1, X = s, s = 0'], ['0 < u', 'u = s, X = s, s = 0']),
    ...smooth('exp', 'exp(u)', 'The exponential is its own derivative'),
    ...smooth('sigmoid', 'sigmoid(u)*(1 - sigmoid(u))', 'The derivative of the sigmoid'),
    ...smooth('softplus', 'sigmoid(u)', 'The derivative of the softplus is the sigmoid'),
    ...smooth('tanh', '(1 - tanh(u)^2)', 'The derivative of the hyperbolic tangent'),
    ...smooth('erf', '2/sqrt(pi)*exp(-u^2)', 'The derivative of the error function'),
    ...smooth('Phi', '1/sqrt(2*pi)*exp(-u^2/2)', 'The derivative of the normal distribution function'),
    differentiable('const', 'What does not depend on the variable is differentiable', 'u X', 'differentiable(u, X)', ['free(u, X)', 'u = abs(s), X = s, s = 0'], ['defined(u)', 'u = sqrt(-1), X = s, s = 2'], ['defined(X)', 'u = 3, X = z[1]']),
    differentiable('self', 'A variable is differentiable', 'X', 'differentiable(X, X)', ['near(X, defined(X))', 'X = z[1]']),
    differentiable('entry', 'An entry of an array is differentiable by each entry', 'x i a', 'differentiable(x[i], x[a])', ['near(x[a], defined(x[i]))', 'x = z, i = 2, a = 1, z[1] = 0'], ['near(x[a], defined(x[a]))', 'x = z, i = 1, a = 2, z[1] = 0'], 'free(i, x)', 'free(a, x)'),
    differentiable('entry-2', 'An entry of a matrix is differentiable by each entry', 'x i j a b', 'differentiable(x[i][j], x[a][b])', ['near(x[a][b], defined(x[i][j]))', 'x = m, i = 2, j = 1, a = 1, b = 1, m[1, 1] = 0'], ['near(x[a][b], defined(x[a][b]))', 'x = m, i = 1, j = 1, a = 2, b = 1, m[1, 1] = 0'], 'free(i, x)', 'free(j, x)', 'free(a, x)', 'free(b, x)'),
    differentiable('entry-3', 'An entry of an array with three axes is differentiable by each entry', 'x i j k a b c', 'differentiable(x[i][j][k], x[a][b][c])', ['near(x[a][b][c], defined(x[i][j][k]))', 'x = q, i = 2, j = 1, k = 1, a = 1, b = 1, c = 1, q[1, 1, 1] = 0'], ['near(x[a][b][c], defined(x[a][b][c]))', 'x = q, i = 1, j = 1, k = 1, a = 2, b = 1, c = 1, q[1, 1, 1] = 0'], 'free(i, x)', 'free(j, x)', 'free(k, x)', 'free(a, x)', 'free(b, x)', 'free(c, x)'),
    differentiable('add', 'A sum of differentiable terms is differentiable', 'u v X', 'differentiable(u + v, X)', ['differentiable(u, X)', 'u = abs(s), v = 0, X = s, s = 0'], ['differentiable(v, X)', 'u = 2, v = -1/s, X = s, s = 0']),
    differentiable('sub', 'A difference of differentiable terms is differentiable', 'u v X', 'differentiable(u - v, X)', ['differentiable(u, X)', 'u = abs(s), v = 0, X = s, s = 0'], ['differentiable(v, X)', 'u = 2, v = -1/s, X = s, s = 0']),
    differentiable('neg', 'The negative of a differentiable term is differentiable', 'u X', 'differentiable(-u, X)', ['differentiable(u, X)', 'u = abs(s), X = s, s = 0']),
    differentiable('mul', 'A product of differentiable factors is differentiable', 'u v X', 'differentiable(u*v, X)', ['differentiable(u, X)', 'u = -1/s, v = s, X = s, s = 0'], ['differentiable(v, X)', 'u = 2, v = -1/s, X = s, s = 0']),
    differentiable('div', 'A quotient of differentiable terms is differentiable where the denominator is not 0', 'u v X', 'differentiable(u/v, X)', ['differentiable(u, X)', 'u = abs(s), v = 2, X = s, s = 0'], ['differentiable(v, X)', 'u = 2, v = -1/s, X = s, s = 0'], ['v != 0', 'u = s, v = 0, X = s, s = 2']),
    differentiable('pow', 'A power of a positive base is differentiable', 'u v X', 'differentiable(u^v, X)', ['differentiable(u, X)', 'u = -1/s, v = s, X = s, s = 0'], ['differentiable(v, X)', 'u = 2, v = abs(s), X = s, s = 0'], ['0 < u', 'u = s, v = s, X = s, s = 0']),
    differentiable('pow-natural', 'A natural power is differentiable', 'u v X', 'differentiable(u^v, X)', ['free(v, X)', 'u = s, v = s, X = s, s = 0'], ['differentiable(u, X)', 'u = abs(s), v = 1, X = s, s = 0'], ['defined(v)', 'u = 1, v = 1/0, X = s, s = 1'], ['integer(v)', 'u = s, v = 1/2, X = s, s = 0'], ['0 <= v', 'u = 0, v = -1, X = s, s = 1']),
    differentiable('pow-integer', 'A whole power of a nonzero base is differentiable', 'u v X', 'differentiable(u^v, X)', ['free(v, X)', 'u = -s, v = s, X = s, s = 1'], ['differentiable(u, X)', 'u = -1/s, v = 2, X = s, s = 0'], ['defined(v)', 'u = 1, v = 1/0, X = s, s = 1'], ['integer(v)', 'u = s, v = 1/2, X = s, s = -1'], ['u != 0', 'u = 0, v = -1, X = s, s = 1']),
    differentiable('log', 'The logarithm is differentiable for positive numbers', 'u X', 'differentiable(log(u), X)', ['differentiable(u, X)', 'u = -1/s, X = s, s = 0'], ['0 < u', 'u = 0, X = s, s = 1']),
    differentiable('sqrt', 'The root is differentiable for positive numbers', 'u X', 'differentiable(sqrt(u), X)', ['differentiable(u, X)', 'u = -1/s, X = s, s = 0'], ['0 < u', 'u = s, X = s, s = 0']),
    differentiable('square-sqrt', 'The square of a root is differentiable where the number is, also at 0', 'u X', 'differentiable(sqrt(u)^2, X)', ['differentiable(u, X)', 'u = abs(s), X = s, s = 0'], ['near(X, 0 <= u)', 'u = s, X = s, s = 0']),
    differentiable('abs', 'The absolute value is differentiable away from 0', 'u X', 'differentiable(abs(u), X)', ['differentiable(u, X)', 'u = -1/s, X = s, s = 0'], ['u != 0', 'u = s, X = s, s = 0']),
    differentiable('sign', 'The sign is differentiable away from 0', 'u X', 'differentiable(sign(u), X)', ['differentiable(u, X)', 'u = -1/s, X = s, s = 0'], ['u != 0', 'u = s, X = s, s = 0']),
    differentiable('relu', 'The rectifier is differentiable away from 0', 'u X', 'differentiable(relu(u), X)', ['differentiable(u, X)', 'u = -1/s, X = s, s = 0'], ['u != 0', 'u = s, X = s, s = 0']),
    differentiable('maximum', 'The larger of two unequal numbers is differentiable', 'u v X', 'differentiable(max(u, v), X)', ['differentiable(u, X)', 'u = -1/s, v = s, X = s, s = 0'], ['differentiable(v, X)', 'u = 2, v = -1/s, X = s, s = 0'], ['u != v', 'u = 2, v = s, X = s, s = 2']),
    differentiable('minimum', 'The smaller of two unequal numbers is differentiable', 'u v X', 'differentiable(min(u, v), X)', ['differentiable(u, X)', 'u = -1/s, v = s, X = s, s = 0'], ['differentiable(v, X)', 'u = 2, v = -1/s, X = s, s = 0'], ['u != v', 'u = 2, v = s, X = s, s = 2']),
    differentiable('bracket', 'A bracket is differentiable where its sides differ', 'u v X', 'differentiable([u <= v], X)', ['differentiable(u, X)', 'u = -1/s, v = s, X = s, s = 0'], ['differentiable(v, X)', 'u = 2, v = -1/s, X = s, s = 0'], ['u != v', 'u = s, v = 0, X = s, s = 0']),
    differentiable('lgamma', 'The logarithm of gamma is differentiable for positive numbers', 'u X', 'differentiable(lgamma(u), X)', ['differentiable(u, X)', 'u = -1/s, X = s, s = 0'], ['0 < u', 'u = 0, X = s, s = 1']),
    differentiable('digamma', 'The digamma function is differentiable for positive numbers', 'u X', 'differentiable(digamma(u), X)', ['differentiable(u, X)', 'u = -1/s, X = s, s = 0'], ['0 < u', 'u = 0, X = s, s = 1']),
    differentiable('gamma', 'The gamma function is differentiable for positive numbers', 'u X', 'differentiable(gamma(u), X)', ['differentiable(u, X)', 'u = abs(s) + 1, X = s, s = 0'], ['0 < u', 'u = 0, X = s, s = 1']),
    differentiable('sum', 'A finite sum of differentiable terms is differentiable', 'a b F(k) X', 'differentiable(sum(k in a..b, F(k)), X)', ['free(a, X)', 'a = s, b = 0, F(k) = 1, X = s, s = 1'], ['free(b, X)', 'a = 1, b = s, F(k) = k, X = s, s = 1'], ['defined(X)', 'a = 1, b = 0, F(k) = 1, X = z[1]'], ['defined(a)', 'a = 1/0, b = 1, F(k) = s, X = s, s = 1'], ['defined(b)', 'a = 0, b = 1/0, F(k) = k, X = s, s = 0'], ['integer(a)', 'a = 3/2, b = 1, F(k) = k, X = s, s = 2'], ['integer(b)', 'a = 0, b = 3/2, F(k) = s, X = s, s = 1'], ['forall k in a..b: differentiable(F(k), X)', 'a = 1, b = 2, F(k) = 1/s, X = s, s = 0']),
    differentiable('prod', 'A finite product of differentiable factors is differentiable', 'a b F(k) X', 'differentiable(prod(k in a..b, F(k)), X)', ['free(a, X)', 'a = s, b = 0, F(k) = 1, X = s, s = 1'], ['free(b, X)', 'a = 1, b = s, F(k) = k, X = s, s = 1'], ['defined(X)', 'a = 1, b = 0, F(k) = 1, X = z[1]'], ['defined(a)', 'a = 1/0, b = 1, F(k) = s, X = s, s = 1'], ['defined(b)', 'a = 0, b = 1/0, F(k) = k, X = s, s = 0'], ['integer(a)', 'a = 3/2, b = 1, F(k) = k, X = s, s = 2'], ['integer(b)', 'a = 0, b = 3/2, F(k) = s, X = s, s = 1'], ['forall k in a..b: differentiable(F(k), X)', 'a = 1, b = 2, F(k) = 1/s, X = s, s = 0']),
    differentiable('if-eq', 'A case distinction that the variable does not decide is differentiable', 'i j u v X', 'differentiable(if(i == j, u, v), X)', ['free(i, X)', 'i = s^2, j = 1, u = 2, v = s, X = s, s = 1'], ['free(j, X)', 'i = 2, j = s, u = s, v = 1, X = s, s = 2'], ['defined(i)', 'i = sqrt(-1), j = 3, u = 1, v = 2, X = s, s = 2'], ['defined(j)', 'i = 2, j = sqrt(-1), u = 0, v = 2, X = s, s = 1'], ['i == j => differentiable(u, X)', 'i = 0, j = 0, u = sqrt(-1), v = s^2, X = s, s = 0'], ['i != j => differentiable(v, X)', 'i = 0, j = 2, u = 3, v = abs(s), X = s, s = 0']),
    differentiable('if-le', 'A case distinction that the variable does not decide is differentiable (≤)', 'i j u v X', 'differentiable(if(i <= j, u, v), X)', ['free(i, X)', 'i = s^2, j = 1, u = 2, v = s, X = s, s = 1'], ['free(j, X)', 'i = 2, j = s, u = s, v = 1, X = s, s = 2'], ['defined(i)', 'i = sqrt(-1), j = 3, u = 1, v = 2, X = s, s = 2'], ['defined(j)', 'i = 2, j = sqrt(-1), u = 0, v = 2, X = s, s = 1'], ['i <= j => differentiable(u, X)', 'i = 1, j = 2, u = abs(s), v = abs(s), X = s, s = 0'], ['j < i => differentiable(v, X)', 'i = 3, j = 2, u = s^2, v = abs(s), X = s, s = 0']),
    differentiable('guarded-delta', 'Beside a delta only the case where it is 1 matters', 'i j u X', 'differentiable(delta(i, j)*u, X)', ['free(i, X)', 'i = s, j = 1, u = 3, X = s, s = 1'], ['free(j, X)', 'i = 1, j = s, u = 2, X = s, s = 1'], ['defined(X)', 'i = 2, j = 1, u = 1, X = z[1]'], ['defined(i)', 'i = 1/0, j = 0, u = s, X = s, s = 0'], ['defined(j)', 'i = 2, j = 1/0, u = 0, X = s, s = 2'], ['i == j => differentiable(u, X)', 'i = 1, j = 1, u = abs(s), X = s, s = 0']),
    differentiable('derivative', 'A derivative is differentiable where it equals a differentiable expression near the point', 'u v X Y', 'differentiable(diff(u, Y), X)', 'near(X, diff(u, Y) == v)', ['near(X, differentiable(u, Y))', 'u = 1, v = 0, X = s, Y = z[1], s = 1'], ['differentiable(v, X)', 'u = s, v = s, X = z[1], Y = s, s = 1']),
  ],
};
