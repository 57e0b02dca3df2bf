/** Facts at hand: those of the scope, and definitions. */
import type { Proof } from '../kernel/proof.js';
import type { Scope } from '../kernel/scope.js';
import { instantiate } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';

/** The body of a definition's application; undefined for an unknown function. */
export function unfold(scope: Scope, application: Term): Term | undefined {
  const definition = scope.context.definitions.get(application.name);
  return definition && instantiate(scope.arena, definition.body, application.args);
}

/** The proof that the goal is itself a fact of the scope. */
export function factProof(scope: Scope, goal: Term): Proof | undefined {
  const index = scope.placeOf(goal);
  if (index !== undefined) return { by: 'fact', index };
  if (goal.op !== 'eq' && goal.op !== 'ne') return undefined;
  const place = scope.placeOf(scope.arena.make(goal.op, [arg(goal, 1), arg(goal, 0)]));
  return place === undefined ? undefined : { by: 'symmetry', of: { by: 'fact', index: place } };
}
