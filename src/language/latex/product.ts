/**
 * Products: factors side by side or with a sign between them. Rows and columns decide what a
 * product of arrays is. Where two readings are usual (`1/2x`, `\log a b`), neither is taken.
 */
import { arg, type Term } from '../../term/term.js';
import type { Place } from '../language-error.js';
import { checkOperands } from '../operand-check.js';
import { requireArray, requireNumber } from '../sort-check.js';
import { type Atom, contentOf, isCommand, isSign } from './atom.js';
import { endsIntegral } from './differential.js';
import { readFactor } from './factor.js';
import type { FormulaReader } from './formula-reader.js';
import { isFunctionWord } from './function-word.js';
import { lookupSymbol, stemOf } from './symbol.js';

/** A product with a sign before it: what a big operator reaches over. */
export function readSignedProduct(reader: FormulaReader): Term {
  if (reader.takesSign('-')) return reader.arena.make('neg', [readSignedProduct(reader)]);
  return readProduct(reader);
}

export function readProduct(reader: FormulaReader): Term {
  const start = reader.atom;
  let left = readFactor(reader);
  let divided: Atom | undefined;
  for (;;) {
    const atom = reader.atom;
    const sign = productSign(atom);
    if (sign === '/') {
      if (left.isBare && !startsFunction(reader.peek()))
        throw twoReadings(reader, start, atom, 'write parentheses or \\frac');
      reader.next();
      const next = reader.atom;
      const right = readFactor(reader);
      checkOperands(reader, 'div', {
        left: left.term,
        right: right.term,
        start,
        token: atom,
        next,
      });
      left = { term: reader.arena.make('div', [left.term, right.term]), isBare: right.isBare };
      divided = atom;
      continue;
    }
    if (sign === undefined) {
      if (!startsFactor(reader)) return left.term;
      if (left.isBare && !startsFunction(atom))
        throw twoReadings(reader, start, atom, 'write parentheses, or \\cdot between the factors');
      if (divided && !isCommand(atom, 'sum', 'prod', 'int'))
        throw twoReadings(reader, start, atom, 'write \\frac or parentheses');
      if (atom.kind === 'group' && isSign(contentOf(atom)[0], '-', '+'))
        throw reader.error('a sign in braces is no factor', atom, {
          hint: 'braces do not show: write parentheses',
        });
      if (atom.kind === 'number' && atom.font === '')
        throw reader.error('a number after a factor', atom, { hint: 'write \\cdot before it' });
    } else {
      reader.next();
      divided = undefined;
    }
    const right = readFactor(reader);
    left = { term: multiply(reader, left.term, right.term, atom, sign), isBare: right.isBare };
  }
}

const twoReadings = (reader: FormulaReader, from: Atom, to: Atom, hint: string): Error =>
  reader.error(
    `${reader.quote(from, to)} can be read in two ways: does what comes last still belong to ${
      isSign(to, '/') ? 'the function' : 'what stands before it'
    }?`,
    to,
    { hint },
  );

function productSign(atom: Atom): string | undefined {
  if (isSign(atom, '*')) return 'ast';
  if (isSign(atom, '/') || isCommand(atom, 'div')) return '/';
  return isCommand(atom, 'cdot', 'ast', 'times', 'odot', 'otimes') ? atom.text : undefined;
}

const STARTS = new Set([
  ...['log', 'exp', 'tanh', 'det', 'sum', 'prod', 'int', 'max', 'min', 'frac', 'dfrac', 'tfrac'],
  ...['cfrac', 'binom', 'dbinom', 'tbinom', 'sqrt', 'nabla', 'partial', 'infty', 'Pr'],
]);

const startsFunction = (atom: Atom): boolean =>
  isCommand(atom, 'log', 'exp', 'tanh', 'det', 'sqrt') || isFunctionWord(atom);

/** True when the next atom begins a further factor. */
function startsFactor(reader: FormulaReader): boolean {
  const { atom } = reader;
  switch (atom.kind) {
    case 'letter':
    case 'word':
      return !endsIntegral(reader);
    case 'number':
    case 'group':
    case 'fenced':
      return true;
    case 'rows':
      return atom.text !== 'substack';
    case 'text':
      return isNamedText(reader, atom);
    case 'command':
      return STARTS.has(atom.text) || (atom.text === 'Vert' && reader.bars === 0);
    case 'sign':
      return atom.text === '|' && reader.bars === 0;
    default:
      return false;
  }
}

function isNamedText(reader: FormulaReader, atom: Atom): boolean {
  const stem = stemOf(atom);
  if (stem === undefined) return false;
  const key = { stem, accent: '', label: '', primes: 0 };
  return isFunctionWord(atom) || lookupSymbol(reader.scope, key).length > 0;
}

/** A row: a transposed vector, or a multiple of one. */
const isRow = (reader: FormulaReader, term: Term): boolean =>
  reader.scope.sorts.rank(term) === 1 &&
  (term.op === 'transpose' || (term.op === 'mul' && term.args.some((part) => isRow(reader, part))));

/** The column that a row is the transpose of. */
function columnOf(reader: FormulaReader, row: Term): Term {
  if (row.op === 'transpose') return arg(row, 0);
  const [a, b] = row.args.map((part) => (isRow(reader, part) ? columnOf(reader, part) : part));
  return reader.arena.make('mul', [a as Term, b as Term]);
}

/** The product of two values, by what they are. */
function multiply(
  reader: FormulaReader,
  left: Term,
  right: Term,
  place: Place,
  sign: string | undefined,
): Term {
  const { arena, scope } = reader;
  const [a, b] = [scope.sorts.rank(left), scope.sorts.rank(right)];
  if (sign === 'odot' && a > 0 && a === b) return arena.make('mul', [left, right]);
  if (sign === 'otimes') {
    requireArray(reader, left, place, 1);
    requireArray(reader, right, place, 1);
    return arena.make('outer', [left, right]);
  }
  if (sign === 'odot') {
    requireArray(reader, left, place);
    requireArray(reader, right, place, a);
  }
  if (a === 0 || b === 0) {
    if (a === 0) requireNumber(reader, left, place, 'a factor');
    if (b === 0) requireNumber(reader, right, place, 'a factor');
    return arena.make('mul', [left, right]);
  }
  if (sign === 'ast')
    throw reader.error(
      'this product of arrays can be read in two ways: of their entries, or of matrices',
      place,
      { hint: 'write \\odot for the entries; matrices stand side by side' },
    );
  if (a > 2 || b > 2) throw reader.error('a product of arrays with more than 2 axes', place);
  const [leftRow, rightRow] = [isRow(reader, left), isRow(reader, right)];
  if (leftRow && b === 2)
    return arena.make('transpose', [arena.make('matmul', [columnOf(reader, left), right])]);
  if (a + b > 2 && !leftRow && !rightRow) return arena.make('matmul', [left, right]);
  if (leftRow && b === 1 && !rightRow) return arena.make('dot', [columnOf(reader, left), right]);
  if (rightRow && a === 1 && !leftRow) return arena.make('outer', [left, columnOf(reader, right)]);
  if (a === 1 && b === 1 && sign === 'cdot' && !leftRow) return arena.make('dot', [left, right]);
  throw reader.error('these two arrays have no product in this order', place, {
    hint: 'u^\\top v is the inner product, u v^\\top the outer one, u \\odot v that of the entries',
  });
}
