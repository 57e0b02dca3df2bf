/**
 * Case distinctions: an equation that holds in each case holds. Tried when the normal forms of
 * both sides differ, on signs that decide an absolute value, a rectifier, a maximum or a bracket,
 * and on equality of indices.
 */
import type { Proof } from '../kernel/proof.js';
import { negation, type Scope } from '../kernel/scope.js';
import { subterms } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import { proveEqual } from './equality.js';
import type { Form } from './form.js';

/** Most distinctions within each other. */
const MAX_DEPTH = 3;

/** Most propositions tried at one level. */
const MAX_TRIED = 4;

/** A proof of left = right by cases, or undefined. */
export function proveByCases(
  form: Form,
  scope: Scope,
  left: Term,
  right: Term,
  depth = 0,
): Proof | undefined {
  if (depth >= MAX_DEPTH) return undefined;
  for (const on of distinctions(form, scope, left, right).slice(0, MAX_TRIED)) {
    const no = inCase(form, scope.assume(negation(scope.arena, on)), left, right, depth);
    const yes = no && inCase(form, scope.assume(on), left, right, depth);
    if (yes && no) return { by: 'cases', on, yes, no };
  }
  return undefined;
}

const inCase = (form: Form, scope: Scope, left: Term, right: Term, depth: number) =>
  proveEqual(form, scope, left, right) ?? proveByCases(form, scope, left, right, depth + 1);

/** Propositions that decide something in either side and are not decided yet. */
function distinctions(form: Form, scope: Scope, left: Term, right: Term): Term[] {
  const { arena } = scope;
  const { prover } = form.engine;
  const zero = arena.num(0);
  const found = new Set<Term>();
  const forms = [left, right].map((side) => form.of(scope, side).current);
  for (const term of [...forms, left, right].flatMap(subterms)) {
    if (term.loose > 0) continue;
    const u = term.args[0];
    if (!u) continue;
    if (term.op === 'abs' || term.op === 'relu') found.add(arena.make('le', [u, zero]));
    else if (term.op === 'sign') found.add(arena.make('le', [u, zero]));
    else if (term.op === 'maximum' || term.op === 'minimum')
      found.add(arena.make('le', [u, arg(term, 1)]));
    else if (term.op === 'iverson' && (u.op === 'le' || u.op === 'lt')) found.add(u);
    else if (term.op === 'delta') found.add(arena.make('eq', term.args));
  }
  const isOpen = (p: Term): boolean =>
    !prover.holds(scope, p) && !prover.holds(scope, negation(arena, p));
  return [...found].filter(isOpen);
}
