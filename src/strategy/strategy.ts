/**
 * Strategies: where and in which order a line is rewritten. A strategy works on a derivation and
 * answers whether it succeeded; one that fails leaves the line as it was. They know no rules.
 */
import { boundArgument } from '../term/operator.js';
import type { Derivation } from './derivation.js';

export type Strategy = (d: Derivation) => boolean;

/** Most repetitions of one strategy at one place. */
const FUEL = 500;

/** A repetition ran out of fuel; the moves made so far are kept in the derivation. */
export class OutOfFuel extends Error {
  constructor(readonly fuel: number) {
    super(`a repetition went on for more than ${fuel} rounds (bound: fuel)`);
    this.name = 'OutOfFuel';
  }
}

/** Succeeds without a change. */
export const id: Strategy = () => true;

/** Never succeeds. */
export const fail: Strategy = () => false;

/** One after the other; fails, and changes nothing, when one of them fails. */
export const seq =
  (...strategies: readonly Strategy[]): Strategy =>
  (d) => {
    const mark = d.mark();
    for (const strategy of strategies)
      if (!strategy(d)) {
        d.rewind(mark);
        return false;
      }
    return true;
  };

/** The first that succeeds. */
export const orElse =
  (...strategies: readonly Strategy[]): Strategy =>
  (d) =>
    strategies.some((strategy) => strategy(d));

/** Succeeds also where the strategy fails. */
export const attempt = (strategy: Strategy): Strategy => orElse(strategy, id);

/** Again and again until it fails or changes nothing. Always succeeds; throws OutOfFuel. */
export const repeat =
  (strategy: Strategy, fuel = FUEL): Strategy =>
  (d) => {
    for (let round = 0; round < fuel; round++) {
      const before = d.current;
      if (!strategy(d) || d.current === before) return true;
    }
    throw new OutOfFuel(fuel);
  };

/** At argument i. */
export const under =
  (i: number, strategy: Strategy): Strategy =>
  (d) => {
    let succeeded = false;
    d.inside(i, (inner) => {
      succeeded = strategy(inner);
    });
    return succeeded;
  };

/** At the end of a path. */
export const at = (path: readonly number[], strategy: Strategy): Strategy =>
  path.reduceRight<Strategy>((inner, i) => under(i, inner), strategy);

/** At every argument; succeeds when it does at one of them at least. */
export const some =
  (strategy: Strategy): Strategy =>
  (d) => {
    let succeeded = false;
    for (let i = 0; i < d.current.args.length; i++)
      if (isExpression(d, i) && under(i, strategy)(d)) succeeded = true;
    return succeeded;
  };

/** At the first argument where it succeeds. */
export const one =
  (strategy: Strategy): Strategy =>
  (d) => {
    for (let i = 0; i < d.current.args.length; i++)
      if (isExpression(d, i) && under(i, strategy)(d)) return true;
    return false;
  };

/** At every place, outermost first; succeeds when it does at one place at least. */
export const topDown =
  (strategy: Strategy): Strategy =>
  (d) => {
    const here = strategy(d);
    const below = some(topDown(strategy))(d);
    return here || below;
  };

/** At every place, innermost first; succeeds when it does at one place at least. */
export const bottomUp =
  (strategy: Strategy): Strategy =>
  (d) => {
    const below = some(bottomUp(strategy))(d);
    const here = strategy(d);
    return below || here;
  };

/** At the first place where it succeeds, outermost first. */
export const once =
  (strategy: Strategy): Strategy =>
  (d) =>
    strategy(d) || one(once(strategy))(d);

/** Innermost first, until it succeeds nowhere any more. */
export const innermost = (strategy: Strategy, fuel = FUEL): Strategy =>
  repeat(bottomUp(strategy), fuel);

/** Only where the condition holds; else fails. */
export const where =
  (condition: (d: Derivation) => boolean, strategy: Strategy): Strategy =>
  (d) =>
    condition(d) && strategy(d);

/** Where the strategy changes the line; else fails. */
export const changing =
  (strategy: Strategy): Strategy =>
  (d) => {
    const before = d.current;
    return strategy(d) && d.current !== before;
  };

/** Ranges of binders and locations of derivatives are left alone by traversals. */
function isExpression(d: Derivation, i: number): boolean {
  const { op } = d.current;
  if (boundArgument(op) === 2) return i === 2;
  return !(op === 'diff' && i === 1);
}
