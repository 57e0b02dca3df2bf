/** Names for the shared parts of a term that would be too long when written out as a tree. */
import { subterms } from '../term/substitution.js';
import type { Term } from '../term/term.js';

export interface Abbreviation {
  readonly name: string;
  readonly term: Term;
}

/** Nodes of the tree up to which a term is written out. */
const LONGEST_TREE = 20_000;
/** Smallest part that gets a name. */
const SMALLEST_PART = 8;

/** The parts by their ids, in an order in which each mentions only those before it. */
export function abbreviate(root: Term): ReadonlyMap<number, Abbreviation> {
  const names = new Map<number, Abbreviation>();
  const nodes = subterms(root);
  if (nodes.length < SMALLEST_PART || treeSize(root, nodes) <= LONGEST_TREE) return names;
  const prefix = unusedPrefix(nodes);
  const uses = countUses(nodes);
  const sizes = new Map<number, number>();
  for (const node of nodes) {
    let size = 1;
    for (const child of node.args) size += names.has(child.id) ? 1 : (sizes.get(child.id) ?? 1);
    sizes.set(node.id, size);
    const isShared = (uses.get(node.id) ?? 0) > 1 && node !== root;
    if (isShared && size >= SMALLEST_PART && node.op !== 'guard')
      names.set(node.id, { name: `${prefix}${names.size + 1}`, term: node });
  }
  return names;
}

function treeSize(root: Term, nodes: readonly Term[]): number {
  const sizes = new Map<number, number>();
  for (const node of nodes) {
    let size = 1;
    for (const child of node.args) size += sizes.get(child.id) ?? 1;
    sizes.set(node.id, size);
  }
  return sizes.get(root.id) ?? 1;
}

function countUses(nodes: readonly Term[]): Map<number, number> {
  const uses = new Map<number, number>();
  for (const node of nodes)
    for (const child of node.args) uses.set(child.id, (uses.get(child.id) ?? 0) + 1);
  return uses;
}

function unusedPrefix(nodes: readonly Term[]): string {
  let prefix = 't';
  while (nodes.some((node) => node.name.startsWith(prefix) || node.letter.startsWith(prefix)))
    prefix += 't';
  return prefix;
}
