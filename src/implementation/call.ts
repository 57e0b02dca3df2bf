/** What goes to and comes from the thread that runs an implementation. */
import type { Arguments } from './trial.js';

/** What the thread is started with. */
export interface Assignment {
  /** The module, as a file URL. */
  readonly module: string;
}

export interface Request {
  readonly id: number;
  readonly name: string;
  readonly given: Arguments;
}

/** First the names that the module exports as functions, then an answer for each request. */
export type Message =
  | { readonly kind: 'exports'; readonly names: readonly string[] }
  | { readonly kind: 'unloadable'; readonly reason: string }
  | ({ readonly id: number } & Returned);

/** What a call came to. */
export type Returned =
  | {
      readonly kind: 'returned';
      /** Flat, row-major. */
      readonly entries: Float64Array;
      /** Of nested arrays the lengths of all levels, of a flat one its length, of a number []. */
      readonly shape: readonly number[];
    }
  | {
      /** `threw`: the call threw; `shape`: it returned no numbers; `changed`: its argument. */
      readonly kind: 'threw' | 'shape' | 'changed' | 'late' | 'ended';
      readonly reason: string;
    };
