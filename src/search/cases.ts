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

/** Most propositions tried at one level, and most cases looked at in one search. */
const MAX_TRIED = 3;
const MAX_CASES = 16;

/** A proof of left = right by cases, or undefined. */
export const proveByCases = (form: Form, scope: Scope, left: Term, right: Term) =>
  distinguish(form, { left: MAX_CASES }, scope, left, right, 0);

/** Cases that may still be looked at. */
interface Budget {
  left: number;
}

function distinguish(
  form: Form,
  budget: Budget,
  scope: Scope,
  left: Term,
  right: Term,
  depth: number,
): Proof | undefined {
  if (depth >= MAX_DEPTH) return undefined;
  const inCase = (proposition: Term): Proof | undefined => {
    if (--budget.left < 0) return undefined;
    return inCaseOf(
      form,
      scope,
      proposition,
      (inner) =>
        proveEqual(form, inner, left, right) ??
        distinguish(form, budget, inner, left, right, depth + 1),
    );
  };
  for (const on of distinctions(form, scope, left, right).slice(0, MAX_TRIED)) {
    const no = inCase(negation(scope.arena, on));
    const yes = no && inCase(on);
    if (yes && no) return { by: 'cases', on, yes, no };
  }
  return undefined;
}

/**
 * What is shown where the proposition holds. Of two sides that are known to differ "at most" means
 * "less", which goes on to hold near the point: it is stated as a fact of its own.
 */
export function inCaseOf(
  form: Form,
  scope: Scope,
  proposition: Term,
  show: (inner: Scope) => Proof | undefined,
): Proof | undefined {
  const inner = scope.assume(proposition);
  if (proposition.op !== 'le') return show(inner);
  const strict = scope.arena.make('lt', proposition.args);
  const proof = form.engine.prover.prove(inner, strict);
  if (!proof) return show(inner);
  const next = show(inner.assume(strict));
  return next && { by: 'have', proposition: strict, proof, next };
}

/** Propositions that decide something in either side and are not decided yet. */
export function distinctions(form: Form, scope: Scope, left: Term, right: Term): Term[] {
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
    else if ((term.op === 'iverson' || term.op === 'if') && (u.op === 'le' || u.op === 'lt'))
      found.add(u);
    else if (term.op === 'delta') found.add(arena.make('eq', term.args));
  }
  const isOpen = (p: Term): boolean =>
    !prover.holds(scope, p) && !prover.holds(scope, negation(arena, p));
  return [...found].filter(isOpen);
}
