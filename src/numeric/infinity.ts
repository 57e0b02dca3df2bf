/**
 * Where a logarithm of 0 may stand for -∞. Under the convention 0·log 0 = 0 texts compute with it as
 * with an infinite number, so that both sides of a true claim can be infinite in one model. An
 * undefined value then carries the sign of its infinity, through negation, sums with what is finite
 * or infinite in the same way, and products and quotients with factors whose sign is certain. Every
 * other operation drops it: the value is undefined and nothing more.
 */
import type { Operator } from '../term/operator.js';
import type { Instruction } from './program.js';
import { type Undefined, undefinedValue, type Value } from './value.js';

const CARRIERS: ReadonlySet<Operator> = new Set<Operator>([
  ...(['log', 'log2', 'log10', 'neg', 'add', 'sub', 'mul', 'div', 'if', 'guard', 'at'] as const),
]);

/** True of an instruction whose result may carry the sign that one of its operands carries. */
function carriesSign(instruction: Instruction): boolean {
  if (instruction.kind === 'apply') return CARRIERS.has(instruction.op);
  if (instruction.kind === 'loop') return instruction.op === 'sum' || instruction.op === 'prod';
  return instruction.kind === 'guarded';
}

/** The value of an instruction, without a sign that it has no right to. */
export const carried = (instruction: Instruction, value: Value): Value =>
  value.kind === 'undefined' && !carriesSign(instruction) ? withoutSign(value) : value;

/** The same without its sign, for what is not known to be infinite any more. */
export const withoutSign = (a: Undefined): Undefined =>
  a.infinite === undefined ? a : undefinedValue(a.reason, a.logOfZero);

/** The infinity times a factor of this sign. */
export const timesSign = (a: Undefined, sign: -1 | 0 | 1): Undefined =>
  a.infinite && sign !== 0 ? { ...a, infinite: a.infinite === sign ? 1 : -1 } : withoutSign(a);

/** True when the values are the same infinity. */
export const areInfiniteAlike = (a: Value, b: Value): boolean =>
  a.kind === 'undefined' &&
  b.kind === 'undefined' &&
  a.infinite !== undefined &&
  a.infinite === b.infinite;
