/** Makes exercises on a checked claim. */
import type { CheckedClaim } from '../document/check-claim.js';
import { type Chain, chainOf } from './chain.js';
import { drawFor } from './draw.js';
import type { Exercise, Kind } from './exercise.js';
import { fillExercise } from './fill.js';
import { nameExercise } from './name-rule.js';
import { findExercise } from './wrong-step.js';

const MAKERS = { fill: fillExercise, find: findExercise, name: nameExercise } as const;

/**
 * The exercise of this kind on a claim, by the seed; undefined where the claim is not proved, or
 * its derivation has no line to ask for.
 */
export function makeExercise(
  checked: CheckedClaim,
  kind: Kind,
  seed: number,
): Exercise | undefined {
  const chain: Chain | undefined = chainOf(checked);
  return chain && MAKERS[kind](chain, seed, drawFor(seed, kind, chain.name));
}
