/**
 * Algebra steps: equality as rational functions over interned atoms.
 *
 * `normalize` takes apart + - * / and whole powers; everything else is an atom. A quotient u/v is
 * opened only when v is among the terms known to be nonzero; otherwise 1/v is an atom too. Two
 * terms are equal when the numerator of their difference is the zero polynomial.
 */

import * as Q from '../term/rational.js';
import { arg, type Term } from '../term/term.js';
import type { Polynomial } from './polynomial.js';
import * as P from './polynomial.js';

/** Largest whole exponent that is expanded; a larger power is an atom. */
const MAX_EXPONENT = 32;

/** Atoms that are no terms: reciprocals 1/v, and denominators with several summands. */
export class Atoms {
  readonly #reciprocals = new Map<number, number>();
  readonly #denominators = new Map<string, number>();
  readonly #polynomials = new Map<number, Polynomial>();
  readonly #opaque = new Map<number, Term>();
  #next = -1;

  /** The atom 1/v, for a v that may be 0. */
  reciprocal(v: Term): number {
    const known = this.#reciprocals.get(v.id);
    if (known !== undefined) return known;
    const id = this.#next--;
    this.#reciprocals.set(v.id, id);
    this.#opaque.set(id, v);
    return id;
  }

  /** The atom for a nonzero polynomial of several terms made monic, and what was divided out. */
  denominator(p: Polynomial): { id: number; content: Q.Rational } {
    const content = leadingCoefficient(p);
    const monic = P.scale(p, Q.divide(Q.ONE, content));
    const key = P.polynomialKey(monic);
    const known = this.#denominators.get(key);
    if (known !== undefined) return { id: known, content };
    const id = this.#next--;
    this.#denominators.set(key, id);
    this.#polynomials.set(id, monic);
    return { id, content };
  }

  /** The polynomial behind a denominator atom. */
  polynomial(id: number): Polynomial | undefined {
    return this.#polynomials.get(id);
  }

  /** The term v behind an atom 1/v. */
  reciprocalOf(id: number): Term | undefined {
    return this.#opaque.get(id);
  }
}

/** The coefficient of the monomial whose key sorts first: some fixed choice. */
function leadingCoefficient(p: Polynomial): Q.Rational {
  let first: string | undefined;
  for (const key of p.keys()) if (first === undefined || key < first) first = key;
  return p.get(first ?? '')?.coefficient ?? Q.ONE;
}

/** A term as a polynomial; `nonzero` holds the terms by which it may divide. */
export function normalize(root: Term, nonzero: ReadonlySet<Term>, atoms: Atoms): Polynomial {
  const done = new Map<Term, Polynomial>();
  const stack = [root];
  for (let term = stack.at(-1); term; term = stack.at(-1)) {
    const pending = done.has(term) ? [] : ringArguments(term).filter((a) => !done.has(a));
    if (pending.length > 0) {
      stack.push(...pending);
      continue;
    }
    stack.pop();
    if (!done.has(term)) done.set(term, combine(term, done, nonzero, atoms));
  }
  return done.get(root) as Polynomial;
}

/** The arguments that the ring operations take apart. */
function ringArguments(term: Term): readonly Term[] {
  switch (term.op) {
    case 'add':
    case 'sub':
    case 'mul':
    case 'neg':
    case 'div':
      return term.args;
    case 'pow':
      return wholeExponent(term) === undefined ? [] : [arg(term, 0)];
    default:
      return [];
  }
}

/** The exponent of a power that is expanded. */
export function wholeExponent(term: Term): number | undefined {
  const exponent = term.op === 'pow' ? constantTerm(arg(term, 1)) : undefined;
  if (exponent?.d !== 1n) return undefined;
  const n = Number(exponent.n);
  return Math.abs(n) <= MAX_EXPONENT ? n : undefined;
}

const constantTerm = (term: Term): Q.Rational | undefined =>
  term.op === 'neg' && arg(term, 0).value ? Q.negate(arg(term, 0).value as Q.Rational) : term.value;

function combine(
  term: Term,
  done: ReadonlyMap<Term, Polynomial>,
  nonzero: ReadonlySet<Term>,
  atoms: Atoms,
): Polynomial {
  const of = (i: number): Polynomial => done.get(arg(term, i)) as Polynomial;
  switch (term.op) {
    case 'num':
      return P.constant(term.value as Q.Rational);
    case 'add':
      return P.add(of(0), of(1));
    case 'sub':
      return P.subtract(of(0), of(1));
    case 'neg':
      return P.scale(of(0), Q.rational(-1));
    case 'mul':
      return P.multiply(of(0), of(1));
    case 'div':
      return P.multiply(of(0), inverse(arg(term, 1), done, 1, nonzero, atoms));
    case 'pow': {
      const n = wholeExponent(term);
      if (n === undefined) return P.atom(term.id);
      return n >= 0 ? P.power(of(0), n) : inverse(arg(term, 0), done, -n, nonzero, atoms);
    }
    default:
      return P.atom(term.id);
  }
}

/** 1/v to a power; `done` holds v and its arguments as polynomials. */
function inverse(
  v: Term,
  done: ReadonlyMap<Term, Polynomial>,
  power: number,
  nonzero: ReadonlySet<Term>,
  atoms: Atoms,
): Polynomial {
  const p = done.get(v) as Polynomial;
  const value = P.constantValue(p);
  if (value && !Q.isZero(value)) return P.constant(Q.power(value, -power));
  if (!nonzero.has(v) || value) return P.atom(atoms.reciprocal(v), power);
  // A product is nonzero only if each factor is, and a positive power only if its base is.
  const exponent = wholeExponent(v) ?? 0;
  if (v.op === 'mul' || exponent > 0) {
    const known = new Set([...nonzero, ...v.args]);
    const factors = v.op === 'mul' ? v.args : v.args.slice(0, 1);
    return factors
      .map((factor) => inverse(factor, done, power * Math.max(exponent, 1), known, atoms))
      .reduce(P.multiply);
  }
  const [single] = p.values();
  if (p.size === 1 && single) {
    return P.monomial(Q.power(single.coefficient, -power), invert(single.factors, power));
  }
  const common = commonFactors(p);
  const { id, content } = atoms.denominator(P.multiply(p, P.monomial(Q.ONE, invert(common, 1))));
  const factors = P.multiplyFactors(invert(common, power), [[id, -power]]);
  return P.monomial(Q.power(content, -power), factors);
}

const invert = (factors: readonly P.Factor[], power: number): P.Factor[] =>
  factors.map(([id, e]) => [id, -e * power]);

/** The largest product of positive powers of atoms that divides every monomial. */
function commonFactors(p: Polynomial): P.Factor[] {
  const [first, ...others] = p.values();
  let common = first?.factors.filter(([, e]) => e > 0) ?? [];
  for (const { factors } of others) {
    const powers = new Map(factors);
    common = common
      .map(([id, e]): P.Factor => [id, Math.min(e, powers.get(id) ?? 0)])
      .filter(([, e]) => e > 0);
  }
  return common;
}

/** True when s and t are equal as rational functions, given that the terms `nonzero` are so. */
export function equalByAlgebra(s: Term, t: Term, nonzero: ReadonlySet<Term>): boolean {
  if (s === t) return true;
  const atoms = new Atoms();
  const difference = P.subtract(normalize(s, nonzero, atoms), normalize(t, nonzero, atoms));
  return isZeroFunction(difference, atoms);
}

/** True when a polynomial over atoms and denominators is zero: its numerator, expanded, is. */
function isZeroFunction(p: Polynomial, atoms: Atoms): boolean {
  let rest = p;
  for (;;) {
    if (rest.size === 0) return true;
    const denominator = someDenominator(rest, atoms);
    if (!denominator) return false;
    rest = clear(rest, denominator.id, denominator.power, atoms);
  }
}

/** A denominator atom that occurs, with the power that clears it. */
function someDenominator(p: Polynomial, atoms: Atoms): { id: number; power: number } | undefined {
  let found: { id: number; power: number } | undefined;
  for (const { factors } of p.values())
    for (const [id, power] of factors) {
      if (!atoms.polynomial(id) || (found && found.id !== id)) continue;
      if (!found) found = { id, power: Math.max(0, -power) };
      else if (-power > found.power) found = { id, power: -power };
    }
  return found;
}

/** The polynomial times the denominator's power, with the denominator expanded. */
function clear(p: Polynomial, id: number, power: number, atoms: Atoms): Polynomial {
  const base = atoms.polynomial(id) as Polynomial;
  let result = P.zero;
  for (const { factors, coefficient } of p.values()) {
    const own = factors.find(([a]) => a === id)?.[1] ?? 0;
    const others = P.monomial(
      coefficient,
      factors.filter(([a]) => a !== id),
    );
    result = P.add(result, P.multiply(others, P.power(base, power + own)));
  }
  return result;
}

/** The value of a term that is constant as a polynomial; undefined for all others. */
export const constantOf = (term: Term): Q.Rational | undefined =>
  P.constantValue(normalize(term, new Set(), new Atoms()));
