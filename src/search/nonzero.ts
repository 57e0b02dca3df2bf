/** Shows that numbers differ by what hypotheses say of a root, an absolute value or a difference. */
import { equalByAlgebra } from '../kernel/algebra.js';
import type { Proof } from '../kernel/proof.js';
import type { Scope } from '../kernel/scope.js';
import { Derivation, toSteps } from '../strategy/derivation.js';
import * as Q from '../term/rational.js';
import { subterms } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import type { Conditions } from './conditions.js';
import { hypothesesFor } from './hypotheses.js';
import { byHypothesis } from './known.js';
import { proveLinear } from './linear.js';
import { normalHypotheses } from './normal-hypotheses.js';
import type { Fact } from './relation-atoms.js';

/** u ≠ 0 because its root or absolute value is known not to be 0. */
export function byRoot(
  prover: Conditions,
  scope: Scope,
  goal: Term,
  depth: number,
): Proof | undefined {
  const { arena } = scope;
  const [u, zero] = goal.args as [Term, Term];
  if (!zero.value || !Q.isZero(zero.value)) return undefined;
  for (const [op, rule] of ZERO_AT_ZERO) {
    if (!isKnown(scope, op)) continue;
    const value = arena.make(op, [u]);
    const known =
      byHypothesis(prover, scope, arena.make('ne', [value, zero]), depth) ??
      byPositive(prover, scope, value, depth);
    const substitution = new Map([['u', u]]);
    if (known) return { by: 'rule', rule, substitution, premises: [known] };
  }
  return undefined;
}

/** Functions that are 0 at 0. */
const ZERO_AT_ZERO = [
  ['sqrt', 'nonzero-root'],
  ['abs', 'nonzero-abs'],
] as const;

/** u ≠ 0 because 0 < u is a hypothesis. */
function byPositive(prover: Conditions, scope: Scope, u: Term, depth: number): Proof | undefined {
  const zero = scope.arena.num(0);
  const goal = scope.arena.make('lt', [zero, u]);
  const positive =
    byHypothesis(prover, scope, goal, depth) ?? proveLinear(prover, scope, goal, depth + 1);
  const substitution = new Map(Object.entries({ u, v: zero }));
  return positive && { by: 'rule', rule: 'ne-of-greater', substitution, premises: [positive] };
}

/** True when a hypothesis compares a term with this operator at its root. */
const isKnown = (scope: Scope, op: Term['op']): boolean =>
  ['lt', 'ne'].some((relation) =>
    hypothesesFor(scope.context, relation).some(({ pattern }) =>
      subterms(pattern).some((side) => side.op === op),
    ),
  );

/** u ≠ v because v' ≠ u' is a hypothesis with the same difference, or its negative. */
export function bySameDifference(
  prover: Conditions,
  scope: Scope,
  goal: Term,
  depth: number,
): Proof | undefined {
  const stated = hypothesesFor(scope.context, 'ne').flatMap(({ pattern, letters }): Fact[] => {
    const proof = letters.length === 0 && byHypothesis(prover, scope, pattern, depth);
    return proof ? [{ fact: pattern, proof }] : [];
  });
  const normal = normalHypotheses(prover, scope).filter(({ fact }) => fact.op === 'ne');
  for (const { fact, proof } of [...stated, ...normal]) {
    const [a, b] = fact.args as [Term, Term];
    const found =
      withDifference(scope, goal, a, b, proof) ??
      withDifference(scope, goal, b, a, { by: 'symmetry', of: proof });
    if (found) return found;
  }
  return undefined;
}

/** The goal u ≠ v from p ≠ q, where u - v and p - q are equal by algebra. */
function withDifference(
  scope: Scope,
  goal: Term,
  p: Term,
  q: Term,
  proof: Proof,
): Proof | undefined {
  const { arena } = scope;
  const zero = arena.num(0);
  const [u, v] = goal.args as [Term, Term];
  const difference = arena.make('sub', [p, q]);
  const given = arena.make('sub', [u, v]);
  if (!equalByAlgebra(given, difference, new Set())) return undefined;
  const substitution = new Map(Object.entries({ u: p, v: q }));
  const next: Proof = { by: 'rule', rule: 'nonzero-sub', substitution, premises: [proof] };
  if (v === zero) return rewritten(scope, goal, difference, next);
  return {
    by: 'rule',
    rule: 'ne-of-difference',
    substitution: new Map(Object.entries({ u, v })),
    premises: [rewritten(scope, arena.make('ne', [given, zero]), difference, next)],
  };
}

/** The goal u ≠ 0 from w ≠ 0, with u equal to w by algebra. */
function rewritten(scope: Scope, goal: Term, w: Term, next: Proof): Proof {
  const d = new Derivation(scope, goal);
  d.inside(0, (inner) => inner.replace(w, { by: 'algebra', nonzero: [] }));
  return d.moves.length === 0
    ? next
    : { by: 'rewrite', steps: toSteps(scope, goal, d.moves), next };
}
