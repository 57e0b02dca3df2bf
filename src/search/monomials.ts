/**
 * What the factors of one monomial do to each other: a delta makes one index stand for the other,
 * entries that are 0 or 1 are their own squares, roots and absolute values square away.
 */

import type { Derivation } from '../strategy/derivation.js';
import * as Q from '../term/rational.js';
import { close, mentionsName } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import type { Form } from './form.js';
import { hypothesesFor } from './hypotheses.js';
import { collect, eachSummand, viewOf } from './ring.js';

/** Reduces each monomial of the line; collects again when one changed. */
export function reduceMonomials(form: Form, d: Derivation): void {
  const changed = eachSummand(d, (inner) => reduceMonomial(form, inner));
  if (changed) collect(form.engine, d);
}

function reduceMonomial(form: Form, d: Derivation): void {
  const view = viewOf(form.engine, d);
  const [only] = view.polynomial.values();
  if (!only || view.polynomial.size > 1) return;
  const atoms = only.factors
    .filter(([a]) => !view.isDenominator(a))
    .map(([a, e]) => ({ term: view.term(a), exponent: e }));
  for (const { term, exponent } of atoms)
    if (term.op === 'exp' && exponent <= -2 && mergeExpBelow(form, d, term, -exponent)) return;
  for (const { term, exponent } of atoms) {
    if (term.op === 'delta' && substituteDelta(form, d, term, exponent)) return;
    if (exponent >= 2 && reducePower(form, d, term, exponent)) return;
    if (term.op === 'pow' && raiseLowered(form, d, term)) return;
  }
  for (const { term, exponent } of atoms)
    if (term.op === 'log' && exponent === 1 && weightedLog(form, d, term)) return;
  for (const { term: u } of atoms)
    for (const { term: v } of atoms) if (u !== v && reducePair(form, d, u, v)) return;
}

/** Rewrites the line as head * rest by algebra; false when the head does not divide it. */
function factorFirst(form: Form, d: Derivation, head: Term): Term | undefined {
  const { arena } = d.scope;
  const view = viewOf(form.engine, d);
  const [only] = view.polynomial.values();
  if (!only) return undefined;
  const divisor = viewOf(form.engine, { scope: d.scope, current: head }, view.atoms);
  const [wanted] = divisor.polynomial.values();
  if (!wanted) return undefined;
  const remaining = new Map(only.factors);
  if (!wanted.factors.every(([a, e]) => e > 0 && (remaining.get(a) ?? 0) >= e)) return undefined;
  for (const [a, e] of wanted.factors) remaining.set(a, (remaining.get(a) ?? 0) - e);
  const factors = [...remaining].filter(([, e]) => e !== 0);
  const rest = view.product({ factors, coefficient: only.coefficient });
  return form.engine.algebra(d, arena.make('mul', [head, rest])) ? rest : undefined;
}

/** delta(i, j)*F(i) becomes delta(i, j)*F(j), where F mentions i. */
function substituteDelta(form: Form, d: Derivation, delta: Term, exponent: number): boolean {
  const { arena } = d.scope;
  const mark = d.mark();
  if (exponent >= 2) {
    const square = arena.make('mul', [delta, delta]);
    if (!factorFirst(form, d, square)) return false;
    return d.inside(0, (inner) => {
      form.engine.rule(inner, 'delta-square');
    });
  }
  const [to, from] = arg(delta, 1).op === 'sym' ? delta.args : [...delta.args].reverse();
  if (!from || !to || from.op !== 'sym') return false;
  const rest = factorFirst(form, d, delta);
  if (!rest || !mentionsName(rest, from.name)) {
    d.rewind(mark);
    return false;
  }
  if (arg(delta, 0) !== from) d.inside(0, (inner) => form.engine.rule(inner, 'delta-symmetric'));
  const F = close(arena, rest, [from]);
  if (!form.engine.rule(d, 'delta-substitute', { i: from, j: to, F })) {
    d.rewind(mark);
    return false;
  }
  d.inside(1, (inner) => form.normalize(inner));
  d.inside(0, (inner) => form.normalize(inner));
  return true;
}

/** An atom that is its own square, or whose square is simpler. */
function reducePower(form: Form, d: Derivation, atom: Term, exponent: number): boolean {
  const { arena } = d.scope;
  const { engine } = form;
  if (atom.op === 'iverson') return byProduct(form, d, atom, atom, 'iverson-square');
  if (atom.op === 'exp') return mergeExp(form, d, atom, exponent);
  if (atom.op === 'sqrt' || atom.op === 'abs') {
    const mark = d.mark();
    if (!factorFirst(form, d, arena.make('pow', [atom, arena.num(2)]))) return false;
    const rule = atom.op === 'sqrt' ? 'square-sqrt' : 'abs-square';
    if (d.inside(0, (inner) => engine.rule(inner, rule))) return true;
    d.rewind(mark);
    return false;
  }
  return byProductHypothesis(form, d, atom, atom);
}

/** u*u^(n - 1) becomes u^n, for natural exponents. */
function raiseLowered(form: Form, d: Derivation, power: Term): boolean {
  const { engine } = form;
  const { arena } = d.scope;
  const [u, v] = power.args as [Term, Term];
  const by = v.op === 'sub' ? arg(v, 1).value : undefined;
  if (!by || Q.compare(by, Q.ONE) < 0) return false;
  const w = arena.num(1);
  const mark = d.mark();
  if (!factorFirst(form, d, arena.make('mul', [power, u]))) return false;
  const done = d.inside(0, (inner) => {
    engine.algebra(inner, arena.make('mul', [power, arena.make('pow', [u, w])]));
    if (!engine.ruleBack(inner, 'pow-add-natural', { u, v, w })) return;
    inner.inside(1, (exponent) => form.normalize(exponent));
  });
  if (!done || arg(d.current, 0).op !== 'pow') {
    d.rewind(mark);
    return false;
  }
  return true;
}

/** exp(u/2)^2 becomes exp(u): a power that clears the denominator of the exponent. */
function mergeExp(form: Form, d: Derivation, atom: Term, exponent: number): boolean {
  const { engine } = form;
  const { arena } = d.scope;
  const u = arg(atom, 0);
  const [only, more] = viewOf(engine, { scope: d.scope, current: u }).polynomial.values();
  const below = Number(only?.coefficient.d ?? 1n);
  const times = below * Math.floor(exponent / below);
  if (more || below === 1 || times === 0) return false;
  const mark = d.mark();
  if (!factorFirst(form, d, arena.make('pow', [atom, arena.num(times)]))) return false;
  const done = d.inside(0, (inner) => {
    if (engine.ruleBack(inner, 'exp-mul', { v: arena.num(times), u })) form.normalize(inner);
  });
  if (!done) d.rewind(mark);
  return done;
}

/** The same below the fraction bar. */
function mergeExpBelow(form: Form, d: Derivation, atom: Term, exponent: number): boolean {
  const { engine } = form;
  const { arena } = d.scope;
  const u = arg(atom, 0);
  const [only, more] = viewOf(engine, { scope: d.scope, current: u }).polynomial.values();
  const below = Number(only?.coefficient.d ?? 1n);
  const times = below * Math.floor(exponent / below);
  if (more || below === 1 || times === 0) return false;
  const mark = d.mark();
  const power = arena.make('pow', [atom, arena.num(times)]);
  const view = viewOf(engine, d);
  const [whole] = view.polynomial.values();
  if (!whole) return false;
  const factors = whole.factors
    .map(([a, e]) => [a, view.term(a) === atom ? e + times : e] as const)
    .filter(([, e]) => e !== 0);
  const rest = view.product({ factors, coefficient: whole.coefficient });
  const done =
    engine.algebra(d, arena.make('div', [rest, power])) &&
    d.inside(1, (inner) => {
      if (engine.ruleBack(inner, 'exp-mul', { v: arena.num(times), u })) form.normalize(inner);
    });
  if (!done) d.rewind(mark);
  return done;
}

/** Two atoms whose product a rule or a hypothesis gives. */
function reducePair(form: Form, d: Derivation, u: Term, v: Term): boolean {
  if (u.op === 'sign' && v.op === 'abs' && arg(u, 0) === arg(v, 0))
    return byProduct(form, d, u, v, 'sign-abs');
  return u.op === v.op && byProductHypothesis(form, d, u, v);
}

function byProduct(form: Form, d: Derivation, u: Term, v: Term, rule: string): boolean {
  const mark = d.mark();
  if (!factorFirst(form, d, d.scope.arena.make('mul', [u, v]))) return false;
  if (d.inside(0, (inner) => form.engine.rule(inner, rule))) return true;
  d.rewind(mark);
  return false;
}

/** w*log(u/v) where log(u/v) cannot be taken apart by itself; u*log(u) where u is 0 or 1. */
function weightedLog(form: Form, d: Derivation, log: Term): boolean {
  const { arena } = d.scope;
  const { engine } = form;
  const mark = d.mark();
  const u = arg(log, 0);
  const rest = u.op === 'div' || u.op === 'mul' ? factorFirst(form, d, log) : undefined;
  if (rest && engine.algebra(d, arena.make('mul', [rest, log])))
    if (engine.rule(d, u.op === 'div' ? 'weighted-log-div' : 'weighted-log-mul')) {
      form.normalize(d);
      return true;
    }
  d.rewind(mark);
  if (!factorFirst(form, d, arena.make('mul', [u, log]))) return false;
  if (d.inside(0, (inner) => engine.rule(inner, 'idempotent-log'))) return true;
  d.rewind(mark);
  return false;
}

/** A hypothesis of the form u*v == …, such as y*y == y. */
function byProductHypothesis(form: Form, d: Derivation, u: Term, v: Term): boolean {
  const products = hypothesesFor(d.scope.context, 'eq').filter(
    ({ pattern }) => arg(pattern, 0).op === 'mul' && couldBe(arg(pattern, 0), u, v),
  );
  for (const { name } of products) {
    const mark = d.mark();
    if (!factorFirst(form, d, d.scope.arena.make('mul', [u, v]))) return false;
    const done = d.inside(0, (inner) => {
      if (form.engine.hypothesis(inner, (n) => n === name)) form.normalize(inner);
    });
    if (done) return true;
    d.rewind(mark);
  }
  return false;
}

const couldBe = (product: Term, u: Term, v: Term): boolean =>
  headName(arg(product, 0)) === headName(u) && headName(arg(product, 1)) === headName(v);

function headName(term: Term): string {
  let base = term;
  while (base.op === 'at') base = arg(base, 0);
  return base.op === 'sym' ? base.name : '';
}
