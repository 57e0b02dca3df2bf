/** Where the values of a program lie while it runs: registers of one bank, and views into them. */
import { Bank } from '../double-double/bank.js';
import { fromRational } from '../double-double/double-double.js';
import type { Value } from '../value.js';
import { Series } from './series.js';

/** The program or the model is beyond what the loops can do; an evaluation in balls may do more. */
export class Unsupported extends Error {}

/** Arrays that one run may build. */
const ARRAY_REGISTERS = 1 << 12;
/** Slots that the bodies of unknown functions may take. */
const BODY_SLOTS = 512;
/** Steps of a run, weighted by the products that one of them may take. */
const MAX_WORK = 2_000_000;
const MAX_REGISTERS = 1 << 18;

/** The ranges of an array, and the registers from one entry to the next, axis by axis. */
export interface Shape {
  readonly lo: readonly number[];
  readonly size: readonly number[];
  readonly stride: readonly number[];
}

/** An array, or a part of one with its first indices fixed; nothing is known of one without a shape. */
export interface View {
  start: number;
  shape: Shape | undefined;
  /** How many indices are fixed. */
  fixed: number;
}

export class Memory {
  readonly bank: Bank;
  readonly series: Series;
  readonly #deadline: number | undefined;
  /** Kept registers grow down from the end, arrays up from the start. */
  #kept: number;
  #top = 0;
  #work = 0;

  /** For a program of so many slots; `hasCalls` when it calls unknown functions. */
  constructor(
    slots: number,
    hasCalls: boolean,
    orders: readonly number[],
    deadline: number | undefined,
  ) {
    const size = orders.reduce((product, order) => product * (order + 1), 1);
    const capacity = 2 * (slots + (hasCalls ? BODY_SLOTS : 0)) * size + ARRAY_REGISTERS;
    if (capacity > MAX_REGISTERS) throw new Unsupported();
    this.bank = new Bank(capacity + Series.temporaries(orders));
    this.series = new Series(this.bank, orders, capacity);
    this.#kept = capacity;
    this.#deadline = deadline;
  }

  /** Registers that a value keeps for good. */
  keep(count: number): number {
    this.#kept -= count;
    if (this.#kept < this.#top) throw new Unsupported();
    return this.#kept;
  }

  begin(): void {
    this.#top = 0;
    this.#work = 0;
  }

  /** Registers for an array, until `restore`. */
  take(count: number): number {
    const at = this.#top;
    this.#top += count;
    if (this.#top > this.#kept) throw new Unsupported();
    return at;
  }

  mark(): number {
    return this.#top;
  }

  restore(mark: number): void {
    this.#top = mark;
  }

  /** Counts work, and looks at the time now and then. */
  count(steps: number): void {
    const before = this.#work;
    this.#work += steps;
    if (this.#work > MAX_WORK) throw new Unsupported();
    if (this.#work >> 12 === before >> 12 || this.#deadline === undefined) return;
    if (Date.now() > this.#deadline) throw new Unsupported();
  }

  /** The whole number in a register; undefined when it is not certainly one. */
  wholeAt(register: number): number | undefined {
    const n = this.bank.hi[register]!;
    const isWhole = this.bank.error[register] === 0 && this.bank.lo[register] === 0;
    return isWhole && Number.isSafeInteger(n) ? n : undefined;
  }

  loadNumber(register: number, value: Value | undefined): void {
    if (value?.kind !== 'exact') return this.bank.forget(register);
    const { hi, lo, error } = fromRational(value.q);
    this.bank.hi[register] = hi;
    this.bank.lo[register] = lo;
    this.bank.error[register] = error;
  }

  /** Copies an array of the model into registers of level 0. */
  loadArray(view: View, value: Value | undefined, rank: number): void {
    const lo: number[] = [];
    const size: number[] = [];
    let part = value;
    for (let axis = 0; axis < rank; axis++) {
      lo.push(part?.kind === 'array' ? part.lo : 1);
      size.push(part?.kind === 'array' ? part.items.length : 0);
      part = part?.kind === 'array' ? part.items[0] : undefined;
    }
    view.shape = shapeOf(lo, size, 1);
    view.fixed = 0;
    view.start = this.take(entriesOf(view.shape));
    if (!value || !this.#fill(view.start, view.shape, 0, value)) view.shape = undefined;
  }

  #fill(at: number, shape: Shape, axis: number, value: Value): boolean {
    if (axis === shape.size.length) {
      this.loadNumber(at, value);
      return true;
    }
    if (value.kind !== 'array' || value.items.length !== shape.size[axis]) return false;
    const step = shape.stride[axis] as number;
    return value.items.every((item, k) => this.#fill(at + k * step, shape, axis + 1, item));
  }
}

export function shapeOf(lo: readonly number[], size: readonly number[], entry: number): Shape {
  const stride: number[] = [];
  let step = entry;
  for (let axis = size.length - 1; axis >= 0; axis--) {
    stride[axis] = step;
    step *= size[axis] as number;
  }
  return { lo, size, stride };
}

export const entriesOf = ({ size }: Shape): number => size.reduce((a, b) => a * b, 1);
