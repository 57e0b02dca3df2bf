/**
 * Rows that the loops over the entries leave alone: the maximum is infinite, so far out that ln 2
 * cannot be split exactly, or there is no number at all.
 *
 * A maximum of +∞ is taken as the limit of equal logits that grow: each +∞ has the same share, all
 * else has none. A row of -∞ has no limit, and gives NaN, as does a row with a NaN.
 */
import { Sum } from './compensated.js';
import { exponential } from './double.js';
import { summarise } from './layout.js';
import type { FloatArray } from './memory.js';

/** exp of less than `cut` is 0 in any result; above it, 2^-shift keeps it a normal number. */
const DOUBLE = { shift: -600, cut: -1100 };
const SINGLE = { shift: -60, cut: -120 };

/** Leaves NaN as the shift: the exponentials are of logits less their maximum. */
export function unusualRow(
  z: FloatArray,
  from: number,
  e: FloatArray | undefined,
  to: number,
  columns: number,
  pivot: number,
  summaries: Float64Array,
  row: number,
): void {
  const m = maximum(z, from, columns);
  const single = z.BYTES_PER_ELEMENT === 4;
  const sum = new Sum();
  let pivots = 0;
  for (let i = 0; i < columns; i++) {
    const full = share(z[from + i]!, m, single ? SINGLE : DOUBLE);
    const x = single ? Math.fround(full) : full;
    if (i === pivot) pivots = x;
    else sum.add(x);
    if (e) e[to + i] = i === pivot ? 0 : x;
  }
  summarise(summaries, row, sum.value, 0, pivots, Number.NaN);
}

function share(z: number, m: number, { shift, cut }: typeof DOUBLE): number {
  if (Number.isNaN(z) || m === Number.NEGATIVE_INFINITY) return Number.NaN;
  if (m === Number.POSITIVE_INFINITY) return z === m ? 1 : 0;
  // Where the difference is not below the cut, it is exact: m is large, and z is close to it.
  return exponential(z - m, shift, cut);
}

/** -∞ where there is no number. */
function maximum(z: FloatArray, from: number, columns: number): number {
  let m = Number.NEGATIVE_INFINITY;
  for (let i = from; i < from + columns; i++) if (z[i]! > m) m = z[i]!;
  return m;
}
