/** Places in lines: where two lines differ, and the subterm at a place with its indices named. */
import type { Context } from '../kernel/context.js';
import { boundArgument } from '../term/operator.js';
import { close, instantiate, mentionsName } from '../term/substitution.js';
import { type Arena, arg, type Term } from '../term/term.js';

/** The deepest place outside of which the two terms are the same; undefined when they are equal. */
export function changedPath(before: Term, after: Term): readonly number[] | undefined {
  if (before === after) return undefined;
  const path: number[] = [];
  let [left, right] = [before, after];
  for (;;) {
    const isSameNode =
      left.op === right.op && left.name === right.name && left.args.length === right.args.length;
    const changed = isSameNode
      ? left.args.flatMap((child, k) => (child === right.args[k] ? [] : [k]))
      : [];
    const [only, ...others] = changed;
    if (only === undefined || others.length > 0) return printedPath(before, path);
    path.push(only);
    left = arg(left, only);
    right = arg(right, only);
  }
}

/** Nodes that printers write together with the node above them. */
const WRITTEN_ABOVE: ReadonlySet<string> = new Set(['guard', 'variables', 'in']);
/** Nodes whose arguments printers do not write one by one. */
const WRITTEN_WHOLE: ReadonlySet<string> = new Set(['at', 'argmin', 'argmax', 'array']);

/** A derivative of a derivative is written as one. */
const isWrittenAbove = ({ op }: Term, above: Term): boolean =>
  WRITTEN_ABOVE.has(op) || (op === 'diff' && above.op === 'diff');

/** The path up to a node that printers write as a formula of its own. */
function printedPath(root: Term, path: readonly number[]): readonly number[] {
  const nodes = [root];
  for (const i of path) nodes.push(arg(nodes.at(-1) as Term, i));
  let length = nodes.findIndex(({ op }) => WRITTEN_WHOLE.has(op));
  if (length < 0) length = path.length;
  while (length > 0 && isWrittenAbove(nodes[length] as Term, nodes[length - 1] as Term)) length--;
  return path.slice(0, length);
}

/** A subterm with the letters of the binders around it, from the outside. */
export interface OpenedPlace {
  readonly term: Term;
  readonly letters: readonly string[];
}

/** The subterm at a path, its bound indices replaced by symbols with their letters. */
export function openPlace(arena: Arena, root: Term, path: readonly number[]): OpenedPlace {
  const letters: string[] = [];
  let term = root;
  for (const i of path) {
    const child = arg(term, i);
    if (boundArgument(term.op) !== i) {
      term = child;
      continue;
    }
    let letter = /^\p{L}/u.test(term.letter) ? term.letter : 'k';
    while (mentionsName(child, letter)) letter += "'";
    letters.push(letter);
    term = instantiate(arena, child, [arena.sym(letter)]);
  }
  return { term, letters };
}

/** A term of the scope at a place, with the scope's local symbols replaced by letters. */
export function withLetters({ arena }: Context, term: Term, letters: readonly string[]): Term {
  if (term.locals === 0) return term;
  return letters.reduce(
    (found, letter, k) =>
      instantiate(arena, close(arena, found, [arena.sym(`$${k}`)]), [arena.sym(letter)]),
    term,
  );
}
