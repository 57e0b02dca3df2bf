/** Products over ranges in the normal form: taken apart, and as exponentials of sums. */

import type { Derivation } from '../strategy/derivation.js';
import * as Q from '../term/rational.js';
import { arg, type Term } from '../term/term.js';
import type { Form } from './form.js';
import { collect } from './ring.js';
import { MAX_UNROLLED } from './sum-form.js';

export function normalizeProduct(form: Form, d: Derivation): void {
  const { engine } = form;
  const { arena } = d.scope;
  d.inside(0, (inner) => form.normalize(inner));
  d.inside(1, (inner) => form.normalize(inner));
  if (engine.rule(d, 'prod-empty')) return;
  if (d.current.args[0] === d.current.args[1] && engine.rule(d, 'prod-single'))
    return form.normalize(d);
  if (unroll(form, d)) return form.normalize(d);
  if (select(form, d)) return form.normalize(d);
  // A product of positive factors is the exponential of the sum of their logarithms.
  const [lo, hi, body] = d.current.args as [Term, Term, Term];
  if (body.op === 'num' && engine.rule(d, 'prod-one')) return;
  if (body.op === 'exp') {
    engine.rule(d, 'prod-exp');
    return form.normalize(d);
  }
  const positive = arena.make('forall', [lo, hi, arena.make('lt', [arena.num(0), body])]);
  if (engine.prover.holds(d.scope, positive)) {
    d.inside(2, (inner) => engine.ruleBack(inner, 'exp-log', { u: inner.current }));
    engine.rule(d, 'prod-exp');
    return form.normalize(d);
  }
  d.inside(2, (inner) => form.normalize(inner));
  if (d.current.op !== 'prod') return;
  const inner = arg(d.current, 2);
  if (inner.loose === 0) {
    if (engine.rule(d, 'prod-const')) form.normalize(d);
  } else if (inner.op === 'pow' && engine.rule(d, 'prod-pow-natural')) {
    form.normalize(d);
  } else if (inner.op === 'mul' && engine.rule(d, 'prod-mul')) {
    form.normalize(d);
  } else if (inner.op === 'div' && engine.rule(d, 'prod-div')) {
    form.normalize(d);
  }
}

function unroll(form: Form, d: Derivation): boolean {
  const [lo, hi] = d.current.args as [Term, Term];
  if (!lo.value || !hi.value) return false;
  const length = Number(Q.subtract(hi.value, lo.value).n) + 1;
  if (length < 1 || length > MAX_UNROLLED) return false;
  if (length === 1) return lo === hi && form.engine.rule(d, 'prod-single');
  if (!form.engine.rule(d, 'prod-split-last')) return false;
  d.inside(0, (inner) => {
    inner.inside(1, (end) => collect(form.engine, end));
    unroll(form, inner);
  });
  return true;
}

/** A product whose factors are 1 but at one place. */
function select(form: Form, d: Derivation): boolean {
  const { engine } = form;
  const mark = d.mark();
  const local = d.scope.nextLocal;
  d.inside(2, (inner) => {
    if (inner.current.op !== 'pow') return;
    inner.inside(1, (exponent) => {
      if (exponent.current.op === 'iverson') engine.rule(exponent, 'iverson-delta');
      if (exponent.current.op === 'delta' && exponent.current.args[1] === local)
        engine.rule(exponent, 'delta-symmetric');
    });
    engine.rule(inner, 'pow-delta');
  });
  if (engine.rule(d, 'prod-select')) return true;
  d.rewind(mark);
  return false;
}
