/** When an expression has a value. What is not listed here has none that can be relied on. */
import type { Chapter, RuleEntry } from './entry.js';

const rule = (
  id: string,
  title: string,
  variables: string,
  states: string,
  ...requires: string[]
): RuleEntry => ({ id, title, variables, states, requires });

const total = (name: string): RuleEntry =>
  rule(`defined-${name}`, `${name} is defined everywhere`, 'u', `defined(${name}(u))`, 'defined(u)');

const relation = (name: string, sign: string): RuleEntry =>
  rule(
    `defined-bracket-${name}`,
    `A bracket is defined where both sides are (${sign})`,
    'u v',
    `defined([u ${sign} v])`,
    'defined(u)',
    'defined(v)',
  );

const branch = (name: string, sign: string, contrary: string): RuleEntry =>
  rule(
    `defined-if-${name}`,
    `A case distinction is defined where the taken branch is (${sign})`,
    'i j u v',
    `defined(if(i ${sign} j, u, v))`,
    'defined(i)',
    'defined(j)',
    `i ${sign} j => defined(u)`,
    `${contrary} => defined(v)`,
  );

const guarded = (name: string, sign: string): RuleEntry =>
  rule(
    `defined-guarded-${name}`,
    `Beside a bracket only the case where it is 1 matters (${sign})`,
    'i j u',
    `defined([i ${sign} j]*u)`,
    'defined(i)',
    'defined(j)',
    `i ${sign} j => defined(u)`,
  );

export const definedness: Chapter = {
  name: 'definedness',
  about: 'A claim holds only where both sides have a value; these rules show that they have.',
  rules: [
    rule('defined-add', 'A sum is defined where its terms are', 'u v', 'defined(u + v)', 'defined(u)', 'defined(v)'),
    rule('defined-sub', 'A difference is defined where its terms are', 'u v', 'defined(u - v)', 'defined(u)', 'defined(v)'),
    rule('defined-mul', 'A product is defined where its factors are', 'u v', 'defined(u*v)', 'defined(u)', 'defined(v)'),
    rule('defined-neg', 'The negative is defined where the number is', 'u', 'defined(-u)', 'defined(u)'),
    rule('defined-div', 'A quotient is defined where the denominator is not 0', 'u v', 'defined(u/v)', 'defined(u)', 'defined(v)', 'v != 0'),
    rule('defined-pow', 'A power of a positive base is defined', 'u v', 'defined(u^v)', 'defined(u)', 'defined(v)', '0 < u'),
    rule('defined-pow-nonneg', 'A nonnegative power of a nonnegative base is defined', 'u v', 'defined(u^v)', 'defined(u)', 'defined(v)', '0 <= u', '0 <= v'),
    rule('defined-pow-natural', 'A power with a natural exponent is defined', 'u v', 'defined(u^v)', 'defined(u)', 'defined(v)', 'integer(v)', '0 <= v'),
    rule('defined-pow-integer', 'A whole power of a nonzero base is defined', 'u v', 'defined(u^v)', 'defined(u)', 'defined(v)', 'integer(v)', 'u != 0'),
    rule('defined-log', 'The logarithm is defined for positive numbers', 'u', 'defined(log(u))', 'defined(u)', '0 < u'),
    rule('defined-sqrt', 'The root is defined for nonnegative numbers', 'u', 'defined(sqrt(u))', 'defined(u)', '0 <= u'),
    rule('defined-factorial', 'The factorial is defined for natural numbers', 'u', 'defined(factorial(u))', 'defined(u)', 'integer(u)', '0 <= u'),
    rule('defined-gamma', 'The gamma function is defined for positive numbers', 'u', 'defined(gamma(u))', 'defined(u)', '0 < u'),
    rule('defined-lgamma', 'The logarithm of gamma is defined for positive numbers', 'u', 'defined(lgamma(u))', 'defined(u)', '0 < u'),
    rule('defined-digamma', 'The digamma function is defined for positive numbers', 'u', 'defined(digamma(u))', 'defined(u)', '0 < u'),
    rule('defined-binom', 'A binomial coefficient is defined for natural numbers', 'u v', 'defined(binom(u, v))', 'defined(u)', 'defined(v)', 'integer(u)', 'integer(v)', '0 <= v', 'v <= u'),
    total('exp'),
    total('abs'),
    total('sign'),
    total('tanh'),
    total('relu'),
    total('softplus'),
    total('sigmoid'),
    total('erf'),
    total('Phi'),
    rule('defined-maximum', 'The larger of two numbers is defined', 'u v', 'defined(max(u, v))', 'defined(u)', 'defined(v)'),
    rule('defined-minimum', 'The smaller of two numbers is defined', 'u v', 'defined(min(u, v))', 'defined(u)', 'defined(v)'),
    rule('defined-delta', 'A delta is defined where its indices are', 'i j', 'defined(delta(i, j))', 'defined(i)', 'defined(j)'),
    rule('defined-sum', 'A sum is defined where all its terms are', 'a b F(k)', 'defined(sum(k in a..b, F(k)))', 'defined(a)', 'defined(b)', 'integer(a)', 'integer(b)', 'forall k in a..b: defined(F(k))'),
    rule('defined-prod', 'A product is defined where all its factors are', 'a b F(k)', 'defined(prod(k in a..b, F(k)))', 'defined(a)', 'defined(b)', 'integer(a)', 'integer(b)', 'forall k in a..b: defined(F(k))'),
    rule('defined-max', 'A maximum is defined over a nonempty range', 'a b F(k)', 'defined(max(k in a..b, F(k)))', 'defined(a)', 'defined(b)', 'integer(a)', 'integer(b)', 'a <= b', 'forall k in a..b: defined(F(k))'),
    rule('defined-min', 'A minimum is defined over a nonempty range', 'a b F(k)', 'defined(min(k in a..b, F(k)))', 'defined(a)', 'defined(b)', 'integer(a)', 'integer(b)', 'a <= b', 'forall k in a..b: defined(F(k))'),
    rule('defined-diff', 'A derivative is defined where the expression is differentiable', 'u X', 'defined(diff(u, X))', 'differentiable(u, X)', 'defined(X)'),
    relation('eq', '=='),
    relation('ne', '!='),
    relation('lt', '<'),
    relation('le', '<='),
    branch('eq', '==', 'i != j'),
    branch('ne', '!=', 'i == j'),
    branch('lt', '<', 'j <= i'),
    branch('le', '<=', 'j < i'),
    guarded('eq', '=='),
    guarded('ne', '!='),
    guarded('lt', '<'),
    guarded('le', '<='),
    rule('defined-guarded-delta', 'Beside a delta only the case where it is 1 matters', 'i j u', 'defined(delta(i, j)*u)', 'defined(i)', 'defined(j)', 'i == j => defined(u)'),
    rule('defined-mul-commute', 'The order of factors does not matter for having a value', 'u v', 'defined(u*v)', 'defined(v*u)'),
    rule('defined-mul-associate', 'The grouping of factors does not matter for having a value', 'u v w', 'defined((u*v)*w)', 'defined(u*(v*w))'),
    rule('defined-mul-regroup', 'The grouping of factors does not matter for having a value (right)', 'u v w', 'defined(u*(v*w))', 'defined((u*v)*w)'),
  ],
};
