/** Geometric sums in inequalities: (1 - q)*Σ F telescopes where each term is q times the last. */
import type { Proof } from '../kernel/proof.js';
import type { Scope } from '../kernel/scope.js';
import { close, instantiate, mentionsName, subterms } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import type { Form } from './form.js';
import { proveByForms } from './normal-equality.js';
import { atomsOf, type Fact } from './relation-atoms.js';

/** Most sums of one goal that are looked at. */
const MAX_SUMS = 2;

/** (1 - q)*Σ F = F(a) - F(b + 1) for the geometric sums among the atoms of a goal, and 0 ≤ F(b + 1). */
export function geometricSums(form: Form, scope: Scope, goal: Term): Fact[] {
  const sums = [...new Set(atomsOf(goal))].filter(({ op }) => op === 'sum');
  return sums.slice(0, MAX_SUMS).flatMap((sum) => closed(form, scope, sum));
}

function closed(form: Form, scope: Scope, sum: Term): Fact[] {
  const { arena, nextLocal: k } = scope;
  const { prover } = form.engine;
  const [a, b, body] = sum.args as [Term, Term, Term];
  const inner = scope.open(a, b);
  const term = instantiate(arena, body, [k]);
  const q = ratioOf(form, inner, term, k);
  if (!q) return [];
  const one = arena.num(1);
  const next = (index: Term): Term => arena.make('add', [index, one]);
  const at = (index: Term): Term => instantiate(arena, body, [index]);
  const sequence = (index: Term): Term => arena.make('neg', [at(next(index))]);
  const head = arena.make('sub', [one, q]);
  const part = arena.make('mul', [head, term]);
  const before = arena.make('sub', [k, one]);
  const rise = arena.make('sub', [sequence(k), sequence(before)]);
  const step = proveByForms(form, inner, part, rise);
  const ends = prover.all(
    scope,
    [arena.make('le', [a, next(b)]), arena.make('integer', [a]), arena.make('integer', [b])],
    0,
  );
  if (!step || !ends) return [];
  const [F, G] = [part, sequence(k)].map((t) => close(arena, t, [k])) as [Term, Term];
  const substitution = new Map(Object.entries({ a, b, F, G }));
  const premises = [...ends, step];
  const proof: Proof = { by: 'rule', rule: 'sum-telescope', substitution, premises };
  const total = arena.make('sub', [sequence(b), sequence(arena.make('sub', [a, one]))]);
  const facts: Fact[] = [{ fact: arena.make('eq', [arena.make('sum', [a, b, F]), total]), proof }];
  const positive = arena.make('le', [arena.num(0), at(next(b))]);
  const sign = prover.prove(scope, positive);
  return sign ? [...facts, { fact: positive, proof: sign }] : facts;
}

/** What a term is multiplied by from one index to the next, if it is the same for all. */
function ratioOf(form: Form, scope: Scope, term: Term, k: Term): Term | undefined {
  const { arena } = scope;
  const power = subterms(term).find(
    ({ op, args }) =>
      (op === 'pow' && mentionsName(args[1] as Term, k.name)) ||
      (op === 'exp' && mentionsName(args[0] as Term, k.name)),
  );
  if (!power) return undefined;
  if (power.op === 'pow') return arg(power, 1) === k ? arg(power, 0) : undefined;
  const next = instantiate(arena, close(arena, term, [k]), [arena.make('add', [k, arena.num(1)])]);
  const q = form.of(scope, arena.make('div', [next, term])).current;
  return mentionsName(q, k.name) ? undefined : q;
}
