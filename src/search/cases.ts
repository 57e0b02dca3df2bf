/**
 * Case distinctions: an equation that holds in each case holds. Tried when the normal forms of
 * both sides differ, on signs that decide an absolute value, a rectifier, a maximum or a bracket,
 * and on equality of indices.
 */
import type { Kind } from '../kernel/context.js';
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

/** A proof that the term has a value, if need be by cases. */
export function proveValue(form: Form, scope: Scope, term: Term, depth = 0): Proof | undefined {
  const { arena } = scope;
  const direct = form.engine.prover.prove(scope, arena.make('defined', [term]));
  if (direct || depth >= 2) return direct;
  const show = (inner: Scope): Proof | undefined => proveValue(form, inner, term, depth + 1);
  for (const on of distinctions(form, scope, term, term).slice(0, MAX_TRIED)) {
    const no = inCaseOf(form, scope, negation(arena, on), show);
    const yes = no && inCaseOf(form, scope, on, show);
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
  const sharper = consequence(form, inner, proposition);
  if (!sharper) return show(inner);
  const next = show(inner.assume(sharper.proposition));
  return next && { by: 'have', ...sharper, next };
}

/** "Less" or "equal" from "at most"; the other value of what has only two. */
function consequence(
  form: Form,
  scope: Scope,
  proposition: Term,
): { proposition: Term; proof: Proof } | undefined {
  const { arena } = scope;
  const { prover } = form.engine;
  if (proposition.op === 'le') {
    const strict = arena.make('lt', proposition.args);
    const proof = prover.prove(scope, strict);
    return proof ? { proposition: strict, proof } : bothWays(form, scope, proposition);
  }
  if (proposition.op !== 'ne') return undefined;
  const [u, value] = proposition.args as [Term, Term];
  const isSign = value === arena.num(1);
  if (!isSign && value !== arena.num(0)) return undefined;
  const proof = prover.named(isSign ? 'sign-other' : 'binary-other', scope, { u });
  const one = arena.num(1);
  const other = isSign ? arena.make('neg', [one]) : one;
  return proof && { proposition: arena.make('eq', [u, other]), proof };
}

/** "Equal" from "at most" where the scope says "at least" too. */
function bothWays(
  form: Form,
  scope: Scope,
  proposition: Term,
): { proposition: Term; proof: Proof } | undefined {
  const { arena } = scope;
  const sides = proposition.args as [Term, Term];
  if (scope.placeOf(arena.make('le', [sides[1], sides[0]])) === undefined) return undefined;
  const [u, v] = sides[0].value ? [sides[1], sides[0]] : sides;
  const proof = form.engine.prover.named('eq-of-le', scope, { u, v });
  return proof && { proposition: arena.make('eq', [u, v]), proof };
}

/** The first of the two values of a declared sign or bit. */
const FIRST_VALUE: Readonly<Partial<Record<Kind, number>>> = { sign: 1, binary: 0 };

/** "u = first value" of a symbol or entry that has only two. */
function twoValued(scope: Scope, u: Term): Term | undefined {
  let base = u;
  while (base.op === 'at') base = arg(base, 0);
  const kind = base.op === 'sym' && scope.context.declarations.get(base.name)?.kind;
  const value = kind ? FIRST_VALUE[kind] : undefined;
  return value === undefined ? undefined : scope.arena.make('eq', [u, scope.arena.num(value)]);
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
    const bit = term.op === 'sym' ? twoValued(scope, term) : undefined;
    if (bit) found.add(bit);
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
