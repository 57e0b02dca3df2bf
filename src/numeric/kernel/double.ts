/**
 * Exponentials of rows of doubles in plain JavaScript: what `assembly/double.ts` does with vectors,
 * bit for bit, so that each is the test of the other. A change here is a change there.
 */
import { CHUNK_BYTES, LEFT_OUT, summarise } from './layout.js';

const LOG2_E = Math.LOG2E;
/** ln 2 in two parts; the first has 33 bits, so that its multiples are exact up to FAR. */
export const LN2_HIGH = 0.6931471804855391;
export const LN2_LOW = 7.440617110012397e-11;
/** Adding 1.5·2^52 rounds to a whole number. */
const ROUND = 6755399441055744;
const BIAS = 1023;
const CHUNK = CHUNK_BYTES / 8;
/** Entries of a row that are this close to each other need no cut, and no power of 2 can overflow. */
const WINDOW = 300;
/** exp of less than the maximum by this is 0 in any result. */
const CUT = 1100;
/** Numbers of a row from which the power of 2 is taken: the window is wide enough for the rest. */
const FIRST = 64;
/** The power of 2 that keeps exp(-CUT) a normal number. */
const RAISED = 600;
/** Up to here the whole number of ln 2 in a logit is exact. */
const FAR = 524288;

/** 2^(j - BIAS) at j; 0 at 0. */
const powers = Float64Array.from({ length: 2 * BIAS + 1 }, (_, j) =>
  j === 0 ? 0 : 2 ** (j - BIAS),
);

/** 2^k for -1023 < k <= 1023. */
export const powerOfTwo = (k: number): number => powers[k + BIAS] ?? Number.NaN;

/**
 * exp(z)·2^-shift, within 1.3 units of 2^-53 relative error, where |z| is at most FAR and the
 * result is a normal number; 0 where z < cut. The reduction by multiples of ln 2 needs no
 * difference z - max, whose rounding exp would magnify: only the whole powers of 2 are shifted.
 * The
 * rational approximation has the form of fdlibm's e_exp.c, with coefficients fitted anew.
 */
export function exponential(z: number, shift: number, cut: number): number {
  if (z < cut) return 0;
  const magic = ROUND + BIAS - shift;
  const t = z * LOG2_E + magic;
  const k = t - magic;
  const high = z - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const w = r * r;
  const p =
    (((w * 4.143646749194716e-8 - 1.6534057515757058e-6) * w + 6.613756469998891e-5) * w -
      0.0027777777777561142) *
      w +
    0.1666666666666666;
  const c = r - w * p;
  return ((r * c) / (2 - c) - low + high + 1) * powers[(t - ROUND) | 0]!;
}

const unkept = new Float64Array(CHUNK);

/** The largest of z[from..to); a NaN is none. */
function maximum(z: Float64Array, from: number, to: number): number {
  let high = Number.NEGATIVE_INFINITY;
  for (let i = from; i < to; i++) if (z[i]! > high) high = z[i]!;
  return high;
}

/** The sum so far, in two lanes of a sum and what it lost. */
const lanes = new Float64Array(4);

/** Adds e[from..to) to the lanes: four numbers in a tree, then TwoSum (Knuth, TAOCP 2, 4.2.2). */
function add(e: Float64Array, from: number, to: number): void {
  let i = from;
  for (; i + 8 <= to; i += 8) {
    toLane(0, e[i]! + e[i + 2]! + (e[i + 4]! + e[i + 6]!));
    toLane(1, e[i + 1]! + e[i + 3]! + (e[i + 5]! + e[i + 7]!));
  }
  for (; i < to; i++) toLane((i - from) % 2, e[i]!);
}

function toLane(lane: 0 | 1 | number, x: number): void {
  const s = lanes[lane]!;
  const t = s + x;
  const b = t - s;
  lanes[lane] = t;
  lanes[lane + 2]! += s - (t - b) + (x - b);
}

function chunks(
  z: Float64Array,
  zAt: number,
  e: Float64Array | undefined,
  eAt: number,
  columns: number,
  pivot: number,
  summaries: Float64Array,
  row: number,
  cutting: boolean,
): boolean {
  const centre = maximum(z, zAt, zAt + (cutting ? columns : Math.min(columns, FIRST)));
  if (!(Math.abs(centre) <= FAR)) return false;
  const shift = centre * LOG2_E + ROUND - ROUND - (cutting ? RAISED : 0);
  const cut = cutting ? centre - CUT : Number.NEGATIVE_INFINITY;
  const least = cutting ? Number.NEGATIVE_INFINITY : centre - WINDOW;
  const greatest = cutting ? Number.POSITIVE_INFINITY : centre + WINDOW;
  let pivots = 0;
  lanes.fill(0);
  for (let from = 0; from < columns; from += CHUNK) {
    const count = Math.min(columns - from, CHUNK);
    const target = e ?? unkept;
    const at = e ? eAt + from : 0;
    for (let i = 0; i < count; i++) {
      const x = z[zAt + from + i]!;
      if (x < least || x > greatest) return false;
      target[at + i] = exponential(x, shift, cut);
    }
    if (pivot >= from && pivot < from + count) {
      pivots = target[at + pivot - from]!;
      target[at + pivot - from] = 0;
    }
    add(target, at, at + count);
  }
  const [a = 0, b = 0, aRest = 0, bRest = 0] = lanes;
  const high = a + b;
  const back = high - a;
  summarise(summaries, row, high, a - (high - back) + (b - back) + aRest + bRest, pivots, shift);
  return true;
}

/** Exponentials of rows of logits, and their summaries (see layout.ts). A kept pivot is 0. */
export function exponentialsOfDoubles(
  z: Float64Array,
  zAt: number,
  e: Float64Array | undefined,
  eAt: number,
  rows: number,
  columns: number,
  pivots: Int32Array,
  summaries: Float64Array,
): void {
  for (let i = 0; i < rows; i++) {
    const pivot = pivots[i]!;
    const from = zAt + i * columns;
    const to = eAt + i * columns;
    if (pivot === LEFT_OUT) {
      e?.fill(0, to, to + columns);
      summarise(summaries, i, 0, 0, 1, 0);
    } else if (
      !chunks(z, from, e, to, columns, pivot, summaries, i, false) &&
      !chunks(z, from, e, to, columns, pivot, summaries, i, true)
    ) {
      summarise(summaries, i, 0, 0, 0, Number.NaN);
    }
  }
}
