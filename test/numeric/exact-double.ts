/** Doubles as exact balls, and whether a double-double keeps its promise. */
import { absolute, addBalls, type Ball, negateBall } from '../../src/numeric/ball.js';
import type { DoubleDouble } from '../../src/numeric/double-double/double-double.js';

/** Enough for the sum of any two doubles. */
export const BITS = 2400;

/** The double as an exact ball. */
export function exactly(x: number): Ball {
  if (x === 0) return { kind: 'ball', m: 0n, e: 0, r: 0n };
  const e = Math.max(-1074, Math.floor(Math.log2(Math.abs(x))) - 60);
  const half = Math.trunc(e / 2);
  return { kind: 'ball', m: BigInt(x / 2 ** half / 2 ** (e - half)), e, r: 0n };
}

/** True when the number differs from the value by no more than its error. */
export function holds({ hi, lo, error }: DoubleDouble, truth: Ball): boolean {
  if (error === Number.POSITIVE_INFINITY) return true;
  const centre = addBalls(exactly(hi), exactly(lo), BITS);
  const gap = addBalls(truth, negateBall(centre), BITS);
  const least = absolute(gap.m) - gap.r;
  if (least <= 0n) return true;
  const room = addBalls(exactly(error), { ...gap, m: -least, r: 0n }, BITS);
  return room.m + room.r >= 0n;
}
