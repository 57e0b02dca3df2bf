/** Whether a context has a model: of none, nothing is proved. */
import type { Context } from '../kernel/context.js';
import type { Term } from '../term/term.js';
import { Exhausted } from './machine.js';
import type { NumericOptions } from './outcome.js';
import { Sampler } from './sample.js';

/** True when the context, as far as the terms are about it, has a model that sampling finds. */
export function hasModel(
  context: Context,
  terms: readonly Term[],
  options: NumericOptions,
): boolean {
  try {
    return !new Sampler(context, terms, options).models().next().done;
  } catch (problem) {
    if (problem instanceof Exhausted) return false;
    throw problem;
  }
}
