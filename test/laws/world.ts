/**
 * The symbols that samples are made of. `s` and `t` are numbers, `z` has entries 1..4, `m` has
 * 1..3 × 1..3, `q` has 1..2 × 1..2 × 1..2. The others are tables indexed by whole numbers of
 * either sign: `any`, `pos` (positive), `nonneg`, `int`, and `two` (two indices).
 */
import { hash, type World } from './evaluate.js';

const AXES: Readonly<Record<string, number[]>> = { s: [], t: [], z: [4], m: [3, 3], q: [2, 2, 2] };

/** Values of the entries of a table; everything a multiple of 1/4, so that it is exact. */
const TABLES: Readonly<Record<string, readonly number[]>> = {
  any: [-2, -1, -0.5, 0, 0.5, 1, 1, 2, 3, 30],
  pos: [0.25, 0.5, 1, 1, 2, 3, 30],
  nonneg: [0, 0, 0.5, 1, 2, 3],
  int: [-2, -1, 0, 1, 2, 3],
  two: [-2, -1, -0.5, 0, 0.5, 1, 2, 3],
};

const NUMBERS: readonly number[] = [-2, -1, -0.5, 0, 0.5, 1, 1.5, 2, 3];

export const SYMBOLS: readonly string[] = [...Object.keys(AXES), ...Object.keys(TABLES)];

export class SampleWorld implements World {
  readonly zeroLogZero: boolean;

  constructor(
    readonly seed: number,
    /** Entries with a given value: `z[1]`. */
    readonly given: ReadonlyMap<string, number> = new Map(),
  ) {
    this.zeroLogZero = hash('convention', seed) % 2 === 0;
  }

  entry(name: string, indices: readonly number[]): number | undefined {
    const key = indices.length === 0 ? name : `${name}[${indices.join()}]`;
    const given = this.given.get(key);
    if (given !== undefined) return given;
    if (indices.some((i) => !Number.isInteger(i))) return undefined;
    const axes = AXES[name];
    if (
      axes &&
      (axes.length !== indices.length ||
        axes.some((n, k) => (indices[k] as number) < 1 || (indices[k] as number) > n))
    )
      return undefined;
    const pool = axes ? NUMBERS : TABLES[name];
    return pool?.[hash(key, this.seed) % pool.length];
  }
}
