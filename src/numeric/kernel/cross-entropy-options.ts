/** What can be asked of cross-entropy. */
import type { Loops } from './blocks.js';
import type { FloatArray } from './memory.js';

export type Reduction = 'mean' | 'sum' | 'none';

export interface CrossEntropyOptions {
  /** C, the length of a row. */
  readonly classes: number;
  /**
   * `mean` (default) divides by the weights of the labels, or by the number of rows for target rows;
   * `none` is like `sum`, but for what it says: ask for `losses`.
   */
  readonly reduction?: Reduction;
  /** Rows with this label count for nothing; their gradient is 0. */
  readonly ignoreIndex?: number;
  /** One weight for each class, at most 1e150. */
  readonly weights?: ArrayLike<number>;
  /** The share of each label that is spread evenly over all classes, from 0 to 1. */
  readonly labelSmoothing?: number;
  /** Takes the gradient, n × C. May be the logits themselves. */
  readonly gradient?: FloatArray;
  /** Takes the weighted loss of each row. */
  readonly losses?: FloatArray;
  /** `plain` turns the vectors off. */
  readonly loops?: Loops;
}
