/** When an expression has a value. What is not listed here has none that can be relied on. */
import { type Chapter, type RuleEntry, rulesWith } from './entry.js';

const rule = rulesWith();

const total = (name: string): RuleEntry =>
  rule(`defined-${name}`, `${name} is defined everywhere`, 'u', `defined(${name}(u))`, [
    'defined(u)',
    'u = 1/0',
  ]);

const relation = (name: string, sign: string): RuleEntry =>
  rule(
    `defined-bracket-${name}`,
    `A bracket is defined where both sides are (${sign})`,
    'u v',
    `defined([u ${sign} v])`,
    ['defined(u)', 'u = 1/0, v = 2'],
    ['defined(v)', 'u = 0, v = 1/0'],
  );

/** `yes` and `no` are indices at which the relation holds and fails. */
const branch = (name: string, sign: string, contrary: string, yes: string, no: string): RuleEntry =>
  rule(
    `defined-if-${name}`,
    `A case distinction is defined where the taken branch is (${sign})`,
    'i j u v',
    `defined(if(i ${sign} j, u, v))`,
    ['defined(i)', 'i = 1/0, j = 2, u = 1, v = 3'],
    ['defined(j)', 'i = 1, j = 1/0, u = 1, v = 3'],
    [`i ${sign} j => defined(u)`, `${yes}, u = 1/0, v = 3`],
    [`${contrary} => defined(v)`, `${no}, u = 1, v = 1/0`],
  );

const guarded = (name: string, sign: string, yes: string): RuleEntry =>
  rule(
    `defined-guarded-${name}`,
    `Beside a bracket only the case where it is 1 matters (${sign})`,
    'i j u',
    `defined([i ${sign} j]*u)`,
    ['defined(i)', 'i = 1/0, j = 2, u = 2'],
    ['defined(j)', 'i = 1, j = 1/0, u = 2'],
    [`i ${sign} j => defined(u)`, `${yes}, u = 1/0`],
  );

export const definedness: Chapter = {
  name: 'definedness',
  about: 'A claim holds only where both sides have a value; these rules show that they have.',
  // biome-ignore format: a table, one rule a line
  rules: [
    rule('defined-add', 'A sum is defined where its terms are', 'u v', 'defined(u + v)', ['defined(u)', 'u = 1/0, v = 2'], ['defined(v)', 'u = 0, v = 1/0']),
    rule('defined-sub', 'A difference is defined where its terms are', 'u v', 'defined(u - v)', ['defined(u)', 'u = 1/0, v = 2'], ['defined(v)', 'u = 0, v = 1/0']),
    rule('defined-mul', 'A product is defined where its factors are', 'u v', 'defined(u*v)', ['defined(u)', 'u = 1/0, v = 2'], ['defined(v)', 'u = 0, v = 1/0']),
    rule('defined-neg', 'The negative is defined where the number is', 'u', 'defined(-u)', ['defined(u)', 'u = 1/0']),
    rule('defined-div', 'A quotient is defined where the denominator is not 0', 'u v', 'defined(u/v)', ['defined(u)', 'u = 1/0, v = 2'], ['defined(v)', 'u = 0, v = 1/0'], ['v != 0', 'u = 0, v = 0']),
    rule('defined-pow', 'A power of a positive base is defined', 'u v', 'defined(u^v)', ['defined(u)', 'u = 1/0, v = 2'], ['defined(v)', 'u = 3, v = 1/0'], ['0 < u', 'u = 0, v = -1']),
    rule('defined-pow-nonneg', 'A nonnegative power of a nonnegative base is defined', 'u v', 'defined(u^v)', ['defined(u)', 'u = 1/0, v = 2'], ['defined(v)', 'u = 0, v = 1/0'], ['0 <= u', 'u = -2, v = 1/2'], ['0 <= v', 'u = 0, v = -1']),
    rule('defined-pow-natural', 'A power with a natural exponent is defined', 'u v', 'defined(u^v)', ['defined(u)', 'u = 1/0, v = 3'], ['defined(v)', 'u = 1, v = 1/0'], ['integer(v)', 'u = -1, v = 1/2'], ['0 <= v', 'u = 0, v = -1']),
    rule('defined-pow-integer', 'A whole power of a nonzero base is defined', 'u v', 'defined(u^v)', ['defined(u)', 'u = 1/0, v = 3'], ['defined(v)', 'u = 1, v = 1/0'], ['integer(v)', 'u = -1, v = 1/2'], ['u != 0', 'u = 0, v = -1']),
    rule('defined-log', 'The logarithm is defined for positive numbers', 'u', 'defined(log(u))', ['defined(u)', 'u = 1/0'], ['0 < u', 'u = 0']),
    rule('defined-sqrt', 'The root is defined for nonnegative numbers', 'u', 'defined(sqrt(u))', ['defined(u)', 'u = 1/0'], ['0 <= u', 'u = -2']),
    rule('defined-factorial', 'The factorial is defined for natural numbers', 'u', 'defined(factorial(u))', ['defined(u)', 'u = 1/0'], ['integer(u)', 'u = 1/2'], ['0 <= u', 'u = -1']),
    rule('defined-gamma', 'The gamma function is defined for positive numbers', 'u', 'defined(gamma(u))', ['defined(u)', 'u = 1/0'], ['0 < u', 'u = 0']),
    rule('defined-lgamma', 'The logarithm of gamma is defined for positive numbers', 'u', 'defined(lgamma(u))', ['defined(u)', 'u = 1/0'], ['0 < u', 'u = 0']),
    rule('defined-digamma', 'The digamma function is defined for positive numbers', 'u', 'defined(digamma(u))', ['defined(u)', 'u = 1/0'], ['0 < u', 'u = 0']),
    rule('defined-binom', 'A binomial coefficient is defined for natural numbers', 'u v', 'defined(binom(u, v))', ['defined(u)', 'u = 1/0, v = 0'], ['defined(v)', 'u = 1, v = 1/0'], ['integer(u)', 'u = 3/2, v = 0'], ['integer(v)', 'u = 2, v = 1/2'], ['0 <= v', 'u = 2, v = -1'], ['v <= u', 'u = 1, v = 2']),
    total('exp'),
    total('abs'),
    total('sign'),
    total('tanh'),
    total('relu'),
    total('softplus'),
    total('sigmoid'),
    total('erf'),
    total('Phi'),
    rule('defined-maximum', 'The larger of two numbers is defined', 'u v', 'defined(max(u, v))', ['defined(u)', 'u = 1/0, v = 2'], ['defined(v)', 'u = 0, v = 1/0']),
    rule('defined-minimum', 'The smaller of two numbers is defined', 'u v', 'defined(min(u, v))', ['defined(u)', 'u = 1/0, v = 2'], ['defined(v)', 'u = 0, v = 1/0']),
    rule('defined-delta', 'A delta is defined where its indices are', 'i j', 'defined(delta(i, j))', ['defined(i)', 'i = 1/0, j = 0'], ['defined(j)', 'i = 1, j = 1/0']),
    rule('defined-sum', 'A sum is defined where all its terms are', 'a b F(k)', 'defined(sum(k in a..b, F(k)))', ['defined(a)', 'a = 1/0, b = 2, F(k) = k'], ['defined(b)', 'a = 1, b = 1/0, F(k) = 2'], ['integer(a)', 'a = 3/2, b = 0, F(k) = k'], ['integer(b)', 'a = 2, b = 3/2, F(k) = 2'], ['forall k in a..b: defined(F(k))', 'a = 3, b = 3, F(k) = 1/0']),
    rule('defined-prod', 'A product is defined where all its factors are', 'a b F(k)', 'defined(prod(k in a..b, F(k)))', ['defined(a)', 'a = 1/0, b = 2, F(k) = k'], ['defined(b)', 'a = 1, b = 1/0, F(k) = 2'], ['integer(a)', 'a = 3/2, b = 0, F(k) = k'], ['integer(b)', 'a = 2, b = 3/2, F(k) = 2'], ['forall k in a..b: defined(F(k))', 'a = 3, b = 3, F(k) = 1/0']),
    rule('defined-max', 'A maximum is defined over a nonempty range', 'a b F(k)', 'defined(max(k in a..b, F(k)))', ['defined(a)', 'a = 1/0, b = 2, F(k) = k'], ['defined(b)', 'a = 1, b = 1/0, F(k) = 2'], ['integer(a)', 'a = 1/2, b = 3, F(k) = 2'], ['integer(b)', 'a = 0, b = 1/2, F(k) = 2'], ['a <= b', 'a = 3, b = 1, F(k) = 2'], ['forall k in a..b: defined(F(k))', 'a = 3, b = 3, F(k) = 1/0']),
    rule('defined-min', 'A minimum is defined over a nonempty range', 'a b F(k)', 'defined(min(k in a..b, F(k)))', ['defined(a)', 'a = 1/0, b = 2, F(k) = k'], ['defined(b)', 'a = 1, b = 1/0, F(k) = 2'], ['integer(a)', 'a = 1/2, b = 3, F(k) = 2'], ['integer(b)', 'a = 0, b = 1/2, F(k) = 2'], ['a <= b', 'a = 3, b = 1, F(k) = 2'], ['forall k in a..b: defined(F(k))', 'a = 3, b = 3, F(k) = 1/0']),
    rule('defined-diff', 'A derivative is defined where the expression is differentiable', 'u X', 'defined(diff(u, X))', ['differentiable(u, X)', 'u = abs(s), X = s, s = 0'], 'defined(X)'),
    relation('eq', '=='),
    relation('ne', '!='),
    relation('lt', '<'),
    relation('le', '<='),
    branch('eq', '==', 'i != j', 'i = 1, j = 1', 'i = 1, j = 2'),
    branch('ne', '!=', 'i == j', 'i = 1, j = 2', 'i = 1, j = 1'),
    branch('lt', '<', 'j <= i', 'i = 1, j = 2', 'i = 1, j = 1'),
    branch('le', '<=', 'j < i', 'i = 1, j = 1', 'i = 2, j = 1'),
    guarded('eq', '==', 'i = 1, j = 1'),
    guarded('ne', '!=', 'i = 1, j = 2'),
    guarded('lt', '<', 'i = 1, j = 2'),
    guarded('le', '<=', 'i = 1, j = 1'),
    rule('defined-guarded-delta', 'Beside a delta only the case where it is 1 matters', 'i j u', 'defined(delta(i, j)*u)', ['defined(i)', 'i = 1/0, j = 2, u = 1'], ['defined(j)', 'i = 1, j = 1/0, u = 2'], ['i == j => defined(u)', 'i = 3, j = 3, u = 1/0']),
    rule('defined-mul-commute', 'The order of factors does not matter for having a value', 'u v', 'defined(u*v)', ['defined(v*u)', 'u = 0, v = 1/0']),
    rule('defined-mul-associate', 'The grouping of factors does not matter for having a value', 'u v w', 'defined((u*v)*w)', ['defined(u*(v*w))', 'u = 0, v = 1/0, w = 2']),
    rule('defined-mul-regroup', 'The grouping of factors does not matter for having a value (right)', 'u v w', 'defined(u*(v*w))', ['defined((u*v)*w)', 'u = 0, v = 1/0, w = 2']),
  ],
};
