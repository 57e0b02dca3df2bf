/**
 * Random instances of mean softmax cross-entropy: n in 1..8, C in 1..50, logits s · N(0, 1) with
 * s in {1, 10, 100, 700}, and what can be wrong with their gradient.
 */

export const SCALES = [1, 10, 100, 700];

/** Numbers in (0, 1) from a seed (splitmix32, two words each). */
export function uniform(seed) {
  let state = seed | 0;
  const word = () => {
    state = (state + 0x9e3779b9) | 0;
    let x = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
    return (x ^ (x >>> 16)) >>> 0;
  };
  return () => (word() * 2 ** 21 + (word() >>> 11) + 0.5) / 2 ** 53;
}

export function normal(random) {
  return Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
}

/** Instance k of a seed: the same whatever was drawn before it. */
export function instanceAt(seed, k, round = Number) {
  const random = uniform(Math.imul(seed + 1, 0x01000193) ^ Math.imul(k + 1, 0x9e3779b1));
  const n = 1 + Math.floor(random() * 8);
  const C = 1 + Math.floor(random() * 50);
  const scale = SCALES[Math.floor(random() * SCALES.length)];
  const z = new Float64Array(n * C);
  for (let i = 0; i < z.length; i++) z[i] = round(scale * normal(random));
  const labels = Int32Array.from({ length: n }, () => Math.floor(random() * C));
  return { n, C, scale, z, labels, random };
}

/** The loss in doubles, as it is written everywhere: log of the sum, shifted by the maximum. */
export function loss({ n, C, labels }, z) {
  let total = 0;
  for (let i = 0; i < n; i++) {
    const at = i * C;
    let m = z[at];
    for (let c = 1; c < C; c++) if (z[at + c] > m) m = z[at + c];
    let sum = 0;
    for (let c = 0; c < C; c++) sum += Math.exp(z[at + c] - m);
    total += Math.log(sum) + (m - z[at + labels[i]]);
  }
  return total / n;
}

/** The same with every operation rounded to float32. */
export function lossInSingle({ n, C, labels }, z) {
  const f = Math.fround;
  let total = 0;
  for (let i = 0; i < n; i++) {
    const at = i * C;
    let m = f(z[at]);
    for (let c = 1; c < C; c++) if (z[at + c] > m) m = f(z[at + c]);
    let sum = 0;
    for (let c = 0; c < C; c++) sum = f(sum + f(Math.exp(f(f(z[at + c]) - m))));
    total = f(total + f(f(Math.log(sum)) + f(m - f(z[at + labels[i]]))));
  }
  return f(total / n);
}

/**
 * A plain gradient that cancels nothing, rounded by `round` after every operation, and a bound of
 * the error of each entry that holds by proof where exp is right to one unit in the last place.
 *
 * With u the unit of rounding, e_c = exp(z_c - m) has a relative error of at most (2 + |z_c - m|)u:
 * u|z_c - m| for the difference, 2u for exp. A sum of such errors weighs them by the terms and
 * adds (C - 1)u. Entry c is e_c over S·n, the label minus the other e over S·n: two more
 * roundings. Products of errors are covered by a factor 1 + 2^-20. Where numbers are subnormal,
 * each e, the sum and the quotient add a unit of 2^least; they are divided by at least 1.
 */
export function plainGradient({ n, C, z, labels }, g, bound, { round, unit, tiny }) {
  const e = new Float64Array(C);
  for (let i = 0; i < n; i++) {
    const at = i * C;
    let m = z[at];
    for (let c = 1; c < C; c++) if (z[at + c] > m) m = z[at + c];
    const label = labels[i];
    let [sum, others, weighted, weightedOthers] = [0, 0, 0, 0];
    for (let c = 0; c < C; c++) {
      const distance = round(z[at + c] - m);
      e[c] = round(Math.exp(distance));
      sum = round(sum + e[c]);
      weighted += e[c] * (2 - distance);
      if (c === label) continue;
      others = round(others + e[c]);
      weightedOthers += e[c] * (2 - distance);
    }
    const total = round(sum * n);
    const shared = weighted / sum + (C - 1) + 2;
    for (let c = 0; c < C; c++) {
      const value = round((c === label ? -others : e[c]) / total);
      const own = c === label ? weightedOthers / (others || 1) + (C - 1) : 2 + m - z[at + c];
      // An e that is 0 or subnormal has a distance without meaning: its error is that of `tiny`.
      const relative = Math.min(own, MOST) + shared;
      g[at + c] = value;
      bound[at + c] = Math.abs(value) * relative * unit * (1 + 2 ** -20) + (C + 4) * tiny;
    }
  }
}

/** More than |z - m| can be where exp(z - m) is a number above 0. */
const MOST = 800;

export const DOUBLE = { round: Number, unit: 2 ** -53, tiny: 2 ** -1074 };
export const SINGLE = { round: Math.fround, unit: 2 ** -24, tiny: 2 ** -149 };

/** An instance counts where an entry of n·g is at least this: the others are saturated. */
export const WELL_SCALED = 1e-3;
