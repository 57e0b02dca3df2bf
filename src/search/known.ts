/** What is known without search: hypotheses, ranges of indices, definitions, occurrence. */
import type { Proof } from '../kernel/proof.js';
import { instantiatePattern } from '../kernel/rule.js';
import { mentions, type Scope, variedSymbols } from '../kernel/scope.js';
import { match } from '../match/match.js';
import { Derivation, toSteps } from '../strategy/derivation.js';
import * as Q from '../term/rational.js';
import { subterms } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import type { Conditions } from './conditions.js';
import { unfold } from './facts.js';
import { hypothesesFor } from './hypotheses.js';

/** By a hypothesis of the context whose statement fits. */
export function byHypothesis(
  prover: Conditions,
  scope: Scope,
  goal: Term,
  depth = 0,
): Proof | undefined {
  for (const { name, pattern, ranges, letters } of hypothesesFor(scope.context, goal.op)) {
    if (!scope.hypothesis(name)) continue;
    const found = match(scope.arena, pattern, goal);
    if (!found || !letters.every((letter) => found.has(letter))) continue;
    const at = letters.map((letter) => found.get(letter) as Term);
    const premises = prover.all(
      scope,
      ranges.map((range) => instantiatePattern(scope.arena, range, found)),
      depth,
    );
    if (premises) return { by: 'hypothesis', name, at, premises };
  }
  return undefined;
}

/** a ≠ b by a hypothesis that says b ≠ a; likewise for equations. */
export function byFlippedHypothesis(
  prover: Conditions,
  scope: Scope,
  goal: Term,
  depth: number,
): Proof | undefined {
  if (goal.op !== 'eq' && goal.op !== 'ne') return undefined;
  const flipped = scope.arena.make(goal.op, [arg(goal, 1), arg(goal, 0)]);
  const of = byHypothesis(prover, scope, flipped, depth);
  return of && { by: 'symmetry', of };
}

export function proveFree(scope: Scope, goal: Term): Proof | undefined {
  const symbols = variedSymbols(arg(goal, 1));
  if (symbols.length === 0) return undefined;
  const occurs = symbols.some(({ name }) => mentions(scope.context, arg(goal, 0), name));
  return occurs ? undefined : { by: 'syntax' };
}

export function proveInteger(
  prover: Conditions,
  scope: Scope,
  goal: Term,
  depth: number,
): Proof | undefined {
  const subject = arg(goal, 0);
  if (subject.value) return Q.isInteger(subject.value) ? { by: 'syntax' } : undefined;
  const written = byArithmetic(prover, scope, goal);
  if (written) return written;
  const range = rangeOf(prover, scope, subject, depth);
  if (range) {
    const substitution = new Map(Object.entries({ i: subject, a: range.lo, b: range.hi }));
    return { by: 'rule', rule: 'in-range-integer', substitution, premises: [range.proof] };
  }
  return byUnfolding(prover, scope, goal, depth) ?? prover.byRule(scope, goal, depth);
}

const ARITHMETIC: ReadonlySet<string> = new Set('num add sub mul div neg'.split(' '));

/** Arithmetic of numbers alone, worked out. */
function byArithmetic(prover: Conditions, scope: Scope, goal: Term): Proof | undefined {
  if (!prover.normalize || !subterms(arg(goal, 0)).every(({ op }) => ARITHMETIC.has(op)))
    return undefined;
  const d = new Derivation(scope, goal);
  d.inside(0, (inner) => prover.normalize?.(inner));
  const { value } = arg(d.current, 0);
  if (!value || !Q.isInteger(value)) return undefined;
  return { by: 'rewrite', steps: toSteps(scope, goal, d.moves), next: { by: 'syntax' } };
}

/** A known range of an index: a fact of the scope or a declaration. */
function rangeOf(
  prover: Conditions,
  scope: Scope,
  index: Term,
  depth = 0,
): { lo: Term; hi: Term; proof: Proof } | undefined {
  for (let k = scope.length - 1; k >= 0; k--) {
    const fact = scope.fact(k);
    if (fact?.op === 'in' && arg(fact, 0) === index)
      return { lo: arg(fact, 1), hi: arg(fact, 2), proof: { by: 'fact', index: k } };
  }
  for (const { name, pattern, ranges, letters } of hypothesesFor(scope.context, 'in')) {
    if (!scope.hypothesis(name)) continue;
    const found = match(scope.arena, arg(pattern, 0), index);
    if (!found || !letters.every((letter) => found.has(letter))) continue;
    const goals = ranges.map((r) => instantiatePattern(scope.arena, r, found));
    const premises = prover.all(scope, goals, depth);
    if (!premises) continue;
    const fact = instantiatePattern(scope.arena, pattern, found);
    const at = letters.map((letter) => found.get(letter) as Term);
    return {
      lo: arg(fact, 1),
      hi: arg(fact, 2),
      proof: { by: 'hypothesis', name, at, premises },
    };
  }
  return undefined;
}

/** A goal about a definition is a goal about its body. */
export function byUnfolding(
  prover: Conditions,
  scope: Scope,
  goal: Term,
  depth: number,
): Proof | undefined {
  for (const i of goal.op === 'differentiable' ? [0] : goal.args.keys()) {
    const subject = arg(goal, i);
    if (subject.op !== 'app') continue;
    const body = unfold(scope, subject);
    if (!body) return undefined;
    const args = goal.args.map((a, k) => (k === i ? body : a));
    const result = scope.arena.make(goal.op, args);
    const next = prover.prove(scope, result, depth + 1);
    if (!next) return undefined;
    const step = {
      path: [i],
      proof: { by: 'unfold' } as const,
      reverse: false,
      result,
      relation: 'eq' as const,
    };
    return { by: 'rewrite', steps: [step], next };
  }
  return undefined;
}
