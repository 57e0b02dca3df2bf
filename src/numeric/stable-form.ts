/**
 * A term with its logarithms of exponentials written so that they neither overflow nor vanish:
 * log(e^u/v) as u - log v, and log Σ e^u as m + log Σ e^(u-m) with the largest u as m. It is meant
 * to be evaluated beside the term; nothing is proved of it, so whoever shows it compares the two.
 */
import type { Context } from '../kernel/context.js';
import { isBinder } from '../term/operator.js';
import { close, instantiate, withArgument } from '../term/substitution.js';
import { type Arena, arg, isNumber, type Term } from '../term/term.js';
import { Dependence } from './dependence.js';

/** The stable form; undefined where the term has no logarithm of exponentials. */
export function stableForm(context: Context, term: Term): Term | undefined {
  const form = new StableForm(context);
  const found = form.of(term);
  return form.found ? found : undefined;
}

/** Steps after which a term counts as too large. */
const MAX_STEPS = 2000;

class StableForm {
  readonly #context: Context;
  readonly #arena: Arena;
  readonly #dependence: Dependence;
  /** True when a logarithm of exponentials was found. */
  found = false;
  #letters = 0;
  #steps = 0;

  constructor(context: Context) {
    this.#context = context;
    this.#arena = context.arena;
    this.#dependence = new Dependence(context.definitions);
  }

  of(term: Term): Term {
    if (++this.#steps > MAX_STEPS || !this.#hasExponential(term)) return term;
    const unfolded = this.#unfold(term);
    if (unfolded) return this.of(unfolded);
    if (term.op === 'log') {
      const stable = this.#log(arg(term, 0));
      if (stable) this.found = true;
      return stable ?? this.#make('log', this.of(arg(term, 0)));
    }
    if (isBinder(term.op)) return this.#within(term, (body) => this.of(body));
    return term.args.reduce(
      (made, child, i) => withArgument(this.#arena, made, i, this.of(child)),
      term,
    );
  }

  #make(op: Term['op'], ...args: Term[]): Term {
    return this.#arena.make(op, args);
  }

  #hasExponential(term: Term): boolean {
    return (['exp', 'sigmoid'] as const).some((op) => this.#dependence.usesOperator([term], op));
  }

  /** The body of a definition with exponentials in it, for its arguments. */
  #unfold({ op, name, args }: Term): Term | undefined {
    const definition = op === 'app' ? this.#context.definitions.get(name) : undefined;
    return definition && instantiate(this.#arena, definition.body, args);
  }

  /** A binder with another body, in which its index is a symbol. */
  #within(term: Term, change: (body: Term) => Term, op: Term['op'] = term.op): Term {
    const symbol = this.#arena.sym(`${term.letter || 'k'}%s${this.#letters++}`);
    const body = change(instantiate(this.#arena, arg(term, 2), [symbol]));
    const closed = close(this.#arena, body, [symbol]);
    return this.#arena.make(op, [arg(term, 0), arg(term, 1), closed], '', term.letter);
  }

  /** A stable form of log u; undefined where u is made of no exponentials. */
  #log(u: Term): Term | undefined {
    if (++this.#steps > MAX_STEPS || !this.#hasExponential(u)) return undefined;
    const unfolded = this.#unfold(u);
    if (unfolded) return this.#log(unfolded);
    const [a, b] = u.args as [Term, Term];
    switch (u.op) {
      case 'exp':
        return this.of(a);
      case 'mul':
      case 'div':
        return this.#both(u.op === 'mul' ? 'add' : 'sub', a, b);
      case 'pow': {
        const base = this.#log(a);
        return base && this.#make('mul', b, base);
      }
      case 'sqrt': {
        const base = this.#log(a);
        return base && this.#make('div', base, this.#arena.num(2));
      }
      case 'sigmoid':
        return this.#make('neg', this.#make('softplus', this.#make('neg', this.of(a))));
      case 'add':
        return this.#logOfTwo(a, b);
      case 'sum':
        return this.#logOfSum(u);
      case 'prod':
        if (!this.#bodyLog(u)) return undefined;
        return this.#within(u, (body) => this.#log(body) ?? this.#plain(body), 'sum');
      default:
        return undefined;
    }
  }

  #plain(u: Term): Term {
    return this.#make('log', u);
  }

  /** log of a product or quotient, where one part at least has a stable form. */
  #both(op: 'add' | 'sub', a: Term, b: Term): Term | undefined {
    const [left, right] = [this.#log(a), this.#log(b)];
    return left || right
      ? this.#make(op, left ?? this.#plain(a), right ?? this.#plain(b))
      : undefined;
  }

  /** log(u + v) of two exponentials, or of one and a positive number. */
  #logOfTwo(a: Term, b: Term): Term | undefined {
    const [left, right] = [this.#logOfPart(a), this.#logOfPart(b)];
    if (!left || !right) return undefined;
    if (isNumber(a, 1)) return this.#make('softplus', right);
    if (isNumber(b, 1)) return this.#make('softplus', left);
    const most = this.#make('maximum', left, right);
    const [u, v] = [left, right].map((part) => this.#make('exp', this.#make('sub', part, most)));
    return this.#make('add', most, this.#plain(this.#make('add', u as Term, v as Term)));
  }

  #logOfPart(u: Term): Term | undefined {
    return u.value && u.value.n > 0n ? this.#plain(u) : this.#log(u);
  }

  /** True when the body of a binder has a stable logarithm. */
  #bodyLog(u: Term): boolean {
    let isFound = false;
    this.#within(u, (body) => {
      isFound = this.#log(body) !== undefined;
      return body;
    });
    return isFound;
  }

  #logOfSum(u: Term): Term | undefined {
    const logOf = (body: Term): Term | undefined => {
      if (body.op !== 'guard') return this.#log(body);
      const inner = this.#log(arg(body, 1));
      return inner && this.#make('guard', arg(body, 0), inner);
    };
    let isFound = true;
    const most = this.#within(
      u,
      (body) => {
        const found = logOf(body);
        isFound = found !== undefined;
        return found ?? body;
      },
      'max',
    );
    if (!isFound) return undefined;
    const shifted = this.#within(u, (body) => {
      const found = logOf(body) as Term;
      const power = (v: Term): Term => this.#make('exp', this.#make('sub', v, most));
      if (found.op !== 'guard') return power(found);
      return this.#make('guard', arg(found, 0), power(arg(found, 1)));
    });
    return this.#make('add', most, this.#plain(shifted));
  }
}
