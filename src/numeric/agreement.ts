/** A quick look at many equations at once: which of them no model refutes. */
import type { Context } from '../kernel/context.js';
import type { Term } from '../term/term.js';
import { Judge } from './judge.js';
import { Exhausted } from './machine.js';
import type { NumericOptions } from './outcome.js';
import { Sampler } from './sample.js';

export type Equation = readonly [left: Term, right: Term];

/**
 * The numbers of the equations that hold, as far as a cheap look can tell, on all sampled models;
 * none when there is no model, or when the evaluation takes too long.
 */
export function agreeing(
  context: Context,
  equations: readonly Equation[],
  options: NumericOptions,
): number[] {
  try {
    return survivors(context, equations, options);
  } catch (problem) {
    if (problem instanceof Exhausted || problem instanceof RangeError) return [];
    throw problem;
  }
}

function survivors(
  context: Context,
  equations: readonly Equation[],
  options: NumericOptions,
): number[] {
  let alive = [...equations.keys()];
  let sides = sidesOf(equations, alive);
  let judge = new Judge(context, sides.terms, options.deadline);
  const sampler = new Sampler(context, sides.terms, options);
  let models = 0;
  for (const model of sampler.models()) {
    models += 1;
    const fails = judge.failing(model, sides.pairs);
    const left = alive.filter((_, k) => !fails[k]);
    if (left.length === 0) return [];
    if (left.length === alive.length) continue;
    alive = left;
    sides = sidesOf(equations, alive);
    judge = new Judge(context, sides.terms, options.deadline);
  }
  return models > 0 ? alive : [];
}

/** Each term once, and the equations by the numbers of their terms. */
function sidesOf(
  equations: readonly Equation[],
  alive: readonly number[],
): { readonly terms: readonly Term[]; readonly pairs: readonly (readonly [number, number])[] } {
  const numbers = new Map<Term, number>();
  const numberOf = (term: Term): number => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    numbers.set(term, numbers.size);
    return numbers.size - 1;
  };
  const pairs = alive.map((k) => {
    const [left, right] = equations[k] as Equation;
    return [numberOf(left), numberOf(right)] as const;
  });
  return { terms: [...numbers.keys()], pairs };
}
