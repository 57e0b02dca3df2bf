/**
 * Ranges that a bracket or an outer index bounds: a bracket k ≤ c narrows the range of k, and a
 * sum over a triangle is taken by rows.
 */
import type { Factor } from '../kernel/polynomial.js';
import type { Derivation } from '../strategy/derivation.js';
import { mentionsName } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import type { Form } from './form.js';
import { viewOf } from './ring.js';

/** The body's factors with the one that `isWanted` first; false when there is none. */
function bringForward(
  form: Form,
  d: Derivation,
  isWanted: (factor: Term) => boolean,
  order: 'first' | 'last',
): boolean {
  let found = false;
  d.inside(2, (inner) => {
    const view = viewOf(form.engine, inner);
    const [only] = view.polynomial.values();
    if (!only || view.polynomial.size !== 1) return;
    const isIt = ([a, e]: Factor): boolean => e === 1 && isWanted(view.term(a));
    const wanted = only.factors.find(isIt);
    if (!wanted) return;
    const factors = only.factors.filter((f) => f !== wanted);
    const rest = view.product({ factors, coefficient: only.coefficient });
    const pair = order === 'first' ? [view.term(wanted[0]), rest] : [rest, view.term(wanted[0])];
    found = form.engine.algebra(inner, d.scope.arena.make('mul', pair));
  });
  return found;
}

/** sum(k in a..b, [k <= c]*F(k)) is the sum up to c, where that is no more. */
export function narrowRange(form: Form, d: Derivation): boolean {
  const k = d.scope.nextLocal;
  const isBound = (factor: Term): boolean => {
    if (factor.op !== 'iverson' || arg(factor, 0).op !== 'le') return false;
    const [low, high] = arg(factor, 0).args as [Term, Term];
    return (low === k && !mentionsName(high, k.name)) || (high === k && !mentionsName(low, k.name));
  };
  const mark = d.mark();
  if (bringForward(form, d, isBound, 'first'))
    for (const rule of ['sum-bracket-upper', 'sum-bracket-lower'])
      if (form.engine.rule(d, rule)) return true;
  d.rewind(mark);
  return false;
}

/** A sum over a triangle by columns becomes one by rows. */
export function byRows(form: Form, d: Derivation): boolean {
  const { engine } = form;
  const k = d.scope.nextLocal;
  const isColumn = (factor: Term): boolean =>
    factor.op === 'sum' && mentionsName(arg(factor, 0), k.name);
  const mark = d.mark();
  if (arg(d.current, 2).op !== 'sum') {
    if (!bringForward(form, d, isColumn, 'last')) return false;
    d.inside(2, (inner) => engine.ruleBack(inner, 'sum-factor-out'));
  }
  for (const rule of ['sum-triangle', 'sum-triangle-strict'])
    if (engine.ruleBack(d, rule)) return true;
  d.rewind(mark);
  return false;
}
