/**
 * Statements: what a claim says, and what it says once it is proved and serves later claims: the
 * relation for all values of its index letters.
 */
import { close, subterms } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import { type Context, type Declaration, factsOf } from './context.js';
import { targetSymbol } from './scope.js';

export type Relation = 'eq' | 'le' | 'lt';

/** A claim in core form: in every model of the context both sides have a value and are related. */
export interface Statement {
  readonly context: Context;
  readonly relation: Relation;
  readonly left: Term;
  readonly right: Term;
}

/** What the hypotheses that are earlier claims are called. */
export const THEOREM = 'theorem:';

/** The hypothesis that an earlier claim of this name is. */
export const theoremName = (name: string): string => `${THEOREM}${name}`;

/** The terms that a declaration consists of: its axes and its bounds. */
export const termsOf = ({ axes, lower, upper }: Declaration): Term[] => [
  ...axes.flatMap(({ lo, hi }) => [lo, hi]),
  ...(lower ? [lower] : []),
  ...(upper ? [upper] : []),
];

/**
 * The relation for all values of its index letters: what a theorem says as a hypothesis of later
 * claims. A letter that anything else in the context depends on stays free.
 */
export const generalize = (context: Context, statement: Statement): Term =>
  quantify(context, statement, generalized(context, statement));

/** The relation under one `forall` for each declaration, the first outermost. */
export function quantify(
  { arena }: Context,
  { relation, left, right }: Statement,
  letters: readonly Declaration[],
): Term {
  const symbols = letters.map(({ name }) => arena.sym(name));
  let result = close(arena, arena.make(relation, [left, right]), symbols);
  for (let k = letters.length - 1; k >= 0; k--) {
    const { name, lower, upper } = letters[k] as Declaration;
    const outside = symbols.slice(0, k);
    const ends = [lower as Term, upper as Term].map((end) => close(arena, end, outside));
    result = arena.make('forall', [...ends, result], '', name);
  }
  return result;
}

/**
 * The index symbols of a statement that stand for any value of their range: changing one in a
 * model gives another model, since nothing but the ranges of further such symbols mentions it.
 */
export function generalized(context: Context, statement: Statement): Declaration[] {
  const { arena, declarations, definitions, hypotheses } = context;
  const occurring = new Names([statement.left, statement.right]);
  const varied = new Set([statement.left, statement.right].flatMap(variedSymbols));
  const ranges = new Map<Declaration, Term>();
  for (const declaration of declarations.values()) {
    const { name, kind, axes } = declaration;
    const [fact] = kind === 'index' && axes.length === 0 ? factsOf(arena, declaration) : [];
    if (fact && occurring.has(name) && !varied.has(name)) ranges.set(declaration, fact[1]);
  }
  const own = new Set(ranges.values());
  const fixed = new Names([]);
  for (const { name, proposition } of hypotheses.values())
    if (!name.startsWith(THEOREM) && !own.has(proposition)) fixed.add(proposition);
  for (const { body, parameters } of definitions.values())
    fixed.add(body, ...parameters.flatMap(({ axis }) => (axis ? [axis.lo, axis.hi] : [])));
  for (const declaration of declarations.values())
    if (!ranges.has(declaration)) fixed.add(...termsOf(declaration));
  let letters = [...ranges.keys()];
  for (;;) {
    const dropped = letters.filter(({ name }) => fixed.has(name));
    if (dropped.length === 0) break;
    letters = letters.filter((letter) => !dropped.includes(letter));
    fixed.add(...dropped.flatMap(termsOf));
  }
  const bounds = new Names([]);
  for (const letter of letters) {
    bounds.add(...termsOf(letter));
    if (bounds.has(letter.name)) return [];
  }
  return letters;
}

/** The names that occur in terms; what two terms share is walked once. */
class Names {
  readonly #names = new Set<string>();
  readonly #seen = new Set<Term>();

  constructor(terms: readonly Term[]) {
    this.add(...terms);
  }

  add(...terms: readonly Term[]): void {
    const pending = [...terms];
    for (let term = pending.pop(); term; term = pending.pop()) {
      if (this.#seen.has(term)) continue;
      this.#seen.add(term);
      if (term.name !== '') this.#names.add(term.name);
      pending.push(...term.args);
    }
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }
}

/** The symbols that a derivative or an optimum in the term varies. */
function variedSymbols(root: Term): string[] {
  return subterms(root).flatMap(({ op, args }) => {
    if (op === 'diff' || op === 'differentiable')
      return args.slice(1).map((target) => targetSymbol(target)?.name ?? '');
    return op === 'argmin' || op === 'argmax' ? args.slice(1).map(({ name }) => name) : [];
  });
}
