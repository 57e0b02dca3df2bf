/** Sums, products, integrals, extrema, comprehensions and sets of minimisers in LaTeX. */
import { arg, type Term } from '../term/term.js';
import { joinName, latexName } from './latex-name.js';
import type { Operand, Piece, Surroundings } from './layout.js';
import { listPieces, type OpenBinder, openBinder } from './line-notation.js';
import { LEVEL } from './notation.js';

/** True of what reaches over the product that follows its sign. */
export const isBig = (term: Term): boolean =>
  ['sum', 'prod', 'max', 'min', 'int', 'argmin', 'argmax'].includes(term.op);

/** The pieces of a binder; undefined for any other term. */
export function bigPieces(term: Term, around: Surroundings): Piece[] | undefined {
  switch (term.op) {
    case 'sum':
    case 'prod':
      return seriesPieces(term, around);
    case 'max':
    case 'min':
      return extremumPieces(term, around);
    case 'int':
      return integralPieces(term, around);
    case 'array':
      return arrayPieces(term, around);
    case 'forall':
      return forallPieces(term, around);
    case 'in':
      return [operand(term, 0, LEVEL.sum, around), ' \\in ', ...setPieces(term, around, 1)];
    case 'argmin':
    case 'argmax':
      return argPieces(term, around);
    case 'guard':
      return [
        operand(term, 1, LEVEL.any, around),
        ' \\text{ where } ',
        operand(term, 0, LEVEL.any, around),
      ];
    default:
      return undefined;
  }
}

const operand = (term: Term, k: number, level: number, around: Surroundings): Operand => ({
  term: arg(term, k),
  level,
  letters: around.letters,
});

const letterOf = (binder: OpenBinder): string => joinName(latexName(binder.letter));

/** `\sum_{k=1}^{K}`, with a condition below: `\sum_{\substack{k=1 \\ k \ne j}}^{K}`. */
function seriesPieces(term: Term, around: Surroundings): Piece[] {
  const binder = openBinder(term, around, LEVEL.product);
  const start: Piece[] = [`${letterOf(binder)}=`, operand(term, 0, LEVEL.any, around)];
  const below = withCondition(start, binder);
  const end = operand(term, 1, LEVEL.any, around);
  return [`\\${term.op}_{`, ...below, '}^{', end, '} ', binder.body];
}

/** A condition that looks like the range of another index stands in parentheses. */
function withCondition(range: readonly Piece[], { condition }: OpenBinder): readonly Piece[] {
  if (!condition) return range;
  const isPlain = ['ne', 'lt', 'le'].includes(condition.term.op);
  const written: Piece[] = isPlain ? [condition] : ['\\left(', condition, '\\right)'];
  return ['\\substack{', ...range, ' \\\\ ', ...written, '}'];
}

/** `\max_{1 \le k \le K}` */
function extremumPieces(term: Term, around: Surroundings): Piece[] {
  const binder = openBinder(term, around, LEVEL.product);
  const range: Piece[] = [
    operand(term, 0, LEVEL.sum, around),
    ` \\le ${letterOf(binder)} \\le `,
    operand(term, 1, LEVEL.sum, around),
  ];
  const below = withCondition(range, binder);
  return [`\\${term.op}_{`, ...below, '} ', binder.body];
}

function integralPieces(term: Term, around: Surroundings): Piece[] {
  const binder = openBinder(term, around, LEVEL.product);
  const [lo, hi] = [operand(term, 0, LEVEL.any, around), operand(term, 1, LEVEL.any, around)];
  return ['\\int_{', lo, '}^{', hi, '} ', binder.body, ` \\, \\mathrm{d}${letterOf(binder)}`];
}

/** `\left( e \right)_{i=1}^{n}` */
function arrayPieces(term: Term, around: Surroundings): Piece[] {
  const binder = openBinder(term, around);
  const [lo, hi] = [operand(term, 0, LEVEL.any, around), operand(term, 1, LEVEL.any, around)];
  return ['\\left(', binder.body, `\\right)_{${letterOf(binder)}=`, lo, '}^{', hi, '}'];
}

function forallPieces(term: Term, around: Surroundings): Piece[] {
  const binder = openBinder(term, around);
  const condition: Piece[] = binder.condition ? [' \\text{ with } ', binder.condition, ' '] : [];
  return [
    `\\forall ${letterOf(binder)} \\in `,
    ...setPieces(term, around, 0),
    ...condition,
    '\\colon ',
    binder.body,
  ];
}

const setPieces = (term: Term, around: Surroundings, from: number): Piece[] => [
  '\\{',
  operand(term, from, LEVEL.any, around),
  ', \\dots, ',
  operand(term, from + 1, LEVEL.any, around),
  '\\}',
];

function argPieces(term: Term, around: Surroundings): Piece[] {
  const name = term.op === 'argmin' ? 'arg\\,min' : 'arg\\,max';
  return [
    `\\operatorname*{${name}}_{`,
    ...listPieces(term.args.slice(1), around),
    '} ',
    operand(term, 0, LEVEL.product, around),
  ];
}
