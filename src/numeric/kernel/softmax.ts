/** Softmax, its logarithm, and the logarithm of a sum of exponentials, of rows of logits. */
import { type Blocks, blocksOf, type Loops } from './blocks.js';
import { checkOneOf, checkOutput, rowsOf } from './input.js';
import { NO_PIVOT } from './layout.js';
import type { FloatArray } from './memory.js';
import { placeOfMaximum, rowFactor, rowLoss } from './row.js';

export interface RowOptions {
  /** C, the length of a row. */
  readonly classes: number;
  /** `plain` turns the vectors off. */
  readonly loops?: Loops;
}

/**
 * p_c = e^z_c/Σ e^z of each row, within 4 ulps of the exact values, or of 4 ulps and one smallest
 * subnormal. Special values as in softmaxCrossEntropy.
 *
 * @param logits n × C
 * @param out n × C, of the same kind; may be the logits themselves
 * @throws InputError on arrays of the wrong kind or length
 */
export function softmax(logits: FloatArray, out: FloatArray, options: RowOptions): void {
  checkOutput(out, logits.length, 'the output', logits);
  eachBlock(logits, out, options, (blocks, row, count) => {
    blocks.pivots.fill(NO_PIVOT, 0, count);
    blocks.exponentials(row, count);
    for (let i = 0; i < count; i++) blocks.factors[i] = rowFactor(blocks.summaries, i, 1, 1);
    blocks.scale(count);
    blocks.finish(row, count);
  });
}

/**
 * log p_c of each row, within 4 ulps of the exact values: also where p is nearly 1. A class with a
 * logit of -∞ has the logarithm -∞.
 *
 * @param logits n × C
 * @param out n × C; may be the logits themselves
 * @throws InputError on arrays of the wrong kind or length
 */
export function logSoftmax(logits: FloatArray, out: FloatArray, options: RowOptions): void {
  checkOutput(out, logits.length, 'the output', logits);
  eachRow(logits, options, (row, m, logarithm) => {
    const from = row * options.classes;
    for (let c = from; c < from + options.classes; c++) {
      const z = logits[c]!;
      out[c] = z === m ? -logarithm : -(m - z + logarithm);
    }
  });
}

/**
 * log Σ e^z of each row: the maximum plus a logarithm, within 4 ulps of the larger of the two. A row
 * of -∞ gives -∞, one with +∞ gives +∞, one with a NaN gives NaN.
 *
 * @param logits n × C
 * @param out n numbers
 * @throws InputError on arrays of the wrong kind or length
 */
export function logSumExp(logits: FloatArray, out: FloatArray, options: RowOptions): void {
  checkOutput(out, rowsOf(logits, options.classes, 'logits'), 'the output');
  eachRow(logits, options, (row, m, logarithm) => {
    const from = row * options.classes;
    const nothing = logits
      .subarray(from, from + options.classes)
      .every((z) => z === Number.NEGATIVE_INFINITY);
    out[row] = nothing ? m : m + logarithm;
  });
}

/** The maximum m of each row, and log Σ e^(z - m). */
function eachRow(
  logits: FloatArray,
  options: RowOptions,
  take: (row: number, maximum: number, logarithm: number) => void,
): void {
  const { classes } = options;
  eachBlock(logits, undefined, options, (blocks, row, count) => {
    const { pivots, summaries } = blocks;
    for (let i = 0; i < count; i++)
      pivots[i] = placeOfMaximum(logits, (row + i) * classes, classes);
    blocks.exponentials(row, count);
    for (let i = 0; i < count; i++) {
      const from = (row + i) * classes;
      const place = pivots[i]!;
      const logarithm = rowLoss(summaries, i, logits, from, classes, place);
      take(row + i, logits[from + place]!, logarithm);
    }
  });
}

function eachBlock(
  logits: FloatArray,
  out: FloatArray | undefined,
  { classes, loops = 'vector' }: RowOptions,
  visit: (blocks: Blocks, row: number, count: number) => void,
): void {
  const rows = rowsOf(logits, classes, 'logits');
  checkOneOf(loops, ['vector', 'plain'], 'loops');
  const blocks = blocksOf(logits, out, classes, loops);
  for (let row = 0; row < rows; row += blocks.rows)
    visit(blocks, row, Math.min(blocks.rows, rows - row));
}
