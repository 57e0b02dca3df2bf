/**
 * Difference quotients along a line, with a derived bound.
 *
 * With D(h) = (f(x+h) - f(x-h))/2h, Richardson's (4D(h/2) - D(h))/3 =
 * (8(f(x+h/2) - f(x-h/2)) - (f(x+h) - f(x-h)))/6h is taken. By Taylor's theorem for both
 * differences it is f'(x) + (h⁴/360)(f⁽⁵⁾(ξ)/4 - f⁽⁵⁾(η)), so that with |f⁽⁵⁾| <= 120·c on
 * [x-h, x+h] it is off by at most (5/12)·c·h⁴. c is the size of the fifth coefficient of the
 * series of f at an argument whose bound is h wide: an enclosure over the whole interval.
 * Rounding is counted by the bounds of the values.
 */
import type { Memory } from './memory.js';

/** The coefficient of a series that bounds what a difference leaves out. */
export const LAST_COEFFICIENT = 5;
/** The largest step; a smaller one is taken at arguments near 0, where a domain may end. */
const LARGEST_STEP = 2 ** -20;

/** Where the function is evaluated: its value lies in the register `at`, as a number of `level`. */
export interface Line {
  readonly at: number;
  readonly level: number;
  /** Evaluates it at the point moved by t; false when nothing is known of its value there. */
  evaluateAt(t: number): boolean;
  /** Evaluates its series of order LAST_COEFFICIENT over [-h, h]; false when nothing is known. */
  encloseOver(h: number): boolean;
}

/**
 * Writes the quotient into the registers of `out`, which are of the level `tag` of the perturbation,
 * without the bound of what it leaves out: `widen` adds that. The series over the step stands in the
 * registers of the line afterwards. False when nothing is known.
 */
export function differenceQuotient(
  { series }: Memory,
  out: number,
  tag: number,
  line: Line,
  h: number,
): boolean {
  const sum = series.take(tag);
  const part = series.take(tag);
  const factor = series.take(0);
  series.set(sum, tag, 0);
  let isFine = true;
  for (const [shift, weight] of [
    [h / 2, 8],
    [-h / 2, -8],
    [h, -1],
    [-h, 1],
  ] as const) {
    isFine &&= line.evaluateAt(shift);
    if (!isFine) break;
    series.set(factor, 0, weight);
    series.mul(part, line.at, Math.min(line.level, tag), factor, 0);
    series.add(sum, sum, tag, part, Math.min(line.level, tag));
  }
  if (isFine) {
    series.set(factor, 0, 6 * h);
    series.div(out, sum, tag, factor, 0);
    isFine = line.encloseOver(h);
  }
  series.release(sum);
  return isFine;
}

/** The power of 2 by which the steps at an argument are smaller than the largest. */
export const scaleAt = (x: number): number =>
  x === 0 ? 1 : 2 ** Math.max(-200, Math.min(0, Math.floor(Math.log2(Math.abs(x)))));

/** A power of 2 of at most 2^-20, and at most 2^-20·|x| for a small x other than 0. */
export const stepAt = (x: number): number => LARGEST_STEP * scaleAt(x);

/** Adds (5/12)·h⁴ times the size of each coefficient at `fifth` to the bounds of `count` registers. */
export function widen({ bank }: Memory, out: number, count: number, fifth: number, h: number) {
  for (let k = 0; k < count; k++) {
    const size = Math.abs(bank.hi[fifth + k]!) * (1 + 2 ** -50) + bank.error[fifth + k]!;
    const cut = (5 / 12) * (1 + 2 ** -50) * size * h ** 4;
    bank.put(out + k, bank.hi[out + k]!, bank.lo[out + k]!, bank.error[out + k]! + cut);
  }
}
