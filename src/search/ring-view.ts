/** A term as a polynomial over atoms, and back as a term in one canonical shape. */
import { Atoms, normalize, wholeExponent } from '../kernel/algebra.js';
import type { Factor, Monomial, Polynomial } from '../kernel/polynomial.js';
import * as Q from '../term/rational.js';
import type { Arena, Term } from '../term/term.js';

/** True of the operations that algebra takes apart. */
export const isRing = (term: Term): boolean =>
  term.op === 'add' ||
  term.op === 'sub' ||
  term.op === 'mul' ||
  term.op === 'neg' ||
  term.op === 'div' ||
  (term.op === 'pow' && wholeExponent(term) !== undefined);

/** A polynomial together with the terms behind its atoms. */
export class RingView {
  readonly #terms = new Map<number, Term>();
  readonly polynomial: Polynomial;

  constructor(
    readonly arena: Arena,
    term: Term,
    nonzero: ReadonlySet<Term>,
    /** Shared by views whose polynomials are compared. */
    readonly atoms = new Atoms(),
  ) {
    this.polynomial = normalize(term, nonzero, this.atoms);
    const stack = [term];
    const seen = new Set<Term>();
    for (let next = stack.pop(); next; next = stack.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      this.#terms.set(next.id, next);
      if (isRing(next)) stack.push(...next.args);
    }
  }

  /** The term behind an atom; a denominator as a sum, a reciprocal 1/v as v's quotient. */
  term(atom: number): Term {
    const own = this.#terms.get(atom);
    if (own) return own;
    const denominator = this.atoms.polynomial(atom);
    if (denominator) return this.sum(denominator);
    const v = this.atoms.reciprocalOf(atom);
    if (!v) throw new Error('an atom without a term');
    return this.arena.make('div', [this.arena.num(1), v]);
  }

  isDenominator(atom: number): boolean {
    return this.atoms.polynomial(atom) !== undefined;
  }

  /** The polynomial as a term: monomials in a fixed order, negative ones subtracted. */
  sum(polynomial: Polynomial): Term {
    const { arena } = this;
    let result: Term | undefined;
    for (const monomial of this.ordered(polynomial)) {
      const negative = Q.compare(monomial.coefficient, Q.ZERO) < 0;
      if (!result) {
        result = this.product(monomial);
      } else if (negative) {
        const positive = { ...monomial, coefficient: Q.negate(monomial.coefficient) };
        result = arena.make('sub', [result, this.product(positive)]);
      } else {
        result = arena.make('add', [result, this.product(monomial)]);
      }
    }
    return result ?? arena.num(0);
  }

  /** Monomials by their atoms' ids, the positive ones first. */
  ordered(polynomial: Polynomial): Monomial[] {
    const key = (m: Monomial): string =>
      m.factors.map(([a, e]) => `${String(a + 2 ** 30).padStart(10, '0')}^${e}`).join('.');
    return [...polynomial.values()]
      .map((m) => ({ m, key: key(m), negative: Q.compare(m.coefficient, Q.ZERO) < 0 }))
      .sort((a, b) => (a.negative !== b.negative ? (a.negative ? 1 : -1) : a.key < b.key ? -1 : 1))
      .map(({ m }) => m);
  }

  /** A monomial as a term: coefficient, then atoms, over the denominators. */
  product({ factors, coefficient }: Monomial): Term {
    const { arena } = this;
    const above = factors.filter(([, e]) => e > 0).map((f) => this.powerTerm(f));
    const below = factors.filter(([, e]) => e < 0).map(([a, e]) => this.powerTerm([a, -e]));
    const numerator = Q.rational(coefficient.n);
    if (coefficient.d !== 1n) below.unshift(arena.num(coefficient.d));
    const times = (a: Term, b: Term): Term => arena.make('mul', [a, b]);
    const isMinusOne = Q.equal(numerator, Q.rational(-1)) && above.length > 0;
    if (!Q.equal(numerator, Q.ONE) && !isMinusOne) above.unshift(arena.num(numerator));
    let result = above.length > 0 ? above.reduce(times) : arena.num(1);
    if (below.length > 0) result = arena.make('div', [result, below.reduce(times)]);
    return isMinusOne ? arena.make('neg', [result]) : result;
  }

  powerTerm([atom, exponent]: Factor): Term {
    const base = this.term(atom);
    return exponent === 1 ? base : this.arena.make('pow', [base, this.arena.num(exponent)]);
  }
}

/** The lowest power of each atom over all monomials; an atom that is absent has power 0. */
export function commonFactors(p: Polynomial): Factor[] {
  const atoms = new Set<number>();
  for (const { factors } of p.values()) for (const [a] of factors) atoms.add(a);
  const result: Factor[] = [];
  for (const atom of [...atoms].sort((a, b) => a - b)) {
    const lowest = Math.min(
      ...[...p.values()].map(({ factors }) => factors.find(([a]) => a === atom)?.[1] ?? 0),
    );
    if (lowest !== 0) result.push([atom, lowest]);
  }
  return result;
}
