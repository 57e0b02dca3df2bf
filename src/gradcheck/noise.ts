/**
 * The noise of f: how far its values jump about at points that are so close together that a
 * smooth function would be a polynomial. Estimated from differences of high order at equal steps
 * (Moré and Wild, Estimating computational noise, SIAM J. Sci. Comput. 33, 2011).
 *
 * Assumed: the noise is as large within reach of the steps as it is here; what f rounds away shows
 * in its differences, or is at most the rounding of a number of size 1. A loss that is 0 because
 * log(1 + 1e-20) was rounded has noise that its values do not show. A function that is constant
 * in larger steps, such as (1e16 + x) - 1e16, breaks the assumption, and no black-box check can
 * tell.
 */
import type { BlackBox, Vector } from './black-box.js';
import { gaussianDirection } from './random.js';

/** Steps of one table of differences. */
const STEPS = 8;
/** Orders of difference that are looked at; those below still hold the slope of f. */
const ORDERS = [3, 4, 5, 6];
/** Directions in which the noise is looked for. */
const DIRECTIONS = 2;

/**
 * The size of the error of one value of f near x; at least the rounding of the value itself, and
 * of the number 1. `here` is f(x).
 */
export function noiseOf(f: BlackBox, x: Vector, here: number, seed: number): number {
  let noise = f.unit * Math.max(1, Math.abs(here));
  for (let k = 0; k < DIRECTIONS; k++)
    noise = Math.max(noise, noiseAlong(f, x, gaussianDirection(x.length, seed - 1 - k)));
  const again = f.along(x, 0);
  return Number.isNaN(again) ? noise : Math.max(noise, Math.abs(again - here));
}

function noiseAlong(f: BlackBox, x: Vector, direction: Float64Array): number {
  // Each entry moves by a whole number of its own units, so that no point is rounded.
  const steps = direction.map((v, i) => wholeStep(v, x[i] as number, f.unit));
  let differences: number[] = [];
  for (let k = 0; k <= STEPS; k++) {
    const value = f.along(steps, k - STEPS / 2);
    if (Number.isNaN(value)) return 0;
    differences.push(value);
  }
  let noise = 0;
  for (let order = 1; order <= STEPS - 2; order++) {
    differences = differences.slice(1).map((value, k) => value - (differences[k] as number));
    if (!ORDERS.includes(order)) continue;
    const square = differences.reduce((sum, d) => sum + d * d, 0) / differences.length;
    noise = Math.max(noise, Math.sqrt(square / centralBinomial(order)));
  }
  return noise;
}

/** About 64 units of rounding of x, times v in [-1, 1]. */
function wholeStep(v: number, x: number, unit: number): number {
  const spacing = 2 ** Math.floor(Math.log2(Math.max(Math.abs(x), 2 ** -20))) * unit * 4;
  return Math.round(16 * v) * spacing;
}

/** (2k)!/(k!)²: what a k-th difference does to the variance of independent errors. */
function centralBinomial(k: number): number {
  let result = 1;
  for (let i = 1; i <= k; i++) result = (result * (k + i)) / i;
  return result;
}
