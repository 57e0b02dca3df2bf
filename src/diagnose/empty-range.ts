/** What sums and products over nothing are, in words. */
import type { Context } from '../kernel/context.js';
import type { Operator } from '../term/operator.js';
import { mentionsName, subterms } from '../term/substitution.js';
import type { Term } from '../term/term.js';

/** `: the empty product is 1`, for the sums and products whose range ends with the size. */
export function emptySides(context: Context, size: string, sides: readonly Term[]): string {
  const empty = withDefinitions(context, sides).filter(
    ({ op, args: [, hi] }) => EMPTY[op] && hi && mentionsName(hi, size),
  );
  const values = [...new Set(empty.map(({ op }) => EMPTY[op]))];
  return values.length === 0 ? ': is that assumption missing?' : `: ${values.join(' and ')}`;
}

/** The subterms of the sides, and of the definitions that they use. */
function withDefinitions({ definitions }: Context, sides: readonly Term[]): Term[] {
  const found = new Set(sides.flatMap(subterms));
  for (const { op, name } of found) {
    const body = op === 'app' ? definitions.get(name)?.body : undefined;
    for (const term of body ? subterms(body) : []) found.add(term);
  }
  return [...found];
}

const EMPTY: Partial<Record<Operator, string>> = {
  sum: 'the empty sum is 0',
  prod: 'the empty product is 1',
};
