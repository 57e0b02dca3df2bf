/** What a numeric check is given, and what it finds. */
import type { Counterexample } from './counterexample.js';
import type { DifferenceReport } from './witness.js';

export interface NumericOptions {
  readonly seed: number;
  readonly runs: number;
  readonly maxSize: number;
  /** A time as Date.now() tells it; checks that reach it are inconclusive. */
  readonly deadline?: number;
}

export type Outcome =
  | {
      readonly verdict: 'agrees';
      /** Models on which the claim was decided, and those on which no bound could decide. */
      readonly models: number;
      readonly undecided: number;
      /** Models on which both sides are infinite alike: they neither confirm nor refute. */
      readonly infinite?: number;
      readonly maxError: number;
      readonly bound: number;
      readonly finiteDifference?: DifferenceReport;
    }
  | {
      readonly verdict: 'refuted';
      readonly counterexample: Counterexample;
      readonly models: number;
    }
  | { readonly verdict: 'inconclusive'; readonly reason: string }
  | { readonly verdict: 'no-model' };
