/**
 * The cheap rung of the ladder: a program as loops over double-double registers. It says that a
 * relation holds where the bounds show it; whatever else it sees is left to the rungs above, so
 * that a refutation always rests on arbitrary precision.
 */
import type { Context } from '../../kernel/context.js';
import type { UpwardRelation } from '../climb.js';
import type { DoubleDouble } from '../double-double/double-double.js';
import type { Model } from '../model.js';
import type { Differentiate, Program, Scope } from '../program.js';
import { Compiler } from './compile.js';
import { type DirectionTally, newTally } from './direction-tally.js';
import type { Surroundings } from './frame.js';
import { type Gap, gapOf } from './gap.js';
import { Memory, Unsupported } from './memory.js';
import type { Slot, Step } from './slot.js';

export type LoopMethod = Surroundings['method'];

/** A program of more slots is left to the machine of balls. */
const MAX_SLOTS = 4000;
/** Coefficients that a derivative needs: the slope, or an enclosure of the fifth derivative. */
const ORDERS = { dual: 1, difference: 5 } as const;

export class Loops {
  readonly #memory: Memory;
  readonly #surroundings: Surroundings;
  readonly #compiler: Compiler;
  readonly #steps: readonly Step[];
  readonly #results: readonly Slot[];

  private constructor(
    program: Program,
    context: Context,
    method: LoopMethod,
    deadline: number | undefined,
  ) {
    if (program.size > MAX_SLOTS || program.parameters.length > 0) throw new Unsupported();
    const orders = new Array<number>(nestingOf(program.root)).fill(ORDERS[method]);
    this.#memory = new Memory(program.size, hasCalls(program.root), orders, deadline);
    this.#surroundings = {
      context,
      memory: this.#memory,
      method,
      model: undefined,
      isEnclosing: false,
      isPerturbed: false,
      directions: newTally(),
      run: 0,
    };
    this.#compiler = new Compiler(program, this.#surroundings);
    this.#steps = this.#compiler.steps(program.root);
    this.#results = program.results.map((slot) => this.#compiler.slot(slot));
  }

  /** The program as loops; nothing when some part of it has none. */
  static of(
    program: Program,
    context: Context,
    method: LoopMethod,
    deadline?: number,
  ): Loops | undefined {
    try {
      return new Loops(program, context, method, deadline);
    } catch (problem) {
      if (problem instanceof Unsupported) return undefined;
      throw problem;
    }
  }

  /** Evaluates every term on the model; false when that is too much for the loops. */
  run(model: Model): boolean {
    const { series } = this.#memory;
    this.#surroundings.model = model;
    this.#surroundings.isEnclosing = false;
    this.#surroundings.isPerturbed = false;
    this.#surroundings.directions = newTally();
    this.#surroundings.run += 1;
    series.reset(0);
    this.#memory.begin();
    try {
      this.#compiler.run(this.#steps);
      return true;
    } catch (problem) {
      if (problem instanceof Unsupported) return false;
      throw problem;
    }
  }

  /** What the derivatives along directions have shown in the last run, if it was by differences. */
  get directions(): Readonly<DirectionTally> {
    return this.#surroundings.directions;
  }

  /** How far the terms numbered i and j are apart after a run; nothing when a side is not known. */
  gap(relation: UpwardRelation, i: number, j: number): Gap | undefined {
    return gapOf(this.#memory, relation, this.#results[i] as Slot, this.#results[j] as Slot);
  }

  /** The value of the term numbered i after a run; nothing when it is no number, or not known. */
  value(i: number): DoubleDouble | undefined {
    const slot = this.#results[i] as Slot;
    if (slot.type !== 'number') return undefined;
    const { hi, lo, error } = this.#memory.bank;
    const [h, l, e] = [hi[slot.at]!, lo[slot.at]!, error[slot.at]!];
    return e < Number.POSITIVE_INFINITY ? { hi: h, lo: l, error: e } : undefined;
  }
}

/** True when the program calls an unknown function. */
const hasCalls = (scope: Scope): boolean =>
  scope.instructions.some(
    (instruction) =>
      instruction.kind === 'call' || ('body' in instruction && hasCalls(instruction.body)),
  );

/** How deeply derivatives are nested. */
function nestingOf(scope: Scope): number {
  let deepest = 0;
  for (const instruction of scope.instructions) {
    if (instruction.kind === 'loop') deepest = Math.max(deepest, nestingOf(instruction.body));
    if (instruction.kind === 'diff') deepest = Math.max(deepest, depthOf(instruction));
  }
  return deepest;
}

const depthOf = ({ tag, body }: Differentiate): number => Math.max(tag + 1, nestingOf(body));
