/** Conditions in core form: brackets as deltas, conditions of binders, arrays of conditions. */
import type { Operator } from '../term/operator.js';
import { type Arena, arg, type Term } from '../term/term.js';
import type { Shapes } from './shapes.js';

/**
 * The Iverson bracket of a condition in core form: [i == j] of whole numbers is a delta. [i != j]
 * stays a bracket: as 1 - delta it would no longer annihilate what stands beside it.
 */
export function bracket({ arena, sorts }: Shapes, condition: Term): Term {
  const isDelta = condition.op === 'eq' && condition.args.every((side) => sorts.isInteger(side));
  return isDelta ? arena.make('delta', condition.args) : arena.make('iverson', [condition]);
}

/**
 * The body of a binder under a condition: a factor in a sum, a choice in a product, a premise;
 * max and min, which have no neutral value, keep the condition.
 */
export function guarded(shapes: Shapes, op: Operator, condition: Term, value: Term): Term {
  const { arena } = shapes;
  switch (op) {
    case 'max':
    case 'min':
      return arena.make('guard', [condition, value]);
    case 'prod':
      return arena.make('if', [condition, value, arena.num(1)]);
    case 'forall':
      return arena.make('implies', [condition, value]);
    default:
      return arena.make('mul', [bracket(shapes, condition), value]);
  }
}

/** A comprehension of conditions is the condition for all indices. */
export function everywhere(arena: Arena, term: Term): Term {
  if (term.op !== 'array') return term;
  const body = everywhere(arena, arg(term, 2));
  return arena.make('forall', [arg(term, 0), arg(term, 1), body], '', term.letter);
}
