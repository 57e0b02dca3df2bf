/** Choices by a seed: the same on every machine. */
import { type Random, wordsOf } from '../numeric/source.js';

/** A stream of choices for an exercise of a claim. */
export const drawFor = (seed: number, kind: string, claim: string): Random =>
  wordsOf(seed, `${kind} ${claim}`);

/** The items in an order drawn by the stream. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const order = [...items];
  for (let k = order.length - 1; k > 0; k--) {
    const other = random(k + 1);
    [order[k], order[other]] = [order[other] as T, order[k] as T];
  }
  return order;
}
