/**
 * Decides a relation between two terms on one model, by climbing a ladder of precisions until
 * the bounds decide. "fails" is a proof that the relation does not hold there. "holds" means that
 * the sides agree to 2^-RESOLUTION of their size, or that they come closer with every step of
 * the ladder as far as it goes, which is how two sides that are both 0 can agree at all.
 */
import type { Context } from '../kernel/context.js';
import type { Term } from '../term/term.js';
import type { Arithmetic } from './arithmetic.js';
import { addBalls, type Ball, bitLength, centreOf, negateBall, upperBound } from './ball.js';
import { compile } from './compile.js';
import { type DerivativeMethod, Exhausted, Machine } from './machine.js';
import type { Model } from './model.js';
import type { Program } from './program.js';
import type { Exact, Value } from './value.js';

export type Relation = 'eq' | 'le' | 'lt' | 'ge' | 'gt';

/** Binary digits of each rung: about 33, 75, 156 and 403 decimal ones. */
export const RUNGS: readonly number[] = [110, 250, 520, 1340];
const RESOLUTION = 66;
/** Values that rest on estimates differ only when the difference is this many bits above them. */
const ESTIMATE_MARGIN = 12;
/** Estimated values agree when they are this close, relative to their size or to 1. */
const ESTIMATE_RESOLUTION = 40;
/** Models that may climb to the last rung only to show that both sides are 0 there. */
const FULL_CLIMBS = 16;

export type Judgement =
  | { readonly kind: 'holds'; readonly error: number; readonly bound: number }
  | {
      readonly kind: 'fails';
      readonly left: Value;
      readonly right: Value;
      /** Where two arrays differ. */
      readonly entry?: readonly number[];
      /** Which kind of failure, so that a smaller counterexample can be of the same kind. */
      readonly how: 'differ' | 'left undefined' | 'right undefined' | 'shapes';
    }
  | { readonly kind: 'undecided'; readonly reason: string };

export interface JudgeOptions {
  readonly deadline?: number;
}

/** Evaluates some terms on models, at every precision. */
export class Judge {
  readonly #program: Program;
  readonly #context: Context;
  readonly #options: JudgeOptions;
  readonly #machines: Machine[] = [];
  #climbs = 0;
  #last: { model: Model; rung: number; method: DerivativeMethod; values: Value[]; estimated: boolean } | undefined;

  constructor(context: Context, terms: readonly Term[], options: JudgeOptions = {}) {
    this.#context = context;
    this.#program = compile(context, terms);
    this.#options = options;
  }

  machineAt(rung: number): Machine {
    const found = this.#machines[rung];
    if (found) return found;
    const machine = new Machine(this.#program, {
      bits: RUNGS[rung] as number,
      zeroTimesLogZero: this.#context.conventions.has('0*log(0)'),
      deadline: this.#options.deadline,
    });
    this.#machines[rung] = machine;
    return machine;
  }

  /** The values of all terms on the model at this rung. */
  valuesAt(model: Model, rung: number, method: DerivativeMethod = 'dual'): { values: Value[]; estimated: boolean } {
    const last = this.#last;
    if (last?.model === model && last.rung === rung && last.method === method) return last;
    const machine = this.machineAt(rung);
    machine.method = method;
    const values = machine.run(model);
    this.#last = { model, rung, method, values, estimated: machine.estimated };
    return this.#last;
  }

  /** Judges `terms[i] relation terms[j]` on the model. */
  judge(model: Model, relation: Relation, i = 0, j = 1): Judgement {
    if (relation === 'ge') return mirrored(this.judge(model, 'le', j, i));
    if (relation === 'gt') return mirrored(this.judge(model, 'lt', j, i));
    const climb = new Climb(relation);
    try {
      for (let rung = 0; rung < RUNGS.length; rung++) {
        const { values, estimated } = this.valuesAt(model, rung);
        const { arithmetic } = this.machineAt(rung).calculus;
        const [left, right] = [values[i] as Value, values[j] as Value];
        const judgement = climb.step(arithmetic, left, right, estimated);
        if (judgement) return judgement;
        if (rung >= 2 && this.#climbs >= FULL_CLIMBS && climb.hasConverged()) break;
      }
    } catch (problem) {
      if (problem instanceof Exhausted && problem.bound === 'work')
        return { kind: 'undecided', reason: problem.message };
      throw problem;
    }
    this.#climbs += 1;
    return climb.end();
  }
}

function mirrored(judgement: Judgement): Judgement {
  if (judgement.kind !== 'fails') return judgement;
  const how =
    judgement.how === 'left undefined'
      ? 'right undefined'
      : judgement.how === 'right undefined'
        ? 'left undefined'
        : judgement.how;
  return { ...judgement, how, left: judgement.right, right: judgement.left };
}

/** An inequality that the bounds decide leaves no error. */
const DECIDED: Judgement = { kind: 'holds', error: 0, bound: 0 };

/** One pair of values on its way up the ladder. */
class Climb {
  readonly #relation: 'eq' | 'le' | 'lt';
  /** Upper bounds of |left - right| so far, with the precision that gave them. */
  readonly #gaps: { readonly bits: number; readonly gap: Ball }[] = [];
  #doubt = 'the sides are too close to tell apart';
  #rungs = 0;

  constructor(relation: 'eq' | 'le' | 'lt') {
    this.#relation = relation;
  }

  /** The judgement, if this precision allows one. */
  step(arithmetic: Arithmetic, left: Value, right: Value, estimated: boolean): Judgement | undefined {
    this.#rungs += 1;
    const undefinedSide = this.#undefinedSide(left, right, estimated);
    if (undefinedSide) return undefinedSide;
    if (left.kind === 'unsure' || right.kind === 'unsure') {
      this.#doubt = left.kind === 'unsure' ? left.reason : (right as { reason: string }).reason;
      return undefined;
    }
    const pairs = pairsOf(left, right, []);
    if (!pairs) return { kind: 'fails', left, right, how: 'shapes' };
    let worst: Ball = { kind: 'ball', m: 0n, e: 0, r: 0n };
    let holds: Judgement & { kind: 'holds' } = { kind: 'holds', error: 0, bound: 0 };
    let open = false;
    for (const pair of pairs) {
      const found = this.#pair(arithmetic, pair, estimated);
      if (found.judgement?.kind === 'fails') return found.judgement;
      if (found.judgement?.kind === 'holds') holds = larger(holds, found.judgement);
      else open = true;
      if (found.gap && arithmetic.order(found.gap, worst) === 1) worst = found.gap;
      if (!found.judgement && !found.gap) return undefined;
    }
    if (!open) return holds;
    this.#gaps.push({ bits: arithmetic.bits, gap: worst });
    if (estimated && this.#rungs >= 2) return { kind: 'undecided', reason: 'an estimate is too coarse' };
    return undefined;
  }

  #undefinedSide(left: Value, right: Value, estimated: boolean): Judgement | undefined {
    const pairs = pairsOf(left, right, []) ?? [{ left, right, entry: [] }];
    for (const pair of pairs) {
      const how = pair.left.kind === 'undefined' ? 'left undefined' : 'right undefined';
      if (pair.left.kind !== 'undefined' && pair.right.kind !== 'undefined') continue;
      if (estimated) return { kind: 'undecided', reason: 'an estimate is undefined' };
      return { kind: 'fails', ...pair, how };
    }
    return undefined;
  }

  #pair(arithmetic: Arithmetic, pair: Pair, estimated: boolean): { judgement?: Judgement; gap?: Ball } {
    const { left, right } = pair;
    if (!isNumber(left) || !isNumber(right)) {
      if (left.kind === 'unsure' || right.kind === 'unsure')
        this.#doubt = left.kind === 'unsure' ? left.reason : (right as { reason: string }).reason;
      return {};
    }
    const order = arithmetic.order(left, right);
    const difference = differenceOf(arithmetic, left, right);
    const gap = upperBound(difference);
    const fails: Judgement = { kind: 'fails', ...pair, how: 'differ' };
    const holds: Judgement = { kind: 'holds', error: Math.abs(centreOf(difference)), bound: centreOf(gap) };
    if (estimated) return this.#estimatedPair(difference, gap, order, { fails, holds });
    const equal = this.#relation !== 'lt';
    if (order === 0) return { judgement: equal ? holds : fails, gap };
    if (order !== undefined && order !== 'flat') {
      if (this.#relation === 'eq') return { judgement: fails, gap };
      return { judgement: order === 1 ? fails : DECIDED, gap };
    }
    const close = this.#relation === 'eq' && isSmall(gap, arithmetic, pair, RESOLUTION);
    return close ? { judgement: holds, gap } : { gap };
  }

  #estimatedPair(
    difference: Ball,
    gap: Ball,
    order: unknown,
    { fails, holds }: { fails: Judgement; holds: Judgement },
  ): { judgement?: Judgement; gap: Ball } {
    const size = bitLength(difference.m);
    const wide = size > bitLength(difference.r) + ESTIMATE_MARGIN;
    const differs = wide && (this.#relation === 'eq' || order === 1);
    if (differs) return this.#rungs >= 2 ? { judgement: fails, gap } : { gap };
    if (this.#relation !== 'eq' && wide) return { judgement: DECIDED, gap };
    const close = bitLength(gap.m) + gap.e < -ESTIMATE_RESOLUTION;
    return close && this.#relation !== 'lt' ? { judgement: holds, gap } : { gap };
  }

  /** True when the last step brought the sides closer by much of the precision it added. */
  hasConverged(): boolean {
    const [before, last] = this.#gaps.slice(-2);
    if (this.#gaps.length !== this.#rungs || !before || !last) return false;
    const gained = before.gap.e + bitLength(before.gap.m) - last.gap.e - bitLength(last.gap.m);
    return last.gap.m === 0n || gained * 2 >= last.bits - before.bits;
  }

  /** The judgement at the top of the ladder. */
  end(): Judgement {
    const last = this.#gaps.at(-1);
    if (last && this.#relation !== 'lt' && this.#gaps.length > 1 && this.#converging())
      return { kind: 'holds', error: 0, bound: centreOf(last.gap) };
    return { kind: 'undecided', reason: this.#doubt };
  }

  #converging(): boolean {
    const [before, last] = this.#gaps.slice(-2);
    if (!before || !last) return false;
    const gained = before.gap.e + bitLength(before.gap.m) - last.gap.e - bitLength(last.gap.m);
    return last.gap.m === 0n || gained * 2 >= last.bits - before.bits;
  }
}

interface Pair {
  readonly left: Value;
  readonly right: Value;
  readonly entry: readonly number[];
}

/** The pairs of corresponding entries; undefined when the shapes differ. */
function pairsOf(left: Value, right: Value, entry: readonly number[]): Pair[] | undefined {
  if (left.kind !== 'array' && right.kind !== 'array') return [{ left, right, entry }];
  if (left.kind !== 'array' || right.kind !== 'array') return undefined;
  if (left.items.length !== right.items.length) return undefined;
  const pairs: Pair[] = [];
  for (let k = 0; k < left.items.length; k++) {
    const inner = pairsOf(left.items[k] as Value, right.items[k] as Value, [...entry, left.lo + k]);
    if (!inner) return undefined;
    pairs.push(...inner);
  }
  return pairs;
}

const isNumber = (value: Value): value is Exact | Ball =>
  value.kind === 'exact' || value.kind === 'ball';

const differenceOf = (arithmetic: Arithmetic, a: Exact | Ball, b: Exact | Ball): Ball =>
  a === b
    ? { kind: 'ball', m: 0n, e: 0, r: 0n }
    : addBalls(arithmetic.toBall(a), negateBall(arithmetic.toBall(b)), arithmetic.bits);

/** gap <= 2^-bits of the larger side */
function isSmall(gap: Ball, arithmetic: Arithmetic, pair: Pair, bits: number): boolean {
  const raised = { ...gap, e: gap.e + bits };
  return [pair.left, pair.right].some((side) => {
    const size = upperBound(arithmetic.toBall(side as Exact | Ball));
    return arithmetic.order(raised, size) !== 1 && size.m !== 0n;
  });
}

const larger = <T extends Judgement & { kind: 'holds' }>(a: T, b: T): T =>
  ({ ...a, error: Math.max(a.error, b.error), bound: Math.max(a.bound, b.bound) });
