/** The values of command-line options, read and validated. */
import * as v from 'valibot';
import { UsageError } from './failure.js';

const number = (text: string): number =>
  /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;

const numeric = v.pipe(v.string(), v.transform(number), v.number('a number is needed'));

/** A whole number between two bounds. */
export const whole = (least: number, most: number) =>
  v.pipe(
    numeric,
    v.integer('a whole number is needed'),
    v.minValue(least, `at least ${least} is needed`),
    v.maxValue(most, `at most ${most} is allowed`),
  );

export const seconds = v.pipe(
  numeric,
  v.gtValue(0, 'more than 0 seconds are needed'),
  v.maxValue(86_400, 'at most a day is allowed'),
);

/** Reads an option's value for commander. Throws UsageError. */
export const reading =
  <T>(schema: v.GenericSchema<string, T>, option: string) =>
  (text: string): T => {
    const result = v.safeParse(schema, text);
    if (result.success) return result.output;
    throw new UsageError(`${option} ${text}: ${result.issues[0].message}`);
  };

/** One of some names. */
export const oneOf = <T extends string>(names: readonly T[]) =>
  v.picklist(names, `one of ${names.join(', ')} is needed`) as unknown as v.GenericSchema<
    string,
    T
  >;

/** Milliseconds for each run of Coq. */
export const COQ_TIME = 1_800_000;
