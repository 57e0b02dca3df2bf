/**
 * Factorials, binomial coefficients and the gamma function in the normal form: all become values
 * of gamma at arguments from which no positive whole number can be taken away.
 */
import * as P from '../kernel/polynomial.js';
import type { Derivation } from '../strategy/derivation.js';
import * as Q from '../term/rational.js';
import { arg } from '../term/term.js';
import type { Form } from './form.js';
import { viewOf } from './ring.js';

/** Most steps down from one argument. */
const MAX_STEPS = 16;

const STEP = { gamma: 'gamma-step', lgamma: 'lgamma-step', digamma: 'digamma-step' } as const;

/** Where the function at the smaller argument stands after a step. */
const REST = { gamma: 1, lgamma: 1, digamma: 0 } as const;

/** gamma(u + 3) becomes (u + 2)*(u + 1)*u*gamma(u), as long as the arguments stay positive. */
export function normalizeGamma(form: Form, d: Derivation): void {
  const { engine } = form;
  form.arguments(d);
  for (const known of ['gamma-one', 'gamma-half']) if (engine.rule(d, known)) return;
  if (stepDown(form, d, MAX_STEPS)) form.normalize(d);
  else if (d.current.op === 'lgamma' && engine.rule(d, 'gamma-lgamma')) form.normalize(d);
}

/** log gamma(u + 2) becomes log(u + 1) + log u + log gamma(u), before it is multiplied out. */
export function stepLogarithm(form: Form, d: Derivation): boolean {
  const { engine } = form;
  if (arg(d.current, 0).op === 'factorial')
    d.inside(0, (inner) => engine.rule(inner, 'factorial-gamma'));
  if (arg(d.current, 0).op !== 'gamma') return false;
  const mark = d.mark();
  d.inside(0, (inner) => form.arguments(inner));
  if (engine.ruleBack(d, 'gamma-lgamma') && stepDown(form, d, MAX_STEPS)) return true;
  d.rewind(mark);
  return false;
}

function stepDown(form: Form, d: Derivation, left: number): boolean {
  const { engine } = form;
  const { arena } = d.scope;
  const { op } = d.current;
  if (left === 0 || (op !== 'gamma' && op !== 'digamma' && op !== 'lgamma')) return false;
  const view = viewOf(engine, { scope: d.scope, current: arg(d.current, 0) });
  const value = P.constantValue(view.polynomial);
  if (value && Q.compare(value, Q.ONE) <= 0) return false;
  const mark = d.mark();
  const before = P.subtract(view.polynomial, P.constant(Q.ONE));
  const next = arena.make('add', [view.sum(before), arena.num(1)]);
  d.inside(0, (inner) => engine.algebra(inner, next));
  if (arg(d.current, 0) !== next || !engine.rule(d, STEP[op])) {
    d.rewind(mark);
    return false;
  }
  d.inside(REST[op], (inner) => stepDown(form, inner, left - 1));
  return true;
}
