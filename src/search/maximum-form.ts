/**
 * Maxima over ranges in the normal form: constants come out, a minimum is a maximum of negatives,
 * exponentials come outside, and a maximum over few numbered terms is written out.
 */
import type { Derivation } from '../strategy/derivation.js';
import * as Q from '../term/rational.js';
import { mentionsName } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import type { Form } from './form.js';
import { collect, viewOf } from './ring.js';
import { MAX_UNROLLED } from './sum-form.js';

export function normalizeMaximum(form: Form, d: Derivation): void {
  const { engine } = form;
  form.arguments(d);
  if (engine.hypothesis(d, (name) => !name.includes('.'))) return;
  if (d.current.op === 'min') {
    if (engine.rule(d, 'min-negative')) form.normalize(d);
    return;
  }
  const [lo, hi, body] = d.current.args as [Term, Term, Term];
  if (body.loose === 0) {
    if (engine.rule(d, 'max-const')) return;
  } else if (engine.rule(d, 'max-exp') || engine.rule(d, 'max-log')) return form.normalize(d);
  if (lo.value && hi.value && writeOut(form, d, Q.subtract(hi.value, lo.value))) return;
  if (shiftOut(form, d) || scaleOut(form, d)) form.normalize(d);
}

/** Writes a maximum with numbered ends out, last term first. */
function writeOut(form: Form, d: Derivation, length: Q.Rational): boolean {
  const { engine } = form;
  if (Q.isZero(length)) return engine.rule(d, 'max-single');
  if (Q.compare(length, Q.rational(MAX_UNROLLED)) >= 0) return false;
  if (!engine.rule(d, 'max-split-last')) return false;
  d.inside(0, (inner) => inner.inside(1, (end) => collect(engine, end)));
  form.normalize(d);
  return true;
}

/** The summands that do not mention the index come out. */
function shiftOut(form: Form, d: Derivation): boolean {
  const { engine } = form;
  const { arena } = d.scope;
  const local = d.scope.nextLocal.name;
  const mark = d.mark();
  let u: Term | undefined;
  d.inside(2, (inner) => {
    const view = viewOf(engine, inner);
    const monomials = [...view.polynomial];
    const isConstant = ([, { factors }]: (typeof monomials)[number]): boolean =>
      !factors.some(([a]) => mentionsName(view.term(a), local));
    const constants = monomials.filter(isConstant);
    if (constants.length === 0) return;
    const outside = view.sum(new Map(constants));
    const rest = view.sum(new Map(monomials.filter((m) => !isConstant(m))));
    const written = arena.make('add', [outside, rest]);
    if (written === inner.current || engine.algebra(inner, written)) u = outside;
  });
  if (u && engine.rule(d, 'max-shift-out', { u })) return true;
  d.rewind(mark);
  return false;
}

/** A constant factor of known sign comes out. */
function scaleOut(form: Form, d: Derivation): boolean {
  const { engine } = form;
  const { arena } = d.scope;
  const local = d.scope.nextLocal.name;
  const mark = d.mark();
  let u: Term | undefined;
  d.inside(2, (inner) => {
    const view = viewOf(engine, inner);
    const [only, more] = view.polynomial.values();
    if (!only || more) return;
    const constant = only.factors.filter(([a]) => !mentionsName(view.term(a), local));
    const isNegative = Q.compare(only.coefficient, Q.ZERO) < 0;
    const size = isNegative ? Q.negate(only.coefficient) : only.coefficient;
    if (constant.length === 0 && Q.equal(size, Q.ONE)) return;
    const outside = view.product({ factors: constant, coefficient: size });
    const factors = only.factors.filter((f) => !constant.includes(f));
    const coefficient = isNegative ? Q.rational(-1) : Q.ONE;
    const written = arena.make('mul', [outside, view.product({ factors, coefficient })]);
    if (written === inner.current || engine.algebra(inner, written)) u = outside;
  });
  if (u && engine.rule(d, 'max-scale', { u })) return true;
  d.rewind(mark);
  return false;
}
