/**
 * A scope: the context as seen from a place inside a term. Walking under a binder names its index
 * and adds "it is in the range"; walking into a branch adds the branch's condition; walking into
 * the body of a derivative hides every fact that need not hold in a neighbourhood.
 */
import { builder } from '../term/build.js';
import { close, instantiate, subterms } from '../term/substitution.js';
import { type Arena, arg, type Term } from '../term/term.js';
import type { Context, Hypothesis } from './context.js';
import { isOpenCondition } from './continuity.js';
import { comparesAs } from './interval.js';
import { mentions, targetSymbol } from './location.js';
import { variedBy } from './variation.js';

export { mentions, targetSymbol, variedSymbols } from './location.js';

type Frame =
  | { readonly kind: 'fact'; readonly proposition: Term }
  /** The symbol is varied near its value, as a free coordinate. */
  | { readonly kind: 'near'; readonly symbol: string }
  /** The symbol is any admissible value: facts of the context hold, local ones may not. */
  | { readonly kind: 'any'; readonly symbol: string };

/** Frames of a scope and of those that grow from it; a scope sees the first `length` of them. */
interface Frames {
  readonly list: Frame[];
  /** Where each proposition was first assumed. */
  readonly places: Map<Term, number>;
}

export class Scope {
  readonly arena: Arena;
  readonly #frames: Frames;
  readonly #children = new Map<string, Scope>();
  /** Places of the frames that hide facts. */
  readonly #barriers: readonly number[];

  private constructor(
    readonly context: Context,
    frames: Frames,
    /** Number of frames: facts assumed and symbols varied. */
    readonly length: number,
    /** Number of indices named so far. */
    readonly depth: number,
    barriers: readonly number[],
  ) {
    this.arena = context.arena;
    this.#frames = frames;
    this.#barriers = barriers;
  }

  static root(context: Context): Scope {
    return new Scope(context, { list: [], places: new Map() }, 0, 0, []);
  }

  /** The local symbol that the next binder on the way gets. */
  get nextLocal(): Term {
    return this.arena.sym(`$${this.depth}`);
  }

  /** The scope with one more frame; its frames are shared until two scopes grow apart. */
  #child(key: string, frame: Frame, locals: number): Scope {
    const known = this.#children.get(key);
    if (known) return known;
    let frames = this.#frames;
    if (frames.list.length > this.length) {
      const places = [...frames.places].filter(([, place]) => place < this.length);
      frames = { list: frames.list.slice(0, this.length), places: new Map(places) };
    }
    const place = this.length;
    frames.list.push(frame);
    const isFact = frame.kind === 'fact';
    if (isFact && !frames.places.has(frame.proposition))
      frames.places.set(frame.proposition, place);
    const barriers = isFact ? this.#barriers : [...this.#barriers, place];
    const scope = new Scope(this.context, frames, place + 1, this.depth + locals, barriers);
    this.#children.set(key, scope);
    return scope;
  }

  /** True of a term that mentions no index but those named here. */
  knows(term: Term): boolean {
    return term.loose === 0 && term.locals <= this.depth;
  }

  /** Under a binder over lo..hi; its index is this scope's `nextLocal`. */
  open(lo: Term, hi: Term): Scope {
    const proposition = builder(this.arena).member(this.nextLocal, lo, hi);
    return this.#child(`in ${proposition.id}`, { kind: 'fact', proposition }, 1);
  }

  /** Under an integral over lo..hi: a real number between the ends that are finite. */
  openReal(lo: Term, hi: Term): Scope {
    const { arena, nextLocal: x } = this;
    const isInfinite = (end: Term): boolean => subterms(end).some((s) => s.op === 'inf');
    // From above to below an integral is over hi..lo: of x nothing is known that way.
    const isUpwards =
      (lo.op === 'neg' && arg(lo, 0).op === 'inf') ||
      hi.op === 'inf' ||
      comparesAs('le', arena.make('le', [lo, hi]));
    const isFree = isInfinite(lo) || !isUpwards;
    const above = isFree ? arena.make('true', []) : arena.make('le', [lo, x]);
    const inner = this.#child(`real ${above.id}`, { kind: 'fact', proposition: above }, 1);
    return isInfinite(hi) || !isUpwards ? inner : inner.assume(arena.make('le', [x, hi]));
  }

  /** Where the proposition holds; "not a = b" is taken as "a ≠ b". */
  assume(given: Term): Scope {
    const proposition = given.op === 'not' ? negation(this.arena, arg(given, 0)) : given;
    return this.#child(`fact ${proposition.id}`, { kind: 'fact', proposition }, 0);
  }

  near(symbol: string): Scope {
    return this.#child(`near ${symbol}`, { kind: 'near', symbol }, 0);
  }

  any(symbol: string): Scope {
    return this.#child(`any ${symbol}`, { kind: 'any', symbol }, 0);
  }

  /** The local fact at this place, if it may be used here. */
  fact(place: number): Term | undefined {
    const frame = place < this.length ? this.#frames.list[place] : undefined;
    if (frame?.kind !== 'fact') return undefined;
    const { proposition } = frame;
    const isHidden = this.#barriers.some(
      (b) => b > place && !survives(this.context, proposition, this.#frame(b), 'local'),
    );
    return isHidden ? undefined : proposition;
  }

  /** A place at which the proposition was assumed and may be used here. */
  placeOf(proposition: Term): number | undefined {
    const place = this.#frames.places.get(proposition);
    return place !== undefined && this.fact(place) === proposition ? place : undefined;
  }

  /** The context's hypothesis of this name, if it may be used here. */
  hypothesis(name: string): Hypothesis | undefined {
    const found = this.context.hypotheses.get(name);
    if (!found) return undefined;
    const isHidden = this.#barriers.some(
      (b) => !survives(this.context, found.proposition, this.#frame(b), 'context'),
    );
    return isHidden ? undefined : found;
  }

  #frame(place: number): Frame {
    return this.#frames.list[place] as Frame;
  }
}

function survives(
  context: Context,
  proposition: Term,
  frame: Frame,
  origin: 'local' | 'context',
): boolean {
  if (frame.kind === 'fact') return true;
  if (frame.kind === 'any' && origin === 'context') return true;
  if (!mentions(context, proposition, frame.symbol)) return true;
  return frame.kind === 'near' && isOpenCondition(context, proposition, frame.symbol);
}

/**
 * The scope and the opened term one step down, at argument i of `term`; undefined where nothing
 * may be rewritten (the symbol of a derivative's target, the variable of an optimum).
 */
export function descend(
  scope: Scope,
  term: Term,
  i: number,
): { scope: Scope; term: Term } | undefined {
  const child = term.args[i];
  if (!child) return undefined;
  switch (term.op) {
    case 'sum':
    case 'prod':
    case 'max':
    case 'min':
    case 'array':
    case 'forall':
    case 'int': {
      if (i < 2) return { scope, term: child };
      const [lo, hi] = term.args as [Term, Term];
      const inner = term.op === 'int' ? scope.openReal(lo, hi) : scope.open(lo, hi);
      return { scope: inner, term: instantiate(scope.arena, child, [scope.nextLocal]) };
    }
    case 'guard':
      return { scope: i === 1 ? scope.assume(arg(term, 0)) : scope, term: child };
    case 'if':
      if (i === 0) return { scope, term: child };
      return {
        scope: scope.assume(i === 1 ? arg(term, 0) : negation(scope.arena, arg(term, 0))),
        term: child,
      };
    case 'mul': {
      const inner = guards(scope.arena, arg(term, 1 - i)).reduce((s, g) => s.assume(g), scope);
      return { scope: inner, term: child };
    }
    case 'diff': {
      const symbol = targetSymbol(arg(term, 1));
      if (i === 1 || !symbol) return undefined;
      return { scope: scope.near(symbol.name), term: child };
    }
    case 'argmin':
    case 'argmax': {
      if (i > 0) return undefined;
      const variables = term.args.slice(1);
      if (variables.some(({ op }) => op !== 'sym')) return undefined;
      return { scope: variables.reduce((s, v) => s.any(v.name), scope), term: child };
    }
    case 'app': {
      const varied = variedBy(scope.context, term.name);
      return varied && { scope: [...varied].reduce((s, v) => s.near(v), scope), term: child };
    }
    default:
      return { scope, term: child };
  }
}

/** Puts the rewritten child back: the inverse of descend. */
export const ascend = (scope: Scope, term: Term, i: number, child: Term): Term =>
  (term.op === 'sum' ||
    term.op === 'prod' ||
    term.op === 'max' ||
    term.op === 'min' ||
    term.op === 'array' ||
    term.op === 'forall' ||
    term.op === 'int') &&
  i === 2
    ? close(scope.arena, child, [scope.nextLocal])
    : child;

/** What holds when none of the brackets and deltas among the factors of a product is 0. */
function guards(arena: Arena, root: Term): Term[] {
  const found: Term[] = [];
  const seen = new Set<Term>();
  const stack = [root];
  for (let term = stack.pop(); term; term = stack.pop()) {
    if (seen.has(term)) continue;
    seen.add(term);
    if (term.op === 'mul') stack.push(arg(term, 1), arg(term, 0));
    else if (term.op === 'iverson') found.push(arg(term, 0));
    else if (term.op === 'delta') found.push(arena.make('eq', term.args));
  }
  return found;
}

const OPPOSITE = { eq: 'ne', ne: 'eq' } as const;

/** The proposition that holds exactly when this one does not. */
export function negation(arena: Arena, proposition: Term): Term {
  const { op, args } = proposition;
  if (op === 'not') return arg(proposition, 0);
  if (op === 'eq' || op === 'ne') return arena.make(OPPOSITE[op], args);
  if (op === 'lt' || op === 'le')
    return arena.make(op === 'lt' ? 'le' : 'lt', [arg(proposition, 1), arg(proposition, 0)]);
  return arena.make('not', [proposition]);
}
