/**
 * Measures functions against a yardstick: calls them on trials from plain to extreme, compares
 * every entry with the exact value, and makes what fails small.
 */
import { shrinkSlowly } from '../numeric/shrink.js';
import type { Returned } from './call.js';
import { Evaluator } from './exact.js';
import { type Bounds, type Failing, isAlike, Ledger } from './ledger.js';
import type { FunctionReport } from './report.js';
import { type Arguments, type TrialOptions, Trials } from './trial.js';
import type { Expected, Yardstick } from './yardstick.js';

/** Calls one of the functions. It never throws: what went wrong is an answer, too. */
export type Call = (name: Expected['name'], given: Arguments) => Promise<Returned>;

export interface MeasureOptions extends TrialOptions, Bounds {}

export const MEASURE_DEFAULTS = {
  ulps: 16,
  element: 'float64',
  seed: 42,
  runs: 160,
  maxSize: 8,
  masked: true,
} as const satisfies MeasureOptions;

/** The reports on the functions of these names. */
export async function measure(
  yardstick: Yardstick,
  names: readonly string[],
  call: Call,
  options: MeasureOptions,
): Promise<FunctionReport[]> {
  const evaluator = new Evaluator(yardstick);
  const trials = new Trials(yardstick, options);
  const ledgers = yardstick.functions
    .map((expected, k) => new Ledger(yardstick, expected, k, evaluator, options))
    .filter(({ name }) => names.includes(name));
  const isAlive = await enterAll(trials, ledgers, evaluator, call);
  if (isAlive)
    for (const ledger of ledgers)
      for (const failing of ledger.examples)
        ledger.replace(failing, await smallest(failing, { ledger, trials, evaluator, call }));
  return ledgers.map((each) => each.report());
}

/** False when the functions can be called no more. */
async function enterAll(
  trials: Trials,
  ledgers: readonly Ledger[],
  evaluator: Evaluator,
  call: Call,
): Promise<boolean> {
  for (const trial of trials.all()) {
    const values = evaluator.values(trial);
    for (const ledger of ledgers) {
      const value = values[ledger.place];
      if (!value) continue;
      const returned = await call(ledger.name, trial.given);
      ledger.enter(trial, value, returned);
      if (returned.kind === 'late' || returned.kind === 'ended') return false;
    }
  }
  return true;
}

interface Bench {
  readonly ledger: Ledger;
  readonly trials: Trials;
  readonly evaluator: Evaluator;
  readonly call: Call;
}

/** The smaller trial may be off by so many times less: small is to be plain, not borderline. */
const MUCH = 10;

/** A trial with smaller sizes and simpler values that fails in the same way, and as badly. */
const smallest = (failing: Failing, { ledger, trials, evaluator, call }: Bench): Promise<Failing> =>
  shrinkSlowly<Failing>(failing, {
    coordinatesOf: ({ trial }) => trial.drawn.coordinates,
    attempt: async (current, key, q) => {
      const trial = trials.changed(current.trial, key, q);
      const value = trial && evaluator.values(trial)[ledger.place];
      if (!value) return undefined;
      const { failure } = ledger.judge(trial, value, await call(ledger.name, trial.given));
      const isAsBad = (failure?.ulps ?? 0) >= (failing.failure.ulps ?? 0) / MUCH;
      return failure && isAlike(failure, failing.failure) && isAsBad
        ? { trial, failure }
        : undefined;
    },
  });
