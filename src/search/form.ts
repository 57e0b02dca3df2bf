/** What the chapters of the normal form need of the whole. */
import type { Scope } from '../kernel/scope.js';
import type { Derivation } from '../strategy/derivation.js';
import type { Term } from '../term/term.js';
import type { Engine } from './engine.js';

export interface Form {
  readonly engine: Engine;
  /** Brings the line to its normal form. */
  normalize(d: Derivation): void;
  /** The normal form of a term in a scope, with the moves to it. */
  of(scope: Scope, term: Term): Derivation;
  /** Brings every argument of the line to normal form. */
  arguments(d: Derivation): void;
}
