/** The two forms in which arrays are given to a function: flat and row by row, or nested rows. */
import type { Flat } from './trial.js';

export type ArrayForm = 'flat' | 'nested';

/** Rows of rows, down to numbers. */
export type NestedArray = readonly (number | NestedArray)[];

/** A flat array in row-major order as nested rows of these lengths. */
export function nested(flat: Flat, shape: readonly number[]): NestedArray {
  let next = 0;
  const rows = (depth: number): NestedArray =>
    Array.from({ length: shape[depth] ?? 0 }, () =>
      depth === shape.length - 1 ? (flat[next++] as number) : rows(depth + 1),
    );
  return rows(0);
}
