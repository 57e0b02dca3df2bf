/** What the functions of the kernel accept: each check names what is wrong, and where. */
import { InputError } from './input-error.js';
import type { FloatArray } from './memory.js';

/** Class labels, one a row, counted from 0. */
export type Labels =
  | readonly number[]
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8Array;

export const isFloatArray = (value: unknown): value is FloatArray =>
  value instanceof Float64Array || value instanceof Float32Array;

/** The number of rows of an n × columns array. */
export function rowsOf(z: unknown, columns: unknown, name: string): number {
  if (!isFloatArray(z)) throw new InputError(`${name} must be a Float64Array or a Float32Array`);
  if (!Number.isInteger(columns) || (columns as number) < 1)
    throw new InputError(`the number of classes must be a whole number from 1 on: ${columns}`);
  const rows = z.length / (columns as number);
  if (!Number.isInteger(rows))
    throw new InputError(
      `${name} has ${z.length} entries, which is no multiple of ${columns} classes`,
    );
  return rows;
}

/** An array of the given length and of the same kind as `like`. */
export function checkOutput(out: unknown, length: number, name: string, like?: FloatArray): void {
  if (!isFloatArray(out)) throw new InputError(`${name} must be a Float64Array or a Float32Array`);
  if (like && out.BYTES_PER_ELEMENT !== like.BYTES_PER_ELEMENT)
    throw new InputError(`${name} must be of the same kind as the logits`);
  checkLength(out, length, name);
}

function checkLength(array: ArrayLike<number>, length: number, name: string): void {
  if (array.length !== length)
    throw new InputError(`${name} must have ${length} entries, not ${array.length}`);
}

/** One label for each row: whole numbers from 0 to classes - 1, or `ignored`. */
export function checkLabels(
  labels: Labels,
  rows: number,
  classes: number,
  ignored: number | undefined,
): void {
  if (!Array.isArray(labels) && !ArrayBuffer.isView(labels))
    throw new InputError('targets must be labels, or target rows in a typed array');
  checkLength(labels, rows, 'labels');
  for (let i = 0; i < rows; i++) {
    const label = labels[i]!;
    if (label >= 0 && label < classes && Number.isInteger(label)) continue;
    if (label === ignored) continue;
    const what = Number.isInteger(label)
      ? `is not between 0 and ${classes - 1}`
      : 'is no whole number';
    throw new InputError(`label ${label} of row ${i} ${what}`);
  }
}

/**
 * Rows of numbers from 0 on that sum to one, as far as that can be asked: a row of C numbers that
 * were computed in floating point may be off by C + 8 ulps of 1.
 */
export function checkDistributions(p: unknown, like: FloatArray, classes: number, name: string) {
  checkOutput(p, like.length, name, like);
  const rows = p as FloatArray;
  const ulp = rows.BYTES_PER_ELEMENT === 8 ? 2 ** -52 : 2 ** -23;
  for (let at = 0, row = 0; at < rows.length; at += classes, row++) {
    let sum = 0;
    for (let c = 0; c < classes; c++) {
      const x = rows[at + c]!;
      if (!(x >= 0)) throw new InputError(`${name} of row ${row}, entry ${c}, is ${x}`);
      sum += x;
    }
    if (!(Math.abs(sum - 1) <= (classes + 8) * ulp))
      throw new InputError(`${name} of row ${row} sum to ${sum}, not to 1`);
  }
}

/** Finite numbers from 0 on, one for each class. */
export function checkWeights(weights: ArrayLike<number>, classes: number): void {
  checkLength(weights, classes, 'weights');
  for (let c = 0; c < classes; c++) {
    const w = weights[c]!;
    if (!(w >= 0 && w < Number.POSITIVE_INFINITY))
      throw new InputError(`the weight of class ${c} is ${w}`);
  }
}

export function checkOneOf<T extends string>(value: T, allowed: readonly T[], name: string): void {
  if (!allowed.includes(value))
    throw new InputError(`${name} must be ${allowed.join(', ')}, not ${String(value)}`);
}
