/** Constants of the double-double functions, rounded from integers scaled by 2^BITS. */
import { scaledLogTwo } from '../ball-constants.js';

const BITS = 220;
const ONE = 1n << BigInt(BITS);

export interface Pair {
  readonly hi: number;
  readonly lo: number;
}

/** m·2^-BITS to within u²; both halves are rounded to nearest. */
function pairOf(m: bigint): Pair {
  const hi = Number(m);
  const lo = Number(m - BigInt(hi));
  return { hi: hi * 2 ** -BITS, lo: lo * 2 ** -BITS };
}

/** The first 42 binary digits of m·2^-BITS after the point, from place `at` on. */
const digits = (m: bigint, at: number): number => {
  const shift = BigInt(BITS - at - 42);
  return Number((m >> shift) & ((1n << 42n) - 1n)) * 2 ** -(at + 42);
};

const logTwo = scaledLogTwo(BITS);

export const LOG_TWO: Pair = pairOf(logTwo);
/**
 * log 2 in two pieces of 42 digits, whose products with whole numbers below 2^11 are exact, and
 * the rest, rounded.
 */
export const LOG_TWO_PIECES = [
  digits(logTwo, 0),
  digits(logTwo, 42),
  pairOf(logTwo & ((1n << BigInt(BITS - 84)) - 1n)).hi,
] as const;

/** 1/n! for n = 0, 1, … 12 */
export const INVERSE_FACTORIALS: readonly Pair[] = Array.from({ length: 13 }, (_, n) => {
  let factorial = 1n;
  for (let k = 2; k <= n; k++) factorial *= BigInt(k);
  return pairOf(ONE / factorial);
});

/** The table of exp holds e^(j/STEPS) for |j| <= REACH. */
export const STEPS = 64;
export const REACH = 24;

/** e^(j/STEPS) - 1 scaled by 2^BITS, right to a few dozen units: its series in whole numbers. */
function expm1Scaled(j: number): bigint {
  let term = ONE;
  let total = 0n;
  for (let k = 1n; term !== 0n && term !== -1n; k++) {
    term = (term * BigInt(j)) / (BigInt(STEPS) * k);
    total += term;
  }
  return total;
}

const table = Array.from({ length: 2 * REACH + 1 }, (_, i) => expm1Scaled(i - REACH));

/** e^(j/STEPS) and e^(j/STEPS) - 1 at index j + REACH, each to within u² of itself. */
export const EXP_TABLE: readonly Pair[] = table.map((m) => pairOf(m + ONE));
export const EXPM1_TABLE: readonly Pair[] = table.map(pairOf);
