/**
 * Tidying for readers: like terms are collected, constants multiplied, equal factors cancelled,
 * but products of sums are not multiplied out. The outcome is one algebra move.
 */

import { wholeExponent } from '../kernel/algebra.js';
import type { Derivation } from '../strategy/derivation.js';
import type { Rational } from '../term/rational.js';
import * as Q from '../term/rational.js';
import { type Arena, arg, type Term } from '../term/term.js';
import type { Engine } from './engine.js';
import { isRing } from './ring-view.js';

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
  const visit = (t: Term, sign: Rational, isRoot = false): void => {
    if (t.op === 'add' || t.op === 'sub') {
      visit(arg(t, 0), sign);
      visit(arg(t, 1), t.op === 'add' ? sign : Q.negate(sign));
      return;
    }
    const inner = t.op === 'neg' ? arg(t, 0) : undefined;
    if (inner && (inner.op === 'add' || inner.op === 'sub')) return visit(inner, Q.negate(sign));
    const p = asProduct(t);
    const [only] = p.powers.keys();
    // A lone sum with a sign, or among others with a number before it, joins this one.
    const joins = !isRoot || isUnit(p.coefficient);
    if (
      only &&
      p.powers.size === 1 &&
      p.powers.get(only) === 1 &&
      only !== t &&
      isSum(only) &&
      joins
    )
      return visit(only, Q.multiply(sign, p.coefficient));
    add(collected, product(Q.multiply(sign, p.coefficient), p.powers));
  };
  visit(term, Q.ONE, true);
  return collected.map(({ product }) => product).filter((p) => !Q.isZero(p.coefficient));
}

const isUnit = (q: Rational): boolean => q.d === 1n && (q.n === 1n || q.n === -1n);

const isSum = (term: Term): boolean => term.op === 'add' || term.op === 'sub';

function add(collected: { key: string; product: Product }[], p: Product): void {
  const key = [...p.powers]
    .map(([t, e]) => `${t.id}^${e}`)
    .sort()
    .join('.');
  const known = collected.find((c) => c.key === key);
  if (!known) collected.push({ key, product: p });
  else known.product = product(Q.add(known.product.coefficient, p.coefficient), p.powers);
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
  const sign = products.every((p) => Q.compare(p.coefficient, Q.ZERO) < 0) ? -1n : 1n;
  const divisor = Q.rational(sign, denominators.size === 1 && only ? only : 1n);
  if (common.size === 0 && Q.equal(divisor, Q.ONE)) return false;
  const head: Product = { coefficient: divisor, powers: common };
  const rest = sumTerm(
    arena,
    products.map((p) => divide(p, head)),
  );
  return engine.algebra(d, productTerm(arena, multiply(head, product(Q.ONE, [[rest, 1]]))));
}

/** Zeros and ones that a rule left behind are worked away; true on change. */
export function clearUnits(engine: Engine, d: Derivation): boolean {
  const { op, args } = d.current;
  const isTrivial = (t: Term): boolean =>
    t.value !== undefined && t.value.d === 1n && t.value.n < 2n && t.value.n > -1n;
  const hasUnit = isRing(d.current) && args.some(isTrivial);
  const unreduced = op === 'pow' && !args[1]?.value && isRing(arg(d.current, 1));
  if (unreduced)
    return d.inside(1, (inner) => tidy(engine, inner)) && (clearUnits(engine, d) || true);
  return hasUnit && tidy(engine, d);
}

/** -sum(F) where taking the sign inside makes F shorter or no longer: sum(-F); true on change. */
export function signInside(engine: Engine, d: Derivation): boolean {
  if (d.current.op !== 'neg' || arg(d.current, 0).op !== 'sum') return false;
  const mark = d.mark();
  if (!engine.ruleBack(d, 'sum-neg')) return false;
  const before = arg(d.current, 2);
  d.inside(2, (inner) => {
    const flipped = flipDifference(d.scope.arena, arg(inner.current, 0));
    if (flipped) engine.algebra(inner, flipped);
  });
  if (arg(d.current, 2) !== before) return true;
  d.rewind(mark);
  return false;
}

/** The negative of a product with a difference in it, the difference turned round. */
function flipDifference(arena: Arena, term: Term): Term | undefined {
  const p = asProduct(term);
  for (const [factor, e] of p.powers) {
    if (factor.op !== 'sub' || e !== 1) continue;
    const turned = arena.make('sub', [arg(factor, 1), arg(factor, 0)]);
    const powers = new Map(
      [...p.powers].map(([t, n]): [Term, number] => [t === factor ? turned : t, n]),
    );
    return productTerm(arena, { coefficient: p.coefficient, powers });
  }
  return undefined;
}
