/** The two types of number that implementations compute in, and what an ulp of them is. */
import type { Rational } from '../term/rational.js';

export type ElementType = 'float64' | 'float32';

interface Format {
  /** Bits of the significand. */
  readonly bits: number;
  /** Exponent of the smallest normal number. */
  readonly least: number;
  readonly round: (value: number) => number;
  readonly array: Float64ArrayConstructor | Float32ArrayConstructor;
  /** Values are drawn as multiples of 2^-grid, so that the difference of two is exact. */
  readonly grid: number;
}

export const FORMATS: Readonly<Record<ElementType, Format>> = {
  float64: { bits: 53, least: -1022, round: Number, array: Float64Array, grid: 20 },
  float32: { bits: 24, least: -126, round: Math.fround, array: Float32Array, grid: 10 },
};

/** The number of this type that q is; undefined when it is none. */
export function exactly(q: Rational, element: ElementType): number | undefined {
  const value = Number(q.n) / Number(q.d);
  if (!Number.isFinite(value) || FORMATS[element].round(value) !== value) return undefined;
  const { n, d } = fractionOf(value);
  return n === q.n && d === q.d ? value : undefined;
}

/** A finite double as a fraction in lowest terms. */
export function fractionOf(value: number): Rational {
  let [n, d] = [value, 1n];
  while (!Number.isInteger(n)) {
    n *= 2;
    d *= 2n;
  }
  return { n: BigInt(n), d };
}
