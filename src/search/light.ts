/**
 * Tidying for readers: like terms are collected, constants multiplied, equal factors cancelled,
 * but products of sums are not multiplied out. The outcome is one algebra move.
 */
import * as Q from '../term/rational.js';
import type { Rational } from '../term/rational.js';
import { arg, type Arena, type Term } from '../term/term.js';
import type { Derivation } from '../strategy/derivation.js';
import { wholeExponent } from '../kernel/algebra.js';
import { type Engine, isRing } from './engine.js';

/** coefficient · Π factor^power, the factors being sums or no ring operations at all. */
export interface Product {
  readonly coefficient: Rational;
  /** By the factor; in the order in which they were met. */
  readonly powers: ReadonlyMap<Term, number>;
}

const product = (coefficient: Rational, powers: Iterable<[Term, number]> = []): Product => ({
  coefficient,
  powers: new Map([...powers].filter(([, e]) => e !== 0)),
});

/** The term as a product; sums inside it stay whole. */
export function asProduct(term: Term): Product {
  switch (term.op) {
    case 'num':
      return product(term.value as Rational);
    case 'neg': {
      const inner = asProduct(arg(term, 0));
      return product(Q.negate(inner.coefficient), inner.powers);
    }
    case 'mul':
      return times(asProduct(arg(term, 0)), asProduct(arg(term, 1)), 1);
    case 'div': {
      const below = asProduct(arg(term, 1));
      if (Q.isZero(below.coefficient)) return product(Q.ONE, [[term, 1]]);
      return times(asProduct(arg(term, 0)), below, -1);
    }
    case 'pow': {
      const n = wholeExponent(term);
      if (n === undefined) return product(Q.ONE, [[term, 1]]);
      const base = asProduct(arg(term, 0));
      if (n < 0 && Q.isZero(base.coefficient)) return product(Q.ONE, [[term, 1]]);
      return times(product(Q.ONE), base, n);
    }
    default:
      return product(Q.ONE, [[term, 1]]);
  }
}

/** a times b to the power n. */
function times(a: Product, b: Product, n: number): Product {
  const powers = new Map(a.powers);
  for (const [factor, e] of b.powers) powers.set(factor, (powers.get(factor) ?? 0) + n * e);
  return product(Q.multiply(a.coefficient, Q.power(b.coefficient, n)), powers);
}

export const multiply = (a: Product, b: Product): Product => times(a, b, 1);
export const divide = (a: Product, b: Product): Product => times(a, b, -1);

/** The summands of a sum, each as a product, like ones collected. */
export function asSum(term: Term): Product[] {
  const collected: { key: string; product: Product }[] = [];
  const visit = (t: Term, sign: Rational): void => {
    if (t.op === 'add' || t.op === 'sub') {
      visit(arg(t, 0), sign);
      visit(arg(t, 1), t.op === 'add' ? sign : Q.negate(sign));
      return;
    }
    const inner = t.op === 'neg' ? arg(t, 0) : undefined;
    if (inner && (inner.op === 'add' || inner.op === 'sub')) return visit(inner, Q.negate(sign));
    const p = asProduct(t);
    const [only] = p.powers.keys();
    // A lone sum with a sign or a number before it joins this one.
    if (only && p.powers.size === 1 && p.powers.get(only) === 1 && only !== t && isSum(only))
      return visit(only, Q.multiply(sign, p.coefficient));
    add(collected, product(Q.multiply(sign, p.coefficient), p.powers));
  };
  visit(term, Q.ONE);
  return collected.map(({ product }) => product).filter((p) => !Q.isZero(p.coefficient));
}

const isSum = (term: Term): boolean => term.op === 'add' || term.op === 'sub';

function add(collected: { key: string; product: Product }[], p: Product): void {
  const key = [...p.powers]
    .map(([t, e]) => `${t.id}^${e}`)
    .sort()
    .join('.');
  const known = collected.find((c) => c.key === key);
  if (!known) collected.push({ key, product: p });
  else
    known.product = product(Q.add(known.product.coefficient, p.coefficient), p.powers);
}

/** The product as a term: signs and numbers first, one fraction bar. */
export function productTerm(arena: Arena, { coefficient, powers }: Product): Term {
  const above: Term[] = [];
  const below: Term[] = [];
  for (const [factor, e] of powers) {
    const size = Math.abs(e);
    const power = size === 1 ? factor : arena.make('pow', [factor, arena.num(size)]);
    (e > 0 ? above : below).push(power);
  }
  const negative = Q.compare(coefficient, Q.ZERO) < 0;
  const n = negative ? -coefficient.n : coefficient.n;
  if (n !== 1n || above.length === 0) above.unshift(arena.num(n));
  if (coefficient.d !== 1n) below.unshift(arena.num(coefficient.d));
  const join = (terms: Term[]): Term => terms.reduce((a, b) => arena.make('mul', [a, b]));
  const whole = below.length > 0 ? arena.make('div', [join(above), join(below)]) : join(above);
  return negative ? arena.make('neg', [whole]) : whole;
}

/** The sum as a term, a positive summand first where there is one. */
export function sumTerm(arena: Arena, products: readonly Product[]): Term {
  const isNegative = (p: Product): boolean => Q.compare(p.coefficient, Q.ZERO) < 0;
  const lead = products.findIndex((p) => !isNegative(p));
  const ordered =
    lead > 0 ? [products[lead] as Product, ...products.filter((_, i) => i !== lead)] : products;
  let result: Term | undefined;
  for (const p of ordered) {
    if (!result) result = productTerm(arena, p);
    else if (isNegative(p))
      result = arena.make('sub', [
        result,
        productTerm(arena, { ...p, coefficient: Q.negate(p.coefficient) }),
      ]);
    else result = arena.make('add', [result, productTerm(arena, p)]);
  }
  return result ?? arena.num(0);
}

/** Collects like terms at the root of the line without multiplying out; true on change. */
export function tidy(engine: Engine, d: Derivation): boolean {
  if (!isRing(d.current)) return false;
  const before = d.current;
  const products = asSum(d.current);
  const target = sumTerm(d.scope.arena, products);
  if (target === before) return false;
  return engine.algebra(d, target) && d.current !== before;
}

/** A sum with the factors that all summands share before it; true on change. */
export function factorCommon(engine: Engine, d: Derivation): boolean {
  const { arena } = d.scope;
  const products = asSum(d.current);
  const [first, ...others] = products;
  if (!first || others.length === 0) return false;
  const common = new Map<Term, number>();
  for (const [factor, e] of first.powers) {
    const powers = others.map((p) => p.powers.get(factor) ?? 0);
    const shared = e > 0 ? Math.min(e, ...powers) : Math.max(e, ...powers);
    if (shared !== 0 && Math.sign(shared) === Math.sign(e)) common.set(factor, shared);
  }
  const denominators = new Set(products.map((p) => p.coefficient.d));
  const [only] = denominators;
  const divisor = denominators.size === 1 && only ? Q.rational(1n, only) : Q.ONE;
  if (common.size === 0 && Q.equal(divisor, Q.ONE)) return false;
  const head: Product = { coefficient: divisor, powers: common };
  const rest = sumTerm(arena, products.map((p) => divide(p, head)));
  return engine.algebra(d, productTerm(arena, multiply(head, product(Q.ONE, [[rest, 1]]))));
}
