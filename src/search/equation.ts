/** Equations by linear combination of equations that are known: hypotheses, sums reversed, integrals split. */
import type { Proof } from '../kernel/proof.js';
import { instantiatePattern } from '../kernel/rule.js';
import type { Scope } from '../kernel/scope.js';
import { match } from '../match/match.js';
import { Derivation, reversed, toSteps } from '../strategy/derivation.js';
import { arg, type Term } from '../term/term.js';
import type { Form } from './form.js';
import { hypothesesFor } from './hypotheses.js';
import { proveLinear } from './linear.js';
import { atomsOf, type Fact } from './relation-atoms.js';

/** Most atoms for which equations are gathered. */
const MAX_ATOMS = 8;

/** A proof of left = right, both in normal form, from what is known of their atoms. */
export function byHypotheses(form: Form, scope: Scope, left: Term, right: Term): Proof | undefined {
  const goal = scope.arena.make('eq', [left, right]);
  const sums = [...new Set(atomsOf(goal))].filter(({ op }) => op === 'sum');
  const integrals = [...new Set(atomsOf(goal))].filter(({ op }) => op === 'int');
  const facts = [
    ...sums.slice(0, MAX_ATOMS).flatMap((sum) => fromTheOtherEnd(form, scope, sum) ?? []),
    ...sums.slice(0, MAX_ATOMS).flatMap((sum) => partsOfKnown(form, scope, sum)),
    ...adjacent(form, scope, integrals.slice(0, MAX_ATOMS)),
  ];
  return proveLinear(form.engine.prover, scope, goal, 0, facts);
}

/** A sum equals the sum taken from the other end. */
function fromTheOtherEnd(form: Form, scope: Scope, sum: Term): Fact | undefined {
  const { prover, rules } = form.engine;
  const [a, b, F] = sum.args as [Term, Term, Term];
  const proof = prover.named('sum-reverse', scope, { a, b, F });
  const rule = rules.get('sum-reverse');
  if (!proof || !rule) return undefined;
  const values = new Map(Object.entries({ a, b, F }));
  const stated = instantiatePattern(scope.arena, rule.conclusion, values);
  const d = new Derivation(scope, stated);
  d.inside(1, (inner) => form.normalize(inner));
  if (arg(d.current, 1) === sum) return undefined;
  const steps = toSteps(scope, d.current, reversed(d.moves));
  return { fact: d.current, proof: { by: 'rewrite', steps, next: proof } };
}

/** A sum that a hypothesis knows, split where the given sum of the same terms begins or ends. */
function partsOfKnown(form: Form, scope: Scope, part: Term): Fact[] {
  const { arena } = scope;
  const { prover, rules } = form.engine;
  const rule = rules.get('sum-split');
  const [lo, hi, body] = part.args as [Term, Term, Term];
  return hypothesesFor(scope.context, 'eq').flatMap(({ pattern }) => {
    const whole = arg(pattern, 0);
    if (whole.op !== 'sum' || !rule) return [];
    const [a, b, known] = whole.args as [Term, Term, Term];
    const found = match(arena, known, body);
    if (!found || (a !== lo && b !== hi)) return [];
    const F = instantiatePattern(arena, known, found);
    const c = a === lo ? hi : form.of(scope, arena.make('sub', [lo, arena.num(1)])).current;
    const values = { a, b, c, F };
    const proof = prover.named('sum-split', scope, values);
    if (!proof) return [];
    const stated = instantiatePattern(arena, rule.conclusion, new Map(Object.entries(values)));
    const d = new Derivation(scope, stated);
    for (const side of [0, 1]) d.inside(side, (inner) => form.normalize(inner));
    const steps = toSteps(scope, d.current, reversed(d.moves));
    return { fact: d.current, proof: { by: 'rewrite', steps, next: proof } as const };
  });
}

/** Integrals of one function over adjacent intervals add up. */
function adjacent(form: Form, scope: Scope, integrals: readonly Term[]): Fact[] {
  const { arena } = scope;
  const found: Fact[] = [];
  for (const first of integrals)
    for (const second of integrals) {
      const [a, b, F] = first.args as [Term, Term, Term];
      const [start, c, G] = second.args as [Term, Term, Term];
      if (b !== start || F !== G) continue;
      const proof = form.engine.prover.named('int-split', scope, { a, b, c, F });
      const total = arena.make('int', [a, c, F]);
      const both = arena.make('add', [first, second]);
      if (proof) found.push({ fact: arena.make('eq', [both, total]), proof });
    }
  return found;
}
