/** Terms in English words, as they would be read aloud: `the sum over k from 1 to K of x sub k`. */
import type { Operator } from '../term/operator.js';
import type { Rational } from '../term/rational.js';
import { arg, type Term } from '../term/term.js';
import { nameParts } from './decorated-name.js';
import {
  layOut,
  type Notation,
  type Operand,
  type Piece,
  type PrintOptions,
  type Surroundings,
} from './layout.js';
import { letterAt } from './letters.js';
import { openBinder } from './line-notation.js';
import { markOf, unmarked } from './mark.js';
import { decimalText, flattenDerivative, flattenEntry, INFIX, LEVEL, levelOf } from './notation.js';
import { sliceOf } from './slice.js';

const INFIX_WORDS: ReadonlyMap<Operator, string> = new Map<Operator, string>([
  ['implies', ' implies '],
  ['or', ' or '],
  ['and', ' and '],
  ['eq', ' equals '],
  ['ne', ' is not equal to '],
  ['lt', ' is less than '],
  ['le', ' is at most '],
  ['add', ' plus '],
  ['sub', ' minus '],
  ['mul', ' times '],
  ['pow', ' to the power '],
]);

/** Words before the argument or the arguments of a function. */
const FUNCTIONS: ReadonlyMap<Operator, string> = new Map<Operator, string>([
  ['exp', 'e to the power'],
  ['log', 'the log of'],
  ['log2', 'the log to base 2 of'],
  ['log10', 'the log to base 10 of'],
  ['sqrt', 'the square root of'],
  ['abs', 'the absolute value of'],
  ['sign', 'the sign of'],
  ['relu', 'the positive part of'],
  ['factorial', 'the factorial of'],
  ['gamma', 'gamma of'],
  ['lgamma', 'log gamma of'],
  ['binom', 'the binomial coefficient of'],
  ['logsumexp', 'log sum exp of'],
  ['matmul', 'the matrix product of'],
  ['outer', 'the outer product of'],
  ['diag', 'the diagonal matrix of'],
  ['transpose', 'the transpose of'],
  ['inv', 'the inverse of'],
  ['det', 'the determinant of'],
  ['trace', 'the trace of'],
  ['maximum', 'the larger of'],
  ['minimum', 'the smaller of'],
  ['delta', 'delta of'],
  ['iverson', 'one if'],
  ['dot', 'the dot product of'],
  ['norm1', 'the one norm of'],
  ['norm2', 'the norm of'],
  ['defined', 'there is a value of'],
]);

const BINDERS: ReadonlyMap<Operator, string> = new Map<Operator, string>([
  ['sum', 'the sum'],
  ['prod', 'the product'],
  ['max', 'the maximum'],
  ['min', 'the minimum'],
  ['int', 'the integral'],
  ['array', 'the array'],
]);

/** `y hat`, `theta`, `x 0`, `w prime`. */
function nameWords(name: string): string {
  const { stem, accent, subscript, primes } = nameParts(name);
  const words = [stem, accent ?? '', subscript, ...Array.from({ length: primes }, () => 'prime')];
  return words.filter((word) => word !== '').join(' ');
}

function numberWords(value: Rational): string {
  const size = value.n < 0n ? { n: -value.n, d: value.d } : value;
  const text = decimalText(size) ?? `${size.n} over ${size.d}`;
  return value.n < 0n ? `minus ${text}` : text;
}

/** Terms that need no words around them where they stand above or below a line. */
const isShort = (term: Term): boolean =>
  levelOf(term) >= LEVEL.postfix && !BINDERS.has(term.op) && term.op !== 'pow';

function level(marked: Term): number {
  const term = unmarked(marked);
  if (BINDERS.has(term.op)) return LEVEL.big;
  if (term.op === 'diff' || FUNCTIONS.has(term.op)) return LEVEL.power;
  if (term.op === 'div') return isSimpleFraction(term) ? LEVEL.factor : LEVEL.atom;
  return levelOf(term);
}

const isSimpleFraction = (term: Term): boolean =>
  isShort(unmarked(arg(term, 0))) && isShort(unmarked(arg(term, 1)));

function pieces(term: Term, around: Surroundings): readonly Piece[] {
  const { letters } = around;
  if (markOf(term) !== undefined) return pieces(arg(term, 0), around);
  const operand = (k: number, least: number = LEVEL.any): Operand => ({
    term: arg(term, k),
    level: least,
    letters,
  });
  const words = INFIX_WORDS.get(term.op);
  const places = INFIX.get(term.op);
  if (term.op === 'pow' && unmarked(arg(term, 1)).value?.d === 1n) {
    const n = unmarked(arg(term, 1)).value?.n;
    if (n === 2n) return [operand(0, LEVEL.postfix), ' squared'];
    if (n === 3n) return [operand(0, LEVEL.postfix), ' cubed'];
  }
  if (words && places) return [operand(0, places.left), words, operand(1, places.right)];
  const before = FUNCTIONS.get(term.op);
  if (before) {
    return [`${before} `, ...spokenList(term.args, around, ' and ')];
  }
  if (BINDERS.has(term.op) || term.op === 'forall') return binderPieces(term, around);
  switch (term.op) {
    case 'num':
      return [numberWords(term.value as Rational)];
    case 'sym':
      return [nameWords(term.name)];
    case 'bound':
      return [nameWords(letterAt(letters, term.index))];
    case 'inf':
      return ['infinity'];
    case 'neg':
      return ['minus ', operand(0, LEVEL.big)];
    case 'not':
      return ['not ', operand(0, LEVEL.negation)];
    case 'div':
      return isSimpleFraction(term)
        ? [operand(0), ' over ', operand(1)]
        : ['the fraction ', operand(0), ' over ', operand(1), ', end of fraction,'];
    case 'at':
      return entryPieces(term, around);
    case 'diff':
      return derivativePieces(term, around);
    case 'if':
      return [operand(1), ' if ', operand(0), ', otherwise ', operand(2)];
    case 'in':
      return [operand(0), ' in ', operand(1), ' to ', operand(2)];
    case 'integer':
      return [operand(0, LEVEL.sum), ' is a whole number'];
    case 'definite':
      return [operand(0, LEVEL.sum), ' is positive definite'];
    case 'differentiable':
      return [operand(0, LEVEL.sum), ' is differentiable in ', operand(1, LEVEL.sum)];
    case 'guard':
      return [operand(1), ' where ', operand(0)];
    case 'app':
    case 'meta':
      return referencePieces(term, around);
    case 'argmin':
    case 'argmax':
      return [
        `the ${listOf(term)} at which `,
        operand(0),
        ` is ${term.op === 'argmin' ? 'least' : 'greatest'}`,
      ];
  }
  if (term.args.length === 0) return [term.op];
  return [`${term.op} of `, ...spokenList(term.args, around, ' and ')];
}

/** No bracket is heard at the end of a list: what is more than a name has parentheses. */
const spokenList = (
  terms: readonly Term[],
  { letters }: Surroundings,
  between: string,
): readonly Piece[] =>
  terms.flatMap((term, k): Piece[] => [
    ...(k > 0 ? [between] : []),
    { term, level: LEVEL.postfix, letters },
  ]);

const listOf = (term: Term): string =>
  term.args
    .slice(1)
    .map(({ name }) => nameWords(name))
    .join(' and ');

/** `the sum over k from 1 to K of …` */
function binderPieces(term: Term, around: Surroundings): Piece[] {
  const slice = term.op === 'array' ? sliceOf(term, around.context) : undefined;
  if (slice && slice.fixed.length === 0) return [nameWords(slice.name)];
  if (slice)
    return [
      `the slice of ${nameWords(slice.name)} at `,
      ...spokenList(slice.fixed, around, ' and '),
    ];
  const { letters } = around;
  const { letter, condition, body } = openBinder(term, around, LEVEL.product);
  const range: Piece[] = [
    `${nameWords(letter)} from `,
    { term: arg(term, 0), level: LEVEL.sum, letters },
    ' to ',
    { term: arg(term, 1), level: LEVEL.sum, letters },
    ...(condition ? [' where ', condition] : []),
  ];
  if (term.op === 'forall') return ['for all ', ...range, ', ', body];
  return [`${BINDERS.get(term.op)} over `, ...range, ' of ', body];
}

function entryPieces(term: Term, around: Surroundings): Piece[] {
  const { base, indices } = flattenEntry(term);
  const array: Operand = { term: base, level: LEVEL.postfix, letters: around.letters };
  return [array, ' sub ', ...spokenList(indices, around, ' ')];
}

function referencePieces(term: Term, around: Surroundings): Piece[] {
  const name = nameWords(term.name);
  if (term.args.length === 0) return [name];
  const isIndexed = around.context?.definitions.get(term.name)?.style === 'indexed';
  return isIndexed && term.op === 'app'
    ? [`${name} sub `, ...spokenList(term.args, around, ' ')]
    : [`${name} of `, ...spokenList(term.args, around, ' and ')];
}

/** `the derivative of J by z sub a b` */
function derivativePieces(term: Term, around: Surroundings): Piece[] {
  const { letters } = around;
  const { body, targets } = flattenDerivative(term, around.isNamed);
  const order = ['', 'second ', 'third '][targets.length - 1] ?? `${targets.length}th `;
  const by = [...targets]
    .reverse()
    .flatMap((target, k): Piece[] => [
      k === 0 ? ' by ' : ' and ',
      { term: target, level: LEVEL.any, letters },
    ]);
  return [`the ${order}derivative of `, { term: body, level: LEVEL.product, letters }, ...by];
}

const SPEECH: Notation = {
  level,
  pieces,
  open: 'open parenthesis ',
  close: ' close parenthesis',
  name: nameWords,
  call: (name, letters) => `${name} of ${letters.join(' and ')}`,
  where: ', where ',
  also: ', and ',
  is: ' is ',
};

/** The term in words. */
export const speak = (term: Term, options?: PrintOptions): string =>
  layOut(term, SPEECH, options)
    .replace(/,(?= close|$)/g, '')
    .replace(/,,+/g, ',');
