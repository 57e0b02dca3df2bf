/**
 * Exponentials of logits, a block of rows at a time, by the loops that are fastest for where the
 * arrays lie: vectors in place, vectors on a copy of the block, or plain JavaScript. Whoever walks
 * over the blocks sees the same numbers in each case.
 */
import { exponentialsOfDoubles } from './double.js';
import { BLOCK_ROWS, NO_PIVOT, SUMMARY } from './layout.js';
import { type FloatArray, hasVectors, KernelMemory, memoryOf } from './memory.js';
import { exponentialsOfSingles } from './single.js';
import { unusualRow } from './unusual.js';

/** The exponentials of a block should stay in the nearest cache until they are scaled. */
const BLOCK_BYTES = 16384;

export interface Blocks {
  /** Rows of a block; the last one may have fewer. */
  readonly rows: number;
  /** The entry of each row of the block that its sum leaves out; filled in beforehand. */
  readonly pivots: Int32Array;
  /** What the exponentials of each row add up to: see layout.ts. */
  readonly summaries: Float64Array;
  /** What each row is multiplied by; filled in before `scale`. */
  readonly factors: Float64Array;
  /** The exponentials of the block, from `start` on; their pivots are 0. */
  readonly entries: FloatArray;
  start: number;
  /** Computes the exponentials of `count` rows, the first of them `row`. */
  exponentials(row: number, count: number): void;
  scale(count: number): void;
  /** Hands the entries of the block over to the output. */
  finish(row: number, count: number): void;
}

/** Chooses: `plain` is for tests, to compare the loops. */
export type Loops = 'vector' | 'plain';

/**
 * @param out takes the exponentials of z; without it they are only summed. It may be z itself, or
 * overlap it.
 */
export function blocksOf(
  z: FloatArray,
  out: FloatArray | undefined,
  columns: number,
  loops: Loops,
): Blocks {
  const rows = Math.min(
    BLOCK_ROWS,
    Math.max(1, Math.floor(BLOCK_BYTES / (columns * z.BYTES_PER_ELEMENT))),
  );
  if (loops === 'plain' || !hasVectors()) return new PlainBlocks(z, out, columns, rows);
  const memory = memoryOf(z);
  const inPlace = memory && (!out || (memoryOf(out) === memory && !overlap(z, out)));
  return inPlace
    ? new VectorBlocks(memory, z, out, columns, rows)
    : new CopiedBlocks(z, out, columns, rows);
}

const overlap = (a: FloatArray, b: FloatArray): boolean =>
  a.buffer === b.buffer &&
  a.byteOffset < b.byteOffset + b.byteLength &&
  b.byteOffset < a.byteOffset + a.byteLength;

class VectorBlocks implements Blocks {
  readonly rows: number;
  readonly pivots: Int32Array;
  readonly summaries: Float64Array;
  readonly factors: Float64Array;
  readonly entries: FloatArray;
  start = 0;
  readonly #memory: KernelMemory;
  readonly #z: FloatArray;
  readonly #columns: number;
  readonly #keep: boolean;
  readonly #double: boolean;

  constructor(
    memory: KernelMemory,
    z: FloatArray,
    out: FloatArray | undefined,
    columns: number,
    rows: number,
  ) {
    this.#memory = memory;
    this.#z = z;
    this.#columns = columns;
    this.#keep = out !== undefined;
    this.#double = z.BYTES_PER_ELEMENT === 8;
    this.rows = rows;
    this.entries = out ?? z;
    this.pivots = memory.pivots;
    this.summaries = memory.summaries;
    this.factors = memory.factors;
  }

  exponentials(row: number, count: number): void {
    this.start = row * this.#columns;
    this.exponentialsFrom(this.start, count);
  }

  /** The rows whose logits begin at `from`; the entries go to `start`. */
  exponentialsFrom(from: number, count: number): void {
    const z = this.#z;
    const { loops, pivots, summaries } = this.#memory;
    const loop = this.#double ? loops!.exponentialsOfDoubles : loops!.exponentialsOfSingles;
    loop(
      z.byteOffset + from * z.BYTES_PER_ELEMENT,
      this.entries.byteOffset + this.start * z.BYTES_PER_ELEMENT,
      count,
      this.#columns,
      pivots.byteOffset,
      summaries.byteOffset,
      this.#keep ? 1 : 0,
    );
    const e = this.#keep ? this.entries : undefined;
    doUnusual(this, z, from, e, this.#columns, count);
  }

  scale(count: number): void {
    const { loops, factors } = this.#memory;
    const loop = this.#double ? loops!.scaleDoubles : loops!.scaleSingles;
    const at = this.entries.byteOffset + this.start * this.entries.BYTES_PER_ELEMENT;
    loop(at, count, this.#columns, factors.byteOffset);
  }

  finish(): void {}
}

/** The memory through which blocks are copied: one for all, replaced when a row does not fit. */
let copies: { memory: KernelMemory; doubles: Float64Array; singles: Float32Array } | undefined;

function room(length: number): NonNullable<typeof copies> {
  if (!copies || copies.doubles.length < length) {
    const memory = new KernelMemory(8 * length);
    const doubles = memory.float64(length);
    const singles = new Float32Array(doubles.buffer, doubles.byteOffset, 2 * length);
    copies = { memory, doubles, singles };
  }
  return copies;
}

class CopiedBlocks implements Blocks {
  readonly rows: number;
  readonly pivots: Int32Array;
  readonly summaries: Float64Array;
  readonly factors: Float64Array;
  readonly entries: FloatArray;
  readonly start = 0;
  readonly #z: FloatArray;
  readonly #out: FloatArray | undefined;
  readonly #columns: number;
  readonly #logits: FloatArray;
  readonly #blocks: VectorBlocks;

  constructor(z: FloatArray, out: FloatArray | undefined, columns: number, rows: number) {
    // Both copies of a block begin at a multiple of 16 bytes.
    const length = Math.ceil((rows * columns) / 4) * 4;
    const { memory, doubles, singles } = room(Math.max(2 * length, BLOCK_BYTES / 4));
    const all = z.BYTES_PER_ELEMENT === 8 ? doubles : singles;
    this.#z = z;
    this.#out = out;
    this.#columns = columns;
    this.#logits = all.subarray(0, length);
    this.entries = all.subarray(length, 2 * length);
    this.#blocks = new VectorBlocks(
      memory,
      this.#logits,
      out ? this.entries : undefined,
      columns,
      rows,
    );
    this.rows = rows;
    this.pivots = memory.pivots;
    this.summaries = memory.summaries;
    this.factors = memory.factors;
  }

  exponentials(row: number, count: number): void {
    const from = row * this.#columns;
    this.#logits.set(this.#z.subarray(from, from + count * this.#columns));
    this.#blocks.exponentialsFrom(0, count);
  }

  scale(count: number): void {
    this.#blocks.scale(count);
  }

  finish(row: number, count: number): void {
    const length = count * this.#columns;
    this.#out?.set(this.entries.subarray(0, length), row * this.#columns);
  }
}

class PlainBlocks implements Blocks {
  readonly rows: number;
  readonly pivots = new Int32Array(BLOCK_ROWS).fill(NO_PIVOT);
  readonly summaries = new Float64Array(BLOCK_ROWS * SUMMARY);
  readonly factors = new Float64Array(BLOCK_ROWS);
  readonly entries: FloatArray;
  start = 0;
  readonly #z: FloatArray;
  readonly #out: FloatArray | undefined;
  readonly #aside: boolean;
  readonly #columns: number;

  constructor(z: FloatArray, out: FloatArray | undefined, columns: number, rows: number) {
    this.#z = z;
    this.#out = out;
    this.#aside = out !== undefined && overlap(z, out);
    this.#columns = columns;
    this.rows = rows;
    this.entries = this.#aside ? z.slice(0, rows * columns) : (out ?? z);
  }

  exponentials(row: number, count: number): void {
    const from = row * this.#columns;
    this.start = this.#aside ? 0 : from;
    const z = this.#z;
    const e = this.#out && this.entries;
    const { pivots, summaries } = this;
    if (z instanceof Float64Array) {
      const to = e as Float64Array | undefined;
      exponentialsOfDoubles(z, from, to, this.start, count, this.#columns, pivots, summaries);
    } else {
      const to = e as Float32Array | undefined;
      exponentialsOfSingles(z, from, to, this.start, count, this.#columns, pivots, summaries);
    }
    doUnusual(this, z, from, e, this.#columns, count);
  }

  scale(count: number): void {
    const { entries, factors } = this;
    const columns = this.#columns;
    const single = entries.BYTES_PER_ELEMENT === 4;
    for (let i = 0, at = this.start; i < count; i++, at += columns) {
      const factor = single ? Math.fround(factors[i]!) : factors[i]!;
      for (let k = at; k < at + columns; k++) entries[k]! *= factor;
    }
  }

  finish(row: number, count: number): void {
    const length = count * this.#columns;
    if (this.#aside) this.#out?.set(this.entries.subarray(0, length), row * this.#columns);
  }
}

/** Does the rows that the loops have left: see unusual.ts. */
function doUnusual(
  blocks: Blocks,
  z: FloatArray,
  from: number,
  e: FloatArray | undefined,
  columns: number,
  count: number,
): void {
  const { pivots, summaries, start } = blocks;
  for (let i = 0; i < count; i++) {
    if (!Number.isNaN(summaries[i * SUMMARY + 3]!)) continue;
    unusualRow(z, from + i * columns, e, start + i * columns, columns, pivots[i]!, summaries, i);
  }
}
