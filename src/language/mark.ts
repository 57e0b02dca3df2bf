/**
 * Marks on a place of a term, for printers that show it: the subterm stands inside an application
 * that no document can write, since its name begins with a character that no name has.
 */
import { boundArgument } from '../term/operator.js';
import { type Arena, arg, type Term } from '../term/term.js';

const SIGN = '\u0000';

/** The term with a mark around the subterm at the path. Throws a RangeError for no place. */
export function markAt(arena: Arena, term: Term, path: readonly number[], mark: string): Term {
  const [i, ...rest] = path;
  if (i === undefined) return arena.make('app', [term], SIGN + mark);
  // What is marked already is no place of its own.
  if (markOf(term)) return arena.make('app', [markAt(arena, arg(term, 0), path, mark)], term.name);
  const inner = markAt(arena, arg(term, i), rest, mark);
  return arena.make(
    term.op,
    term.args.map((child, k) => (k === i ? inner : child)),
    term.name,
    boundArgument(term.op) < 0 ? '' : term.letter,
  );
}

/** The mark that a term is, if it is one. */
export const markOf = (term: Term): string | undefined =>
  term.op === 'app' && term.name.startsWith(SIGN) ? term.name.slice(SIGN.length) : undefined;

/** The term without the marks around it. */
export function unmarked(term: Term): Term {
  let bare = term;
  while (markOf(bare) !== undefined) bare = arg(bare, 0);
  return bare;
}
