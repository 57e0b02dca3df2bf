/**
 * Claims about arg min and arg max. The set of candidates is not named, so two optima coincide
 * for every set exactly when both objectives order every pair of admissible points alike; one
 * pair that they order differently refutes the claim.
 */
import type { Context } from '../kernel/context.js';
import { arg, type Term } from '../term/term.js';
import { bitLength, upperBound } from './ball.js';

import { differenceOf, isNumber } from './climb.js';
import { approximate, type Candidate, type Counterexample, valuesOf } from './counterexample.js';
import { Judge, type Relation, RUNGS } from './judge.js';
import { Exhausted } from './machine.js';
import type { Coordinate, Model } from './model.js';
import type { NumericOptions, Outcome } from './outcome.js';
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

type Comparison =
  | { readonly kind: 'holds' }
  | { readonly kind: 'fails'; readonly how: string; readonly reason?: string }
  | { readonly kind: 'undecided' };

/** How one objective orders two points at one precision: the order, and the size of the gap in bits. */
interface Ordering {
  readonly order: number | undefined;
  readonly size: number;
}

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
  /** For each side, 1 to look for the least value and -1 for the greatest. */
  readonly #senses: readonly number[];

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
    this.#sampler = new Sampler(context, [...objectives, ...left.args.slice(1)], options);
    this.#judge = new Judge(context, objectives, options.deadline);
    this.#senses = [left, right].map(({ op }) => (op === 'argmin' ? 1 : -1));
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
        const comparison = this.#compare({ first, second });
        if (comparison.kind === 'fails')
          return this.#refute({ first, second }, comparison.how, models);
        if (comparison.kind === 'holds') decided += 1;
        else undecided += 1;
      }
    }
    if (models === 0) return { verdict: 'no-model' };
    if (decided === 0 || undecided > decided)
      return { verdict: 'inconclusive', reason: 'the order of the candidates is not known' };
    return { verdict: 'agrees', models, undecided, maxError: 0, bound: 0 };
  }

  /** Whether both objectives order the two points alike. */
  #compare(rivals: Rivals): Comparison {
    let before: Ordering[] = [];
    let last: Ordering[] = [];
    for (let rung = 0; rung < RUNGS.length; rung++) {
      const found = this.#compareAt(rivals, rung);
      if (!found) return { kind: 'undecided' };
      if (!Array.isArray(found)) return found;
      before = last;
      last = found;
    }
    const [lower, upper] = RUNGS.slice(-2) as [number, number];
    const isTie = last.every(
      ({ order, size }, k) =>
        order === 0 ||
        (order === undefined && ((before[k]?.size ?? 0) - size) * 2 >= upper - lower),
    );
    return { kind: isTie ? 'holds' : 'undecided' };
  }

  #compareAt({ first, second }: Rivals, rung: number): Comparison | Ordering[] | undefined {
    const here = this.#judge.tryRead(first, rung)?.values;
    const there = this.#judge.tryRead(second, rung)?.values;
    if (!here || !there) return undefined;
    const orderings: Ordering[] = [];
    for (const [side, a] of here.entries()) {
      const b = there[side] as Value;
      for (const value of [a, b])
        if (value.kind === 'undefined')
          return { kind: 'fails', how: `undefined ${side}`, reason: value.reason };
      orderings.push(this.#ordering(a, b, rung, side));
    }
    const [left, right] = orderings;
    if (left?.order === undefined || right?.order === undefined) return orderings;
    return left.order === right.order ? { kind: 'holds' } : { kind: 'fails', how: 'order' };
  }

  #ordering(a: Value, b: Value, rung: number, side: number): Ordering {
    if (!isNumber(a) || !isNumber(b)) return { order: undefined, size: 0 };
    const { arithmetic } = this.#judge.machineAt(rung).calculus;
    const order = arithmetic.order(a, b);
    const gap = upperBound(differenceOf(arithmetic, a, b));
    // The sum keeps a 0 from becoming -0, which is not equal to itself everywhere.
    const sensed = typeof order === 'number' ? order * (this.#senses[side] ?? 1) + 0 : undefined;
    return { order: sensed, size: bitLength(gap.m) + gap.e };
  }

  #refute(rivals: Rivals, how: string, models: number): Outcome {
    const small = shrink(rivals, {
      coordinatesOf: (current) => this.#coordinatesOf(current),
      attempt: (current, key, value) => {
        const next = this.#changed(current, key, value);
        const comparison = next && this.#compareInTime(next);
        return comparison?.kind === 'fails' && comparison.how === how ? next : undefined;
      },
    });
    return { verdict: 'refuted', counterexample: this.#counterexample(small), models };
  }

  #compareInTime(rivals: Rivals): Comparison {
    try {
      return this.#compare(rivals);
    } catch (problem) {
      if (problem instanceof Exhausted) return { kind: 'undecided' };
      throw problem;
    }
  }

  /** The coordinates of the first point, and those of the second's variables with a mark. */
  #coordinatesOf({ first, second }: Rivals): ReadonlyMap<string, Coordinate> {
    const all = new Map(first.coordinates);
    for (const [key, coordinate] of second.coordinates)
      if (this.#variables.has(symbolOf(key))) all.set(`${key}${OTHER}`, coordinate);
    return all;
  }

  #changed(
    { first, second }: Rivals,
    marked: string,
    value: Coordinate['value'],
  ): Rivals | undefined {
    const key = marked.replace(OTHER, '');
    const change = new Map([[key, value]]);
    const isOther = marked !== key;
    const isShared = !this.#variables.has(symbolOf(key));
    const a = isOther ? first : this.#sampler.changed(first, change);
    const b = isOther || isShared ? this.#sampler.changed(second, change) : second;
    return a && b ? { first: a, second: b } : undefined;
  }

  #counterexample({ first, second }: Rivals): Counterexample {
    const candidates = [this.#candidate(first), this.#candidate(second)] as const;
    const others = new Set([...first.values.keys(), ...first.functions.keys()]);
    for (const name of this.#variables) others.delete(name);
    const comparison = this.#compareInTime({ first, second });
    const reason = comparison.kind === 'fails' ? comparison.reason : undefined;
    return {
      ...valuesOf(this.#context, first, others),
      left: candidates[0].left,
      right: candidates[0].right,
      candidates,
      ...(reason ? { reason } : {}),
    };
  }

  #candidate(model: Model): Candidate {
    const [left, right] = this.#judge.tryRead(model, 0)?.values ?? [];
    return {
      values: valuesOf(this.#context, model, this.#variables).values,
      left: left ? approximate(left) : 'undefined',
      right: right ? approximate(right) : 'undefined',
    };
  }
}

/** Marks keys of the second point. */
const OTHER = ' of the other';
