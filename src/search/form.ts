/** What the chapters of the normal form need of the whole. */
import type { Derivation } from '../strategy/derivation.js';
import type { Engine } from './engine.js';

export interface Form {
  readonly engine: Engine;
  /** Brings the line to its normal form. */
  normalize(d: Derivation): void;
  /** Brings every argument of the line to normal form. */
  arguments(d: Derivation): void;
}
