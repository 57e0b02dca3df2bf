/** Numeric trials of changed claims: a guess is told only when the claim, so changed, passes one. */
import type { Context } from '../kernel/context.js';
import { agreeing, type Equation } from '../numeric/agreement.js';
import { checkRelationNow, type NumericOptions, type Relation } from '../numeric/check.js';
import type { Term } from '../term/term.js';

/** Enough models to tell a right repair from a wrong one, small enough to try many. */
const OPTIONS: NumericOptions = { seed: 7, runs: 24, maxSize: 3 };

/** Models of a first look. */
const GLANCE = 5;

/** Equations that are looked at together: what they share is evaluated once. */
const BATCH = 48;

/** A repair that leaves hardly any model proves nothing. */
const LEAST_MODELS = 3;

export interface Claim {
  readonly context: Context;
  readonly relation: Relation;
  readonly left: Term;
  readonly right: Term;
}

export class Trial {
  constructor(readonly deadline: number) {}

  get isOver(): boolean {
    return Date.now() > this.deadline;
  }

  get #options(): NumericOptions {
    return { ...OPTIONS, deadline: this.deadline };
  }

  /** True when the claim holds in all models sampled, and there are at least so many. */
  holds({ context, relation, left, right }: Claim, leastModels = leastOf(context)): boolean {
    if (this.isOver) return false;
    if (relation === 'eq' && this.glance(context, [[left, right]]).length === 0) return false;
    const outcome = checkRelationNow(context, relation, left, right, this.#options);
    // A repair gives both sides a value wherever they are compared.
    const hasValues = outcome.verdict === 'agrees' && outcome.infinite === undefined;
    return hasValues && outcome.models >= leastModels;
  }

  /** The numbers of the equations that a first look does not refute, in order. */
  glance(context: Context, equations: readonly Equation[]): number[] {
    const options = { ...this.#options, runs: GLANCE };
    const found: number[] = [];
    for (let start = 0; start < equations.length && !this.isOver; start += BATCH) {
      const batch = equations.slice(start, start + BATCH);
      for (const k of agreeing(context, batch, options)) found.push(start + k);
    }
    return found;
  }
}

/** A claim in numbers alone has one model, and what holds there holds. */
const leastOf = ({ declarations }: Context): number => (declarations.size === 0 ? 1 : LEAST_MODELS);
