/**
 * Claims about arg min and arg max. The set of candidates is not named, so two optima coincide
 * for every set exactly when both objectives order every pair of admissible points alike; one
 * pair that they order differently refutes the claim.
 */
import type { Context } from '../kernel/context.js';
import { arg, type Term } from '../term/term.js';
import { addBalls, bitLength, negateBall, upperBound } from './ball.js';
import type { NumericOptions, Outcome } from './check.js';
import { approximate, type Candidate, valuesOf } from './counterexample.js';
import { Judge, type Relation, RUNGS } from './judge.js';
import { Exhausted } from './machine.js';
import type { Coordinate, Model } from './model.js';
import { Sampler, symbolOf } from './sample.js';
import { shrink } from './shrink.js';
import type { Value } from './value.js';

export const isOptimum = (term: Term): boolean => term.op === 'argmin' || term.op === 'argmax';

/** Candidates that are compared with each sampled one. */
const REDRAWS = 3;

/** Two points of one model: everything but the variables is shared. */
interface Rivals {
  readonly first: Model;
  readonly second: Model;
}

type PairJudgement =
  | { readonly kind: 'holds' }
  | { readonly kind: 'fails'; readonly how: string; readonly reason?: string }
  | { readonly kind: 'undecided' };

export function checkOptima(
  context: Context,
  relation: Relation,
  left: Term,
  right: Term,
  options: NumericOptions,
): Outcome {
  const variables = namesOf(left);
  const same = [...variables].every((name) => namesOf(right).has(name));
  if (!isOptimum(left) || !isOptimum(right) || relation !== 'eq' || !same)
    return { verdict: 'inconclusive', reason: 'an arg min is only compared with another one' };
  return new OptimumCheck(context, left, right, variables, options).run();
}

const namesOf = (optimum: Term): ReadonlySet<string> =>
  new Set(optimum.args.slice(1).map((variable) => variable.name));

class OptimumCheck {
  readonly #context: Context;
  readonly #variables: ReadonlySet<string>;
  readonly #sampler: Sampler;
  readonly #judge: Judge;
  /** 1 when both sides look for the same end, -1 for arg min against arg max. */
  readonly #sense: 1 | -1;

  constructor(
    context: Context,
    left: Term,
    right: Term,
    variables: ReadonlySet<string>,
    options: NumericOptions,
  ) {
    this.#context = context;
    this.#variables = variables;
    const objectives = [arg(left, 0), arg(right, 0)];
    const terms = [...objectives, ...left.args.slice(1)];
    this.#sampler = new Sampler(context, terms, options);
    this.#judge = new Judge(context, objectives, options);
    this.#sense = left.op === right.op ? 1 : -1;
  }

  run(): Outcome {
    let decided = 0;
    let undecided = 0;
    let models = 0;
    for (const first of this.#sampler.models()) {
      models += 1;
      for (let redraw = 0; redraw < REDRAWS; redraw++) {
        const second = this.#sampler.redrawn(first, this.#variables, models * REDRAWS + redraw);
        if (!second) continue;
        const judgement = this.#compare({ first, second });
        if (judgement.kind === 'fails') return this.#refute({ first, second }, judgement.how, models);
        if (judgement.kind === 'holds') decided += 1;
        else undecided += 1;
      }
    }
    if (models === 0) return { verdict: 'no-model' };
    if (decided === 0 || undecided > decided)
      return { verdict: 'inconclusive', reason: 'the order of the candidates could not be decided' };
    return { verdict: 'agrees', models, undecided, maxError: 0, bound: 0 };
  }

  /** Whether both objectives order the two points alike. */
  #compare(rivals: Rivals): PairJudgement {
    let gaps: [number, number] | undefined;
    for (let rung = 0; rung < RUNGS.length; rung++) {
      const found = this.#compareAt(rivals, rung);
      if (!found) return { kind: 'undecided' };
      if ('kind' in found) return found;
      const before = gaps;
      gaps = found.sizes;
      if (rung < RUNGS.length - 1 || !before) continue;
      const enough = ((RUNGS[rung] as number) - (RUNGS[rung - 1] as number)) / 2;
      // Neither order can be told at any precision: both take the points for equal.
      if (found.orders.every((order) => order === undefined || order === 0))
        if (before.every((size, k) => size - (found.sizes[k] as number) >= enough || found.orders[k] === 0))
          return { kind: 'holds' };
    }
    return { kind: 'undecided' };
  }

  #compareAt(
    { first, second }: Rivals,
    rung: number,
  ): PairJudgement | { orders: (number | undefined)[]; sizes: [number, number] } | undefined {
    const values = this.#valuesOf(first, second, rung);
    if (!values) return undefined;
    const { arithmetic } = this.#judge.machineAt(rung).calculus;
    const orders: (number | undefined)[] = [];
    const sizes: number[] = [];
    for (let side = 0; side < 2; side++) {
      const a = values[0]?.[side] as Value;
      const b = values[1]?.[side] as Value;
      for (const value of [a, b])
        if (value.kind === 'undefined')
          return { kind: 'fails', how: `undefined ${side}`, reason: value.reason };
      if (!isNumber(a) || !isNumber(b)) return { orders: [undefined, undefined], sizes: [0, 0] };
      const order = arithmetic.order(a, b);
      orders.push(typeof order === 'number' ? order * (side === 1 ? this.#sense : 1) : undefined);
      const gap = upperBound(addBalls(arithmetic.toBall(a), negateBall(arithmetic.toBall(b)), arithmetic.bits));
      sizes.push(bitLength(gap.m) + gap.e);
    }
    const [l, r] = orders;
    if (l !== undefined && r !== undefined)
      return Math.sign(l) === Math.sign(r) ? { kind: 'holds' } : { kind: 'fails', how: 'order' };
    return { orders, sizes: sizes as [number, number] };
  }

  #valuesOf(first: Model, second: Model, rung: number): [Value[], Value[]] | undefined {
    try {
      const a = this.#judge.valuesAt(first, rung).values;
      return [a, this.#judge.valuesAt(second, rung).values];
    } catch (problem) {
      if (problem instanceof Exhausted && problem.bound === 'work') return undefined;
      throw problem;
    }
  }

  #refute(rivals: Rivals, how: string, models: number): Outcome {
    const small = shrink(rivals, {
      coordinatesOf: (current) => this.#coordinatesOf(current),
      attempt: (current, key, value) => {
        try {
          const next = this.#changed(current, key, value);
          const judgement = next && this.#compare(next);
          return judgement?.kind === 'fails' && judgement.how === how ? next : undefined;
        } catch (problem) {
          if (problem instanceof Exhausted) return undefined;
          throw problem;
        }
      },
    });
    return { verdict: 'refuted', counterexample: this.#counterexample(small), models };
  }

  /** The coordinates of the first point, and those of the second's variables with a mark. */
  #coordinatesOf({ first, second }: Rivals): ReadonlyMap<string, Coordinate> {
    const all = new Map(first.coordinates);
    for (const [key, coordinate] of second.coordinates)
      if (this.#variables.has(symbolOf(key))) all.set(`${key}${SECOND}`, coordinate);
    return all;
  }

  #changed({ first, second }: Rivals, key: string, value: Coordinate['value']): Rivals | undefined {
    const change = new Map([[key.replace(SECOND, ''), value]]);
    const shared = !this.#variables.has(symbolOf(key.replace(SECOND, '')));
    const a = key.endsWith(SECOND) ? first : this.#sampler.changed(first, change);
    const b = key.endsWith(SECOND) || shared ? this.#sampler.changed(second, change) : second;
    return a && b ? { first: a, second: b } : undefined;
  }

  #counterexample({ first, second }: Rivals): Outcome extends infer O
    ? O extends { counterexample: infer C }
      ? C
      : never
    : never {
    const candidate = (model: Model): Candidate => {
      const [left, right] = this.#judge.valuesAt(model, 0).values;
      return {
        values: valuesOf(this.#context, model, this.#variables).values,
        left: approximate(left as Value),
        right: approximate(right as Value),
      };
    };
    const candidates = [candidate(first), candidate(second)] as const;
    const others = new Set([...first.values.keys()].filter((name) => !this.#variables.has(name)));
    const reason = this.#compare({ first, second });
    return {
      ...valuesOf(this.#context, first, others),
      left: candidates[0].left,
      right: candidates[0].right,
      candidates,
      ...(reason.kind === 'fails' && reason.reason ? { reason: reason.reason } : {}),
    };
  }
}

/** Marks keys of the second point. */
const SECOND = ' of the other';

const isNumber = (value: Value): value is Extract<Value, { kind: 'exact' | 'ball' }> =>
  value.kind === 'exact' || value.kind === 'ball';
