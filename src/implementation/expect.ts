/**
 * Matchers for a team's own code: `await expectGradient(f).toMatch('proofs/x.md#claim')` in a test
 * of any runner. The claim is proved first, or its stored certificate replayed; then f is called
 * on models of its context, and every entry compared with the exact value of what was proved.
 */
import { fileURLToPath } from 'node:url';
import { InputError } from '../document/find.js';
import type { ArrayForm, NestedArray } from './array-form.js';
import type { ElementType } from './element.js';
import { entryText, errorText, failingText, givenText } from './failure-text.js';
import { MEASURE_DEFAULTS, measure } from './measure.js';
import type { FunctionReport } from './report.js';
import { TestedFunction } from './tested-function.js';
import type { Flat } from './trial.js';
import { PROOF_TIME, readYardstick, type Yardstick } from './yardstick.js';

/** The lengths of the axes of each array that a function is given. */
export interface Lengths {
  readonly shapes: Readonly<Record<string, readonly number[]>>;
}

/** A number, a flat array in row-major order, or nested rows. */
export type Entries = number | Flat | NestedArray;

/** What a gradient function returns: the gradient, or the loss beside it. */
export type Gradient = Entries | { readonly loss: Entries; readonly gradient: Entries };

/** Symbols by name: sizes and other scalars as numbers, arrays flat, or nested rows. */
type Given<Data, Array> = Readonly<Record<keyof Data, number | Array>>;

/** A function that is tested. It is given the symbols of the document by their names. */
export type Tested<Data, Result> = (data: Data, lengths: Lengths) => Result | Promise<Result>;

export interface ExpectOptions {
  /** Whether arrays are given as typed arrays, flat and row by row, or as arrays of rows. */
  readonly arrays?: ArrayForm;
  /** Most ulps that an entry may be off, its condition granted. Default 16. */
  readonly ulps?: number;
  /** The numbers that the function computes in. Default float64. */
  readonly element?: ElementType;
  readonly seed?: number;
  /** Models to call the function on. Default 160. */
  readonly runs?: number;
  /** Largest size. Default 8. */
  readonly maxSize?: number;
  /** Whether some entries of what is differentiated by are −∞. Default false. */
  readonly masked?: boolean;
}

export interface Nested extends ExpectOptions {
  readonly arrays: 'nested';
}

export interface Expectation {
  /**
   * Resolves when the function is right on every model; else rejects with an error that shows the
   * smallest counterexample. `DOCUMENT.md#claim` is a path from the working directory, or a URL.
   */
  toMatch(claim: string | URL): Promise<void>;
}

/** The gradient g of a claim `diff(e, z[a,b]) == g`, at all a and b; and its loss e, if returned. */
export function expectGradient<Data extends Given<Data, Flat>>(
  f: Tested<Data, Gradient>,
  options?: ExpectOptions & { readonly arrays?: 'flat' },
): Expectation;
export function expectGradient<Data extends Given<Data, NestedArray>>(
  f: Tested<Data, Gradient>,
  options: Nested,
): Expectation;
export function expectGradient(f: unknown, options: ExpectOptions = {}): Expectation {
  return new Matcher(f, 'gradient', options);
}

/** The value r of any other equation `l == r`, at all its free letters. */
export function expectValue<Data extends Given<Data, Flat>>(
  f: Tested<Data, Entries>,
  options?: ExpectOptions & { readonly arrays?: 'flat' },
): Expectation;
export function expectValue<Data extends Given<Data, NestedArray>>(
  f: Tested<Data, Entries>,
  options: Nested,
): Expectation;
export function expectValue(f: unknown, options: ExpectOptions = {}): Expectation {
  return new Matcher(f, 'value', options);
}

/** What a matcher rejects with: the function does not match, or nothing can be measured. */
export class MatchError extends Error {
  override readonly name = 'MatchError';
}

class Matcher implements Expectation {
  readonly #function: unknown;
  readonly #wanted: Wanted;
  readonly #options: ExpectOptions;

  constructor(f: unknown, wanted: Wanted, options: ExpectOptions) {
    this.#function = f;
    this.#wanted = wanted;
    this.#options = options;
  }

  toMatch(claim: string | URL): Promise<void> {
    // Made here, so that its stack begins at the line of the test.
    const error = new MatchError();
    Error.captureStackTrace(error, this.toMatch);
    return this.#complaint(referenceOf(claim)).then((complaint) => {
      if (complaint === undefined) return;
      const frames = error.stack?.slice(error.stack.indexOf('\n    at ')) ?? '';
      error.stack = `${error.name}: ${complaint}${frames}`;
      error.message = complaint;
      throw error;
    });
  }

  /** Why the function does not match; undefined when it does. */
  async #complaint(reference: string): Promise<string | undefined> {
    if (typeof this.#function !== 'function')
      return `a function is expected, not ${this.#function === null ? 'null' : typeof this.#function}`;
    try {
      const yardstick = await readYardstick(reference, PROOF_TIME);
      return await this.#measured(
        reference,
        yardstick,
        new TestedFunction(this.#function, this.#options.arrays),
      );
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const { path, message, hint } = error;
      return `${path}: ${message}${hint === undefined ? '' : `\n  ${hint}`}`;
    }
  }

  async #measured(
    reference: string,
    yardstick: Yardstick,
    tested: TestedFunction,
  ): Promise<string | undefined> {
    if (!yardstick.functions.some(({ name }) => name === this.#wanted))
      throw new InputError(reference, ...OTHER_KIND[this.#wanted]);
    const settings = { ...MEASURE_DEFAULTS, masked: false, ...this.#options };
    const parts = await tested.partsOn(yardstick, settings);
    const names = parts.includes('loss') ? ['loss', this.#wanted] : [this.#wanted];
    const reports = await measure(yardstick, names, tested.call, settings);
    const faulty = reports.filter(({ failures, trials }) => failures > 0 || trials === 0);
    if (faulty.length === 0) return undefined;
    const { element, ulps, seed } = settings;
    return [
      `the ${faulty.map(({ name }) => name).join(' and the ')} does not match ${reference}`,
      `  which is proved: ${yardstick.statement}`,
      `  stated at ${yardstick.place}`,
      ...faulty.flatMap(reportLines),
      `  ${element} · at most ${ulps} ulps · seed ${seed}`,
    ].join('\n');
  }
}

type Wanted = 'gradient' | 'value';

/** What is said of a claim that is about the other kind of function. */
const OTHER_KIND: Readonly<Record<Wanted, readonly [message: string, hint: string]>> = {
  gradient: [
    'this claim is about no derivative',
    'expectValue(f) takes the value of its right side',
  ],
  value: ['this claim is about a derivative', 'expectGradient(f) takes the gradient'],
};

/** `DOCUMENT.md#claim`, of a URL of a file too. */
const referenceOf = (claim: string | URL): string =>
  typeof claim === 'string'
    ? claim
    : `${fileURLToPath(claim)}#${decodeURIComponent(claim.hash.slice(1))}`;

function reportLines(report: FunctionReport): string[] {
  const { name, trials, examples } = report;
  if (trials === 0) return [`  ${name} was not judged: no model of the context was found`];
  return [
    ...examples.flatMap((failure) => {
      const error = errorText(failure);
      return [
        `  ${entryText(name, failure)} ${failure.message}`,
        ...(error === undefined ? [] : [`    ${error}`]),
        `    ${givenText(failure)}`,
      ];
    }),
    `  ${name} ${failingText(report)}`,
  ];
}
