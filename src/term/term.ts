/**
 * Terms and the arena that interns them.
 *
 * A term is immutable and exactly what was written: no constructor simplifies. Within one arena
 * equal terms are the same object, so equality is `===`. Bound indices are nameless (`bound` 0 is
 * the innermost binder), free ones are named, so terms that differ in bound letters are the same
 * term. Ids grow from the leaves up: a term's id is greater than the id of each of its subterms.
 */
import { boundArgument, OPERATORS, type Operator } from './operator.js';
import { type Rational, rational } from './rational.js';
import { hashOf, TermTable } from './table.js';

export interface Term {
  readonly id: number;
  readonly op: Operator;
  readonly args: readonly Term[];
  /** Name of a sym, app or meta; '' otherwise. */
  readonly name: string;
  /** Value of a num. */
  readonly value: Rational | undefined;
  /** Index of a bound; -1 otherwise. */
  readonly index: number;
  /** Position of the argument under this node's binder; -1 for none. */
  readonly under: number;
  /** One more than the highest loose bound index; 0 for a closed term. */
  readonly loose: number;
  /** One more than the highest number of a local index `$n` that occurs; 0 for none. */
  readonly locals: number;
  /** Bit set of the hashes of free names: an absent bit proves absence. */
  readonly mask: number;
  /** The letter first written for this binder's index. For printing only, never for identity. */
  readonly letter: string;
}

/** Largest number of distinct nodes that an arena holds, unless the caller says otherwise. */
const MAX_NODES = 4_000_000;

/** `$3` is local 3; a name with % belongs to a pattern and to no scope at all. */
const localsOf = (name: string): number => {
  if (name.startsWith('%')) return Number.POSITIVE_INFINITY;
  return name.startsWith('$') ? Number(name.slice(1)) + 1 : 0;
};

/** The bit of a name in a term's mask. */
export function nameBit(name: string): number {
  let hash = 0;
  for (let i = 0; i < name.length; i++) hash = (hash * 31 + name.charCodeAt(i)) | 0;
  return 1 << ((hash ^ (hash >>> 15)) & 31);
}

export class ArenaFull extends Error {
  constructor(limit: number) {
    super(`the expression grew past ${limit} distinct subterms (bound: nodes)`);
    this.name = 'ArenaFull';
  }
}

/** Interns terms. Created by the caller; nothing is shared between two arenas. */
export class Arena {
  readonly #terms = new TermTable<Term>();
  readonly #integers = new Map<bigint, Term>();
  readonly #fractions = new Map<string, Term>();
  readonly #bounds: Term[] = [];
  readonly #limit: number;
  #size = 0;

  constructor(limit = MAX_NODES) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#size;
  }

  /**
   * The term with this operator and these arguments. Throws a TypeError when the number of
   * arguments is wrong, and ArenaFull at the arena's bound.
   */
  make(op: Operator, args: readonly Term[], name = '', letter = ''): Term {
    const hash = hashOf(op, args, name);
    const known = this.#terms.find(hash, op, args, name);
    if (known) return known;
    const { arity } = OPERATORS[op];
    if (arity >= 0 && args.length !== arity)
      throw new TypeError(`${op} takes ${arity} arguments, not ${args.length}`);
    const term = this.#new(op, args, name, undefined, -1, letter);
    this.#terms.add(hash, term);
    return term;
  }

  num(value: Rational | number | bigint): Term {
    const exact = typeof value === 'object' ? value : rational(value);
    return exact.d === 1n
      ? this.#number(this.#integers, exact.n, exact)
      : this.#number(this.#fractions, `${exact.n}/${exact.d}`, exact);
  }

  #number<K>(numbers: Map<K, Term>, key: K, value: Rational): Term {
    const known = numbers.get(key);
    if (known) return known;
    const term = this.#new('num', [], '', value, -1, '');
    numbers.set(key, term);
    return term;
  }

  sym(name: string): Term {
    return this.make('sym', [], name);
  }

  bound(index: number): Term {
    const known = this.#bounds[index];
    if (known) return known;
    const term = this.#new('bound', [], '', undefined, index, '');
    this.#bounds[index] = term;
    return term;
  }

  #new(
    op: Operator,
    args: readonly Term[],
    name: string,
    value: Rational | undefined,
    index: number,
    letter: string,
  ): Term {
    if (this.#size >= this.#limit) throw new ArenaFull(this.#limit);
    const under = boundArgument(op);
    let loose = index + 1;
    let locals = op === 'sym' ? localsOf(name) : 0;
    let mask = op === 'sym' || op === 'app' || op === 'meta' ? nameBit(name) : 0;
    for (let i = 0; i < args.length; i++) {
      const arg = args[i] as Term;
      loose = Math.max(loose, i === under ? arg.loose - 1 : arg.loose);
      mask |= arg.mask;
      locals = Math.max(locals, arg.locals);
    }
    const id = this.#size++;
    return { id, op, args, name, value, index, under, loose, locals, mask, letter };
  }
}

/** Argument i of a term. Throws a RangeError when there is none. */
export function arg(term: Term, i: number): Term {
  const child = term.args[i];
  if (child === undefined) throw new RangeError(`${term.op} has no argument ${i}`);
  return child;
}

/** True of the number n exactly. */
export const isNumber = (term: Term, n: number): boolean =>
  term.value !== undefined && term.value.d === 1n && term.value.n === BigInt(n);
