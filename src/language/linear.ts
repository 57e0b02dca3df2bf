/** Whole-number terms as linear forms: enough to compare the lengths of two ranges. */
import type { Axis } from '../kernel/context.js';
import { add, isZero, multiply, negate, ONE, type Rational, ZERO } from '../term/rational.js';
import { type Arena, arg, type Term } from '../term/term.js';

/** Adds coefficient * term to a form: coefficients of atoms by id, the constant under -1. */
function addTo(form: Map<number, Rational>, root: Term, factor: Rational): void {
  const stack: [Term, Rational][] = [[root, factor]];
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const [term, coefficient] = entry;
    const [a, b] = term.args;
    if (term.value) bump(form, -1, multiply(coefficient, term.value));
    else if (term.op === 'neg' && a) stack.push([a, negate(coefficient)]);
    else if (term.op === 'add' && a && b) stack.push([a, coefficient], [b, coefficient]);
    else if (term.op === 'sub' && a && b) stack.push([a, coefficient], [b, negate(coefficient)]);
    else if (term.op === 'mul' && a?.value && b) stack.push([b, multiply(coefficient, a.value)]);
    else if (term.op === 'mul' && b?.value && a) stack.push([a, multiply(coefficient, b.value)]);
    else bump(form, term.id, coefficient);
  }
}

function bump(form: Map<number, Rational>, atom: number, by: Rational): void {
  const sum = add(form.get(atom) ?? ZERO, by);
  if (isZero(sum)) form.delete(atom);
  else form.set(atom, sum);
}

const MINUS_ONE = negate(ONE);

/** True when two ranges are the same up to a shift. */
export function haveSameLength(a: Axis, b: Axis): boolean {
  if (a.lo === b.lo && a.hi === b.hi) return true;
  const form = new Map<number, Rational>();
  addTo(form, a.hi, ONE);
  addTo(form, a.lo, MINUS_ONE);
  addTo(form, b.hi, MINUS_ONE);
  addTo(form, b.lo, ONE);
  return form.size === 0;
}

/** The index of `to` that stands where `index` stands in `from`, the ranges being of one length. */
export function shifted(arena: Arena, index: Term, from: Axis, to: Axis): Term {
  if (from.lo === to.lo) return index;
  const form = new Map<number, Rational>();
  addTo(form, to.lo, ONE);
  addTo(form, from.lo, MINUS_ONE);
  const constant = form.get(-1) ?? ZERO;
  if (form.size > (isZero(constant) ? 0 : 1))
    return arena.make('add', [index, arena.make('sub', [to.lo, from.lo])]);
  if (isZero(constant)) return index;
  if (constant.n < 0n) return arena.make('sub', [index, arena.num(negate(constant))]);
  return arena.make('add', [index, arena.num(constant)]);
}

export const axisOfArray = (array: Term): Axis => ({ lo: arg(array, 0), hi: arg(array, 1) });
