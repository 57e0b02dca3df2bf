/**
 * Where an integrand changes its formula: the points at which a comparison inside it (of abs, max,
 * relu, if or a bracket) turns round. No quadrature settles across such a point.
 */
import {
  add,
  compare,
  multiply,
  negate,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '../term/rational.js';
import { TIE, UNDECIDED, VARIED } from './arithmetic.js';

/** The trace of the comparisons inside an integrand at a point. */
export type Branches = string;

export interface Sample {
  readonly x: Rational;
  readonly branches: Branches;
}

export interface Kink {
  readonly at: Rational;
  /** Two points that have it between them; both are the point itself when it was hit. */
  readonly between: readonly [Rational, Rational];
}

/** More kinks than this are not looked for. */
const MAX_KINKS = 8;
/** A kink that is no simple number is found to 2^-PLACES of its size. */
const PLACES = 90n;
const MAX_STEPS = 400;

/**
 * The kinks between samples in the order of x, by bisection. Nothing when there are too many of
 * them, when they may move with what is varied around the integral, or when the bounds do not decide on which side of one a point lies.
 */
export function kinksBetween(
  all: readonly Sample[],
  branchesAt: (x: Rational) => Branches,
): Kink[] | undefined {
  if (all.some(({ branches }) => branches.includes(VARIED))) return undefined;
  const samples = all.filter(isDecided);
  const kinks: Kink[] = [];
  for (let k = 1; k < samples.length; k++) {
    const [left, right] = [samples[k - 1] as Sample, samples[k] as Sample];
    if (isTie(right, left, samples[k + 1] ?? right)) {
      kinks.push({ at: right.x, between: [right.x, right.x] });
      k++;
      continue;
    }
    if (left.branches === right.branches) continue;
    const kink = kinks.length < MAX_KINKS ? bisect(left, right, branchesAt) : undefined;
    if (!kink) return undefined;
    kinks.push(kink);
  }
  return kinks;
}

const isDecided = ({ branches }: Sample): boolean => !branches.includes(UNDECIDED);

function bisect(
  left: Sample,
  right: Sample,
  branchesAt: (x: Rational) => Branches,
): Kink | undefined {
  let [a, b] = [left, right];
  for (let step = 0; step < MAX_STEPS; step++) {
    if (isNarrow(a.x, b.x)) return { at: a.x, between: [a.x, b.x] };
    const pivot = pivotsBetween(a.x, b.x)
      .map((x) => ({ x, branches: branchesAt(x) }))
      .find(isDecided);
    if (!pivot) return undefined;
    if (isTie(pivot, a, b)) return { at: pivot.x, between: [pivot.x, pivot.x] };
    if (pivot.branches === a.branches) a = pivot;
    else b = pivot;
  }
  return undefined;
}

/** True when a comparison is tied at the point that is not tied on both sides of it. */
const isTie = ({ branches }: Sample, a: Sample, b: Sample): boolean =>
  [...branches].some(
    (letter, k) => letter === TIE && (a.branches[k] !== TIE || b.branches[k] !== TIE),
  );

function isNarrow(a: Rational, b: Rational): boolean {
  const size = [a, b].map(({ n, d }) => ({ n: n < 0n ? -n : n, d }));
  const [s, t] = size as [Rational, Rational];
  const larger = compare(s, t) < 0 ? t : s;
  return compare(multiply(subtract(b, a), rational(1n << PLACES)), larger) <= 0;
}

/** The simplest number of the middle half, since a kink mostly is one, and another if that will not do. */
function pivotsBetween(a: Rational, b: Rational): Rational[] {
  const part = (n: number): Rational => add(a, multiply(subtract(b, a), rational(n, 8)));
  return [simplestBetween(part(2), part(6)), part(3)];
}

/** The number with the least denominator in [a, b], where a < b. */
function simplestBetween(a: Rational, b: Rational): Rational {
  if (compare(a, ZERO) <= 0 && compare(b, ZERO) >= 0) return ZERO;
  if (compare(b, ZERO) < 0) {
    return negate(simplestBetween(negate(b), negate(a)));
  }
  const whole = a.n / a.d;
  const above = rational(whole * a.d === a.n ? whole : whole + 1n);
  if (compare(above, b) <= 0) return above;
  // Both lie strictly between two whole numbers: go on with what is above the lower one, inverted.
  const low = rational(whole);
  const [p, q] = [subtract(a, low), subtract(b, low)];
  const { n, d } = simplestBetween({ n: q.d, d: q.n }, { n: p.d, d: p.n });
  return add(low, { n: d, d: n });
}
