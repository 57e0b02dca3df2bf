/**
 * Whether a rule, and no other beside bookkeeping, leads from one line to the next. Asked of the
 * wrong answers to an exercise, so doubt counts as yes: conditions are not looked at, a rule may
 * be used at any place and in either direction, and what it makes may be tidied up.
 */
import type { Context } from '../kernel/context.js';
import { instantiatePattern, type Rule } from '../kernel/rule.js';
import { ascend, descend, Scope } from '../kernel/scope.js';
import { match, metavariables } from '../match/match.js';
import { ruleBook } from '../rules/book.js';
import { connect } from '../search/equality.js';
import { ClaimProver } from '../search/prove-claim.js';
import { withArgument } from '../term/substitution.js';
import type { Arena, Term } from '../term/term.js';
import { isMajor } from '../transcript/reason.js';

/** Moves of all searches about one step: a step by one rule is found soon. */
const MOVES = 20_000;
/** Milliseconds at most; a search that is not over counts as a yes. */
const PATIENCE = 60_000;

/** Lines that one use of a rule may make, of which so many are looked at. */
const MOST_LINES = 40;

const BOUNDS = new Set(['SearchExhausted', 'ArenaFull', 'PolynomialTooLarge']);

/** A step from one line to the next, of which rules are asked whether they make it. */
export class Leap {
  readonly #scope: Scope;
  readonly #tidying: ClaimProver;

  constructor(
    context: Context,
    readonly before: Term,
    readonly after: Term,
  ) {
    this.#scope = Scope.root(context);
    this.#tidying = proverWith(() => false);
  }

  /** True when bookkeeping alone makes the step: then no rule names it. */
  get isBookkeeping(): boolean {
    return this.#meets(this.#tidying, this.before, this.after);
  }

  /** True when the rule makes the step, alone or beside the bookkeeping. */
  isMadeBy(rule: Rule): boolean {
    const prover = proverWith((reason) => reason === rule.id);
    if (this.#meets(prover, this.before, this.after)) return true;
    return (
      this.#isReached(rule, this.before, this.after) ||
      this.#isReached(rule, this.after, this.before)
    );
  }

  /** True when one use of the rule makes the goal of a line, but for bookkeeping. */
  #isReached(rule: Rule, line: Term, goal: Term): boolean {
    if (rule.conclusion.op !== 'eq') return false;
    const found = new Set<Term>();
    for (const made of uses(rule, this.#scope, line)) {
      if (made === goal) return true;
      if (made !== line) found.add(made);
      if (found.size >= MOST_LINES) return true;
    }
    return [...found].some((made) => this.#meets(this.#tidying, made, goal));
  }

  #meets({ form }: ClaimProver, from: Term, to: Term): boolean {
    try {
      return connect(form, this.#scope, from, to) !== undefined;
    } catch (error) {
      if (error instanceof Error && BOUNDS.has(error.name)) return true;
      throw error;
    }
  }
}

/** A prover that uses bookkeeping, and what else is allowed. */
const proverWith = (allows: (reason: string) => boolean): ClaimProver =>
  new ClaimProver(
    ruleBook(),
    { moves: MOVES, deadline: Date.now() + PATIENCE },
    (reason) => allows(reason) || !isMajor(reason),
  );

/** The lines that one use of the rule makes, at any place and in either direction. */
function* uses(rule: Rule, scope: Scope, line: Term): Generator<Term> {
  const [left, right] = rule.conclusion.args as [Term, Term];
  yield* rewritten(scope.arena, left, right, line);
  yield* rewritten(scope.arena, right, left, line);
  for (const i of line.args.keys()) {
    const down = descend(scope, line, i);
    if (!down) continue;
    for (const made of uses(rule, down.scope, down.term))
      yield withArgument(scope.arena, line, i, ascend(scope, line, i, made));
  }
}

/** A term that one side of a rule matches, as the other side; none where that says too little. */
function* rewritten(arena: Arena, from: Term, to: Term, term: Term): Generator<Term> {
  if (from.op !== term.op) return;
  for (const pattern of reordered(from)) {
    const found = match(arena, pattern, term);
    if (found && metavariables(to).every((name) => found.has(name)))
      yield instantiatePattern(arena, to, found);
  }
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
