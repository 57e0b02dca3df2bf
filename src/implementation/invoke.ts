/** Calls a function that is tested, and says what came of it. It runs the function, at its user's wish. */
import type { Returned } from './call.js';
import { changeOf } from './returned.js';
import type { Arguments } from './trial.js';

export type Answer =
  | { readonly kind: 'value'; readonly value: unknown }
  | (Returned & { readonly kind: 'threw' | 'changed' });

/** What a function gives back for these arguments; or that it threw, or changed them. */
export async function invoke(fn: unknown, given: Arguments): Promise<Answer> {
  const before = structuredClone(given);
  try {
    const { data, shapes } = given;
    const value: unknown = await (fn as (data: unknown, more: unknown) => unknown)(data, {
      shapes,
    });
    const change = changeOf(before, given);
    return change === undefined
      ? { kind: 'value', value }
      : { kind: 'changed', reason: `changed its argument: ${change}` };
  } catch (problem) {
    return { kind: 'threw', reason: `threw ${reasonOf(problem)}` };
  }
}

export const reasonOf = (problem: unknown): string =>
  problem instanceof Error ? `${problem.name}: ${problem.message}` : String(problem);
