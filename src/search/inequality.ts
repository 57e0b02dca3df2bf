/**
 * Inequalities: both sides in normal form, known inequalities about what occurs in them, and a
 * linear combination.
 */
import type { Proof } from '../kernel/proof.js';
import { negation, type Scope } from '../kernel/scope.js';
import { Derivation, toSteps } from '../strategy/derivation.js';
import { type Strategy, topDown } from '../strategy/strategy.js';
import { ONE } from '../term/rational.js';
import { arg, type Term } from '../term/term.js';
import { distinctions, inCaseOf } from './cases.js';
import { byCommonFactor } from './common-factor.js';
import type { Form } from './form.js';
import { gatheredSums } from './gathered-sums.js';
import { geometricSums } from './geometric.js';
import { instances, normalized } from './instances.js';
import { proveLinear } from './linear.js';
import { keepSigns } from './logarithm-form.js';
import { nestedTangents } from './nested-logs.js';
import { recurrenceFacts } from './recurrences.js';
import type { Fact } from './relation-atoms.js';
import { viewOf } from './ring.js';
import { binomialSquares, bySquares, mixedSquares } from './squares.js';
import { summedHypotheses } from './summed-hypotheses.js';
import { nonnegativeParts, nonnegativeProducts, type ProveIn, termwise } from './termwise.js';
import { byTransformation } from './transformed.js';
import { jointTangents, tangents } from './weighted-logs.js';

/** Most case distinctions within each other, and most that are tried at one level. */
export const MAX_CASES = 2;
const MAX_TRIED = 2;

/** A proof of a ≤ b or a < b, or undefined. */
export function proveInequality(
  form: Form,
  scope: Scope,
  goal: Term,
  depth = 0,
  /** Sums within whose terms the goal stands. */
  within = 0,
): Proof | undefined {
  const plain = withoutCases(form, scope, goal, within);
  if (plain) return plain;
  if (depth >= MAX_CASES) return undefined;
  const show = (inner: Scope): Proof | undefined =>
    proveInequality(form, inner, goal, depth + 1, within);
  const found = distinctions(form, scope, arg(goal, 0), arg(goal, 1));
  for (const on of found.slice(0, MAX_TRIED)) {
    const no = inCaseOf(form, scope, negation(scope.arena, on), show);
    const yes = no && inCaseOf(form, scope, on, show);
    if (yes && no) return { by: 'cases', on, yes, no };
  }
  return undefined;
}

/** Most sums within each other whose terms are looked at one by one. */
const MAX_WITHIN = 2;

/** Most transformations of both sides within each other. */
const MAX_TRANSFORMED = 2;

function withoutCases(form: Form, scope: Scope, goal: Term, within: number): Proof | undefined {
  const { prover } = form.engine;
  const d = new Derivation(scope, goal);
  unfoldAll(form)(d);
  keepSigns(form, scope, d.current);
  const direct = prover.prove(scope, d.current);
  if (direct) return after(scope, goal, d, direct);
  const byTerms = termwise(scope, d.current, (inner, next) =>
    withoutCases(form, inner, next, within + 1),
  );
  if (byTerms) return after(scope, goal, d, byTerms);
  const known = [...tangents(form, scope, d.current), ...nonnegativeParts(form, scope, d.current)];
  const chained = recurrenceFacts(form, scope, d.current).map((f) => normalized(form, scope, f));
  const slopes = known.map((fact) => normalized(form, scope, fact));
  const written = d.current;
  d.inside(0, (inner) => form.normalize(inner));
  d.inside(1, (inner) => form.normalize(inner));
  const joint = [
    ...jointTangents(form, scope, d.current),
    ...nestedTangents(form, scope, d.current),
  ].map((fact) => normalized(form, scope, fact));
  const sums = [...chained, ...summedHypotheses(form, scope, written)];
  const signs = nonnegativeProducts(form, scope, d.current, sums);
  const next =
    inNormalForm(
      form,
      scope,
      d.current,
      [...slopes, ...joint, ...sums, ...signs],
      MAX_TRANSFORMED,
    ) ?? gathered(form, scope, written, d.current, within);
  return next && after(scope, goal, d, next);
}

/** A goal in normal form, by a sum of nonnegative terms that is the goal as it was written. */
function gathered(
  form: Form,
  scope: Scope,
  written: Term,
  goal: Term,
  within: number,
): Proof | undefined {
  // A term may hold sums over the same range again, such as a mean.
  if (within >= MAX_WITHIN) return undefined;
  const show: ProveIn = (inner, next) =>
    proveInequality(form, inner, next, MAX_CASES - 1, within + 1);
  for (const line of new Set([written, goal]))
    for (const fact of gatheredSums(form, scope, line, show)) {
      const known = normalized(form, scope, fact);
      const proof = proveLinear(form.engine.prover, scope, goal, 0, [known]);
      if (proof) return proof;
    }
  return undefined;
}

/** A goal in normal form, as it stands, multiplied out, or with both sides transformed. */
function inNormalForm(
  form: Form,
  scope: Scope,
  goal: Term,
  given: readonly Fact[],
  left: number,
): Proof | undefined {
  const multiplied = (next: Term): Proof | undefined =>
    combined(form, scope, next, given) ??
    (left > 0
      ? byTransformation(form, scope, next, (t) => inNormalForm(form, scope, t, [], left - 1))
      : undefined);
  const plain =
    combined(form, scope, goal, given) ??
    scaled(form, scope, goal, multiplied) ??
    byCommonFactor(form, scope, goal, multiplied);
  if (plain || left === 0) return plain;
  return byTransformation(form, scope, goal, (next) =>
    inNormalForm(form, scope, next, [], left - 1),
  );
}

/** A goal in normal form, from what is known of its atoms. */
const combined = (
  form: Form,
  scope: Scope,
  goal: Term,
  given: readonly Fact[] = [],
): Proof | undefined =>
  form.engine.prover.prove(scope, goal) ??
  bySquares(form, scope, goal) ??
  proveLinear(form.engine.prover, scope, goal, 0, [
    ...instances(form, scope, goal),
    ...binomialSquares(form, scope, goal),
    ...mixedSquares(form, scope, goal),
    ...geometricSums(form, scope, goal).map((fact) => normalized(form, scope, fact)),
    ...given,
  ]);

/** Both sides multiplied by their denominators, where these are positive. */
function scaled(
  form: Form,
  scope: Scope,
  goal: Term,
  prove: (goal: Term) => Proof | undefined,
): Proof | undefined {
  if (goal.op !== 'le') return undefined;
  const { arena } = scope;
  const { engine } = form;
  const [u, v] = goal.args as [Term, Term];
  const difference = new Derivation(scope, arena.make('sub', [v, u]));
  const view = viewOf(engine, difference);
  const powers = new Map<number, number>();
  for (const { factors } of view.polynomial.values())
    for (const [a, e] of factors) if (e < 0) powers.set(a, Math.max(powers.get(a) ?? 0, -e));
  if (powers.size === 0) return undefined;
  const w = view.product({ factors: [...powers], coefficient: ONE });
  const positive = engine.prover.prove(scope, arena.make('lt', [arena.num(0), w]));
  if (!positive) return undefined;
  const multiplied = arena.make('le', [arena.make('mul', [w, u]), arena.make('mul', [w, v])]);
  const d = new Derivation(scope, multiplied);
  d.inside(0, (inner) => form.normalize(inner));
  d.inside(1, (inner) => form.normalize(inner));
  const inner = prove(d.current);
  return (
    inner && {
      by: 'rule',
      rule: 'scale-le',
      substitution: new Map(Object.entries({ u, v, w })),
      premises: [positive, after(scope, multiplied, d, inner)],
    }
  );
}

const after = (scope: Scope, goal: Term, d: Derivation, next: Proof): Proof =>
  d.moves.length === 0 ? next : { by: 'rewrite', steps: toSteps(scope, goal, d.moves), next };

/** Every definition inserted. */
const unfoldAll = (form: Form): Strategy =>
  topDown((d) => {
    let any = false;
    while (d.current.op === 'app' && form.engine.unfold(d)) any = true;
    return any;
  });
