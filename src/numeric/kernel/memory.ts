/**
 * Memory that the vector loops can see. Arrays in it are worked on in place; others are copied
 * through it, a few rows at a time.
 */

import { InputError } from './input-error.js';
import { BLOCK_ROWS, SUMMARY } from './layout.js';
import { simdBytes } from './simd-bytes.js';

export type FloatArray = Float64Array | Float32Array;

/** A loop over the rows of arrays in the memory, given by their places in it. */
type ExponentialLoop = (
  ...args: [z: number, e: number, rows: number, columns: number, p: number, s: number, keep: number]
) => void;
type ScaleLoop = (e: number, rows: number, columns: number, factors: number) => void;

interface Loops {
  readonly exponentialsOfDoubles: ExponentialLoop;
  readonly exponentialsOfSingles: ExponentialLoop;
  readonly scaleDoubles: ScaleLoop;
  readonly scaleSingles: ScaleLoop;
}

/** What is used of WebAssembly, which the language's own library does not declare. */
declare const WebAssembly: {
  validate(bytes: Uint8Array): boolean;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: { initial: number; maximum: number }) => { buffer: ArrayBuffer };
  readonly Instance: new (module: object, imports: object) => { exports: unknown };
};

const PAGE = 65536;
const LARGEST = 65536 * PAGE;
/** Below this lies the module's own data: constants, and a chunk of exponentials. */
const RESERVED = 8192;
/** Vectors begin here, and the loops may read that far past the end of an array. */
const ALIGNMENT = 16;

let compiled: object | false | undefined;

/** The compiled loops; false where the engine has no WebAssembly or no vectors in it. */
function loopsModule(): object | false {
  if (compiled === undefined) {
    const supported = typeof WebAssembly === 'object';
    const bytes = Uint8Array.from(supported ? atob(simdBytes) : '', (char) => char.charCodeAt(0));
    compiled = supported && WebAssembly.validate(bytes) && new WebAssembly.Module(bytes);
  }
  return compiled;
}

const memories = new WeakMap<ArrayBufferLike, KernelMemory>();

/** The memory that an array lies in, if it is one. */
export const memoryOf = (array: FloatArray): KernelMemory | undefined => memories.get(array.buffer);

export const hasVectors = (): boolean => loopsModule() !== false;

/**
 * Room for arrays on which the kernel works without copying. The room is fixed: arrays stay valid,
 * and are freed together, when neither the memory nor any of them is in use. Where there are no
 * WebAssembly vectors, the arrays are ordinary ones.
 *
 * @throws InputError when the size is no whole number of bytes from 0 to 4 GiB less a little, or
 * when an array finds no room.
 */
export class KernelMemory {
  readonly #buffer: ArrayBuffer | undefined;
  readonly #end: number;
  #next: number;
  /** Of a block of rows: see layout.ts. */
  readonly pivots: Int32Array;
  readonly summaries: Float64Array;
  readonly factors: Float64Array;
  readonly loops: Loops | undefined;

  constructor(bytes: number) {
    const own = RESERVED + BLOCK_ROWS * (4 + 8 * SUMMARY + 8) + 4 * ALIGNMENT;
    if (!Number.isInteger(bytes) || bytes < 0 || bytes > LARGEST - own)
      throw new InputError(`the size of a memory must be a number of bytes up to 4 GiB: ${bytes}`);
    const module = loopsModule();
    if (module) {
      const pages = Math.ceil((bytes + own) / PAGE);
      const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
      const { exports } = new WebAssembly.Instance(module, { env: { memory } });
      this.loops = exports as Loops;
      this.#buffer = memory.buffer;
      memories.set(memory.buffer, this);
    }
    this.#next = RESERVED;
    this.#end = bytes + own;
    this.pivots = this.int32(BLOCK_ROWS);
    this.summaries = this.float64(BLOCK_ROWS * SUMMARY);
    this.factors = this.float64(BLOCK_ROWS);
  }

  float64(length: number): Float64Array {
    return new Float64Array(...this.#room(length, 8));
  }

  float32(length: number): Float32Array {
    return new Float32Array(...this.#room(length, 4));
  }

  int32(length: number): Int32Array {
    return new Int32Array(...this.#room(length, 4));
  }

  #room(length: number, width: number): [ArrayBuffer, number, number] {
    if (!Number.isInteger(length) || length < 0)
      throw new InputError(`the length of an array must be a whole number: ${length}`);
    const at = this.#next;
    const next = at + Math.ceil((length * width) / ALIGNMENT) * ALIGNMENT;
    if (next + ALIGNMENT > this.#end)
      throw new InputError(`the memory has no room for ${length} numbers of ${width} bytes`);
    this.#next = next;
    return this.#buffer ? [this.#buffer, at, length] : [new ArrayBuffer(length * width), 0, length];
  }
}
