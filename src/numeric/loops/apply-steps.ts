/** Steps for the operators: arithmetic, entries of arrays, choices, brackets and propositions. */
import type { Operator } from '../../term/operator.js';
import { piBall } from '../ball-functions.js';
import { fromBall } from '../double-double/double-double.js';
import type { Apply } from '../program.js';
import type { Frame } from './frame.js';
import { Unsupported } from './memory.js';
import { BINARY, UNARY } from './scalar.js';
import type { Num, Step } from './slot.js';
import { logarithmOfSum, nearOne } from './stable-steps.js';
import {
  comparison,
  conjunction,
  definedness,
  disjunction,
  membership,
  negation,
  wholeness,
} from './truth-steps.js';

export function applyStep(frame: Frame, instruction: Apply): Step {
  const { op, args, slot } = instruction;
  if (op in UNARY) return unary(frame, op, args[0] as number, slot);
  if (op in BINARY) return binary(frame, op, args as [number, number], slot);
  switch (op) {
    case 'pi': {
      const { hi, lo, error } = fromBall(piBall(160));
      const { at } = frame.number(slot, 0);
      return () => frame.memory.bank.put(at, hi, lo, error);
    }
    case 'at':
      return entry(frame, args as [number, number], slot);
    case 'if':
    case 'guard':
      return choose(frame, args, slot);
    case 'delta':
    case 'iverson':
      return bracket(frame, op, args, slot);
    default:
      return proposition(frame, op, args, slot);
  }
}

function unary(frame: Frame, op: Operator, argument: number, slot: number): Step {
  const { memory, strong } = frame;
  const { series } = memory;
  const a = frame.numberAt(argument);
  const out = frame.number(slot, a.level);
  const stable = op === 'log' ? logarithmOfSum(frame, argument, a, out) : undefined;
  if (stable) return stable;
  const operate = UNARY[op]!;
  if (op !== 'neg') return () => operate(series, out.at, a.at, a.level);
  return () => {
    operate(series, out.at, a.at, a.level);
    strong[slot] = strong[argument]!;
  };
}

function binary(frame: Frame, op: Operator, [left, right]: [number, number], slot: number): Step {
  const { memory, strong } = frame;
  const { series, bank } = memory;
  const a = frame.numberAt(left);
  const b = frame.numberAt(right);
  const level = Math.max(a.level, b.level);
  const out = frame.number(slot, level);
  if (op === 'sub' && left === right)
    return () => {
      if (bank.error[a.at]! < Number.POSITIVE_INFINITY) series.set(out.at, level, 0);
      else series.forget(out.at, level);
    };
  const stable = op === 'sub' ? nearOne(frame, left, right, out) : undefined;
  if (stable) return stable;
  const operate = BINARY[op]!;
  if (op !== 'mul') return () => operate(series, out.at, a.at, a.level, b.at, b.level);
  return () => {
    strong[slot] = strong[left]! | strong[right]!;
    if (strong[slot]) series.set(out.at, level, 0);
    else series.mul(out.at, a.at, a.level, b.at, b.level);
  };
}

function entry(frame: Frame, [array, index]: [number, number], slot: number): Step {
  const { memory } = frame;
  const { series } = memory;
  const from = frame.slot(array);
  const { at: place } = frame.numberAt(index);
  if (from.type !== 'array') throw new Unsupported();
  const { view, level } = from;
  /** The first register of the entry, or nothing when the index is out of range or not known. */
  const find = (): number | undefined => {
    const { shape, fixed, start } = view;
    const i = memory.wholeAt(place);
    if (!shape || i === undefined) return undefined;
    const k = i - (shape.lo[fixed] as number);
    if (k < 0 || k >= (shape.size[fixed] as number)) return undefined;
    return start + k * (shape.stride[fixed] as number);
  };
  if (from.rank === 1) {
    const out = frame.number(slot, level);
    return () => {
      const found = find();
      if (found === undefined) series.forget(out.at, level);
      else series.copy(out.at, found, level, level);
    };
  }
  const part = frame.array(slot, from.rank - 1, level).view;
  return () => {
    const found = find();
    part.shape = found === undefined ? undefined : view.shape;
    part.start = found ?? 0;
    part.fixed = view.fixed + 1;
  };
}

/** `if` and `guard`: a choice by a condition; a guard whose condition fails is skipped. */
function choose(frame: Frame, args: readonly number[], slot: number): Step {
  const { memory, strong, skipped } = frame;
  const { bank, series } = memory;
  const p = frame.truthAt(args[0] as number);
  const numbers = args.slice(1).map((at) => frame.numberAt(at));
  const level = Math.max(...numbers.map((x) => x.level));
  const out = frame.number(slot, level);
  const [yes, no] = numbers as [Num, Num | undefined];
  return () => {
    strong[slot] = 0;
    const isKnown = bank.error[p] === 0;
    const holds = bank.hi[p] === 1;
    skipped[slot] = isKnown && !holds && !no ? 1 : 0;
    const chosen = holds ? yes : no;
    if (!isKnown || !chosen) return series.forget(out.at, level);
    strong[slot] = strong[args[holds ? 1 : 2] as number]!;
    series.copy(out.at, chosen.at, chosen.level, level);
  };
}

function bracket(
  frame: Frame,
  op: 'delta' | 'iverson',
  args: readonly number[],
  slot: number,
): Step {
  const { memory, strong } = frame;
  const out = frame.number(slot, 0);
  const { bank } = memory;
  const test =
    op === 'delta'
      ? equality(frame, out.at, args as [number, number])
      : () => bank.copy(out.at, frame.truthAt(args[0] as number));
  if (op === 'iverson') frame.truthAt(args[0] as number);
  return () => {
    test();
    strong[slot] = bank.error[out.at] === 0 && bank.hi[out.at] === 0 ? 1 : 0;
  };
}

function equality(frame: Frame, out: number, [a, b]: [number, number]): Step {
  return comparison(frame.memory, out, frame.numberAt(a), frame.numberAt(b), (sign) => sign === 0);
}

function proposition(frame: Frame, op: Operator, args: readonly number[], slot: number): Step {
  const { memory } = frame;
  const [first, second] = args as [number, number];
  const compare = (holds: (sign: number) => boolean): Step =>
    comparison(memory, frame.truth(slot), frame.numberAt(first), frame.numberAt(second), holds);
  switch (op) {
    case 'true':
    case 'false': {
      const out = frame.truth(slot);
      return () => memory.bank.put(out, op === 'true' ? 1 : 0, 0, 0);
    }
    case 'eq':
      return compare((sign) => sign === 0);
    case 'ne':
      return compare((sign) => sign !== 0);
    case 'lt':
      return compare((sign) => sign < 0);
    case 'le':
      return compare((sign) => sign <= 0);
    case 'and':
      return conjunction(memory, frame.truth(slot), frame.truthAt(first), frame.truthAt(second));
    case 'or':
      return disjunction(memory, frame.truth(slot), frame.truthAt(first), frame.truthAt(second));
    case 'not':
      return negation(memory, frame.truth(slot), frame.truthAt(first));
    case 'in': {
      const [i, lo, hi] = args.map((at) => frame.numberAt(at)) as [Num, Num, Num];
      return membership(memory, frame.truth(slot), i, lo, hi);
    }
    case 'integer':
      return wholeness(memory, frame.truth(slot), frame.numberAt(first));
    case 'defined':
      return definedness(memory, frame.truth(slot), frame.numberAt(first).at);
    default:
      throw new Unsupported();
  }
}
