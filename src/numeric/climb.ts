/**
 * One pair of values on its way up a ladder of precisions: what each rung shows, and whether the
 * sides come closer as the precision grows.
 */
import type { Arithmetic } from './arithmetic.js';
import { addBalls, type Ball, bitLength, centreOf, negateBall, upperBound } from './ball.js';
import { areInfiniteAlike } from './infinity.js';
import type { Exact, Value } from './value.js';

/** The relations that are decided; the others are these with the sides exchanged. */
export type UpwardRelation = 'eq' | 'le' | 'lt';

export type Judgement =
  | { readonly kind: 'holds'; readonly error: number; readonly bound: number }
  | {
      readonly kind: 'fails';
      readonly left: Value;
      readonly right: Value;
      /** Where two arrays differ. */
      readonly entry?: readonly number[];
      /** Which kind of failure, so that a smaller counterexample can be of the same kind. */
      readonly how: 'differ' | 'left undefined' | 'right undefined' | 'shapes';
    }
  | {
      readonly kind: 'undecided';
      readonly reason: string;
      /** Set when it is decided but for numbers that are the same infinity on both sides. */
      readonly infinite?: true;
    };

/** Values that rest on estimates differ only when the difference is this many bits above them. */
const ESTIMATE_MARGIN = 12;
/** Estimated values agree when they are closer than 2^-ESTIMATE_RESOLUTION. */
const ESTIMATE_RESOLUTION = 40;
/** Precisions at which estimated values must differ to count as different, and at most are compared. */
const ESTIMATE_RUNGS = 2;
const LAST_ESTIMATE_RUNG = 2;

const NOTHING: Ball = { kind: 'ball', m: 0n, e: 0, r: 0n };
/** An inequality that the bounds decide leaves no error. */
const DECIDED: Judgement & { kind: 'holds' } = { kind: 'holds', error: 0, bound: 0 };

interface Pair {
  readonly left: Value;
  readonly right: Value;
  readonly entry: readonly number[];
}

/** What one rung shows of a pair of numbers. */
interface Sight {
  readonly judgement?: Judgement;
  readonly gap?: Ball;
}

export class Climb {
  readonly #relation: UpwardRelation;
  /** Sides are equal when they agree to 2^-resolution of their size. */
  readonly #resolution: number;
  /** Upper bounds of |left - right| where a rung left the pair open. */
  readonly #gaps: { readonly bits: number; readonly gap: Ball }[] = [];
  #doubt = 'the sides are too close to tell apart';
  #rungs = 0;
  /** Set when numbers of the pair are infinite alike at the last rung. */
  #isInfinite = false;

  readonly #estimateRungs: number;

  /** `estimateRungs`: at so many precisions estimates must differ; 1 is enough for a guess. */
  constructor(relation: UpwardRelation, resolution: number, estimateRungs = ESTIMATE_RUNGS) {
    this.#relation = relation;
    this.#estimateRungs = estimateRungs;
    this.#resolution = resolution;
  }

  /** The judgement, if this precision allows one. `estimated` when the bounds are estimates. */
  step(
    arithmetic: Arithmetic,
    left: Value,
    right: Value,
    estimated: boolean,
  ): Judgement | undefined {
    this.#rungs += 1;
    const all = pairsOf(left, right, []);
    const pairs = all?.filter((pair) => !areInfiniteAlike(pair.left, pair.right));
    this.#isInfinite = pairs?.length !== all?.length;
    const undefinedSide = this.#undefinedSide(pairs ?? [{ left, right, entry: [] }], estimated);
    if (undefinedSide) return undefinedSide;
    if (!pairs) return this.#unequalShapes(left, right);
    let holds = DECIDED;
    let worst: Ball | undefined = NOTHING;
    let isOpen = false;
    for (const pair of pairs) {
      const { judgement, gap } = this.#see(arithmetic, pair, estimated);
      if (judgement?.kind === 'fails') return judgement;
      if (judgement?.kind === 'holds') holds = larger(holds, judgement);
      isOpen ||= !judgement;
      worst = gap && worst && (arithmetic.order(gap, worst) === 1 ? gap : worst);
    }
    if (!isOpen) return this.#isInfinite ? INFINITE : holds;
    if (worst) this.#gaps.push({ bits: arithmetic.bits, gap: worst });
    if (!estimated || this.#rungs < LAST_ESTIMATE_RUNG) return undefined;
    return worst ? UNCERTAIN : { kind: 'undecided', reason: this.#doubt };
  }

  #unequalShapes(left: Value, right: Value): Judgement | undefined {
    if (!this.#noteDoubt(left, right)) return { kind: 'fails', left, right, how: 'shapes' };
    return undefined;
  }

  #undefinedSide(pairs: readonly Pair[], estimated: boolean): Judgement | undefined {
    const pair = pairs.find((p) => p.left.kind === 'undefined' || p.right.kind === 'undefined');
    if (!pair) return undefined;
    if (estimated) return UNCERTAIN;
    const how = pair.left.kind === 'undefined' ? 'left undefined' : 'right undefined';
    return { kind: 'fails', ...pair, how };
  }

  /** Remembers why a side is unsure; false when neither is. */
  #noteDoubt(left: Value, right: Value): boolean {
    for (const side of [left, right])
      if (side.kind === 'unsure') {
        this.#doubt = side.reason;
        return true;
      }
    return false;
  }

  #see(arithmetic: Arithmetic, pair: Pair, estimated: boolean): Sight {
    const { left, right } = pair;
    if (!isNumber(left) || !isNumber(right)) {
      if (!this.#noteDoubt(left, right)) this.#doubt = 'a side is not a number';
      return {};
    }
    const difference = differenceOf(arithmetic, left, right);
    const gap = upperBound(difference);
    const fails: Judgement = { kind: 'fails', ...pair, how: 'differ' };
    const equal: Judgement = {
      kind: 'holds',
      error: Math.abs(centreOf(difference)),
      bound: centreOf(gap),
    };
    const order = arithmetic.order(left, right);
    if (estimated) return this.#seeEstimate(difference, order === 1, { fails, equal });
    if (order === 0) return { judgement: this.#relation === 'lt' ? fails : equal, gap };
    if (order === 1) return { judgement: fails, gap };
    if (order === -1) return { judgement: this.#relation === 'eq' ? fails : DECIDED, gap };
    const isClose =
      this.#relation === 'eq' && isSmall(gap, this.#resolution, arithmetic, left, right);
    return isClose ? { judgement: equal, gap } : { gap };
  }

  #seeEstimate(
    difference: Ball,
    isAbove: boolean,
    { fails, equal }: { fails: Judgement; equal: Judgement },
  ): Sight {
    const gap = upperBound(difference);
    const isWide = bitLength(difference.m) > bitLength(difference.r) + ESTIMATE_MARGIN;
    if (isWide && (this.#relation === 'eq' || isAbove))
      return this.#rungs >= this.#estimateRungs ? { judgement: fails, gap } : { gap };
    if (isWide) return { judgement: DECIDED, gap };
    const isClose = bitLength(gap.m) + gap.e < -ESTIMATE_RESOLUTION && this.#relation !== 'lt';
    return isClose ? { judgement: equal, gap } : { gap };
  }

  /** True when the last rung brought the sides closer by much of the precision it added. */
  hasConverged(): boolean {
    const [before, last] = this.#gaps.slice(-2);
    if (!before || !last || this.#relation === 'lt') return false;
    return (
      last.gap.m === 0n || (topOf(before.gap) - topOf(last.gap)) * 2 >= last.bits - before.bits
    );
  }

  /** The judgement when there is no higher rung. */
  end(): Judgement {
    const last = this.#gaps.at(-1);
    const isSettled = last && this.hasConverged();
    if (isSettled && this.#isInfinite) return INFINITE;
    if (isSettled) return { kind: 'holds', error: 0, bound: centreOf(last.gap) };
    return { kind: 'undecided', reason: this.#doubt };
  }
}

const UNCERTAIN: Judgement = { kind: 'undecided', reason: 'an estimate is too coarse' };

const INFINITE: Judgement = {
  kind: 'undecided',
  reason: 'both sides are infinite here',
  infinite: true,
};

const topOf = (gap: Ball): number => gap.e + bitLength(gap.m);

/** The pairs of corresponding entries; undefined when the shapes differ. */
function pairsOf(left: Value, right: Value, entry: readonly number[]): Pair[] | undefined {
  if (left.kind !== 'array' && right.kind !== 'array') return [{ left, right, entry }];
  if (left.kind !== 'array' || right.kind !== 'array') return undefined;
  if (left.items.length !== right.items.length) return undefined;
  const pairs: Pair[] = [];
  for (let k = 0; k < left.items.length; k++) {
    const inner = pairsOf(left.items[k] as Value, right.items[k] as Value, [...entry, left.lo + k]);
    if (!inner) return undefined;
    pairs.push(...inner);
  }
  return pairs;
}

export const isNumber = (value: Value): value is Exact | Ball =>
  value.kind === 'exact' || value.kind === 'ball';

/** left - right; exactly 0 for one and the same object. */
export const differenceOf = (arithmetic: Arithmetic, a: Exact | Ball, b: Exact | Ball): Ball =>
  a === b
    ? NOTHING
    : addBalls(arithmetic.toBall(a), negateBall(arithmetic.toBall(b)), arithmetic.bits);

/** gap <= 2^-bits of the larger side */
function isSmall(
  gap: Ball,
  bits: number,
  arithmetic: Arithmetic,
  left: Exact | Ball,
  right: Exact | Ball,
): boolean {
  const raised = { ...gap, e: gap.e + bits };
  return [left, right].some((side) => {
    const size = upperBound(arithmetic.toBall(side));
    return size.m !== 0n && arithmetic.order(raised, size) !== 1;
  });
}

const larger = <T extends Judgement & { kind: 'holds' }>(a: T, b: T): T => ({
  ...a,
  error: Math.max(a.error, b.error),
  bound: Math.max(a.bound, b.bound),
});
