/**
 * Runs a program on a model at one precision. Every run gives each result as a value with its
 * bound; work is counted, and a deadline is looked at inside the loops.
 */
import { rational } from '../term/rational.js';
import { Calculus } from './calculus.js';
import { slopeAt } from './derivative.js';
import { carried, withoutSign } from './infinity.js';
import type { Model } from './model.js';
import { entryAt, operate } from './operations.js';
import type {
  Call,
  Differentiate,
  Instruction,
  LoopInstruction,
  Program,
  Scope,
} from './program.js';
import { integrate } from './quadrature.js';
import { compareValues, conjunction } from './truth.js';
import {
  asInteger,
  asReal,
  exact,
  ONE_VALUE,
  type Real,
  TRUE,
  undefinedValue,
  unsure,
  type Value,
  ZERO_VALUE,
} from './value.js';

/** The work or the time for an evaluation ran out. */
export class Exhausted extends Error {
  constructor(readonly bound: 'time' | 'work') {
    super(bound === 'time' ? 'the time limit was reached' : 'the evaluation is too large');
    this.name = 'Exhausted';
  }
}

/** Instructions that one run may execute. */
const MAX_WORK = 1_000_000;
/** Indices that one loop may run over. */
const MAX_RANGE = 100_000;

export interface MachineOptions {
  readonly bits: number;
  readonly zeroTimesLogZero: boolean;
  readonly deadline: number | undefined;
}

export class Machine {
  readonly calculus: Calculus;
  readonly program: Program;
  readonly options: MachineOptions;
  readonly #slots: Value[];
  readonly #functions = new Map<Program, Machine>();
  #model: Model | undefined;
  #work = 0;
  /** Set when a value rests on an estimated error, as that of an integral does. */
  estimated = false;

  constructor(program: Program, options: MachineOptions, calculus?: Calculus) {
    this.program = program;
    this.options = options;
    this.calculus = calculus ?? new Calculus(options.bits, options.zeroTimesLogZero);
    this.#slots = new Array<Value>(program.size).fill(ZERO_VALUE);
    for (const { slot, value } of program.constants) this.#slots[slot] = value;
  }

  /** The values of the program's terms on this model. Throws Exhausted. */
  run(model: Model, args: readonly Value[] = []): Value[] {
    this.#lookAtTime();
    this.#model = model;
    this.#work = 0;
    this.estimated = false;
    this.calculus.arithmetic.ties = 0;
    return this.#evaluate(args);
  }

  #evaluate(args: readonly Value[]): Value[] {
    this.program.parameters.forEach((slot, k) => {
      this.#slots[slot] = args[k] ?? ZERO_VALUE;
    });
    this.runScope(this.program.root);
    return this.program.results.map((slot) => this.read(slot));
  }

  read(slot: number): Value {
    return this.#slots[slot] as Value;
  }

  write(slot: number, value: Value): void {
    this.#slots[slot] = value;
  }

  runScope(scope: Scope): void {
    for (const instruction of scope.instructions) {
      this.#count();
      this.#slots[instruction.slot] = carried(instruction, this.#execute(instruction));
    }
  }

  #count(): void {
    this.#work += 1;
    if (this.#work > MAX_WORK) throw new Exhausted('work');
    if ((this.#work & 15) === 0) this.#lookAtTime();
  }

  #lookAtTime(): void {
    const { deadline } = this.options;
    if (deadline !== undefined && Date.now() > deadline) throw new Exhausted('time');
  }

  #execute(instruction: Instruction): Value {
    switch (instruction.kind) {
      case 'apply':
        return operate(this.calculus, instruction.op, this.#values(instruction.args));
      case 'load':
        return this.#load(instruction.name);
      case 'loop':
        return this.#loop(instruction);
      case 'diff':
        return this.#differentiate(instruction);
      case 'call':
        return this.#call(instruction);
      case 'within':
        return this.#within(this.#values(instruction.args));
      case 'guarded':
        return firstFailure(this.#values(instruction.args));
      case 'fail':
        return unsure(instruction.reason);
    }
  }

  #values(slots: readonly number[]): Value[] {
    return slots.map((slot) => this.#slots[slot] as Value);
  }

  #load(name: string): Value {
    return this.#model?.values.get(name) ?? unsure(`${name} has no value`);
  }

  #within([index, lo, hi]: readonly Value[]): Value {
    const { arithmetic } = this.calculus;
    const [i, a, b] = [asReal(index as Value), asReal(lo as Value), asReal(hi as Value)];
    const inside = conjunction(
      compareValues(arithmetic, a, i, (order) => order <= 0),
      compareValues(arithmetic, i, b, (order) => order <= 0),
    );
    if (inside.kind !== 'truth') return inside;
    return inside.holds ? (index as Value) : undefinedValue('an index is outside its range');
  }

  /** A function of the model: a program of its own, with the arguments as parameters. */
  #call({ name, args }: Call): Value {
    const found = this.#model?.functions.get(name);
    if (!found || !this.#model) return unsure(`the function ${name} has no value`);
    let machine = this.#functions.get(found.program);
    if (!machine) {
      machine = new Machine(found.program, this.options, this.calculus);
      this.#functions.set(found.program, machine);
    }
    machine.#work = 0;
    const values = this.#values(args);
    // A function that ignores its argument has no value either where that has none.
    const failed = firstFailure(values);
    if (failed?.kind === 'undefined' || failed?.kind === 'unsure') return failed;
    return machine.#evaluate(values)[0] as Value;
  }

  #loop(instruction: LoopInstruction): Value {
    const lo = this.read(instruction.lo);
    const hi = this.read(instruction.hi);
    if (instruction.op === 'int') return this.#integrate(instruction, lo, hi);
    const from = asInteger(lo);
    const to = asInteger(hi);
    if (from === undefined || to === undefined) return brokenRange(lo, hi);
    if (to - from > MAX_RANGE) return unsure('a range is too long');
    const collect = collectorOf(instruction.op, this.calculus);
    for (let k = from; k <= to; k++) {
      this.#count();
      this.write(instruction.bound, exact(rational(k)));
      this.runScope(instruction.body);
      const value = this.read(instruction.result);
      if (value.kind !== 'skipped') collect.take(value);
    }
    return collect.result(from);
  }

  #integrate(instruction: LoopInstruction, lo: Value, hi: Value): Value {
    this.estimated = true;
    return integrate(this.calculus, lo, hi, (x: Real) => {
      this.#count();
      this.write(instruction.bound, x);
      this.runScope(instruction.body);
      return asReal(this.read(instruction.result));
    });
  }

  #differentiate(instruction: Differentiate): Value {
    const indices = this.#values(instruction.indices);
    const base = this.read(instruction.base);
    const failed = firstFailure([...indices, indices.reduce(entryAt, base)]);
    if (failed.kind === 'undefined' || failed.kind === 'unsure') return failed;
    return slopeAt(this.calculus, instruction.tag, (change) => {
      this.write(instruction.perturbed, changed(base, indices, change));
      this.runScope(instruction.body);
      return asReal(this.read(instruction.result));
    });
  }
}

/** The array with one entry changed. */
function changed(base: Value, indices: readonly Value[], change: (entry: Real) => Real): Value {
  if (indices.length === 0) return change(asReal(base));
  const [index, ...rest] = indices;
  if (base.kind !== 'array') return base;
  const place = (asInteger(index as Value) ?? Number.NaN) - base.lo;
  const items = base.items.map((item, k) => (k === place ? changed(item, rest, change) : item));
  return { ...base, items };
}

function firstFailure(values: readonly Value[]): Value {
  const failed =
    values.find((v) => v.kind === 'undefined') ?? values.find((v) => v.kind === 'unsure');
  return failed ?? (values.at(-1) as Value);
}

function brokenRange(lo: Value, hi: Value): Value {
  const failed = firstFailure([lo, hi]);
  if (failed.kind === 'undefined') return withoutSign(failed);
  if (failed.kind === 'unsure') return failed;
  if (lo.kind === 'exact' && hi.kind === 'exact')
    return undefinedValue('a range whose ends are not whole numbers');
  return unsure('a range whose ends are not known');
}

interface Collector {
  take(value: Value): void;
  result(lo: number): Value;
}

function collectorOf(op: LoopInstruction['op'], c: Calculus): Collector {
  if (op === 'array') return arrayCollector();
  if (op === 'forall') return fold<Value>(TRUE, (all, value) => conjunction(all, value));
  const { arithmetic } = c;
  const real = (start: Real, join: (a: Real, b: Real) => Real): Collector =>
    fold<Real>(start, (total, value) => join(total, asReal(value)));
  if (op === 'sum') return real(ZERO_VALUE, (a, b) => arithmetic.add(a, b));
  if (op === 'prod') return real(ONE_VALUE, (a, b) => factor(c, a, b));
  let best: Real | undefined;
  return {
    take: (value) => {
      const x = asReal(value);
      if (!best) best = x;
      else best = op === 'max' ? arithmetic.max(best, x) : arithmetic.min(best, x);
    },
    result: () => best ?? undefinedValue(`${op} over nothing`),
  };
}

/** Two factors of a `prod`: a bracket annihilates within a product that is written, not here. */
function factor(c: Calculus, a: Real, b: Real): Real {
  const plain = (x: Real): Real => (x.kind === 'exact' && x.strong ? ZERO_VALUE : x);
  return c.arithmetic.mul(plain(a), plain(b));
}

function fold<T extends Value>(start: T, join: (total: T, value: Value) => T): Collector {
  let total = start;
  return {
    take: (value) => {
      total = join(total, value);
    },
    result: () => total,
  };
}

function arrayCollector(): Collector {
  const items: Value[] = [];
  return { take: (value) => items.push(value), result: (lo) => ({ kind: 'array', lo, items }) };
}
