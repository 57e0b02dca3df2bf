/** The options of a check, with their defaults. */
import type { CoreClaim } from './core-claim.js';
import type { Recall } from './recall.js';
import type { CrosscheckReport } from './report.js';
import type { Store } from './stored.js';

/** Which steps of a proof a report tells. */
export type Detail = 'none' | 'major' | 'all';

/** An independent system that is asked about every relation. */
export type Witness = (claim: CoreClaim) => Promise<CrosscheckReport | undefined>;

export interface CheckOptions {
  /** Seed of the sampled models. */
  readonly seed?: number;
  /** Models to sample for each relation. */
  readonly runs?: number;
  /** Largest size that is sampled. */
  readonly maxSize?: number;
  /** Seconds for each claim. */
  readonly timeLimit?: number;
  /**
   * `all` adds the elementary steps of every proof to the report; with `none` it has the lines
   * of the document alone, which is all that a reader of verdicts needs.
   */
  readonly steps?: Detail;
  /** A line of a calculation that takes more than one major rule is a fault. */
  readonly strict?: boolean;
  /** A document whose declarations, definitions and notations hold from the start. */
  readonly context?: { readonly path: string; readonly text: string };
  /** What it says is reported; it never changes a verdict. */
  readonly witness?: Witness;
  /** Stored certificates: they are replayed, and nothing is searched. */
  readonly store?: Store;
  /** Called when the check of a claim begins; to throw ends the check. */
  readonly onClaim?: (progress: ClaimBegun) => void;
}

/** How far the check of a document is. */
export interface ClaimBegun {
  readonly path: string;
  readonly name: string;
  /** Claims that are done, and all of them. */
  readonly done: number;
  readonly claims: number;
}

type Optional = 'witness' | 'store' | 'context' | 'onClaim';

export type Settings = Required<Omit<CheckOptions, Optional>> &
  Pick<CheckOptions, Exclude<Optional, 'context'>> & {
    /** What an earlier check has kept. */
    readonly recall?: Recall;
  };

export const DEFAULTS: Settings = {
  seed: 42,
  runs: 60,
  maxSize: 4,
  timeLimit: 10,
  steps: 'major',
  strict: false,
};

export const settingsOf = (options: CheckOptions): Settings => ({ ...DEFAULTS, ...options });
