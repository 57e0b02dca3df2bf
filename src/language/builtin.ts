/**
 * The functions of the language that are plain calls: name, operator and what each argument is.
 * Forms with clauses of their own (sum, diff, argmin, …) are in `forms.ts`.
 */
import type { Operator } from '../term/operator.js';

/**
 * What an argument must be: a number, an array (of one or two axes), a condition, or either value.
 * `left` is an array that is a matrix unless known to be a vector. */
export type Argument = 'number' | 'array' | 'left' | 'vector' | 'matrix' | 'condition' | 'value';

export interface Builtin {
  readonly op: Operator;
  readonly arguments: readonly Argument[];
}

const REAL_FUNCTIONS = [
  'exp',
  'log',
  'log2',
  'log10',
  'sqrt',
  'abs',
  'sign',
  'tanh',
  'relu',
  'softplus',
  'sigmoid',
  'erf',
  'Phi',
  'factorial',
  'gamma',
  'lgamma',
  'digamma',
] as const;

const builtin = (op: Operator, ...args: Argument[]): [string, Builtin] => [
  op,
  { op, arguments: args },
];

export const BUILTINS: ReadonlyMap<string, Builtin> = new Map([
  ...REAL_FUNCTIONS.map((op) => builtin(op, 'number')),
  builtin('binom', 'number', 'number'),
  builtin('delta', 'number', 'number'),
  builtin('if', 'condition', 'value', 'value'),
  builtin('matmul', 'left', 'array'),
  builtin('transpose', 'left'),
  builtin('inv', 'matrix'),
  builtin('det', 'matrix'),
  builtin('trace', 'matrix'),
  builtin('diag', 'array'),
  builtin('outer', 'vector', 'vector'),
  builtin('dot', 'vector', 'vector'),
  builtin('norm1', 'array'),
  builtin('norm2', 'array'),
  builtin('softmax', 'array'),
  builtin('logsumexp', 'vector'),
  builtin('integer', 'number'),
  builtin('definite', 'matrix'),
  builtin('defined', 'value'),
  builtin('differentiable', 'value', 'value'),
  builtin('free', 'value', 'value'),
  builtin('near', 'value', 'condition'),
  builtin('any', 'value', 'condition'),
]);

/** Names that stand for themselves unless declared. */
export const CONSTANTS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['pi', 'pi'],
  ['inf', 'inf'],
  ['true', 'true'],
  ['false', 'false'],
  ['zeroLogZero', 'zeroLogZero'],
]);
