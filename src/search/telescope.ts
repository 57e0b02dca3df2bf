/**
 * Sums with a closed form: where one side is a sum and the other a formula in its upper end, the
 * formula at k less the formula at k-1 must be the term at k.
 */
import type { Scope } from '../kernel/scope.js';
import { Derivation } from '../strategy/derivation.js';
import { close, instantiate } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import type { Form } from './form.js';

/** Moves from the sum to the formula, or undefined. */
export function telescope(
  form: Form,
  scope: Scope,
  sum: Term,
  formula: Term,
): Derivation | undefined {
  if (sum.op !== 'sum') return undefined;
  const { engine } = form;
  const [a, b] = sum.args as [Term, Term];
  const G = inUpperEnd(scope, b, formula);
  if (!G) return undefined;
  const d = new Derivation(scope, sum);
  if (!engine.rule(d, 'sum-telescope', { a, b, F: arg(sum, 2), G })) return undefined;
  form.normalize(d);
  const goal = form.of(scope, formula);
  if (!engine.algebra(d, goal.current)) return undefined;
  return d;
}

/** The formula as a function of the upper end: b is n or n plus a number, for a symbol n. */
function inUpperEnd(scope: Scope, b: Term, formula: Term): Term | undefined {
  const { arena } = scope;
  const isShifted = (b.op === 'add' || b.op === 'sub') && arg(b, 1).value !== undefined;
  const n = isShifted ? arg(b, 0) : b;
  if (n.op !== 'sym') return undefined;
  // n stands for k - (b - n).
  const k = arena.sym('%k');
  const shifted = b === n ? k : arena.make(b.op === 'add' ? 'sub' : 'add', [k, arg(b, 1)]);
  const body = close(arena, formula, [n]);
  if (body.loose === 0) return undefined;
  const at = instantiate(arena, body, [shifted]);
  return close(arena, at, [k]);
}
