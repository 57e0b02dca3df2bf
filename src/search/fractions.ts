/** Fractions brought together, and numerators reduced by their denominators. */
import type { Factor, Monomial, Polynomial } from '../kernel/polynomial.js';
import * as P from '../kernel/polynomial.js';
import type { Derivation } from '../strategy/derivation.js';
import * as Q from '../term/rational.js';
import { arg, type Term } from '../term/term.js';
import type { Engine } from './engine.js';
import { viewOf } from './ring.js';
import { commonFactors, isRing, type RingView } from './ring-view.js';

/**
 * Writes the line as a product: the powers that all monomials share, times what is left. A
 * denominator of several terms is such a power too, so fractions are brought together.
 */
export function factorContent(engine: Engine, d: Derivation): void {
  const view = viewOf(engine, d);
  const common = commonFactors(view.polynomial);
  const parts = [...view.polynomial.values()];
  if (parts.length === 0) return;
  const lead = parts.length === 1 ? Q.ONE : leading(view);
  const inverse: Monomial = {
    factors: common.map(([a, e]): Factor => [a, -e]),
    coefficient: Q.divide(Q.ONE, lead),
  };
  let rest = P.multiply(view.polynomial, P.monomial(inverse.coefficient, inverse.factors));
  rest = expandDenominators(rest, view);
  const head = view.product({ factors: common, coefficient: lead });
  if (head.value && Q.equal(head.value, Q.ONE)) return;
  const restTerm = view.sum(rest);
  const target =
    restTerm.value && Q.equal(restTerm.value, Q.ONE)
      ? head
      : d.scope.arena.make('mul', [restTerm, head]);
  engine.algebra(d, target);
}

/** Fractions within denominators, brought up: u/(1/a + 1/b) becomes u*a*b/(a + b). */
export function unnest(engine: Engine, d: Derivation): void {
  if (!isRing(d.current) || !hasNested(d.current)) return;
  const count = d.current.op === 'pow' ? 1 : d.current.args.length;
  for (let i = 0; i < count; i++) d.inside(i, (inner) => unnest(engine, inner));
  if (d.current.op !== 'div') return;
  const { arena } = d.scope;
  const [u, v] = d.current.args as [Term, Term];
  const view = viewOf(engine, { scope: d.scope, current: v });
  const below = commonFactors(view.polynomial).filter(([, e]) => e < 0);
  if (below.length === 0) return;
  const up = below.map(([a, e]): Factor => [a, -e]);
  const cleared = expandDenominators(P.multiply(view.polynomial, P.monomial(Q.ONE, up)), view);
  const head = view.product({ factors: up, coefficient: Q.ONE });
  const above = arena.make('mul', [u, head]);
  engine.algebra(d, arena.make('div', [above, view.sum(cleared)]));
}

/** True of a fraction whose denominator holds another one. */
function hasNested(term: Term): boolean {
  if (!isRing(term)) return false;
  return (
    (term.op === 'div' && hasFraction(arg(term, 1))) ||
    term.args.some((child) => child.op !== 'num' && hasNested(child))
  );
}

const hasFraction = (term: Term): boolean =>
  isRing(term) && (term.op === 'div' || term.args.some(hasFraction));

/** The coefficient to divide out: that of the first monomial, if positive. */
function leading(view: RingView): Q.Rational {
  const first = view.ordered(view.polynomial)[0]?.coefficient ?? Q.ONE;
  return Q.compare(first, Q.ZERO) > 0 ? first : Q.ONE;
}

/** Positive powers of denominator atoms, written out. */
export function expandDenominators(p: Polynomial, view: RingView): Polynomial {
  let result = P.zero;
  for (const { factors, coefficient } of p.values()) {
    let term = P.monomial(
      coefficient,
      factors.filter(([a]) => !view.isDenominator(a)),
    );
    for (const [a, e] of factors) {
      const base = view.atoms.polynomial(a);
      if (base) term = P.multiply(term, e > 0 ? P.power(base, e) : P.atom(a, e));
    }
    result = P.add(result, term);
  }
  return result;
}
