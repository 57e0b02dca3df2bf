/** The values of the proved functions on a trial, in arbitrary precision with their bounds. */
import type { Context } from '../kernel/context.js';
import { type Ball, ball, bitLength, centreOf } from '../numeric/ball.js';
import { compile } from '../numeric/compile.js';
import { Exhausted, Machine } from '../numeric/machine.js';
import type { Model } from '../numeric/model.js';
import { exact, type Value } from '../numeric/value.js';
import { add, multiply, type Rational, rational } from '../term/rational.js';
import type { Term } from '../term/term.js';
import { scaleOf } from './scale.js';
import { shapeOf, type Trial } from './trial.js';
import type { Expected, Yardstick } from './yardstick.js';

/** Precisions to try, in bits. */
const PRECISIONS: readonly number[] = [128, 320, 1400];
/** A value is known well enough when its radius is below 2^-ENOUGH of it, or below 2^-DEEP. */
const ENOUGH = 70;
const DEEP = 1200;
/** The relative change of an input by which its influence is measured. */
const NUDGE = rational(1, 1n << 60n);

export interface ExactArray {
  readonly shape: readonly number[];
  /** The first index of each axis. */
  readonly origin: readonly number[];
  readonly entries: readonly Ball[];
}

/** Evaluates the functions of a yardstick. */
export class Evaluator {
  readonly #context: Context;
  readonly #functions: readonly Expected[];
  readonly #machines: readonly Machine[];
  #scales: readonly Machine[] | undefined;

  constructor({ context, functions }: Yardstick) {
    this.#context = context;
    this.#functions = functions;
    this.#machines = this.#compiled(functions.map(({ term }) => term));
  }

  #compiled(terms: readonly Term[]): Machine[] {
    const program = compile(this.#context, terms);
    const zeroTimesLogZero = this.#context.conventions.has('0*log(0)');
    return PRECISIONS.map(
      (bits) => new Machine(program, { bits, zeroTimesLogZero, deadline: undefined }),
    );
  }

  /** The size of the terms that are added up for each entry of a function; see scale.ts. */
  scales(model: Model, fn: number): readonly number[] {
    this.#scales ??= this.#compiled(
      this.#functions.map(({ term }) => scaleOf(this.#context, term)),
    );
    for (const machine of this.#scales) {
      const known = this.#entriesOf(machine, model, fn);
      if (known) return known.map(centreOf);
    }
    return [];
  }

  #entriesOf(machine: Machine, model: Model, fn: number): readonly Ball[] | undefined {
    const { rank } = this.#functions[fn] as Expected;
    const value = run(machine, model)?.[fn];
    return value && exactArray(value, rank, machine.options.bits)?.entries;
  }

  /**
   * The value of each function on the trial; undefined for one that has none there, whose limit
   * at a mask does not exist, or that is not known well enough or only after too much work.
   */
  values({ models }: Trial): (ExactArray | undefined)[] {
    const [first, ...others] = models.map((model) => this.#valuesOn(model));
    const isLimit = (value: ExactArray, k: number): boolean =>
      others.every((other) => other[k] !== undefined && isSame(value, other[k]));
    return (first ?? []).map((value, k) => (value && isLimit(value, k) ? value : undefined));
  }

  #valuesOn(model: Model): (ExactArray | undefined)[] {
    let known: (ExactArray | undefined)[] = this.#functions.map(() => undefined);
    for (const machine of this.#machines) {
      const values = run(machine, model);
      if (!values) break;
      known = this.#functions.map(({ rank }, k) => {
        const before = known[k];
        return before ?? exactArray(values[k] as Value, rank, machine.options.bits);
      });
      const isOpen = known.some((value, k) => !value && !isUndefined(values[k] as Value));
      if (!isOpen) break;
    }
    return known;
  }

  /**
   * Σ |x ∂v/∂x| over the entries x of these symbols, for each entry v of a function: by how much v
   * changes when every x changes by a part of itself, in units of that part.
   */
  influences(model: Model, names: readonly string[], fn: number): readonly number[] {
    for (const machine of this.#machines.slice(1)) {
      const here = this.#entriesOf(machine, model, fn);
      if (!here) continue;
      const totals = here.map(() => 0);
      for (const name of names)
        for (const changed of nudged(model, name)) {
          const there = this.#entriesOf(machine, changed, fn) ?? [];
          for (const [k, entry] of there.entries())
            totals[k] = (totals[k] ?? 0) + Math.abs(distance(here[k] as Ball, entry)) * 2 ** 60;
        }
      return totals;
    }
    return [];
  }
}

/** The values of the program; nothing where that is too much work. */
function run(machine: Machine, model: Model): Value[] | undefined {
  try {
    return machine.run(model);
  } catch (problem) {
    if (problem instanceof Exhausted) return undefined;
    throw problem;
  }
}

/** The model with one nonzero entry of the symbol changed, for each of them. */
function* nudged(model: Model, name: string): Generator<Model> {
  const value = model.values.get(name);
  if (!value) return;
  const count = countOf(value);
  for (let k = 0; k < count; k++) {
    let place = 0;
    let isChanged = false;
    const change = (item: Value): Value => {
      if (item.kind === 'array') return { ...item, items: item.items.map(change) };
      if (place++ !== k || item.kind !== 'exact' || item.q.n === 0n) return item;
      isChanged = true;
      return exact(add(item.q, multiply(item.q, NUDGE)));
    };
    const values = new Map(model.values).set(name, change(value));
    const { functions, coordinates } = model;
    if (isChanged) yield { values, functions, coordinates };
  }
}

const countOf = (value: Value): number =>
  value.kind === 'array' ? value.items.reduce((sum, item) => sum + countOf(item), 0) : 1;

function exactArray(value: Value, rank: number, bits: number): ExactArray | undefined {
  const entries: Ball[] = [];
  const collect = (item: Value): boolean => {
    if (item.kind === 'array') return item.items.every(collect);
    if (item.kind !== 'exact' && item.kind !== 'ball') return false;
    entries.push(item.kind === 'ball' ? item : ballAround(item.q, bits));
    return isKnown(entries.at(-1) as Ball);
  };
  if (!collect(value)) return undefined;
  return { shape: shapeOf(value, rank), origin: originOf(value, rank), entries };
}

const originOf = (value: Value, rank: number): number[] =>
  rank === 0 || value.kind !== 'array'
    ? []
    : [value.lo, ...originOf(value.items[0] ?? value, rank - 1)];

function ballAround(q: Rational, bits: number): Ball {
  const k = Math.max(0, bits + bitLength(q.d) - bitLength(q.n));
  const isWhole = q.d === 1n;
  return isWhole ? ball(q.n, 0, 0n, bits) : ball((q.n << BigInt(k)) / q.d, -k, 1n, bits);
}

const isKnown = ({ m, e, r }: Ball): boolean =>
  r === 0n || bitLength(r) + ENOUGH <= bitLength(m) || bitLength(r) + e < -DEEP;

function isUndefined(value: Value): boolean {
  return value.kind === 'array' ? value.items.some(isUndefined) : value.kind === 'undefined';
}

/** True when the two are the same to about 60 bits, or both far below every double. */
function isSame(a: ExactArray, b: ExactArray): boolean {
  return a.entries.every((x, k) => {
    const y = b.entries[k] as Ball;
    const top = Math.max(topOf(x), topOf(y));
    const gap = differenceOf(x, y);
    return top < -DEEP || topOf(gap) < top - 60;
  });
}

const topOf = ({ m, e }: Ball): number => (m === 0n ? Number.NEGATIVE_INFINITY : bitLength(m) + e);

/** The centre of a - b, exactly. */
function differenceOf(a: Ball, b: Ball): Ball {
  const e = Math.min(a.e, b.e);
  // Far apart, the smaller one does not matter.
  if (Math.abs(a.e - b.e) > 8000) return topOf(a) > topOf(b) ? a : b;
  const m = (a.m << BigInt(a.e - e)) - (b.m << BigInt(b.e - e));
  return { kind: 'ball', m, e, r: 0n };
}

function distance(a: Ball, b: Ball): number {
  const { m, e } = differenceOf(a, b);
  const excess = Math.max(0, bitLength(m) - 60);
  return Number(m >> BigInt(excess)) * 2 ** (e + excess);
}
