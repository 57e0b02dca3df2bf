/** Inequalities whose difference is a product of something nonnegative and a rest. */
import type { Factor } from '../kernel/polynomial.js';
import * as P from '../kernel/polynomial.js';
import type { Proof } from '../kernel/proof.js';
import type { Scope } from '../kernel/scope.js';
import * as Q from '../term/rational.js';
import { arg, type Term } from '../term/term.js';
import type { Form } from './form.js';
import { commonFactors, RingView } from './ring-view.js';

/** u ≤ v because v - u is head*rest, and neither is negative; both sides in normal form. */
export function byCommonFactor(
  form: Form,
  scope: Scope,
  goal: Term,
  prove: (goal: Term) => Proof | undefined,
): Proof | undefined {
  if (goal.op !== 'le') return undefined;
  const { arena } = scope;
  const zero = arena.num(0);
  const view = new RingView(arena, arena.make('sub', [arg(goal, 1), arg(goal, 0)]), new Set());
  const shared = commonFactors(view.polynomial).filter(([, e]) => e > 0);
  if (shared.length === 0 || view.polynomial.size < 2) return undefined;
  const head = view.product({ factors: shared, coefficient: Q.ONE });
  const positive = form.engine.prover.prove(scope, arena.make('le', [zero, head]));
  if (!positive) return undefined;
  const inverse = P.monomial(
    Q.ONE,
    shared.map(([a, e]): Factor => [a, -e]),
  );
  const rest = view.sum(P.multiply(view.polynomial, inverse));
  const next = prove(arena.make('le', [zero, rest]));
  if (!next) return undefined;
  const fact = arena.make('le', [zero, arena.make('mul', [head, rest])]);
  const substitution = new Map(Object.entries({ u: head, v: rest }));
  const proof: Proof = { by: 'rule', rule: 'nonneg-mul', substitution, premises: [positive, next] };
  return { by: 'linear', terms: [{ fact, proof, factor: Q.ONE }] };
}
