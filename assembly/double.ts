/**
 * Exponentials of a row of f64 logits, two lanes at a time. `src/numeric/kernel/double.ts` is the
 * same in plain JavaScript, bit for bit: a change here is a change there.
 */
import { CHUNK_BYTES, LEFT_OUT, SUMMARY_BYTES, summarise, UNKEPT } from './layout';

const LOG2_E: f64 = 1.4426950408889634;
/** ln 2 in two parts; the first has 33 bits. */
const LN2_HIGH: f64 = 0.6931471804855391;
const LN2_LOW: f64 = 7.440617110012397e-11;
/** Entries of a row that are this close to each other need no cut, and no power of 2 can overflow. */
const WINDOW: f64 = 300;
/** exp of less than the maximum by this is 0 in any result. */
const CUT: f64 = 1100;
/** Numbers of a row from which the power of 2 is taken: the window is wide enough for the rest. */
const FIRST: i32 = 64;
/** The power of 2 that keeps exp(-CUT) a normal number. */
const RAISED: f64 = 600;
/** Up to here the whole number of ln 2 in a logit is exact. */
const FAR: f64 = 524288;

// @ts-ignore: decorator
@inline
function all(x: f64): v128 {
  return f64x2.splat(x);
}

/**
 * The constants of the exponential stand in memory: there a vector of them is one load, where a
 * literal would be three instructions each time.
 */
const table: usize = memory.data<f64>(
  [
    1.4426950408889634, LN2_HIGH, LN2_LOW, 4.143646749194716e-8, -1.6534057515757058e-6,
    6.613756469998891e-5, -0.0027777777777561142, 0.1666666666666666, 2, 1,
  ],
  16,
);

// @ts-ignore: decorator
@inline
function constant(place: usize): v128 {
  return v128.load64_splat(table + (place << 3));
}

/** Adding 1.5·2^52 rounds to a whole number; the bias makes its low bits an exponent. */
const MAGIC: f64 = 6755399441055744 + 1023;
const CHUNK: i32 = CHUNK_BYTES >> 3;

/** exp(z)·2^-shift, where magic = MAGIC - shift; 0 where z < cut. The form is that of fdlibm's e_exp.c. */
// @ts-ignore: decorator
@inline
function exponential(logit: v128, magic: v128, cut: v128, cutting: bool): v128 {
  const z = cutting ? f64x2.pmax(logit, cut) : logit;
  // The whole number is rounded by the addition, and stands in the low bits, ready as an exponent.
  const t = f64x2.add(f64x2.mul(z, constant(0)), magic);
  const k = f64x2.sub(t, magic);
  const high = f64x2.sub(z, f64x2.mul(k, constant(1)));
  const low = f64x2.mul(k, constant(2));
  const r = f64x2.sub(high, low);
  const w = f64x2.mul(r, r);
  let p = f64x2.add(f64x2.mul(w, constant(3)), constant(4));
  p = f64x2.add(f64x2.mul(p, w), constant(5));
  p = f64x2.add(f64x2.mul(p, w), constant(6));
  p = f64x2.add(f64x2.mul(p, w), constant(7));
  const c = f64x2.sub(r, f64x2.mul(w, p));
  const quotient = f64x2.div(f64x2.mul(r, c), f64x2.sub(constant(8), c));
  const y = f64x2.add(f64x2.add(f64x2.sub(quotient, low), high), constant(9));
  const e = f64x2.mul(y, i64x2.shl(t, 52));
  return cutting ? v128.andnot(e, f64x2.lt(logit, cut)) : e;
}

let least: f64 = 0;
let greatest: f64 = 0;

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
  for (; left >= 16; left -= 16) {
    const z0 = v128.load(z);
    const z1 = v128.load(z, 16);
    const z2 = v128.load(z, 32);
    const z3 = v128.load(z, 48);
    const z4 = v128.load(z, 64);
    const z5 = v128.load(z, 80);
    const z6 = v128.load(z, 96);
    const z7 = v128.load(z, 112);
    low = f64x2.pmin(low, f64x2.pmin(f64x2.pmin(z0, z1), f64x2.pmin(z2, z3)));
    high = f64x2.pmax(high, f64x2.pmax(f64x2.pmax(z0, z1), f64x2.pmax(z2, z3)));
    low = f64x2.pmin(low, f64x2.pmin(f64x2.pmin(z4, z5), f64x2.pmin(z6, z7)));
    high = f64x2.pmax(high, f64x2.pmax(f64x2.pmax(z4, z5), f64x2.pmax(z6, z7)));
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
  if (left >= 8) {
    const z0 = v128.load(z);
    const z1 = v128.load(z, 16);
    const z2 = v128.load(z, 32);
    const z3 = v128.load(z, 48);
    low = f64x2.pmin(low, f64x2.pmin(f64x2.pmin(z0, z1), f64x2.pmin(z2, z3)));
    high = f64x2.pmax(high, f64x2.pmax(f64x2.pmax(z0, z1), f64x2.pmax(z2, z3)));
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
    left -= 8;
  }
  for (; left >= 2; left -= 2) {
    const next = v128.load(z);
    low = f64x2.pmin(low, next);
    high = f64x2.pmax(high, next);
    v128.store(e, exponential(next, magic, cut, cutting));
    z += 16;
    e += 16;
  }
  if (left > 0) {
    const next = v128.load64_splat(z);
    low = f64x2.pmin(low, next);
    high = f64x2.pmax(high, next);
    v128.store64_lane(e, exponential(next, magic, cut, cutting), 0);
  }
  least = min(f64x2.extract_lane(low, 0), f64x2.extract_lane(low, 1));
  greatest = max(f64x2.extract_lane(high, 0), f64x2.extract_lane(high, 1));
}

/** The largest of `count` numbers; a NaN is none. */
function maximum(z: usize, count: i32): f64 {
  let high = all(-Infinity);
  let left = count;
  for (; left >= 2; left -= 2) {
    high = f64x2.pmax(high, v128.load(z));
    z += 16;
  }
  for (; left > 0; left--) {
    high = f64x2.pmax(high, v128.load64_splat(z));
    z += 8;
  }
  return max(f64x2.extract_lane(high, 0), f64x2.extract_lane(high, 1));
}

let sum: v128 = i64x2.splat(0);
let rest: v128 = i64x2.splat(0);

/** Adds `count` numbers to sum + rest: four vectors in a tree, then TwoSum (Knuth, TAOCP 2, 4.2.2). */
function add(e: usize, count: i32): void {
  let s = sum;
  let r = rest;
  let left = count;
  for (; left >= 8; left -= 8) {
    const x = f64x2.add(
      f64x2.add(v128.load(e), v128.load(e, 16)),
      f64x2.add(v128.load(e, 32), v128.load(e, 48)),
    );
    const t = f64x2.add(s, x);
    r = f64x2.add(r, twoSum(s, x, t));
    s = t;
    e += 64;
  }
  for (; left > 0; left -= 2) {
    const x = left > 1 ? v128.load(e) : v128.load64_zero(e);
    const t = f64x2.add(s, x);
    r = f64x2.add(r, twoSum(s, x, t));
    s = t;
    e += 16;
  }
  sum = s;
  rest = r;
}

// @ts-ignore: decorator
@inline
function twoSum(s: v128, x: v128, t: v128): v128 {
  const b = f64x2.sub(t, s);
  return f64x2.add(f64x2.sub(s, f64x2.sub(t, b)), f64x2.sub(x, b));
}

/** The chunks of a row one after the other; false as soon as one leaves the window. */
// @ts-ignore: decorator
@inline
function chunks(z: usize, e: usize, columns: i32, pivot: i32, at: usize, keep: bool, cutting: bool): bool {
  const centre = maximum(z, cutting || columns < FIRST ? columns : FIRST);
  if (!(abs(centre) <= FAR)) return false;
  const shift = nearest(centre * LOG2_E) - (cutting ? RAISED : 0);
  const magic = all(MAGIC - shift);
  const cut = all(centre - CUT);
  let pivots: f64 = 0;
  sum = i64x2.splat(0);
  rest = i64x2.splat(0);
  for (let from = 0; from < columns; from += CHUNK) {
    const count = columns - from < CHUNK ? columns - from : CHUNK;
    const source = z + (<usize>from << 3);
    const target = keep ? e + (<usize>from << 3) : UNKEPT;
    exponentials(source, target, count, magic, cut, cutting);
    if (!cutting && !(least >= centre - WINDOW && greatest <= centre + WINDOW)) return false;
    if (pivot >= from && pivot < from + count) {
      const place = target + (<usize>(pivot - from) << 3);
      pivots = f64.load(place);
      f64.store(place, 0);
    }
    add(target, count);
  }
  const a = f64x2.extract_lane(sum, 0);
  const b = f64x2.extract_lane(sum, 1);
  const high = a + b;
  const back = high - a;
  const low = a - (high - back) + (b - back) + f64x2.extract_lane(rest, 0) + f64x2.extract_lane(rest, 1);
  summarise(at, high, low, pivots, shift);
  return true;
}

/** Exponentials of rows of logits, and their summaries. A kept pivot is 0. */
export function exponentialsOfDoubles(
  z: usize,
  e: usize,
  rows: i32,
  columns: i32,
  pivots: usize,
  summaries: usize,
  keep: bool,
): void {
  const step = <usize>columns << 3;
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

/** Multiplies each row by its factor. */
export function scaleDoubles(e: usize, rows: i32, columns: i32, factors: usize): void {
  for (let i = 0; i < rows; i++) {
    const factor = v128.load64_splat(factors);
    let left = columns;
    for (; left >= 8; left -= 8) {
      const e0 = f64x2.mul(v128.load(e), factor);
      const e1 = f64x2.mul(v128.load(e, 16), factor);
      const e2 = f64x2.mul(v128.load(e, 32), factor);
      const e3 = f64x2.mul(v128.load(e, 48), factor);
      v128.store(e, e0);
      v128.store(e, e1, 16);
      v128.store(e, e2, 32);
      v128.store(e, e3, 48);
      e += 64;
    }
    for (; left > 0; left--) {
      f64.store(e, f64.load(e) * f64x2.extract_lane(factor, 0));
      e += 8;
    }
    factors += 8;
  }
}
