/**
 * Writes a term out, piece by piece, with a stack of its own: no depth of nesting is too deep.
 * A term whose text would be very long because parts of it are shared is written with names for
 * the shared parts: `… where t1 = …`.
 */
import type { Context } from '../kernel/context.js';
import { mentionsName } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import { abbreviate } from './abbreviation.js';
import { type Letters, lettersFor, NO_LETTERS } from './letters.js';
import { LEVEL } from './notation.js';

/** A subterm to be written, in parentheses when it stands at a lower level than this. */
export interface Operand {
  readonly term: Term;
  readonly level: number;
  readonly letters: Letters;
}

export type Piece = string | Operand;

export interface Surroundings {
  readonly letters: Letters;
  readonly context: Context | undefined;
  /** True of a term that is written by a name of its own. */
  readonly isNamed: (term: Term) => boolean;
}

export interface Notation {
  readonly level: (term: Term, surroundings: Surroundings) => number;
  readonly pieces: (term: Term, surroundings: Surroundings) => readonly Piece[];
  /** Parentheses. */
  readonly open: string;
  readonly close: string;
  readonly name: (name: string) => string;
  /** `t1(i, j)` */
  readonly call: (name: string, letters: readonly string[]) => string;
  /** Between the term and what its names mean, between two of these, and after each name. */
  readonly where: string;
  readonly also: string;
  readonly is: string;
}

export interface PrintOptions {
  /** Tells definitions that are written with indices from those that are called. */
  readonly context?: Context | undefined;
}

/** The text of a term. */
export function layOut(root: Term, notation: Notation, options: PrintOptions = {}): string {
  const names = abbreviate(root);
  const write = (term: Term, letters: Letters): string =>
    writeTerm(term, letters, notation, options.context, names);
  const text = write(root, lettersFor(root));
  if (names.size === 0) return text;
  const lines = [...names.values()].map(({ term, name }) => {
    const letters = parameterLetters(term);
    return `${named(notation, name, letters, term.loose)}${notation.is}${write(term, letters)}`;
  });
  return `${text}${notation.where}${lines.join(notation.also)}`;
}

/** Letters for the loose indices of a shared part. */
function parameterLetters(term: Term): Letters {
  let letters = NO_LETTERS;
  for (let k = 0; k < term.loose; k++) {
    let letter = `i${k + 1}`;
    while (mentionsName(term, letter)) letter += "'";
    letters = { letter, outer: letters };
  }
  return letters;
}

function named(notation: Notation, name: string, letters: Letters, count: number): string {
  if (count === 0) return notation.name(name);
  const written: string[] = [];
  let scope = letters;
  for (let k = 0; k < count && scope.outer; k++) {
    written.unshift(notation.name(scope.letter));
    scope = scope.outer;
  }
  return notation.call(notation.name(name), written);
}

function writeTerm(
  root: Term,
  rootLetters: Letters,
  notation: Notation,
  context: Context | undefined,
  names: ReturnType<typeof abbreviate>,
): string {
  const isNamed = (term: Term): boolean => term !== root && names.has(term.id);
  const output: string[] = [];
  const stack: Piece[] = [{ term: root, level: LEVEL.any, letters: rootLetters }];
  for (let piece = stack.pop(); piece !== undefined; piece = stack.pop()) {
    if (typeof piece === 'string') {
      output.push(piece);
      continue;
    }
    const { term, level, letters } = piece;
    const name = isNamed(term) ? names.get(term.id)?.name : undefined;
    if (name !== undefined) {
      output.push(named(notation, name, letters, term.loose));
      continue;
    }
    const surroundings = { letters, context, isNamed };
    const isLoose = notation.level(term, surroundings) < level;
    if (isLoose) stack.push(notation.close);
    const pieces = notation.pieces(term, surroundings);
    for (let k = pieces.length - 1; k >= 0; k--) stack.push(pieces[k] as Piece);
    if (isLoose) stack.push(notation.open);
  }
  return output.join('');
}
