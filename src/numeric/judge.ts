/**
 * Decides a relation between two terms on one model, by climbing a ladder of precisions until the
 * bounds decide: loops over double-doubles, which settle most pairs that agree, then balls of more
 * and more digits, on which alone a "fails" may rest. Doubles are no rung of their own: 53 bits
 * cannot show the agreement asked for, and the claims of order that they could settle take less
 * than a hundredth of the time.
 *
 * "fails" is a proof that the relation does not hold there. "holds" means that the sides agree to
 * twenty digits (on the first models to a hundred and twenty), or that they come closer with every
 * step of the ladder as far as it goes, which is how two sides that are both 0 can agree at all.
 */
import type { Context } from '../kernel/context.js';
import type { Term } from '../term/term.js';
import { Climb, type Judgement, type UpwardRelation } from './climb.js';
import { compile } from './compile.js';
import { approximate } from './counterexample.js';
import { type LoopMethod, Loops } from './loops/loops.js';
import { Exhausted, Machine } from './machine.js';
import type { Model } from './model.js';
import type { Program } from './program.js';
import type { Value } from './value.js';

export type { Judgement } from './climb.js';

export type Relation = 'eq' | 'le' | 'lt' | 'ge' | 'gt';

/** Binary digits of each rung of balls: about 33, 75, 156 and 403 decimal ones. */
export const RUNGS: readonly number[] = [110, 250, 520, 1340];
/** Pairs that may climb to the last rung only to show that both sides are 0 there. */
const FULL_CLIMBS = 16;
const LAST_CHEAP_RUNG = 2;
/** Bits to which two sides must agree; more for the first pairs, as long as that is cheap. */
const RESOLUTION = 66;
const FIRST_RESOLUTION = 400;
const FIRST_PAIRS = 3;
/** For the very first, enough to tell a number of a thousand from its softplus. */
const FINEST_RESOLUTION = 1250;
/** Relative error of a value that a search may go by. */
const ENOUGH_FOR_SEARCH = 2 ** -30;
/** Evaluations that may be too much work before the check is given up. */
const MAX_FAILED = 2;

/** The values of all terms on a model, and whether they rest on estimates. */
export interface Reading {
  readonly values: readonly Value[];
  readonly estimated: boolean;
}

/** Evaluates some terms on models, at every precision. */
export class Judge {
  readonly #program: Program;
  readonly #context: Context;
  readonly #deadline: number | undefined;
  readonly #machines: Machine[] = [];
  readonly #loops = new Map<LoopMethod, Loops | undefined>();
  #looped: { model: Model; method: LoopMethod; loops: Loops | undefined } | undefined;
  /** Models that were too much for the loops. */
  #overrun = 0;
  #pairs = 0;
  #climbs = 0;
  #failed = 0;
  #last: { model: Model; rung: number; reading: Reading } | undefined;

  constructor(context: Context, terms: readonly Term[], deadline?: number) {
    this.#context = context;
    this.#program = compile(context, terms);
    this.#deadline = deadline;
  }

  machineAt(rung: number): Machine {
    const found = this.#machines[rung];
    if (found) return found;
    const machine = new Machine(this.#program, {
      bits: RUNGS[rung] as number,
      zeroTimesLogZero: this.#context.conventions.has('0*log(0)'),
      deadline: this.#deadline,
    });
    this.#machines[rung] = machine;
    return machine;
  }

  /** Throws Exhausted. */
  read(model: Model, rung: number): Reading {
    const last = this.#last;
    if (last?.model === model && last.rung === rung) return last.reading;
    const machine = this.machineAt(rung);
    const values = machine.run(model);
    const reading = { values, estimated: machine.estimated };
    this.#last = { model, rung, reading };
    return reading;
  }

  /** The reading, or nothing when it is too much work; when that happens too often, Exhausted. */
  tryRead(model: Model, rung: number): Reading | undefined {
    try {
      return this.read(model, rung);
    } catch (problem) {
      if (!(problem instanceof Exhausted) || problem.bound === 'time') throw problem;
      this.#failed += 1;
      if (this.#failed > MAX_FAILED) throw problem;
      return undefined;
    }
  }

  /**
   * The pairs `terms[i] = terms[j]` that fail on the model as far as the first rung can tell: one
   * evaluation for all of them. A guess where values are estimates. Throws Exhausted.
   */
  failing(model: Model, pairs: readonly (readonly [i: number, j: number])[]): boolean[] {
    const reading = this.tryRead(model, 0);
    if (!reading) throw new Exhausted('work');
    const { arithmetic } = this.machineAt(0).calculus;
    return pairs.map(([i, j]) => {
      const [left, right] = [reading.values[i] as Value, reading.values[j] as Value];
      const climb = new Climb('eq', RESOLUTION, 1);
      return climb.step(arithmetic, left, right, reading.estimated)?.kind === 'fails';
    });
  }

  /** The loops after a run on the model; nothing when the model or the terms are beyond them. */
  loopsOn(model: Model, method: LoopMethod = 'dual'): Loops | undefined {
    const last = this.#looped;
    if (last?.model === model && last.method === method) return last.loops;
    if (!this.#loops.has(method))
      this.#loops.set(method, Loops.of(this.#program, this.#context, method, this.#deadline));
    const found = this.#loops.get(method);
    const loops = found?.run(model) ? found : undefined;
    if (found && !loops && ++this.#overrun > MAX_FAILED) this.#loops.set(method, undefined);
    this.#looped = { model, method, loops };
    return loops;
  }

  /** The value of a term as a double, for searches that need no bound. */
  approximate(model: Model, i: number): number | undefined {
    const fast = this.loopsOn(model)?.value(i);
    if (fast && fast.error <= Math.abs(fast.hi) * ENOUGH_FOR_SEARCH) return fast.hi;
    const value = this.tryRead(model, 0)?.values[i];
    const slow = value && approximate(value);
    return typeof slow === 'number' ? slow : undefined;
  }

  #resolution(pair: number): number {
    if (pair === 0) return FINEST_RESOLUTION;
    return pair < FIRST_PAIRS ? FIRST_RESOLUTION : RESOLUTION;
  }

  /** Judges `terms[i] relation terms[j]` on the model. Throws Exhausted. */
  judge(model: Model, relation: Relation, i = 0, j = 1): Judgement {
    return this.#judgeTo(this.#resolution(this.#pairs++), model, relation, i, j);
  }

  /** The same, as finely as the very first pair was judged. */
  judgeFinely(model: Model, relation: Relation, i: number, j: number): Judgement {
    return this.#judgeTo(FINEST_RESOLUTION, model, relation, i, j);
  }

  #judgeTo(resolution: number, model: Model, relation: Relation, i: number, j: number): Judgement {
    if (relation === 'ge') return mirrored(this.#judgeTo(resolution, model, 'le', j, i));
    if (relation === 'gt') return mirrored(this.#judgeTo(resolution, model, 'lt', j, i));
    const gap = this.loopsOn(model)?.gap(relation, i, j);
    if (gap && gap.agreement >= resolution)
      return { kind: 'holds', error: gap.error, bound: gap.bound };
    const isAlike = relation === 'eq' && gap && !gap.differs;
    const first = isAlike ? firstRung(resolution) : 0;
    const judgement = this.#climb(first, resolution, model, relation, i, j);
    // Two rungs at least are needed to see that the sides of a pair, both 0, come closer.
    return judgement ?? this.#climb(RUNGS.length - 2, resolution, model, relation, i, j) ?? TIED;
  }

  /** Judges from one rung upwards; nothing when only the last one was asked, and left it open. */
  #climb(
    first: number,
    resolution: number,
    model: Model,
    relation: UpwardRelation,
    i: number,
    j: number,
  ): Judgement | undefined {
    const climb = new Climb(relation, resolution);
    for (let rung = first; rung < RUNGS.length; rung++) {
      const reading = this.tryRead(model, rung);
      if (!reading) return { kind: 'undecided', reason: 'the evaluation is too large' };
      const { arithmetic } = this.machineAt(rung).calculus;
      const [left, right] = [reading.values[i] as Value, reading.values[j] as Value];
      const judgement = climb.step(arithmetic, left, right, reading.estimated);
      if (judgement) return judgement;
      const isEnough = rung >= LAST_CHEAP_RUNG && this.#climbs >= FULL_CLIMBS;
      if (isEnough && climb.hasConverged()) break;
    }
    if (first === RUNGS.length - 1) return undefined;
    this.#climbs += 1;
    return climb.end();
  }
}

const TIED: Judgement = { kind: 'undecided', reason: 'the sides are too close to tell apart' };

/** The first rung that may show that two sides agree which the loops could not tell apart. */
const firstRung = (resolution: number): number =>
  Math.max(
    1,
    RUNGS.findIndex((bits) => bits > resolution),
  );

/** The judgement of the relation with its sides exchanged. */
function mirrored(judgement: Judgement): Judgement {
  if (judgement.kind !== 'fails') return judgement;
  const { left, right, how } = judgement;
  return { ...judgement, left: right, right: left, how: MIRRORED[how] };
}

const MIRRORED = {
  'left undefined': 'right undefined',
  'right undefined': 'left undefined',
  differ: 'differ',
  shapes: 'shapes',
} as const;
