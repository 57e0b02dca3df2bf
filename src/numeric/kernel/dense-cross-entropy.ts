/**
 * Cross-entropy with a whole row t of targets, given or made by smoothing a label.
 *
 * With m the maximum of a row, the loss is Σ t_c·((m - z_c) + log(1 + O/e^m)): all terms have one
 * sign. The gradient is T·p_c - t_c with T = Σ t; at an entry that holds more than half of T it is
 * (T - t_c) - T·(1 - p_c), and both differences are sums of the other entries.
 */
import { blocksOf } from './blocks.js';
import { Sum } from './compensated.js';
import type { CrossEntropyOptions } from './cross-entropy-options.js';
import { isFloatArray, type Labels } from './input.js';
import { LEFT_OUT, SUMMARY } from './layout.js';
import type { FloatArray } from './memory.js';
import { placeOfMaximum, rowFactor, rowLoss } from './row.js';

/** The sum of the losses of the rows; the gradient is divided by `total`. */
export function denseCrossEntropy(
  z: FloatArray,
  targets: Labels | FloatArray,
  rows: number,
  total: number,
  options: CrossEntropyOptions,
): number {
  const { classes, gradient, losses, loops = 'vector', ignoreIndex } = options;
  const blocks = blocksOf(z, gradient, classes, loops);
  const { pivots, summaries, entries } = blocks;
  const target = new Float64Array(classes);
  const loss = new Sum();
  for (let row = 0; row < rows; row += blocks.rows) {
    const count = Math.min(blocks.rows, rows - row);
    for (let i = 0; i < count; i++) {
      const ignored = !isFloatArray(targets) && targets[row + i] === ignoreIndex;
      pivots[i] = ignored ? LEFT_OUT : placeOfMaximum(z, (row + i) * classes, classes);
    }
    blocks.exponentials(row, count);
    for (let i = 0; i < count; i++) {
      const from = (row + i) * classes;
      const pivot = pivots[i]!;
      let ofRow = 0;
      if (pivot !== LEFT_OUT) {
        fillTarget(target, targets, row + i, options);
        const largest = placeOfMaximum(target, 0, classes);
        const rest = sumWithout(target, largest);
        const all = rest + target[largest]!;
        const logarithm = rowLoss(summaries, i, z, from, classes, pivot);
        ofRow = weightedLoss(target, z, from, z[from + pivot]!, all * logarithm);
        if (gradient) {
          const factor = rowFactor(summaries, i, all, total);
          const at = blocks.start + i * classes;
          const share = summaries[i * SUMMARY + 2]!;
          const others = summaries[i * SUMMARY]! + summaries[i * SUMMARY + 1]!;
          entries[at + pivot] = share;
          const ofLargest = entries[at + largest]!;
          for (let c = 0; c < classes; c++)
            entries[at + c] = entries[at + c]! * factor - target[c]! / total;
          // Without the maximum no other entry is more than half of the sum: little cancels.
          const unlike = largest === pivot ? others : others + (share - ofLargest);
          if (target[largest]! > rest) entries[at + largest] = rest / total - unlike * factor;
        }
      }
      loss.add(ofRow);
      if (losses) losses[row + i] = ofRow;
    }
    blocks.finish(row, count);
  }
  return loss.value;
}

/** The row's targets, each times the weight of its class. */
function fillTarget(
  target: Float64Array,
  targets: Labels | FloatArray,
  row: number,
  { classes, weights, labelSmoothing = 0 }: CrossEntropyOptions,
): void {
  if (isFloatArray(targets)) {
    const from = row * classes;
    for (let c = 0; c < classes; c++) target[c] = smoothed(targets[from + c]!);
  } else {
    target.fill(labelSmoothing / classes);
    target[targets[row]!] = smoothed(1);
  }
  if (weights) for (let c = 0; c < classes; c++) target[c]! *= weights[c]!;

  function smoothed(t: number): number {
    return labelSmoothing === 0 ? t : (1 - labelSmoothing) * t + labelSmoothing / classes;
  }
}

function sumWithout(x: Float64Array, place: number): number {
  const sum = new Sum();
  for (let c = 0; c < x.length; c++) if (c !== place) sum.add(x[c]!);
  return sum.value;
}

/** `rest` + Σ t_c·(m - z_c); what has no weight counts for nothing, however far it is. */
function weightedLoss(
  t: Float64Array,
  z: FloatArray,
  from: number,
  m: number,
  rest: number,
): number {
  const sum = new Sum();
  sum.add(rest);
  for (let c = 0; c < t.length; c++) {
    const logit = z[from + c]!;
    if (t[c] !== 0 && logit !== m) sum.add(t[c]! * (m - logit));
  }
  return sum.value;
}
