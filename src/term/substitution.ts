/**
 * The only functions that touch bound indices: instantiate, close, and replacement of whole
 * subterms. All walk distinct nodes once with a stack of their own, so that depth and sharing
 * cost nothing.
 */
import { type Arena, nameBit, type Term } from './term.js';

/**
 * Rebuilds `root` in `arena`. `replace` is asked for every distinct (node, binder depth); when it
 * answers a term, that stands in the node's place, otherwise the node is rebuilt from its
 * rebuilt arguments. `keep` cuts the walk: a node for which it is true is taken as it is.
 */
export function rebuild(
  arena: Arena,
  root: Term,
  replace: (node: Term, depth: number) => Term | undefined,
  keep: (node: Term, depth: number) => boolean = () => false,
): Term {
  /** What a node becomes, if its arguments do not matter for it. */
  const settle = (node: Term, depth: number): Term | undefined => {
    if (keep(node, depth)) return node;
    const given = replace(node, depth);
    return given ?? (node.args.length === 0 ? remake(arena, node, node.args) : undefined);
  };
  const whole = settle(root, 0);
  if (whole) return whole;
  /** For each depth, what the nodes became that have arguments. */
  const done: Map<number, Term>[] = [new Map()];
  const nodes: Term[] = [root];
  const depths: number[] = [0];
  while (nodes.length > 0) {
    const node = nodes.at(-1) as Term;
    const depth = depths.at(-1) as number;
    const { under } = node;
    const args: Term[] = [];
    const before = nodes.length;
    for (let i = 0; i < node.args.length; i++) {
      const child = node.args[i] as Term;
      const level = i === under ? depth + 1 : depth;
      const table = levelOf(done, level);
      const result = table.get(child.id) ?? settle(child, level);
      if (!result) {
        nodes.push(child);
        depths.push(level);
      } else if (nodes.length === before) {
        args.push(result);
        if (child.args.length > 0) table.set(child.id, result);
      }
    }
    if (nodes.length > before) continue;
    levelOf(done, depth).set(node.id, remake(arena, node, args));
    nodes.pop();
    depths.pop();
  }
  return done[0]?.get(root.id) as Term;
}

function levelOf(levels: Map<number, Term>[], depth: number): Map<number, Term> {
  const known = levels[depth];
  if (known) return known;
  const level = new Map<number, Term>();
  levels[depth] = level;
  return level;
}

/** The node with new arguments, in the given arena. */
export function remake(arena: Arena, node: Term, args: readonly Term[]): Term {
  if (node.value) return arena.num(node.value);
  if (node.op === 'bound') return arena.bound(node.index);
  return arena.make(node.op, args, node.name, node.letter);
}

/**
 * `body` with its loose indices 0 … n-1 replaced by the n closed terms `values`:
 * index 0 by the last value, as in a nest of n binders the last is the innermost.
 */
export function instantiate(arena: Arena, body: Term, values: readonly Term[]): Term {
  if (body.loose === 0) return body;
  const count = values.length;
  return rebuild(
    arena,
    body,
    (node, depth) => {
      if (node.op !== 'bound') return undefined;
      const value = values[count - 1 - (node.index - depth)];
      return value;
    },
    (node, depth) => node.loose <= depth,
  );
}

/** `body` with the free symbols made loose indices: the inverse of instantiate. */
export function close(arena: Arena, body: Term, symbols: readonly Term[]): Term {
  const count = symbols.length;
  let bits = 0;
  const place = new Map<Term, number>();
  symbols.forEach((symbol, i) => {
    bits |= nameBit(symbol.name);
    place.set(symbol, count - 1 - i);
  });
  return rebuild(
    arena,
    body,
    (node, depth) => {
      const index = place.get(node);
      return index === undefined ? undefined : arena.bound(index + depth);
    },
    (node) => (node.mask & bits) === 0,
  );
}

/** Every occurrence of the closed term `from` in `root` replaced by the closed term `to`. */
export function replaceAll(arena: Arena, root: Term, from: Term, to: Term): Term {
  return rebuild(
    arena,
    root,
    (node) => (node === from ? to : undefined),
    (node) => node.id < from.id,
  );
}

/** The same term in another arena. */
export const copyInto = (arena: Arena, root: Term): Term => rebuild(arena, root, () => undefined);

/** `term` with its argument i replaced. */
export function withArgument(arena: Arena, term: Term, i: number, child: Term): Term {
  if (term.args[i] === child) return term;
  const args = term.args.slice();
  args[i] = child;
  return arena.make(term.op, args, term.name, term.letter);
}

/** The distinct subterms of a term, leaves first (in the order of their ids). */
export function subterms(root: Term): Term[] {
  const seen = new Set<number>([root.id]);
  const found: Term[] = [root];
  for (let i = 0; i < found.length; i++) {
    for (const child of (found[i] as Term).args) {
      if (seen.has(child.id)) continue;
      seen.add(child.id);
      found.push(child);
    }
  }
  return found.sort((a, b) => a.id - b.id);
}

/** True when the free symbol, application or metavariable of this name occurs in the term. */
export function mentionsName(root: Term, name: string): boolean {
  const bit = nameBit(name);
  if ((root.mask & bit) === 0) return false;
  const seen = new Set<number>();
  const stack = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.name === name) return true;
    for (const child of node.args)
      if ((child.mask & bit) !== 0 && !seen.has(child.id)) {
        seen.add(child.id);
        stack.push(child);
      }
  }
  return false;
}
