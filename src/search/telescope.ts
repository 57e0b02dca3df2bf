/**
 * Sums with a closed form: what the sums over one range add up to is a formula in the upper end,
 * when the formula at k less the formula at k-1 is the term at k.
 */
import type { Factor, Monomial } from '../kernel/polynomial.js';
import * as P from '../kernel/polynomial.js';
import type { Proof } from '../kernel/proof.js';
import type { Scope } from '../kernel/scope.js';
import { chainProof, Derivation, type Move, reversed } from '../strategy/derivation.js';
import * as Q from '../term/rational.js';
import { close, instantiate, subterms } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import type { Form } from './form.js';
import { expandDenominators } from './fractions.js';
import { meetAligned, proveByForms } from './normal-equality.js';
import { withCommonRanges } from './range-split.js';
import { commonFactors, RingView } from './ring-view.js';
import { type Group, groupsOf, sumOf } from './sum-groups.js';

/** Moves from left to right, both in normal form, by sums that telescope; or undefined. */
export function telescope(
  form: Form,
  scope: Scope,
  left: Term,
  right: Term,
  /** The formula as it was written, if one side is nothing else. */
  written?: Term,
): readonly Move[] | undefined {
  const { view, groups } = groupsBetween(form, scope, left, right);
  const close = (sum: Term, formula: Term): Proof | undefined =>
    closedForm(form, scope, sum, formula) ??
    (written && closedForm(form, scope, sum, written, formula));
  for (const group of groups.flatMap(variants)) {
    const below = denominatorsOf(view, group.rest);
    const moves =
      byGroup(form, scope, view, group, left, right, close) ??
      (below.length > 0 ? byGroup(form, scope, view, group, left, right, close, below) : undefined);
    if (moves) return moves;
  }
  return undefined;
}

/** The sums in the difference of two terms in normal form, by their ranges. */
export function groupsBetween(
  form: Form,
  scope: Scope,
  left: Term,
  right: Term,
): { view: RingView; groups: Group[] } {
  const difference = scope.arena.make('sub', [left, right]);
  const divisors = form.engine.divisors(scope, difference).map(({ term }) => term);
  const view = new RingView(scope.arena, difference, new Set(divisors));
  return { view, groups: groupsOf(view) };
}

/** The group, and the sums of sums in it alone, with the others in the formula. */
function variants(group: Group): Group[] {
  const isNested = ({ body }: Group['parts'][number]): boolean =>
    subterms(body).some(({ op }) => op === 'sum');
  const nested = group.parts.filter(isNested);
  if (nested.length === 0 || nested.length === group.parts.length) return [group];
  const others = group.parts.filter((part) => !isNested(part)).map(({ whole }) => whole);
  return [group, { ...group, parts: nested, rest: [...group.rest, ...others] }];
}

/** left = right + head*(sums - formula), where the sums are shown to be the formula. */
export function byGroup(
  form: Form,
  scope: Scope,
  view: RingView,
  { lo, hi, parts, rest }: Group,
  left: Term,
  right: Term,
  close: (sum: Term, formula: Term) => Proof | undefined,
  /** Denominators that are multiplied out, besides what the sums share. */
  cleared: readonly Factor[] = [],
): readonly Move[] | undefined {
  const { arena } = scope;
  const common = commonFactors(sumOf(parts.map(({ weight }) => weight)));
  const below = cleared.filter(([a]) => !common.some(([b]) => a === b));
  const shared = [...common, ...below];
  const inverse = P.monomial(
    Q.ONE,
    shared.map(([a, e]): Factor => [a, -e]),
  );
  const head = view.product({ factors: shared, coefficient: Q.ONE });
  const body = parts
    .map(({ body, weight }) => {
      const before = view.sum(expandDenominators(P.multiply(sumOf([weight]), inverse), view));
      return arena.make('mul', [before, body]);
    })
    .reduce((a, b) => arena.make('add', [a, b]));
  const negative = P.scale(P.multiply(sumOf(rest), inverse), Q.rational(-1));
  const formula = view.sum(expandDenominators(negative, view));
  const sum = arena.make('sum', [lo, hi, body]);
  const closed = close(sum, formula);
  if (!closed) return undefined;
  const apart = new Derivation(scope, sum);
  takeApart(form, apart, parts.length);
  const d = new Derivation(scope, left);
  const gap = arena.make('sub', [apart.current, formula]);
  const spread = arena.make('add', [right, arena.make('mul', [head, gap])]);
  if (!form.engine.algebra(d, spread)) return undefined;
  d.inside(1, (product) => {
    product.inside(1, (inner) => {
      inner.inside(0, (side) => {
        side.append({ moves: reversed(apart.moves), to: sum });
        side.replace(formula, closed);
      });
    });
  });
  return form.engine.algebra(d, right) ? d.moves : undefined;
}

/** The denominators of several terms that stand in the formula alone, each to its lowest power. */
function denominatorsOf(view: RingView, rest: readonly Monomial[]): Factor[] {
  const lowest = new Map<number, number>();
  for (const { factors } of rest)
    for (const [a, e] of factors)
      if (e < 0 && view.isDenominator(a)) lowest.set(a, Math.min(lowest.get(a) ?? 0, e));
  return [...lowest];
}

/** Σ (w*F + … + v*G) becomes w*Σ F + … + v*Σ G; the terms stay as they are. */
function takeApart(form: Form, d: Derivation, count: number): void {
  const { engine } = form;
  if (count > 1) {
    engine.rule(d, 'sum-add');
    d.inside(0, (inner) => takeApart(form, inner, count - 1));
    d.inside(1, (inner) => takeApart(form, inner, 1));
  } else engine.rule(d, 'sum-factor-out');
}

/** A proof that the sum is the formula, by telescoping. */
function closedForm(
  form: Form,
  scope: Scope,
  sum: Term,
  formula: Term,
  to = formula,
): Proof | undefined {
  const { arena } = scope;
  const { prover, rules } = form.engine;
  const [a, b, F] = sum.args as [Term, Term, Term];
  const G = inUpperEnd(scope, b, formula);
  if (!G || !rules.has('sum-telescope')) return undefined;
  const at = (body: Term, index: Term): Term => instantiate(arena, body, [index]);
  const one = arena.num(1);
  const below = (index: Term): Term => arena.make('sub', [index, one]);
  const ends = prover.all(
    scope,
    [
      arena.make('le', [a, arena.make('add', [b, one])]),
      arena.make('integer', [a]),
      arena.make('integer', [b]),
    ],
    0,
  );
  if (!ends) return undefined;
  const k = scope.nextLocal;
  const rise = arena.make('sub', [at(G, k), at(G, below(k))]);
  const step = proveRise(form, scope.open(a, b), at(F, k), rise);
  if (!step) return undefined;
  const total = arena.make('sub', [at(G, b), at(G, below(a))]);
  const end = proveByForms(form, scope, total, to);
  if (!end) return undefined;
  const proof: Proof = {
    by: 'rule',
    rule: 'sum-telescope',
    substitution: new Map(Object.entries({ a, b, F, G })),
    premises: [...ends, step],
  };
  const steps = [
    { path: [], proof, reverse: false, result: total, relation: 'eq' as const },
    { path: [], proof: end, reverse: false, result: to, relation: 'eq' as const },
  ];
  return { by: 'chain', steps };
}

/** The term is the rise of the formula, in which there may be sums up to the term's index. */
function proveRise(form: Form, scope: Scope, term: Term, rise: Term): Proof | undefined {
  const ends = [form.of(scope, term), form.of(scope, rise)] as const;
  const direct = meetAligned(form, ...ends);
  const split = direct ? undefined : withCommonRanges(form, ...ends);
  const moves = split ? meetAligned(form, ...split) : direct;
  return moves && chainProof(scope, term, moves);
}

/** The formula as a function of the upper end: b is n or n plus a number, for a symbol n. */
function inUpperEnd(scope: Scope, b: Term, formula: Term): Term | undefined {
  const { arena } = scope;
  const isShifted = (b.op === 'add' || b.op === 'sub') && arg(b, 1).value !== undefined;
  const n = isShifted ? arg(b, 0) : b;
  if (n.op !== 'sym') return undefined;
  // n stands for k - (b - n).
  const k = arena.sym('%k');
  const shifted = b === n ? k : arena.make(b.op === 'add' ? 'sub' : 'add', [k, arg(b, 1)]);
  const body = close(arena, formula, [n]);
  if (body.loose === 0) return undefined;
  const at = instantiate(arena, body, [shifted]);
  return close(arena, at, [k]);
}
