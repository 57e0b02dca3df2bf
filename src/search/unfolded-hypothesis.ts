/**
 * Hypotheses about a defined quantity, such as M > 0, for goals about what it is defined as: a
 * goal is the hypothesis once the definition is inserted and brought to normal form.
 */
import type { Proof } from '../kernel/proof.js';
import type { Scope } from '../kernel/scope.js';
import { Derivation, type Move, reversed, toSteps } from '../strategy/derivation.js';
import type { Term } from '../term/term.js';
import type { Conditions } from './conditions.js';
import { unfold } from './facts.js';

interface Unfolded {
  readonly name: string;
  readonly current: Term;
  readonly moves: readonly Move[];
}

const tables = new WeakMap<Scope, readonly Unfolded[]>();
const making = new WeakSet<Conditions>();

/** The goal by a hypothesis about a definition that stands for a side of the goal. */
export function byUnfoldedHypothesis(
  prover: Conditions,
  scope: Scope,
  goal: Term,
): Proof | undefined {
  const found = unfoldedIn(prover, scope).find(({ current }) => current === goal);
  if (!found) return undefined;
  const next: Proof = { by: 'hypothesis', name: found.name, at: [], premises: [] };
  return { by: 'rewrite', steps: toSteps(scope, goal, reversed(found.moves)), next };
}

function unfoldedIn(prover: Conditions, scope: Scope): readonly Unfolded[] {
  const known = tables.get(scope);
  if (known) return known;
  // What is looked up while this is made finds nothing: a sum opens scopes, which would make theirs.
  if (making.has(prover)) return [];
  making.add(prover);
  try {
    const result = unfoldAll(prover, scope);
    tables.set(scope, result);
    return result;
  } finally {
    making.delete(prover);
  }
}

function unfoldAll(prover: Conditions, scope: Scope): readonly Unfolded[] {
  const result: Unfolded[] = [];
  for (const { name, proposition } of scope.context.hypotheses.values()) {
    if (!['lt', 'le', 'ne', 'eq'].includes(proposition.op) || !scope.hypothesis(name)) continue;
    if (!proposition.args.some(({ op }) => op === 'app')) continue;
    const d = new Derivation(scope, proposition);
    for (const i of proposition.args.keys())
      d.inside(i, (side) => {
        const body = side.current.op === 'app' ? unfold(scope, side.current) : undefined;
        if (body) side.replace(body, { by: 'unfold' });
        if (body) prover.normalize?.(side);
      });
    if (d.current !== proposition) result.push({ name, current: d.current, moves: d.moves });
  }
  return result;
}
