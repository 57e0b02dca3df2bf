/** How large a term is to a reader: written out as a tree, with or without its definitions. */
import type { Scope } from '../kernel/scope.js';
import type { Term } from '../term/term.js';
import { unfold } from './facts.js';

/**
 * A derivative is shown line by line only if its expression, definitions inserted, has at most so
 * many nodes, and of more than MANY not too many that are written again and again.
 */
const MAX_READABLE = 400;
const MANY = 100;
const MAX_REPETITION = 4;

/** True of a derivative that is better shown part by part than line by line. */
export function isTooLarge(scope: Scope, root: Term): boolean {
  const size = new Map<Term, number>();
  const stack = [root];
  for (let term = stack.at(-1); term; term = stack.at(-1)) {
    const body = term.op === 'app' ? unfold(scope, term) : undefined;
    const parts = body ? [body] : term.args;
    const pending = parts.filter((part) => !size.has(part));
    if (pending.length > 0) {
      stack.push(...pending);
      continue;
    }
    stack.pop();
    size.set(
      term,
      parts.reduce((sum, part) => sum + (size.get(part) ?? 0), 1),
    );
  }
  const nodes = size.get(root) ?? 1;
  return nodes > MAX_READABLE || (nodes > MANY && nodes > MAX_REPETITION * size.size);
}

const sizes = new WeakMap<Term, number>();

/** The number of nodes of the term written out as a tree. */
export function treeSize(term: Term): number {
  const known = sizes.get(term);
  if (known !== undefined) return known;
  const size = term.args.reduce((sum, child) => sum + treeSize(child), 1);
  sizes.set(term, size);
  return size;
}
