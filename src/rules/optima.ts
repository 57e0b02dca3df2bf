/**
 * Optima: objectives that order the admissible values alike have the same minimisers, whatever
 * the set of candidates is.
 */
import { type Chapter, type Requirement, required } from './entry.js';

const SOURCE = 'Boyd, Vandenberghe: Convex Optimization, 4.1.3';

/** argmin f(u) is argmin u, and argmin -f(u) is argmin -u, for a strictly increasing f. */
const increasing = (
  name: string,
  title: string,
  requires: readonly Requirement[],
): Chapter['rules'] => {
  const because = requires.length > 0 ? required(requires) : {};
  return [
    {
      id: `argmin-${name}`,
      title: `${title} is strictly increasing, so it moves no minimiser`,
      variables: 'u x',
      states: `argmin(x, ${name}(u)) == argmin(x, u)`,
      level: 'major',
      source: SOURCE,
      ...because,
    },
    {
      id: `argmin-neg-${name}`,
      title: `${title} is strictly increasing, so it moves no maximiser`,
      variables: 'u x',
      states: `argmin(x, -${name}(u)) == argmin(x, -u)`,
      level: 'major',
      source: SOURCE,
      ...because,
    },
  ];
};

/** Odd powers, and the odds u/(1 - u) below 1, order as u does. */
const increasingTerms = (prefix: string, sign: string, optimum: string): Chapter['rules'] => [
  {
    id: `argmin-${prefix}odd-power`,
    title: `An odd power is strictly increasing, so it moves no ${optimum}`,
    variables: 'u v x',
    states: `argmin(x, ${sign}u^v) == argmin(x, ${sign}u)`,
    requires: ['free(v, x)', 'integer((v - 1)/2)', '0 < v'],
    level: 'major',
    withoutIt: {
      'free(v, x)': 'u = s, v = 2*s + 1, x = s, s = 1',
      'integer((v - 1)/2)': 'u = s, v = 2, x = s, s = 1',
      '0 < v': 'u = s, v = -1, x = s, s = 1',
    },
    source: SOURCE,
  },
  {
    id: `argmin-${prefix}odds`,
    title: `The odds are strictly increasing in the probability, so they move no ${optimum}`,
    variables: 'u x',
    states: `argmin(x, ${sign}(u/(1 - u))) == argmin(x, ${sign}u)`,
    requires: ['any(x, u < 1)'],
    level: 'major',
    withoutIt: { 'any(x, u < 1)': 'u = s, x = s, s = 1' },
    source: SOURCE,
  },
];

export const optima: Chapter = {
  name: 'optima',
  about: 'Which changes of an objective leave its minimisers where they are.',
  rules: [
    {
      id: 'argmax-as-argmin',
      title: 'Maximising is minimising the negative',
      variables: 'u x',
      states: 'argmax(x, u) == argmin(x, -u)',
      level: 'major',
      source: SOURCE,
    },
    ...increasing('log', 'The logarithm', [['any(x, 0 < u)', 'u = s, x = s, s = 1']]),
    ...increasing('exp', 'The exponential', []),
    ...increasing('sqrt', 'The root', [['any(x, 0 <= u)', 'u = s, x = s, s = 1']]),
    {
      id: 'argmin-abs',
      title: 'An absolute value is smallest where the square is',
      variables: 'u x',
      states: 'argmin(x, abs(u)) == argmin(x, u^2)',
      level: 'major',
      source: SOURCE,
    },
    {
      id: 'argmin-neg-abs',
      title: 'An absolute value is greatest where the square is',
      variables: 'u x',
      states: 'argmin(x, -abs(u)) == argmin(x, -u^2)',
      level: 'major',
      source: SOURCE,
    },
    {
      id: 'argmin-reciprocal',
      title: 'The reciprocal of a positive number is decreasing, so it swaps the optima',
      variables: 'u x',
      states: 'argmin(x, 1/u) == argmin(x, -u)',
      requires: ['any(x, 0 < u)'],
      level: 'major',
      withoutIt: { 'any(x, 0 < u)': 'u = s, x = s, s = 1' },
      source: SOURCE,
    },
    {
      id: 'argmin-neg-reciprocal',
      title: 'The reciprocal of a positive number is decreasing, so it swaps the optima (negated)',
      variables: 'u x',
      states: 'argmin(x, -(1/u)) == argmin(x, u)',
      requires: ['any(x, 0 < u)'],
      level: 'major',
      withoutIt: { 'any(x, 0 < u)': 'u = s, x = s, s = 1' },
      source: SOURCE,
    },
    ...increasingTerms('', '', 'minimiser'),
    ...increasingTerms('neg-', '-', 'maximiser'),
    {
      id: 'argmin-add-const',
      title: 'A constant that the variable does not enter may be dropped',
      variables: 'u v x',
      states: 'argmin(x, u + v) == argmin(x, u)',
      requires: ['free(v, x)'],
      level: 'major',
      withoutIt: { 'free(v, x)': 'u = s, v = -2*s, x = s, s = 1' },
      source: SOURCE,
    },
    {
      id: 'argmin-scale',
      title: 'A positive factor that the variable does not enter may be dropped',
      variables: 'u v x',
      states: 'argmin(x, u*v) == argmin(x, v)',
      requires: ['free(u, x)', '0 < u'],
      level: 'major',
      withoutIt: {
        'free(u, x)': 'u = s, v = s, x = s, s = 1',
        '0 < u': 'u = -1, v = s, x = s, s = 1',
      },
      source: SOURCE,
    },
    {
      id: 'defined-argmin',
      title: 'Minimisers are compared where the objective has a value for all candidates',
      variables: 'u x',
      states: 'defined(argmin(x, u))',
      requires: ['any(x, defined(u))'],
      withoutIt: { 'any(x, defined(u))': 'u = log(s), x = s, s = 1' },
    },
    {
      id: 'defined-argmax',
      title: 'Maximisers are compared where the objective has a value for all candidates',
      variables: 'u x',
      states: 'defined(argmax(x, u))',
      requires: ['any(x, defined(u))'],
      withoutIt: { 'any(x, defined(u))': 'u = log(s), x = s, s = 1' },
    },
  ],
};
