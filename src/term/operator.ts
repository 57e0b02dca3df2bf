/**
 * The table of operators: every kind of node a term can be, with its number of arguments and
 * the argument that stands under a binder. Nothing else decides what a well-formed node is.
 *
 * Layout of arguments:
 *   sum, prod, max, min, int, array, forall   [lo, hi, body]      body under one bound index
 *   at         [array, index]                 curried: z[i,c] is at(at(z, i), c)
 *   diff       [body, target]                 target is a symbol or an entry of one; no binder:
 *                                             the body sees the symbol with that entry varied
 *   argmin     [objective, variable, …]       variables are symbols
 *   app        [argument, …]                  a definition or unknown function, by its name
 *   guard      [condition, body]              "where condition", only as the body of a binder
 *   near       [location, proposition]        holds also where the location is varied a little
 *   any        [variables, proposition]       holds for all admissible values of the variables
 *   variables  [symbol, …]                    the variables of an optimum, in rules only
 *   meta       [bound index, …]               a metavariable of a rule, never in a claim
 */

interface Shape {
  /** Number of arguments; -1 when any number is allowed. */
  readonly arity: number;
  /** Position of the argument under the binder; -1 for none. */
  readonly binds: number;
  /** The sort of the value. */
  readonly sort: 'real' | 'proposition' | 'array';
}

const real = (arity: number): Shape => ({ arity, binds: -1, sort: 'real' });
const proposition = (arity: number): Shape => ({ arity, binds: -1, sort: 'proposition' });
const array = (arity: number): Shape => ({ arity, binds: -1, sort: 'array' });
const binder = (sort: Shape['sort']): Shape => ({ arity: 3, binds: 2, sort });

export const OPERATORS = {
  num: real(0),
  sym: real(0),
  bound: real(0),
  meta: real(-1),
  pi: real(0),
  inf: real(0),

  add: real(2),
  sub: real(2),
  mul: real(2),
  div: real(2),
  pow: real(2),
  neg: real(1),

  exp: real(1),
  log: real(1),
  log2: real(1),
  log10: real(1),
  sqrt: real(1),
  abs: real(1),
  sign: real(1),
  tanh: real(1),
  relu: real(1),
  softplus: real(1),
  sigmoid: real(1),
  erf: real(1),
  Phi: real(1),
  factorial: real(1),
  gamma: real(1),
  lgamma: real(1),
  digamma: real(1),
  binom: real(2),
  maximum: real(2),
  minimum: real(2),
  delta: real(2),
  iverson: real(1),
  if: real(3),

  sum: binder('real'),
  prod: binder('real'),
  max: binder('real'),
  min: binder('real'),
  int: binder('real'),
  guard: real(2),
  diff: real(2),
  app: real(-1),
  at: real(2),

  array: binder('array'),
  matmul: array(2),
  transpose: array(1),
  inv: array(1),
  diag: array(1),
  outer: array(2),
  eye: array(2),
  ones: array(2),
  slice: array(1),
  softmax: array(1),
  logsumexp: real(1),
  trace: real(1),
  det: real(1),
  dot: real(2),
  norm1: real(1),
  norm2: real(1),
  argmin: array(-1),
  argmax: array(-1),

  true: proposition(0),
  false: proposition(0),
  eq: proposition(2),
  ne: proposition(2),
  lt: proposition(2),
  le: proposition(2),
  and: proposition(2),
  or: proposition(2),
  not: proposition(1),
  implies: proposition(2),
  forall: binder('proposition'),
  in: proposition(3),
  integer: proposition(1),
  /** The array is a symmetric positive definite matrix. */
  definite: proposition(1),
  defined: proposition(1),
  differentiable: proposition(2),
  free: proposition(2),
  /** The context has the convention 0*log(0) = 0. */
  zeroLogZero: proposition(0),
  near: proposition(2),
  any: proposition(2),
  variables: array(-1),
} as const satisfies Record<string, Shape>;

export type Operator = keyof typeof OPERATORS;

export const isOperator = (name: string): name is Operator => Object.hasOwn(OPERATORS, name);

/** Position of the argument under a binder, or -1. */
export const boundArgument = (op: Operator): number => OPERATORS[op].binds;

export const isBinder = (op: Operator): boolean => OPERATORS[op].binds >= 0;

export const isProposition = (op: Operator): boolean => OPERATORS[op].sort === 'proposition';
