/**
 * Logarithms, exponentials, powers and roots in the normal form: logarithms of positive products
 * are taken apart, exponentials of sums are products, powers of positive bases are exponentials.
 */

import * as P from '../kernel/polynomial.js';
import type { Scope } from '../kernel/scope.js';
import { Derivation } from '../strategy/derivation.js';
import { topDown } from '../strategy/strategy.js';
import * as Q from '../term/rational.js';
import { subterms } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import type { Form } from './form.js';
import { factorContent } from './fractions.js';
import { stepLogarithm } from './gamma-form.js';
import { collect, viewOf } from './ring.js';
import { isRing } from './ring-view.js';

/** log u, with u brought to a product of powers of positive atoms as far as that can be shown. */
export function normalizeLog(form: Form, d: Derivation): void {
  const { engine } = form;
  const inside = arg(d.current, 0);
  // Products over a range are taken apart before their normal form turns them into exponentials.
  if (inside.op === 'prod' && engine.rule(d, 'log-prod')) return form.normalize(d);
  if (inside.op === 'pow' && engine.rule(d, 'log-pow')) return form.normalize(d);
  if (stepLogarithm(form, d)) return form.normalize(d);
  d.inside(0, (inner) => normalizeSigned(form, inner));
  if (engine.rule(d, 'log-exp') || engine.rule(d, 'log-one')) return;
  if (arg(d.current, 0).value) return logOfNumber(form, d);
  d.inside(0, (inner) =>
    keepingSign(form, inner, (line) => {
      factorContent(engine, line);
      turnDenominator(form, line);
    }),
  );
  if (splitLog(form, d)) {
    collectLogs(form, d);
    collect(engine, d);
  }
}

/** -u/(b - a) becomes u/(a - b), so that both may be seen to be positive. */
function turnDenominator(form: Form, d: Derivation): void {
  const view = viewOf(form.engine, d);
  const [only, more] = view.polynomial.values();
  if (!only || more || Q.compare(only.coefficient, Q.ZERO) > 0) return;
  const below = only.factors.find(([a, e]) => e === -1 && view.isDenominator(a));
  const polynomial = below && view.atoms.polynomial(below[0]);
  if (!polynomial) return;
  const factors = only.factors.filter((f) => f !== below);
  const above = view.product({ factors, coefficient: Q.negate(only.coefficient) });
  const turned = view.sum(P.scale(polynomial, Q.rational(-1)));
  form.engine.algebra(d, d.scope.arena.make('div', [above, turned]));
}

/** Takes products, quotients and powers under a logarithm apart; true when any was. */
function splitLog(form: Form, d: Derivation): boolean {
  const { engine } = form;
  const { op } = arg(d.current, 0);
  if (op === 'mul' || op === 'div') {
    if (!engine.rule(d, op === 'mul' ? 'log-mul' : 'log-div')) return false;
    d.inside(0, (inner) => splitLog(form, inner));
    d.inside(1, (inner) => splitLog(form, inner));
    return true;
  }
  if (op === 'pow') {
    if (engine.rule(d, 'log-pow')) {
      d.inside(1, (inner) => splitLog(form, inner));
      return true;
    }
    return engine.rule(d, 'log-square');
  }
  if (op === 'sum') return engine.rule(d, 'log-selected');
  return engine.rule(d, 'log-exp') || engine.rule(d, 'log-sqrt') || engine.rule(d, 'log-one');
}

/** Numbers under the logarithms that splitting left. */
function collectLogs(form: Form, d: Derivation): void {
  if (d.current.op === 'log') {
    if (arg(d.current, 0).value) logOfNumber(form, d);
    return;
  }
  if (!isRing(d.current)) return;
  for (let i = 0; i < d.current.args.length; i++) d.inside(i, (x) => collectLogs(form, x));
}

/** log of a positive rational as a combination of logarithms of primes. */
function logOfNumber(form: Form, d: Derivation): void {
  const { engine } = form;
  const { arena } = d.scope;
  const value = arg(d.current, 0).value as Q.Rational;
  if (Q.compare(value, Q.ZERO) <= 0) return;
  if (engine.rule(d, 'log-one')) return;
  if (value.d !== 1n) {
    const quotient = arena.make('div', [arena.num(value.n), arena.num(value.d)]);
    d.inside(0, (inner) => engine.algebra(inner, quotient));
    if (!engine.rule(d, 'log-div')) return;
    d.inside(0, (inner) => logOfNumber(form, inner));
    d.inside(1, (inner) => logOfNumber(form, inner));
    collect(engine, d);
    return;
  }
  const prime = smallestFactor(value.n);
  if (prime === undefined || prime === value.n) return;
  const product = arena.make('mul', [arena.num(prime), arena.num(value.n / prime)]);
  d.inside(0, (inner) => engine.algebra(inner, product));
  if (!engine.rule(d, 'log-mul')) return;
  d.inside(1, (inner) => logOfNumber(form, inner));
  collect(engine, d);
}

/** The smallest prime factor, if it is at most 1000 or the number itself is small. */
function smallestFactor(n: bigint): bigint | undefined {
  for (let p = 2n; p <= 1000n && p * p <= n; p++) if (n % p === 0n) return p;
  return n;
}

/** exp u as a product of exponentials of single monomials, each with a positive unit weight. */
export function normalizeExp(form: Form, d: Derivation): void {
  const { engine } = form;
  d.inside(0, (inner) => form.normalize(inner));
  if (engine.rule(d, 'exp-zero')) return;
  const before = d.current;
  splitExp(form, d);
  if (d.current !== before) collect(engine, d);
}

function splitExp(form: Form, d: Derivation): void {
  const { engine } = form;
  const inside = arg(d.current, 0);
  if (inside.op === 'add' || inside.op === 'sub') {
    if (!engine.rule(d, inside.op === 'add' ? 'exp-add' : 'exp-sub')) return;
    d.inside(0, (inner) => splitExp(form, inner));
    d.inside(1, (inner) => splitExp(form, inner));
    return;
  }
  if (engine.rule(d, 'exp-log')) return;
  const { arena } = d.scope;
  const view = viewOf(engine, { scope: d.scope, current: inside });
  const [only] = view.polynomial.values();
  if (!only || view.polynomial.size > 1) return;
  const { n, d: below } = only.coefficient;
  if (n === 1n || n > 32n || n < -32n) return;
  const unit = view.product({ factors: only.factors, coefficient: Q.rational(1n, below) });
  d.inside(0, (inner) => engine.algebra(inner, arena.make('mul', [arena.num(n), unit])));
  if (!engine.rule(d, 'exp-mul', { v: arena.num(n), u: unit })) return;
  d.inside(0, (inner) => engine.rule(inner, 'exp-log'));
}

/** u^v with a v that is no whole number. */
export function normalizePower(form: Form, d: Derivation): void {
  const { engine } = form;
  d.inside(1, (inner) => form.normalize(inner));
  if (isRing(d.current)) return form.normalize(d);
  if (engine.rule(d, 'pow-one-base')) return;
  for (const rule of ['pow-delta', 'pow-iverson-le', 'pow-iverson-lt'])
    if (engine.rule(d, rule)) return form.normalize(d);
  d.inside(0, (inner) => form.normalize(inner));
  if (engine.rule(d, 'pow-as-exp')) form.normalize(d);
  else if (splitPower(form, d)) collect(engine, d);
}

/** u^(n + 2) becomes u^n*u^2 for natural exponents, u^(n - 1) becomes u^n/u where u is not 0. */
function splitPower(form: Form, d: Derivation): boolean {
  const { engine } = form;
  if (d.current.op !== 'pow') return false;
  const exponent = arg(d.current, 1);
  if (exponent.op === 'add') {
    if (!engine.rule(d, 'pow-add-natural')) return false;
    d.inside(0, (inner) => splitPower(form, inner));
    return true;
  }
  const by = exponent.op === 'sub' ? arg(exponent, 1).value : undefined;
  if (!by || !Q.equal(by, Q.ONE) || !engine.rule(d, 'pow-sub-one')) return false;
  d.inside(0, (inner) => splitPower(form, inner));
  return true;
}

/**
 * Changes the argument and keeps where it came from: the sign that is seen of a sum of squares is
 * not seen when the squares are multiplied out.
 */
function keepingSign(form: Form, d: Derivation, change: (inner: Derivation) => void): void {
  unfoldAll(form)(d);
  const written = d.current;
  change(d);
  const { origins } = form.engine.prover;
  if (d.current !== written && !origins.has(d.current)) origins.set(d.current, { written, change });
}

/** Keeps of what a goal takes logarithms of and divides by where its normal form comes from. */
export function keepSigns(form: Form, scope: Scope, goal: Term): void {
  for (const { op, args } of subterms(goal)) {
    const subject = op === 'log' ? args[0] : op === 'div' ? args[1] : undefined;
    if (!subject || !scope.knows(subject)) continue;
    if (subject.op === 'add' || subject.op === 'sub')
      normalizeSigned(form, new Derivation(scope, subject));
  }
}

/** Brings the argument to normal form. */
const normalizeSigned = (form: Form, d: Derivation): void =>
  keepingSign(form, d, (inner) => form.normalize(inner));

/** Every definition inserted. */
const unfoldAll = (form: Form) =>
  topDown((d) => {
    let any = false;
    while (d.current.op === 'app' && form.engine.unfold(d)) any = true;
    return any;
  });

/** A root of a positive number is an exponential; the root of a square an absolute value. */
export function normalizeRoot(form: Form, d: Derivation): void {
  const { engine } = form;
  if (engine.rule(d, 'sqrt-square')) return form.normalize(d);
  d.inside(0, (inner) => normalizeSigned(form, inner));
  if (engine.rule(d, 'sqrt-square') || engine.rule(d, 'sqrt-as-exp')) form.normalize(d);
}
