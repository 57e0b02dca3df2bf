/**
 * Terms on one line: the plain grammar, and with other signs its Unicode form. `signs` are the
 * texts of operators; everything else is common to both.
 */
import { isBinder, type Operator } from '../term/operator.js';
import type { Rational } from '../term/rational.js';
import { rationalText } from '../term/rational.js';
import { arg, type Term } from '../term/term.js';
import type { Operand, Piece, Surroundings } from './layout.js';
import { enter, letterAt } from './letters.js';
import { decimalText, flattenDerivative, flattenEntry, INFIX, LEVEL } from './notation.js';

export interface Line {
  readonly infix: ReadonlyMap<Operator, string>;
  readonly minus: string;
  readonly not: string;
  readonly forall: string;
  readonly in: string;
  readonly name: (name: string) => string;
  readonly number: (value: Rational) => string;
}

/** The pieces of a term in the plain grammar. */
export function linePieces(line: Line, term: Term, around: Surroundings): Piece[] {
  const { letters } = around;
  const operand = (child: Term, level: number): Operand => ({ term: child, level, letters });
  const places = INFIX.get(term.op);
  if (places) {
    const sign = line.infix.get(term.op) ?? ` ${term.op} `;
    return [operand(arg(term, 0), places.left), sign, operand(arg(term, 1), places.right)];
  }
  switch (term.op) {
    case 'num':
      return [line.number(term.value as Rational)];
    case 'sym':
      return [line.name(term.name)];
    case 'bound':
      return [line.name(letterAt(letters, term.index))];
    case 'pi':
    case 'inf':
    case 'true':
    case 'false':
      return [term.op];
    case 'neg':
      return [line.minus, operand(arg(term, 0), LEVEL.big)];
    case 'not':
      return [line.not, operand(arg(term, 0), LEVEL.negation)];
    case 'iverson':
      return ['[', operand(arg(term, 0), LEVEL.any), ']'];
    case 'at':
      return entryPieces(term, around);
    case 'meta':
    case 'app':
      return referencePieces(line, term, around);
    case 'diff': {
      const { body, targets } = flattenDerivative(term, around.isNamed);
      return call('diff', [body, ...targets], around);
    }
    case 'argmin':
    case 'argmax':
      return argPieces(term, around);
    case 'maximum':
    case 'minimum':
      return extremumPieces(term, around);
    case 'eye':
    case 'ones':
      return [`${term.op}(`, ...rangePieces(term, around), ')'];
    case 'in':
      return [operand(arg(term, 0), LEVEL.sum), line.in, ...rangePieces(term, around, 1)];
    case 'guard':
      return [operand(arg(term, 1), LEVEL.any), ' where ', operand(arg(term, 0), LEVEL.any)];
    default:
      return binderPieces(line, term, around) ?? call(term.op, term.args, around);
  }
}

/** `a, b, c`, each free of parentheses. */
export function listPieces(terms: readonly Term[], around: Surroundings, comma = ', '): Piece[] {
  return terms.flatMap((term, k): Piece[] => {
    const piece: Operand = { term, level: LEVEL.any, letters: around.letters };
    return k === 0 ? [piece] : [comma, piece];
  });
}

export const call = (name: string, terms: readonly Term[], around: Surroundings): Piece[] => [
  `${name}(`,
  ...listPieces(terms, around),
  ')',
];

function entryPieces(term: Term, around: Surroundings): Piece[] {
  const { base, indices } = flattenEntry(term);
  const array: Operand = { term: base, level: LEVEL.postfix, letters: around.letters };
  return [array, '[', ...listPieces(indices, around, ','), ']'];
}

/** `J`, `yhat[i,c]`, `f(u)`: brackets where the context says that it is indexed. */
function referencePieces(line: Line, term: Term, around: Surroundings): Piece[] {
  const name = line.name(term.name);
  if (term.args.length === 0) return [name];
  const isIndexed = around.context?.definitions.get(term.name)?.style === 'indexed';
  if (!isIndexed || term.op === 'meta') return call(name, term.args, around);
  return [name, '[', ...listPieces(term.args, around, ','), ']'];
}

function argPieces(term: Term, around: Surroundings): Piece[] {
  const [objective, ...variables] = term.args;
  const list = listPieces(variables, around);
  const tuple = variables.length === 1 ? list : ['(', ...list, ')'];
  return [`${term.op}(`, ...tuple, ', ', ...listPieces([objective as Term], around), ')'];
}

/** An index letter as the first argument is put in parentheses: `max(i, e)` is over a range. */
function extremumPieces(term: Term, around: Surroundings): Piece[] {
  const name = term.op === 'maximum' ? 'max(' : 'min(';
  const first = arg(term, 0);
  const kind = around.context?.declarations.get(first.name)?.kind;
  const couldBeRange = first.op === 'sym' && (!around.context || kind === 'index');
  const [head, ...tail] = listPieces(term.args, around);
  return couldBeRange
    ? [name, '(', head as Piece, ')', ...tail, ')']
    : [name, head as Piece, ...tail, ')'];
}

export function rangePieces(term: Term, { letters }: Surroundings, from = 0): Piece[] {
  return [
    { term: arg(term, from), level: LEVEL.sum, letters },
    '..',
    { term: arg(term, from + 1), level: LEVEL.sum, letters },
  ];
}

/** `sum(k in a..b where P, e)`, `forall k in a..b: P`; undefined for no binder. */
function binderPieces(line: Line, term: Term, around: Surroundings): Piece[] | undefined {
  if (!isBinder(term.op)) return undefined;
  const { letter, condition, body } = openBinder(term, around);
  const where: Piece[] = condition ? [' where ', condition] : [];
  const clause = [line.name(letter), line.in, ...rangePieces(term, around), ...where];
  if (term.op === 'forall') return [line.forall, ...clause, ': ', body];
  return [`${term.op}(`, ...clause, ', ', body, ')'];
}

export interface OpenBinder {
  readonly letter: string;
  readonly condition: Operand | undefined;
  readonly body: Operand;
}

/** The parts of a binder under its letter; the body free of parentheses unless a level is given. */
export function openBinder(
  term: Term,
  around: Surroundings,
  level: number = LEVEL.any,
): OpenBinder {
  const letters = enter(term, around.letters);
  const inner = arg(term, 2);
  const isGuarded = inner.op === 'guard';
  return {
    letter: letters.letter,
    condition: isGuarded ? { term: arg(inner, 0), level: LEVEL.any, letters } : undefined,
    body: { term: isGuarded ? arg(inner, 1) : inner, level, letters },
  };
}

/** A number of the plain grammar: a decimal if its decimals end, else a quotient. */
export const plainNumber = (value: Rational): string => decimalText(value) ?? rationalText(value);
