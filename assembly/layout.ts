/** What both widths share: where things lie in memory, and what a row leaves behind. */

/** Numbers of a row that are worked on at a time, so that they stay in the nearest cache. */
export const CHUNK_BYTES: i32 = 4096;
/** Where exponentials go that nobody keeps. */
export const UNKEPT: usize = memory.data(4096, 16);

/** A row's pivot when it has none, and when the row is left out. */
export const NO_PIVOT: i32 = -1;
export const LEFT_OUT: i32 = -2;

/**
 * A row leaves four f64: the sum of its exponentials without the pivot's, in two parts, the
 * pivot's, and the power of 2 that they are all divided by. NaN stands there for a row that has to
 * be done elsewhere: its maximum is infinite or too far out.
 */
export const SUMMARY_BYTES: usize = 32;

// @ts-ignore: decorator
@inline
export function summarise(at: usize, high: f64, low: f64, pivot: f64, shift: f64): void {
  f64.store(at, high);
  f64.store(at, low, 8);
  f64.store(at, pivot, 16);
  f64.store(at, shift, 24);
}
