/**
 * Hypotheses that hold for each index of a range, added up over it, where a goal has a sum over
 * that range; and the sums of one sequence and of the same sequence one index before.
 */
import type { Proof } from '../kernel/proof.js';
import { instantiatePattern } from '../kernel/rule.js';
import type { Scope } from '../kernel/scope.js';
import { chainProof, Derivation } from '../strategy/derivation.js';
import * as Q from '../term/rational.js';
import { close, instantiate, subterms } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import type { Form } from './form.js';
import { hypothesesFor } from './hypotheses.js';
import { normalized } from './instances.js';
import { proveByForms } from './normal-equality.js';
import { atomsOf, type Fact } from './relation-atoms.js';
import { RingView } from './ring-view.js';

/** Most hypotheses that are added up for one goal, and most sums in them that are compared. */
const MAX_HYPOTHESES = 3;
const MAX_SUMS = 4;

/** Facts in normal form. */
export function summedHypotheses(form: Form, scope: Scope, goal: Term): Fact[] {
  const { arena, nextLocal: k } = scope;
  const sums = subterms(goal).filter(({ op, loose }) => op === 'sum' && loose === 0);
  if (sums.length === 0) return [];
  const stated = hypothesesFor(scope.context, 'le').filter(
    ({ letters, name }) => letters.length === 1 && !name.includes('.'),
  );
  return stated.slice(0, MAX_HYPOTHESES).flatMap(({ pattern, ranges, letters }) => {
    const [, a, b] = ranges[0]?.args ?? [];
    if (!a || !b || !sums.some(({ args }) => args[0] === a && args[1] === b)) return [];
    const each = instantiatePattern(arena, pattern, new Map([[letters[0] as string, k]]));
    const premise = form.engine.prover.prove(scope.open(a, b), each);
    if (!premise) return [];
    const [F, G] = each.args.map((side) => close(arena, side, [k])) as [Term, Term];
    const substitution = new Map(Object.entries({ a, b, F, G }));
    const proof: Proof = { by: 'rule', rule: 'sum-le', substitution, premises: [premise] };
    const sides = [F, G].map((body) => arena.make('sum', [a, b, body]));
    const total = normalized(form, scope, { fact: arena.make('le', sides), proof });
    return [total, ...shifted(form, scope, total.fact)];
  });
}

/** Σ f(k) - Σ f(k - 1) = f(b) - f(a - 1), times what stands beside these sums in the fact. */
function shifted(form: Form, scope: Scope, fact: Term): Fact[] {
  const { arena } = scope;
  const sums = [...new Set(atomsOf(fact))].filter(({ op }) => op === 'sum').slice(0, MAX_SUMS);
  const view = new RingView(arena, arena.make('sub', [arg(fact, 1), arg(fact, 0)]), new Set());
  return sums.flatMap((later) =>
    sums.flatMap((earlier) => {
      const known = later === earlier ? undefined : difference(form, scope, later, earlier);
      return known ? [known, ...weighted(form, scope, view, later, known)] : [];
    }),
  );
}

/** The equation times the factors of each monomial with the sum. */
function weighted(form: Form, scope: Scope, view: RingView, sum: Term, known: Fact): Fact[] {
  const { arena } = scope;
  const [left, right] = known.fact.args as [Term, Term];
  return [...view.polynomial.values()].flatMap(({ factors }) => {
    const others = factors.filter(([a]) => view.term(a) !== sum);
    if (others.length === factors.length || others.length === 0) return [];
    const w = view.product({ factors: others, coefficient: Q.ONE });
    const d = new Derivation(scope, arena.make('mul', [w, left]));
    const start = d.current;
    d.inside(1, (inner) => inner.replace(right, known.proof));
    const fact = arena.make('eq', [start, d.current]);
    return [normalized(form, scope, { fact, proof: chainProof(scope, start, d.moves) })];
  });
}

function difference(form: Form, scope: Scope, later: Term, earlier: Term): Fact | undefined {
  const { arena, nextLocal: k } = scope;
  const [a, b, f] = later.args as [Term, Term, Term];
  if (a !== earlier.args[0] || b !== earlier.args[1]) return undefined;
  const one = arena.num(1);
  const at = (body: Term, index: Term): Term => instantiate(arena, body, [index]);
  const inner = scope.open(a, b);
  const before = arena.make('sub', [k, one]);
  if (form.of(inner, at(f, before)).current !== at(arg(earlier, 2), k)) return undefined;
  const rise = arena.make('sub', [at(f, k), at(arg(earlier, 2), k)]);
  const step = proveByForms(form, inner, rise, arena.make('sub', [at(f, k), at(f, before)]));
  const ends = form.engine.prover.all(
    scope,
    [
      arena.make('le', [a, arena.make('add', [b, one])]),
      arena.make('integer', [a]),
      arena.make('integer', [b]),
    ],
    0,
  );
  if (!step || !ends) return undefined;
  const F = close(arena, rise, [k]);
  const substitution = new Map(Object.entries({ a, b, F, G: f }));
  const premises = [...ends, step];
  const proof: Proof = { by: 'rule', rule: 'sum-telescope', substitution, premises };
  const total = arena.make('sub', [at(f, b), at(f, arena.make('sub', [a, one]))]);
  const stated = arena.make('eq', [arena.make('sum', [a, b, F]), total]);
  return normalized(form, scope, { fact: stated, proof });
}
