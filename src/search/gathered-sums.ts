/**
 * Inequalities between sums over one range that hold because one sum of all the terms has no
 * negative one. What stands beside the sums is dealt out to the terms: in shares that are known to
 * add up to 1, or equally.
 */
import type { Proof } from '../kernel/proof.js';
import type { Scope } from '../kernel/scope.js';
import * as Q from '../term/rational.js';
import { close, instantiate, mentionsName, subterms } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import type { Form } from './form.js';
import type { Fact } from './relation-atoms.js';
import { factorsOf } from './ring.js';
import { RingView } from './ring-view.js';
import { type Group, groupsOf, sumOf } from './sum-groups.js';
import type { ProveIn } from './termwise.js';

/** Most ranges of one goal, and most shares for one range, that are tried. */
const MAX_RANGES = 2;
const MAX_SHARES = 3;

/** Most terms of a sum that are looked at as shares. */
const MAX_CANDIDATES = 8;

/** Facts 0 ≤ Σ G, each of which is the whole goal u ≤ v when it is normalized. */
export function* gatheredSums(
  form: Form,
  scope: Scope,
  goal: Term,
  prove: ProveIn,
): Generator<Fact> {
  if (goal.op !== 'le') return;
  const { arena } = scope;
  const [u, v] = goal.args as [Term, Term];
  const view = new RingView(arena, arena.make('sub', [v, u]), new Set());
  for (const group of groupsOf(view).slice(0, MAX_RANGES))
    for (const share of sharesOf(form, scope, group)) {
      const fact = termsOf(scope, view, group, share, prove);
      if (fact) yield fact;
    }
}

/** 0 ≤ Σ G, where each term is shown to be nonnegative. */
function termsOf(
  scope: Scope,
  view: RingView,
  { lo, hi, parts, rest }: Group,
  share: Term | undefined,
  prove: ProveIn,
): Fact | undefined {
  const { arena } = scope;
  const local = scope.nextLocal;
  const zero = arena.num(0);
  const terms = parts.map(({ body, weight }) =>
    arena.make('mul', [view.product(weight), instantiate(arena, body, [local])]),
  );
  if (share) terms.push(arena.make('mul', [view.sum(sumOf(rest)), share]));
  const [first = zero, ...others] = terms;
  const term = others.reduce((a, b) => arena.make('add', [a, b]), first);
  const premise = prove(scope.open(lo, hi), arena.make('le', [zero, term]));
  if (!premise) return undefined;
  const F = close(arena, term, [local]);
  const fact = arena.make('le', [zero, arena.make('sum', [lo, hi, F])]);
  const substitution = new Map(Object.entries({ a: lo, b: hi, F }));
  const proof: Proof = { by: 'rule', rule: 'nonneg-sum', substitution, premises: [premise] };
  return { fact, proof };
}

/** The parts of 1 that each term of the range can be given; none needed if nothing stands beside. */
function sharesOf(form: Form, scope: Scope, { lo, hi, parts, rest }: Group): (Term | undefined)[] {
  if (rest.length === 0) return [undefined];
  const { arena } = scope;
  const local = scope.nextLocal;
  const one = arena.num(1);
  const candidates = new Set<Term>();
  for (const { body } of parts) {
    const opened = instantiate(arena, body, [local]);
    for (const term of [...factorsOf(opened), ...subterms(opened)])
      if (
        (term.op === 'at' || term.op === 'app' || term.op === 'exp' || term.op === 'div') &&
        term.loose === 0 &&
        mentionsName(term, local.name)
      )
        candidates.add(term);
  }
  const isShare = (term: Term): boolean => {
    const total = arena.make('sum', [lo, hi, close(arena, term, [local])]);
    return form.of(scope, total).current === one;
  };
  const shares = [...candidates].slice(0, MAX_CANDIDATES).filter(isShare).slice(0, MAX_SHARES);
  const [p, q] = shares;
  const half = arena.num(Q.rational(1, 2));
  if (p && q) shares.push(arena.make('mul', [half, arena.make('add', [p, q])]));
  const count = arena.make('add', [arena.make('sub', [hi, lo]), one]);
  return [...shares, arena.make('div', [one, count])];
}
