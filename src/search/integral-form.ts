/**
 * Integrals in the normal form: taken apart term by term, constants outside, and each power,
 * exponential or Gaussian that is left by its closed form.
 */
import type { Factor } from '../kernel/polynomial.js';
import * as P from '../kernel/polynomial.js';
import { type Derivation, Derivation as Line } from '../strategy/derivation.js';
import * as Q from '../term/rational.js';
import { mentionsName } from '../term/substitution.js';
import { arg, isNumber, type Term } from '../term/term.js';
import type { Form } from './form.js';
import { proveByForms } from './normal-equality.js';
import { collect, viewOf } from './ring.js';

export function normalizeIntegral(form: Form, d: Derivation): void {
  const { engine } = form;
  d.inside(0, (inner) => form.normalize(inner));
  d.inside(1, (inner) => form.normalize(inner));
  if (engine.rule(d, 'int-sigmoid')) return form.normalize(d);
  d.inside(2, (inner) => form.normalize(inner));
  takeApart(form, d);
  if (d.current.op !== 'int') collect(engine, d);
}

/** One summand of an integrand: what does not vary, and what does, with its closed form. */
interface Part {
  readonly head: Term;
  readonly body: Term | undefined;
  readonly plan: Plan | undefined;
}

/** A rule that gives an integral in closed form, once the integrand is written like this. */
interface Plan {
  readonly rule: string;
  readonly body: Term;
  readonly values: Readonly<Record<string, Term>>;
}

function takeApart(form: Form, d: Derivation): void {
  const { engine } = form;
  if (arg(d.current, 2).op === 'sum' && engine.rule(d, 'int-sum')) return form.normalize(d);
  const { arena, nextLocal: x } = d.scope;
  const parts: Part[] = [];
  const mark = d.mark();
  d.inside(2, (inner) => {
    const view = viewOf(engine, inner);
    const varies = ([a]: Factor): boolean => mentionsName(view.term(a), x.name);
    for (const { factors, coefficient } of view.ordered(view.polynomial)) {
      const constant = factors.filter((f) => !varies(f));
      const head = view.product({ factors: constant, coefficient });
      const rest = factors.filter(varies);
      const body = view.product({ factors: rest, coefficient: Q.ONE });
      const plan = rest.length > 0 ? planOf(form, d, body) : undefined;
      parts.push({ head, body: rest.length > 0 ? (plan?.body ?? body) : undefined, plan });
    }
    const terms = parts.map(({ head, body }) => (body ? arena.make('mul', [head, body]) : head));
    const [first, ...others] = terms;
    if (first)
      rewrite(
        form,
        inner,
        others.reduce((a, b) => arena.make('add', [a, b]), first),
      );
  });
  if (!integrateParts(form, d, parts)) d.rewind(mark);
}

/** Takes the sum of these parts apart and each of them to its closed form. */
function integrateParts(form: Form, d: Derivation, parts: readonly Part[]): boolean {
  const { engine } = form;
  const last = parts.at(-1);
  if (!last) return engine.rule(d, 'int-const');
  if (parts.length > 1) {
    if (!engine.rule(d, 'int-add')) return false;
    d.inside(0, (inner) => integrateParts(form, inner, parts.slice(0, -1)));
    d.inside(1, (inner) => integrateParts(form, inner, [last]));
    return true;
  }
  const { head, body, plan } = last;
  if (!body) return engine.rule(d, 'int-const', { u: head });
  if (!engine.rule(d, 'int-factor-out', { u: head })) return false;
  d.inside(1, (inner) => {
    if (plan && engine.rule(inner, plan.rule, plan.values)) form.normalize(inner);
  });
  return true;
}

/** Replaces the line by a term that it equals; false when that is not shown. */
function rewrite(form: Form, d: Derivation, to: Term): boolean {
  if (d.current === to || form.engine.algebra(d, to)) return true;
  const proof = proveByForms(form, d.scope, d.current, to);
  if (proof) d.replace(to, proof);
  return proof !== undefined;
}

/** The integrand as x^power * (1-x)^below * exp(slope*x + square*x²). */
interface Shape {
  readonly power: Term;
  readonly below: Term | undefined;
  readonly slope: Term;
  readonly square: Term;
}

/** How the integral of this body over the line's interval comes to its closed form. */
function planOf(form: Form, d: Derivation, varying: Term): Plan | undefined {
  const { arena, nextLocal: x } = d.scope;
  const [lo, hi] = d.current.args as [Term, Term];
  const shape = shapeOf(form, d, varying);
  if (!shape) return undefined;
  const { power, below, slope, square } = shape;
  const zero = arena.num(0);
  const times = (a: Term, b: Term): Term => arena.make('mul', [a, b]);
  const negative = (t: Term): Term => form.of(d.scope, arena.make('neg', [t])).current;
  const raised = (exponent: Term): Term => arena.make('pow', [x, exponent]);
  const exp = (t: Term): Term => arena.make('exp', [t]);
  const x2 = raised(arena.num(2));
  const isWhole = isNegatedInf(lo) && hi.op === 'inf';
  const isHalf = lo === zero && hi.op === 'inf';
  const is = (n: number): boolean => isNumber(power, n);
  const plan = (rule: string, body: Term, values: Plan['values'] = {}): Plan => ({
    rule,
    body,
    values,
  });
  if (isWhole) {
    if (square === zero || below) return undefined;
    const u = negative(square);
    const values = { u, v: slope };
    const bell = exp(arena.make('sub', [times(slope, x), times(u, x2)]));
    if (is(0)) return plan('int-gauss', bell, values);
    if (is(1)) return plan('int-gauss-mean', times(x, bell), values);
    return is(2) ? plan('int-gauss-square', times(x2, bell), values) : undefined;
  }
  if (isHalf) {
    if (below) return undefined;
    const u = negative(square === zero ? slope : square);
    if (square !== zero)
      return slope === zero && is(0)
        ? plan('int-gauss-half', exp(arena.make('neg', [times(u, x2)])), { u })
        : undefined;
    const tail = exp(arena.make('neg', [times(u, x)]));
    if (is(0)) return plan('int-exp-tail', tail, { u });
    return plan('int-gamma', times(raised(power), tail), { u, v: power });
  }
  if (below || (lo === zero && isNumber(hi, 1) && !power.value)) {
    if (slope !== zero || square !== zero || lo !== zero || !isNumber(hi, 1)) return undefined;
    const v = below ?? zero;
    const rest = arena.make('pow', [arena.make('sub', [arena.num(1), x]), v]);
    return plan('int-beta', times(raised(power), rest), { u: power, v });
  }
  if (square !== zero)
    return slope === zero && is(1)
      ? plan('int-exp-square', times(x, exp(times(square, x2))), { u: square })
      : undefined;
  if (slope !== zero)
    return is(0) ? plan('int-exp', exp(times(slope, x)), { u: slope }) : undefined;
  if (is(-1)) return plan('int-reciprocal', arena.make('div', [arena.num(1), x]));
  return plan('int-power', raised(power), { u: power });
}

const isNegatedInf = (end: Term): boolean => end.op === 'neg' && arg(end, 0).op === 'inf';

/** The integrand's factors, read as powers and exponentials of the variable. */
function shapeOf(form: Form, d: Derivation, varying: Term): Shape | undefined {
  const { arena, nextLocal: x } = d.scope;
  const scope = d.scope.openReal(arg(d.current, 0), arg(d.current, 1));
  const inner = new Line(scope, varying);
  const view = viewOf(form.engine, inner);
  const [only] = view.polynomial.values();
  if (!only || view.polynomial.size !== 1) return undefined;
  let power: Term = arena.num(0);
  let below: Term | undefined;
  let exponent: Term = arena.num(0);
  const plus = (a: Term, b: Term): Term => form.of(scope, arena.make('add', [a, b])).current;
  const times = (e: number, t: Term): Term => arena.make('mul', [arena.num(e), t]);
  for (const [a, e] of only.factors) {
    const atom = view.term(a);
    const isPower = atom.op === 'pow' && !mentionsName(arg(atom, 1), x.name);
    const [base, raisedTo] = isPower ? (atom.args as [Term, Term]) : [atom, arena.num(1)];
    const isReciprocal = atom.op === 'div' && arg(atom, 1) === x && isNumber(arg(atom, 0), 1);
    if (isReciprocal) power = plus(power, arena.num(-e));
    else if (base === x) power = plus(power, times(e, raisedTo));
    else if (base === oneLess(form, inner, x))
      below = plus(below ?? arena.num(0), times(e, raisedTo));
    else if (atom.op === 'exp') exponent = arena.make('add', [exponent, times(e, arg(atom, 0))]);
    else return undefined;
  }
  const parts = quadratic(form, inner, exponent, x);
  return parts && { power, below, ...parts };
}

const oneLess = (form: Form, d: Derivation, x: Term): Term =>
  form.of(d.scope, d.scope.arena.make('sub', [d.scope.arena.num(1), x])).current;

/** slope*x + square*x², if that is what the exponent is. */
function quadratic(form: Form, d: Derivation, exponent: Term, x: Term) {
  const line = viewOf(form.engine, { scope: d.scope, current: exponent });
  const coefficients = [P.zero, P.zero, P.zero];
  for (const { factors, coefficient } of line.polynomial.values()) {
    const e = factors.find(([a]) => line.term(a) === x)?.[1] ?? 0;
    const others = factors.filter(([a]) => line.term(a) !== x);
    const isOther = others.some(([a]) => mentionsName(line.term(a), x.name));
    if (isOther || e < 1 || e > 2) return undefined;
    coefficients[e] = P.add(coefficients[e] as P.Polynomial, P.monomial(coefficient, others));
  }
  return {
    slope: line.sum(coefficients[1] as P.Polynomial),
    square: line.sum(coefficients[2] as P.Polynomial),
  };
}
