/**
 * Exponentials of a row of f32 logits, four lanes at a time. `src/numeric/kernel/single.ts` is the
 * same in plain JavaScript, bit for bit: a change here is a change there.
 */
import { CHUNK_BYTES, LEFT_OUT, SUMMARY_BYTES, summarise, UNKEPT } from './layout';

const LOG2_E: f32 = 1.4426950408889634;
/** ln 2 in three parts; the first two have 9 bits, so that their multiples are exact. */
const LN2_HIGH: f32 = 0.693359375;
const LN2_MIDDLE: f32 = -0.00021219253540039062;
const LN2_LOW: f32 = -1.9046542121259336e-9;
/** The last two in one, which is enough for the logits of a row that need no cut. */
const LN2_MIDDLE_AND_LOW: f32 = -0.00021219444170128554;
/** Adding 1.5·2^23 rounds to a whole number; the bias makes its low bits an exponent. */
const MAGIC: f32 = 12582912 + 127;
const CHUNK: i32 = CHUNK_BYTES >> 2;
/** Entries of a row that are this close to each other need no cut, and no power of 2 can overflow. */
const WINDOW: f32 = 40;
/** exp of less than the maximum by this is 0 in any result. */
const CUT: f32 = 120;
/** Numbers of a row from which the power of 2 is taken: the window is wide enough for the rest. */
const FIRST: i32 = 64;
/** The power of 2 that keeps exp(-CUT) a normal number. */
const RAISED: f32 = 60;
/** Up to here the multiples of ln 2 are exact, in three parts and in two. */
const FAR: f32 = 20000;
const NEAR: f32 = 300;

// @ts-ignore: decorator
@inline
function all(x: f32): v128 {
  return f32x4.splat(x);
}

/** In memory for the same reason as in double.ts. */
const table: usize = memory.data<f32>(
  [
    1.4426950408889634, LN2_HIGH, LN2_MIDDLE, LN2_LOW, -0.0027698229532688856,
    0.16666655242443085, 2, 1, LN2_MIDDLE_AND_LOW,
  ],
  16,
);

// @ts-ignore: decorator
@inline
function constant(place: usize): v128 {
  return v128.load32_splat(table + (place << 2));
}

/** exp(z)·2^-shift, where magic = MAGIC - shift; 0 where z < cut. After fdlibm's e_expf.c. */
// @ts-ignore: decorator
@inline
function exponential(logit: v128, magic: v128, cut: v128, cutting: bool): v128 {
  const z = cutting ? f32x4.pmax(logit, cut) : logit;
  const t = f32x4.add(f32x4.mul(z, constant(0)), magic);
  const k = f32x4.sub(t, magic);
  const first = f32x4.sub(z, f32x4.mul(k, constant(1)));
  const high = cutting ? f32x4.sub(first, f32x4.mul(k, constant(2))) : first;
  const r = f32x4.sub(high, f32x4.mul(k, cutting ? constant(3) : constant(8)));
  const w = f32x4.mul(r, r);
  const p = f32x4.add(f32x4.mul(w, constant(4)), constant(5));
  const c = f32x4.sub(r, f32x4.mul(w, p));
  const quotient = f32x4.div(f32x4.mul(r, c), f32x4.sub(constant(6), c));
  const y = f32x4.add(f32x4.add(quotient, r), constant(7));
  const e = f32x4.mul(y, i32x4.shl(t, 23));
  return cutting ? v128.andnot(e, f32x4.lt(logit, cut)) : e;
}

let least: f32 = 0;
let greatest: f32 = 0;

/**
 * Exponentials of `count` logits at z, written at e; sets `least` and `greatest` to those of the
 * logits, as far as no NaN hides them. Eight vectors are stored after all are computed: the compiler
 * does better so.
 */
// @ts-ignore: decorator
@inline
function exponentials(z: usize, e: usize, count: i32, magic: v128, cut: v128, cutting: bool): void {
  let low = all(Infinity);
  let high = all(-Infinity);
  let left = count;
  for (; left >= 32; left -= 32) {
    const z0 = v128.load(z);
    const z1 = v128.load(z, 16);
    const z2 = v128.load(z, 32);
    const z3 = v128.load(z, 48);
    const z4 = v128.load(z, 64);
    const z5 = v128.load(z, 80);
    const z6 = v128.load(z, 96);
    const z7 = v128.load(z, 112);
    low = f32x4.pmin(low, f32x4.pmin(f32x4.pmin(z0, z1), f32x4.pmin(z2, z3)));
    high = f32x4.pmax(high, f32x4.pmax(f32x4.pmax(z0, z1), f32x4.pmax(z2, z3)));
    low = f32x4.pmin(low, f32x4.pmin(f32x4.pmin(z4, z5), f32x4.pmin(z6, z7)));
    high = f32x4.pmax(high, f32x4.pmax(f32x4.pmax(z4, z5), f32x4.pmax(z6, z7)));
    const e0 = exponential(z0, magic, cut, cutting);
    const e1 = exponential(z1, magic, cut, cutting);
    const e2 = exponential(z2, magic, cut, cutting);
    const e3 = exponential(z3, magic, cut, cutting);
    const e4 = exponential(z4, magic, cut, cutting);
    const e5 = exponential(z5, magic, cut, cutting);
    const e6 = exponential(z6, magic, cut, cutting);
    const e7 = exponential(z7, magic, cut, cutting);
    v128.store(e, e0);
    v128.store(e, e1, 16);
    v128.store(e, e2, 32);
    v128.store(e, e3, 48);
    v128.store(e, e4, 64);
    v128.store(e, e5, 80);
    v128.store(e, e6, 96);
    v128.store(e, e7, 112);
    z += 128;
    e += 128;
  }
  if (left >= 16) {
    const z0 = v128.load(z);
    const z1 = v128.load(z, 16);
    const z2 = v128.load(z, 32);
    const z3 = v128.load(z, 48);
    low = f32x4.pmin(low, f32x4.pmin(f32x4.pmin(z0, z1), f32x4.pmin(z2, z3)));
    high = f32x4.pmax(high, f32x4.pmax(f32x4.pmax(z0, z1), f32x4.pmax(z2, z3)));
    const e0 = exponential(z0, magic, cut, cutting);
    const e1 = exponential(z1, magic, cut, cutting);
    const e2 = exponential(z2, magic, cut, cutting);
    const e3 = exponential(z3, magic, cut, cutting);
    v128.store(e, e0);
    v128.store(e, e1, 16);
    v128.store(e, e2, 32);
    v128.store(e, e3, 48);
    z += 64;
    e += 64;
    left -= 16;
  }
  for (; left >= 4; left -= 4) {
    const next = v128.load(z);
    low = f32x4.pmin(low, next);
    high = f32x4.pmax(high, next);
    v128.store(e, exponential(next, magic, cut, cutting));
    z += 16;
    e += 16;
  }
  for (; left > 0; left--) {
    const next = v128.load32_splat(z);
    low = f32x4.pmin(low, next);
    high = f32x4.pmax(high, next);
    v128.store32_lane(e, exponential(next, magic, cut, cutting), 0);
    z += 4;
    e += 4;
  }
  least = min(
    min(f32x4.extract_lane(low, 0), f32x4.extract_lane(low, 1)),
    min(f32x4.extract_lane(low, 2), f32x4.extract_lane(low, 3)),
  );
  greatest = max(
    max(f32x4.extract_lane(high, 0), f32x4.extract_lane(high, 1)),
    max(f32x4.extract_lane(high, 2), f32x4.extract_lane(high, 3)),
  );
}

/** The largest of `count` numbers; a NaN is none. */
function maximum(z: usize, count: i32): f32 {
  let high = all(-Infinity);
  let left = count;
  for (; left >= 4; left -= 4) {
    high = f32x4.pmax(high, v128.load(z));
    z += 16;
  }
  for (; left > 0; left--) {
    high = f32x4.pmax(high, v128.load32_splat(z));
    z += 4;
  }
  return max(
    max(f32x4.extract_lane(high, 0), f32x4.extract_lane(high, 1)),
    max(f32x4.extract_lane(high, 2), f32x4.extract_lane(high, 3)),
  );
}

let sum: v128 = i64x2.splat(0);

/** Adds `count` numbers to the lanes of sum: four vectors in a tree, then in f64. */
function add(e: usize, count: i32): void {
  let s = sum;
  let s2: v128 = i64x2.splat(0);
  let left = count;
  for (; left >= 16; left -= 16) {
    const x = f32x4.add(
      f32x4.add(v128.load(e), v128.load(e, 16)),
      f32x4.add(v128.load(e, 32), v128.load(e, 48)),
    );
    s = f64x2.add(s, f64x2.promote_low_f32x4(x));
    s2 = f64x2.add(s2, f64x2.promote_low_f32x4(i64x2.shuffle(x, x, 1, 0)));
    e += 64;
  }
  for (; left > 0; left--) {
    s = f64x2.add(s, f64x2.promote_low_f32x4(v128.load32_zero(e)));
    e += 4;
  }
  sum = f64x2.add(s, s2);
}

/** The chunks of a row one after the other; false as soon as one leaves the window. */
// @ts-ignore: decorator
@inline
function chunks(z: usize, e: usize, columns: i32, pivot: i32, at: usize, keep: bool, cutting: bool): bool {
  const centre = maximum(z, cutting || columns < FIRST ? columns : FIRST);
  if (!(abs(centre) <= (cutting ? FAR : NEAR))) return false;
  const shift = nearest(centre * LOG2_E) - (cutting ? RAISED : 0);
  const magic = all(MAGIC - shift);
  const cut = all(centre - CUT);
  let pivots: f32 = 0;
  sum = i64x2.splat(0);
  for (let from = 0; from < columns; from += CHUNK) {
    const count = columns - from < CHUNK ? columns - from : CHUNK;
    const source = z + (<usize>from << 2);
    const target = keep ? e + (<usize>from << 2) : UNKEPT;
    exponentials(source, target, count, magic, cut, cutting);
    if (!cutting && !(least >= centre - WINDOW && greatest <= centre + WINDOW)) return false;
    if (pivot >= from && pivot < from + count) {
      const place = target + (<usize>(pivot - from) << 2);
      pivots = f32.load(place);
      f32.store(place, 0);
    }
    add(target, count);
  }
  const total = f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
  summarise(at, total, 0, pivots, shift);
  return true;
}

/** Exponentials of rows of logits, and their summaries. A kept pivot is 0. */
export function exponentialsOfSingles(
  z: usize,
  e: usize,
  rows: i32,
  columns: i32,
  pivots: usize,
  summaries: usize,
  keep: bool,
): void {
  const step = <usize>columns << 2;
  for (let i = 0; i < rows; i++) {
    const pivot = i32.load(pivots);
    if (pivot === LEFT_OUT) {
      if (keep) memory.fill(e, 0, step);
      summarise(summaries, 0, 0, 1, 0);
    } else if (
      !chunks(z, e, columns, pivot, summaries, keep, false) &&
      !chunks(z, e, columns, pivot, summaries, keep, true)
    ) {
      summarise(summaries, 0, 0, 0, NaN);
    }
    z += step;
    e += step;
    pivots += 4;
    summaries += SUMMARY_BYTES;
  }
}

/** Multiplies each row by its factor, an f64 that is rounded first. */
export function scaleSingles(e: usize, rows: i32, columns: i32, factors: usize): void {
  for (let i = 0; i < rows; i++) {
    const one = <f32>f64.load(factors);
    const factor = all(one);
    let left = columns;
    for (; left >= 16; left -= 16) {
      const e0 = f32x4.mul(v128.load(e), factor);
      const e1 = f32x4.mul(v128.load(e, 16), factor);
      const e2 = f32x4.mul(v128.load(e, 32), factor);
      const e3 = f32x4.mul(v128.load(e, 48), factor);
      v128.store(e, e0);
      v128.store(e, e1, 16);
      v128.store(e, e2, 32);
      v128.store(e, e3, 48);
      e += 64;
    }
    for (; left > 0; left--) {
      f32.store(e, f32.load(e) * one);
      e += 4;
    }
    factors += 8;
  }
}
