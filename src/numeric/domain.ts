/** Where a coordinate of a model may lie. */
import { compare, isInteger, ONE, type Rational, rational, ZERO } from '../term/rational.js';

export interface End {
  readonly at: Rational;
  /** True when the end itself is excluded. */
  readonly open: boolean;
}

export interface Domain {
  /** Whole numbers only. */
  readonly whole: boolean;
  readonly lower: End | undefined;
  readonly upper: End | undefined;
  /** What the coordinate is for; the source of values chooses by it. */
  readonly role: 'size' | 'choice' | 'value' | 'weight';
}

const closed = (at: Rational): End => ({ at, open: false });
const open = (at: Rational): End => ({ at, open: true });

export const wholeBetween = (lo: number, hi: number, role: Domain['role']): Domain => ({
  whole: true,
  lower: closed(rational(lo)),
  upper: closed(rational(hi)),
  role,
});

export const REALS: Domain = { whole: false, lower: undefined, upper: undefined, role: 'value' };
export const POSITIVE: Domain = { ...REALS, lower: open(ZERO) };
export const NONNEGATIVE: Domain = { ...REALS, lower: closed(ZERO) };
export const UNIT: Domain = { ...REALS, lower: open(ZERO), upper: open(ONE) };
export const PROBABILITY: Domain = { ...REALS, lower: closed(ZERO), upper: closed(ONE) };

/** The part of the domain between the two bounds. */
export function within(domain: Domain, lower?: Rational, upper?: Rational): Domain {
  const tighter = (end: End | undefined, at: Rational | undefined, side: 1 | -1) =>
    at === undefined || (end && compare(end.at, at) * side >= 0) ? end : closed(at);
  return {
    ...domain,
    lower: tighter(domain.lower, lower, 1),
    upper: tighter(domain.upper, upper, -1),
  };
}

export function contains({ whole, lower, upper }: Domain, q: Rational): boolean {
  if (whole && !isInteger(q)) return false;
  if (lower && compare(q, lower.at) < (lower.open ? 1 : 0)) return false;
  return !upper || compare(q, upper.at) <= (upper.open ? -1 : 0);
}

/** True when nothing can lie in the domain. */
export function isEmpty({ lower, upper }: Domain): boolean {
  if (!lower || !upper) return false;
  const order = compare(lower.at, upper.at);
  return order > 0 || (order === 0 && (lower.open || upper.open));
}
