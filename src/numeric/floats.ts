/**
 * Evaluates terms as a program in double precision would, operation by operation as they are
 * written: what overflows is infinite, what cancels is lost, and what has no value is NaN. It
 * shows what a formula costs; nothing is judged by it.
 */
import type { Context } from '../kernel/context.js';
import { type Rational, rational, toNumber } from '../term/rational.js';
import type { Term } from '../term/term.js';
import { Calculus } from './calculus.js';
import { compile } from './compile.js';
import { approximate } from './counterexample.js';
import { type ElementaryName, isElementary } from './elementary.js';
import type { Model } from './model.js';
import type { Apply, Instruction, LoopInstruction, Program, Scope } from './program.js';
import { exact, type Value } from './value.js';

interface FloatArray {
  readonly lo: number;
  readonly items: readonly Float[];
}

/** A skipped body of a binder is `undefined`. */
type Float = number | boolean | FloatArray | undefined;

/** A term that programs in doubles have no plain form of: an integral, a derivative, a matrix. */
export class NoFloats extends Error {}

/** Indices that one loop may run over. */
const MAX_RANGE = 10_000;

/** Terms as loops over doubles. Throws NoFloats where they have no such form. */
export class Floats {
  readonly #program: Program;
  readonly #slots: Float[];
  readonly #zeroTimesLogZero: boolean;
  readonly #functions = new Map<Program, Floats>();
  #model: Model | undefined;

  private constructor(program: Program, zeroTimesLogZero: boolean) {
    refuse(program.root);
    this.#program = program;
    this.#zeroTimesLogZero = zeroTimesLogZero;
    this.#slots = new Array<Float>(program.size).fill(0);
    for (const { slot, value } of program.constants) this.#slots[slot] = floatOf(value);
  }

  static of(context: Context, terms: readonly Term[]): Floats {
    return new Floats(compile(context, terms), context.conventions.has('0*log(0)'));
  }

  /** The values of the terms; NaN of what is no number. */
  run(model: Model, args: readonly Float[] = []): number[] {
    this.#model = model;
    this.#program.parameters.forEach((slot, k) => {
      this.#slots[slot] = args[k];
    });
    this.#scope(this.#program.root);
    return this.#program.results.map((slot) => numberOf(this.#slots[slot]));
  }

  #scope({ instructions }: Scope): void {
    for (const instruction of instructions) this.#slots[instruction.slot] = this.#do(instruction);
  }

  #number(slot: number): number {
    return numberOf(this.#slots[slot]);
  }

  #do(instruction: Instruction): Float {
    switch (instruction.kind) {
      case 'apply':
        return this.#apply(instruction);
      case 'load':
        return floatOf(this.#model?.values.get(instruction.name));
      case 'loop':
        return this.#loop(instruction);
      case 'call':
        return this.#call(instruction.name, instruction.args);
      case 'within': {
        const [i, lo, hi] = instruction.args.map((slot) => this.#number(slot));
        return lo! <= i! && i! <= hi! ? i : Number.NaN;
      }
      case 'guarded':
        return this.#slots[instruction.args.at(-1) as number];
      case 'diff':
      case 'fail':
        return Number.NaN;
    }
  }

  #apply({ op, args }: Apply): Float {
    const [a, b, c] = args.map((slot) => this.#slots[slot]);
    if (op === 'at') return entryOf(a, b);
    if (op === 'if') return a === true ? b : a === false ? c : Number.NaN;
    if (op === 'guard') return a === true ? b : a === false ? undefined : Number.NaN;
    if (op === 'mul') return this.#product(numberOf(a), numberOf(b));
    const truth = TRUTHS[op];
    if (truth) return truth(a, b, c);
    const real = REALS[op];
    if (real) return real(numberOf(a), numberOf(b));
    return isElementary(op) ? special(op, numberOf(a)) : Number.NaN;
  }

  #product(a: number, b: number): number {
    const isAnnihilated = this.#zeroTimesLogZero && (a === 0 || b === 0);
    return isAnnihilated && !Number.isNaN(a) && !Number.isNaN(b) ? 0 : a * b;
  }

  #call(name: string, args: readonly number[]): Float {
    const found = this.#model?.functions.get(name);
    if (!found || !this.#model) return Number.NaN;
    let own = this.#functions.get(found.program);
    if (!own) {
      own = new Floats(found.program, this.#zeroTimesLogZero);
      this.#functions.set(found.program, own);
    }
    return own.run(
      this.#model,
      args.map((slot) => this.#slots[slot]),
    )[0];
  }

  #loop({ op, lo, hi, bound, body, result }: LoopInstruction): Float {
    const [from, to] = [this.#number(lo), this.#number(hi)];
    if (!Number.isInteger(from) || !Number.isInteger(to) || to - from > MAX_RANGE)
      return Number.NaN;
    const items: Float[] = [];
    for (let k = from; k <= to; k++) {
      this.#slots[bound] = k;
      this.#scope(body);
      const item = this.#slots[result];
      if (item !== undefined) items.push(item);
    }
    if (op === 'array') return { lo: from, items };
    if (op === 'forall') return items.every((item) => item === true);
    const numbers = items.map(numberOf);
    if (op === 'sum') return numbers.reduce((total, x) => total + x, 0);
    if (op === 'prod') return numbers.reduce((total, x) => total * x, 1);
    if (numbers.length === 0) return Number.NaN;
    return op === 'max' ? Math.max(...numbers) : Math.min(...numbers);
  }
}

/** Throws NoFloats for what is no plain arithmetic. */
function refuse({ instructions }: Scope): void {
  for (const instruction of instructions) {
    const { kind } = instruction;
    if (kind === 'diff' || kind === 'fail') throw new NoFloats();
    if (kind === 'loop' && instruction.op === 'int') throw new NoFloats();
    if (kind === 'apply' && !isKnown(instruction.op)) throw new NoFloats();
    if (kind === 'loop') refuse(instruction.body);
  }
}

const isKnown = (op: Apply['op']): boolean =>
  ['at', 'if', 'guard', 'mul'].includes(op) ||
  TRUTHS[op] !== undefined ||
  REALS[op] !== undefined ||
  isElementary(op);

const numberOf = (value: Float): number => (typeof value === 'number' ? value : Number.NaN);

function floatOf(value: Value | undefined): Float {
  if (value?.kind === 'exact') return toNumber(value.q);
  if (value?.kind === 'array') return { lo: value.lo, items: value.items.map(floatOf) };
  return value?.kind === 'truth' ? value.holds : Number.NaN;
}

const entryOf = (array: Float, index: Float): Float =>
  typeof array === 'object' && typeof index === 'number'
    ? (array.items[index - array.lo] ?? Number.NaN)
    : Number.NaN;

type Reals = (a: number, b: number) => number;

const REALS: { readonly [op in Apply['op']]?: Reals } = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  div: (a, b) => a / b,
  neg: (a) => -a,
  pow: (a, b) => (b === 2 ? a * a : a ** b),
  abs: Math.abs,
  sign: Math.sign,
  relu: (a) => Math.max(a, 0),
  exp: Math.exp,
  log: Math.log,
  log2: Math.log2,
  log10: Math.log10,
  sqrt: Math.sqrt,
  tanh: Math.tanh,
  sigmoid: (a) => 1 / (1 + Math.exp(-a)),
  softplus: (a) => Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a))),
  maximum: Math.max,
  minimum: Math.min,
  pi: () => Math.PI,
};

type Truths = (a: Float, b: Float, c: Float) => Float;

const TRUTHS: { readonly [op in Apply['op']]?: Truths } = {
  delta: (a, b) => (a === b ? 1 : 0),
  iverson: (p) => (p === true ? 1 : 0),
  true: () => true,
  false: () => false,
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  lt: (a, b) => numberOf(a) < numberOf(b),
  le: (a, b) => numberOf(a) <= numberOf(b),
  and: (p, q) => p === true && q === true,
  or: (p, q) => p === true || q === true,
  not: (p) => p === false,
  implies: (p, q) => p === false || q === true,
  in: (i, lo, hi) => numberOf(lo) <= numberOf(i) && numberOf(i) <= numberOf(hi),
};

/** The rational number that a finite double is. */
export function rationalOf(x: number): Rational {
  let [m, d] = [x, 1n];
  for (; !Number.isInteger(m); m *= 2) d *= 2n;
  return rational(BigInt(m), d);
}

/** Precision from which the functions that no language has built in are rounded. */
const ENOUGH_BITS = 96;
const calculus = new Calculus(ENOUGH_BITS, false);

/** erf, gamma and their kin, as good as a double can be. */
function special(name: ElementaryName, x: number): number {
  if (!Number.isFinite(x)) return Number.NaN;
  const value = approximate(calculus.apply(name, exact(rationalOf(x))));
  return value === 'undefined' ? Number.NaN : value;
}
