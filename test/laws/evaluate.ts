/**
 * A small evaluator of closed terms on doubles, independent of the product's.
 *
 * Two meanings. *Partial*: a term may have no value, and a bracket or delta that is 0 annihilates
 * the other factors of its product. *Total*: as proofs see it, every operation has a value
 * everywhere; where it has none by the partial meaning, it is some unknown number, drawn here from
 * a seed. Of the unknown numbers only the ring laws are relied on, with u/v = u*(1/v).
 */
import { toNumber } from '../../src/term/rational.js';
import { arg, type Term } from '../../src/term/term.js';
import { determinant, inverseEntry, isDefinite } from './matrices.js';
import { quadrature } from './quadrature.js';
import { slopeOf } from './slope.js';
import * as special from './special-functions.js';

/** Neither true nor false can be told at this precision; the sample is thrown away. */
export class Unsure extends Error {}

export interface Value {
  readonly v: number;
  /** No rounding has happened, so that equality can be decided. */
  readonly exact: boolean;
  /** The 0 of a bracket or delta. */
  readonly strong?: boolean;
}

export const UNDEFINED = Symbol('undefined');
export type Result = Value | typeof UNDEFINED;

/** log(0), perhaps times numbers: what a factor 0 makes 0 where the convention 0*log(0) holds. */
const LOG_OF_ZERO = Symbol('log of zero');
type Factor = Result | typeof LOG_OF_ZERO;

/** The entries of arrays and the values of numbers; varied along one entry by `shifted`. */
export interface World {
  /** The value of a declared entry; undefined outside the array. */
  entry(name: string, indices: readonly number[]): number | undefined;
  /** The convention 0*log(0) = 0 holds. */
  readonly zeroLogZero: boolean;
}

const exact = (v: number): Value => ({ v, exact: true });
const rounded = (v: number): Value => ({ v, exact: false });
const STRONG_ZERO: Value = { v: 0, exact: true, strong: true };

/** A whole number from text and a seed. */
export function hash(text: string, seed: number): number {
  let h = seed ^ 0x9e3779b9;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return (h ^ (h >>> 15)) >>> 0;
}

const UNKNOWN = [-3, -2, -1, -0.5, 0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, -1.625, 2.375, 16, -16];

/** The values that the variable of an optimum ranges over. */
const ADMISSIBLE = [-2, -1, -0.5, 0, 0.5, 1, 2, 3];

type Elementary = readonly [domain: (x: number) => boolean, f: (x: number) => number];
const everywhere = (): boolean => true;
const positive = (x: number): boolean => x > 0;

const ELEMENTARY: Readonly<Partial<Record<Term['op'], Elementary>>> = {
  exp: [everywhere, Math.exp],
  log: [positive, Math.log],
  log2: [positive, Math.log2],
  log10: [positive, Math.log10],
  tanh: [everywhere, Math.tanh],
  softplus: [everywhere, (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))],
  sigmoid: [everywhere, (x) => 1 / (1 + Math.exp(-x))],
  erf: [everywhere, special.erf],
  Phi: [everywhere, (x) => (1 + special.erf(x / Math.SQRT2)) / 2],
  sqrt: [(x) => x >= 0, Math.sqrt],
  factorial: [(x) => Number.isInteger(x) && x >= 0, (x) => special.gamma(x + 1)],
  gamma: [positive, special.gamma],
  lgamma: [positive, special.logGamma],
  digamma: [positive, special.digamma],
};

/** Functions whose value at an exact argument is exact where this says so. */
const isExactAt = (op: Term['op'], x: number, y: number): boolean => {
  if (op === 'exp' || op === 'tanh' || op === 'erf') return x === 0;
  if (op === 'log') return x === 1;
  if (op === 'sqrt') return y * y === x;
  return (op === 'factorial' || op === 'gamma') && Number.isInteger(x);
};

export class Evaluator {
  /** The largest absolute value met: what rounding errors are measured by. */
  magnitude = 1;
  /** The error of the derivatives met. */
  #noise = 0;
  readonly #shifts = new Map<string, number>();

  constructor(
    readonly world: World,
    /** Seed of the unknown numbers. */
    readonly seed: number,
  ) {}

  /** Values this close may be equal. */
  get tolerance(): number {
    return 1e-11 * this.magnitude + 1e-10 + this.#noise;
  }

  partial(term: Term): Result {
    return this.#value(term, [], false);
  }

  total(term: Term): Value {
    return this.#number(term, [], true);
  }

  /**
   * How an optimum's objective orders the admissible values of its variable: the objective at
   * each of them, negated for a maximum; undefined where it has no value at one of them.
   */
  objective(optimum: Term, total: boolean): readonly Value[] | typeof UNDEFINED {
    const [body, variable] = optimum.args as [Term, Term];
    const values = this.#overAll(variable, () => this.#value(body, [], total));
    const numbers = values.filter((value) => value !== UNDEFINED);
    if (numbers.length < values.length) return UNDEFINED;
    return optimum.op === 'argmax' ? numbers.map((n) => ({ ...n, v: -n.v })) : numbers;
  }

  /** The body at every admissible value of the variable. */
  #overAll<T>(variable: Term, body: () => T): T[] {
    const along = this.#along(variable, [], true, body);
    const here = this.#number(variable, [], true).v;
    return ADMISSIBLE.map((value) => along?.(value - here) as T);
  }

  /** True when the proposition holds, its terms taken as total. */
  holds(proposition: Term, locals: readonly number[] = []): boolean {
    return this.#truth(proposition, locals, true) === true;
  }

  #number(term: Term, locals: readonly number[], total: boolean): Value {
    const value = this.#value(term, locals, total);
    if (value === UNDEFINED) throw new Error('a total term has a value');
    return value;
  }

  #unknown(total: boolean, what: string, ...args: readonly number[]): Result {
    if (!total) return UNDEFINED;
    const key = `${what} ${args.map((x) => Number(x.toPrecision(7)) + 0).join()}`;
    return exact(UNKNOWN[hash(key, this.seed) % UNKNOWN.length] as number);
  }

  #noted(value: Result): Result {
    if (value === UNDEFINED) return value;
    if (!Number.isFinite(value.v)) throw new Unsure();
    this.magnitude = Math.max(this.magnitude, Math.abs(value.v));
    return value;
  }

  #value(term: Term, locals: readonly number[], total: boolean): Result {
    return this.#noted(this.#compute(term, locals, total));
  }

  #compute(term: Term, locals: readonly number[], total: boolean): Result {
    switch (term.op) {
      case 'num': {
        const q = term.value ?? { n: 0n, d: 1n };
        return { v: toNumber(q), exact: (q.d & (q.d - 1n)) === 0n };
      }
      case 'pi':
        return rounded(Math.PI);
      case 'int':
        return this.#integral(term, locals, total);
      case 'bound':
        return exact(locals[locals.length - 1 - term.index] as number);
      case 'sym':
      case 'at':
        return this.#entry(term, locals, total);
      case 'sum':
      case 'prod':
      case 'max':
      case 'min':
        return this.#fold(term, locals, total);
      case 'if': {
        const truth = this.#truth(arg(term, 0), locals, total);
        return truth === UNDEFINED ? truth : this.#value(arg(term, truth ? 1 : 2), locals, total);
      }
      case 'iverson': {
        const truth = this.#truth(arg(term, 0), locals, total);
        if (truth === UNDEFINED) return truth;
        return truth ? exact(1) : STRONG_ZERO;
      }
      case 'det':
        return this.#determinant(term, locals, total);
      case 'diff':
        return this.#derivative(term, locals, total);
      default:
        return this.#apply(term, locals, total);
    }
  }

  /** A factor of a product, in which log(0) is told apart from what has no value at all. */
  #factor(term: Term, locals: readonly number[], total: boolean): Factor {
    if (total || !this.world.zeroLogZero) return this.#value(term, locals, total);
    if (term.op === 'neg') {
      const x = this.#factor(arg(term, 0), locals, total);
      return x === LOG_OF_ZERO ? x : this.#value(term, locals, total);
    }
    if (term.op === 'mul') {
      const [x, y] = term.args.map((child) => this.#factor(child, locals, total)) as [
        Factor,
        Factor,
      ];
      return product(x, y);
    }
    if (term.op === 'prod') return this.#product(term, locals, total);
    if (term.op !== 'log') return this.#value(term, locals, total);
    const x = this.#value(arg(term, 0), locals, total);
    return x !== UNDEFINED && x.exact && x.v === 0 ? LOG_OF_ZERO : this.#value(term, locals, total);
  }

  #product(term: Term, locals: readonly number[], total: boolean): Factor {
    const range = this.#range(term, locals, total);
    if (range === UNDEFINED) return range;
    return range
      .map((k) => this.#factor(arg(term, 2), [...locals, k], total))
      .reduce(product, exact(1));
  }

  #apply(term: Term, locals: readonly number[], total: boolean): Result {
    if (term.op === 'mul') {
      const [left, right] = term.args.map((child) => this.#factor(child, locals, total));
      return plain(product(left as Factor, right as Factor));
    }
    const x = this.#value(arg(term, 0), locals, total);
    if (term.args.length === 1) {
      if (x === UNDEFINED) return x;
      return this.#unary(term.op, x, total);
    }
    const y = this.#value(arg(term, 1), locals, total);
    if (x === UNDEFINED || y === UNDEFINED) return UNDEFINED;
    return this.#binary(term.op, x, y, total);
  }

  #unary(op: Term['op'], x: Value, total: boolean): Result {
    if (op === 'neg') return { ...x, v: -x.v };
    if (op === 'abs') return { v: Math.abs(x.v), exact: x.exact };
    if (op === 'relu') return { v: Math.max(x.v, 0), exact: x.exact };
    if (op === 'sign') return exact(Math.sign(this.#decided(x, exact(0))));
    const known = ELEMENTARY[op];
    if (!known) throw new Unsure(`no value of ${op}`);
    const [inDomain, f] = known;
    if (inDomain !== everywhere) this.#decided(x, exact(0));
    if (op === 'factorial' && !x.exact) throw new Unsure();
    if (!inDomain(x.v)) return this.#unknown(total, op, x.v);
    const y = f(x.v);
    return { v: y, exact: x.exact && isExactAt(op, x.v, y) };
  }

  #binary(op: Term['op'], x: Value, y: Value, total: boolean): Result {
    const bothExact = x.exact && y.exact;
    switch (op) {
      case 'add':
        return { v: x.v + y.v, exact: bothExact };
      case 'sub':
        return { v: x.v - y.v, exact: bothExact };
      case 'div':
        return this.#quotient(x, y, total);
      case 'pow':
        return this.#power(x, y, total);
      case 'maximum':
        return { v: Math.max(x.v, y.v), exact: bothExact };
      case 'minimum':
        return { v: Math.min(x.v, y.v), exact: bothExact };
      case 'delta':
        return this.#decided(x, y) === 0 ? exact(1) : STRONG_ZERO;
      case 'binom': {
        if (!bothExact) throw new Unsure();
        const natural = Number.isInteger(x.v) && Number.isInteger(y.v) && y.v >= 0 && y.v <= x.v;
        if (!natural) return this.#unknown(total, op, x.v, y.v);
        let value = 1;
        for (let k = 1; k <= y.v; k++) value = (value * (x.v - y.v + k)) / k;
        return exact(value);
      }
      default:
        throw new Unsure(`no value of ${op}`);
    }
  }

  #quotient(x: Value, y: Value, total: boolean): Result {
    if (this.#decided(y, exact(0)) === 0) {
      const reciprocal = this.#unknown(total, '1/0');
      return reciprocal === UNDEFINED ? reciprocal : plain(product(x, reciprocal));
    }
    const v = x.v / y.v;
    return { v, exact: x.exact && y.exact && Number.isInteger(v * 1024) };
  }

  #power(x: Value, y: Value, total: boolean): Result {
    const isWhole = y.exact && Number.isInteger(y.v);
    if (!y.exact && x.v <= this.tolerance && Math.abs(y.v - Math.round(y.v)) < 1e-6)
      throw new Unsure();
    if (isWhole && y.v >= 0) return { v: x.v ** y.v, exact: x.exact };
    const sign = this.#decided(x, exact(0));
    if (isWhole && sign === 0) {
      const reciprocal = this.#unknown(total, '1/0');
      return reciprocal === UNDEFINED ? reciprocal : exact(reciprocal.v ** -y.v);
    }
    if (isWhole || sign > 0) return rounded(x.v ** y.v);
    if (sign === 0 && y.v > 0) return exact(0);
    return this.#unknown(total, 'pow', x.v, y.v);
  }

  /** Negative, zero or positive as x - y is; thrown away when rounding may decide. */
  #decided(x: Value, y: Value): number {
    const difference = x.v - y.v;
    if (x.exact && y.exact) return difference;
    if (Math.abs(difference) <= this.tolerance) throw new Unsure();
    return difference;
  }

  #entry(term: Term, locals: readonly number[], total: boolean): Result {
    const indices: number[] = [];
    let base = term;
    for (; base.op === 'at'; base = arg(base, 0)) {
      const index = this.#value(arg(base, 1), locals, total);
      if (index === UNDEFINED) return index;
      if (!index.exact) throw new Unsure();
      indices.unshift(index.v);
    }
    if (base.op === 'array') return this.#arrayEntry(base, indices, locals, total);
    if (base.op === 'inv') return this.#inverseEntry(arg(base, 0), indices, locals, total);
    const stored = this.world.entry(base.name, indices);
    const value = stored ?? this.#unknown(total, `entry ${base.name}`, ...indices);
    if (value === UNDEFINED) return UNDEFINED;
    const plain = typeof value === 'number' ? value : value.v;
    return exact(plain + (this.#shifts.get(`${base.name} ${indices.join()}`) ?? 0));
  }

  #arrayEntry(
    base: Term,
    indices: readonly number[],
    locals: readonly number[],
    total: boolean,
  ): Result {
    const [index] = indices as [number];
    const range = this.#range(base, locals, total);
    if (range === UNDEFINED) return range;
    if (indices.length !== 1 || !range.includes(index))
      return this.#unknown(total, 'entry of array', ...indices);
    return this.#value(arg(base, 2), [...locals, index], total);
  }

  /** The rows of a matrix over one range; their place; whether no entry was rounded. */
  #matrix(
    term: Term,
    locals: readonly number[],
    total: boolean,
  ): { rows: number[][]; range: number[]; isExact: boolean } | typeof UNDEFINED {
    const range = this.#range(term, locals, total);
    if (range === UNDEFINED) return range;
    if (range.length > 4) throw new Unsure();
    const values = range.map((k) =>
      range.map((l) => this.#value(arg(arg(term, 2), 2), [...locals, k, l], total)),
    );
    const numbers = values.map((row) => row.filter((x) => x !== UNDEFINED));
    if (numbers.some((row) => row.length < range.length)) return UNDEFINED;
    const isExact = numbers.every((row) => row.every((x) => x.exact));
    return { rows: numbers.map((row) => row.map((x) => x.v)), range, isExact };
  }

  #determinant(term: Term, locals: readonly number[], total: boolean): Result {
    const matrix = this.#matrix(arg(term, 0), locals, total);
    if (matrix === UNDEFINED) return matrix;
    if (matrix.rows.length === 0) return this.#unknown(total, 'det');
    return { v: determinant(matrix.rows), exact: matrix.isExact };
  }

  #inverseEntry(
    term: Term,
    indices: readonly number[],
    locals: readonly number[],
    total: boolean,
  ): Result {
    const matrix = this.#matrix(term, locals, total);
    if (matrix === UNDEFINED) return matrix;
    const { rows, range, isExact } = matrix;
    const [i, j] = indices.map((index) => range.indexOf(index)) as [number, number];
    const isOutside = indices.length !== 2 || i < 0 || j < 0;
    const isSingular =
      !isOutside && this.#decided({ v: determinant(rows), exact: isExact }, exact(0)) === 0;
    if (isOutside || isSingular) return this.#unknown(total, 'inverse', ...indices, ...rows.flat());
    const v = inverseEntry(rows, i, j);
    return { v, exact: isExact && Number.isInteger(v * 1024) };
  }

  /** The whole numbers between the ends; by the partial meaning the ends are whole. */
  #range(term: Term, locals: readonly number[], total: boolean): number[] | typeof UNDEFINED {
    const lo = this.#value(arg(term, 0), locals, total);
    const hi = this.#value(arg(term, 1), locals, total);
    if (lo === UNDEFINED || hi === UNDEFINED) return UNDEFINED;
    for (const end of [lo, hi])
      if (!end.exact && Math.abs(end.v - Math.round(end.v)) < 1e-6) throw new Unsure();
    if (!total && !(Number.isInteger(lo.v) && Number.isInteger(hi.v))) return UNDEFINED;
    if (hi.v - lo.v > 60) throw new Unsure();
    const found: number[] = [];
    for (let k = Math.ceil(lo.v) + 0; k <= hi.v; k++) found.push(k);
    return found;
  }

  #fold(term: Term, locals: readonly number[], total: boolean): Result {
    if (term.op === 'prod') return plain(this.#product(term, locals, total));
    const range = this.#range(term, locals, total);
    if (range === UNDEFINED) return range;
    const values = range.map((k) => this.#value(arg(term, 2), [...locals, k], total));
    const numbers = values.filter((v) => v !== UNDEFINED);
    if (numbers.length < values.length) return UNDEFINED;
    const isExact = numbers.every((n) => n.exact);
    if (term.op === 'sum') return { v: numbers.reduce((s, n) => s + n.v, 0), exact: isExact };
    if (numbers.length === 0) return this.#unknown(total, term.op);
    const best = term.op === 'max' ? Math.max : Math.min;
    return { v: best(...numbers.map((n) => n.v)), exact: isExact };
  }

  /** Infinite ends are read off the text: no term has an infinite value. */
  #integral(term: Term, locals: readonly number[], total: boolean): Result {
    const end = (e: Term): number | typeof UNDEFINED => {
      if (e.op === 'inf') return Number.POSITIVE_INFINITY;
      if (e.op === 'neg' && arg(e, 0).op === 'inf') return Number.NEGATIVE_INFINITY;
      const value = this.#value(e, locals, total);
      return value === UNDEFINED ? UNDEFINED : value.v;
    };
    const lo = end(arg(term, 0));
    const hi = end(arg(term, 1));
    if (typeof lo !== 'number' || typeof hi !== 'number') return UNDEFINED;
    const before = this.magnitude;
    const body = (x: number): number | undefined => {
      this.magnitude = before;
      try {
        const value = this.#compute(arg(term, 2), [...locals, x], total);
        return value === UNDEFINED ? undefined : value.v;
      } catch (error) {
        if (!(error instanceof Unsure)) throw error;
        return Number.POSITIVE_INFINITY;
      }
    };
    const found = quadrature(lo, hi, body);
    this.magnitude = before;
    if (found === 'unsure') throw new Unsure();
    if (found === 'none') {
      const seen = [0.3, 0.7].map((x) => body(x) ?? 77);
      return this.#unknown(total, 'int', lo, hi, ...seen);
    }
    this.#noise = Math.max(this.#noise, 1e-6 * (1 + Math.abs(found.value)));
    return rounded(found.value);
  }

  /** The body as a function of what is added to the entry that `target` names. */
  #along<T>(
    target: Term,
    locals: readonly number[],
    total: boolean,
    body: () => T,
  ): ((h: number) => T) | undefined {
    const indices: number[] = [];
    let base = target;
    for (; base.op === 'at'; base = arg(base, 0)) {
      const index = this.#value(arg(base, 1), locals, total);
      if (index === UNDEFINED) return undefined;
      indices.unshift(index.v);
    }
    const key = `${base.name} ${indices.join()}`;
    return (h) => {
      const before = this.#shifts.get(key) ?? 0;
      this.#shifts.set(key, before + h);
      try {
        return body();
      } finally {
        this.#shifts.set(key, before);
      }
    };
  }

  #derivative(term: Term, locals: readonly number[], total: boolean): Result {
    const [body, target] = term.args as [Term, Term];
    if (!total && this.#entry(target, locals, false) === UNDEFINED) return UNDEFINED;
    const along = this.#along(target, locals, total, () => this.#value(body, locals, total));
    if (!along) return UNDEFINED;
    const f = (h: number): number | undefined => {
      const value = along(h);
      return value === UNDEFINED ? undefined : value.v;
    };
    const slope = slopeOf(f);
    if (slope === 'unsure') throw new Unsure();
    if (slope !== 'none') {
      this.#noise = Math.max(this.#noise, 1e-6 * (1 + Math.abs(slope)));
      return rounded(slope);
    }
    const nearby = [-0.25, -(2 ** -7), 0, 2 ** -7, 0.25].map((h) => f(h) ?? 0);
    return this.#unknown(total, 'slope', ...nearby);
  }

  #truth(p: Term, locals: readonly number[], total: boolean): boolean | typeof UNDEFINED {
    const [first, second] = p.args as [Term, Term];
    switch (p.op) {
      case 'eq':
      case 'ne':
      case 'lt':
      case 'le': {
        const x = this.#value(first, locals, total);
        const y = this.#value(second, locals, total);
        if (x === UNDEFINED || y === UNDEFINED) return UNDEFINED;
        const isNear = Math.abs(x.v - y.v) <= this.tolerance;
        if (p.op === 'eq' && isNear && !(x.exact && y.exact)) return true;
        const order = this.#decided(x, y);
        if (p.op === 'eq') return order === 0;
        if (p.op === 'ne') return order !== 0;
        return p.op === 'lt' ? order < 0 : order <= 0;
      }
      case 'and': {
        const left = this.#truth(first, locals, total);
        const right = this.#truth(second, locals, total);
        if (left === false || right === false) return false;
        return left === true ? right : left;
      }
      case 'not': {
        const truth = this.#truth(first, locals, total);
        return truth === UNDEFINED ? truth : !truth;
      }
      case 'implies':
        return this.#truth(first, locals, total) === true
          ? this.#truth(second, locals, total)
          : true;
      case 'integer': {
        const x = this.#value(first, locals, total);
        if (x === UNDEFINED) return UNDEFINED;
        if (!x.exact && Math.abs(x.v - Math.round(x.v)) <= this.tolerance) throw new Unsure();
        return Number.isInteger(x.v);
      }
      case 'in': {
        const x = this.#number(first, locals, true);
        const [lo, hi] = [1, 2].map((i) => this.#number(arg(p, i), locals, true)) as [Value, Value];
        if (!x.exact) throw new Unsure();
        return Number.isInteger(x.v) && this.#decided(lo, x) <= 0 && this.#decided(x, hi) <= 0;
      }
      case 'forall': {
        const range = this.#range(p, locals, true);
        if (range === UNDEFINED) return UNDEFINED;
        return range.every((k) => this.#truth(arg(p, 2), [...locals, k], total) === true);
      }
      case 'any':
        return this.#overAll(first, () => this.#truth(second, locals, total)).every(
          (t) => t === true,
        );
      case 'definite': {
        const matrix = this.#matrix(first, locals, total);
        if (matrix === UNDEFINED) return matrix;
        const answer = isDefinite(matrix.rows, matrix.isExact ? 0 : this.tolerance);
        if (answer === undefined) throw new Unsure();
        return answer;
      }
      case 'zeroLogZero':
        return this.world.zeroLogZero;
      case 'defined':
        if (first.op === 'argmin' || first.op === 'argmax')
          return this.objective(first, false) !== UNDEFINED;
        return this.#value(first, locals, false) !== UNDEFINED;
      case 'differentiable':
        return this.#isDifferentiable(first, second, locals);
      case 'free':
        return !mentionsSymbol(first, second);
      case 'near': {
        const along = this.#along(first, locals, true, () => this.#truth(second, locals, total));
        return (
          along !== undefined &&
          [0, 2 ** -10, -(2 ** -10), 2 ** -5, -(2 ** -5)].every((h) => along(h) === true)
        );
      }
      default:
        throw new Unsure(`no truth of ${p.op}`);
    }
  }

  /** The location exists, and the body has a slope along it. */
  #isDifferentiable(body: Term, target: Term, locals: readonly number[]): boolean {
    if (this.#entry(target, locals, false) === UNDEFINED) return false;
    const along = this.#along(target, locals, true, () => this.#value(body, locals, false));
    const slope = slopeOf((h) => {
      const value = along?.(h) ?? UNDEFINED;
      return value === UNDEFINED ? undefined : value.v;
    });
    if (slope === 'unsure') throw new Unsure();
    return slope !== 'none';
  }
}

const plain = (x: Factor): Result => (x === LOG_OF_ZERO ? UNDEFINED : x);

/** A strong 0 annihilates what has no value; by the convention any 0 annihilates log(0). */
function product(x: Factor, y: Factor): Factor {
  if (typeof x === 'object' && x.strong) return x;
  if (typeof y === 'object' && y.strong) return y;
  if (x === UNDEFINED || y === UNDEFINED) return UNDEFINED;
  if (x === LOG_OF_ZERO || y === LOG_OF_ZERO) {
    const other = x === LOG_OF_ZERO ? y : x;
    return other !== LOG_OF_ZERO && other.exact && other.v === 0 ? exact(0) : LOG_OF_ZERO;
  }
  const isZero = (x.exact && x.v === 0) || (y.exact && y.v === 0);
  return { v: x.v * y.v, exact: isZero || (x.exact && y.exact) };
}

/** True when the symbol of the location occurs in the term. */
function mentionsSymbol(term: Term, location: Term): boolean {
  let base = location;
  while (base.op === 'at') base = arg(base, 0);
  const occurs = (t: Term): boolean =>
    (t.op === 'sym' && t.name === base.name) || t.args.some(occurs);
  return occurs(term);
}
