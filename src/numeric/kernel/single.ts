/**
 * Exponentials of rows of single-precision logits in plain JavaScript: what `assembly/single.ts`
 * does with vectors, bit for bit. Every operation is rounded to single precision at once; the
 * product or sum of two such numbers in double precision, rounded, is the correctly rounded one.
 */
import { CHUNK_BYTES, LEFT_OUT, summarise } from './layout.js';

const f = Math.fround;
const LOG2_E = f(Math.LOG2E);
/** ln 2 in three parts; the first two have 9 bits, so that their multiples are exact up to FAR. */
const LN2_HIGH = 0.693359375;
const LN2_MIDDLE = -0.00021219253540039062;
const LN2_LOW = f(-1.9046542121259336e-9);
/** The last two in one, which is enough for the logits of a row that need no cut. */
const LN2_MIDDLE_AND_LOW = f(-0.00021219444170128554);
/** Adding 1.5·2^23 rounds to a whole number. */
const ROUND = 12582912;
const BIAS = 127;
const P1 = f(0.16666655242443085);
const P2 = f(-0.0027698229532688856);
const CHUNK = CHUNK_BYTES / 4;
/** Entries of a row that are this close to each other need no cut, and no power of 2 can overflow. */
const WINDOW = 40;
/** exp of less than the maximum by this is 0 in any result. */
const CUT = 120;
/** Numbers of a row from which the power of 2 is taken: the window is wide enough for the rest. */
const FIRST = 64;
/** The power of 2 that keeps exp(-CUT) a normal number. */
const RAISED = 60;
/** Up to here the multiples of ln 2 are exact, in three parts and in two. */
const FAR = 20000;
const NEAR = 300;

/** 2^(j - BIAS) at j; 0 at 0. */
const powers = Float32Array.from({ length: 2 * BIAS + 1 }, (_, j) =>
  j === 0 ? 0 : 2 ** (j - BIAS),
);

/**
 * exp(z)·2^-shift, within 1.6 units of 2^-24 relative error, where |z| is at most FAR and the
 * result is a normal number; 0 where z < cut. The rational approximation is that of fdlibm's
 * e_expf.c, with coefficients fitted anew.
 */
function exponential(
  z: number,
  shift: number,
  cut: number,
  ln2Middle: number,
  ln2Low: number,
): number {
  if (z < cut) return 0;
  const magic = ROUND + BIAS - shift;
  const t = f(f(z * LOG2_E) + magic);
  const k = f(t - magic);
  const high = f(f(z - f(k * LN2_HIGH)) - f(k * ln2Middle));
  const r = f(high - f(k * ln2Low));
  const w = f(r * r);
  const p = f(f(w * P2) + P1);
  const c = f(r - f(w * p));
  const quotient = f(f(r * c) / f(2 - c));
  const y = f(f(quotient + r) + 1);
  return f(y * powers[(t - ROUND) | 0]!);
}

const unkept = new Float32Array(CHUNK);

/** The largest of z[from..to); a NaN is none. */
function maximum(z: Float32Array, from: number, to: number): number {
  let high = Number.NEGATIVE_INFINITY;
  for (let i = from; i < to; i++) if (z[i]! > high) high = z[i]!;
  return high;
}

/** The sum so far, in two lanes of doubles: no rounding there is felt in single precision. */
const lanes = new Float64Array(2);

/** Adds e[from..to) to the lanes: four numbers in a tree, then in double precision. */
function add(e: Float32Array, from: number, to: number): void {
  let [a = 0, b = 0] = lanes;
  let c = 0;
  let d = 0;
  let i = from;
  for (; i + 16 <= to; i += 16) {
    a += fourFrom(e, i);
    b += fourFrom(e, i + 1);
    c += fourFrom(e, i + 2);
    d += fourFrom(e, i + 3);
  }
  for (; i < to; i++) a += e[i]!;
  lanes[0] = a + c;
  lanes[1] = b + d;
}

const fourFrom = (e: Float32Array, i: number): number =>
  f(f(e[i]! + e[i + 4]!) + f(e[i + 8]! + e[i + 12]!));

function chunks(
  z: Float32Array,
  zAt: number,
  e: Float32Array | undefined,
  eAt: number,
  columns: number,
  pivot: number,
  summaries: Float64Array,
  row: number,
  cutting: boolean,
): boolean {
  const centre = maximum(z, zAt, zAt + (cutting ? columns : Math.min(columns, FIRST)));
  if (!(Math.abs(centre) <= (cutting ? FAR : NEAR))) return false;
  const shift = f(f(f(centre * LOG2_E) + ROUND) - ROUND) - (cutting ? RAISED : 0);
  const cut = cutting ? f(centre - CUT) : Number.NEGATIVE_INFINITY;
  const [middle, low] = cutting ? [LN2_MIDDLE, LN2_LOW] : [0, LN2_MIDDLE_AND_LOW];
  const least = cutting ? Number.NEGATIVE_INFINITY : f(centre - WINDOW);
  const greatest = cutting ? Number.POSITIVE_INFINITY : f(centre + WINDOW);
  let pivots = 0;
  lanes.fill(0);
  for (let from = 0; from < columns; from += CHUNK) {
    const count = Math.min(columns - from, CHUNK);
    const target = e ?? unkept;
    const at = e ? eAt + from : 0;
    for (let i = 0; i < count; i++) {
      const x = z[zAt + from + i]!;
      if (x < least || x > greatest) return false;
      target[at + i] = exponential(x, shift, cut, middle, low);
    }
    if (pivot >= from && pivot < from + count) {
      pivots = target[at + pivot - from]!;
      target[at + pivot - from] = 0;
    }
    add(target, at, at + count);
  }
  const [a = 0, b = 0] = lanes;
  summarise(summaries, row, a + b, 0, pivots, shift);
  return true;
}

/** Exponentials of rows of logits, and their summaries (see layout.ts). A kept pivot is 0. */
export function exponentialsOfSingles(
  z: Float32Array,
  zAt: number,
  e: Float32Array | undefined,
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
