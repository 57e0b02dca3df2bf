/**
 * Sums as a reader would treat them: a delta picks its term, a known sum is replaced, constants
 * come out. A sum is taken apart only where that leads to one of these.
 */

import type { Derivation } from '../strategy/derivation.js';
import * as Q from '../term/rational.js';
import { mentionsName } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import type { Engine } from './engine.js';
import { asProduct, asSum, type Product, productTerm, sumTerm, tidy } from './light.js';

const ONE: Product = { coefficient: Q.ONE, powers: new Map() };

/** Reduces the sum at the root of the line; true on change. */
export function reduceSum(engine: Engine, d: Derivation): boolean {
  if (d.current.op !== 'sum') return false;
  const before = d.current;
  const body = arg(before, 2);
  if (body.value && Q.isZero(body.value)) return engine.rule(d, 'sum-zero');
  d.inside(2, (inner) => tidy(engine, inner));
  if (d.current.op === 'sum')
    known(engine, d) || pullOut(engine, d) !== 'no' || takeApart(engine, d);
  return d.current !== before;
}

/** A sum whose value is known: by a delta, a hypothesis, or because its terms are equal. */
function known(engine: Engine, d: Derivation): boolean {
  if (arg(d.current, 2).loose === 0 && engine.rule(d, 'sum-const')) {
    d.inside(0, (count) => tidy(engine, count));
    tidy(engine, d);
    return true;
  }
  if (pickTerm(engine, d)) {
    tidy(engine, d);
    return true;
  }
  return engine.hypothesis(d) || byDefinition(engine, d);
}

/** The sum over a definition, such as probabilities, when it is a number. */
function byDefinition(engine: Engine, d: Derivation): boolean {
  if (arg(d.current, 2).op !== 'app') return false;
  const mark = d.mark();
  if (d.inside(2, (inner) => engine.unfold(inner))) {
    if (pullOut(engine, d) === 'no') takeApart(engine, d);
    tidy(engine, d);
    if (d.current.value) return true;
  }
  d.rewind(mark);
  return false;
}

/** The term that a delta in the sum picks. */
function pickTerm(engine: Engine, d: Derivation): boolean {
  const { arena } = d.scope;
  const local = d.scope.nextLocal;
  const mark = d.mark();
  let found = false;
  d.inside(2, (inner) => {
    const body = asProduct(inner.current);
    for (const [factor, power] of body.powers) {
      if (factor.op !== 'delta' || power < 1) continue;
      const [i, j] = factor.args as [Term, Term];
      const other = i === local ? j : j === local ? i : undefined;
      if (!other || mentionsName(other, local.name)) continue;
      const powers = new Map(body.powers);
      powers.delete(factor);
      const rest = productTerm(arena, { coefficient: body.coefficient, powers });
      if (power > 1 || !engine.algebra(inner, arena.make('mul', [factor, rest]))) continue;
      if (i !== local) inner.inside(0, (head) => engine.rule(head, 'delta-symmetric'));
      found = true;
      return;
    }
  });
  const loneDelta = arg(d.current, 2).op === 'mul';
  if ((found || loneDelta) && engine.rule(d, 'sum-delta')) return true;
  if (found && engine.rule(d, 'sum-delta-outside')) return true;
  d.rewind(mark);
  return false;
}

/** Factors that do not mention the index come before the sum. */
function pullOut(engine: Engine, d: Derivation): 'no' | 'sum left' | 'known' {
  const { arena } = d.scope;
  const local = d.scope.nextLocal;
  let outside: Term | undefined;
  const mark = d.mark();
  d.inside(2, (inner) => {
    const products = asSum(inner.current);
    const [body] = products;
    if (!body || products.length > 1) return;
    const constant = new Map([...body.powers].filter(([t]) => !mentionsName(t, local.name)));
    const varying = new Map([...body.powers].filter(([t]) => mentionsName(t, local.name)));
    if (constant.size === 0 && Q.equal(body.coefficient, Q.ONE)) return;
    const head = productTerm(arena, { coefficient: body.coefficient, powers: constant });
    const rest = productTerm(arena, { ...ONE, powers: varying });
    if (engine.algebra(inner, arena.make('mul', [head, rest]))) outside = head;
  });
  if (!outside || !engine.rule(d, 'sum-factor-out', { u: outside })) {
    d.rewind(mark);
    return 'no';
  }
  d.inside(1, (inner) => reduceSum(engine, inner));
  const left = arg(d.current, 1).op === 'sum';
  tidy(engine, d);
  return left ? 'sum left' : 'known';
}

/** Splits the sum if a part of it then becomes known; else leaves it whole. */
function takeApart(engine: Engine, d: Derivation): boolean {
  const mark = d.mark();
  d.inside(2, (inner) => multiplyOut(engine, inner));
  const parts = split(engine, d);
  if (parts > 0) {
    tidy(engine, d);
    return true;
  }
  d.rewind(mark);
  return false;
}

/** Products of sums in the line's summands, multiplied out. */
function multiplyOut(engine: Engine, d: Derivation): void {
  const { arena } = d.scope;
  const expanded = asSum(d.current).flatMap((p): Product[] => {
    const sum = [...p.powers].find(([t, e]) => e === 1 && (t.op === 'add' || t.op === 'sub'));
    if (!sum) return [p];
    const powers = new Map(p.powers);
    powers.delete(sum[0]);
    return asSum(sum[0]).map((s) => {
      const merged = new Map(powers);
      for (const [t, e] of s.powers) merged.set(t, (merged.get(t) ?? 0) + e);
      return { coefficient: Q.multiply(p.coefficient, s.coefficient), powers: merged };
    });
  });
  const target = sumTerm(arena, expanded);
  if (target !== d.current) engine.algebra(d, target);
}

/** Splits a sum of sums; the number of parts that became known. */
function split(engine: Engine, d: Derivation): number {
  const body = d.current.op === 'sum' ? arg(d.current, 2) : undefined;
  if (body?.op === 'add' || body?.op === 'sub') {
    if (!engine.rule(d, body.op === 'add' ? 'sum-add' : 'sum-sub')) return 0;
    let count = 0;
    d.inside(0, (inner) => {
      count += split(engine, inner);
    });
    d.inside(1, (inner) => {
      count += split(engine, inner);
    });
    return count;
  }
  if (d.current.op !== 'sum') return 0;
  return known(engine, d) || pullOut(engine, d) === 'known' ? 1 : 0;
}
