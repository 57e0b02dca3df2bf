/** What the slots of a program hold, known before it runs. */
import type { View } from './memory.js';

export interface Num {
  readonly type: 'number';
  /** How many perturbations the number may depend on: those numbered below this. */
  readonly level: number;
  readonly at: number;
}

/** 1 for true and 0 for false; nothing is known of it while its error is infinite. */
export interface TruthSlot {
  readonly type: 'truth';
  readonly at: number;
}

export interface ArraySlot {
  readonly type: 'array';
  /** Indices that are still free. */
  readonly rank: number;
  readonly level: number;
  readonly view: View;
}

export type Slot = Num | TruthSlot | ArraySlot;

/** One instruction, ready to run. */
export type Step = () => void;
