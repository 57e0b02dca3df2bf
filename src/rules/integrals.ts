/** Integrals over an interval, over the half line and over the line. */
import { type Chapter, type Requirement, type RuleEntry, rulesWith } from './entry.js';

const rule = rulesWith({ level: 'major', source: 'NIST DLMF, 1.4, 5.9, 5.12 and 7.2' });

/** An integral in closed form, and that it has a value. */
const closed = (
  id: string,
  title: string,
  variables: string,
  integral: string,
  value: string,
  ...requires: readonly Requirement[]
): RuleEntry[] => {
  const names = variables.split(' ').filter((name) => name !== '');
  const existing = names.map((name): Requirement => [`defined(${name})`, DEFINED(name, names)]);
  return [
    rule(`int-${id}`, title, variables, `${integral} == ${value}`, ...requires),
    rule(
      `defined-int-${id}`,
      `${title}, so it has a value`,
      variables,
      `defined(${integral})`,
      ...existing,
      ...requires,
    ),
  ];
};

/** A point at which this parameter has no value and the others are 1. */
const DEFINED = (name: string, names: readonly string[]): string =>
  names.map((other) => `${other} = ${other === name ? '1/0' : '1'}`).join(', ');

const EXISTS: readonly [Requirement, Requirement] = [
  ['defined(int(x in a..b, F(x)))', 'a = 0, b = 1, F(k) = 1/k^2, G(k) = 1'],
  ['defined(int(x in a..b, G(x)))', 'a = 0, b = 1, F(k) = 1, G(k) = 1/k^2'],
];

const POSITIVE: Requirement = ['0 < u', 'u = -1, v = 1, w = 1'];

export const integrals: Chapter = {
  name: 'integrals',
  about: 'Integrals are linear; those of powers, exponentials and Gaussians have closed forms.',
  // biome-ignore format: a table, one rule a line
  rules: [
    rule('int-add', 'An integral of a sum is taken apart', 'a b F(x) G(x)', 'int(x in a..b, F(x) + G(x)) == int(x in a..b, F(x)) + int(x in a..b, G(x))', ...EXISTS),
    rule('int-sub', 'An integral of a difference is taken apart', 'a b F(x) G(x)', 'int(x in a..b, F(x) - G(x)) == int(x in a..b, F(x)) - int(x in a..b, G(x))', ...EXISTS),
    rule('int-factor-out', 'A constant factor comes before the integral', 'a b u F(x)', 'int(x in a..b, u*F(x)) == u*int(x in a..b, F(x))', ['defined(int(x in a..b, F(x)))', 'a = 0, b = 1, u = 2, F(k) = 1/k^2']),
    rule('int-sum', 'An integral of a finite sum is taken term by term', 'a b c d F(k, x)', 'int(x in a..b, sum(k in c..d, F(k, x))) == sum(k in c..d, int(x in a..b, F(k, x)))', ['forall k in c..d: defined(int(x in a..b, F(k, x)))', 'a = 0, b = 1, c = 1, d = 2, F(k, l) = 1/l^2']),
    rule('int-split', 'An integral over two adjacent intervals is taken over both', 'a b c F(x)', 'int(x in a..b, F(x)) + int(x in b..c, F(x)) == int(x in a..c, F(x))', ['defined(int(x in a..b, F(x)))', 'a = 0, b = 1, c = 2, F(k) = 1/k^2'], ['defined(int(x in b..c, F(x)))', 'a = 1, b = 2, c = 0, F(k) = 1/k^2']),
    rule('defined-int-add', 'An integral of a sum exists where both do', 'a b F(x) G(x)', 'defined(int(x in a..b, F(x) + G(x)))', ['defined(int(x in a..b, F(x)))', 'a = 0, b = 1, F(k) = 1/k^2, G(k) = 1'], ['defined(int(x in a..b, G(x)))', 'a = 0, b = 1, F(k) = 1, G(k) = 1/k^2']),
    rule('defined-int-sub', 'An integral of a difference exists where both do', 'a b F(x) G(x)', 'defined(int(x in a..b, F(x) - G(x)))', ['defined(int(x in a..b, F(x)))', 'a = 0, b = 1, F(k) = 1/k^2, G(k) = 1'], ['defined(int(x in a..b, G(x)))', 'a = 0, b = 1, F(k) = 1, G(k) = 1/k^2']),
    rule('defined-int-factor', 'An integral with a constant factor exists', 'a b u F(x)', 'defined(int(x in a..b, u*F(x)))', ['defined(u)', 'a = 0, b = 1, u = 1/0, F(k) = 1'], ['defined(int(x in a..b, F(x)))', 'a = 0, b = 1, u = 1, F(k) = 1/k^2']),
    rule('defined-int-div', 'An integral with a constant denominator exists', 'a b u F(x)', 'defined(int(x in a..b, F(x)/u))', ['defined(u)', 'a = 0, b = 1, u = 1/0, F(k) = 1'], ['u != 0', 'a = 0, b = 1, u = 0, F(k) = 1'], ['defined(int(x in a..b, F(x)))', 'a = 0, b = 1, u = 1, F(k) = 1/k^2']),
    rule('defined-int-first-over', 'A constant below x leaves an integral', 'a b u G(x)', 'defined(int(x in a..b, x/u*G(x)))', ['defined(u)', 'a = 0, b = 1, u = 1/0, G(k) = 1'], ['u != 0', 'a = 0, b = 1, u = 0, G(k) = 1'], ['defined(int(x in a..b, x*G(x)))', 'a = 0, b = 1, u = 1, G(k) = 1/k^4']),
    rule('defined-int-first-times', 'A constant beside x leaves an integral', 'a b u G(x)', 'defined(int(x in a..b, x*u*G(x)))', ['defined(u)', 'a = 0, b = 1, u = 1/0, G(k) = 1'], ['defined(int(x in a..b, x*G(x)))', 'a = 0, b = 1, u = 1, G(k) = 1/k^4']),
    rule('defined-int-square-over', 'A constant below a square leaves an integral', 'a b u v G(x)', 'defined(int(x in a..b, (x - v)^2/u*G(x)))', ['defined(u)', 'a = 0, b = 1, v = 0, u = 1/0, G(k) = 1'], ['u != 0', 'a = 0, b = 1, v = 0, u = 0, G(k) = 1'], ['defined(int(x in a..b, (x - v)^2*G(x)))', 'a = 0, b = 1, v = 0, u = 1, G(k) = 1/k^5']),
    rule('defined-int-inner-left', 'A constant first factor leaves an integral', 'a b u F(x) G(x)', 'defined(int(x in a..b, u*F(x)*G(x)))', ['defined(u)', 'a = 0, b = 1, u = 1/0, F(k) = 1, G(k) = 1'], ['defined(int(x in a..b, F(x)*G(x)))', 'a = 0, b = 1, u = 1, F(k) = 1, G(k) = 1/k^2']),
    rule('defined-int-inner-right', 'A constant second factor leaves an integral', 'a b u F(x) G(x)', 'defined(int(x in a..b, F(x)*u*G(x)))', ['defined(u)', 'a = 0, b = 1, u = 1/0, F(k) = 1, G(k) = 1'], ['defined(int(x in a..b, F(x)*G(x)))', 'a = 0, b = 1, u = 1, F(k) = 1, G(k) = 1/k^2']),
    rule('int-const', 'The integral of a constant is the constant times the length', 'a b u', 'int(x in a..b, u) == u*(b - a)', 'defined(a)', 'defined(b)'),
    rule('int-power', 'The integral of a power', 'a b u', 'int(x in a..b, x^u) == (b^(u + 1) - a^(u + 1))/(u + 1)', 'defined(a)', 'defined(b)', 'integer(u)', ['0 <= u', 'a = 1, b = 2, u = -1']),
    rule('int-exp', 'The integral of an exponential', 'a b u', 'int(x in a..b, exp(u*x)) == (exp(u*b) - exp(u*a))/u', 'defined(a)', 'defined(b)', ['u != 0', 'a = 0, b = 1, u = 0']),
    rule('int-exp-square', 'The integral of x times an exponential of its square', 'a b u', 'int(x in a..b, x*exp(u*x^2)) == (exp(u*b^2) - exp(u*a^2))/(2*u)', 'defined(a)', 'defined(b)', ['u != 0', 'a = 0, b = 1, u = 0']),
    rule('int-reciprocal', 'The integral of the reciprocal is the logarithm', 'a b', 'int(x in a..b, 1/x) == log(b) - log(a)', ['0 < a', 'a = -1, b = 1'], ['0 < b', 'a = 1, b = -1']),
    rule('defined-int-reciprocal', 'The reciprocal has an integral between positive numbers', 'a b', 'defined(int(x in a..b, 1/x))', ['defined(a)', 'a = 1/0, b = 1'], ['defined(b)', 'a = 1, b = 1/0'], ['0 < a', 'a = -1, b = 1'], ['0 < b', 'a = 1, b = -1']),
    rule('int-sigmoid', 'The integral of the sigmoid is the softplus', 'a b', 'int(x in a..b, sigmoid(x)) == softplus(b) - softplus(a)', 'defined(a)', 'defined(b)'),
    rule('diff-int-upper', 'The derivative of an integral by its upper end is the integrand there', 'a X F(x)', 'diff(int(x in a..X, F(x)), X) == F(X)', ['free(a, X)', 'a = s, F(k) = 1, X = s, s = 1'], ['free(int(x in 0..1, F(x)), X)', 'a = 0, F(k) = s*k, X = s, s = 1'], ['near(X, defined(int(x in a..X, F(x))))', 'a = 0, F(k) = 1/k^2, X = s, s = 1'], 'differentiable(F(X), X)'),
    rule('differentiable-int-upper', 'An integral is differentiable by its upper end where the integrand is', 'a X F(x)', 'differentiable(int(x in a..X, F(x)), X)', ['free(a, X)', 'a = abs(s), F(k) = 1, X = s, s = 0'], ['free(int(x in 0..1, F(x)), X)', 'a = -1, F(k) = abs(s)*(1 - exp(k))^4, X = s, s = 0'], ['near(X, defined(int(x in a..X, F(x))))', 'a = 0, F(k) = 1/k^2, X = s, s = 1'], 'differentiable(F(X), X)'),
    ...closed('gamma', 'The integral of a power times a decaying exponential is a value of gamma', 'u v', 'int(x in 0..inf, x^v*exp(-(u*x)))', 'gamma(v + 1)/u^(v + 1)', POSITIVE, ['0 < v + 1', 'u = 1, v = -2']),
    ...closed('exp-tail', 'The integral of a decaying exponential', 'u', 'int(x in 0..inf, exp(-(u*x)))', '1/u', POSITIVE),
    ...closed('beta', 'The integral of powers of t and 1 - t is a value of beta', 'u v', 'int(x in 0..1, x^u*(1 - x)^v)', 'gamma(u + 1)*gamma(v + 1)/gamma(u + v + 2)', ['0 < u + 1', 'u = -2, v = 1'], ['0 < v + 1', 'u = 1, v = -2']),
    ...closed('gauss', 'The Gaussian integral', 'u v', 'int(x in -inf..inf, exp(v*x - u*x^2))', 'sqrt(pi/u)*exp(v^2/(4*u))', POSITIVE),
    ...closed('gauss-mean', 'The first moment of a Gaussian', 'u v', 'int(x in -inf..inf, x*exp(v*x - u*x^2))', 'v/(2*u)*sqrt(pi/u)*exp(v^2/(4*u))', POSITIVE),
    ...closed('gauss-square', 'The second moment of a Gaussian', 'u v', 'int(x in -inf..inf, x^2*exp(v*x - u*x^2))', '(1/(2*u) + v^2/(4*u^2))*sqrt(pi/u)*exp(v^2/(4*u))', POSITIVE),
    ...closed('gauss-half', 'The Gaussian integral over the half line', 'u', 'int(x in 0..inf, exp(-(u*x^2)))', 'sqrt(pi/u)/2', POSITIVE),
    rule('defined-int-gauss-plain', 'A Gaussian has an integral', '', 'defined(int(x in -inf..inf, exp(-x^2)))'),
    rule('defined-int-gauss-factor', 'A Gaussian with a factor in its exponent has an integral', 'u', 'defined(int(x in -inf..inf, exp(-u*x^2)))', ['defined(u)', 'u = 1/0'], POSITIVE),
    rule('defined-int-gauss-centred', 'A Gaussian about 0 has an integral', 'u', 'defined(int(x in -inf..inf, exp(-x^2/u)))', ['defined(u)', 'u = 1/0'], POSITIVE),
    rule('defined-int-gauss-shifted', 'A Gaussian about any centre has an integral', 'u v', 'defined(int(x in -inf..inf, exp(-(x - v)^2/u)))', ['defined(u)', 'u = 1/0, v = 1'], ['defined(v)', 'u = 1, v = 1/0'], POSITIVE),
    rule('defined-int-gauss-shifted-plain', 'A Gaussian about any centre has an integral (unit factor)', 'v', 'defined(int(x in -inf..inf, exp(-(x - v)^2)))', ['defined(v)', 'v = 1/0']),
    rule('defined-int-gauss-shifted-factor', 'A Gaussian about any centre has an integral (factor)', 'u v', 'defined(int(x in -inf..inf, exp(-u*(x - v)^2)))', ['defined(u)', 'u = 1/0, v = 1'], ['defined(v)', 'u = 1, v = 1/0'], POSITIVE),
    rule('defined-int-gauss-shifted-both', 'A Gaussian about any centre has an integral (factor and denominator)', 'u v w', 'defined(int(x in -inf..inf, exp(-u*(x - v)^2/w)))', ['defined(u)', 'u = 1/0, v = 1, w = 1'], ['defined(v)', 'u = 1, v = 1/0, w = 1'], ['defined(w)', 'u = 1, v = 1, w = 1/0'], POSITIVE, ['0 < w', 'u = 1, v = 1, w = -1']),
    rule('defined-int-gauss-shifted-mean', 'A Gaussian about any centre has a mean', 'u v', 'defined(int(x in -inf..inf, x*exp(-(x - v)^2/u)))', ['defined(u)', 'u = 1/0, v = 1'], ['defined(v)', 'u = 1, v = 1/0'], POSITIVE),
    rule('defined-int-gauss-shifted-square', 'A Gaussian about any centre has a second moment', 'u v', 'defined(int(x in -inf..inf, x^2*exp(-(x - v)^2/u)))', ['defined(u)', 'u = 1/0, v = 1'], ['defined(v)', 'u = 1, v = 1/0'], POSITIVE),
    rule('defined-int-gauss-shifted-variance', 'A Gaussian about any centre has a variance', 'u v w', 'defined(int(x in -inf..inf, (x - w)^2*exp(-(x - v)^2/u)))', ['defined(u)', 'u = 1/0, v = 1, w = 1'], ['defined(v)', 'u = 1, v = 1/0, w = 1'], ['defined(w)', 'u = 1, v = 1, w = 1/0'], POSITIVE),
    rule('defined-int-gauss-square-centred', 'A Gaussian about 0 has a second moment', 'u', 'defined(int(x in -inf..inf, x^2*exp(-x^2/u)))', ['defined(u)', 'u = 1/0'], POSITIVE),
    rule('defined-int-gauss-mean-centred', 'A Gaussian about 0 has a mean', 'u', 'defined(int(x in -inf..inf, x*exp(-x^2/u)))', ['defined(u)', 'u = 1/0'], POSITIVE),
    rule('defined-int-gauss-linear-last', 'A Gaussian with a linear term in its exponent has an integral', 'u v', 'defined(int(x in -inf..inf, exp(-u*x^2 + v*x)))', ['defined(u)', 'u = 1/0, v = 1'], ['defined(v)', 'u = 1, v = 1/0'], POSITIVE),
    rule('defined-int-gauss-half-plain', 'A Gaussian has an integral over the half line', '', 'defined(int(x in 0..inf, exp(-x^2)))'),
    rule('defined-int-tail-plain', 'The decaying exponential has an integral', '', 'defined(int(x in 0..inf, exp(-x)))'),
    rule('defined-int-tail-mean', 'A decaying exponential has a mean', 'u', 'defined(int(x in 0..inf, x*exp(-u*x)))', ['defined(u)', 'u = 1/0'], POSITIVE),
    rule('defined-int-tail-power-plain', 'A power times the decaying exponential has an integral', 'v', 'defined(int(x in 0..inf, x^v*exp(-x)))', ['defined(v)', 'v = 1/0'], ['0 < v + 1', 'v = -2']),
  ],
};
