/**
 * The stated hypotheses with both sides in normal form: a goal that was brought there speaks of
 * other atoms than the text did.
 */
import type { Proof } from '../kernel/proof.js';
import type { Scope } from '../kernel/scope.js';
import { Derivation, reversed, toSteps } from '../strategy/derivation.js';
import { subterms } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import type { Conditions } from './conditions.js';
import { hypothesesFor } from './hypotheses.js';
import type { Fact } from './relation-atoms.js';

const RELATIONS = ['lt', 'le', 'ne'] as const;

/** Sums of products, whose normal form is quick to find and asks for nothing. */
const PLAIN = new Set(
  'lt le ne num sym at bound app add sub mul neg div pow sum delta abs relu'.split(' '),
);

const isPlain = (proposition: Term): boolean => {
  const ops = new Set(subterms(proposition).map(({ op }) => op));
  return ops.has('sum') && [...ops].every((op) => PLAIN.has(op));
};

const making = new WeakSet<Conditions>();
const known = new WeakMap<Conditions, WeakMap<Scope, readonly Fact[]>>();

/** Those that may be used in the scope and are not in normal form as they stand. */
export function normalHypotheses(prover: Conditions, scope: Scope): readonly Fact[] {
  const table = known.get(prover) ?? new WeakMap<Scope, readonly Fact[]>();
  known.set(prover, table);
  const before = table.get(scope);
  if (before) return before;
  // While they are being made there are none: a sum opens scopes, which would make theirs.
  if (making.has(prover)) return [];
  making.add(prover);
  try {
    const facts = inNormalForm(prover, scope);
    table.set(scope, facts);
    return facts;
  } finally {
    making.delete(prover);
  }
}

function inNormalForm(prover: Conditions, scope: Scope): readonly Fact[] {
  const facts: Fact[] = [];
  for (const relation of RELATIONS)
    for (const { name, pattern, letters } of hypothesesFor(scope.context, relation)) {
      if (letters.length > 0 || name.includes('.') || !isPlain(pattern)) continue;
      if (!scope.hypothesis(name)) continue;
      const d = new Derivation(scope, pattern);
      for (const side of [0, 1]) d.inside(side, (inner) => prover.normalize?.(inner));
      if (d.moves.length === 0) continue;
      const next: Proof = { by: 'hypothesis', name, at: [], premises: [] };
      const steps = toSteps(scope, d.current, reversed(d.moves));
      facts.push({ fact: d.current, proof: { by: 'rewrite', steps, next } });
    }
  return facts;
}
