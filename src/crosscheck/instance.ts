/**
 * Writes a derivative out in one model: sums and products unrolled, definitions inserted, deltas
 * and brackets decided. Real symbols stay variables; what cannot be written out is unsupported.
 */
import type { Context } from '../kernel/context.js';
import type { Model } from '../numeric/model.js';
import { asInteger, type Value } from '../numeric/value.js';
import { type Rational, rationalText } from '../term/rational.js';
import { arg, type Term } from '../term/term.js';
import { binary, type Expression, number, unary } from './expression.js';

/** A term that has no written-out form. */
export class Unsupported extends Error {
  constructor(what: string) {
    super(`${what} is not supported`);
    this.name = 'Unsupported';
  }
}

/** A derivative written out, and the values of its variables in the model. */
export interface Instance {
  readonly body: Expression;
  /** Places of the variables to differentiate by, the innermost first. */
  readonly by: readonly number[];
  readonly values: readonly Rational[];
}

/** Most operations of an expression. */
const MAX_OPERATIONS = 3000;

/** Writes out `diff(body, target)`. Throws Unsupported. */
export function instanceOf(context: Context, model: Model, derivative: Term): Instance {
  const targets: Term[] = [];
  let body = derivative;
  for (; body.op === 'diff'; body = arg(body, 0)) targets.unshift(arg(body, 1));
  const writer = new InstanceWriter(context, model);
  const written = writer.real(body, undefined);
  const by = targets.map((target) => {
    const variable = writer.real(target, undefined);
    if (variable.kind !== 'variable') throw new Unsupported('this variable');
    return variable.place;
  });
  return { body: written, by, values: writer.values };
}

/** What stands for the bound indices, the innermost first. */
interface Bound {
  readonly value: number | Expression;
  readonly outer: Bound | undefined;
}

const ONE = number('1');
const ZERO = number('0');

class InstanceWriter {
  readonly values: Rational[] = [];
  readonly #places = new Map<string, number>();
  readonly #context: Context;
  readonly #model: Model;
  #operations = 0;

  constructor(context: Context, model: Model) {
    this.#context = context;
    this.#model = model;
  }

  real(term: Term, bound: Bound | undefined): Expression {
    if (++this.#operations > MAX_OPERATIONS) throw new Unsupported('an expression of this size');
    const part = (i: number): Expression => this.real(arg(term, i), bound);
    switch (term.op) {
      case 'num':
        return number(rationalText(term.value as Rational));
      case 'sym':
      case 'at':
        return this.#entry(term, bound);
      case 'bound': {
        const value = boundAt(bound, term.index);
        return typeof value === 'number' ? number(String(value)) : value;
      }
      case 'add':
      case 'sub':
      case 'mul':
      case 'div':
      case 'pow':
        return this.#binary(term.op, part(0), part(1));
      case 'pi':
        return number('pi');
      case 'log2':
        return binary('div', unary('log', part(0)), unary('log', number('2')));
      case 'log10':
        return binary('div', unary('log', part(0)), unary('log', number('10')));
      case 'factorial':
        return number(factorial(this.#index(arg(term, 0), bound)));
      case 'neg':
      case 'exp':
      case 'log':
      case 'sqrt':
      case 'abs':
      case 'tanh':
        return unary(term.op, part(0));
      case 'sigmoid':
        return binary('div', ONE, binary('add', ONE, unary('exp', unary('neg', part(0)))));
      case 'softplus':
        return unary('log', binary('add', ONE, unary('exp', part(0))));
      case 'delta':
        return this.#index(arg(term, 0), bound) === this.#index(arg(term, 1), bound) ? ONE : ZERO;
      case 'iverson':
        return this.#holds(arg(term, 0), bound) ? ONE : ZERO;
      case 'if':
        return part(this.#holds(arg(term, 0), bound) ? 1 : 2);
      case 'sum':
        return this.#over(term, bound, 'add', ZERO);
      case 'prod':
        return this.#over(term, bound, 'mul', ONE);
      case 'app':
        return this.#definition(term, bound);
      default:
        throw new Unsupported(term.op);
    }
  }

  /** A bracket that is 0 takes the other factors with it, defined or not. */
  #binary(
    kind: 'add' | 'sub' | 'mul' | 'div' | 'pow',
    left: Expression,
    right: Expression,
  ): Expression {
    if (kind === 'mul' && (left === ZERO || right === ZERO)) return ZERO;
    return binary(kind, left, right);
  }

  #over(term: Term, bound: Bound | undefined, kind: 'add' | 'mul', empty: Expression): Expression {
    const lo = this.#index(arg(term, 0), bound);
    const hi = this.#index(arg(term, 1), bound);
    let result: Expression | undefined;
    for (let value = lo; value <= hi; value++) {
      const inner: Bound = { value, outer: bound };
      const body = arg(term, 2);
      if (body.op === 'guard' && !this.#holds(arg(body, 0), inner)) continue;
      const part = this.real(body.op === 'guard' ? arg(body, 1) : body, inner);
      result = result ? binary(kind, result, part) : part;
    }
    return result ?? empty;
  }

  #definition(term: Term, bound: Bound | undefined): Expression {
    const definition = this.#context.definitions.get(term.name);
    if (!definition) throw new Unsupported(`the unknown function ${term.name}`);
    let inner: Bound | undefined;
    definition.parameters.forEach(({ kind }, k) => {
      const value = arg(term, k);
      if (kind === 'array') throw new Unsupported('an array as an argument');
      inner = {
        value: kind === 'index' ? this.#index(value, bound) : this.real(value, bound),
        outer: inner,
      };
    });
    return this.real(definition.body, inner);
  }

  /** A symbol or an entry of one: a number when it is whole by declaration, else a variable. */
  #entry(term: Term, bound: Bound | undefined): Expression {
    const { name, indices } = this.#location(term, bound);
    const value = this.#valueOf(name, indices);
    if (value.kind !== 'exact') throw new Unsupported(`the value of ${name}`);
    const kind = this.#context.declarations.get(name)?.kind;
    if (kind && WHOLE.has(kind)) return number(rationalText(value.q));
    const key = `${name}[${indices.join(',')}]`;
    let place = this.#places.get(key);
    if (place === undefined) {
      place = this.values.length;
      this.#places.set(key, place);
      this.values.push(value.q);
    }
    return { kind: 'variable', place };
  }

  #location(term: Term, bound: Bound | undefined): { name: string; indices: number[] } {
    const indices: number[] = [];
    let base = term;
    for (; base.op === 'at'; base = arg(base, 0)) indices.unshift(this.#index(arg(base, 1), bound));
    if (base.op !== 'sym') throw new Unsupported('an entry of an expression');
    return { name: base.name, indices };
  }

  #valueOf(name: string, indices: readonly number[]): Value {
    let value = this.#model.values.get(name);
    for (const index of indices)
      value = value?.kind === 'array' ? value.items[index - value.lo] : undefined;
    if (!value) throw new Unsupported(`an entry of ${name} out of range`);
    return value;
  }

  #index(term: Term, bound: Bound | undefined): number {
    const part = (i: number): number => this.#index(arg(term, i), bound);
    switch (term.op) {
      case 'num':
        return Number(rationalText(term.value as Rational));
      case 'bound': {
        const value = boundAt(bound, term.index);
        if (typeof value !== 'number') throw new Unsupported('a real number as an index');
        return value;
      }
      case 'sym':
      case 'at': {
        const { name, indices } = this.#location(term, bound);
        const value = asInteger(this.#valueOf(name, indices));
        if (value === undefined) throw new Unsupported('a real number as an index');
        return value;
      }
      case 'add':
        return part(0) + part(1);
      case 'sub':
        return part(0) - part(1);
      case 'mul':
        return part(0) * part(1);
      case 'neg':
        return -part(0);
      default:
        throw new Unsupported(`${term.op} in an index`);
    }
  }

  #holds(condition: Term, bound: Bound | undefined): boolean {
    const index = (i: number): number => this.#index(arg(condition, i), bound);
    const holds = (i: number): boolean => this.#holds(arg(condition, i), bound);
    switch (condition.op) {
      case 'eq':
        return index(0) === index(1);
      case 'ne':
        return index(0) !== index(1);
      case 'lt':
        return index(0) < index(1);
      case 'le':
        return index(0) <= index(1);
      case 'in':
        return index(1) <= index(0) && index(0) <= index(2);
      case 'and':
        return holds(0) && holds(1);
      case 'or':
        return holds(0) || holds(1);
      case 'not':
        return !holds(0);
      default:
        throw new Unsupported(`the condition ${condition.op}`);
    }
  }
}

const WHOLE = new Set([
  'size',
  'integer',
  'index',
  'label',
  'binary',
  'onehot',
  'onehot or zero',
  'sign',
]);

function factorial(n: number): string {
  if (!(n >= 0 && n <= 18)) throw new Unsupported(`the factorial of ${n}`);
  let product = 1;
  for (let k = 2; k <= n; k++) product *= k;
  return String(product);
}

function boundAt(bound: Bound | undefined, index: number): number | Expression {
  let found = bound;
  for (let k = 0; k < index; k++) found = found?.outer;
  if (!found) throw new Unsupported('an index without a range');
  return found.value;
}
