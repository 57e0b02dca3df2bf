/**
 * Optima in the normal form: the objective without what moves no minimiser. A maximum becomes a
 * minimum, increasing functions at the root are removed, products become sums of logarithms, and
 * constants go.
 */
import type { Factor, Monomial, Polynomial } from '../kernel/polynomial.js';
import * as P from '../kernel/polynomial.js';
import { mentions } from '../kernel/scope.js';
import type { Derivation } from '../strategy/derivation.js';
import * as Q from '../term/rational.js';
import { arg, type Term } from '../term/term.js';
import type { Form } from './form.js';
import { viewOf } from './ring.js';
import { commonFactors, type RingView } from './ring-view.js';

/** Most removals at one optimum. */
const MAX_ROUNDS = 8;

export function normalizeOptimum(form: Form, d: Derivation): void {
  const { engine } = form;
  if (d.current.op === 'argmax') engine.rule(d, 'argmax-as-argmin');
  // Before the power of a sum is multiplied out.
  for (const rule of ['argmin-odd-power', 'argmin-neg-odd-power']) engine.rule(d, rule);
  d.inside(0, (inner) => form.normalize(inner));
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = d.current;
    if (!dropConstants(form, d) && !dropFactor(form, d) && !stripRoot(form, d))
      if (!takeOdds(form, d)) takeLogarithm(form, d);
    if (d.current === before) return;
    d.inside(0, (inner) => form.normalize(inner));
  }
}

const variables = (optimum: Term): readonly Term[] => optimum.args.slice(1);

const varies = (d: Derivation, term: Term): boolean =>
  variables(d.current).some(({ name }) => mentions(d.scope.context, term, name));

const monomialVaries = (d: Derivation, view: RingView, m: Monomial): boolean =>
  m.factors.some(([a]) => varies(d, view.term(a)));

const viewOfObjective = (form: Form, d: Derivation): RingView => {
  let view: RingView | undefined;
  d.inside(0, (inner) => {
    view = viewOf(form.engine, inner);
  });
  return view as RingView;
};

/** Summands that the variables do not enter. */
function dropConstants(form: Form, d: Derivation): boolean {
  const view = viewOfObjective(form, d);
  const { polynomial } = view;
  const parts = [...polynomial.values()];
  const constant = parts.filter((m) => !monomialVaries(d, view, m));
  if (constant.length === 0 || constant.length === parts.length) return false;
  const varying = parts.filter((m) => monomialVaries(d, view, m));
  const target = d.scope.arena.make('add', [view.sum(sumOf(varying)), view.sum(sumOf(constant))]);
  d.inside(0, (inner) => form.engine.algebra(inner, target));
  return form.engine.rule(d, 'argmin-add-const');
}

const sumOf = (parts: readonly Monomial[]): Polynomial =>
  parts.reduce<Polynomial>((sum, m) => P.add(sum, P.monomial(m.coefficient, m.factors)), P.zero);

/** A positive factor, and the size of the first coefficient, that the variables do not enter. */
function dropFactor(form: Form, d: Derivation): boolean {
  const { arena } = d.scope;
  const view = viewOfObjective(form, d);
  const first = view.ordered(view.polynomial)[0];
  if (!first || !monomialVaries(d, view, first)) return false;
  const factors = commonFactors(view.polynomial).filter(([a]) => {
    const factor = view.term(a);
    const positive = arena.make('lt', [arena.num(0), factor]);
    return !varies(d, factor) && form.engine.prover.holds(d.scope, positive);
  });
  const size =
    Q.compare(first.coefficient, Q.ZERO) < 0 ? Q.negate(first.coefficient) : first.coefficient;
  if (factors.length === 0 && Q.equal(size, Q.ONE)) return false;
  const head = view.product({ factors, coefficient: size });
  const inverse = P.monomial(
    Q.divide(Q.ONE, size),
    factors.map(([a, e]): Factor => [a, -e]),
  );
  const rest = view.sum(P.multiply(view.polynomial, inverse));
  d.inside(0, (inner) => form.engine.algebra(inner, arena.make('mul', [head, rest])));
  return form.engine.rule(d, 'argmin-scale');
}

const INCREASING = ['log', 'exp', 'sqrt', 'abs', 'reciprocal', 'odd-power', 'odds'];

/** An increasing function at the root of the objective, perhaps under a minus sign. */
function stripRoot(form: Form, d: Derivation): boolean {
  return INCREASING.some(
    (name) => form.engine.rule(d, `argmin-${name}`) || form.engine.rule(d, `argmin-neg-${name}`),
  );
}

/** The logarithm of odds, which was taken apart, is as large as the probability. */
function takeOdds(form: Form, d: Derivation): boolean {
  const { engine } = form;
  const view = viewOfObjective(form, d);
  const factors = [...view.polynomial.values()].flatMap((m) => m.factors);
  const areLogs = factors.every(([a, e]) => e === 1 && view.term(a).op === 'log');
  if (view.polynomial.size !== 2 || factors.length !== 2 || !areLogs) return false;
  const mark = d.mark();
  if (engine.ruleBack(d, 'argmin-exp')) {
    d.inside(0, (inner) => form.normalize(inner));
    if (engine.rule(d, 'argmin-odds') || takeReciprocalOdds(form, d)) return true;
  }
  d.rewind(mark);
  return false;
}

/** (1 - u)/u is 1/u - 1, and is smallest where u is largest. */
function takeReciprocalOdds(form: Form, d: Derivation): boolean {
  const { engine } = form;
  return dropConstants(form, d) && engine.rule(d, 'argmin-reciprocal');
}

/** A positive product of several factors is minimised where its logarithm is. */
function takeLogarithm(form: Form, d: Derivation): boolean {
  const { engine } = form;
  const view = viewOfObjective(form, d);
  const [only] = view.polynomial.values();
  if (!only) return false;
  if (view.polynomial.size > 1) return takeLogarithmOfSum(form, d, view);
  const isPower = only.factors.length === 1 && only.factors[0]?.[1] === 1;
  const negative = Q.compare(only.coefficient, Q.ZERO) < 0;
  if (isPower || only.factors.length === 0) return false;
  const { arena } = d.scope;
  const positive = view.product({ factors: only.factors, coefficient: Q.ONE });
  const mark = d.mark();
  if (!Q.equal(only.coefficient, Q.rational(negative ? -1 : 1))) return false;
  const log = arena.make('log', [positive]);
  const target = negative ? arena.make('neg', [positive]) : positive;
  d.inside(0, (inner) => engine.algebra(inner, target));
  const name = negative ? 'argmin-neg-log' : 'argmin-log';
  if (arg(d.current, 0) === target && engine.ruleBack(d, name)) {
    d.inside(0, (inner) => form.normalize(inner));
    return log !== arg(d.current, 0);
  }
  d.rewind(mark);
  return false;
}

/** A sum whose terms share a factor is such a product too, written out. */
function takeLogarithmOfSum(form: Form, d: Derivation, view: RingView): boolean {
  const { arena } = d.scope;
  const { engine } = form;
  const { polynomial } = view;
  const shared = commonFactors(polynomial).some(([a]) => varies(d, view.term(a)));
  if (!shared) return false;
  for (const sign of [1, -1]) {
    const mark = d.mark();
    const positive = view.sum(P.scale(polynomial, Q.rational(sign)));
    const target = sign === 1 ? positive : arena.make('neg', [positive]);
    d.inside(0, (inner) => engine.algebra(inner, target));
    if (
      arg(d.current, 0) === target &&
      engine.ruleBack(d, sign === 1 ? 'argmin-log' : 'argmin-neg-log')
    ) {
      d.inside(0, (inner) => form.normalize(inner));
      const { op, args } = arg(d.current, 0);
      const isLone = op === 'log' || (op === 'neg' && args[0]?.op === 'log');
      if (!isLone) return true;
    }
    d.rewind(mark);
  }
  return false;
}
