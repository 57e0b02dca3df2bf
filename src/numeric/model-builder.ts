/**
 * Builds models: draws the coordinates of every symbol in the order of declaration and makes its
 * value from them, so that every fact of a declaration holds by construction.
 */
import type { Context, Declaration } from '../kernel/context.js';
import { add, divide, multiply, type Rational, rational, ZERO } from '../term/rational.js';
import type { Term } from '../term/term.js';
import { compile } from './compile.js';
import {
  type Domain,
  isEmpty,
  NONNEGATIVE,
  POSITIVE,
  PROBABILITY,
  REALS,
  UNIT,
  wholeBetween,
  within,
} from './domain.js';
import { type FunctionModel, functionModel, shapesOf } from './function-model.js';
import { Machine } from './machine.js';
import type { Coordinate, Model } from './model.js';
import type { Source } from './source.js';
import { type ArrayValue, asInteger, exact, type Value } from './value.js';

/** Entries that one array of a model may have. */
const MAX_ENTRIES = 400;
/** Precision for the bounds of declarations, which are whole or simple numbers. */
const BOUND_BITS = 128;

/** Why there is no model for these coordinates: an empty range, or one that is not known. */
class NoModel extends Error {}

/** Builds models of a context over the given symbols from sources of coordinates. */
export class ModelBuilder {
  readonly #declarations: { readonly declaration: Declaration; readonly bounds: Machine }[] = [];

  constructor(context: Context, names: ReadonlySet<string>) {
    for (const declaration of context.declarations.values()) {
      if (!names.has(declaration.name)) continue;
      const program = compile(context, boundsOf(declaration));
      const options = { bits: BOUND_BITS, zeroTimesLogZero: false, deadline: undefined };
      this.#declarations.push({ declaration, bounds: new Machine(program, options) });
    }
  }

  /** The model with coordinates from this source; undefined when a symbol has no possible value. */
  build(source: Source): Model | undefined {
    const draft = new Draft(source);
    try {
      for (const { declaration, bounds } of this.#declarations)
        draft.declare(declaration, bounds.run(draft));
      return draft;
    } catch (problem) {
      if (problem instanceof NoModel) return undefined;
      throw problem;
    }
  }
}

/** The terms that bound a declaration: both ends of every axis, then its lower and upper bound. */
function boundsOf({ axes, lower, upper }: Declaration): Term[] {
  const bounds = axes.flatMap(({ lo, hi }) => [lo, hi]);
  if (lower) bounds.push(lower);
  if (upper) bounds.push(upper);
  return bounds;
}

interface Range {
  readonly lo: number;
  readonly hi: number;
}

/** A model in the making. */
class Draft implements Model {
  readonly values = new Map<string, Value>();
  readonly functions = new Map<string, FunctionModel>();
  readonly coordinates = new Map<string, Coordinate>();
  readonly #source: Source;

  constructor(source: Source) {
    this.#source = source;
  }

  declare(declaration: Declaration, bounds: readonly Value[]): void {
    const { name, kind, axes } = declaration;
    if (kind === 'function' || kind === 'smooth function' || kind === 'increasing function') {
      const choice = this.#whole(name, 0, shapesOf(kind).length - 1, 'choice');
      this.functions.set(name, functionModel(kind, declaration.arity ?? 1, choice));
      return;
    }
    const ranges = axes.map((_, k) => rangeOf(bounds[2 * k], bounds[2 * k + 1]));
    const entries = ranges.reduce((product, { lo, hi }) => product * Math.max(0, hi - lo + 1), 1);
    if (entries > MAX_ENTRIES) throw new NoModel();
    let next = 2 * axes.length;
    const lower = declaration.lower && rationalOf(bounds[next++]);
    const upper = declaration.upper && rationalOf(bounds[next]);
    this.values.set(name, this.#symbol(declaration, ranges, lower, upper));
  }

  #symbol(
    declaration: Declaration,
    ranges: readonly Range[],
    lower?: Rational,
    upper?: Rational,
  ): Value {
    const { name, kind } = declaration;
    switch (kind) {
      case 'onehot':
      case 'onehot or zero':
      case 'simplex':
      case 'closed simplex':
        return this.#rows(kind, name, ranges, []);
      case 'symmetric':
      case 'spd':
        return this.#matrix(kind, name, ranges, within(REALS, lower, upper));
      default:
        return this.#entries(name, ranges, domainOf(kind, lower, upper), kind === 'sign', []);
    }
  }

  #draw(key: string, domain: Domain): Rational {
    if (isEmpty(domain)) throw new NoModel();
    const value = this.#source.draw(key, domain);
    this.coordinates.set(key, { value, domain });
    return value;
  }

  #whole(key: string, lo: number, hi: number, role: Domain['role']): number {
    return Number(this.#draw(key, wholeBetween(lo, hi, role)).n);
  }

  /** An array whose entries are drawn one by one; a sign is drawn as 0 for 1 and 1 for -1. */
  #entries(
    name: string,
    ranges: readonly Range[],
    domain: Domain,
    isSign: boolean,
    at: readonly number[],
  ): Value {
    const [range, ...rest] = ranges;
    if (!range) {
      const drawn = this.#draw(keyOf(name, at), domain);
      return exact(isSign ? rational(1n - 2n * drawn.n) : drawn);
    }
    return arrayOf(range, (i) => this.#entries(name, rest, domain, isSign, [...at, i]));
  }

  /** An array whose last axis is drawn row by row. */
  #rows(kind: RowKind, name: string, ranges: readonly Range[], at: readonly number[]): Value {
    const [range, ...rest] = ranges;
    if (!range) return exact(rational(1));
    if (rest.length > 0) return arrayOf(range, (i) => this.#rows(kind, name, rest, [...at, i]));
    if (kind === 'simplex' || kind === 'closed simplex')
      return this.#simplex(kind, name, range, at);
    const first = kind === 'onehot' ? range.lo : range.lo - 1;
    const place = this.#whole(`${keyOf(name, at)} place`, first, range.hi, 'choice');
    return arrayOf(range, (i) => exact(rational(i === place ? 1 : 0)));
  }

  /** Weights, divided by their sum. */
  #simplex(kind: RowKind, name: string, range: Range, at: readonly number[]): Value {
    if (range.hi < range.lo) throw new NoModel();
    const domain: Domain = { ...(kind === 'simplex' ? POSITIVE : NONNEGATIVE), role: 'weight' };
    const weights: Rational[] = [];
    for (let i = range.lo; i <= range.hi; i++)
      weights.push(this.#draw(keyOf(name, [...at, i]), domain));
    if (weights.every((w) => w.n === 0n)) weights[0] = rational(1);
    const total = weights.reduce(add, ZERO);
    return arrayOf(range, (i) => exact(divide(weights[i - range.lo] as Rational, total)));
  }

  /** Symmetric: the upper triangle is drawn. Positive definite: L·Lᵀ with a positive diagonal. */
  #matrix(
    kind: 'symmetric' | 'spd',
    name: string,
    ranges: readonly Range[],
    domain: Domain,
  ): Value {
    const [rows, columns] = ranges;
    if (!rows || !columns || rows.hi - rows.lo !== columns.hi - columns.lo) throw new NoModel();
    const size = rows.hi - rows.lo + 1;
    const triangle = Array.from({ length: size }, (_, i) =>
      Array.from({ length: i + 1 }, (_, j) => {
        const place = keyOf(name, [rows.lo + i, columns.lo + j]);
        return this.#draw(place, kind === 'spd' && i === j ? POSITIVE : domain);
      }),
    );
    const below = (i: number, j: number): Rational =>
      triangle[Math.max(i, j)]?.[Math.min(i, j)] ?? ZERO;
    const product = (i: number, j: number): Rational => {
      let sum = ZERO;
      for (let k = 0; k <= Math.min(i, j); k++) sum = add(sum, multiply(below(i, k), below(j, k)));
      return sum;
    };
    const entry = kind === 'spd' ? product : below;
    return arrayOf(rows, (i) => arrayOf(columns, (j) => exact(entry(i - rows.lo, j - columns.lo))));
  }
}

type RowKind = 'onehot' | 'onehot or zero' | 'simplex' | 'closed simplex';

const keyOf = (name: string, at: readonly number[]): string =>
  at.length === 0 ? name : `${name}[${at.join(',')}]`;

function arrayOf({ lo, hi }: Range, entry: (i: number) => Value): ArrayValue {
  const items: Value[] = [];
  for (let i = lo; i <= hi; i++) items.push(entry(i));
  return { kind: 'array', lo, items };
}

function rangeOf(lo: Value | undefined, hi: Value | undefined): Range {
  const from = lo && asInteger(lo);
  const to = hi && asInteger(hi);
  if (from === undefined || to === undefined) throw new NoModel();
  return { lo: from, hi: to };
}

function rationalOf(value: Value | undefined): Rational {
  if (value?.kind !== 'exact') throw new NoModel();
  return value.q;
}

/** A whole number that is bounded below alone counts something, as sizes do. */
const isCount = (lower?: Rational, upper?: Rational): boolean =>
  lower !== undefined && upper === undefined && lower.n >= 0n;

/** The domain of one entry of a kind that is drawn entry by entry. */
function domainOf(kind: Declaration['kind'], lower?: Rational, upper?: Rational): Domain {
  switch (kind) {
    case 'size':
      return within({ ...REALS, whole: true, role: 'size' }, lower ?? rational(1), upper);
    case 'integer':
      return within(
        { ...REALS, whole: true, role: isCount(lower, upper) ? 'size' : 'choice' },
        lower,
        upper,
      );
    case 'index':
    case 'label':
      return within({ ...REALS, whole: true, role: 'choice' }, lower, upper);
    case 'positive':
      return within(POSITIVE, lower, upper);
    case 'nonneg':
      return within(NONNEGATIVE, lower, upper);
    case 'unit':
      return within(UNIT, lower, upper);
    case 'probability':
      return within(PROBABILITY, lower, upper);
    case 'binary':
    case 'sign':
      return wholeBetween(0, 1, 'choice');
    default:
      return within(REALS, lower, upper);
  }
}
