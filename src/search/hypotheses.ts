/** The context's hypotheses as patterns: the quantified indices become metavariables. */
import type { Context } from '../kernel/context.js';
import { instantiate } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';

export interface HypothesisPattern {
  readonly name: string;
  /** The statement without its quantifiers. */
  readonly pattern: Term;
  /** One metavariable for each quantifier, outermost first. */
  readonly letters: readonly string[];
  /** `in` patterns that the instantiated indices must satisfy. */
  readonly ranges: readonly Term[];
}

const tables = new WeakMap<Context['hypotheses'], Map<string, HypothesisPattern[]>>();

/** The hypotheses whose statement has this operator. */
export function hypothesesFor(context: Context, op: string): readonly HypothesisPattern[] {
  let table = tables.get(context.hypotheses);
  if (!table) {
    table = new Map();
    for (const { name, proposition } of context.hypotheses.values()) {
      const pattern = asPattern(context, name, proposition);
      const key = pattern.pattern.op;
      table.set(key, [...(table.get(key) ?? []), pattern]);
    }
    tables.set(context.hypotheses, table);
  }
  return table.get(op) ?? [];
}

function asPattern(context: Context, name: string, proposition: Term): HypothesisPattern {
  const { arena } = context;
  const letters: string[] = [];
  const ranges: Term[] = [];
  let pattern = proposition;
  while (pattern.op === 'forall') {
    const letter = `h${letters.length}`;
    const index = arena.make('meta', [], letter);
    letters.push(letter);
    ranges.push(arena.make('in', [index, arg(pattern, 0), arg(pattern, 1)]));
    pattern = instantiate(arena, arg(pattern, 2), [index]);
  }
  return { name, pattern, letters, ranges };
}
