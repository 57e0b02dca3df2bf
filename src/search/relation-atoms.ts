/** Inequalities and equations as facts, and the atoms that they speak of. */
import type { Proof } from '../kernel/proof.js';
import type { Term } from '../term/term.js';

export interface Fact {
  readonly fact: Term;
  readonly proof: Proof;
}

/** The atoms of both sides of a relation. */
export function atomsOf(relation: Term): Term[] {
  const found: Term[] = [];
  const stack = [...relation.args];
  for (let term = stack.pop(); term; term = stack.pop()) {
    if (['add', 'sub', 'neg', 'mul', 'div', 'pow', 'eq', 'le', 'lt'].includes(term.op))
      stack.push(...term.args);
    else if (term.op !== 'num') found.push(term);
  }
  return found;
}
