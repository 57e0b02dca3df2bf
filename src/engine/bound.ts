/** Bounds on size, depth and work: what meets one is too large to be computed, and no fault. */
import { Exhausted } from '../numeric/machine.js';
import { ArenaFull } from '../term/term.js';

export const isBound = (error: unknown): error is Error =>
  error instanceof ArenaFull || error instanceof Exhausted || error instanceof RangeError;
