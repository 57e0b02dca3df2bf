/** The options of a check, with their defaults. */
import type { CoreClaim } from './core-claim.js';
import type { CrosscheckReport } from './report.js';

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
  /** `all` adds the elementary steps of every proof to the report. */
  readonly steps?: 'major' | 'all';
  /** A document whose declarations, definitions and notations hold from the start. */
  readonly context?: { readonly path: string; readonly text: string };
  /** What it says is reported; it never changes a verdict. */
  readonly witness?: Witness;
}

export type Settings = Required<Omit<CheckOptions, 'witness' | 'context'>> &
  Pick<CheckOptions, 'witness'>;

export const DEFAULTS: Settings = {
  seed: 42,
  runs: 60,
  maxSize: 4,
  timeLimit: 10,
  steps: 'major',
};

export const settingsOf = (options: CheckOptions): Settings => ({ ...DEFAULTS, ...options });
