/**
 * Whether a rule, and no other, leads from one line to the next. Asked of the wrong answers to an
 * exercise, so doubt counts as yes: conditions are not looked at, and algebra is allowed for.
 */
import { equalByAlgebra } from '../kernel/algebra.js';
import type { Context } from '../kernel/context.js';
import { instantiatePattern, type Rule } from '../kernel/rule.js';
import { Scope } from '../kernel/scope.js';
import { match, metavariables } from '../match/match.js';
import { ruleBook } from '../rules/book.js';
import { differingPlaces } from '../search/one-rule.js';
import { ClaimProver } from '../search/prove-claim.js';
import { subterms } from '../term/substitution.js';
import type { Arena, Term } from '../term/term.js';
import { isMajor } from '../transcript/reason.js';

/** Moves of a search for a proof by one rule: such a proof is short. */
const MOVES = 4_000;
/** Milliseconds at most; a search that is not over counts as a yes. */
const PATIENCE = 20_000;

/** True when the rule leads from one line to the other, alone or beside the bookkeeping. */
export const justifies = (context: Context, rule: Rule, before: Term, after: Term): boolean =>
  matchesStep(context, rule, before, after) ||
  isProvedBy(context, (reason) => reason === rule.id, before, after);

/** True when bookkeeping alone leads from one line to the other: then no rule names the step. */
export const isBookkeeping = (context: Context, before: Term, after: Term): boolean =>
  isProvedBy(context, () => false, before, after);

function isProvedBy(
  context: Context,
  allows: (reason: string) => boolean,
  before: Term,
  after: Term,
): boolean {
  const limits = { moves: MOVES, deadline: Date.now() + PATIENCE };
  const may = (reason: string): boolean => allows(reason) || !isMajor(reason);
  const attempt = new ClaimProver(ruleBook(), limits, may).prove(context, 'eq', before, after);
  return attempt.found || attempt.missing === 'time';
}

/** True when the rule, read in either direction, has the two lines as an instance at one place. */
function matchesStep(context: Context, rule: Rule, before: Term, after: Term): boolean {
  if (rule.conclusion.op !== 'eq') return false;
  const { arena } = context;
  const [left, right] = rule.conclusion.args as [Term, Term];
  return differingPlaces(Scope.root(context), before, after).some(
    (place) =>
      isInstance(arena, [left, right], [place.left, place.right]) ||
      isInstance(arena, [right, left], [place.left, place.right]),
  );
}

type Sides = readonly [from: Term, to: Term];

/** One side is matched, and the other compared: as it is, reordered, or by algebra. */
function isInstance(arena: Arena, [from, to]: Sides, [before, after]: Sides): boolean {
  const isReached = (start: Term, end: Term, matched: Term, goal: Term): boolean =>
    reordered(start).some((pattern) => {
      const found = match(arena, pattern, matched);
      if (!found) return false;
      if (reordered(end).some((other) => match(arena, other, goal, found))) return true;
      const isWhole = metavariables(end).every((name) => found.has(name));
      return isWhole && isEqual(instantiatePattern(arena, end, found), goal);
    });
  return isReached(from, to, before, after) || isReached(to, from, after, before);
}

/** Most sums and products of a pattern that are tried the other way round as well. */
const MOST_SWAPS = 4;

/** A pattern with its sums and products in each order. */
function reordered(pattern: Term): Term[] {
  let left = MOST_SWAPS;
  const orders = (term: Term): Term[] => {
    let all: Term[][] = [[]];
    for (const child of term.args) {
      const some = orders(child);
      all = all.flatMap((args) => some.map((one) => [...args, one]));
    }
    const isSwapped = (term.op === 'add' || term.op === 'mul') && left-- > 0;
    const swapped = isSwapped ? all.map(([a, b]) => [b, a] as Term[]) : [];
    return [...all, ...swapped].map((args) => ({ ...term, args }));
  };
  return orders(pattern);
}

function isEqual(a: Term, b: Term): boolean {
  if (a === b || unordered(a) === unordered(b)) return true;
  try {
    return equalByAlgebra(a, b, new Set([...subterms(a), ...subterms(b)]));
  } catch {
    // Too large for algebra, or no number at all: nobody can say that it is not equal.
    return true;
  }
}

/** The term as text, with the same text for any order of the terms of a sum or product. */
function unordered(term: Term): string {
  const { op, name, index, value, args } = term;
  if (op === 'add' || op === 'mul')
    return `${op}(${operands(term, op).map(unordered).sort().join()})`;
  const number = value ? `${value.n}/${value.d}` : '';
  return `${op} ${name} ${index} ${number}(${args.map(unordered).join()})`;
}

const operands = (term: Term, op: Term['op']): Term[] =>
  term.op === op ? term.args.flatMap((child) => operands(child, op)) : [term];
