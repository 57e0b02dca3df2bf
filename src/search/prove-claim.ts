/** Proves claims: both sides have a value, and the relation holds between them. */
import type { Context } from '../kernel/context.js';
import type { Proof, Step } from '../kernel/proof.js';
import type { RuleBook } from '../kernel/rule.js';
import { Scope } from '../kernel/scope.js';
import { toSteps } from '../strategy/derivation.js';
import type { Term } from '../term/term.js';
import { proveByCases, proveValue } from './cases.js';
import { Engine, type Limits, SearchExhausted } from './engine.js';
import { byEqualTerms } from './equal-terms.js';
import { connect, type Level } from './equality.js';
import { MAX_CASES, proveInequality } from './inequality.js';
import { Normalizer } from './normal-form.js';
import { byRecurrences } from './recurrences.js';

export type ProvableRelation = 'eq' | 'le' | 'lt';

/** The parts of a claim's proof, each for the checker. */
export interface FoundProof {
  readonly leftDefined: Proof;
  readonly rightDefined: Proof;
  readonly proof: Proof;
  /** How the sides were connected; for an equality. */
  readonly level: Level | 'inequality' | 'cases';
}

export type Attempt =
  | ({ readonly found: true } & FoundProof)
  | {
      readonly found: false;
      /** What could not be shown. */
      readonly missing: 'left has a value' | 'right has a value' | 'the relation' | 'time';
      readonly reason?: string;
    };

/** One search for one context; what it learns is kept for the next claim. */
export class ClaimProver {
  readonly engine: Engine;
  readonly form: Normalizer;

  /** `allows` limits the reasons by which a line may be rewritten; all, unless it is given. */
  constructor(rules: RuleBook, limits?: Limits, allows?: (reason: string) => boolean) {
    this.engine = new Engine(rules, limits, allows);
    this.form = new Normalizer(this.engine);
  }

  /** Looks for a proof of `left relation right` in the context; terms in core form. */
  prove(context: Context, relation: ProvableRelation, left: Term, right: Term): Attempt {
    try {
      return this.#prove(Scope.root(context), relation, left, right);
    } catch (error) {
      if (!(error instanceof SearchExhausted) && !isBound(error)) throw error;
      return { found: false, missing: 'time', reason: (error as Error).message };
    }
  }

  #prove(scope: Scope, relation: ProvableRelation, left: Term, right: Term): Attempt {
    const connection = this.#relation(scope, relation, left, right);
    if (!connection) return { found: false, missing: 'the relation' };
    const leftDefined = proveValue(this.form, scope, left);
    if (!leftDefined) return { found: false, missing: 'left has a value' };
    const rightDefined = proveValue(this.form, scope, right);
    if (!rightDefined) return { found: false, missing: 'right has a value' };
    return { found: true, leftDefined, rightDefined, ...connection };
  }

  #relation(
    scope: Scope,
    relation: ProvableRelation,
    left: Term,
    right: Term,
  ): { proof: Proof; level: FoundProof['level'] } | undefined {
    // Conditions of equations seldom need more than signs, and there are many of them.
    this.engine.prover.bound =
      relation === 'eq'
        ? undefined
        : (inner, goal) => proveInequality(this.form, inner, goal, MAX_CASES);
    if (relation === 'eq') {
      const found = connect(this.form, scope, left, right);
      if (!found) {
        const unrolled = byRecurrences(this.form, scope, left, right);
        if (unrolled) return { proof: unrolled, level: 'normal forms' };
        const proof =
          proveByCases(this.form, scope, left, right) ??
          byEqualTerms(this.form, scope, left, right);
        return proof && { proof, level: 'cases' };
      }
      const steps: Step[] = toSteps(scope, left, found.moves);
      return { proof: { by: 'chain', steps }, level: found.level };
    }
    const proof = proveInequality(this.form, scope, scope.arena.make(relation, [left, right]));
    return proof && { proof, level: 'inequality' };
  }
}

const BOUNDS = new Set(['ArenaFull', 'PolynomialTooLarge']);

const isBound = (error: unknown): error is Error =>
  error instanceof Error && BOUNDS.has(error.name);
