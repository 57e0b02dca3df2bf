/** Shows that two terms are equal: both to normal form, and algebra between what is left. */
import { type Proof, REFLEXIVE } from '../kernel/proof.js';
import type { Scope } from '../kernel/scope.js';
import { chainProof, Derivation, type Move, reversed } from '../strategy/derivation.js';
import { bottomUp } from '../strategy/strategy.js';
import { isZero, negate } from '../term/rational.js';
import type { Term } from '../term/term.js';
import type { Form } from './form.js';
import { byOneRule, differingPlace } from './one-rule.js';
import { telescope } from './telescope.js';

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
  const place = differingPlace(scope, left, right);
  const inside = place && byNormalForms(form, place.scope, place.left, place.right);
  if (inside) {
    const moves = inside.map((move) => ({ ...move, path: [...place.path, ...move.path] }));
    return { moves, level: 'normal forms' };
  }
  const met = byNormalForms(form, scope, left, right);
  if (met) return { moves: met, level: 'normal forms' };
  const closed = telescope(form, scope, left, right);
  const turned = closed ? undefined : telescope(form, scope, right, left);
  const moves = closed
    ? meet(form, closed, form.of(scope, right))
    : turned && meet(form, form.of(scope, left), turned);
  return moves && { moves, level: 'normal forms' };
}

/** Both to normal form, and algebra between. */
function byNormalForms(form: Form, scope: Scope, left: Term, right: Term): Move[] | undefined {
  const down = form.of(scope, left);
  const up = form.of(scope, right);
  return meet(form, down, up) ?? meet(form, aligned(form, down), aligned(form, up));
}

/** The moves down from one end, across by algebra, and up to the other. */
function meet(form: Form, down: Derivation, up: Derivation): Move[] | undefined {
  const bridge = new Derivation(down.scope, down.current);
  if (!form.engine.algebra(bridge, up.current)) return undefined;
  return [...down.moves, ...bridge.moves, ...reversed(up.moves)];
}

/** Every sum over a range that starts at a number, shifted to start at 0. */
function aligned(form: Form, line: Derivation): Derivation {
  const d = new Derivation(line.scope, line.start);
  d.append({ moves: line.moves, to: line.current });
  const before = d.current;
  bottomUp((inner) => startAtZero(form, inner))(d);
  if (d.current !== before) form.normalize(d);
  return d;
}

function startAtZero(form: Form, d: Derivation): boolean {
  const lo = d.current.op === 'sum' ? d.current.args[0]?.value : undefined;
  if (!lo || isZero(lo)) return false;
  const c = d.scope.arena.num(negate(lo));
  if (!form.engine.rule(d, 'sum-shift', { c })) return false;
  d.inside(0, (end) => form.normalize(end));
  d.inside(1, (end) => form.normalize(end));
  return true;
}

/** A proof of left = right by connecting them. */
export function proveEqual(form: Form, scope: Scope, left: Term, right: Term): Proof | undefined {
  if (left === right) return REFLEXIVE;
  const connection = connect(form, scope, left, right);
  return connection && chainProof(scope, left, connection.moves);
}
