/** Steps for sums, products, extremes, arrays and quantified propositions over a range. */
import type { LoopInstruction } from '../program.js';
import type { Frame } from './frame.js';
import { entriesOf, type Memory, shapeOf, Unsupported, type View } from './memory.js';
import { extreme } from './scalar.js';
import type { ArraySlot, Num, Step } from './slot.js';

/** Indices that one loop may run over. */
const MAX_RANGE = 100_000;

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The range of a loop; nothing when its ends are not certainly whole numbers. */
export function rangeOf(frame: Frame, { lo, hi }: LoopInstruction): Range | undefined {
  const { memory } = frame;
  const from = memory.wholeAt(frame.numberAt(lo).at);
  const to = memory.wholeAt(frame.numberAt(hi).at);
  if (from === undefined || to === undefined || to - from > MAX_RANGE) return undefined;
  return { from, to };
}

export function loopStep(frame: Frame, loop: LoopInstruction): Step {
  frame.numberAt(loop.lo);
  frame.numberAt(loop.hi);
  if (loop.op === 'int') throw new Unsupported();
  const body = frame.bodyOf(loop);
  if (loop.op === 'array') return arrayStep(frame, loop, body);
  if (loop.op === 'forall') return forallStep(frame, loop, body);
  const found = frame.slot(loop.result);
  if (found.type !== 'number') throw new Unsupported();
  const x = found;
  const out = frame.number(loop.slot, x.level);
  const { memory, skipped } = frame;
  const collector = COLLECTORS[loop.op](memory, out, x);
  return () => {
    const range = rangeOf(frame, loop);
    if (!range) return memory.series.forget(out.at, out.level);
    collector.start();
    each(frame, loop, body, range, () => {
      if (!skipped[loop.result]) collector.take();
    });
  };
}

/** Runs the body for every index; arrays that it builds are given up after each round. */
function each(
  frame: Frame,
  loop: LoopInstruction,
  body: readonly Step[],
  { from, to }: Range,
  take: (k: number) => void,
): void {
  const { memory } = frame;
  const index = frame.numberAt(loop.bound).at;
  const mark = memory.mark();
  for (let k = from; k <= to; k++) {
    memory.bank.put(index, k, 0, 0);
    frame.run(body);
    take(k);
    memory.restore(mark);
  }
}

interface Collector {
  start(): void;
  take(): void;
}

type Collect = (memory: Memory, out: Num, x: Num) => Collector;

const COLLECTORS: { readonly [op in 'sum' | 'prod' | 'max' | 'min']: Collect } = {
  sum: ({ series }, out, x) => ({
    start: () => series.set(out.at, out.level, 0),
    take: () => series.add(out.at, out.at, out.level, x.at, x.level),
  }),
  prod: (memory, out, x) => {
    const { series } = memory;
    const product = memory.keep(series.size(out.level));
    return {
      start: () => series.set(out.at, out.level, 1),
      take: () => {
        series.mul(product, out.at, out.level, x.at, x.level);
        series.copy(out.at, product, out.level, out.level);
      },
    };
  },
  max: (memory, out, x) => extremes(memory, out, x, 1),
  min: (memory, out, x) => extremes(memory, out, x, -1),
};

function extremes({ series }: Memory, out: Num, x: Num, side: 1 | -1): Collector {
  let isFirst = true;
  return {
    start: () => {
      isFirst = true;
      series.forget(out.at, out.level);
    },
    take: () => {
      if (isFirst) series.copy(out.at, x.at, x.level, out.level);
      else extreme(series, out.at, out.at, out.level, x.at, x.level, side);
      isFirst = false;
    },
  };
}

function forallStep(frame: Frame, loop: LoopInstruction, body: readonly Step[]): Step {
  const { bank } = frame.memory;
  const out = frame.truth(loop.slot);
  const p = frame.truthAt(loop.result);
  return () => {
    const range = rangeOf(frame, loop);
    if (!range) return bank.forget(out);
    bank.put(out, 1, 0, 0);
    each(frame, loop, body, range, () => {
      const isSettled = bank.error[out] === 0 && bank.hi[out] === 0;
      if (!isSettled && !(bank.error[p] === 0 && bank.hi[p] === 1)) bank.copy(out, p);
    });
  };
}

function arrayStep(frame: Frame, loop: LoopInstruction, body: readonly Step[]): Step {
  const item = frame.slot(loop.result);
  if (item.type === 'truth' || frame.isGuard(loop.result)) throw new Unsupported();
  const inner = item.type === 'array' ? item.rank : 0;
  const out = frame.array(loop.slot, inner + 1, item.level);
  const { memory } = frame;
  const size = memory.series.size(item.level);
  const index = frame.numberAt(loop.bound).at;
  return () => {
    const range = rangeOf(frame, loop);
    out.view.shape = undefined;
    out.view.fixed = 0;
    if (!range) return;
    const count = Math.max(0, range.to - range.from + 1);
    let step = size;
    let mark = memory.mark();
    for (let k = 0; k < count; k++) {
      memory.bank.put(index, range.from + k, 0, 0);
      // The first item tells the shape; until then its own arrays lie below those of the whole.
      frame.run(body);
      if (k === 0) {
        const shape = shapeWith(item, range.from, count, size);
        if (!shape) return;
        step = shape.stride[0] as number;
        out.view.start = memory.take(count * step);
        out.view.shape = shape;
        mark = memory.mark();
      }
      if (!copyItem(memory, out, item, k * step)) {
        out.view.shape = undefined;
        return;
      }
      memory.restore(mark);
    }
    if (count === 0) out.view.shape = emptyShape(inner + 1, range.from, size);
  };
}

/** The shape of an array of `count` such items; nothing when that of the item is not known. */
function shapeWith(item: Num | ArraySlot, from: number, count: number, size: number) {
  if (item.type === 'number') return shapeOf([from], [count], size);
  const { shape, fixed } = item.view;
  if (!shape) return undefined;
  return shapeOf([from, ...shape.lo.slice(fixed)], [count, ...shape.size.slice(fixed)], size);
}

const emptyShape = (rank: number, from: number, size: number) =>
  shapeOf([from, ...new Array(rank - 1).fill(1)], new Array(rank).fill(0), size);

function copyItem(memory: Memory, out: ArraySlot, item: Num | ArraySlot, offset: number): boolean {
  const { series } = memory;
  const to = out.view.start + offset;
  if (item.type === 'number') {
    series.copy(to, item.at, item.level, item.level);
    return true;
  }
  const whole = out.view.shape;
  const { shape, fixed } = item.view;
  if (!shape || !whole) return false;
  const isAlike = shape.size.slice(fixed).every((n, axis) => n === whole.size[axis + 1]);
  const isAligned = shape.lo.slice(fixed).every((n, axis) => n === whole.lo[axis + 1]);
  if (!isAlike || !isAligned) return false;
  const size = series.size(item.level);
  for (let k = 0; k < partEntries(item.view); k++)
    series.copy(to + k * size, item.view.start + k * size, item.level, item.level);
  return true;
}

/** The entries of a view: its last axes are contiguous. */
export function partEntries({ shape, fixed }: View): number {
  if (!shape) return 0;
  return entriesOf({ ...shape, size: shape.size.slice(fixed) });
}
