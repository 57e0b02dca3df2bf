/**
 * Sums in the normal form: one sum for each monomial, constants outside, deltas collapsed, known
 * sums replaced, independent sums in a fixed order.
 */

import type { Factor } from '../kernel/polynomial.js';
import type { Derivation } from '../strategy/derivation.js';
import { Derivation as Line } from '../strategy/derivation.js';
import * as Q from '../term/rational.js';
import { mentionsName, subterms } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import { byBinomialTheorem } from './binomial-sum.js';
import { byRows, narrowRange } from './bracket-range.js';
import type { Form } from './form.js';
import { cancelInverse } from './matrix-entry.js';
import { collect, eachAtom, viewOf } from './ring.js';
import type { RingView } from './ring-view.js';

/** A sum over at most this many numbered terms is written out. */
export const MAX_UNROLLED = 16;

export function normalizeSum(form: Form, d: Derivation): void {
  const { engine } = form;
  d.inside(0, (inner) => form.normalize(inner));
  d.inside(1, (inner) => form.normalize(inner));
  if (engine.hypothesis(d)) return form.normalize(d);
  if (engine.rule(d, 'sum-empty')) return;
  if (d.current.args[0] === d.current.args[1] && engine.rule(d, 'sum-single'))
    return form.normalize(d);
  if (unroll(form, d)) return form.normalize(d);
  if (byBinomialTheorem(form, d)) return form.normalize(d);
  d.inside(2, (inner) => form.normalize(inner));
  if (d.current.op === 'sum') splitTerms(form, d);
  collect(engine, d);
}

/** Writes a sum with numbered ends out, last term first. */
function unroll(form: Form, d: Derivation): boolean {
  const [lo, hi] = d.current.args as [Term, Term];
  if (!lo.value || !hi.value) return false;
  const length = Number(Q.subtract(hi.value, lo.value).n) + 1;
  if (length < 1 || length > MAX_UNROLLED) return false;
  if (length === 1) return lo === hi && form.engine.rule(d, 'sum-single');
  if (!form.engine.rule(d, 'sum-split-last')) return false;
  d.inside(0, (inner) => {
    inner.inside(1, (end) => collect(form.engine, end));
    unroll(form, inner);
  });
  return true;
}

/** A sum of a sum as a sum of sums, each with its constants outside. */
function splitTerms(form: Form, d: Derivation): void {
  const { engine } = form;
  const body = arg(d.current, 2);
  if (body.value && Q.isZero(body.value)) {
    engine.rule(d, 'sum-zero');
    return;
  }
  if (body.op === 'add' || body.op === 'sub') {
    if (!engine.rule(d, body.op === 'add' ? 'sum-add' : 'sum-sub')) return;
    d.inside(0, (inner) => splitTerms(form, inner));
    d.inside(1, (inner) => splitTerms(form, inner));
    return;
  }
  factorOut(form, d, reduceSum);
}

/**
 * The factors of the body that do not mention the index come before the sum; `finish` goes on
 * with the sum that is left.
 */
function factorOut(form: Form, d: Derivation, finish: (form: Form, d: Derivation) => void): void {
  const { arena } = d.scope;
  const { engine } = form;
  const local = d.scope.nextLocal;
  let outside: Term | undefined;
  d.inside(2, (inner) => {
    const view = viewOf(engine, inner);
    const [only] = view.polynomial.values();
    if (view.polynomial.size !== 1 || !only) return;
    const dependsOnIndex = ([atom]: Factor): boolean => mentionsName(view.term(atom), local.name);
    const constant = only.factors.filter((f) => !dependsOnIndex(f));
    if (constant.length === 0 && Q.equal(only.coefficient, Q.ONE)) return;
    const head = view.product({ factors: constant, coefficient: only.coefficient });
    const rest = view.product({
      factors: only.factors.filter(dependsOnIndex),
      coefficient: Q.ONE,
    });
    if (engine.algebra(inner, arena.make('mul', [head, rest]))) outside = head;
  });
  if (outside && engine.rule(d, 'sum-factor-out', { u: outside }))
    d.inside(1, (inner) => finish(form, inner));
  else finish(form, d);
}

/** A sum of one monomial in which every factor mentions the index. */
function reduceSum(form: Form, d: Derivation): void {
  if (collapse(form, d)) form.normalize(d);
  else orderSums(form, d);
}

/** A sum that is known: of equal terms, with a delta, or by a hypothesis. */
function collapse(form: Form, d: Derivation): boolean {
  const { engine } = form;
  if (d.current.op !== 'sum') return false;
  if (arg(d.current, 2).loose === 0) return engine.rule(d, 'sum-const');
  return (
    collapseDelta(form, d) ||
    cancelInverse(form, d) ||
    engine.hypothesis(d) ||
    narrowRange(form, d) ||
    byRows(form, d)
  );
}

/** sum(k, delta(k, j)*F(k)) is F(j), 0, or F(j) beside brackets. */
function collapseDelta(form: Form, d: Derivation): boolean {
  const { engine } = form;
  const { arena } = d.scope;
  const local = d.scope.nextLocal;
  const mark = d.mark();
  const found = d.inside(2, (inner) => {
    const view = viewOf(engine, inner);
    const [only] = view.polynomial.values();
    const factor = only?.factors.find(([a]) => picks(view.term(a), local));
    if (!only || !factor) return;
    const delta = view.term(factor[0]);
    const factors = only.factors.filter((f) => f !== factor);
    const rest = view.product({ factors, coefficient: only.coefficient });
    const [i, j] = delta.args as [Term, Term];
    const product = arena.make('mul', [delta, rest]);
    // A lone delta needs its factor 1 written; remake the line even when algebra sees no change.
    if (!engine.algebra(inner, product)) return;
    if (j === local && i !== local) inner.inside(0, (head) => engine.rule(head, 'delta-symmetric'));
  });
  if (!found && !isDeltaProduct(d.current)) return false;
  for (const rule of ['sum-delta', 'sum-delta-outside', 'sum-delta-bracket'])
    if (engine.rule(d, rule)) return true;
  d.rewind(mark);
  return false;
}

const isDeltaProduct = (sum: Term): boolean => {
  const body = arg(sum, 2);
  return body.op === 'mul' && arg(body, 0).op === 'delta';
};

/** True of delta(k, j) and delta(j, k) where j does not mention k. */
function picks(term: Term, local: Term): boolean {
  if (term.op !== 'delta') return false;
  const [i, j] = term.args as [Term, Term];
  return (
    (i === local && !mentionsName(j, local.name)) || (j === local && !mentionsName(i, local.name))
  );
}

/**
 * Of the two orders of a double sum, the one whose form is smaller. The inner sum takes the other
 * factors in, the sums are swapped, and the outcome is kept only if it comes first.
 */
function orderSums(form: Form, d: Derivation): void {
  const before = d.current;
  if (before.op !== 'sum') return;
  const swapped = swap(form, d);
  if (!swapped) return;
  if (comesFirst(swapped.current, before)) d.append({ moves: swapped.moves, to: swapped.current });
}

function swap(form: Form, d: Derivation): Derivation | undefined {
  const { engine } = form;
  const { arena } = d.scope;
  const local = d.scope.nextLocal;
  const trial = new Line(d.scope, d.current);
  const nested = trial.inside(2, (inner) => {
    const view: RingView = viewOf(engine, inner);
    const [only] = view.polynomial.values();
    const factor = only?.factors.find(([a, e]) => {
      const term = view.term(a);
      return (
        e === 1 &&
        term.op === 'sum' &&
        !term.args.slice(0, 2).some((end) => mentionsName(end, local.name))
      );
    });
    if (!only || !factor) return;
    const sum = view.term(factor[0]);
    const factors = only.factors.filter((f) => f !== factor);
    const rest = view.product({ factors, coefficient: only.coefficient });
    if (!engine.algebra(inner, arena.make('mul', [rest, sum]))) return;
    engine.ruleBack(inner, 'sum-factor-out');
  });
  if (!nested && arg(trial.current, 2).op !== 'sum') return undefined;
  if (!engine.rule(trial, 'sum-swap')) return undefined;
  trial.inside(2, (inner) => {
    inner.inside(2, (body) => form.normalize(body));
    if (inner.current.op === 'sum') factorOut(form, inner, collapseOnly);
    // Sums that came from within another one write their factors in the order of that one.
    eachAtom(inner, (atom) => form.normalize(atom));
    collect(engine, inner);
  });
  if (trial.current.op === 'sum') factorOut(form, trial, collapseOnly);
  collect(engine, trial);
  return trial;
}

/** As reduceSum, but without trying the other order again. */
function collapseOnly(form: Form, d: Derivation): void {
  if (collapse(form, d)) form.normalize(d);
}

/** Inner sums of fewer indices first, then fewer distinct subterms, then the term met first. */
const comesFirst = (a: Term, b: Term): boolean => {
  const keys = [a, b].map((term) => [indicesOfInnerSums(term), subterms(term).length, term.id]);
  const [left, right] = keys as [number[], number[]];
  const i = left.findIndex((key, place) => key !== right[place]);
  return i >= 0 && (left[i] as number) < (right[i] as number);
};

/** How many indices from outside the sums within a sum mention, as the rank of an array. */
const indicesOfInnerSums = (term: Term): number =>
  subterms(term)
    .filter(({ op }) => op === 'sum')
    .reduce((total, inner) => total + inner.loose + localsIn(inner), 0);

const localsIn = (term: Term): number =>
  term.locals === 0
    ? 0
    : subterms(term).filter(({ op, name }) => op === 'sym' && name.startsWith('$')).length;
