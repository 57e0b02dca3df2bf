/**
 * softmaxCrossEntropy of @tensorflow/tfjs, with one-hot rows made by its own oneHot, as
 * `gradus test-kernel` calls it: the mean over the samples, and its gradient by tf.grad.
 */
import * as tf from '@tensorflow/tfjs';

tf.env().set('IS_NODE', false);
await tf.setBackend('cpu');

function targets({ n, C, y }) {
  const labels = Array.from({ length: n }, (_, i) => y.subarray(i * C, (i + 1) * C).indexOf(1));
  return tf.oneHot(tf.tensor1d(labels, 'int32'), C).toFloat();
}

export function loss(data) {
  const { n, C, z } = data;
  return tf.tidy(() => {
    const logits = tf.tensor2d(z, [n, C]);
    return tf.losses.softmaxCrossEntropy(targets(data), logits).dataSync()[0];
  });
}

export function gradient(data) {
  const { n, C, z } = data;
  return tf.tidy(() => {
    const labels = targets(data);
    const slope = tf.grad((logits) => tf.losses.softmaxCrossEntropy(labels, logits));
    return slope(tf.tensor2d(z, [n, C])).dataSync();
  });
}
