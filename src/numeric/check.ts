/**
 * Numeric checks of claims: a relation, or the lines of a derivation, on sampled models of the
 * context. A refutation is a model on which the bounds prove the claim wrong, made small.
 */
import type { Context } from '../kernel/context.js';
import type { Term } from '../term/term.js';
import { counterexampleOf } from './counterexample.js';
import { Dependence } from './dependence.js';
import { descend, EVALUATIONS } from './descent.js';
import { Judge, type Judgement, type Relation } from './judge.js';
import { Exhausted } from './machine.js';
import type { Model } from './model.js';
import { checkOptima, isOptimum } from './optima.js';
import type { NumericOptions, Outcome } from './outcome.js';
import { Sampler } from './sample.js';
import { shrink } from './shrink.js';
import { compareDifferences } from './witness.js';

export type { Relation } from './judge.js';
export type { NumericOptions, Outcome } from './outcome.js';

/** Checks `left relation right` on models of the context. Never throws for what the terms do. */
export async function checkRelation(
  context: Context,
  relation: Relation,
  left: Term,
  right: Term,
  options: NumericOptions,
): Promise<Outcome> {
  return checkRelationNow(context, relation, left, right, options);
}

/** The same without a promise, for callers that try many claims in a row. */
export function checkRelationNow(
  context: Context,
  relation: Relation,
  left: Term,
  right: Term,
  options: NumericOptions,
): Outcome {
  return guarded(() => {
    if (isOptimum(left) || isOptimum(right))
      return checkOptima(context, relation, left, right, options);
    return new Check(context, [left, right], options).run(relation);
  });
}

/** Checks that every line equals the first. `line` is the index of the first that does not. */
export async function checkLines(
  context: Context,
  lines: readonly Term[],
  options: NumericOptions,
): Promise<Outcome & { readonly line?: number }> {
  return guarded(() => new Check(context, lines, options).run('eq'));
}

function guarded<T extends Outcome>(run: () => T): T | (Outcome & { verdict: 'inconclusive' }) {
  try {
    return run();
  } catch (problem) {
    if (problem instanceof Exhausted || problem instanceof RangeError)
      return { verdict: 'inconclusive', reason: problem.message };
    throw problem;
  }
}

/** Starting points of the search that tries to break an inequality. */
const DESCENTS = 3;

/** For one model that is decided, so many may have two infinite sides. */
const MOST_INFINITE = 2;

class Check {
  readonly #context: Context;
  readonly #lines: readonly Term[];
  readonly #sampler: Sampler;
  readonly #judge: Judge;
  #decided = 0;
  #undecided = 0;
  #infinite = 0;
  #reason = 'no model was decided';
  #error = 0;
  #bound = 0;

  constructor(context: Context, lines: readonly Term[], options: NumericOptions) {
    this.#context = context;
    this.#lines = lines;
    this.#sampler = new Sampler(context, lines, options);
    this.#judge = new Judge(context, lines, options.deadline);
  }

  run(relation: Relation): Outcome & { readonly line?: number } {
    const kept: Model[] = [];
    for (const model of this.#sampler.models()) {
      const refuted = this.#tryModel(relation, model);
      if (refuted) return refuted;
      kept.push(model);
    }
    if (kept.length === 0) return { verdict: 'no-model' };
    const refuted = relation === 'eq' ? undefined : this.#search(relation, kept);
    return refuted ?? this.#summary(relation, kept);
  }

  #tryModel(relation: Relation, model: Model): (Outcome & { line?: number }) | undefined {
    let doubt: string | undefined;
    let isInfinite = false;
    for (let line = 1; line < this.#lines.length; line++) {
      const judgement = this.#judge.judge(model, relation, 0, line);
      if (judgement.kind === 'fails') return this.#refute(relation, model, line, judgement.how);
      if (judgement.kind === 'undecided' && judgement.infinite) isInfinite = true;
      else if (judgement.kind === 'undecided') doubt = judgement.reason;
      else {
        this.#error = Math.max(this.#error, judgement.error);
        this.#bound = Math.max(this.#bound, judgement.bound);
      }
    }
    if (doubt === undefined && isInfinite) this.#infinite += 1;
    else if (doubt === undefined) this.#decided += 1;
    else {
      this.#undecided += 1;
      this.#reason = doubt;
    }
    return undefined;
  }

  /** The refutation by the smallest model found that fails in the same way. */
  #refute(
    relation: Relation,
    model: Model,
    line: number,
    how: Failure['how'],
  ): Outcome & { line?: number } {
    const failing = (candidate: Model | undefined): Failure | undefined => {
      if (!candidate) return undefined;
      const judgement = this.#judge.judgeFinely(candidate, relation, 0, line);
      return judgement.kind === 'fails' && judgement.how === how ? judgement : undefined;
    };
    const small = shrink(model, {
      coordinatesOf: (current) => current.coordinates,
      attempt: (current, key, value) => {
        try {
          const next = this.#sampler.changed(current, new Map([[key, value]]));
          return failing(next) && next;
        } catch (problem) {
          if (problem instanceof Exhausted) return undefined;
          throw problem;
        }
      },
    });
    const judgement = failing(small) as Failure;
    return {
      verdict: 'refuted',
      counterexample: counterexampleOf(this.#context, small, judgement),
      models: this.#decided + this.#undecided + this.#infinite + 1,
      ...(this.#lines.length > 2 ? { line } : {}),
    };
  }

  /** Looks for a violation near the models where an inequality is tightest. */
  #search(relation: Relation, models: readonly Model[]): Outcome | undefined {
    const gapOf = (model: Model): number | undefined => {
      const left = this.#judge.approximate(model, 0);
      const right = this.#judge.approximate(model, 1);
      if (left === undefined || right === undefined) return undefined;
      return relation === 'le' || relation === 'lt' ? right - left : left - right;
    };
    const starts = models
      .map((model) => ({ model, gap: gapOf(model) ?? Number.POSITIVE_INFINITY }))
      .sort((a, b) => a.gap - b.gap);
    const dependence = new Dependence(this.#context.definitions);
    const cost = dependence.usesOperator(this.#lines, 'int') ? 'integral' : 'plain';
    for (const { model } of starts.slice(0, DESCENTS)) {
      const found = descend(this.#sampler, model, gapOf, EVALUATIONS[cost]);
      const refuted = found && this.#tryModel(relation, found);
      if (refuted) return refuted;
    }
    return undefined;
  }

  #summary(relation: Relation, models: readonly Model[]): Outcome {
    if (this.#undecided * 2 > this.#decided)
      return { verdict: 'inconclusive', reason: this.#reason };
    // Where hardly any model is left that could have refuted it, nothing was tested.
    if (this.#infinite > this.#decided * MOST_INFINITE)
      return { verdict: 'inconclusive', reason: 'both sides are infinite in most models' };
    const agrees = {
      verdict: 'agrees',
      models: this.#decided,
      undecided: this.#undecided,
      ...(this.#infinite > 0 ? { infinite: this.#infinite } : {}),
      maxError: this.#error,
      bound: this.#bound,
    } as const;
    const dependence = new Dependence(this.#context.definitions);
    if (!dependence.usesOperator(this.#lines, 'diff')) return agrees;
    const witness = compareDifferences(this.#judge, relation, models, this.#lines.length);
    if (witness.kind === 'disagrees')
      return { verdict: 'inconclusive', reason: 'finite differences disagree with the derivative' };
    return witness.kind === 'agrees' ? { ...agrees, finiteDifference: witness.report } : agrees;
  }
}

type Failure = Judgement & { kind: 'fails' };
