/** Steps for the operators: arithmetic, entries of arrays, choices, brackets and propositions. */
import type { Operator } from '../../term/operator.js';
import { piBall } from '../ball-functions.js';
import { fromBall } from '../double-double/double-double.js';
import type { Apply } from '../program.js';
import type { Compiler } from './compile.js';
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

export function applyStep(compiler: Compiler, instruction: Apply): Step {
  const { op, args, slot } = instruction;
  if (op in UNARY) return unary(compiler, op, args[0] as number, slot);
  if (op in BINARY) return binary(compiler, op, args as [number, number], slot);
  switch (op) {
    case 'pi': {
      const { hi, lo, error } = fromBall(piBall(160));
      const { at } = compiler.number(slot, 0);
      return () => compiler.memory.bank.put(at, hi, lo, error);
    }
    case 'at':
      return entry(compiler, args as [number, number], slot);
    case 'if':
    case 'guard':
      return choose(compiler, args, slot);
    case 'delta':
    case 'iverson':
      return bracket(compiler, op, args, slot);
    default:
      return proposition(compiler, op, args, slot);
  }
}

function unary(compiler: Compiler, op: Operator, argument: number, slot: number): Step {
  const { memory, strong } = compiler;
  const { series } = memory;
  const a = compiler.numberAt(argument);
  const out = compiler.number(slot, a.level);
  const stable = op === 'log' ? logarithmOfSum(compiler, argument, a, out) : undefined;
  if (stable) return stable;
  const operate = UNARY[op]!;
  if (op !== 'neg') return () => operate(series, out.at, a.at, a.level);
  return () => {
    operate(series, out.at, a.at, a.level);
    strong[slot] = strong[argument]!;
  };
}

function binary(
  compiler: Compiler,
  op: Operator,
  [left, right]: [number, number],
  slot: number,
): Step {
  const { memory, strong } = compiler;
  const { series, bank } = memory;
  const a = compiler.numberAt(left);
  const b = compiler.numberAt(right);
  const level = Math.max(a.level, b.level);
  const out = compiler.number(slot, level);
  if (op === 'sub' && left === right)
    return () => {
      if (bank.error[a.at]! < Number.POSITIVE_INFINITY) series.set(out.at, level, 0);
      else series.forget(out.at, level);
    };
  const stable = op === 'sub' ? nearOne(compiler, left, right, out) : undefined;
  if (stable) return stable;
  const operate = BINARY[op]!;
  if (op !== 'mul') return () => operate(series, out.at, a.at, a.level, b.at, b.level);
  return () => {
    strong[slot] = strong[left]! | strong[right]!;
    if (strong[slot]) series.set(out.at, level, 0);
    else series.mul(out.at, a.at, a.level, b.at, b.level);
  };
}

function entry(compiler: Compiler, [array, index]: [number, number], slot: number): Step {
  const { memory } = compiler;
  const { series } = memory;
  const from = compiler.slot(array);
  const { at: place } = compiler.numberAt(index);
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
    const out = compiler.number(slot, level);
    return () => {
      const found = find();
      if (found === undefined) series.forget(out.at, level);
      else series.copy(out.at, found, level, level);
    };
  }
  const part = compiler.array(slot, from.rank - 1, level).view;
  return () => {
    const found = find();
    part.shape = found === undefined ? undefined : view.shape;
    part.start = found ?? 0;
    part.fixed = view.fixed + 1;
  };
}

/** `if` and `guard`: a choice by a condition; a guard whose condition fails is skipped. */
function choose(compiler: Compiler, args: readonly number[], slot: number): Step {
  const { memory, strong, skipped } = compiler;
  const { bank, series } = memory;
  const p = compiler.truthAt(args[0] as number);
  const numbers = args.slice(1).map((at) => compiler.numberAt(at));
  const level = Math.max(...numbers.map((x) => x.level));
  const out = compiler.number(slot, level);
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
  compiler: Compiler,
  op: 'delta' | 'iverson',
  args: readonly number[],
  slot: number,
): Step {
  const { memory, strong } = compiler;
  const out = compiler.number(slot, 0);
  const { bank } = memory;
  const test =
    op === 'delta'
      ? equality(compiler, out.at, args as [number, number])
      : () => bank.copy(out.at, compiler.truthAt(args[0] as number));
  if (op === 'iverson') compiler.truthAt(args[0] as number);
  return () => {
    test();
    strong[slot] = bank.error[out.at] === 0 && bank.hi[out.at] === 0 ? 1 : 0;
  };
}

function equality(compiler: Compiler, out: number, [a, b]: [number, number]): Step {
  return comparison(
    compiler.memory,
    out,
    compiler.numberAt(a),
    compiler.numberAt(b),
    (sign) => sign === 0,
  );
}

function proposition(
  compiler: Compiler,
  op: Operator,
  args: readonly number[],
  slot: number,
): Step {
  const { memory } = compiler;
  const [first, second] = args as [number, number];
  const compare = (holds: (sign: number) => boolean): Step =>
    comparison(
      memory,
      compiler.truth(slot),
      compiler.numberAt(first),
      compiler.numberAt(second),
      holds,
    );
  switch (op) {
    case 'true':
    case 'false': {
      const out = compiler.truth(slot);
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
      return conjunction(
        memory,
        compiler.truth(slot),
        compiler.truthAt(first),
        compiler.truthAt(second),
      );
    case 'or':
      return disjunction(
        memory,
        compiler.truth(slot),
        compiler.truthAt(first),
        compiler.truthAt(second),
      );
    case 'not':
      return negation(memory, compiler.truth(slot), compiler.truthAt(first));
    case 'in': {
      const [i, lo, hi] = args.map((at) => compiler.numberAt(at)) as [Num, Num, Num];
      return membership(memory, compiler.truth(slot), i, lo, hi);
    }
    case 'integer':
      return wholeness(memory, compiler.truth(slot), compiler.numberAt(first));
    case 'defined':
      return definedness(memory, compiler.truth(slot), compiler.numberAt(first).at);
    default:
      throw new Unsupported();
  }
}
