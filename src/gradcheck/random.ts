/** Seeded directions: the same on every machine. Gaussian, as ±1 misses what shifts cancel. */

/** Numbers in (0, 1) from a seed (splitmix32). */
function uniform(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let x = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
    return (((x ^ (x >>> 16)) >>> 0) + 0.5) / 2 ** 32;
  };
}

/** A direction with entries N(0, 1), scaled so that the largest is 1. */
export function gaussianDirection(length: number, seed: number): Float64Array {
  const random = uniform(Math.imul(seed + 1, 0x01000193));
  const v = Float64Array.from(
    { length },
    () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random()),
  );
  const largest = v.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return largest === 0 ? v : v.map((value) => value / largest);
}
