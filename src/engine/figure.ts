/** Values of terms on a model as figures: a double, or the reason why there is none. */
import { centreOf } from '../numeric/ball.js';
import { rationalOf } from '../numeric/floats.js';
import type { Judge } from '../numeric/judge.js';
import { Exhausted } from '../numeric/machine.js';
import type { Model } from '../numeric/model.js';
import { exact, type Value } from '../numeric/value.js';
import { type Rational, toNumber } from '../term/rational.js';
import type { Figure } from './request.js';

/** Rungs of the judge's ladder that a figure is worth. */
const LAST_RUNG = 2;
/** Bits that a double shows. */
const SHOWN = 54n;

/** The value of the term numbered i. */
export function figureOf(judge: Judge, model: Model, i: number): Figure {
  try {
    for (let rung = 0; rung < LAST_RUNG; rung++) {
      const { values, estimated } = judge.read(model, rung);
      const value = values[i] as Value;
      if (estimated || isSettled(value)) return figure(value);
    }
    return figure(judge.read(model, LAST_RUNG).values[i] as Value);
  } catch (problem) {
    if (problem instanceof Exhausted) return { value: null, reason: problem.message };
    throw problem;
  }
}

/** True of a value that a higher precision would show in the same way. */
const isSettled = (value: Value): boolean =>
  value.kind !== 'unsure' &&
  (value.kind !== 'ball' || value.r << SHOWN <= (value.m < 0n ? -value.m : value.m));

/** The value as a figure. */
export function figure(value: Value): Figure {
  switch (value.kind) {
    case 'exact':
      return { value: toNumber(value.q) };
    case 'ball':
      // What no precision tells from 0 is shown as 0.
      return { value: value.r >= (value.m < 0n ? -value.m : value.m) ? 0 : centreOf(value) };
    case 'undefined':
    case 'unsure':
      return { value: null, reason: value.reason };
    default:
      return { value: null, reason: 'it is no number' };
  }
}

/** The double as a figure. */
export const figureOfDouble = (value: number): Figure =>
  Number.isFinite(value)
    ? { value }
    : { value: null, reason: Number.isNaN(value) ? 'no number in doubles' : 'infinite in doubles' };

/** The model with every number rounded to a double: what programs are given. */
export function rounded(model: Model): Model {
  return mapped(
    model,
    () => true,
    (q) => rationalOf(toNumber(q)),
  );
}

/** The model with the numbers of some symbols changed. */
export function mapped(
  model: Model,
  isMeant: (name: string) => boolean,
  change: (q: Rational) => Rational,
): Model {
  const changed = (value: Value): Value => {
    if (value.kind === 'array') return { ...value, items: value.items.map(changed) };
    return value.kind === 'exact' ? exact(change(value.q)) : value;
  };
  const values = new Map(
    [...model.values].map(([name, value]) => [name, isMeant(name) ? changed(value) : value]),
  );
  const { functions, coordinates } = model;
  return { values, functions, coordinates };
}

/** The model with one entry of a symbol changed; undefined where there is no such entry. */
export function withEntry(
  model: Model,
  name: string,
  indices: readonly number[],
  change: (q: Rational) => Rational,
): Model | undefined {
  let isFound = false;
  const changed = (value: Value, [index, ...rest]: readonly number[]): Value => {
    if (index === undefined) {
      isFound = value.kind === 'exact';
      return value.kind === 'exact' ? exact(change(value.q)) : value;
    }
    if (value.kind !== 'array') return value;
    const items = value.items.map((item, k) =>
      k + value.lo === index ? changed(item, rest) : item,
    );
    return { ...value, items };
  };
  const old = model.values.get(name);
  if (!old) return undefined;
  const values = new Map(model.values).set(name, changed(old, indices));
  const { functions, coordinates } = model;
  return isFound ? { values, functions, coordinates } : undefined;
}
