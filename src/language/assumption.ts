/**
 * What an assumption with free index letters says. `assume sum(c, y[i,c]) == 1` is about data and
 * holds for every i; `assume i != j` is about the indices of the claims themselves, and a claim is
 * made for those values alone.
 */
import type { Context } from '../kernel/context.js';
import { close, mentionsName, subterms } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import { isIntegerKind } from './sorts.js';

/** The proposition, for all values of its index letters where it is about data. */
export function hypothesisOf(context: Context, proposition: Term): Term {
  if (!isAboutData(context, proposition)) return proposition;
  const { arena } = context;
  let result = proposition;
  for (const { name, kind, lower, upper } of [...context.declarations.values()].reverse()) {
    if (kind !== 'index' || !lower || !upper || !mentionsName(result, name)) continue;
    const body = close(arena, result, [arena.sym(name)]);
    result = arena.make('forall', [lower, upper, body], '', name);
  }
  return result;
}

/** True when a term mentions an array, a real number or a definition: more than indices and sizes. */
const isAboutData = (context: Context, proposition: Term): boolean =>
  subterms(proposition).some((node) => {
    if (node.op === 'app') return true;
    const declaration = node.op === 'sym' ? context.declarations.get(node.name) : undefined;
    if (!declaration) return false;
    return declaration.axes.length > 0 || !isIntegerKind(declaration.kind);
  });
