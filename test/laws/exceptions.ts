/** What the laws let pass, each with its reason. */

const NO_LENGTH = 'over an interval without length nothing else need be defined on the left';

/** Equations whose right side may have no value where the left side has one. */
export const LESS_DEFINED: Readonly<Record<string, string>> = {
  'exp-mul': 'a 0 of a delta annihilates in the product v*u and not in the power',
  'abs-mul': 'a 0 of a delta annihilates in the product u*v and not in abs(u)*abs(v)',
  'sum-factor-out': 'over an empty range the factor need not be defined on the left',
  'sum-factor-out-right': 'over an empty range the factor need not be defined on the left',
  'sum-div': 'over an empty range the denominator may be 0 on the left',
  'max-scale': 'a 0 of a delta annihilates in the terms and not in their maximum',
  'sum-const': 'over an empty range the term need not be defined on the left',
  'sum-telescope': 'over an empty range the differences need not be defined on the left',
  'sum-swap': 'over an empty outer range the inner range need not be defined on the left',
  'sum-split': 'the place of the split need not be defined on the left',
  'sum-shift': 'the shift need not be defined on the left',
  'prod-shift': 'the shift need not be defined on the left',
  'sum-delta-bracket': 'over an empty range the index of the delta need not be defined on the left',
  'prod-pow': 'over an empty range the exponent need not be defined on the left',
  'prod-split': 'the place of the split need not be defined on the left',
  'log-injective': 'the sides are any two terms; an undefined one counts as an unknown number',
  'int-factor-out': NO_LENGTH,
  'int-split': NO_LENGTH,
  'int-const': NO_LENGTH,
  'int-exp': NO_LENGTH,
  'int-exp-square': NO_LENGTH,
  'prod-const': 'over an empty range the factor need not be defined on the left',
  'if-eq': 'the other branch stands beside 1 - delta, which is no bracket and annihilates nothing',
  'if-ne': 'the other branch stands beside 1 - delta, which is no bracket and annihilates nothing',
  'if-le': 'the other branch stands beside 1 - bracket, which annihilates nothing',
  'if-lt': 'the other branch stands beside 1 - bracket, which annihilates nothing',
  'det-scale': 'a 0 of a delta annihilates in the entries and not in the power',
  'eq-of-le': 'the sides are any two terms; an undefined one counts as an unknown number',
  'weighted-log-div':
    'by the convention a weight log(0) is annihilated by the 0 that log(u/v) is at u = v',
  'weighted-log-mul':
    'by the convention a weight log(0) is annihilated by the 0 that log(u*v) is at u*v = 1',
  'diff-mul-const': 'a 0 of a delta annihilates an undefined constant, its derivative does not',
  'diff-mul-const-right':
    'a 0 of a delta annihilates an undefined constant, its derivative does not',
};

const POINT =
  'the location is taken at the point, so this changes no value; it keeps proofs from mixing the point with its neighbourhood';
const NEAR = 'follows from the entry existing near the point, but costs nothing';
const WHOLE =
  'the sum over the whole numbers between the ends is split all the same; by the partial meaning neither side has a value';

const JUMP = 'needs a jump, at which the quadrature of the laws does not settle';
const FINITE = 'keeps infinite ends away, which are no numbers and so no points';

/** Requirements that no point shows to be necessary: `rule: requirement`. */
export const NOT_SHOWN: Readonly<Record<string, string>> = {
  'int-const: defined(a)': FINITE,
  'int-const: defined(b)': FINITE,
  'int-power: defined(a)': FINITE,
  'int-power: defined(b)': FINITE,
  'int-exp: defined(a)': FINITE,
  'int-exp: defined(b)': FINITE,
  'int-exp-square: defined(a)': FINITE,
  'int-exp-square: defined(b)': FINITE,
  'int-sigmoid: defined(a)': FINITE,
  'int-sigmoid: defined(b)': FINITE,
  'diff-int-upper: differentiable(F(X), X)': JUMP,
  'differentiable-int-upper: differentiable(F(X), X)': JUMP,
  'int-power: integer(u)':
    'powers of negative numbers are unknown numbers, whose integral decides nothing',
  'sum-split-last: integer(a)': WHOLE,
  'sum-split-first: integer(b)': WHOLE,
  'sum-split: integer(a)': WHOLE,
  'sum-split: integer(b)': WHOLE,
  'sum-delta-bracket: integer(a)': WHOLE,
  'sum-delta-bracket: integer(b)': WHOLE,
  'prod-split-last: integer(a)': WHOLE,
  'prod-split: integer(a)': WHOLE,
  'prod-split: integer(b)': WHOLE,
  'sum-bracket-upper: integer(c)': WHOLE,
  'sum-bracket-lower: integer(c)': WHOLE,
  'log-selected: forall k in a..b: 0 < X(k)':
    'a term that is not picked changes no value; it keeps the logarithms on the right defined',
  'diff-entry: free(a, x)': POINT,
  'diff-entry-2: free(a, x)': POINT,
  'diff-entry-2: free(b, x)': POINT,
  'diff-entry-3: free(a, x)': POINT,
  'diff-entry-3: free(b, x)': POINT,
  'diff-entry-3: free(c, x)': POINT,
  'differentiable-entry: free(i, x)': NEAR,
  'differentiable-entry: free(a, x)': NEAR,
  'differentiable-entry-2: free(i, x)': NEAR,
  'differentiable-entry-2: free(j, x)': NEAR,
  'differentiable-entry-2: free(a, x)': NEAR,
  'differentiable-entry-2: free(b, x)': NEAR,
  'differentiable-entry-3: free(i, x)': NEAR,
  'differentiable-entry-3: free(j, x)': NEAR,
  'differentiable-entry-3: free(k, x)': NEAR,
  'differentiable-entry-3: free(a, x)': NEAR,
  'differentiable-entry-3: free(b, x)': NEAR,
  'differentiable-entry-3: free(c, x)': NEAR,
  'differentiable-derivative: near(X, diff(u, Y) == v)':
    'needs a function that is differentiable once and not twice, where differences of values decide nothing',
  'defined-diff: defined(X)': 'follows from differentiable(u, X), but costs nothing',
};

/** Pairs of rules that say the same with the sides swapped. */
export const SAME_SWAPPED: Readonly<Record<string, string>> = {
  'prod-exp': 'exp-sum from right to left, for readers who go that way',
};

/** Metavariables that the left side does not mention: whoever applies the rule gives them. */
export const GIVEN: Readonly<Record<string, readonly string[]>> = {
  'numerator-zero': ['v'],
  'scale-le': ['w'],
  'positive-factor': ['u'],
  'sum-telescope': ['G'],
  'diff-max': ['j'],
  'positive-sum-term': ['j'],
  'factor-nonzero': ['a', 'b'],
  'sum-split': ['c'],
  'sum-shift': ['c'],
  'prod-split': ['c'],
  'log-injective': ['v'],
  'prod-shift': ['c'],
  'differentiable-derivative': ['v'],
  'eq-of-le': ['v'],
  'in-range-lower': ['b'],
  'in-range-upper': ['a'],
  'in-range-integer': ['a', 'b'],
};

const COMPUTED = 'its right side has F at a computed index, which matching leaves alone';

/** Equations whose right side matching does not recognise in its own instance. */
export const NOT_MATCHED_BACK: Readonly<Record<string, string>> = {
  'sum-shift': COMPUTED,
  'sum-reverse': COMPUTED,
  'prod-shift': COMPUTED,
};
