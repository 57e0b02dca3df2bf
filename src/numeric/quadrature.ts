/**
 * Integrals over an interval or the line by the double exponential rule: the ends may be
 * singular or infinite. Where comparisons inside the integrand turn round, it is split. The bound is an estimate,
 * taken from how the value settles when the points are doubled.
 */
import { compare, type Rational, rational, ZERO } from '../term/rational.js';
import { partsOf } from './arithmetic.js';
import { type Ball, upperBound } from './ball.js';
import type { Calculus } from './calculus.js';
import { isSmallBeside, isWithin, withDistance } from './estimate.js';
import { type Branches, type Kink, kinksBetween } from './kinks.js';
import { type Node, nodeAt } from './quadrature-nodes.js';
import { asReal, exact, type Real, unsure, type Value, whole, ZERO_VALUE } from './value.js';

/** Points lie at multiples of 2^-level up to this level. */
const LAST_LEVEL = 7;
const FIRST_SETTLED_LEVEL = 3;
/** Every point up to here is taken; farther ones until they no longer count. */
const CORE_REACH = 3.2;
/** Where the weights are e^-7000: an integrand that still counts there is given up. */
const FULL_REACH = 8.5;
/** Terms below 2^-NEGLIGIBLE of the sum no longer count, when so many in a row are. */
const NEGLIGIBLE = 100;
const IN_A_ROW = 3;
/** The value has settled when a doubling changes it by less than 2^-SETTLED of the terms. */
const SETTLED = 60;

export function integrate(c: Calculus, lo: Value, hi: Value, f: (x: Real) => Real): Real {
  const a = endOf(lo);
  const b = endOf(hi);
  for (const end of [a, b])
    if (typeof end === 'object' && (end.kind === 'undefined' || end.kind === 'unsure')) return end;
  if (typeof a === 'object' && typeof b === 'object' && c.arithmetic.order(a, b) === 0)
    return ZERO_VALUE;
  const outer = c.arithmetic.trace;
  const branches = new BranchRecord(c, f);
  const value = settled(c, a, b, branches.value, () => branches.kinks());
  const result = 'kind' in value ? value : pieces(c, a, b, value, f);
  c.arithmetic.trace = outer;
  return result;
}

/** The integral over a piece, or the kinks that it has to be split at. */
function settled(
  c: Calculus,
  a: End,
  b: End,
  f: (x: Real) => Real,
  kinks: () => readonly Kink[],
): Real | readonly Kink[] {
  const pointAt = rule(c, a, b);
  const terms = new Terms(c, (t) => {
    const { x, weight } = pointAt(t);
    return c.arithmetic.mul(f(x), weight);
  });
  let value: Real = ZERO_VALUE;
  for (let level = 0; level <= LAST_LEVEL; level++) {
    const failure = terms.refine(level);
    if (failure) return failure;
    const before = value;
    const step = exact(rational(1n, 1n << BigInt(level)));
    value = c.arithmetic.mul(terms.sum, step);
    if (level < FIRST_SETTLED_LEVEL) continue;
    const found = level === FIRST_SETTLED_LEVEL ? kinks() : [];
    if (found.length > 0) return found;
    const sizes = c.arithmetic.mul(terms.sizes, step);
    if (isWithin(c, value, before, SETTLED, sizes))
      return withDistance(c, value, c.arithmetic.add(before, terms.cut));
  }
  return unsure('an integral that does not settle');
}

/** The sum of the integrals between kinks. A kink that was not hit adds what it may be off by. */
function pieces(c: Calculus, a: End, b: End, kinks: readonly Kink[], f: (x: Real) => Real): Real {
  const { arithmetic: k } = c;
  const ends: End[] = [a, ...kinks.map(({ at }) => exact(at)), b];
  let total: Real = ZERO_VALUE;
  for (let i = 1; i < ends.length; i++) {
    const part = settled(c, ends[i - 1] as End, ends[i] as End, f, () => []) as Real;
    if (part.kind === 'undefined' || part.kind === 'unsure') return part;
    total = k.add(total, part);
  }
  for (const { between } of kinks.filter(({ between: [p, q] }) => p !== q)) {
    const [from, to] = between.map((x) => exact(x)) as [Real, Real];
    const height = k.add(sizeOf(c, f(from)), sizeOf(c, f(to)));
    total = withDistance(c, total, k.add(total, k.mul(k.sub(to, from), height)));
  }
  return total;
}

/** Evaluates an integrand, and keeps how the comparisons inside it come out. */
class BranchRecord {
  readonly #calculus: Calculus;
  readonly #integrand: (x: Real) => Real;
  readonly #samples: { readonly x: Ball; readonly branches: Branches }[] = [];
  #isClosed = false;

  constructor(calculus: Calculus, integrand: (x: Real) => Real) {
    this.#calculus = calculus;
    this.#integrand = integrand;
  }

  readonly value = (x: Real): Real => {
    const { arithmetic } = this.#calculus;
    arithmetic.trace = this.#isClosed ? undefined : '';
    const value = this.#integrand(x);
    const branches = arithmetic.trace;
    arithmetic.trace = undefined;
    if (branches !== undefined && x.kind === 'ball') this.#samples.push({ x, branches });
    return value;
  };

  /** The kinks between the points so far; from then on none is recorded. */
  kinks(): readonly Kink[] {
    this.#isClosed = true;
    if (this.#samples.every(({ branches }) => branches === this.#first)) return [];
    const { arithmetic } = this.#calculus;
    const samples = this.#samples.map(({ x, branches }) => ({ x: centre(x), branches }));
    const inOrder = samples.sort((p, q) => compare(p.x, q.x));
    const found = kinksBetween(inOrder, (x) => {
      arithmetic.trace = '';
      this.#integrand(exact(x));
      const branches = arithmetic.trace;
      arithmetic.trace = undefined;
      return branches;
    });
    return found ?? [];
  }

  get #first(): string | undefined {
    return this.#samples[0]?.branches;
  }
}

/** The middle of a ball. */
const centre = ({ m, e }: Ball): Rational =>
  e >= 0 ? rational(m << BigInt(e)) : rational(m, 1n << BigInt(-e));

type End = Real | '-inf' | 'inf';

const endOf = (value: Value): End =>
  value.kind === 'infinite' ? (value.sign === 1 ? 'inf' : '-inf') : asReal(value);

/** The terms of the rule, added up level by level. */
class Terms {
  readonly #calculus: Calculus;
  readonly #termAt: (t: Rational) => Real;
  sum: Real = ZERO_VALUE;
  /** The sum of the sizes of the terms. */
  sizes: Real = ZERO_VALUE;
  /** The size of the last terms before a point that could not be evaluated: what is cut off. */
  cut: Real = ZERO_VALUE;

  constructor(calculus: Calculus, termAt: (t: Rational) => Real) {
    this.#calculus = calculus;
    this.#termAt = termAt;
  }

  /** Adds the points between those of the levels before; answers why it cannot. */
  refine(level: number): Real | undefined {
    if (level === 0) this.#add(this.#termAt(ZERO));
    const failure = this.#side(level, 1) ?? this.#side(level, -1);
    if (failure) return failure;
    return this.sum.kind === 'undefined' || this.sum.kind === 'unsure' ? this.sum : undefined;
  }

  #add(term: Real): void {
    this.sum = this.#calculus.arithmetic.add(this.sum, term);
    this.sizes = this.#calculus.arithmetic.add(this.sizes, sizeOf(this.#calculus, term));
  }

  #side(level: number, side: 1 | -1): Real | undefined {
    const scale = 2 ** level;
    let small = 0;
    let last: Real = ZERO_VALUE;
    for (let k = 1; small < IN_A_ROW; k += level === 0 ? 1 : 2) {
      if (k > FULL_REACH * scale) return unsure('an integrand that does not vanish at an end');
      const term = this.#termAt(rational(side * k, scale));
      if (term.kind === 'undefined' || term.kind === 'unsure') {
        if (k <= CORE_REACH * scale) return term;
        // Rounding has pushed the point onto the end: the rest is like the last term at most.
        this.cut = this.#calculus.arithmetic.add(this.cut, sizeOf(this.#calculus, last));
        return undefined;
      }
      this.#add(term);
      last = term;
      const counts = k <= CORE_REACH * scale || !isNegligible(this.#calculus, term, this.sizes);
      small = counts ? 0 : small + 1;
    }
    return undefined;
  }
}

/** |a|, or a bound of it; for duals, of every part. */
function sizeOf(c: Calculus, a: Real): Real {
  if (a.kind === 'dual') return c.arithmetic.dual(a.tag, sizeOf(c, a.value), sizeOf(c, a.slope));
  return a.kind === 'exact' || a.kind === 'ball' ? upperBound(c.arithmetic.toBall(a)) : a;
}

/** The term is 0, or below 2^-NEGLIGIBLE of the sum; for duals, in all parts. */
function isNegligible(c: Calculus, term: Real, sum: Real): boolean {
  if (term.kind !== 'dual') return isSmallBeside(c, term, sum, NEGLIGIBLE);
  const { value, slope } = partsOf(sum, term.tag);
  return isNegligible(c, term.value, value) && isNegligible(c, term.slope, slope);
}

/** x(t) and dx/dt of the substitution for these ends. */
function rule(c: Calculus, a: End, b: End): (t: Rational) => Node {
  const { arithmetic: k } = c;
  if (typeof a === 'object' && typeof b === 'object') {
    const width = k.sub(b, a);
    return (t) => {
      const { x, weight } = nodeAt(c, 'unit interval', t);
      return { x: k.add(a, k.mul(width, x)), weight: k.mul(width, weight) };
    };
  }
  if (typeof a === 'object' || typeof b === 'object') {
    const [end, sign] = typeof a === 'object' ? [a, whole(1)] : [b as Real, whole(-1)];
    return (t) => {
      const { x, weight } = nodeAt(c, 'half line', t);
      return { x: k.add(end, k.mul(sign, x)), weight };
    };
  }
  return (t) => nodeAt(c, 'line', t);
}
