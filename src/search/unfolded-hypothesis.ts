/**
 * Hypotheses about a defined quantity, such as M > 0, for goals about what it is defined as: a
 * goal is the hypothesis once the definition is inserted and brought to normal form, perhaps
 * without the positive factors of it.
 */
import type { Factor } from '../kernel/polynomial.js';
import * as P from '../kernel/polynomial.js';
import type { Proof } from '../kernel/proof.js';
import type { Scope } from '../kernel/scope.js';
import { Derivation, reversed, toSteps } from '../strategy/derivation.js';
import * as Q from '../term/rational.js';
import { arg, type Term } from '../term/term.js';
import type { Conditions } from './conditions.js';
import { unfold } from './facts.js';
import type { Fact } from './relation-atoms.js';
import { commonFactors, RingView } from './ring-view.js';

const tables = new WeakMap<Scope, readonly Fact[]>();
const making = new WeakSet<Conditions>();

/** So deep that what is not found while the table is made is looked for again afterwards. */
const PROVISIONAL = 250;

/** The goal by a hypothesis about a definition that stands for a side of the goal. */
export const byUnfoldedHypothesis = (
  prover: Conditions,
  scope: Scope,
  goal: Term,
): Proof | undefined => unfoldedIn(prover, scope).find(({ fact }) => fact === goal)?.proof;

function unfoldedIn(prover: Conditions, scope: Scope): readonly Fact[] {
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

function unfoldAll(prover: Conditions, scope: Scope): readonly Fact[] {
  const result: Fact[] = [];
  for (const { name, proposition } of scope.context.hypotheses.values()) {
    if (!['lt', 'le', 'ne', 'eq'].includes(proposition.op) || !scope.hypothesis(name)) continue;
    const isDefined = proposition.args.some(({ op }) => op === 'app');
    if (!isDefined && !proposition.args.some(isQuotientOfSums)) continue;
    const d = new Derivation(scope, proposition);
    for (const i of proposition.args.keys())
      d.inside(i, (side) => {
        const body = side.current.op === 'app' ? unfold(scope, side.current) : undefined;
        if (body) side.replace(body, { by: 'unfold' });
        if (body || !isDefined) prover.normalize?.(side);
      });
    const next: Proof = { by: 'hypothesis', name, at: [], premises: [] };
    const steps = toSteps(scope, d.current, reversed(d.moves));
    const fact: Fact = { fact: d.current, proof: { by: 'rewrite', steps, next } };
    if (d.current !== proposition) result.push(fact);
    const factor = positiveFactor(prover, scope, fact);
    if (factor) result.push(factor);
  }
  return result;
}

const isQuotientOfSums = (side: Term): boolean => side.op === 'div' && arg(side, 0).op === 'sum';

/** Of 0 < head*rest, where the head is known not to be negative: 0 < rest. */
function positiveFactor(prover: Conditions, scope: Scope, { fact, proof }: Fact): Fact | undefined {
  const { arena } = scope;
  const zero = arena.num(0);
  if (fact.op !== 'lt' || arg(fact, 0) !== zero) return undefined;
  const view = new RingView(arena, arg(fact, 1), new Set());
  const head = commonFactors(view.polynomial).filter(([a]) =>
    prover.prove(scope, arena.make('lt', [zero, view.term(a)]), PROVISIONAL),
  );
  if (head.length === 0) return undefined;
  const u = view.product({ factors: head, coefficient: Q.ONE });
  const inverse = P.monomial(
    Q.ONE,
    head.map(([a, e]): Factor => [a, -e]),
  );
  const v = view.sum(P.multiply(view.polynomial, inverse));
  const positive = prover.prove(scope, arena.make('le', [zero, u]), PROVISIONAL);
  if (!positive || v.value) return undefined;
  const product: Proof = { by: 'linear', terms: [{ fact, proof, factor: Q.ONE }] };
  const substitution = new Map(Object.entries({ u, v }));
  const premises = [positive, product];
  return {
    fact: arena.make('lt', [zero, v]),
    proof: { by: 'rule', rule: 'positive-factor', substitution, premises },
  };
}
