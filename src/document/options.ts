/** The options of a check, with their defaults. */

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
}

export type Settings = Required<CheckOptions>;

export const DEFAULTS: Settings = {
  seed: 42,
  runs: 60,
  maxSize: 4,
  timeLimit: 10,
  steps: 'major',
};

export const settingsOf = (options: CheckOptions): Settings => ({ ...DEFAULTS, ...options });
