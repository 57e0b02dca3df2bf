/**
 * The float kernel against its peers, loss and gradient together: `npm run bench:kernel`. All of a
 * row of the table is measured in turns, so that other work on the machine meets all alike.
 */
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { plainLoop, startNumpy, startTensorflow } from './kernel-peers.mjs';
import { median, once, table } from './table.mjs';

const build = new URL('../dist/numeric/kernel/index.js', import.meta.url);
if (!existsSync(build)) {
  process.stderr.write('there is no build: run npm run build\n');
  process.exit(2);
}
const { KernelMemory, softmaxCrossEntropy } = await import(build.href);

const sizes = [
  [64, 10],
  [1024, 1000],
  [8192, 1000],
  [256, 50257],
];
const numpy = startNumpy();
const tensorflow = await startTensorflow();
process.stdout.write(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}\n`);

for (const [title, type, dtype] of [
  ['double', Float64Array, 'float64'],
  ['single', Float32Array, 'float32'],
]) {
  const rows = [];
  for (const [n, C] of sizes) rows.push(await measure(type, dtype, n, C));
  const heads = ['n × C', 'Gradus', 'copying', 'plain', 'loop with Math.exp', 'numpy', 'tfjs-wasm'];
  table(`Softmax cross-entropy and its gradient, ${title} precision, ms`, heads, rows);
}
numpy?.stop();

/** One row of the table: median times, and in brackets how many of Gradus' own they are. */
async function measure(type, dtype, n, C) {
  const memory = new KernelMemory(2 * (n * C + 4) * type.BYTES_PER_ELEMENT);
  const array = (length) =>
    type === Float64Array ? memory.float64(length) : memory.float32(length);
  const z = array(n * C);
  const y = new Int32Array(n);
  fill(z, y, C);
  const outside = z.slice();
  const own = { classes: C, gradient: array(n * C) };
  const gradient = new type(n * C);
  const ways = {
    gradus: [() => softmaxCrossEntropy(z, y, own)],
    copying: [() => softmaxCrossEntropy(outside, y, { classes: C, gradient })],
    plain: [() => softmaxCrossEntropy(outside, y, { classes: C, gradient, loops: 'plain' })],
    loop: [() => plainLoop(outside, y, gradient, n, C)],
    numpy: [],
    tfjs: type === Float32Array && tensorflow ? tensorflow.prepare(outside, y, n, C) : [],
  };
  compare(ways, n);
  await numpy?.prepare(dtype, n, C);

  const times = new Map();
  const keep = (name, way, ms) => {
    const key = `${name} ${way}`;
    if (!times.has(key)) times.set(key, []);
    times.get(key).push(ms);
  };
  const rounds = n * C > 5e6 ? 9 : 31;
  for (let round = -2; round < rounds; round++) {
    for (const [name, runs] of Object.entries(ways)) {
      for (const [way, run] of runs.entries()) {
        if (name === 'tfjs' && round >= 9) continue;
        const calls = name === 'tfjs' ? 1 : Math.max(1, Math.floor(400_000 / (n * C)));
        const { ms } = once(() => {
          for (let k = 0; k < calls; k++) run();
        });
        if (round >= 0) keep(name, way, ms / calls);
      }
    }
    for (let way = 0; numpy && way < numpy.ways; way++) {
      const ms = await numpy.time(way);
      if (round >= 0) keep('numpy', way, ms);
    }
  }
  const best = (name) =>
    Math.min(...[...times].filter(([key]) => key.startsWith(name)).map(([, all]) => median(all)));
  const base = best('gradus');
  const cell = (name) => {
    const ms = best(name);
    return Number.isFinite(ms) ? `${show(ms)} (${(ms / base).toFixed(2)})` : '';
  };
  const others = ['copying', 'plain', 'loop', 'numpy', 'tfjs'].map(cell);
  return [`${n} × ${C}`, show(base), ...others];
}

function show(ms) {
  return ms < 1 ? ms.toFixed(4) : ms.toFixed(2);
}

/** Normal logits of scale 3, from a generator with a seed. */
function fill(z, y, C) {
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  for (let k = 0; k < z.length; k++)
    z[k] = 3 * Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  for (let i = 0; i < y.length; i++) y[i] = Math.floor(random() * C);
}

/** All must compute the same loss, or the times mean nothing. */
function compare(ways, n) {
  const expected = ways.plain[0]();
  for (const [name, runs] of Object.entries(ways))
    for (const run of runs)
      if (!(Math.abs(run() - expected) < 1e-4 * expected))
        throw new Error(`${name} computes ${run()} for ${n} rows, not ${expected}`);
}
