/**
 * The ring part of the normal form: a term as a polynomial over atoms, and back as a term in one
 * canonical shape. Untrusted: each change is one algebra move that the checker decides again.
 */
import { Atoms, normalize } from '../kernel/algebra.js';
import type { Factor, Monomial, Polynomial } from '../kernel/polynomial.js';
import * as P from '../kernel/polynomial.js';
import type { Derivation } from '../strategy/derivation.js';
import * as Q from '../term/rational.js';
import type { Arena, Term } from '../term/term.js';
import { arg } from '../term/term.js';
import { type Engine, isRing } from './engine.js';

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

/** The line as a polynomial, denominators opened where they can be shown nonzero. */
export function viewOf(
  engine: Engine,
  d: Pick<Derivation, 'scope' | 'current'>,
  atoms?: Atoms,
): RingView {
  const nonzero = engine.divisors(d.scope, d.current);
  const divisors = new Set(nonzero.map((n) => n.term));
  return new RingView(d.scope.arena, d.current, divisors, atoms);
}

/** Brings the ring operations at the root of the line to their canonical shape. */
export function collect(engine: Engine, d: Derivation): void {
  if (!isRing(d.current)) return;
  const view = viewOf(engine, d);
  engine.algebra(d, view.sum(reduceNumerators(view)));
}

/** Most replacements in one polynomial by `reduceNumerators`. */
const MAX_REDUCTIONS = 2_000;

/**
 * The polynomial with every numerator reduced by its denominator: where D = lead + rest, the
 * product lead/D is written as 1 - rest/D. With one denominator the outcome is unique.
 */
function reduceNumerators(view: RingView): Polynomial {
  let result = view.polynomial;
  for (let count = 0; count < MAX_REDUCTIONS; count++) {
    const found = reducible(view, result);
    if (!found) return result;
    const { monomial, denominator, lead, rest } = found;
    const others = P.multiplyFactors(
      monomial.factors,
      lead.factors.map(([a, e]): Factor => [a, -e]),
    );
    const weight = Q.divide(monomial.coefficient, lead.coefficient);
    const whole = P.monomial(weight, P.multiplyFactors(others, [[denominator, 1]]));
    const remainder = P.multiply(P.monomial(weight, others), rest);
    const without = P.subtract(result, P.monomial(monomial.coefficient, monomial.factors));
    result = P.subtract(P.add(without, whole), remainder);
  }
  return result;
}

/** A monomial that its denominator's leading monomial divides. */
function reducible(view: RingView, p: Polynomial) {
  for (const monomial of p.values())
    for (const [denominator, power] of monomial.factors) {
      const d = power < 0 ? view.atoms.polynomial(denominator) : undefined;
      if (!d || [...d.values()].some(({ factors }) => factors.some(([, e]) => e < 0))) continue;
      const lead = leadOf(d);
      const powers = new Map(monomial.factors);
      if (!lead.factors.every(([a, e]) => (powers.get(a) ?? 0) >= e)) continue;
      const rest = P.subtract(d, P.monomial(lead.coefficient, lead.factors));
      return { monomial, denominator, lead, rest };
    }
  return undefined;
}

/** The greatest monomial: by degree, then by the atoms that were met last. */
function leadOf(p: Polynomial): Monomial {
  const degree = (m: Monomial): number => m.factors.reduce((sum, [, e]) => sum + e, 0);
  const rank = (m: Monomial): string =>
    [...m.factors]
      .reverse()
      .map(([a, e]) => `${String(a).padStart(9, '0')}^${e}`)
      .join('.');
  return [...p.values()].reduce((best, m) => {
    const difference = degree(m) - degree(best) || (rank(m) > rank(best) ? 1 : -1);
    return m !== best && difference > 0 ? m : best;
  });
}

/** Lets `change` work on every summand of a sum at the root of the line. */
export function eachSummand(d: Derivation, change: (inner: Derivation) => void): boolean {
  if (d.current.op !== 'add' && d.current.op !== 'sub') {
    const before = d.current;
    change(d);
    return d.current !== before;
  }
  const left = d.inside(0, (inner) => eachSummand(inner, change));
  const right = d.inside(1, change);
  return left || right;
}

/** Lets `change` work on every argument that the ring operations at the root lead to. */
export function eachAtom(d: Derivation, change: (inner: Derivation) => void): void {
  if (!isRing(d.current)) {
    change(d);
    return;
  }
  const count = d.current.op === 'pow' ? 1 : d.current.args.length;
  for (let i = 0; i < count; i++) d.inside(i, (inner) => eachAtom(inner, change));
}

/** The factors of a product, quotients by constants included as they stand. */
export function factorsOf(term: Term): Term[] {
  return term.op === 'mul' ? [...factorsOf(arg(term, 0)), ...factorsOf(arg(term, 1))] : [term];
}
