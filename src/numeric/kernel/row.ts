/** What the summary of a row (see layout.ts) says of its loss and of the scale of its gradient. */
import { quotient } from './compensated.js';
import { LN2_HIGH, LN2_LOW } from './double.js';
import { SUMMARY } from './layout.js';
import { log, log1p } from './logarithm.js';
import type { FloatArray } from './memory.js';

/** Above this the quotient of the others and the pivot may be about to overflow. */
const FAR_BELOW = 2 ** 900;

/** The place of the largest of z[from..from + columns); 0 where there is no number. */
export function placeOfMaximum(z: FloatArray, from: number, columns: number): number {
  let place = 0;
  let m = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < columns; c++) {
    const x = z[from + c]!;
    if (x > m) {
      m = x;
      place = c;
    }
  }
  return place;
}

/**
 * log Σ e^z - z_pivot for the row of z that begins at `from`: at least 0, and right in relative
 * terms however small.
 */
export function rowLoss(
  summaries: Float64Array,
  row: number,
  z: FloatArray,
  from: number,
  columns: number,
  pivot: number,
): number {
  const at = row * SUMMARY;
  const others = summaries[at]!;
  const ratio = (others + summaries[at + 1]!) / summaries[at + 2]!;
  if (ratio < FAR_BELOW) return log1p(ratio);
  if (Number.isNaN(ratio)) return ratio;
  // The pivot is far below the others: two parts of one sign, and the logarithm is the small one.
  const logit = z[from + pivot]!;
  const shift = summaries[at + 3]!;
  if (Number.isNaN(shift)) return z[from + placeOfMaximum(z, from, columns)]! - logit + log(others);
  return shift * LN2_HIGH - logit + (shift * LN2_LOW + log(others));
}

/** weight/(S·total), S being the sum of all exponentials of the row. */
export function rowFactor(
  summaries: Float64Array,
  row: number,
  weight: number,
  total: number,
): number {
  const at = row * SUMMARY;
  const others = summaries[at]!;
  const pivot = summaries[at + 2]!;
  const s = others + pivot;
  const b = s - others;
  return quotient(weight, s, others - (s - b) + (pivot - b) + summaries[at + 1]!, total);
}

/**
 * Whether a factor is so small that multiplying by it would lose digits: it is no normal number, or
 * nearly none, of the kind that the entries are.
 */
export const isFaint = (factor: number, width: number): boolean =>
  factor < (width === 8 ? 2 ** -1000 : 2 ** -126);

/** What such a factor stands for: e·share/S for the exponentials of a row, -O·share/S at the label. */
export function scaleFaintRow(
  e: FloatArray,
  at: number,
  columns: number,
  label: number,
  share: number,
  summaries: Float64Array,
  row: number,
): void {
  const others = summaries[row * SUMMARY]!;
  const sum = others + summaries[row * SUMMARY + 2]!;
  for (let c = 0; c < columns; c++)
    e[at + c] = ((c === label ? 0 - others : e[at + c]!) * share) / sum;
}
