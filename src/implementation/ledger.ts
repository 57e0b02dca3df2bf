/** What one function returned, trial by trial: how accurate, how often wrong, and where first. */
import type { Ball } from '../numeric/ball.js';
import type { Returned } from './call.js';
import { type ElementType, FORMATS } from './element.js';
import type { Evaluator, ExactArray } from './exact.js';
import type { Failure, FamilyReport, Fault, FunctionReport } from './report.js';
import type { Trial } from './trial.js';
import { errorInUlps, nearest, ulpOf } from './ulps.js';
import type { Expected, Yardstick } from './yardstick.js';

export interface Bounds {
  /** Most ulps that an entry may be off. */
  readonly ulps: number;
  readonly element: ElementType;
}

/** A trial that failed, and how. */
export interface Failing {
  readonly trial: Trial;
  readonly failure: Failure;
}

interface Judged {
  /** Largest error of a finite entry, in ulps. */
  readonly worst: number;
  readonly failure?: Failure;
}

/** Kinds of data that are rounded, so that an implementation may be off by what an ulp does. */
const REAL_KINDS = new Set([
  ...['real', 'positive', 'nonneg', 'unit', 'probability'],
  ...['simplex', 'closed simplex', 'symmetric', 'spd'],
]);

/** One entry beside its exact value. */
interface Entry {
  readonly index: number;
  readonly returned: number;
  readonly value: Ball;
  readonly ulps: number;
}

export class Ledger {
  readonly name: Expected['name'];
  /** Which of the functions of the yardstick. */
  readonly place: number;
  readonly #evaluator: Evaluator;
  readonly #bounds: Bounds;
  readonly #data: readonly string[];
  readonly #families = new Map<string, FamilyReport>();
  #examples: readonly Failing[] = [];
  #worst = 0;

  constructor(
    { inputs, variable }: Yardstick,
    { name }: Expected,
    place: number,
    evaluator: Evaluator,
    bounds: Bounds,
  ) {
    this.name = name;
    this.place = place;
    this.#evaluator = evaluator;
    this.#bounds = bounds;
    const isData = (symbol: string, kind: string): boolean =>
      symbol !== variable && REAL_KINDS.has(kind);
    this.#data = inputs.filter((d) => isData(d.name, d.kind)).map((d) => d.name);
  }

  /** Notes a call and what it should have returned. */
  enter(trial: Trial, value: ExactArray, returned: Returned): void {
    const judged = this.judge(trial, value, returned);
    const before = this.#families.get(trial.family) ?? {
      ...{ name: trial.family, trials: 0, failures: 0, faults: {}, ulps: 0 },
    };
    const trials = before.trials + 1;
    const { worst, failure } = judged;
    this.#worst = Math.max(this.#worst, worst);
    if (!failure) {
      const ulps = Math.max(before.ulps, worst);
      this.#families.set(trial.family, { ...before, trials, ulps });
      return;
    }
    const { fault } = failure;
    const faults = { ...before.faults, [fault]: (before.faults[fault] ?? 0) + 1 };
    const failures = before.failures + 1;
    this.#families.set(trial.family, { ...before, trials, failures, faults });
    this.#keep({ trial, failure });
  }

  /** The smallest trial of each kind of failure. */
  get examples(): readonly Failing[] {
    return this.#examples;
  }

  #keep(failing: Failing): void {
    const kept = this.#examples.find(({ failure }) => isAlike(failure, failing.failure));
    if (!kept) this.#examples = [...this.#examples, failing];
    else if (sizeOf(failing.failure) < sizeOf(kept.failure)) this.replace(kept, failing);
  }

  /** Puts a failure of the same kind in the place of another. */
  replace(kept: Failing, smaller: Failing): void {
    this.#examples = this.#examples.map((each) => (each === kept ? smaller : each));
  }

  /** How a call went: off by so many ulps at most, or failed. */
  judge(trial: Trial, value: ExactArray, returned: Returned): Judged {
    const { family, given: data } = trial;
    const fail = (fault: Fault, message: string, more: Partial<Failure> = {}, worst = 0) => ({
      worst,
      failure: { fault, message, family, given: data, ...more },
    });
    if (returned.kind !== 'returned') return fail(returned.kind, returned.reason);
    const { entries, shape } = returned;
    const isFlat = shape.length === 1 && shape[0] === value.entries.length;
    const isAsIs =
      shape.length === value.shape.length && shape.every((s, k) => s === value.shape[k]);
    if (!isAsIs && !(isFlat && value.shape.length > 0))
      return fail('shape', `returned ${shapeText(shape)}, and not ${wantedText(value)}`);
    const compared = value.entries.map((exact, index): Entry => {
      const given = entries[index] as number;
      return {
        ...{ index, returned: given, value: exact },
        ulps: errorInUlps(given, exact, this.#bounds.element),
      };
    });
    const charged = this.#charged(trial, compared);
    const wrong = compared.filter((_, k) => !((charged[k] as number) <= this.#bounds.ulps));
    const worst = Math.max(0, ...charged.filter(Number.isFinite));
    const [first] = wrong;
    if (!first) return { worst };
    return fail('wrong', wrongText(first), wrongEntry(first, wrong, value), worst);
  }

  /**
   * The errors in ulps of the value; where one is more than is allowed, in ulps of the value, of
   * the data and of the terms of a sum together, as each of these may be off by as many.
   */
  #charged({ models: [model] }: Trial, entries: readonly Entry[]): readonly number[] {
    const { ulps: most, element } = this.#bounds;
    const isOff = ({ ulps }: Entry): boolean => ulps > most && Number.isFinite(ulps);
    if (!entries.some(isOff)) return entries.map(({ ulps }) => ulps);
    const last = 2 ** (FORMATS[element].bits - 1);
    const scales = this.#evaluator.scales(model, this.place);
    const influences = this.#evaluator.influences(model, this.#data, this.place);
    return entries.map((entry) => {
      const { index, value, ulps } = entry;
      if (!isOff(entry)) return ulps;
      const cancelled = Math.max(0, (scales[index] ?? 0) - Math.abs(nearest(value)));
      const moved = influences[index] ?? 0;
      return ulps / (1 + (cancelled + moved) / (last * ulpOf(value, element)));
    });
  }

  report(): FunctionReport {
    const families = [...this.#families.values()];
    const sum = (of: (family: FamilyReport) => number): number =>
      families.reduce((total, each) => total + of(each), 0);
    return {
      name: this.name,
      trials: sum(({ trials }) => trials),
      failures: sum(({ failures }) => failures),
      worstUlps: this.#worst,
      families,
      examples: this.#examples.map(({ failure }) => failure),
    };
  }
}

/** True for two failures of the same kind: a number that is wrong is one, NaN another. */
export const isAlike = (a: Failure, b: Failure): boolean =>
  a.fault === b.fault && isNumber(a) === isNumber(b);

const isNumber = ({ returned }: Failure): boolean =>
  returned === undefined || Number.isFinite(returned);

/** Entries of the arrays; then masked entries; then digits: what is small can be checked by hand. */
function sizeOf({ given }: Failure): number {
  let size = 0;
  for (const value of Object.values(given.data)) {
    if (typeof value === 'number') continue;
    const masked = value.filter((entry) => !Number.isFinite(entry)).length;
    size += value.length + masked / 2 + value.join().length / 10_000;
  }
  return size;
}

const wrongText = ({ returned, value }: Entry): string =>
  `is ${returned} where ${nearest(value)} is right`;

function wrongEntry(
  { index, returned, value, ulps }: Entry,
  wrong: readonly Entry[],
  { shape, origin }: ExactArray,
): Partial<Failure> {
  const ratios = wrong.map((entry) => entry.returned / nearest(entry.value));
  const [factor = Number.NaN] = ratios;
  const isCommon = ratios.every((ratio) => Math.abs(ratio - factor) <= Math.abs(factor) * 1e-6);
  const isTelling = isCommon && (isNearWhole(factor) || isNearWhole(1 / factor));
  return {
    ...{ expected: nearest(value), returned },
    ...(shape.length > 0 ? { entry: placeOf(index, shape, origin) } : {}),
    ...(Number.isFinite(ulps) ? { ulps } : {}),
    ...(isTelling ? { factor: tidied(factor) } : {}),
  };
}

/** A whole number other than 0 and 1, to about six digits. */
const isNearWhole = (x: number): boolean => {
  const whole = Math.round(x);
  return whole !== 0 && whole !== 1 && Math.abs(x - whole) <= 1e-6 * Math.abs(whole);
};

const tidied = (factor: number): number =>
  isNearWhole(factor) ? Math.round(factor) : 1 / Math.round(1 / factor);

/** The indices of an entry of an array in row-major order. */
function placeOf(index: number, shape: readonly number[], origin: readonly number[]): number[] {
  let rest = index;
  const place: number[] = [];
  for (let k = shape.length - 1; k >= 0; k--) {
    const length = shape[k] as number;
    place.unshift((rest % length) + (origin[k] ?? 1));
    rest = Math.floor(rest / length);
  }
  return place;
}

const shapeText = (shape: readonly number[]): string =>
  shape.length === 0 ? 'a number' : `an array of shape [${shape.join(', ')}]`;

const wantedText = ({ shape, entries }: ExactArray): string =>
  shape.length < 2
    ? shapeText(shape)
    : `${shapeText(shape)}, nested or flat with ${entries.length}`;
