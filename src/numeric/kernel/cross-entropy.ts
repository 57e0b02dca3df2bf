/**
 * Softmax cross-entropy of logits, its loss and its gradient by the logits.
 *
 * With the label y of a row and O the sum of the exponentials of the others, the loss is
 * log(1 + O/e^z_y), and the gradient e^z_c/S at the others and -O/S at the label, S being the sum of
 * all. So nothing is subtracted that could cancel.
 */
import { blocksOf } from './blocks.js';
import { Sum } from './compensated.js';
import type { CrossEntropyOptions } from './cross-entropy-options.js';
import { denseCrossEntropy } from './dense-cross-entropy.js';
import {
  checkDistributions,
  checkLabels,
  checkOneOf,
  checkOutput,
  checkWeights,
  isFloatArray,
  type Labels,
  rowsOf,
} from './input.js';
import { InputError } from './input-error.js';
import { LEFT_OUT, SUMMARY } from './layout.js';
import type { FloatArray } from './memory.js';
import { isFaint, rowFactor, rowLoss, scaleFaintRow } from './row.js';

/**
 * The loss of n rows of C logits, and on request its gradient.
 *
 * Accuracy: the loss of a row, and each entry of the gradient for a label, is within 4 ulps of the
 * exact one, or of 4 ulps and one smallest subnormal where it is that small. Where targets or
 * smoothing make an entry a difference p - t, within 4 ulps of the larger of the two. Ulps are those
 * of the logits' precision. This is tested, not proved: the largest error seen is 3.1 ulps.
 *
 * Special values: -∞ is a class without a share, and a label there has the loss +∞. Logits of +∞
 * share their row equally. A NaN, or a row of -∞ alone, gives NaN in the row and in the loss.
 * The mean over no row is NaN, the sum 0.
 *
 * @param logits n × C, row by row
 * @param targets n labels from 0 on, or n × C target rows of the same kind as the logits
 * @throws InputError on arrays of the wrong kind or length, labels that are no class, targets that
 * are negative or NaN or do not sum to one; nothing is written then
 */
export function softmaxCrossEntropy(
  logits: FloatArray,
  targets: Labels | FloatArray,
  options: CrossEntropyOptions,
): number {
  const { classes, reduction = 'mean', weights, labelSmoothing = 0, ignoreIndex } = options;
  const { gradient, losses, loops = 'vector' } = options;
  const rows = rowsOf(logits, classes, 'logits');
  checkOneOf(reduction, ['mean', 'sum', 'none'], 'reduction');
  checkOneOf(loops, ['vector', 'plain'], 'loops');
  if (gradient !== undefined) checkOutput(gradient, logits.length, 'gradient', logits);
  if (losses !== undefined) checkOutput(losses, rows, 'losses');
  if (weights !== undefined) checkWeights(weights, classes);
  if (!(labelSmoothing >= 0 && labelSmoothing <= 1))
    throw new InputError(`the label smoothing must be between 0 and 1: ${labelSmoothing}`);
  if (isFloatArray(targets)) {
    checkDistributions(targets, logits, classes, 'targets');
    if (ignoreIndex !== undefined)
      throw new InputError('ignoreIndex is for labels, not for target rows');
  } else {
    checkLabels(targets, rows, classes, ignoreIndex);
  }
  const total = reduction === 'mean' ? totalWeight(targets, rows, options) : 1;
  const sum =
    isFloatArray(targets) || labelSmoothing > 0
      ? denseCrossEntropy(logits, targets, rows, total, options)
      : labelledCrossEntropy(logits, targets, rows, total, options);
  return sum / total;
}

/** The gradient alone, written into `gradient`; otherwise like softmaxCrossEntropy. */
export function softmaxCrossEntropyGradient(
  logits: FloatArray,
  targets: Labels | FloatArray,
  gradient: FloatArray,
  options: Omit<CrossEntropyOptions, 'gradient'>,
): void {
  softmaxCrossEntropy(logits, targets, { ...options, gradient });
}

function totalWeight(
  targets: Labels | FloatArray,
  rows: number,
  { weights, ignoreIndex }: CrossEntropyOptions,
): number {
  if (isFloatArray(targets) || (weights === undefined && ignoreIndex === undefined)) return rows;
  const total = new Sum();
  for (let i = 0; i < rows; i++) {
    const label = targets[i]!;
    if (label !== ignoreIndex) total.add(weights ? weights[label]! : 1);
  }
  return total.value;
}

/** The sum of the losses of the rows; the gradient is divided by `total`. */
function labelledCrossEntropy(
  z: FloatArray,
  labels: Labels,
  rows: number,
  total: number,
  { classes, weights, ignoreIndex, gradient, losses, loops = 'vector' }: CrossEntropyOptions,
): number {
  const blocks = blocksOf(z, gradient, classes, loops);
  const { pivots, summaries, factors, entries } = blocks;
  const weightOf = (label: number): number =>
    label === LEFT_OUT ? 0 : weights ? weights[label]! : 1;
  const loss = new Sum();
  for (let row = 0; row < rows; row += blocks.rows) {
    const count = Math.min(blocks.rows, rows - row);
    for (let i = 0; i < count; i++) {
      const label = labels[row + i]!;
      pivots[i] = label === ignoreIndex || weights?.[label] === 0 ? LEFT_OUT : label;
    }
    blocks.exponentials(row, count);
    for (let i = 0; i < count; i++) {
      const label = pivots[i]!;
      let ofRow = 0;
      if (label !== LEFT_OUT) {
        ofRow = rowLoss(summaries, i, z, (row + i) * classes, classes, label);
        if (weights) ofRow *= weights[label]!;
      }
      loss.add(ofRow);
      if (losses) losses[row + i] = ofRow;
    }
    if (!gradient) continue;
    for (let i = 0; i < count; i++) {
      const factor = rowFactor(summaries, i, weightOf(pivots[i]!), total);
      factors[i] = isFaint(factor, entries.BYTES_PER_ELEMENT) ? 1 : factor;
    }
    blocks.scale(count);
    for (let i = 0, at = blocks.start; i < count; i++, at += classes) {
      const label = pivots[i]!;
      if (label === LEFT_OUT) continue;
      const others = summaries[i * SUMMARY]! + summaries[i * SUMMARY + 1]!;
      // 1 stands for what was too small to multiply by, unless it is itself the factor.
      const plain = factors[i] !== 1 || rowFactor(summaries, i, weightOf(label), total) === 1;
      if (plain) entries[at + label] = 0 - others * factors[i]!;
      else scaleFaintRow(entries, at, classes, label, weightOf(label) / total, summaries, i);
    }
    blocks.finish(row, count);
  }
  return loss.value;
}
