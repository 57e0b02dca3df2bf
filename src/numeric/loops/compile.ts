/**
 * Compiles a program into steps over the registers of a bank: every slot gets registers of its own,
 * loops are loops over them, and no number is an object. What has no step here makes the whole
 * program Unsupported. Whatever is undefined counts as not known: only an evaluation that knows
 * both sides of a claim says anything.
 */
import type { Guarded, Instruction, LoopInstruction, Program, Scope, Within } from '../program.js';
import { asInteger } from '../value.js';
import { applyStep } from './apply-steps.js';
import { loopStep } from './binder-steps.js';
import { callStep } from './call-step.js';
import { differentiateStep } from './derivative-steps.js';
import type { Frame, Surroundings } from './frame.js';
import { type Memory, Unsupported } from './memory.js';
import { order } from './scalar.js';
import type { ArraySlot, Num, Slot, Step } from './slot.js';

export class Compiler implements Frame {
  readonly surroundings: Surroundings;
  readonly memory: Memory;
  readonly strong: Uint8Array;
  readonly skipped: Uint8Array;
  readonly #slots: (Slot | undefined)[];
  readonly #made = new Map<number, Instruction>();
  readonly #ones = new Set<number>();
  readonly #bodies = new Map<LoopInstruction, readonly Step[]>();

  constructor(program: Program, surroundings: Surroundings) {
    this.surroundings = surroundings;
    this.memory = surroundings.memory;
    this.strong = new Uint8Array(program.size);
    this.skipped = new Uint8Array(program.size);
    this.#slots = new Array(program.size);
    for (const { slot, value } of program.constants) {
      this.memory.loadNumber(this.number(slot, 0).at, value);
      if (asInteger(value) === 1) this.#ones.add(slot);
    }
  }

  /** A compiler for the body of an unknown function, over the same registers. */
  forBody(program: Program): Frame {
    return new Compiler(program, this.surroundings);
  }

  steps(scope: Scope): Step[] {
    return scope.instructions.map((instruction) => {
      const step = this.#step(instruction);
      this.#made.set(instruction.slot, instruction);
      return step;
    });
  }

  /** The steps of a loop's body; the index is put into its slot before each round. */
  bodyOf(loop: LoopInstruction): readonly Step[] {
    let steps = this.#bodies.get(loop);
    if (!steps) {
      this.number(loop.bound, 0);
      steps = this.steps(loop.body);
      this.#bodies.set(loop, steps);
    }
    return steps;
  }

  /** Runs steps, counting them. */
  run(steps: readonly Step[]): void {
    this.memory.count((1 + steps.length) * this.memory.series.weight);
    for (const step of steps) step();
  }

  slot(slot: number): Slot {
    const found = this.#slots[slot];
    if (!found) throw new Unsupported();
    return found;
  }

  /** The slot as a number. A condition's body may be used by a loop alone. */
  numberAt(slot: number): Num {
    const found = this.slot(slot);
    if (found.type !== 'number' || this.isGuard(slot)) throw new Unsupported();
    return found;
  }

  truthAt(slot: number): number {
    const found = this.slot(slot);
    if (found.type !== 'truth') throw new Unsupported();
    return found.at;
  }

  isGuard(slot: number): boolean {
    const made = this.#made.get(slot);
    return made?.kind === 'apply' && made.op === 'guard';
  }

  madeBy(slot: number): Instruction | undefined {
    return this.#made.get(slot);
  }

  isOne(slot: number): boolean {
    return this.#ones.has(slot);
  }

  number(slot: number, level: number): Num {
    const at = this.memory.keep(this.memory.series.size(level));
    const made: Num = { type: 'number', level, at };
    this.#slots[slot] = made;
    return made;
  }

  array(slot: number, rank: number, level: number): ArraySlot {
    const view = { start: 0, shape: undefined, fixed: 0 };
    const made: ArraySlot = { type: 'array', rank, level, view };
    this.#slots[slot] = made;
    return made;
  }

  truth(slot: number): number {
    const at = this.memory.keep(1);
    this.#slots[slot] = { type: 'truth', at };
    return at;
  }

  #step(instruction: Instruction): Step {
    switch (instruction.kind) {
      case 'apply':
        return applyStep(this, instruction);
      case 'load':
        return this.#load(instruction.name, instruction.slot);
      case 'loop':
        return loopStep(this, instruction);
      case 'diff':
        return differentiateStep(this, instruction);
      case 'call':
        return callStep(this, instruction);
      case 'within':
        return this.#within(instruction);
      case 'guarded':
        return this.#guarded(instruction);
      case 'fail':
        throw new Unsupported();
    }
  }

  #load(name: string, slot: number): Step {
    const { memory, surroundings } = this;
    const rank = surroundings.context.declarations.get(name)?.axes.length ?? 0;
    if (rank === 0) {
      const { at } = this.number(slot, 0);
      return () => memory.loadNumber(at, surroundings.model?.values.get(name));
    }
    const { view } = this.array(slot, rank, 0);
    return () => memory.loadArray(view, surroundings.model?.values.get(name), rank);
  }

  #within({ args, slot }: Within): Step {
    const { series } = this.memory;
    const [i, lo, hi] = args.map((at) => this.numberAt(at)) as [Num, Num, Num];
    const out = this.number(slot, i.level);
    return () => {
      const isInside =
        (order(series, lo.at, i.at) ?? 2) <= 0 && (order(series, i.at, hi.at) ?? 2) <= 0;
      if (isInside) series.copy(out.at, i.at, i.level, i.level);
      else series.forget(out.at, i.level);
    };
  }

  #guarded({ args, slot }: Guarded): Step {
    const { bank, series } = this.memory;
    const checks = args.slice(0, -1).map((at) => this.numberAt(at).at);
    const isFine = () => checks.every((at) => bank.error[at]! < Number.POSITIVE_INFINITY);
    const body = this.slot(args.at(-1) as number);
    if (body.type === 'truth') throw new Unsupported();
    if (body.type === 'number') {
      const out = this.number(slot, body.level);
      return () => {
        if (isFine()) series.copy(out.at, body.at, body.level, body.level);
        else series.forget(out.at, body.level);
      };
    }
    const { view } = this.array(slot, body.rank, body.level);
    return () => {
      Object.assign(view, body.view);
      if (!isFine()) view.shape = undefined;
    };
  }
}
