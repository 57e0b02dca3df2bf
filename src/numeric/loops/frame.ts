/** What a step needs to know of the program it belongs to, while it is being made and while it runs. */
import type { Context } from '../../kernel/context.js';
import type { Model } from '../model.js';
import type { Instruction, LoopInstruction, Program, Scope } from '../program.js';
import type { DirectionTally } from './direction-tally.js';
import type { Memory } from './memory.js';
import type { ArraySlot, Num, Slot, Step } from './slot.js';

/** What the steps share while they run. */
export interface Surroundings {
  readonly context: Context;
  readonly memory: Memory;
  /** How derivatives are taken. */
  readonly method: 'dual' | 'difference';
  /** The model that is being evaluated. */
  model: Model | undefined;
  /** Set while a derivative is enclosed over an interval. */
  isEnclosing: boolean;
  /** Set while a symbol is off its value: directions are compared at the model's own point. */
  isPerturbed: boolean;
  /** What the comparisons along directions have shown in this run. */
  directions: DirectionTally;
  /** The number of the run, which chooses its directions. */
  run: number;
}

export interface Frame {
  readonly surroundings: Surroundings;
  readonly memory: Memory;
  /** By slot: the strong zeros of brackets, and bodies whose condition does not hold. */
  readonly strong: Uint8Array;
  readonly skipped: Uint8Array;
  /** Slots that are filled already. These throw Unsupported for a slot of another type. */
  slot(slot: number): Slot;
  numberAt(slot: number): Num;
  truthAt(slot: number): number;
  /** Registers for a slot that an instruction fills. */
  number(slot: number, level: number): Num;
  array(slot: number, rank: number, level: number): ArraySlot;
  truth(slot: number): number;
  isGuard(slot: number): boolean;
  isOne(slot: number): boolean;
  /** The instruction that fills a slot, if it has been compiled. */
  madeBy(slot: number): Instruction | undefined;
  steps(scope: Scope): Step[];
  bodyOf(loop: LoopInstruction): readonly Step[];
  forBody(program: Program): Frame;
  run(steps: readonly Step[]): void;
}
