/** Letters of the binders around a place, innermost first, and the choice of a letter for a new one. */
import { mentionsName, subterms } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';

export interface Letters {
  readonly letter: string;
  /** The letters outside of this one; absent where there are none. */
  readonly outer?: Letters;
  /** At the root: free names of the whole term, which no bound index may look like. */
  readonly taken?: ReadonlySet<string>;
}

export const NO_LETTERS: Letters = { letter: '' };

/** The letters at the root of a term: none, and its free names are taken. */
export const lettersFor = (root: Term): Letters => ({
  letter: '',
  taken: new Set(subterms(root).flatMap(({ op, name }) => (op === 'sym' ? [name] : []))),
});

const RESERVED: ReadonlySet<string> = new Set([
  'in',
  'where',
  'and',
  'or',
  'not',
  'forall',
  'pi',
  'inf',
  'true',
  'false',
]);

/** The letter of a bound index; `?2` for an index that is bound nowhere. */
export function letterAt(letters: Letters, index: number): string {
  let scope: Letters | undefined = letters;
  for (let k = 0; k < index && scope; k++) scope = scope.outer;
  return scope?.outer ? scope.letter : `?${index}`;
}

/** The letters under a binder: its own letter, with primes until it is no other's. */
export function enter(binder: Term, letters: Letters): Letters {
  const body = arg(binder, binder.args.length - 1);
  let letter = /^[\p{L}_]/u.test(binder.letter) ? binder.letter : 'k';
  if (RESERVED.has(letter)) letter += "'";
  while (isTaken(letters, letter) || mentionsName(body, letter)) letter += "'";
  return { letter, outer: letters };
}

function isTaken(letters: Letters, letter: string): boolean {
  for (let scope: Letters | undefined = letters; scope; scope = scope.outer)
    if (scope.letter === letter || scope.taken?.has(letter)) return true;
  return false;
}
