/**
 * The places in a term where something may be changed. At a place the indices of the binders
 * around it are opened: they are symbols with the letters that were written, so that what stands
 * there can be printed, compared and replaced by itself.
 */
import type { Context } from '../kernel/context.js';
import { boundArgument, isProposition, type Operator } from '../term/operator.js';
import { close, instantiate, mentionsName, rebuild, withArgument } from '../term/substitution.js';
import { type Arena, arg, type Term } from '../term/term.js';

/** An index that is bound around a place, with its range. */
export interface OpenIndex {
  readonly symbol: Term;
  readonly op: Operator;
  readonly lo: Term;
  readonly hi: Term;
}

export interface Place {
  /** Argument numbers from the root. */
  readonly path: readonly number[];
  readonly term: Term;
  /** Outermost first. */
  readonly indices: readonly OpenIndex[];
  /** The place that this is an argument of; absent at the root. */
  readonly parent?: Place;
  /** The whole term with another at this place. */
  readonly put: (term: Term) => Term;
}

/** Most places of one term. */
const MOST_PLACES = 80;

/** The arguments that a walk goes into, by their numbers. */
type Select = (term: Term) => readonly number[];

/** A walk through one side of a relation. `others` are terms whose free letters are taken, too. */
export class Places {
  readonly #context: Context;
  readonly #taken: readonly Term[];

  constructor(context: Context, taken: readonly Term[]) {
    this.#context = context;
    this.#taken = taken;
  }

  /** The places of real numbers, outermost first: no index, no range, no target of a derivative. */
  values(root: Term): Place[] {
    return this.#walk(root, (term) => this.#valueArguments(term));
  }

  /** The places below a place, itself the first. */
  from(place: Place): Place[] {
    return this.#below([place], (term) => this.#valueArguments(term));
  }

  /** The argument i of what stands at a place; an index that it binds is opened as the symbol. */
  child(place: Place, i: number, given?: Term): Place {
    const { term } = place;
    const { arena } = this.#context;
    const path = [...place.path, i];
    if (i !== boundArgument(term.op)) {
      const put = (to: Term): Term => place.put(withArgument(arena, term, i, to));
      return { path, term: arg(term, i), indices: place.indices, parent: place, put };
    }
    const symbol = given ?? arena.sym(this.#letter(term, place.indices));
    const opened = { symbol, op: term.op, lo: arg(term, 0), hi: arg(term, 1) };
    const put = (to: Term): Term =>
      place.put(withArgument(arena, term, i, close(arena, to, [symbol])));
    return {
      path,
      term: instantiate(arena, arg(term, i), [symbol]),
      indices: [...place.indices, opened],
      parent: place,
      put,
    };
  }

  root(term: Term): Place {
    return { path: [], term, indices: [], put: (to) => to };
  }

  #walk(root: Term, select: Select): Place[] {
    return this.#below([this.root(root)], select);
  }

  #below(found: Place[], select: Select): Place[] {
    for (let k = 0; k < found.length && found.length < MOST_PLACES; k++) {
      const place = found[k] as Place;
      for (const i of select(place.term)) found.push(this.child(place, i));
    }
    return found.slice(0, MOST_PLACES);
  }

  /** Definitions that are written with indices take no numbers. */
  #valueArguments(term: Term): readonly number[] {
    const { op, args, name } = term;
    if (isProposition(op) || op === 'at' || op === 'delta' || op === 'iverson') return [];
    if (op === 'app' && this.#context.definitions.get(name)?.style !== 'function') {
      if (this.#context.definitions.has(name)) return [];
    }
    const under = boundArgument(op);
    if (under >= 0) return [under];
    if (op === 'diff') return [0];
    if (op === 'if') return [1, 2];
    if (op === 'guard') return [1];
    return [...args.keys()];
  }

  /** The letter of a binder, with primes until it is no other's. */
  #letter(binder: Term, indices: readonly OpenIndex[]): string {
    let letter = /^[\p{L}_]/u.test(binder.letter) ? binder.letter : 'k';
    const isTaken = (): boolean =>
      indices.some(({ symbol }) => symbol.name === letter) ||
      this.#taken.some((term) => mentionsName(term, letter));
    while (isTaken()) letter += "'";
    return letter;
  }
}

/** True when every opened index that the term mentions is open at the place. */
export const fits = (arena: Arena, term: Term, place: Place, letters: Iterable<string>): boolean =>
  [...letters].every(
    (letter) =>
      !mentionsName(term, letter) ||
      place.indices.some(({ symbol }) => symbol === arena.sym(letter)),
  );

/** The term with each definition that it mentions written out, once. */
export const withDefinitionsOpened = ({ arena, definitions }: Context, root: Term): Term =>
  rebuild(arena, root, ({ op, name, args }) => {
    const body = op === 'app' ? definitions.get(name)?.body : undefined;
    return body && instantiate(arena, body, args);
  });
