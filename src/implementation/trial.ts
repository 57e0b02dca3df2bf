/**
 * Trials: models whose values are numbers of the element type, and what a function is given for
 * them. Sizes are numbers; arrays are flat, row-major, with their shapes beside them.
 */
import type { Context, Declaration } from '../kernel/context.js';
import type { Model } from '../numeric/model.js';
import { Sampler } from '../numeric/sample.js';
import { type ArrayValue, exact, type Value } from '../numeric/value.js';
import { add, type Rational, rational, subtract, ZERO } from '../term/rational.js';
import type { Term } from '../term/term.js';
import { type ElementType, exactly, FORMATS } from './element.js';
import { FAMILIES, type Family, spreadSource } from './spread.js';
import type { Yardstick } from './yardstick.js';

export type Flat = Float64Array | Float32Array | Int32Array;

/** What a function is called with: `loss({ n, C, z, y }, { shapes })`. */
export interface Arguments {
  readonly data: Readonly<Record<string, number | Flat>>;
  readonly shapes: Readonly<Record<string, readonly number[]>>;
}

export interface Trial {
  readonly family: string;
  readonly given: Arguments;
  /** The model; of a masked trial some that are nearly at the limit, on ways of their own. */
  readonly models: readonly [Model, ...Model[]];
  /** The model as it was drawn, and in which run. */
  readonly drawn: Model;
  readonly run: number;
}

export interface TrialOptions {
  readonly seed: number;
  /** Trials to look for; there may be fewer. */
  readonly runs: number;
  readonly maxSize: number;
  readonly element: ElementType;
  /** Whether some trials mask entries by −∞. */
  readonly masked: boolean;
}

/**
 * What stands for −∞ in the exact evaluation: exp of it is far below every double. Entries go
 * down at rates of their own, slowest first or last, so that what depends on the way down counts
 * as no limit.
 */
const NEARLY: readonly ((entry: number) => Rational)[] = [
  (entry) => rational(-(2 ** 20) * (1 + (entry % 5))),
  (entry) => rational(-(2 ** 23) * (1 + ((3 * entry + 2) % 5))),
  (entry) => rational(-(2 ** (21 + 2 * (entry % 8)))),
  (entry) => rational(-(2 ** (35 - 2 * (entry % 8)))),
];

/** The trials of a yardstick, and trials like these with one value changed. */
export class Trials {
  readonly #yardstick: Yardstick;
  readonly #element: ElementType;
  readonly #families: readonly Family[];
  readonly #sampler: Sampler;

  constructor(yardstick: Yardstick, options: TrialOptions) {
    const { context, functions, inputs, variable } = yardstick;
    const { element, seed, runs, maxSize, masked } = options;
    this.#yardstick = yardstick;
    this.#element = element;
    const mayMask = masked && isMaskable(context, variable);
    this.#families = FAMILIES.filter(({ isMasked }) => !isMasked || mayMask);
    const about = [
      ...functions.map(({ term }): Term => term),
      ...inputs.map(({ name }) => context.arena.sym(name)),
    ];
    this.#sampler = new Sampler(context, about, {
      ...{ seed, runs, maxSize },
      sourceAt: (run) => {
        const own = Math.imul(seed + 1, 0x01000193) + run;
        return spreadSource(own, this.#familyAt(run), maxSize, FORMATS[element].grid);
      },
    });
  }

  /** Families in turn, so that each has its share. */
  *all(): Generator<Trial> {
    for (const [run, model] of this.#sampler.numbered()) {
      const trial = this.#trialOf(model, run);
      if (trial) yield trial;
    }
  }

  /** The trial with one coordinate of its model changed; undefined where that is no trial. */
  changed({ drawn, run }: Trial, key: string, value: Rational): Trial | undefined {
    const model = this.#sampler.changed(drawn, new Map([[key, value]]));
    return model && this.#trialOf(model, run);
  }

  #trialOf(drawn: Model, run: number): Trial | undefined {
    const { context, inputs, variable } = this.#yardstick;
    const family = this.#familyAt(run);
    const model = withDyadicRows(context, drawn, this.#element);
    const given = argumentsOf(inputs, model, this.#element);
    if (!given) return undefined;
    if (!family.isMasked) return { family: family.name, given, models: [model], drawn, run };
    const limit = variable === undefined ? undefined : masking(model, given, variable, run);
    return limit && { family: family.name, ...limit, drawn, run };
  }

  #familyAt(run: number): Family {
    return this.#families[run % this.#families.length] as Family;
  }
}

/** Entries of the variable may be −∞ where nothing bounds it and no assumption speaks of it. */
function isMaskable(context: Context, variable: string | undefined): boolean {
  const declaration = variable === undefined ? undefined : context.declarations.get(variable);
  if (declaration?.kind !== 'real' || declaration.axes.length === 0) return false;
  return !declaration.lower && !declaration.upper && !isAssumed(context, declaration.name);
}

const isAssumed = (context: Context, name: string): boolean =>
  [...context.hypotheses.values()].some(({ proposition }) => mentions(proposition, name));

const mentions = (term: Term, name: string): boolean =>
  term.name === name || term.args.some((child) => mentions(child, name));

/** Every second entry or so of the variable masked, but in each row at least one is not. */
function masking(
  model: Model,
  given: Arguments,
  variable: string,
  run: number,
): Pick<Trial, 'given' | 'models'> | undefined {
  const flat = given.data[variable];
  const width = given.shapes[variable]?.at(-1) ?? 0;
  if (flat === undefined || typeof flat === 'number') return undefined;
  const isMasked = (k: number): boolean => {
    const row = Math.floor(k / width);
    return k % width !== (run + row) % width && (k * 7 + run * 5 + (k >> 2)) % 2 === 0;
  };
  const data = flat.map((value, k) => (isMasked(k) ? Number.NEGATIVE_INFINITY : value));
  if (!data.includes(Number.NEGATIVE_INFINITY)) return undefined;
  const nearly = (down: (entry: number) => Rational): Model => {
    let place = 0;
    const values = new Map(model.values);
    const change = (value: Value): Value => {
      if (value.kind === 'array') return { ...value, items: value.items.map(change) };
      const entry = place++;
      return isMasked(entry) ? exact(down(entry)) : value;
    };
    values.set(variable, change(values.get(variable) as Value));
    return { values, functions: model.functions, coordinates: model.coordinates };
  };
  return {
    given: { ...given, data: { ...given.data, [variable]: data } },
    models: NEARLY.map(nearly) as [Model, ...Model[]],
  };
}

/** The model with the rows of every simplex rounded so that each entry has few binary digits. */
function withDyadicRows(context: Context, model: Model, element: ElementType): Model {
  const values = new Map(model.values);
  for (const [name, value] of model.values) {
    const kind = context.declarations.get(name)?.kind;
    if (kind === 'simplex' || kind === 'closed simplex')
      values.set(name, dyadic(value as ArrayValue, FORMATS[element].bits - 3));
  }
  return { values, functions: model.functions, coordinates: model.coordinates };
}

function dyadic(row: ArrayValue, bits: number): ArrayValue {
  if (row.items[0]?.kind === 'array')
    return { ...row, items: row.items.map((item) => dyadic(item as ArrayValue, bits)) };
  const unit = 1n << BigInt(bits);
  const entries = row.items.map((item) => {
    const q = item.kind === 'exact' ? item.q : ZERO;
    const rounded = (q.n * unit) / q.d;
    return rational(rounded === 0n && q.n !== 0n ? 1n : rounded, unit);
  });
  // The largest entry takes what the others lost.
  const largest = entries.reduce((best, q, k) => (isMore(q, entries[best]) ? k : best), 0);
  const rest = subtract(rational(1), entries.reduce(add, ZERO));
  entries[largest] = add(entries[largest] ?? ZERO, rest);
  return { ...row, items: entries.map(exact) };
}

const isMore = (a: Rational, b: Rational | undefined): boolean =>
  b !== undefined && a.n * b.d > b.n * a.d;

/** What a function is given; undefined when a value is no number of the element type. */
function argumentsOf(
  inputs: readonly Declaration[],
  model: Model,
  element: ElementType,
): Arguments | undefined {
  const data: Record<string, number | Flat> = {};
  const shapes: Record<string, readonly number[]> = {};
  for (const { name, kind, axes } of inputs) {
    const value = model.values.get(name);
    const numbers = value && numbersIn(value, element);
    if (!value || !numbers) return undefined;
    const isWhole = kind === 'integer' || kind === 'label' || kind === 'index' || kind === 'size';
    if (axes.length === 0) data[name] = numbers[0] as number;
    else {
      data[name] = isWhole ? Int32Array.from(numbers) : FORMATS[element].array.from(numbers);
      shapes[name] = shapeOf(value, axes.length);
    }
  }
  return { data, shapes };
}

function numbersIn(value: Value, element: ElementType): number[] | undefined {
  if (value.kind === 'exact') {
    const number = exactly(value.q, element);
    return number === undefined ? undefined : [number];
  }
  if (value.kind !== 'array') return undefined;
  const all: number[] = [];
  for (const item of value.items) {
    const numbers = numbersIn(item, element);
    if (!numbers) return undefined;
    all.push(...numbers);
  }
  return all;
}

/** The lengths of the axes, as far as there are entries. */
export function shapeOf(value: Value, rank: number): number[] {
  if (rank === 0) return [];
  const items = value.kind === 'array' ? value.items : [];
  return [items.length, ...(items[0] ? shapeOf(items[0], rank - 1) : Array(rank - 1).fill(0))];
}
