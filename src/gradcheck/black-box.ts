/**
 * The function under test, called on copies: with its calls counted, its argument watched, and
 * what it throws kept as a reason. The points are rounded to the element type of x.
 */
import { GradcheckError } from './report.js';

export type Vector = Float64Array | Float32Array | readonly number[];
export type ElementType = 'float64' | 'float32';

export class BlackBox {
  calls = 0;
  /** Why the last value was none. */
  trouble = '';
  readonly #f: (x: never) => number;
  readonly #x: Vector;
  readonly #element: ElementType;

  constructor(f: (x: never) => number, x: Vector, element: ElementType) {
    this.#f = f;
    this.#x = x;
    this.#element = element;
  }

  /** The unit of rounding of the element type. */
  get unit(): number {
    return this.#element === 'float32' ? 2 ** -24 : 2 ** -53;
  }

  rounded(value: number): number {
    return this.#element === 'float32' ? Math.fround(value) : value;
  }

  /** f(x + h·v), or NaN where f has no finite value. Throws GradcheckError when f changes x. */
  along(v: Vector, h: number): number {
    this.calls += 1;
    const given = this.#point(v, h);
    let value: unknown;
    try {
      value = this.#f(given as never);
    } catch (problem) {
      this.trouble = `f throws: ${problem instanceof Error ? problem.message : String(problem)}`;
      return Number.NaN;
    }
    this.#requireUnchanged(given, v, h);
    if (typeof value !== 'number')
      throw new GradcheckError(`f must return a number, and returned ${described(value)}`);
    if (Number.isFinite(value)) return value;
    this.trouble = `f is ${value}`;
    return Number.NaN;
  }

  #entry(v: Vector, h: number, i: number): number {
    return this.rounded((this.#x[i] as number) + h * (v[i] as number));
  }

  /** A point of the kind of x, which f may have. */
  #point(v: Vector, h: number): Vector {
    const { length } = this.#x;
    const point = this.#empty(length);
    for (let i = 0; i < length; i++) point[i] = this.#entry(v, h, i);
    return point;
  }

  #empty(length: number): Float64Array | Float32Array | number[] {
    if (this.#x instanceof Float64Array) return new Float64Array(length);
    return this.#x instanceof Float32Array ? new Float32Array(length) : new Array<number>(length);
  }

  #requireUnchanged(given: Vector, v: Vector, h: number): void {
    if (given.length !== this.#x.length)
      throw new GradcheckError(`f changed the length of x to ${given.length}`);
    for (let i = 0; i < given.length; i++) {
      const before = this.#entry(v, h, i);
      if (given[i] !== before)
        throw new GradcheckError(
          `f changed its argument: x[${i}] was ${before} and is ${given[i]} after the call`,
        );
    }
  }
}

function described(value: unknown): string {
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return 'an array';
  if (value instanceof Promise) return 'a promise';
  return value === null ? 'null' : typeof value === 'object' ? 'an object' : typeof value;
}
