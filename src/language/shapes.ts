/**
 * Arrays in core form: a comprehension, or a whole array that is only named (a declared symbol, a
 * row of one, an inverse, a parameter of a definition). What their first axis is, what their
 * entries are, and how to build one entry by entry.
 */
import type { Axis, Context } from '../kernel/context.js';
import type { Operator } from '../term/operator.js';
import { close, instantiate } from '../term/substitution.js';
import { type Arena, arg, nameBit, type Term } from '../term/term.js';
import { declaredLetter } from './axis-letter.js';
import { LanguageError } from './language-error.js';
import { axisOfArray, haveSameLength, shifted } from './linear.js';
import { printText } from './print-text.js';
import { INTEGER, REAL, Sorts } from './sorts.js';

/** The number of entries of an array parameter is asked for: known only where it is called. */
export class UnknownShape extends LanguageError {
  constructor(readonly array: Term) {
    super('the size of an array parameter is not known here');
  }
}

const IDLE_LETTERS = ['i', 'j', 'k', 'l', 'p', 'q'] as const;
/** For a second index over the same axis. */
const OTHER_LETTERS = ['k', 'j', 'l', 'p', 'q'] as const;

export class Shapes {
  readonly arena: Arena;
  readonly sorts: Sorts;
  #context: Context;
  /** Letters of the binders that are open around the place where work is done. */
  readonly #open: string[] = [];

  constructor(context: Context) {
    this.arena = context.arena;
    this.sorts = new Sorts(context);
    this.#context = context;
  }

  extend(context: Context): void {
    this.#context = context;
    this.sorts.extend(context);
  }

  rank(term: Term): number {
    return this.sorts.rank(term);
  }

  /** The first axis of an array. Throws UnknownShape. */
  axis(array: Term): Axis {
    if (array.op === 'array') return axisOfArray(array);
    let depth = 0;
    let base = array;
    for (; base.op === 'at'; base = arg(base, 0)) depth++;
    if (base.op === 'inv') return this.axis(this.#deep(arg(base, 0), depth));
    const axis = this.#context.declarations.get(base.name)?.axes[depth];
    if (base.op === 'sym' && axis) return axis;
    throw new UnknownShape(array);
  }

  /** An entry `depth` axes down: its own axes are the same for all of them. */
  #deep(array: Term, depth: number): Term {
    if (depth === 0) return array;
    return this.#deep(this.entry(array, this.axis(array).lo), depth - 1);
  }

  entry(array: Term, index: Term): Term {
    return array.op === 'array'
      ? instantiate(this.arena, arg(array, 2), [index])
      : this.arena.make('at', [array, index]);
  }

  /**
   * A binder over a range, its body built from a symbol for the index. Symbols are named by their
   * depth, so that equal bodies are built of equal terms.
   */
  bind(op: Operator, axis: Axis, letter: string, body: (index: Term) => Term): Term {
    const symbol = this.arena.sym(op === 'int' ? `~${this.#open.length}` : `%${this.#open.length}`);
    this.sorts.setLocal(symbol, op === 'int' ? REAL : INTEGER);
    this.#open.push(letter);
    try {
      const inner = body(symbol);
      const closed = close(this.arena, inner, [symbol]);
      return this.arena.make(op, [axis.lo, axis.hi, closed], '', letter);
    } finally {
      this.#open.pop();
    }
  }

  /** `op` over the range; for an array-valued body, the array of `op` of its entries. */
  bindEntries(op: Operator, axis: Axis, letter: string, body: (index: Term) => Term): Term {
    if (op === 'int') return this.bind(op, axis, letter, body);
    const whole = this.bind('array', axis, letter, body);
    const over = (array: Term): Term => {
      const sample = this.entry(array, this.#deepSymbol());
      if (this.rank(sample) === 0) return this.arena.make(op, array.args, '', letter);
      const inner = this.#independentAxis(sample, this.#deepSymbol());
      return this.bind('array', inner, this.letter(sample, inner), (k) =>
        over(this.bind('array', axis, letter, (i) => this.entry(this.entry(array, i), k))),
      );
    };
    return over(whole);
  }

  /** A symbol that no open binder uses. */
  #deepSymbol(): Term {
    const symbol = this.arena.sym('%');
    this.sorts.setLocal(symbol, INTEGER);
    return symbol;
  }

  #independentAxis(array: Term, symbol: Term): Axis {
    const axis = this.axis(array);
    const bit = nameBit(symbol.name);
    if ((axis.lo.mask & bit) === 0 && (axis.hi.mask & bit) === 0) return axis;
    const found = [axis.lo, axis.hi].some((term) => close(this.arena, term, [symbol]).loose > 0);
    if (found) throw new LanguageError('the rows of this array are of different lengths');
    return axis;
  }

  /** The second axis of a matrix, which must be the same for every row. */
  secondAxis(array: Term): Axis {
    const symbol = this.#deepSymbol();
    return this.#independentAxis(this.entry(array, symbol), symbol);
  }

  /** A letter for the first axis of an array: its own, the declared one, or one that is idle. */
  letter(array: Term, axis: Axis, busy: Iterable<string> = []): string {
    const taken = new Set([...this.#open, ...busy]);
    const own = array.op === 'array' ? array.letter : '';
    if (own !== '' && !taken.has(own)) return own;
    const declared = declaredLetter(this.#context, axis, taken);
    if (declared !== undefined) return declared;
    const isIdle = (letter: string): boolean =>
      !taken.has(letter) &&
      !this.#context.declarations.has(letter) &&
      !this.#context.definitions.has(letter);
    return (own === '' ? IDLE_LETTERS : OTHER_LETTERS).find(isIdle) ?? `${own || 'i'}'`;
  }

  /** The array whose entries are f of the entries of arrays of one shape; f itself for numbers. */
  map(arrays: readonly Term[], f: (entries: readonly Term[]) => Term): Term {
    const [first] = arrays;
    if (!first || this.rank(first) === 0) return f(arrays);
    const axis = this.axis(first);
    const axes = arrays.map((array) => this.matching(axis, array));
    return this.bind('array', axis, this.letter(first, axis), (index) =>
      this.map(
        arrays.map((array, k) =>
          this.entry(array, shifted(this.arena, index, axis, axes[k] as Axis)),
        ),
        f,
      ),
    );
  }

  /** The first axis of an array, which must be as long as the one given. */
  matching(axis: Axis, array: Term): Axis {
    const own = this.axis(array);
    if (haveSameLength(axis, own)) return own;
    throw new LanguageError(
      `an axis ${rangeText(axis)} does not fit an axis ${rangeText(own)}`,
      undefined,
      { expected: 'axes of the same length' },
    );
  }

  /** The index of `to` in the place of an index of `from`. */
  shifted(index: Term, from: Axis, to: Axis): Term {
    return shifted(this.arena, index, from, to);
  }
}

const rangeText = (axis: Axis): string => `${printText(axis.lo)}..${printText(axis.hi)}`;
