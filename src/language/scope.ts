/**
 * What names mean at one place of the text: the context, and on top of it the indices and
 * parameters bound around that place. Bound letters are opened as free symbols with names that no
 * text can contain (`k%3`), so that closing a binder cannot capture anything.
 */
import type { Axis, Context, Declaration, Definition } from '../kernel/context.js';
import { declare } from '../kernel/context.js';
import type { Term } from '../term/term.js';
import { BUILTINS, CONSTANTS } from './builtin.js';
import { REAL, type Sort, Sorts } from './sorts.js';

export interface Local {
  readonly what: 'local';
  readonly letter: string;
  readonly symbol: Term;
  /** The range of an index; absent for reals and arrays. */
  readonly axis?: Axis;
}

export interface Meta {
  readonly what: 'meta';
  readonly name: string;
  /** Number of bound indices that it takes. */
  readonly count: number;
}

/** A part of a term that has a name of its own in the text, with loose indices for its letters. */
export interface NamedPart {
  readonly what: 'part';
  readonly count: number;
  readonly body: Term;
}

export type Meaning =
  | Local
  | NamedPart
  | Meta
  | { readonly what: 'declared'; readonly declaration: Declaration }
  | { readonly what: 'defined'; readonly definition: Definition };

export interface ScopeOptions {
  /** Metavariables of a rule: given these, sorts and counts are not checked. */
  readonly metas?: ReadonlyMap<string, number>;
  /** Undeclared letters in index positions are declared on the way. */
  readonly openIndices?: boolean;
  /** The sorts of the terms of this context, where they are known already. */
  readonly sorts?: Sorts;
}

export class Scope {
  readonly sorts: Sorts;
  /** False for patterns, whose metavariables have no sorts. */
  readonly checked: boolean;
  readonly #metas: ReadonlyMap<string, number>;
  readonly #openIndices: boolean;
  readonly #locals = new Map<string, Local[]>();
  readonly #parts = new Map<string, NamedPart>();
  readonly #unsettled = new Set<Term>();
  #context: Context;

  constructor(context: Context, options: ScopeOptions = {}) {
    this.#context = context;
    this.sorts = options.sorts ?? new Sorts(context);
    this.checked = options.metas === undefined;
    this.#metas = options.metas ?? new Map();
    this.#openIndices = options.openIndices ?? false;
  }

  /** The context, with the letters that were declared on the way. */
  get context(): Context {
    return this.#context;
  }

  /** Gives a part of a term a name; the body has `count` loose indices. */
  abbreviate(name: string, count: number, body: Term): void {
    this.#parts.set(name, { what: 'part', count, body });
  }

  /** Goes on with more declared. */
  extend(context: Context): void {
    this.#context = context;
    this.sorts.extend(context);
  }

  lookup(name: string): Meaning | undefined {
    const local = this.#locals.get(name)?.at(-1);
    if (local) return local;
    const part = this.#parts.get(name);
    if (part) return part;
    const count = this.#metas.get(name);
    if (count !== undefined) return { what: 'meta', name, count };
    const declaration = this.#context.declarations.get(name);
    if (declaration) return { what: 'declared', declaration };
    const definition = this.#context.definitions.get(name);
    return definition && { what: 'defined', definition };
  }

  /** Binds a letter to a new symbol; `unbind` ends it. */
  bind(letter: string, sort: Sort, axis?: Axis): Local {
    const symbol = this.sorts.open(letter, sort);
    const local: Local = { what: 'local', letter, symbol, ...(axis ? { axis } : {}) };
    const bound = this.#locals.get(letter);
    if (bound) bound.push(local);
    else this.#locals.set(letter, [local]);
    return local;
  }

  /** The symbols of the letters that are bound now, outermost first. */
  openSymbols(): Term[] {
    const number = ({ name }: Term): number => Number(name.slice(name.lastIndexOf('%') + 1));
    return [...this.#locals.values()]
      .flatMap((bound) => bound.map(({ symbol }) => symbol))
      .sort((a, b) => number(a) - number(b));
  }

  unbind(local: Local): void {
    this.#locals.get(local.letter)?.pop();
  }

  /** Binds a parameter of which only the use will tell how many axes it has. */
  bindUnsettled(letter: string): Local {
    const local = this.bind(letter, REAL);
    this.#unsettled.add(local.symbol);
    return local;
  }

  isUnsettled(term: Term): boolean {
    return this.#unsettled.has(term);
  }

  settle(term: Term, rank: number): void {
    this.#unsettled.delete(term);
    this.sorts.setLocal(term, { rank, kind: 'real' });
  }

  /** Declares an undeclared letter that stands as an index of this axis, where that is allowed. */
  openIndex(name: string, axis: Axis): boolean {
    if (!this.#openIndices || this.lookup(name) || CONSTANTS.has(name)) return false;
    const declaration: Declaration = {
      name,
      kind: 'index',
      axes: [],
      lower: axis.lo,
      upper: axis.hi,
    };
    this.extend(declare(this.#context, declaration));
    return true;
  }

  /** The range that `sum(i, …)` means for a letter: c' has the range of c. */
  defaultAxis(letter: string): Axis | undefined {
    for (let name = letter; ; name = name.slice(0, -1)) {
      const local = this.#locals.get(name)?.at(-1);
      if (local) return local.axis;
      const declaration = this.#context.declarations.get(name);
      if (declaration?.kind === 'index' && declaration.lower && declaration.upper)
        return { lo: declaration.lower, hi: declaration.upper };
      if (!name.endsWith("'")) return undefined;
    }
  }

  /** Letters with a range of their own: for hints. */
  *indexLetters(): Generator<string> {
    for (const { name, kind } of this.#context.declarations.values())
      if (kind === 'index') yield name;
  }

  /** All names that mean something here, nearest first: for hints. */
  *names(): Generator<string> {
    for (const [name, bound] of this.#locals) if (bound.length > 0) yield name;
    yield* this.#metas.keys();
    yield* this.#context.declarations.keys();
    yield* this.#context.definitions.keys();
    yield* BUILTINS.keys();
    yield* FORM_NAMES;
    yield* CONSTANTS.keys();
  }
}

/** Names of the forms that have clauses of their own. */
const FORM_NAMES = [
  'sum',
  'prod',
  'max',
  'min',
  'int',
  'array',
  'diff',
  'argmin',
  'argmax',
  'eye',
  'ones',
] as const;
