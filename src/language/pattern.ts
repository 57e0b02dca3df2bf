/** The sides and conditions of rules, written in the grammar of expressions. */
import { emptyContext } from '../kernel/context.js';
import type { Arena, Term } from '../term/term.js';
import { parseExpression } from './expression.js';

/**
 * The term of a pattern. `vars` gives each metavariable the number of bound indices that it takes:
 * `F(k)` or `F[k]` where it takes one, `u` where it takes none. A metavariable without bound
 * indices may be subscripted (`A[i,k]`). Throws LanguageError.
 */
export const parsePattern = (arena: Arena, text: string, vars: ReadonlyMap<string, number>): Term =>
  parseExpression(emptyContext(arena), text, { metas: vars });
