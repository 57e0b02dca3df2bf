/** Shows that an expression has a value, and that it is differentiable. */
import { type Obligation, obligationsFor } from '../kernel/existence.js';
import type { Proof } from '../kernel/proof.js';
import { mentions, type Scope, targetSymbol } from '../kernel/scope.js';
import { chainProof, Derivation } from '../strategy/derivation.js';
import { arg, type Term } from '../term/term.js';
import type { Conditions } from './conditions.js';
import { proveDefinedProduct } from './guarded-product.js';

export function proveDefined(
  prover: Conditions,
  scope: Scope,
  goal: Term,
  depth: number,
): Proof | undefined {
  const obligations = obligationsFor(scope, goal);
  const declared =
    typeof obligations === 'string' ? undefined : byObligations(prover, obligations, depth);
  if (declared || (typeof obligations !== 'string' && arg(goal, 0).op !== 'int')) return declared;
  return prover.byRule(scope, goal, depth) ?? proveDefinedProduct(prover, scope, goal, depth);
}

/** What is declared or defined has a value, by what its declaration asks for. */
function byObligations(
  prover: Conditions,
  obligations: readonly Obligation[],
  depth: number,
): Proof | undefined {
  const premises: Proof[] = [];
  for (const { scope, goal } of obligations) {
    const premise = prover.prove(scope, goal, depth + 1);
    if (!premise) return undefined;
    premises.push(premise);
  }
  return { by: 'declared', premises };
}

export function proveDifferentiable(
  prover: Conditions,
  scope: Scope,
  goal: Term,
  depth: number,
): Proof | undefined {
  const [subject, location] = goal.args as [Term, Term];
  const symbol = targetSymbol(location);
  if (symbol && !mentions(scope.context, subject, symbol.name))
    return prover.named('differentiable-const', scope, { u: subject, X: location }, depth);
  if (subject.op === 'diff') return proveTwice(prover, scope, subject, location, depth);
  const obligations = obligationsFor(scope, goal);
  if (typeof obligations !== 'string') return byObligations(prover, obligations, depth);
  return prover.byRule(scope, goal, depth);
}

/** A derivative is differentiable when what it equals near the point is. */
function proveTwice(
  prover: Conditions,
  scope: Scope,
  derivative: Term,
  X: Term,
  depth: number,
): Proof | undefined {
  const symbol = targetSymbol(X);
  if (!symbol || !prover.takeDerivative) return undefined;
  const near = scope.near(symbol.name);
  const d = new Derivation(near, derivative);
  prover.takeDerivative(d);
  const [u, Y] = derivative.args as [Term, Term];
  const exists = prover.prove(near, scope.arena.make('differentiable', [u, Y]), depth + 1);
  const outcome = scope.arena.make('differentiable', [d.current, X]);
  if (d.current === derivative || !exists) return undefined;
  const differentiable = prover.prove(scope, outcome, depth + 1);
  if (!differentiable) return undefined;
  return {
    by: 'rule',
    rule: 'differentiable-derivative',
    substitution: new Map(Object.entries({ u, v: d.current, X, Y })),
    premises: [chainProof(near, derivative, d.moves), exists, differentiable],
  };
}
