/** Entropy and relative entropy of rows of probabilities, in natural units. 0·log 0 is 0. */
import { Sum } from './compensated.js';
import { checkDistributions, checkOutput, rowsOf } from './input.js';
import { log, log1p } from './logarithm.js';
import type { FloatArray } from './memory.js';

/**
 * -Σ p·log p of each row, within 4 ulps.
 *
 * @param p n × C, each row from 0 on and summing to one
 * @param out n numbers
 * @throws InputError on arrays of the wrong kind or length, and on rows that are no distribution
 */
export function entropy(
  p: FloatArray,
  out: FloatArray,
  { classes }: { readonly classes: number },
): void {
  const rows = rowsOf(p, classes, 'probabilities');
  checkDistributions(p, p, classes, 'probabilities');
  checkOutput(out, rows, 'the output');
  for (let row = 0; row < rows; row++) {
    const sum = new Sum();
    for (let c = row * classes; c < (row + 1) * classes; c++)
      if (p[c]! > 0) sum.add(-p[c]! * log(p[c]!));
    out[row] = sum.value;
  }
}

/**
 * Σ p·log(p/q) of each row, within 4 ulps of the sum of the sizes of its terms: they have both signs.
 * +∞ where q is 0 and p is not.
 *
 * @param p n × C, each row from 0 on and summing to one
 * @param q n × C, likewise
 * @param out n numbers
 * @throws InputError on arrays of the wrong kind or length, and on rows that are no distribution
 */
export function klDivergence(
  p: FloatArray,
  q: FloatArray,
  out: FloatArray,
  { classes }: { readonly classes: number },
): void {
  const rows = rowsOf(p, classes, 'probabilities');
  checkDistributions(p, p, classes, 'probabilities');
  checkDistributions(q, p, classes, 'the second probabilities');
  checkOutput(out, rows, 'the output');
  for (let row = 0; row < rows; row++) {
    const sum = new Sum();
    for (let c = row * classes; c < (row + 1) * classes; c++)
      if (p[c]! > 0) sum.add(p[c]! * logOfQuotient(p[c]!, q[c]!));
    out[row] = sum.value;
  }
}

/** log(p/q): near 1 by the difference, which is exact there. */
function logOfQuotient(p: number, q: number): number {
  if (p > q / 2 && p < 2 * q) return log1p((p - q) / q);
  const ratio = p / q;
  return ratio > 0 && ratio < Number.POSITIVE_INFINITY ? log(ratio) : log(p) - log(q);
}
