/**
 * Inequalities between sums over one range that hold for each term, and inequalities whose
 * difference has parts that are known to be nonnegative.
 */
import type { Proof } from '../kernel/proof.js';
import type { Scope } from '../kernel/scope.js';
import { instantiate } from '../term/substitution.js';
import { type Arena, arg, type Term } from '../term/term.js';
import type { Form } from './form.js';
import type { Fact } from './relation-atoms.js';

/** Shows an inequality in a scope. */
export type ProveIn = (scope: Scope, goal: Term) => Proof | undefined;

/** Σ F ≤ Σ G because F ≤ G for each index; the goal as it stands. */
export function termwise(scope: Scope, goal: Term, prove: ProveIn): Proof | undefined {
  const [left, right] = goal.args as [Term, Term];
  if (goal.op !== 'le' || left.op !== 'sum' || right.op !== 'sum') return undefined;
  const [a, b, F] = left.args as [Term, Term, Term];
  const [lo, hi, G] = right.args as [Term, Term, Term];
  if (a !== lo || b !== hi) return undefined;
  const sides = [F, G].map((body) => instantiate(scope.arena, body, [scope.nextLocal]));
  const premise = prove(scope.open(a, b), scope.arena.make('le', sides));
  const substitution = new Map(Object.entries({ a, b, F, G }));
  return premise && { by: 'rule', rule: 'sum-le', substitution, premises: [premise] };
}

/** Most parts of one goal that are looked at. */
const MAX_PARTS = 12;

/** The summands on either side of the goal that are shown to be nonnegative, each as a fact. */
export function nonnegativeParts(form: Form, scope: Scope, goal: Term): Fact[] {
  const { arena } = scope;
  const zero = arena.num(0);
  const parts = [...new Set(goal.args.flatMap((side) => summands(arena, side)))];
  return parts.slice(0, MAX_PARTS).flatMap((part) => {
    if (part.value) return [];
    const fact = arena.make('le', [zero, part]);
    const proof = form.engine.prover.prove(scope, fact);
    return proof ? [{ fact, proof }] : [];
  });
}

/** The products in these facts, and not in the goal, that are shown to be nonnegative. */
export function nonnegativeProducts(
  form: Form,
  scope: Scope,
  goal: Term,
  facts: readonly Fact[],
): Fact[] {
  const { arena } = scope;
  const zero = arena.num(0);
  const products = facts.flatMap(({ fact }) => fact.args.flatMap((side) => summands(arena, side)));
  const inGoal = new Set(goal.args.flatMap((side) => summands(arena, side)));
  const others = [...new Set(products)].filter((part) => !part.value && !inGoal.has(part));
  return others.slice(0, MAX_PARTS).flatMap((part) => {
    const fact = arena.make('le', [zero, part]);
    const proof = form.engine.prover.prove(scope, fact);
    return proof ? [{ fact, proof }] : [];
  });
}

/** What is added up in a term, a common denominator below each. */
function summands(arena: Arena, term: Term): Term[] {
  const parts = (child: Term): Term[] => summands(arena, child);
  if (term.op === 'add' || term.op === 'sub') return term.args.flatMap(parts);
  if (term.op === 'neg') return parts(arg(term, 0));
  if (term.op === 'div')
    return parts(arg(term, 0)).map((part) => arena.make('div', [part, arg(term, 1)]));
  return [term];
}
