/**
 * One rule, once: two lines that differ at one place, where a single rule leads from one to the
 * other. This is how a textbook's line is recognised and named.
 */

import { descend, type Scope } from '../kernel/scope.js';
import { ruleEntry } from '../rules/book.js';
import { Derivation, type Move } from '../strategy/derivation.js';
import type { Term } from '../term/term.js';
import type { Engine } from './engine.js';

/** Moves from left to right by one rule at the place where they differ, or undefined. */
export function byOneRule(
  engine: Engine,
  scope: Scope,
  left: Term,
  right: Term,
): Move[] | undefined {
  for (const place of differingPlaces(scope, left, right)) {
    const d = new Derivation(place.scope, place.left);
    if (settle(engine, d, place.right))
      return d.moves.map((move) => ({ ...move, path: [...place.path, ...move.path] }));
  }
  return undefined;
}

/** The smallest part that holds the whole difference of two lines; undefined when it is all. */
export function differingPlace(scope: Scope, left: Term, right: Term): Place | undefined {
  const [smallest] = differingPlaces(scope, left, right);
  return smallest && smallest.path.length > 0 ? smallest : undefined;
}

export interface Place {
  readonly path: readonly number[];
  readonly scope: Scope;
  readonly left: Term;
  readonly right: Term;
}

/** The smallest pair of subterms that holds the whole difference, and the pairs around it. */
function differingPlaces(scope: Scope, left: Term, right: Term): Place[] {
  const places: Place[] = [{ path: [], scope, left, right }];
  for (;;) {
    const place = places[0] as Place;
    const { left: l, right: r } = place;
    if (l.op !== r.op || l.name !== r.name || l.args.length !== r.args.length) return places;
    const differing = [...l.args.keys()].filter((i) => l.args[i] !== r.args[i]);
    const [i] = differing;
    if (differing.length !== 1 || i === undefined) return places;
    const down = descend(place.scope, l, i);
    const other = descend(place.scope, r, i);
    if (!down || !other) return places;
    places.unshift({
      path: [...place.path, i],
      scope: down.scope,
      left: down.term,
      right: other.term,
    });
  }
}

/** Tries every equation of the rule book at the root of the line, either way round. */
function settle(engine: Engine, d: Derivation, right: Term): boolean {
  if (d.current.op === 'app' && arrives(engine, d, right, () => engine.unfold(d))) return true;
  if (arrives(engine, d, right, () => engine.hypothesis(d))) return true;
  for (const rule of engine.rules.values()) {
    if (rule.conclusion.op !== 'eq' || !ruleEntry(rule.id)) continue;
    const [l, r] = rule.conclusion.args as [Term, Term];
    if (fits(l, d.current) && arrives(engine, d, right, () => engine.rule(d, rule.id))) return true;
    if (fits(r, d.current) && arrives(engine, d, right, () => engine.ruleBack(d, rule.id)))
      return true;
  }
  return false;
}

const fits = (pattern: Term, term: Term): boolean => pattern.op === term.op;

/** Takes a step, and keeps it if it leads to the wanted term, perhaps reordered. */
function arrives(engine: Engine, d: Derivation, right: Term, step: () => boolean): boolean {
  const mark = d.mark();
  if (step() && (d.current === right || (sameKind(d.current, right) && engine.algebra(d, right))))
    return true;
  d.rewind(mark);
  return false;
}

/** A reordering is taken only where both sides are sums or products. */
const sameKind = (a: Term, b: Term): boolean => isArithmetic(a) && isArithmetic(b);

const isArithmetic = ({ op }: Term): boolean =>
  op === 'add' || op === 'sub' || op === 'mul' || op === 'div' || op === 'neg';
