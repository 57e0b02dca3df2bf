/** Coordinate search for a model that breaks an inequality which random models respect. */
import { add, type Rational, rational, subtract } from '../term/rational.js';
import { bitLength } from './ball.js';
import { contains } from './domain.js';
import type { Model } from './model.js';
import type { Sampler } from './sample.js';

/** Evaluations of one search; an integral costs thousands of evaluations by itself. */
export const EVALUATIONS = { plain: 240, integral: 40 } as const;
const FIRST_STEP = rational(1, 2);
const LAST_STEP = 2n ** 12n;
/** Coordinates moved in one round, and digits a coordinate may collect. */
const MAX_MOVED = 16;
const MAX_BITS = 40;

/**
 * Moves one coordinate at a time to where `gapOf` is smaller, with ever smaller steps. Returns
 * the first model with a negative gap, if it meets one.
 */
export function descend(
  sampler: Sampler,
  start: Model,
  gapOf: (model: Model) => number | undefined,
  limit: number,
): Model | undefined {
  let current = start;
  let gap = gapOf(start) ?? Number.POSITIVE_INFINITY;
  let step = FIRST_STEP;
  for (let evaluations = 0; step.d <= LAST_STEP; ) {
    let improved = false;
    for (const [key, value] of movesOf(current, step)) {
      if (evaluations++ > limit) return undefined;
      const next = sampler.changed(current, new Map([[key, value]]));
      const nextGap = next && gapOf(next);
      if (!next || nextGap === undefined || nextGap >= gap) continue;
      current = next;
      gap = nextGap;
      improved = true;
      if (gap < 0) return current;
      break;
    }
    if (!improved) step = rational(step.n, step.d * 4n);
  }
  return undefined;
}

/** Each movable coordinate a step up and a step down. */
function* movesOf(model: Model, step: Rational): Generator<[string, Rational]> {
  let moved = 0;
  for (const [key, { value, domain }] of model.coordinates) {
    if (domain.whole || bitLength(value.d) > MAX_BITS) continue;
    if (++moved > MAX_MOVED) return;
    for (const next of [add(value, step), subtract(value, step)])
      if (contains(domain, next)) yield [key, next];
  }
}
