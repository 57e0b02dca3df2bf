/**
 * Truncated power series in some perturbations, nested, over the registers of a bank.
 *
 * A number of level 0 is one register. A number of level L is a series in the perturbation numbered
 * L - 1, whose coefficients are numbers of level L - 1, one after the other: order 1 makes dual
 * numbers, order 5 gives enclosures of the fifth derivative. `active` may lower the order for a
 * while: coefficients past it are neither read nor written.
 *
 * Operands of a lower level count as constants. The recurrences are those of Griewank and
 * Walther, Evaluating Derivatives (2008), 13.2.
 */
import type { Bank } from '../double-double/bank.js';
import * as functions from '../double-double/functions.js';

export class Series {
  readonly bank: Bank;
  /** The order in use of each perturbation, outermost first. */
  readonly active: number[];
  /** Products of registers that a product of two numbers takes at most. */
  weight = 1;
  /** Registers of a number of each level. */
  readonly #sizes: number[] = [1];
  readonly #start: number;
  #top: number;

  /** `orders`: the largest order of each perturbation. `temporaries`: the first register of its own. */
  constructor(bank: Bank, orders: readonly number[], temporaries: number) {
    this.bank = bank;
    this.active = [...orders];
    for (const order of orders) this.#sizes.push((this.#sizes.at(-1) as number) * (order + 1));
    this.#start = temporaries;
    this.#top = temporaries;
  }

  /** Gives back every intermediate result: a run may have been broken off. */
  reset(order: number): void {
    this.#top = this.#start;
    for (let tag = 0; tag < this.active.length; tag++) this.activate(tag, order);
  }

  /** Changes the order in use of a perturbation; returns what it was. */
  activate(tag: number, order: number): number {
    const before = this.active[tag] as number;
    this.active[tag] = order;
    this.weight = this.active.reduce((weight, n) => (weight * (n + 1) * (n + 2)) / 2, 1);
    return before;
  }

  /** Registers of a number of this level. */
  size(level: number): number {
    return this.#sizes[level] as number;
  }

  /** Registers that intermediate results may need for numbers of up to this level. */
  static temporaries(orders: readonly number[]): number {
    return 32 * (orders.length + 1) * orders.reduce((size, order) => size * (order + 1), 1);
  }

  #order(level: number): number {
    return this.active[level - 1] as number;
  }

  /** Registers for an intermediate result, given back by `release`, last first. */
  take(level: number): number {
    const at = this.#top;
    this.#top += this.size(level);
    return at;
  }

  release(at: number): void {
    this.#top = at;
  }

  /** The number a of level `from` as one of level `to`. */
  copy(out: number, a: number, from: number, to: number): void {
    if (to === 0) return this.bank.copy(out, a);
    const step = this.size(to - 1);
    for (let k = 0; k <= this.#order(to); k++)
      if (from === to) this.copy(out + k * step, a + k * step, to - 1, to - 1);
      else if (k === 0) this.copy(out, a, from, to - 1);
      else this.set(out + k * step, to - 1, 0);
  }

  /** An exact double. */
  set(out: number, level: number, value: number): void {
    if (level === 0) return this.bank.put(out, value, 0, 0);
    const step = this.size(level - 1);
    for (let k = 0; k <= this.#order(level); k++)
      this.set(out + k * step, level - 1, k === 0 ? value : 0);
  }

  forget(out: number, level: number): void {
    for (let k = 0; k < this.size(level); k++) this.bank.forget(out + k);
  }

  neg(out: number, a: number, level: number): void {
    if (level === 0) return this.bank.neg(out, a);
    const step = this.size(level - 1);
    for (let k = 0; k <= this.#order(level); k++) this.neg(out + k * step, a + k * step, level - 1);
  }

  add(out: number, a: number, la: number, b: number, lb: number): void {
    const level = Math.max(la, lb);
    if (level === 0) return this.bank.add(out, a, b);
    if (la < lb) return this.add(out, b, lb, a, la);
    const step = this.size(level - 1);
    this.add(out, a, level - 1, b, Math.min(lb, level - 1));
    for (let k = 1; k <= this.#order(level); k++)
      if (lb === level) this.add(out + k * step, a + k * step, level - 1, b + k * step, level - 1);
      else this.copy(out + k * step, a + k * step, level - 1, level - 1);
  }

  sub(out: number, a: number, la: number, b: number, lb: number): void {
    if (la === 0 && lb === 0) return this.bank.sub(out, a, b);
    const minus = this.take(lb);
    this.neg(minus, b, lb);
    this.add(out, a, la, minus, lb);
    this.release(minus);
  }

  /** out must not overlap a or b, here and below, unless the level is 0. */
  mul(out: number, a: number, la: number, b: number, lb: number): void {
    const level = Math.max(la, lb);
    if (level === 0) return this.bank.mul(out, a, b);
    if (la < lb) return this.mul(out, b, lb, a, la);
    const inner = level - 1;
    const step = this.size(inner);
    if (lb < level) {
      for (let k = 0; k <= this.#order(level); k++)
        this.mul(out + k * step, a + k * step, inner, b, lb);
      return;
    }
    const product = this.take(inner);
    for (let k = 0; k <= this.#order(level); k++) {
      this.mul(out + k * step, a, inner, b + k * step, inner);
      for (let j = 1; j <= k; j++) {
        this.mul(product, a + j * step, inner, b + (k - j) * step, inner);
        this.add(out + k * step, out + k * step, inner, product, inner);
      }
    }
    this.release(product);
  }

  div(out: number, a: number, la: number, b: number, lb: number): void {
    const level = Math.max(la, lb);
    if (level === 0) return this.bank.div(out, a, b);
    const inner = level - 1;
    const step = this.size(inner);
    const rest = this.take(inner);
    for (let k = 0; k <= this.#order(level); k++) {
      const at = out + k * step;
      if (la === level) this.copy(rest, a + k * step, inner, inner);
      else if (k === 0) this.copy(rest, a, la, inner);
      else this.set(rest, inner, 0);
      if (lb === level)
        for (let j = 1; j <= k; j++)
          this.#subtractProduct(rest, b + j * step, out + (k - j) * step, inner);
      this.div(at, rest, inner, b, Math.min(lb, inner));
    }
    this.release(rest);
  }

  #subtractProduct(from: number, a: number, b: number, level: number): void {
    const product = this.take(level);
    this.mul(product, a, level, b, level);
    this.sub(from, from, level, product, level);
    this.release(product);
  }

  /** Multiplies every coefficient by a double. */
  #scale(at: number, level: number, factor: number): void {
    const double = this.take(0);
    const copy = this.take(level);
    this.bank.put(double, factor, 0, 0);
    this.copy(copy, at, level, level);
    this.mul(at, copy, level, double, 0);
    this.release(double);
  }

  exp(out: number, a: number, level: number): void {
    if (level === 0) return functions.exp(this.bank, out, a);
    this.exp(out, a, level - 1);
    this.#expTail(out, out, a, level);
  }

  expm1(out: number, a: number, level: number): void {
    if (level === 0) return functions.expm1(this.bank, out, a);
    const power = this.take(level - 1);
    this.expm1(out, a, level - 1);
    this.exp(power, a, level - 1);
    this.#expTail(out, power, a, level);
    this.release(power);
  }

  /** The coefficients from the first on of exp a: k·e_k = Σ j·a_j·e_(k-j), where e_0 stands at `power`. */
  #expTail(out: number, power: number, a: number, level: number): void {
    const inner = level - 1;
    const step = this.size(inner);
    const product = this.take(inner);
    for (let k = 1; k <= this.#order(level); k++) {
      const at = out + k * step;
      this.set(at, inner, 0);
      for (let j = 1; j <= k; j++) {
        this.mul(product, a + j * step, inner, j === k ? power : out + (k - j) * step, inner);
        if (j > 1) this.#scale(product, inner, j);
        this.add(at, at, inner, product, inner);
      }
      if (k > 1) this.divideBy(at, inner, k);
    }
    this.release(product);
  }

  divideBy(at: number, level: number, n: number): void {
    const double = this.take(0);
    const copy = this.take(level);
    this.bank.put(double, n, 0, 0);
    this.copy(copy, at, level, level);
    this.div(at, copy, level, double, 0);
    this.release(double);
  }

  log(out: number, a: number, level: number): void {
    if (level === 0) return functions.log(this.bank, out, a);
    this.log(out, a, level - 1);
    this.#logTail(out, a, a, level);
  }

  log1p(out: number, a: number, level: number): void {
    if (level === 0) return functions.log1p(this.bank, out, a);
    const argument = this.take(level - 1);
    const one = this.take(0);
    this.bank.put(one, 1, 0, 0);
    this.add(argument, a, level - 1, one, 0);
    this.log1p(out, a, level - 1);
    this.#logTail(out, argument, a, level);
    this.release(argument);
  }

  /** The coefficients from the first on of l = log a: k·a_k = Σ j·l_j·a_(k-j), with a_0 at `argument`. */
  #logTail(out: number, argument: number, a: number, level: number): void {
    const inner = level - 1;
    const step = this.size(inner);
    const [rest, product] = [this.take(inner), this.take(inner)];
    for (let k = 1; k <= this.#order(level); k++) {
      this.copy(rest, a + k * step, inner, inner);
      if (k > 1) this.#scale(rest, inner, k);
      for (let j = 1; j < k; j++) {
        this.mul(product, out + j * step, inner, a + (k - j) * step, inner);
        if (j > 1) this.#scale(product, inner, j);
        this.sub(rest, rest, inner, product, inner);
      }
      if (k > 1) this.divideBy(rest, inner, k);
      this.div(out + k * step, rest, inner, argument, inner);
    }
    this.release(rest);
  }

  sqrt(out: number, a: number, level: number): void {
    if (level === 0) return this.bank.sqrt(out, a);
    const inner = level - 1;
    const step = this.size(inner);
    const [rest, twice] = [this.take(inner), this.take(inner)];
    this.sqrt(out, a, inner);
    this.add(twice, out, inner, out, inner);
    for (let k = 1; k <= this.#order(level); k++) {
      this.copy(rest, a + k * step, inner, inner);
      for (let j = 1; j < k; j++)
        this.#subtractProduct(rest, out + j * step, out + (k - j) * step, inner);
      this.div(out + k * step, rest, inner, twice, inner);
    }
    this.release(rest);
  }

  /** a^n for a whole n >= 0, by squaring. */
  power(out: number, a: number, level: number, n: number): void {
    const [square, product] = [this.take(level), this.take(level)];
    this.copy(square, a, level, level);
    this.set(out, level, 1);
    for (let k = n; k > 0; k = Math.floor(k / 2)) {
      if (k % 2 === 1) {
        this.mul(product, out, level, square, level);
        this.copy(out, product, level, level);
      }
      if (k === 1) break;
      this.mul(product, square, level, square, level);
      this.copy(square, product, level, level);
    }
    this.release(square);
  }
}
