/** Who else computes softmax cross-entropy and its gradient: each a function that times one call. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What most people write: three passes over each row. */
export function plainLoop(z, y, gradient, n, C) {
  let loss = 0;
  for (let i = 0; i < n; i++) {
    const at = i * C;
    let m = z[at];
    for (let c = 1; c < C; c++) if (z[at + c] > m) m = z[at + c];
    let sum = 0;
    for (let c = 0; c < C; c++) {
      const e = Math.exp(z[at + c] - m);
      gradient[at + c] = e;
      sum += e;
    }
    const factor = 1 / (sum * n);
    for (let c = 0; c < C; c++) gradient[at + c] *= factor;
    gradient[at + y[i]] -= 1 / n;
    loss += Math.log(sum) + m - z[at + y[i]];
  }
  return loss / n;
}

/** numpy, the whole array at once and in three sizes of blocks; undefined when it is not there. */
export function startNumpy() {
  if (spawnSync('python3', ['-c', 'import numpy']).status !== 0) return undefined;
  const script = fileURLToPath(new URL('kernel-numpy.py', import.meta.url));
  const child = spawn('python3', [script], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (line) => {
    child.stdin.write(`${line}\n`);
    return (await lines.next()).value;
  };
  return {
    ways: 4,
    prepare: (dtype, n, C) => ask(`case ${dtype} ${n} ${C}`),
    time: async (way) => Number(await ask(`time ${way}`)),
    stop: () => child.stdin.end(),
  };
}

/** tfjs with its WebAssembly backend, from bench/node_modules; undefined when it is not there. */
export async function startTensorflow() {
  const require = createRequire(import.meta.url);
  if (!existsSync(new URL('node_modules/@tensorflow', import.meta.url))) return undefined;
  const [path, backendPath] = ['', '-backend-wasm'].map((name) =>
    require.resolve(`@tensorflow/tfjs${name}`),
  );
  const tf = (await import(pathToFileURL(path).href)).default;
  const backend = (await import(pathToFileURL(backendPath).href)).default;
  backend.setWasmPaths(backendPath.replace(/[^/]*$/, ''));
  await tf.setBackend('wasm');
  await tf.ready();
  return {
    prepare(z, y, n, C) {
      const logits = tf.tensor2d(z, [n, C]);
      const targets = tf.cast(tf.oneHot(tf.tensor1d(y, 'int32'), C), 'float32');
      const ofLoss = tf.valueAndGrad((x) => tf.losses.softmaxCrossEntropy(targets, x));
      const ofLogarithm = tf.valueAndGrad((x) =>
        tf.mul(tf.sum(tf.mul(targets, tf.logSoftmax(x))), -1 / n),
      );
      const call = (run) => () =>
        tf.tidy(() => {
          const { value, grad } = run(logits);
          grad.dataSync();
          return value.dataSync()[0];
        });
      return [call(ofLoss), call(ofLogarithm)];
    },
  };
}
