/**
 * Decides a relation between two terms on one model, by climbing a ladder of precisions until
 * the bounds decide. "fails" is a proof that the relation does not hold there. "holds" means that
 * the sides agree to twenty digits (on the first models to a hundred and twenty), or that they come
 * closer with every step of the ladder as far as it goes, which is how two sides that are both 0
 * can agree at all.
 */
import type { Context } from '../kernel/context.js';
import type { Term } from '../term/term.js';
import { Climb, type Judgement } from './climb.js';
import { compile } from './compile.js';
import type { DerivativeMethod } from './derivative.js';
import { Exhausted, Machine } from './machine.js';
import type { Model } from './model.js';
import type { Program } from './program.js';
import type { Value } from './value.js';

export type { Judgement } from './climb.js';

export type Relation = 'eq' | 'le' | 'lt' | 'ge' | 'gt';

/** Binary digits of each rung: about 33, 75, 156 and 403 decimal ones. */
export const RUNGS: readonly number[] = [110, 250, 520, 1340];
/** Pairs that may climb to the last rung only to show that both sides are 0 there. */
const FULL_CLIMBS = 16;
const LAST_CHEAP_RUNG = 2;
/** Bits to which two sides must agree; more for the first pairs, as long as that is cheap. */
const RESOLUTION = 66;
const FIRST_RESOLUTION = 400;
/** The very first pair climbs on: what differs only far out may differ by e^-900 of its size. */
const HIGHEST_RESOLUTION = 1300;
const FIRST_PAIRS = 3;
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
  #pairs = 0;
  /** A difference was found that only the highest resolution shows. */
  #isFine = false;
  #climbs = 0;
  #failed = 0;
  #last: { model: Model; rung: number; method: DerivativeMethod; reading: Reading } | undefined;

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
  read(model: Model, rung: number, method: DerivativeMethod = 'dual'): Reading {
    const last = this.#last;
    if (last?.model === model && last.rung === rung && last.method === method) return last.reading;
    const machine = this.machineAt(rung);
    machine.method = method;
    const values = machine.run(model);
    const reading = { values, estimated: machine.estimated };
    this.#last = { model, rung, method, reading };
    return reading;
  }

  /** The reading, or nothing when it is too much work; when that happens too often, Exhausted. */
  tryRead(model: Model, rung: number, method: DerivativeMethod = 'dual'): Reading | undefined {
    try {
      return this.read(model, rung, method);
    } catch (problem) {
      if (!(problem instanceof Exhausted) || problem.bound === 'time') throw problem;
      this.#failed += 1;
      if (this.#failed > MAX_FAILED) throw problem;
      return undefined;
    }
  }

  /** Judges `terms[i] relation terms[j]` on the model. Throws Exhausted. */
  judge(model: Model, relation: Relation, i = 0, j = 1): Judgement {
    if (relation === 'ge') return mirrored(this.judge(model, 'le', j, i));
    if (relation === 'gt') return mirrored(this.judge(model, 'lt', j, i));
    const pair = this.#pairs++;
    const resolution = pair < FIRST_PAIRS ? FIRST_RESOLUTION : RESOLUTION;
    const isFinest = pair === 0 || this.#isFine;
    const climb = new Climb(relation, isFinest ? HIGHEST_RESOLUTION : resolution);
    for (let rung = 0; rung < RUNGS.length; rung++) {
      const reading = this.tryRead(model, rung);
      if (!reading) return { kind: 'undecided', reason: 'the evaluation is too large' };
      const { arithmetic } = this.machineAt(rung).calculus;
      const [left, right] = [reading.values[i] as Value, reading.values[j] as Value];
      const judgement = climb.step(arithmetic, left, right, reading.estimated);
      if (judgement?.kind === 'fails' && rung > LAST_CHEAP_RUNG) this.#isFine = true;
      if (judgement) return judgement;
      const isEnough = rung >= LAST_CHEAP_RUNG && this.#climbs >= FULL_CLIMBS;
      if (isEnough && climb.hasConverged()) break;
    }
    this.#climbs += 1;
    return climb.end();
  }
}

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
