/** Two terms shown equal by their normal forms, and algebra between what is left. */
import type { Proof } from '../kernel/proof.js';
import type { Scope } from '../kernel/scope.js';
import { chainProof, Derivation, type Move, reversed } from '../strategy/derivation.js';
import { bottomUp } from '../strategy/strategy.js';
import { isZero, negate } from '../term/rational.js';
import { arg, type Term } from '../term/term.js';
import type { Form } from './form.js';

/** The moves down from one end, across by algebra, and up to the other. */
function meet(form: Form, down: Derivation, up: Derivation): Move[] | undefined {
  const bridge = new Derivation(down.scope, down.current);
  if (!form.engine.algebra(bridge, up.current)) return undefined;
  return [...down.moves, ...bridge.moves, ...reversed(up.moves)];
}

/** As meet, also with every range shifted to start at 0. */
export const meetAligned = (form: Form, down: Derivation, up: Derivation): Move[] | undefined =>
  meet(form, down, up) ?? meet(form, aligned(form, down), aligned(form, up));

/** A proof of left = right by their normal forms alone. */
export function proveByForms(form: Form, scope: Scope, left: Term, right: Term): Proof | undefined {
  const moves = meetAligned(form, form.of(scope, left), form.of(scope, right));
  return moves && chainProof(scope, left, moves);
}

/** Every sum over a range that starts at a number, shifted to start at 0. */
function aligned(form: Form, line: Derivation): Derivation {
  const d = line.copy();
  const before = d.current;
  bottomUp((inner) => startAtZero(form, inner))(d);
  if (d.current !== before) form.normalize(d);
  return d;
}

function startAtZero(form: Form, d: Derivation): boolean {
  const lo = d.current.op === 'sum' ? arg(d.current, 0) : undefined;
  if (!lo || (lo.value && isZero(lo.value))) return false;
  const { arena } = d.scope;
  const c = lo.value ? arena.num(negate(lo.value)) : arena.make('neg', [lo]);
  if (!form.engine.rule(d, 'sum-shift', { c })) return false;
  d.inside(0, (start) => form.normalize(start));
  d.inside(1, (end) => form.normalize(end));
  return true;
}
