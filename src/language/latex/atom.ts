/**
 * The parts that a formula is made of: bases with their subscripts, superscripts and primes,
 * brackets with what stands in them, commands with their arguments. No meaning yet.
 */
import type { Place } from '../language-error.js';
import type { Font } from './command.js';

export interface Atom extends Place {
  /**
   * `letter` has a font and an accent; `command` and `sign` are named by `text`; `fenced` stands
   * between the brackets `text` and `close`; `group` between braces; `rows` in an environment.
   */
  readonly kind:
    | 'letter'
    | 'number'
    | 'word'
    | 'text'
    | 'sign'
    | 'command'
    | 'group'
    | 'fenced'
    | 'rows'
    | 'end';
  readonly text: string;
  readonly font: Font;
  readonly accent: string;
  /** Of a fence its closing bracket. */
  readonly close: string;
  /** The arguments of a command; the one content of a group or fence. */
  readonly args: readonly (readonly Atom[])[];
  /** The cells of each row of an environment. */
  readonly rows: readonly (readonly (readonly Atom[])[])[];
  readonly sub?: readonly Atom[];
  readonly sup?: readonly Atom[];
  readonly primes: number;
  /** The extent in the text. */
  readonly offset: number;
  readonly end: number;
}

/** The content of a group or fence. */
export const contentOf = (atom: Atom): readonly Atom[] => atom.args[0] ?? [];

export const isSign = (atom: Atom | undefined, ...texts: string[]): boolean =>
  atom?.kind === 'sign' && texts.includes(atom.text);

export const isCommand = (atom: Atom | undefined, ...texts: string[]): boolean =>
  atom?.kind === 'command' && texts.includes(atom.text);

export const hasScripts = (atom: Atom): boolean =>
  atom.sub !== undefined || atom.sup !== undefined || atom.primes > 0;

/** The atom without its scripts. */
export function bareAtom({ sub: _, sup: __, ...atom }: Atom): Atom {
  return { ...atom, primes: 0 };
}

/** True when two lists look the same, but for spaces; a letter that is not bold fits a bold one. */
export const sameAtoms = (pattern: readonly Atom[], given: readonly Atom[]): boolean =>
  pattern.length === given.length &&
  pattern.every((atom, k) => {
    const other = given[k] as Atom;
    return sameBase(atom, other) && sameScripts(atom, other);
  });

const sameScripts = (a: Atom, b: Atom): boolean =>
  a.primes === b.primes && sameScript(a.sub, b.sub) && sameScript(a.sup, b.sup);

export const sameScript = (
  a: readonly Atom[] | undefined,
  b: readonly Atom[] | undefined,
): boolean => (a && b ? sameAtoms(a, b) : a === b);

/** As sameAtoms, for two atoms without their scripts and what stands in them. */
export const sameHead = (a: Atom, b: Atom): boolean =>
  a.kind === b.kind &&
  a.text === b.text &&
  a.accent === b.accent &&
  a.close === b.close &&
  (a.font === b.font || (a.font === '' && b.font === 'bold') || isRoman(a, b));

const isRoman = (a: Atom, b: Atom): boolean =>
  [a.font, b.font].every((font) => font === '' || font === 'roman');

const sameBase = (a: Atom, b: Atom): boolean =>
  sameHead(a, b) &&
  a.args.length === b.args.length &&
  a.args.every((arg, k) => sameAtoms(arg, b.args[k] ?? []));
