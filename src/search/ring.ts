/**
 * The ring part of the normal form: a term as a polynomial over atoms, and back as a term in one
 * canonical shape. Untrusted: each change is one algebra move that the checker decides again.
 */
import type { Atoms } from '../kernel/algebra.js';
import type { Factor, Monomial, Polynomial } from '../kernel/polynomial.js';
import * as P from '../kernel/polynomial.js';
import type { Derivation } from '../strategy/derivation.js';
import * as Q from '../term/rational.js';
import type { Term } from '../term/term.js';
import { arg } from '../term/term.js';
import type { Engine } from './engine.js';
import { isRing, RingView } from './ring-view.js';

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
