/** Sums and quotients that keep what a rounding loses (Knuth, TAOCP 2, 4.2.2; Dekker 1971). */

/** A running sum, right to half an ulp or so whatever the order of its terms. */
export class Sum {
  #high = 0;
  #low = 0;

  add(x: number): void {
    const s = this.#high;
    const t = s + x;
    const b = t - s;
    this.#high = t;
    this.#low += s - (t - b) + (x - b);
  }

  /** An infinite or undefined term leaves a NaN among what was lost, which says nothing. */
  get value(): number {
    return Number.isFinite(this.#high) ? this.#high + this.#low : this.#high;
  }
}

const SPLIT = 134217729;

/** What x·y loses when it is rounded to `product`; exact below 2^990. */
function lost(x: number, y: number, product: number): number {
  const a = x * SPLIT;
  const xHigh = a - (a - x);
  const xLow = x - xHigh;
  const b = y * SPLIT;
  const yHigh = b - (b - y);
  const yLow = y - yHigh;
  return xLow * yLow - (product - xHigh * yHigh - xLow * yHigh - xHigh * yLow);
}

/** w/((high + low)·total), rounded about once. */
export function quotient(w: number, high: number, low: number, total: number): number {
  const product = high * total;
  const rest = lost(high, total, product) + low * total;
  const q = w / product;
  const back = q * product;
  const correction = (w - back - lost(q, product, back) - q * rest) / product;
  return Number.isFinite(correction) ? q + correction : q;
}
