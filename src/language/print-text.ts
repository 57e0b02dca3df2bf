/**
 * The plain grammar: what is printed here is read back as the same term, save that a number which
 * no decimal can express (1/3, -2) is read as the quotient or the negative that it looks like.
 */
import type { Operator } from '../term/operator.js';
import type { Term } from '../term/term.js';
import { layOut, type Notation, type PrintOptions } from './layout.js';
import { type Line, linePieces, plainNumber } from './line-notation.js';
import { levelOf } from './notation.js';

const LINE: Line = {
  infix: new Map<Operator, string>([
    ['implies', ' => '],
    ['eq', ' == '],
    ['ne', ' != '],
    ['lt', ' < '],
    ['le', ' <= '],
    ['add', ' + '],
    ['sub', ' - '],
    ['mul', '*'],
    ['div', '/'],
    ['pow', '^'],
  ]),
  minus: '-',
  not: 'not ',
  forall: 'forall ',
  in: ' in ',
  name: (name) => name,
  number: plainNumber,
};

const TEXT: Notation = {
  level: levelOf,
  pieces: (term, around) => linePieces(LINE, term, around),
  open: '(',
  close: ')',
  name: LINE.name,
  call: (name, letters) => `${name}(${letters.join(', ')})`,
  where: ' where ',
  also: ', ',
  is: ' = ',
};

/** The term in the plain grammar. */
export const printText = (term: Term, options?: PrintOptions): string =>
  layOut(term, TEXT, options);
