/**
 * Polynomials with exact rational coefficients over atoms: the one trusted normal form.
 *
 * A monomial is a product of atoms to whole powers. An atom is any term that the ring operations
 * do not take apart, known by its id. A power may be negative only for an atom known to be
 * nonzero; a denominator with several summands is an atom of its own (see `Denominators`).
 */

import type { Rational } from '../term/rational.js';
import * as Q from '../term/rational.js';

/** An atom and its power; lists are sorted by atom and hold no power 0. */
export type Factor = readonly [atom: number, power: number];

export interface Monomial {
  readonly factors: readonly Factor[];
  readonly coefficient: Rational;
}

/** Monomials by the key of their factors; no coefficient is 0. */
export type Polynomial = ReadonlyMap<string, Monomial>;

/** Largest number of monomials in one polynomial. */
const MAX_MONOMIALS = 6_000;

class PolynomialTooLarge extends Error {
  constructor() {
    super(`an expanded polynomial has more than ${MAX_MONOMIALS} terms (bound: monomials)`);
    this.name = 'PolynomialTooLarge';
  }
}

const keyOf = (factors: readonly Factor[]): string =>
  factors.length === 0 ? '' : factors.map(([atom, power]) => `${atom}^${power}`).join('.');

export const zero: Polynomial = new Map();

export function monomial(coefficient: Rational, factors: readonly Factor[]): Polynomial {
  if (Q.isZero(coefficient)) return zero;
  return new Map([[keyOf(factors), { factors, coefficient }]]);
}

export const constant = (value: Rational): Polynomial => monomial(value, []);
export const atom = (id: number, power = 1): Polynomial => monomial(Q.ONE, [[id, power]]);

function accumulate(into: Map<string, Monomial>, key: string, term: Monomial): void {
  const old = into.get(key);
  if (!old) {
    if (into.size >= MAX_MONOMIALS) throw new PolynomialTooLarge();
    into.set(key, term);
    return;
  }
  const coefficient = Q.add(old.coefficient, term.coefficient);
  if (Q.isZero(coefficient)) into.delete(key);
  else into.set(key, { factors: old.factors, coefficient });
}

export function add(p: Polynomial, q: Polynomial): Polynomial {
  if (q.size > p.size) return add(q, p);
  if (q.size === 0) return p;
  const result = new Map(p);
  for (const [key, term] of q) accumulate(result, key, term);
  return result;
}

export function scale(p: Polynomial, by: Rational): Polynomial {
  if (Q.isZero(by)) return zero;
  const result = new Map<string, Monomial>();
  for (const [key, term] of p)
    result.set(key, { factors: term.factors, coefficient: Q.multiply(term.coefficient, by) });
  return result;
}

export const subtract = (p: Polynomial, q: Polynomial): Polynomial =>
  add(p, scale(q, Q.rational(-1)));

/** Merges two sorted lists of factors, adding powers. */
export function multiplyFactors(a: readonly Factor[], b: readonly Factor[]): Factor[] {
  const result: Factor[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const x = a[i];
    const y = b[j];
    if (x && (!y || x[0] < y[0])) {
      result.push(x);
      i++;
    } else if (y && (!x || y[0] < x[0])) {
      result.push(y);
      j++;
    } else if (x && y) {
      if (x[1] + y[1] !== 0) result.push([x[0], x[1] + y[1]]);
      i++;
      j++;
    }
  }
  return result;
}

export function multiply(p: Polynomial, q: Polynomial): Polynomial {
  const result = new Map<string, Monomial>();
  for (const a of p.values())
    for (const b of q.values()) {
      const factors = multiplyFactors(a.factors, b.factors);
      const coefficient = Q.multiply(a.coefficient, b.coefficient);
      accumulate(result, keyOf(factors), { factors, coefficient });
    }
  return result;
}

export function power(p: Polynomial, exponent: number): Polynomial {
  let result = constant(Q.ONE);
  for (let i = 0; i < exponent; i++) result = multiply(result, p);
  return result;
}

/** The value of a polynomial without atoms; undefined when it has any. */
export function constantValue(p: Polynomial): Rational | undefined {
  if (p.size === 0) return Q.ZERO;
  return p.size === 1 ? p.get('')?.coefficient : undefined;
}

/** A text that two polynomials share exactly when they are equal up to order of terms. */
export const polynomialKey = (p: Polynomial): string =>
  [...p]
    .map(([key, { coefficient }]) => `${Q.rationalText(coefficient)}*${key}`)
    .sort()
    .join('+');
