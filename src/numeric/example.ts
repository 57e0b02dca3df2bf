/** One model to look at: both sides of a claim, with numbers. */
import type { Context } from '../kernel/context.js';
import type { Term } from '../term/term.js';
import { approximate, type Counterexample, valuesOf } from './counterexample.js';
import { Judge } from './judge.js';
import { Exhausted } from './machine.js';
import type { NumericOptions } from './outcome.js';
import { Sampler } from './sample.js';

/** Models to choose from. */
const MODELS = 12;

/**
 * The values of both sides on a model of the context: the first on which neither is 0, if there is
 * one among the first dozen. Undefined when no model is found or the evaluation is too much work.
 */
export function exampleOf(
  context: Context,
  left: Term,
  right: Term,
  options: Omit<NumericOptions, 'runs'>,
): Counterexample | undefined {
  const terms = [left, right];
  const judge = new Judge(context, terms, options.deadline);
  let first: Counterexample | undefined;
  try {
    for (const model of new Sampler(context, terms, { ...options, runs: MODELS }).models()) {
      const [a, b] = judge.tryRead(model, 0)?.values.map(approximate) ?? [];
      if (typeof a !== 'number' || typeof b !== 'number') continue;
      const example = { ...valuesOf(context, model), left: a, right: b };
      if (a !== 0 && b !== 0) return example;
      first ??= example;
    }
  } catch (problem) {
    if (!(problem instanceof Exhausted)) throw problem;
  }
  return first;
}
