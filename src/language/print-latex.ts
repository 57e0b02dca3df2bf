/**
 * Terms in LaTeX for mathematics mode, within what KaTeX renders. What is printed here is read
 * back by `latex/formula.ts` as the same term, so no two terms look the same: a number that is a
 * fraction is a \tfrac, a negative number stands in braces, a product after a derivative in
 * parentheses.
 */
import { isBinder, type Operator } from '../term/operator.js';
import type { Rational } from '../term/rational.js';
import { mentionsName } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import { bigPieces, isBig } from './latex-binder.js';
import { functionPieces, isBareFunction, operationLevel } from './latex-function.js';
import { joinName, latexName } from './latex-name.js';
import {
  layOut,
  type Notation,
  type Operand,
  type Piece,
  type PrintOptions,
  type Surroundings,
} from './layout.js';
import { letterAt } from './letters.js';
import { listPieces } from './line-notation.js';
import { markOf, unmarked } from './mark.js';
import { decimalText, flattenDerivative, flattenEntry, INFIX, LEVEL, levelOf } from './notation.js';
import { sliceOf } from './slice.js';

const SIGNS: ReadonlyMap<Operator, string> = new Map<Operator, string>([
  ['implies', ' \\Rightarrow '],
  ['or', ' \\lor '],
  ['and', ' \\land '],
  ['eq', ' = '],
  ['ne', ' \\ne '],
  ['lt', ' < '],
  ['le', ' \\le '],
  ['add', ' + '],
  ['sub', ' - '],
]);

const WORDS: ReadonlyMap<Operator, string> = new Map<Operator, string>([
  ['pi', '\\pi'],
  ['inf', '\\infty'],
  ['true', '\\text{true}'],
  ['false', '\\text{false}'],
]);

/** Nodes of an exponent up to which exp is written as a power of e. */
const SHORT_EXPONENT = 14;

function isPowerOfE(term: Term, around: Surroundings): boolean {
  if (term.op !== 'exp' || mentionsName(term, 'e') || isTaken('e', around)) return false;
  let count = 0;
  const stack = [arg(term, 0)];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (++count > SHORT_EXPONENT || isBinder(node.op) || node.op === 'if') return false;
    for (const child of node.args.slice(0, SHORT_EXPONENT)) stack.push(child);
  }
  return true;
}

/** True of a name that a bound letter or the context gives another meaning. */
function isTaken(name: string, { context, letters }: Surroundings): boolean {
  if (context?.declarations.has(name) || context?.definitions.has(name)) return true;
  for (let scope: Surroundings['letters'] | undefined = letters; scope; scope = scope.outer)
    if (scope.letter === name) return true;
  return false;
}

/** A derivative of what stands after it reaches over a product, as a sum does. */
function isReaching(marked: Term, around: Surroundings): boolean {
  const term = unmarked(marked);
  return isBig(term) || (term.op === 'diff' && !isInFraction(derivedBody(term, around)));
}

const derivedBody = (term: Term, { isNamed }: Surroundings): Term =>
  flattenDerivative(term, isNamed).body;

/** What is written above the fraction bar of a derivative. */
const isInFraction = (body: Term): boolean =>
  ['sym', 'app', 'bound', 'meta'].includes(unmarked(body).op);

function level(marked: Term, around: Surroundings): number {
  const term = unmarked(marked);
  if (isReaching(term, around) || (term.op === 'mul' && isReaching(arg(term, 1), around)))
    return LEVEL.big;
  switch (term.op) {
    case 'div':
      return LEVEL.factor;
    case 'num':
      if (!term.value || term.value.n < 0n) return LEVEL.sum;
      return isFraction(term.value) ? LEVEL.factor : LEVEL.atom;
    case 'exp':
      return isPowerOfE(term, around) ? LEVEL.power : LEVEL.atom;
    case 'if':
      return LEVEL.relation;
    case 'diff':
      return LEVEL.factor;
    case 'array':
      return LEVEL.power;
    default:
      return operationLevel(term) ?? levelOf(term);
  }
}

const isFraction = (value: Rational): boolean =>
  value.d > 1n && (value.d <= 12n || decimalText(value) === undefined);

function numberText(value: Rational): string {
  const isNegative = value.n < 0n;
  const size = isNegative ? -value.n : value.n;
  if (isFraction(value)) {
    const text = `\\tfrac{${size}}{${value.d}}`;
    return isNegative ? `{-${text}}` : text;
  }
  const text = decimalText({ n: size, d: value.d }) ?? '';
  const power = text.replace(/^1e(.*)$/, '10^{$1}').replace(/e(.*)$/, ' \\cdot 10^{$1}');
  if (isNegative) return `{-${power}}`;
  return power === text ? text : `{${power}}`;
}

function pieces(term: Term, around: Surroundings): readonly Piece[] {
  const { letters } = around;
  const mark = markOf(term);
  if (mark !== undefined) return [`\\htmlClass{${mark}}{`, ...pieces(arg(term, 0), around), '}'];
  const operand = (k: number, least: number): Operand => ({
    term: arg(term, k),
    level: least,
    letters,
  });
  const sign = SIGNS.get(term.op);
  const places = INFIX.get(term.op);
  if (sign && places) return [operand(0, places.left), sign, operand(1, places.right)];
  const word = WORDS.get(term.op);
  if (word) return [word];
  switch (term.op) {
    case 'num':
      return [numberText(term.value as Rational)];
    case 'sym':
      return [joinName(latexName(term.name, isWholeArray(term.name, around)))];
    case 'bound':
      return [joinName(latexName(letterAt(letters, term.index)))];
    case 'neg':
      return ['-', operand(0, LEVEL.big)];
    case 'mul':
      return [
        operand(0, LEVEL.product),
        timesSign(term),
        operand(1, isReaching(arg(term, 1), around) ? LEVEL.big : LEVEL.factor),
      ];
    case 'div':
      return ['\\frac{', operand(0, LEVEL.any), '}{', operand(1, LEVEL.any), '}'];
    case 'pow':
      return [operand(0, LEVEL.postfix), '^{', operand(1, LEVEL.any), '}'];
    case 'exp':
      if (isPowerOfE(term, around)) return ['e^{', operand(0, LEVEL.any), '}'];
      break;
    case 'not':
      return ['\\lnot ', operand(0, LEVEL.negation)];
    case 'at':
      return entryPieces(term, around);
    case 'array':
      return slicePieces(term, around) ?? bigPieces(term, around) ?? [];
    case 'matmul':
      return [operand(0, LEVEL.product), timesSign(term), operand(1, LEVEL.factor)];
    case 'delta':
      return ['\\delta_{', ...indexPieces(term.args, around), '}'];
    case 'app':
    case 'meta':
      return referencePieces(term, around);
    case 'diff':
      return derivativePieces(term, around);
    case 'if':
      return [
        '\\begin{cases} ',
        operand(1, LEVEL.any),
        ' & \\text{if } ',
        operand(0, LEVEL.any),
        ' \\\\ ',
        operand(2, LEVEL.any),
        ' & \\text{otherwise} \\end{cases}',
      ];
  }
  return (
    bigPieces(term, around) ??
    functionPieces(term, around) ?? [
      `\\operatorname{${term.op}}\\left(`,
      ...listPieces(term.args, around),
      '\\right)',
    ]
  );
}

const isWholeArray = (name: string, around: Surroundings): boolean =>
  (around.context?.declarations.get(name)?.axes.length ?? 0) > 0;

const PARENTHESISED: ReadonlySet<Term['op']> = new Set(['add', 'sub', 'mul', 'matmul'] as const);

/** Factors stand side by side, but for a number or minus sign on the right and after `\log x`. */
function timesSign(term: Term): string {
  const [left, right] = [unmarked(arg(term, 0)), unmarked(arg(term, 1))];
  let first = right;
  while (first.op === 'pow' || first.op === 'factorial') first = arg(first, 0);
  const last = left.op === 'mul' || left.op === 'matmul' ? arg(left, 1) : left;
  let front = right;
  while (front.op === 'add' || front.op === 'sub') front = arg(front, 0);
  // A name before `(-b)` would look like a function of -b.
  if (front.op === 'neg') return ' \\cdot ';
  // So would a defined name before any product, and before a sum of what it is defined by.
  if (last.op === 'app' && PARENTHESISED.has(right.op)) return ' \\cdot ';
  const isNumeric = first.op === 'num' || (first.op === 'div' && last.op === 'num');
  return isNumeric || isBareFunction(last) || last.op === 'factorial' ? ' \\cdot ' : ' \\, ';
}

/** `ic` when all are single letters, `i,c+1` otherwise. */
function indexPieces(indices: readonly Term[], around: Surroundings): Piece[] {
  const name = (index: Term): string =>
    index.op === 'bound' ? letterAt(around.letters, index.index) : index.name;
  const isLetter = (index: Term): boolean =>
    (index.op === 'sym' || index.op === 'bound') && /^\p{L}\p{M}*'*$/u.test(name(index));
  const isAscii = (index: Term): boolean => /^[A-Za-z]/.test(joinName(latexName(name(index))));
  if (!indices.every(isLetter)) return listPieces(indices, around, ', ');
  return listPieces(indices, around, indices.every(isAscii) ? '' : ' ');
}

function entryPieces(term: Term, around: Surroundings): Piece[] {
  const { base, indices } = flattenEntry(term);
  const list = indexPieces(indices, around);
  if (base.op === 'sym') return subscripted(base.name, list);
  return ['{', { term: base, level: LEVEL.atom, letters: around.letters }, '}_{', ...list, '}'];
}

/** `z_{i,:}` for a slice; with all axes kept `z_{:}` for a symbol, which is `\mathbf{z}` itself. */
function slicePieces(term: Term, around: Surroundings): Piece[] | undefined {
  const slice = sliceOf(term, around.context);
  if (!slice) return undefined;
  const isDefined = around.context?.definitions.has(slice.name);
  if (slice.fixed.length === 0 && isDefined) return [joinName(latexName(slice.name, true))];
  const first = slice.fixed.length === 0 ? 1 : 0;
  const kept = Array.from({ length: slice.kept }, (_, k): Piece => (k < first ? ':' : ', :'));
  return subscripted(slice.name, [...indexPieces(slice.fixed, around), ...kept]);
}

/** A name with subscripts besides its own. */
function subscripted(name: string, indices: readonly Piece[]): Piece[] {
  const parts = latexName(name);
  if (parts.subscript === '') return [joinName(parts), '_{', ...indices, '}'];
  return ['{', joinName(parts), '}_{', ...indices, '}'];
}

function referencePieces(term: Term, around: Surroundings): Piece[] {
  const name = joinName(latexName(term.name));
  if (term.args.length === 0) return [name];
  const isIndexed = around.context?.definitions.get(term.name)?.style === 'indexed';
  if (isIndexed && term.op === 'app') return subscripted(term.name, indexPieces(term.args, around));
  return [name, '\\left(', ...listPieces(term.args, around), '\\right)'];
}

/** `\frac{\partial J}{\partial z_{ic}}`; a longer body stands after the fraction. */
function derivativePieces(term: Term, around: Surroundings): Piece[] {
  const { letters } = around;
  const { body, targets } = flattenDerivative(term, around.isNamed);
  const power = targets.length === 1 ? '' : `^{${targets.length}}`;
  const below = [...targets]
    .reverse()
    .flatMap((target, k): Piece[] => [
      k === 0 ? '\\partial ' : ' \\, \\partial ',
      { term: target, level: LEVEL.postfix, letters },
    ]);
  const inner: Operand = { term: body, level: LEVEL.any, letters };
  return isInFraction(body)
    ? [`\\frac{\\partial${power} `, inner, '}{', ...below, '}']
    : [`\\frac{\\partial${power}}{`, ...below, '} \\left(', inner, '\\right)'];
}

const LATEX: Notation = {
  level,
  pieces,
  open: '\\left(',
  close: '\\right)',
  name: (name) => joinName(latexName(name)),
  call: (name, letters) => `${name}\\left(${letters.join(', ')}\\right)`,
  where: ' \\quad\\text{where } ',
  also: ', \\; ',
  is: ' = ',
};

/** The term in LaTeX. */
export const printLatex = (term: Term, options?: PrintOptions): string =>
  layOut(term, LATEX, options);
