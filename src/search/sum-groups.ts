/** The monomials of a term with a sum over one range, and what stands beside them. */
import type { Monomial } from '../kernel/polynomial.js';
import * as P from '../kernel/polynomial.js';
import { arg, type Term } from '../term/term.js';
import type { RingView } from './ring-view.js';

/** A monomial with a sum: the sum's body, and what stands before it. */
interface Part {
  readonly whole: Monomial;
  readonly body: Term;
  readonly weight: Monomial;
}

/** The monomials with a sum over one range, and the others. */
export interface Group {
  readonly lo: Term;
  readonly hi: Term;
  readonly parts: readonly Part[];
  readonly rest: readonly Monomial[];
}

/** The groups of a polynomial, one for each range. */
export function groupsOf(view: RingView): Group[] {
  const ranges = new Map<string, readonly [lo: Term, hi: Term]>();
  const sumIn = (m: Monomial): Term | undefined => {
    const sums = m.factors.filter(([a]) => view.term(a).op === 'sum');
    const [only] = sums;
    return only && sums.length === 1 && only[1] === 1 ? view.term(only[0]) : undefined;
  };
  const monomials = [...view.polynomial.values()];
  for (const m of monomials) {
    const sum = sumIn(m);
    if (sum) ranges.set(rangeKey(sum), [arg(sum, 0), arg(sum, 1)]);
  }
  return [...ranges].map(([key, [lo, hi]]) => {
    const isPart = (m: Monomial): boolean => {
      const sum = sumIn(m);
      return sum !== undefined && rangeKey(sum) === key;
    };
    const parts = monomials.filter(isPart).map((m) => ({
      whole: m,
      body: arg(sumIn(m) as Term, 2),
      weight: { ...m, factors: m.factors.filter(([a]) => view.term(a) !== sumIn(m)) },
    }));
    return { lo, hi, parts, rest: monomials.filter((m) => !isPart(m)) };
  });
}

const rangeKey = (sum: Term): string => `${arg(sum, 0).id},${arg(sum, 1).id}`;

export const sumOf = (parts: readonly Monomial[]): P.Polynomial =>
  parts.reduce<P.Polynomial>((all, m) => P.add(all, P.monomial(m.coefficient, m.factors)), P.zero);
