/**
 * Proofs: plain immutable values that say why a proposition holds in a scope. A proof never
 * carries its conclusion; the checker is given the proposition and compares.
 *
 * How the checker reads a goal: `forall` opens its binder, `implies` assumes its left side, and
 * only then the proof is looked at. Equality here is equality of values, where a term without a
 * value (1/0, log 0) counts as some fixed unknown number; that a claim's sides do have values is
 * proved separately, as `defined`.
 */
import type { Rational } from '../term/rational.js';
import type { Term } from '../term/term.js';
import type { Substitution } from './rule.js';

export type Proof =
  /** An instance of a rule of the rule book. */
  | {
      readonly by: 'rule';
      readonly rule: string;
      readonly substitution: Substitution;
      readonly premises: readonly Proof[];
    }
  /** A hypothesis, instantiated at these terms, one for each `forall`; a premise for each range. */
  | {
      readonly by: 'hypothesis';
      readonly name: string;
      readonly at: readonly Term[];
      readonly premises: readonly Proof[];
    }
  /** A fact of the scope, by its place among the scope's frames. */
  | { readonly by: 'fact'; readonly index: number }
  /** What is declared or defined has a value: indices in range, and a definition's body has one. */
  | { readonly by: 'declared'; readonly premises: readonly Proof[] }
  /** a = b because b = a; likewise a ≠ b. */
  | { readonly by: 'symmetry'; readonly of: Proof }
  /** a definition's application equals its instantiated body. */
  | { readonly by: 'unfold' }
  /** Equal as rational functions; each denominator that is opened is proved nonzero. */
  | { readonly by: 'algebra'; readonly nonzero: readonly { term: Term; proof: Proof }[] }
  /** A nonnegative combination of inequalities (any combination of equalities). */
  | {
      readonly by: 'linear';
      readonly terms: readonly { fact: Term; proof: Proof; factor: Rational }[];
    }
  /**
   * Decided by the text alone: a symbol does not occur, a number is whole, two numbers without
   * variables compare (by rigorous intervals), the convention is declared.
   */
  | { readonly by: 'syntax' }
  /** A chain of steps from the left side to the right side. */
  | { readonly by: 'chain'; readonly steps: readonly Step[] }
  /** The proposition rewritten by steps, next proved. */
  | { readonly by: 'rewrite'; readonly steps: readonly Step[]; readonly next: Proof }
  /** The proposition or its contrary holds; the goal follows from either. */
  | { readonly by: 'cases'; readonly on: Term; readonly yes: Proof; readonly no: Proof }
  /** The scope's facts contradict each other: a proposition and its contrary both hold. */
  | {
      readonly by: 'absurd';
      readonly proposition: Term;
      readonly yes: Proof;
      readonly no: Proof;
    }
  /** An intermediate proposition, proved and then available as a fact. */
  | {
      readonly by: 'have';
      readonly proposition: Term;
      readonly proof: Proof;
      readonly next: Proof;
    };

/** One line of a chain: the subterm at `path` is replaced, which gives `result`. */
export interface Step {
  readonly path: readonly number[];
  readonly proof: Proof;
  /** Set when the proof shows new = old instead of old = new. */
  readonly reverse: boolean;
  readonly result: Term;
  /** 'eq' unless the step is an inequality, which is allowed at the root of the line only. */
  readonly relation: 'eq' | 'le' | 'lt';
}

export const REFLEXIVE: Proof = { by: 'chain', steps: [] };
