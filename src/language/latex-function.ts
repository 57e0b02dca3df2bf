/** Functions and operations on arrays in LaTeX. */
import type { Operator } from '../term/operator.js';
import { arg, isNumber, type Term } from '../term/term.js';
import type { Operand, Piece, Surroundings } from './layout.js';
import { listPieces } from './line-notation.js';
import { LEVEL } from './notation.js';

const COMMANDS: ReadonlyMap<Operator, string> = new Map<Operator, string>([
  ['exp', '\\exp'],
  ['log', '\\log'],
  ['log2', '\\log_{2}'],
  ['log10', '\\log_{10}'],
  ['sign', '\\operatorname{sign}'],
  ['tanh', '\\tanh'],
  ['relu', '\\operatorname{relu}'],
  ['softplus', '\\operatorname{softplus}'],
  ['sigmoid', '\\operatorname{sigmoid}'],
  ['erf', '\\operatorname{erf}'],
  ['Phi', '\\Phi'],
  ['gamma', '\\Gamma'],
  ['lgamma', '\\operatorname{ln\\Gamma}'],
  ['digamma', '\\operatorname{digamma}'],
  ['maximum', '\\max'],
  ['minimum', '\\min'],
  ['softmax', '\\operatorname{softmax}'],
  ['logsumexp', '\\operatorname{logsumexp}'],
  ['trace', '\\operatorname{tr}'],
  ['det', '\\det'],
  ['diag', '\\operatorname{diag}'],
  ['differentiable', '\\operatorname{differentiable}'],
  ['free', '\\operatorname{free}'],
  ['slice', '\\operatorname{slice}'],
]);

/** Functions that are written without parentheses before a name. */
const BARE: ReadonlySet<Operator> = new Set<Operator>(['log', 'log2', 'log10', 'tanh', 'det']);

const isName = (term: Term): boolean =>
  ['sym', 'bound', 'at', 'meta'].includes(term.op) || (term.op === 'app' && term.args.length === 0);

/** True of `\log x`, which is written with \cdot before a further factor. */
export const isBareFunction = (term: Term): boolean => BARE.has(term.op) && isName(arg(term, 0));

const inParentheses = (terms: readonly Term[], around: Surroundings): Piece[] => [
  '\\left(',
  ...listPieces(terms, around),
  '\\right)',
];

/** The pieces of a function or operation; undefined for any other term. */
export function functionPieces(term: Term, around: Surroundings): Piece[] | undefined {
  const command = COMMANDS.get(term.op);
  if (command === undefined) return fencedPieces(term, around) ?? arrayPieces(term, around);
  if (!isBareFunction(term)) return [command, ...inParentheses(term.args, around)];
  return [`${command} `, ...listPieces(term.args, around)];
}

/** Operations whose argument stands between signs. */
const FENCES: ReadonlyMap<Operator, readonly [string, string]> = new Map([
  ['sqrt', ['\\sqrt{', '}']],
  ['abs', ['\\left|', '\\right|']],
  ['iverson', ['\\left[', '\\right]']],
  ['norm1', ['\\left\\lVert ', '\\right\\rVert_{1}']],
  ['norm2', ['\\left\\lVert ', '\\right\\rVert_{2}']],
  ['dot', ['\\left\\langle ', '\\right\\rangle']],
  ['integer', ['', ' \\in \\mathbb{Z}']],
  ['defined', ['', ' \\text{ is defined}']],
]);

function fencedPieces(term: Term, around: Surroundings): Piece[] | undefined {
  const fences = FENCES.get(term.op);
  if (!fences) return undefined;
  const level = term.op === 'integer' || term.op === 'defined' ? LEVEL.sum : LEVEL.any;
  const inner = term.args.map(
    (child): Operand => ({ term: child, level, letters: around.letters }),
  );
  return [
    fences[0],
    ...inner.flatMap((piece, k) => (k === 0 ? [piece] : [', ', piece])),
    fences[1],
  ];
}

function arrayPieces(term: Term, around: Surroundings): Piece[] | undefined {
  const operand = (k: number, level: number): Operand => ({
    term: arg(term, k),
    level,
    letters: around.letters,
  });
  switch (term.op) {
    case 'factorial':
      return [operand(0, LEVEL.postfix), '!'];
    case 'binom':
      return ['\\binom{', operand(0, LEVEL.any), '}{', operand(1, LEVEL.any), '}'];
    case 'outer':
      return [operand(0, LEVEL.product), ' \\otimes ', operand(1, LEVEL.factor)];
    case 'transpose':
      return [operand(0, LEVEL.postfix), '^{\\top}'];
    case 'inv':
      return [operand(0, LEVEL.postfix), '^{-1}'];
    case 'eye':
    case 'ones': {
      const sign = term.op === 'eye' ? '\\mathbf{I}' : '\\mathbf{1}';
      if (isNumber(arg(term, 0), 1)) return [`${sign}_{`, operand(1, LEVEL.any), '}'];
      return [`${sign}_{`, operand(0, LEVEL.sum), ' \\dots ', operand(1, LEVEL.sum), '}'];
    }
    default:
      return undefined;
  }
}

/** The level of an operation on arrays; undefined for any other term. */
export function operationLevel(term: Term): number | undefined {
  switch (term.op) {
    case 'matmul':
    case 'outer':
      return LEVEL.product;
    case 'transpose':
    case 'inv':
    case 'factorial':
      return LEVEL.power;
    case 'integer':
    case 'defined':
      return LEVEL.relation;
    // A power after the parentheses might belong to the argument.
    case 'log':
    case 'log2':
    case 'log10':
      return isBareFunction(term) ? LEVEL.factor : LEVEL.power;
    default:
      return isBareFunction(term) ? LEVEL.factor : undefined;
  }
}
