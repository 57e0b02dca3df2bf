/**
 * Inequalities about products, for goals that are not linear: the signs of monomials, and products
 * of two known inequalities about the factors of a monomial.
 */
import { Atoms, normalize } from '../kernel/algebra.js';
import type { Proof } from '../kernel/proof.js';
import type { Scope } from '../kernel/scope.js';
import { arg, type Term } from '../term/term.js';
import type { Conditions } from './conditions.js';
import { atomsOf, type Fact } from './relation-atoms.js';

/** Deepest condition for which products are formed, and most products of one goal. */
const MAX_DEPTH = 1;
const MAX_PRODUCTS = 10;
/** With more facts than this the linear program is large enough. */
const MAX_FACTS = 24;

export function productFacts(
  prover: Conditions,
  scope: Scope,
  goal: Term,
  facts: readonly Fact[],
  depth: number,
): Fact[] {
  if (depth > MAX_DEPTH || facts.length > MAX_FACTS) return [];
  const { arena } = scope;
  const found: Fact[] = [];
  const add = (fact: Term, proof: Proof): number => found.push({ fact, proof });
  const zero = arena.num(0);
  const products = productsIn(goal);
  for (const product of products) {
    for (const sides of [
      [zero, product],
      [product, zero],
    ] as const) {
      const fact = arena.make('le', sides);
      const proof = prover.byRule(scope, fact, depth + 3);
      if (proof) add(fact, proof);
    }
  }
  const own = new Set(products.flatMap((product) => atomsOf(arena.make('le', [zero, product]))));
  const useful = facts.filter(
    ({ fact }) => fact.op !== 'eq' && atomsOf(fact).every((atom) => own.has(atom)),
  );
  let count = 0;
  for (const [i, first] of useful.entries())
    for (const second of useful.slice(i)) {
      if (products.length === 0 || ++count > MAX_PRODUCTS) return found;
      const [u, v] = first.fact.args as [Term, Term];
      const [w, x] = second.fact.args as [Term, Term];
      const proof = prover.named('nonneg-product-of-bounds', scope, { u, v, w, x }, depth + 3);
      const difference = (p: Term, q: Term): Term => arena.make('sub', [p, q]);
      const value = arena.make('mul', [difference(v, u), difference(x, w)]);
      if (proof) add(arena.make('le', [zero, value]), proof);
    }
  return found;
}

/** The products and quotients of the goal that are no multiples of an atom by a number. */
function productsIn(goal: Term): Term[] {
  const found = new Set<Term>();
  const stack = [...goal.args];
  for (let term = stack.pop(); term; term = stack.pop()) {
    if (term.op === 'add' || term.op === 'sub' || term.op === 'neg') stack.push(...term.args);
    else if (term.op === 'mul' || term.op === 'div') {
      const [u, v] = term.args as [Term, Term];
      if (v.value || u.value) stack.push(v.value ? u : v);
      if (degree(term) >= 2) found.add(term);
    } else if (term.op === 'pow' && !arg(term, 0).value) found.add(term);
  }
  return [...found];
}

/** Number of factors of the largest monomial, those below the fraction bar included. */
function degree(term: Term): number {
  const polynomial = normalize(term, new Set(), new Atoms());
  let largest = 0;
  for (const { factors } of polynomial.values())
    largest = Math.max(
      largest,
      factors.reduce((n, [, e]) => n + Math.abs(e), 0),
    );
  return largest;
}
