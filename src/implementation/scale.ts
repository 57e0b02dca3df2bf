/**
 * The size of the terms that a formula adds up: the formula with every term of its outer sums
 * replaced by its absolute value. No implementation can add numbers of mixed signs more
 * accurately than to a part of this, however accurate each of them is. A difference that is
 * written, such as p - y, is one term: its digits can be kept.
 */
import type { Context } from '../kernel/context.js';
import { instantiate } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';

export function scaleOf(context: Context, term: Term): Term {
  const { arena } = context;
  const of = (part: Term): Term => scaleOf(context, part);
  switch (term.op) {
    case 'array':
    case 'sum':
      return arena.make(
        term.op,
        [arg(term, 0), arg(term, 1), of(arg(term, 2))],
        term.name,
        term.letter,
      );
    case 'guard':
      return arena.make('guard', [arg(term, 0), of(arg(term, 1))]);
    case 'neg':
      return of(arg(term, 0));
    case 'mul':
      return arena.make('mul', [of(arg(term, 0)), of(arg(term, 1))]);
    case 'div':
      return arena.make('div', [of(arg(term, 0)), arena.make('abs', [arg(term, 1)])]);
    case 'app': {
      const body = context.definitions.get(term.name)?.body;
      const isClosed = term.args.every(({ loose }) => loose === 0);
      if (body && isClosed) return of(instantiate(arena, body, term.args));
      break;
    }
    default:
  }
  return arena.make('abs', [term]);
}
