/**
 * Definedness of products with brackets: a factor may have no value where a bracket beside it is
 * 0. The bracket is brought to the front by regrouping, then only the case where it is 1 matters.
 */
import type { Proof } from '../kernel/proof.js';
import type { Scope } from '../kernel/scope.js';
import { arg, type Term } from '../term/term.js';
import type { Conditions } from './conditions.js';

const isGuard = (term: Term): boolean => term.op === 'iverson' || term.op === 'delta';

const factors = (term: Term): Term[] =>
  term.op === 'mul' ? [...factors(arg(term, 0)), ...factors(arg(term, 1))] : [term];

/** A proof that a product with brackets is defined, by moving a bracket to the front. */
export function proveDefinedProduct(
  prover: Conditions,
  scope: Scope,
  goal: Term,
  depth: number,
): Proof | undefined {
  const product = arg(goal, 0);
  if (product.op !== 'mul' || !factors(product).some(isGuard)) return undefined;
  return toFront(prover, scope, product, depth);
}

/** Shows defined(product), given that some factor of it is a bracket. */
function toFront(
  prover: Conditions,
  scope: Scope,
  product: Term,
  depth: number,
): Proof | undefined {
  const { arena } = scope;
  const [u, v] = product.args as [Term, Term];
  if (isGuard(u)) {
    const goal = arena.make('defined', [product]);
    return prover.byRule(scope, goal, depth + 1);
  }
  const by = (rule: string, values: Record<string, Term>, next: Term): Proof | undefined => {
    const premise = toFront(prover, scope, next, depth + 1);
    return premise && instance(rule, values, premise);
  };
  if (u.op === 'mul' && factors(u).some(isGuard)) {
    const [a, b] = u.args as [Term, Term];
    if (factors(a).some(isGuard))
      return by(
        'defined-mul-associate',
        { u: a, v: b, w: v },
        arena.make('mul', [a, arena.make('mul', [b, v])]),
      );
    const inner = arena.make('mul', [b, v]);
    const premise = toFront(prover, scope, arena.make('mul', [inner, a]), depth + 1);
    if (!premise) return undefined;
    const commute = instance('defined-mul-commute', { u: a, v: inner }, premise);
    return instance('defined-mul-associate', { u: a, v: b, w: v }, commute);
  }
  return by('defined-mul-commute', { u, v }, arena.make('mul', [v, u]));
}

const instance = (rule: string, values: Readonly<Record<string, Term>>, premise: Proof): Proof => ({
  by: 'rule',
  rule,
  substitution: new Map(Object.entries(values)),
  premises: [premise],
});
