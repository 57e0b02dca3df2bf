/** Shows equations, inequalities and that numbers differ. */
import { equalByAlgebra } from '../kernel/algebra.js';
import { comparesAs } from '../kernel/interval.js';
import { type Proof, REFLEXIVE } from '../kernel/proof.js';
import type { Scope } from '../kernel/scope.js';
import { Derivation, toSteps } from '../strategy/derivation.js';
import * as Q from '../term/rational.js';
import { arg, type Term } from '../term/term.js';
import type { Conditions } from './conditions.js';
import { factProof } from './facts.js';
import { hypothesesFor } from './hypotheses.js';
import { byFlippedHypothesis, byHypothesis, byUnfolding } from './known.js';
import { proveLinear } from './linear.js';

/** Deepest condition for which both sides are brought to normal form. */
const MAX_NORMALIZED = 3;

/** a < b or a ≤ b. */
export function proveLess(
  prover: Conditions,
  scope: Scope,
  goal: Term,
  depth: number,
): Proof | undefined {
  if ((goal.op === 'le' || goal.op === 'lt') && comparesAs(goal.op, goal)) return { by: 'syntax' };
  return (
    byUnfolding(prover, scope, goal, depth) ??
    byStrictness(prover, scope, goal, depth) ??
    prover.byRule(scope, goal, depth) ??
    proveLinear(prover, scope, goal, depth) ??
    byOneFraction(prover, scope, goal, depth) ??
    (goal.op === 'le'
      ? byNormalForm(prover, scope, goal, depth)
      : byDifference(prover, scope, goal, depth))
  );
}

/** a < b from a ≤ b where a ≠ b is known. */
function byDifference(
  prover: Conditions,
  scope: Scope,
  goal: Term,
  depth: number,
): Proof | undefined {
  const [u, v] = goal.args as [Term, Term];
  const distinct = scope.arena.make('ne', [u, v]);
  const ne =
    factProof(scope, distinct) ??
    byHypothesis(prover, scope, distinct, depth) ??
    byFlippedHypothesis(prover, scope, distinct, depth);
  const le = ne && prover.prove(scope, scope.arena.make('le', [u, v]), depth + 1);
  if (!ne || !le) return undefined;
  const substitution = new Map(Object.entries({ u, v }));
  return { by: 'rule', rule: 'lt-of-le-ne', substitution, premises: [le, ne] };
}

export function proveEquation(
  prover: Conditions,
  scope: Scope,
  goal: Term,
  depth: number,
): Proof | undefined {
  if (goal.args[0] === goal.args[1]) return REFLEXIVE;
  return (
    proveLinear(prover, scope, goal, depth) ??
    byNumerator(prover, scope, goal, depth) ??
    byNormalForm(prover, scope, goal, depth)
  );
}

/** u = 0 because u/v = 0 is known. */
function byNumerator(
  prover: Conditions,
  scope: Scope,
  goal: Term,
  depth: number,
): Proof | undefined {
  const u = arg(goal, 0);
  for (let place = scope.length - 1; place >= 0; place--) {
    const fact = scope.fact(place);
    if (fact?.op !== 'eq' || arg(fact, 1) !== arg(goal, 1)) continue;
    const [quotient] = fact.args;
    if (quotient?.op === 'div' && quotient.args[0] === u)
      return prover.named('numerator-zero', scope, { u, v: arg(quotient, 1) }, depth);
  }
  return undefined;
}

/** The goal with both sides in normal form; only near the start of a search. */
function byNormalForm(
  prover: Conditions,
  scope: Scope,
  goal: Term,
  depth: number,
): Proof | undefined {
  if (!prover.normalize || depth > MAX_NORMALIZED) return undefined;
  const d = new Derivation(scope, goal);
  d.inside(0, (inner) => prover.normalize?.(inner));
  d.inside(1, (inner) => prover.normalize?.(inner));
  if (d.current === goal) return undefined;
  const next = prover.prove(scope, d.current, depth + MAX_NORMALIZED);
  return next && { by: 'rewrite', steps: toSteps(scope, goal, d.moves), next };
}

export function proveDistinct(
  prover: Conditions,
  scope: Scope,
  goal: Term,
  depth: number,
): Proof | undefined {
  const [u, v] = goal.args as [Term, Term];
  const byRule = byUnfolding(prover, scope, goal, depth) ?? prover.byRule(scope, goal, depth);
  if (byRule) return byRule;
  return (
    prover.named('ne-of-greater', scope, { u, v }, depth) ??
    prover.named('ne-of-less', scope, { u, v }, depth) ??
    byRoot(prover, scope, goal, depth) ??
    bySameDifference(prover, scope, goal, depth) ??
    byOneFraction(prover, scope, goal, depth) ??
    byNormalForm(prover, scope, goal, depth)
  );
}

/** u ≠ 0 because its root is known not to be 0. */
function byRoot(prover: Conditions, scope: Scope, goal: Term, depth: number): Proof | undefined {
  const { arena } = scope;
  const [u, zero] = goal.args as [Term, Term];
  if (!zero.value || !Q.isZero(zero.value) || !isKnown(scope, 'sqrt')) return undefined;
  const root = arena.make('sqrt', [u]);
  const known =
    byHypothesis(prover, scope, arena.make('ne', [root, zero]), depth) ??
    byPositive(prover, scope, root, depth);
  const substitution = new Map([['u', u]]);
  return known && { by: 'rule', rule: 'nonzero-root', substitution, premises: [known] };
}

/** u ≠ 0 because 0 < u is a hypothesis. */
function byPositive(prover: Conditions, scope: Scope, u: Term, depth: number): Proof | undefined {
  const zero = scope.arena.num(0);
  const positive = byHypothesis(prover, scope, scope.arena.make('lt', [zero, u]), depth);
  const substitution = new Map(Object.entries({ u, v: zero }));
  return positive && { by: 'rule', rule: 'ne-of-greater', substitution, premises: [positive] };
}

/** True when a hypothesis compares a term with this operator at its root. */
const isKnown = (scope: Scope, op: Term['op']): boolean =>
  ['lt', 'ne'].some((relation) =>
    hypothesesFor(scope.context, relation).some(({ pattern }) =>
      pattern.args.some((side) => side.op === op),
    ),
  );

/** u ≠ v because v' ≠ u' is a hypothesis with the same difference, or its negative. */
function bySameDifference(
  prover: Conditions,
  scope: Scope,
  goal: Term,
  depth: number,
): Proof | undefined {
  const { arena } = scope;
  const [u, v] = goal.args as [Term, Term];
  const given = arena.make('sub', [u, v]);
  const zero = arena.num(0);
  for (const { pattern, letters } of hypothesesFor(scope.context, 'ne')) {
    if (letters.length > 0) continue;
    const [a, b] = pattern.args as [Term, Term];
    for (const [p, q] of [
      [a, b],
      [b, a],
    ] as const) {
      const difference = arena.make('sub', [p, q]);
      if (!equalByAlgebra(given, difference, new Set())) continue;
      const known =
        byHypothesis(prover, scope, arena.make('ne', [p, q]), depth) ??
        byFlippedHypothesis(prover, scope, arena.make('ne', [p, q]), depth);
      if (!known) continue;
      const sub = new Map(Object.entries({ u: p, v: q }));
      const nonzero: Proof = {
        by: 'rule',
        rule: 'nonzero-sub',
        substitution: sub,
        premises: [known],
      };
      if (v === zero) return rewritten(scope, goal, difference, nonzero);
      return {
        by: 'rule',
        rule: 'ne-of-difference',
        substitution: new Map(Object.entries({ u, v })),
        premises: [rewritten(scope, arena.make('ne', [given, zero]), difference, nonzero)],
      };
    }
  }
  return undefined;
}

/** The goal u ≠ 0 from w ≠ 0, with u equal to w by algebra. */
function rewritten(scope: Scope, goal: Term, w: Term, next: Proof): Proof {
  const d = new Derivation(scope, goal);
  d.inside(0, (inner) => inner.replace(w, { by: 'algebra', nonzero: [] }));
  return d.moves.length === 0
    ? next
    : { by: 'rewrite', steps: toSteps(scope, goal, d.moves), next };
}

/** A sign of a term with fractions, by the sign of the one fraction that it equals. */
function byOneFraction(
  prover: Conditions,
  scope: Scope,
  goal: Term,
  depth: number,
): Proof | undefined {
  const i = arg(goal, 0).value && Q.isZero(arg(goal, 0).value as Q.Rational) ? 1 : 0;
  const subject = arg(goal, i);
  const other = arg(goal, 1 - i);
  if (!prover.together || !other.value || !Q.isZero(other.value)) return undefined;
  if (subject.op !== 'add' && subject.op !== 'sub') return undefined;
  const d = new Derivation(scope, goal);
  d.inside(i, (inner) => prover.together?.(inner));
  if (d.current === goal) return undefined;
  const next = prover.prove(scope, d.current, depth + 1);
  return next && { by: 'rewrite', steps: toSteps(scope, goal, d.moves), next };
}

/** a ≤ b from a < b, where that is how it is known. */
function byStrictness(
  prover: Conditions,
  scope: Scope,
  goal: Term,
  depth: number,
): Proof | undefined {
  if (goal.op !== 'le') return undefined;
  const [u, v] = goal.args as [Term, Term];
  const strict = scope.arena.make('lt', [u, v]);
  const proof =
    factProof(scope, strict) ??
    byHypothesis(prover, scope, strict, depth) ??
    prover.byRule(scope, strict, depth);
  if (!proof) return undefined;
  return {
    by: 'rule',
    rule: 'le-of-less',
    substitution: new Map(Object.entries({ u, v })),
    premises: [proof],
  };
}
