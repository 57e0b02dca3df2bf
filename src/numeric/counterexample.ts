/** A model as plain values, for people and for JSON. */
import type { Context } from '../kernel/context.js';
import { type Rational, rationalText, toNumber } from '../term/rational.js';
import { centreOf } from './ball.js';
import type { Judgement } from './climb.js';
import type { Model } from './model.js';
import type { Value } from './value.js';

/** A number as JSON: whole numbers as numbers, fractions as text such as "1/2". */
export type Plain = number | string | readonly Plain[];

export interface Candidate {
  readonly values: Readonly<Record<string, Plain>>;
  readonly left: number | 'undefined';
  readonly right: number | 'undefined';
}

export interface Counterexample {
  readonly sizes: Readonly<Record<string, number>>;
  readonly indices: Readonly<Record<string, number>>;
  readonly values: Readonly<Record<string, Plain>>;
  readonly left: number | 'undefined';
  readonly right: number | 'undefined';
  /** Why a side is undefined. */
  readonly reason?: string;
  /** Where two arrays differ. */
  readonly entry?: readonly number[];
  /** For arg min and arg max: two points that the two sides order differently. */
  readonly candidates?: readonly Candidate[];
}

const plainNumber = (q: Rational): number | string =>
  q.d === 1n && Number.isSafeInteger(Number(q.n)) ? Number(q.n) : rationalText(q);

export function plainValue(value: Value): Plain {
  if (value.kind === 'exact') return plainNumber(value.q);
  if (value.kind === 'array') return value.items.map(plainValue);
  return value.kind === 'ball' ? centreOf(value) : value.kind;
}

/** The value as a double, for display. */
export function approximate(value: Value): number | 'undefined' {
  if (value.kind === 'exact') return toNumber(value.q);
  return value.kind === 'ball' ? centreOf(value) : 'undefined';
}

/** The values of a model by the role of their symbols; `only` limits the names. */
export function valuesOf(
  context: Context,
  model: Model,
  only?: ReadonlySet<string>,
): Pick<Counterexample, 'sizes' | 'indices' | 'values'> {
  const sizes: [string, number][] = [];
  const indices: [string, number][] = [];
  const values: [string, Plain][] = [];
  for (const [name, value] of model.values) {
    if (only && !only.has(name)) continue;
    const kind = context.declarations.get(name)?.kind;
    const plain = plainValue(value);
    if (kind === 'size' && typeof plain === 'number') sizes.push([name, plain]);
    else if (kind === 'index' && typeof plain === 'number') indices.push([name, plain]);
    else values.push([name, plain]);
  }
  for (const [name, { text }] of model.functions)
    if (!only || only.has(name)) values.push([name, text]);
  return {
    sizes: Object.fromEntries(sizes),
    indices: Object.fromEntries(indices),
    values: Object.fromEntries(values),
  };
}

/** The counterexample that a failed judgement on a model is. */
export function counterexampleOf(
  context: Context,
  model: Model,
  judgement: Judgement & { kind: 'fails' },
): Counterexample {
  const { left, right, entry, how } = judgement;
  const reason = reasonOf(left, right) ?? (how === 'shapes' ? 'the shapes differ' : undefined);
  return {
    ...valuesOf(context, model),
    left: approximate(left),
    right: approximate(right),
    ...(reason ? { reason } : {}),
    ...(entry && entry.length > 0 ? { entry } : {}),
  };
}

function reasonOf(left: Value, right: Value): string | undefined {
  if (left.kind === 'undefined') return left.reason;
  return right.kind === 'undefined' ? right.reason : undefined;
}
