/** The logistic function, and the cross-entropy of yes and no from logits. */
import { Sum } from './compensated.js';
import type { Reduction } from './cross-entropy-options.js';
import { exponential } from './double.js';
import { checkOneOf, checkOutput, isFloatArray } from './input.js';
import { InputError } from './input-error.js';
import { log1p } from './logarithm.js';
import type { FloatArray } from './memory.js';

export interface BinaryOptions {
  /** `mean` (default) divides by the number of logits; `none` is like `sum`: ask for `losses`. */
  readonly reduction?: Reduction;
  /** Takes the gradient. May be the logits themselves. */
  readonly gradient?: FloatArray;
  /** Takes the loss of each logit. */
  readonly losses?: FloatArray;
}

const CUT = -1100;
/** Keeps exp(CUT) a normal number until its last rounding. */
const RAISED = 600;

/** exp(-|z|). */
const decay = (z: number): number => exponential(z < 0 ? z : -z, -RAISED, CUT) * 2 ** -RAISED;

/** 1/(1 + e^-z), given e = exp(-|z|). */
const share = (z: number, e: number): number => (z < 0 ? e : 1) / (1 + e);

/**
 * σ(z) = 1/(1 + e^-z) of each number, within 4 ulps, or 4 ulps and one smallest subnormal.
 *
 * @param out of the same length and kind as z; may be z itself
 * @throws InputError on arrays of the wrong kind or length
 */
export function sigmoid(z: FloatArray, out: FloatArray): void {
  checkLogits(z);
  checkOutput(out, z.length, 'the output', z);
  for (let i = 0; i < z.length; i++) out[i] = share(z[i]!, decay(z[i]!));
}

/**
 * The cross-entropy of y in [0, 1] with σ(z): (1 - y)·max(z, 0) + y·max(-z, 0) + log(1 + e^-|z|),
 * and on request its gradient, (1 - y)·σ(z) - y·σ(-z).
 *
 * Accuracy: each loss within 4 ulps, each entry of the gradient too where y is 0 or 1; between
 * them, within 4 ulps of the larger of its two terms. Where z is infinite, the limits are taken; a
 * NaN gives NaN. The mean over nothing is NaN, the sum 0.
 *
 * @param logits n numbers
 * @param targets n numbers from 0 to 1, of the same kind as the logits
 * @throws InputError on arrays of the wrong kind or length, and on targets outside of [0, 1]
 */
export function binaryCrossEntropyWithLogits(
  logits: FloatArray,
  targets: FloatArray,
  { reduction = 'mean', gradient, losses }: BinaryOptions = {},
): number {
  checkLogits(logits);
  checkOneOf(reduction, ['mean', 'sum', 'none'], 'reduction');
  const n = logits.length;
  checkOutput(targets, n, 'targets', logits);
  if (gradient !== undefined) checkOutput(gradient, n, 'gradient', logits);
  if (losses !== undefined) checkOutput(losses, n, 'losses');
  for (let i = 0; i < n; i++)
    if (!(targets[i]! >= 0 && targets[i]! <= 1))
      throw new InputError(`target ${i} is ${targets[i]}, not between 0 and 1`);
  const total = reduction === 'mean' ? n : 1;
  const loss = new Sum();
  for (let i = 0; i < n; i++) {
    const z = logits[i]!;
    const y = targets[i]!;
    const e = decay(z);
    const against = z > 0 ? 1 - y : y;
    const ofLogit = log1p(e) + (against === 0 ? 0 : against * Math.abs(z));
    loss.add(ofLogit);
    if (losses) losses[i] = ofLogit;
    if (gradient) gradient[i] = ((1 - y) * share(z, e) - y * share(-z, e)) / total;
  }
  return loss.value / total;
}

function checkLogits(z: unknown): void {
  if (!isFloatArray(z)) throw new InputError('logits must be a Float64Array or a Float32Array');
}
