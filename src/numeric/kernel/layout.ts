/** What the loops over the entries leave behind of each row; as in `assembly/layout.ts`. */

/** Numbers of a row that are worked on at a time, so that they stay in the nearest cache. */
export const CHUNK_BYTES = 4096;

/** A row's pivot when it has none, and when the row is left out. */
export const NO_PIVOT = -1;
export const LEFT_OUT = -2;

/**
 * The numbers of a row's summary: the sum of its exponentials without the pivot's, in two parts;
 * the pivot's; and the power of 2 that all of them were divided by. The last is NaN for a row that
 * `unusual.ts` has to do: its maximum is infinite, too far out, or missing.
 */
export const SUMMARY = 4;

/** Rows that are done at a time, at most. */
export const BLOCK_ROWS = 128;

export function summarise(
  summaries: Float64Array,
  row: number,
  high: number,
  low: number,
  pivot: number,
  shift: number,
): void {
  const at = row * SUMMARY;
  summaries[at] = high;
  summaries[at + 1] = low;
  summaries[at + 2] = pivot;
  summaries[at + 3] = shift;
}
