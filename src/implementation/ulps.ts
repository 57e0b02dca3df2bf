/** How far a returned number is from the exact value, in units in the last place of that value. */
import { absolute, type Ball, bitLength, centreOf } from '../numeric/ball.js';
import { type ElementType, FORMATS, fractionOf } from './element.js';

/** 2^k with k the exponent of the last place of the value; that of the subnormals at least. */
const lastPlace = (value: Ball, element: ElementType): number => {
  const { bits, least } = FORMATS[element];
  const top = value.m === 0n ? Number.NEGATIVE_INFINITY : value.e + bitLength(value.m) - 1;
  return Math.max(top, least) - (bits - 1);
};

/** The value of one ulp. */
export const ulpOf = (value: Ball, element: ElementType): number => 2 ** lastPlace(value, element);

/** |returned - value| in ulps of the value; infinite when `returned` is no finite number. */
export function errorInUlps(returned: number, value: Ball, element: ElementType): number {
  if (!Number.isFinite(returned)) return Number.POSITIVE_INFINITY;
  const { n, d } = fractionOf(returned);
  const at = lastPlace(value, element);
  // Both in units of 2^unit, which is 40 places below the last one: what is smaller is dropped.
  const unit = at - 40;
  const a = shifted(n, -unit - (bitLength(d) - 1));
  const b = shifted(value.m, value.e - unit);
  return toNumber(absolute(a - b)) * 2 ** -40;
}

const shifted = (m: bigint, k: number): bigint => {
  if (k >= 0) return m << BigInt(k);
  return -k > bitLength(m) + 1 ? 0n : m >> BigInt(-k);
};

const toNumber = (m: bigint): number => centreOf({ kind: 'ball', m, e: 0, r: 0n });

/** The exact value, rounded to a double for people. */
export const nearest = (value: Ball): number => centreOf(value);
