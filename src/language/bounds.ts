/**
 * Bounds that keep reading total on hostile text. Each is named in the message of the error
 * that it causes.
 */
import { LanguageError, type Place } from './language-error.js';

export const BOUNDS = {
  /** Characters of a document. */
  source: 1_000_000,
  /** Tokens of a document. */
  tokens: 400_000,
  /** Brackets, signs and exponents inside one another. */
  nesting: 400,
  /** Digits of a number, and the size of its decimal exponent. */
  digits: 1_000,
  /** Characters of a name. */
  name: 200,
  /** Names, definitions and assumptions of a document. */
  names: 2_000,
  /** Axes of an array. */
  axes: 16,
  /** Mistakes that are reported. */
  mistakes: 200,
} as const;

export type Bound = keyof typeof BOUNDS;

const UNITS: Record<Bound, string> = {
  source: 'characters',
  tokens: 'tokens',
  nesting: 'levels',
  digits: 'digits',
  name: 'characters',
  names: 'names',
  axes: 'axes',
  mistakes: 'mistakes',
};

/** The error for a bound that was met. */
export const boundMet = (bound: Bound, what: string, place?: Place): LanguageError =>
  new LanguageError(`${what} (bound: ${bound}, ${BOUNDS[bound]} ${UNITS[bound]})`, place);
