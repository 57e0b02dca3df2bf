/** Steps for comparisons and propositions. */
import type { Bank } from '../double-double/bank.js';
import type { Memory } from './memory.js';
import { order } from './scalar.js';
import type { Num, Step } from './slot.js';

type Truth = boolean | undefined;

const read = (bank: Bank, at: number): Truth =>
  bank.error[at] === 0 ? bank.hi[at] === 1 : undefined;

function write(bank: Bank, at: number, truth: Truth): void {
  if (truth === undefined) bank.forget(at);
  else bank.put(at, truth ? 1 : 0, 0, 0);
}

/** A test of the order of two numbers; a tie of perturbed numbers is left open. */
export function comparison(
  { bank, series }: Memory,
  out: number,
  a: Num,
  b: Num,
  holds: (order: number) => boolean,
): Step {
  const isPerturbed = a.level > 0 || b.level > 0;
  return () => {
    const sign = order(series, a.at, b.at);
    write(bank, out, sign === undefined || (sign === 0 && isPerturbed) ? undefined : holds(sign));
  };
}

export const conjunction =
  ({ bank }: Memory, out: number, p: number, q: number): Step =>
  () => {
    const [a, b] = [read(bank, p), read(bank, q)];
    write(bank, out, a === false || b === false ? false : a && b);
  };

export const disjunction =
  ({ bank }: Memory, out: number, p: number, q: number): Step =>
  () => {
    const [a, b] = [read(bank, p), read(bank, q)];
    write(bank, out, a === true || b === true ? true : a === undefined ? undefined : b);
  };

export const negation =
  ({ bank }: Memory, out: number, p: number): Step =>
  () => {
    const a = read(bank, p);
    write(bank, out, a === undefined ? undefined : !a);
  };

/** lo <= i <= hi, and i whole. */
export const membership =
  (memory: Memory, out: number, i: Num, lo: Num, hi: Num): Step =>
  () => {
    const { bank } = memory;
    const [index, from, to] = [i, lo, hi].map(({ at }) => memory.wholeAt(at));
    const isKnown = index !== undefined && from !== undefined && to !== undefined;
    write(bank, out, isKnown ? from <= index && index <= to : undefined);
  };

export const wholeness =
  (memory: Memory, out: number, a: Num): Step =>
  () => {
    const { bank } = memory;
    const isExact = bank.error[a.at] === 0;
    write(bank, out, isExact ? memory.wholeAt(a.at) !== undefined : undefined);
  };

/** True when the number is known; nothing otherwise, as unknown is not the same as undefined. */
export const definedness =
  ({ bank }: Memory, out: number, at: number): Step =>
  () =>
    write(bank, out, bank.error[at]! < Number.POSITIVE_INFINITY ? true : undefined);
