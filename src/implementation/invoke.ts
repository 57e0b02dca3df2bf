/** Calls a function that is tested, and says what came of it. */
import type { Returned } from './call.js';
import { changeOf } from './returned.js';

export type Answer =
  | { readonly kind: 'value'; readonly value: unknown }
  | (Returned & { readonly kind: 'threw' | 'changed' });

/** What a function gives back for these arguments; or that it threw, or changed them. */
export async function invoke(fn: unknown, data: object, shapes: object): Promise<Answer> {
  const before = structuredClone(data);
  let value: unknown;
  try {
    value = await (fn as (data: object, lengths: object) => unknown)(data, { shapes });
  } catch (problem) {
    return { kind: 'threw', reason: `threw ${reasonOf(problem)}` };
  }
  const change = changeOf(before, data);
  return change === undefined
    ? { kind: 'value', value }
    : { kind: 'changed', reason: `changed its argument: ${change}` };
}

export const reasonOf = (problem: unknown): string =>
  problem instanceof Error ? `${problem.name}: ${problem.message}` : String(problem);
