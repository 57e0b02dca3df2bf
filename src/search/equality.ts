/** Shows that two terms are equal: both to normal form, and algebra between what is left. */
import { type Proof, REFLEXIVE } from '../kernel/proof.js';
import type { Scope } from '../kernel/scope.js';
import { chainProof, Derivation, type Move, reversed } from '../strategy/derivation.js';
import type { Term } from '../term/term.js';
import type { Form } from './form.js';
import { byOneRule } from './one-rule.js';

/** How the gap between two lines was closed. */
export type Level = 'identical' | 'algebra' | 'one rule' | 'normal forms';

/** Moves from left to right, or undefined when the search finds none. */
export function connect(
  form: Form,
  scope: Scope,
  left: Term,
  right: Term,
): { moves: Move[]; level: Level } | undefined {
  if (left === right) return { moves: [], level: 'identical' };
  const direct = new Derivation(scope, left);
  if (form.engine.algebra(direct, right)) return { moves: direct.moves, level: 'algebra' };
  const single = byOneRule(form.engine, scope, left, right);
  if (single) return { moves: single, level: 'one rule' };
  const down = form.of(scope, left);
  const up = form.of(scope, right);
  const bridge = new Derivation(scope, down.current);
  if (!form.engine.algebra(bridge, up.current)) return undefined;
  return {
    moves: [...down.moves, ...bridge.moves, ...reversed(up.moves)],
    level: 'normal forms',
  };
}

/** A proof of left = right by connecting them. */
export function proveEqual(form: Form, scope: Scope, left: Term, right: Term): Proof | undefined {
  if (left === right) return REFLEXIVE;
  const connection = connect(form, scope, left, right);
  return connection && chainProof(scope, left, connection.moves);
}
