/**
 * The float kernel: losses of classification, their gradients, and what they are made of, for
 * typed arrays, row by row. It stands alone: nothing here imports the rest of Gradus.
 */
export { type BinaryOptions, binaryCrossEntropyWithLogits, sigmoid } from './binary.js';
export type { Loops } from './blocks.js';
export { softmaxCrossEntropy, softmaxCrossEntropyGradient } from './cross-entropy.js';
export type { CrossEntropyOptions, Reduction } from './cross-entropy-options.js';
export { entropy, klDivergence } from './information.js';
export type { Labels } from './input.js';
export { InputError } from './input-error.js';
export { type FloatArray, KernelMemory } from './memory.js';
export { logSoftmax, logSumExp, type RowOptions, softmax } from './softmax.js';
