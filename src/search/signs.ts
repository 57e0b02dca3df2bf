/** Shows equations, inequalities and that numbers differ. */
import { comparesAs } from '../kernel/interval.js';
import { type Proof, REFLEXIVE } from '../kernel/proof.js';
import type { Scope } from '../kernel/scope.js';
import { Derivation, toSteps } from '../strategy/derivation.js';
import { topDown } from '../strategy/strategy.js';
import * as Q from '../term/rational.js';
import { subterms } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import type { Conditions } from './conditions.js';
import { factProof, unfold } from './facts.js';
import { type HypothesisPattern, hypothesesFor } from './hypotheses.js';
import { byFlippedHypothesis, byHypothesis, byUnfolding } from './known.js';
import { proveLinear } from './linear.js';
import { byMixture } from './mixture.js';
import { byRoot, bySameDifference } from './nonzero.js';

/** Deepest condition for which both sides are brought to normal form. */
const MAX_NORMALIZED = 3;
const MAX_NORMALIZED_SUM = 5;

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
    byOneTerm(prover, scope, goal, depth) ??
    proveLinear(prover, scope, goal, depth) ??
    byOneFraction(prover, scope, goal, depth) ??
    byDenominator(prover, scope, goal, depth) ??
    byMixture(prover, scope, goal, depth) ??
    (goal.op === 'le'
      ? byNormalForm(prover, scope, goal, depth)
      : (byDifference(prover, scope, goal, depth) ??
        byDefinitions(prover, scope, goal, depth) ??
        bySumInNormalForm(prover, scope, goal, depth)))
  );
}

/** 0 < Σ F where a hypothesis speaks of the sum in another form. */
function bySumInNormalForm(
  prover: Conditions,
  scope: Scope,
  goal: Term,
  depth: number,
): Proof | undefined {
  const isSum = goal.args.some(({ op }) => op === 'sum');
  const isAboutSums = ({ pattern }: HypothesisPattern): boolean =>
    pattern.args.flatMap(subterms).some(({ op }) => op === 'sum');
  if (!isSum || !hypothesesFor(scope.context, 'lt').some(isAboutSums)) return undefined;
  return byNormalForm(prover, scope, goal, depth, MAX_NORMALIZED_SUM);
}

/** The goal with every definition inserted. */
function byDefinitions(
  prover: Conditions,
  scope: Scope,
  goal: Term,
  depth: number,
): Proof | undefined {
  if (depth > MAX_NORMALIZED) return undefined;
  const d = new Derivation(scope, goal);
  topDown((line) => {
    const body = line.current.op === 'app' ? unfold(scope, line.current) : undefined;
    if (body) line.replace(body, { by: 'unfold' });
    return body !== undefined;
  })(d);
  if (d.moves.length === 0) return undefined;
  const next = prover.prove(scope, d.current, depth + MAX_NORMALIZED);
  return next && { by: 'rewrite', steps: toSteps(scope, goal, d.moves), next };
}

/** 0 < Σ F of nonnegative terms, one of which is positive: one that a bracket in F speaks of. */
function byOneTerm(prover: Conditions, scope: Scope, goal: Term, depth: number): Proof | undefined {
  const [zero, sum] = goal.args as [Term, Term];
  if (goal.op !== 'lt' || sum.op !== 'sum' || !zero.value || !Q.isZero(zero.value))
    return undefined;
  const [a, b, F] = sum.args as [Term, Term, Term];
  const places = new Set<Term>();
  for (const { op, args } of subterms(F)) {
    const sides = op === 'iverson' ? (args[0]?.args ?? []) : op === 'delta' ? args : [];
    for (const side of sides) if (side.loose === 0) places.add(side);
  }
  for (const j of [...places].slice(0, 4)) {
    const proof = prover.named('positive-sum-term', scope, { a, b, F, j }, depth);
    if (proof) return proof;
  }
  return undefined;
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
    byFlippedHypothesis(prover, scope, distinct, depth) ??
    bySameDifference(prover, scope, distinct, depth) ??
    symmetric(byRoot(prover, scope, scope.arena.make('ne', [v, u]), depth));
  const le = ne && prover.prove(scope, scope.arena.make('le', [u, v]), depth + 1);
  if (!ne || !le) return undefined;
  const substitution = new Map(Object.entries({ u, v }));
  return { by: 'rule', rule: 'lt-of-le-ne', substitution, premises: [le, ne] };
}

/** u/v ≤ 1 because u ≤ v, and likewise for less. */
function byDenominator(
  prover: Conditions,
  scope: Scope,
  goal: Term,
  depth: number,
): Proof | undefined {
  const [quotient, w] = goal.args as [Term, Term];
  if (quotient.op !== 'div' || !w.value) return undefined;
  const [u, v] = quotient.args as [Term, Term];
  return prover.named(goal.op === 'le' ? 'div-le' : 'div-less', scope, { u, v, w }, depth);
}

export function proveEquation(
  prover: Conditions,
  scope: Scope,
  goal: Term,
  depth: number,
): Proof | undefined {
  if (goal.args[0] === goal.args[1]) return REFLEXIVE;
  return (
    byRange(prover, scope, goal, depth) ??
    proveLinear(prover, scope, goal, depth) ??
    byNumerator(prover, scope, goal, depth) ??
    byNormalForm(prover, scope, goal, depth)
  );
}

/** u*u = u because u is a whole number between 0 and 1. */
function byRange(prover: Conditions, scope: Scope, goal: Term, depth: number): Proof | undefined {
  const [product, u] = goal.args as [Term, Term];
  const isSquare = product.op === 'mul' && product.args.every((factor) => factor === u);
  return isSquare ? prover.named('idempotent-range', scope, { u }, depth) : undefined;
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
  deepest = MAX_NORMALIZED,
): Proof | undefined {
  if (!prover.normalize || depth > deepest) return undefined;
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
    byOneFraction(prover, scope, goal, depth)
  );
}

const symmetric = (of: Proof | undefined): Proof | undefined => of && { by: 'symmetry', of };

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
