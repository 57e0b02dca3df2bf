/** What the parts of the condition search need of each other. */
import type { Proof } from '../kernel/proof.js';
import type { Scope } from '../kernel/scope.js';
import type { Derivation } from '../strategy/derivation.js';
import type { Term } from '../term/term.js';

export interface Conditions {
  /** Brings a term to normal form. */
  readonly normalize: ((d: Derivation) => void) | undefined;
  /** Brings a term's fractions together, so that its sign can be read off. */
  readonly together: ((d: Derivation) => void) | undefined;
  /** Takes a derivative apart, so that its differentiability can be read off. */
  readonly takeDerivative: ((d: Derivation) => void) | undefined;
  /** A proof of the proposition in this scope, or undefined when none was found. */
  prove(scope: Scope, goal: Term, depth?: number): Proof | undefined;
  /** A proof of each, or undefined as soon as one has none. */
  all(scope: Scope, goals: readonly Term[], depth: number): Proof[] | undefined;
  /** By a rule whose conclusion fits and whose premises can be shown. */
  byRule(scope: Scope, goal: Term, depth: number): Proof | undefined;
  /** The rule's instance under explicit names. */
  named(
    id: string,
    scope: Scope,
    values: Readonly<Record<string, Term>>,
    depth?: number,
  ): Proof | undefined;
}
