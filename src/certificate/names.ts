/**
 * The names of a context in a certificate: each is declared or defined before it is used, so that
 * nothing is said of what does not exist and no definition rests on itself.
 */
import type { Term } from '../term/term.js';
import { BOUNDS, demand, met } from './fields.js';

/** Which names a context knows, and how late the latest declaration is that a term rests on. */
export class NameCheck {
  readonly #symbols = new Map<string, number>();
  /** Number of arguments of what may be applied, and its latest declaration. */
  readonly #applied = new Map<string, { arity: number; last: number }>();
  readonly #last = new Map<Term, number>();

  declare(name: string, arity: number | undefined): void {
    const place = this.#symbols.size;
    this.#symbols.set(name, place);
    if (arity !== undefined) this.#applied.set(name, { arity, last: place });
  }

  define(name: string, arity: number, last: number): void {
    this.#applied.set(name, { arity, last });
  }

  /** The number of the latest declaration; -1 for none. Throws for a name that is not known. */
  last(root: Term, where: string): number {
    const stack = [root];
    for (let term = stack.at(-1); term; term = stack.at(-1)) {
      const missing = term.args.filter((child) => !this.#last.has(child));
      if (missing.length > 0) {
        stack.push(...missing);
        continue;
      }
      stack.pop();
      let last = this.#own(term, where);
      for (const child of term.args) last = Math.max(last, this.#last.get(child) as number);
      this.#last.set(term, last);
      if (this.#last.size > BOUNDS.statement) throw met('statement', where);
    }
    return this.#last.get(root) as number;
  }

  #own(term: Term, where: string): number {
    if (term.op !== 'sym' && term.op !== 'app') return -1;
    const application = term.op === 'app' ? this.#applied.get(term.name) : undefined;
    const known =
      application?.last ?? (term.op === 'sym' ? this.#symbols.get(term.name) : undefined);
    demand(known !== undefined, where, `${term.name} is not declared before this`);
    demand(
      !application || application.arity === term.args.length,
      where,
      `${term.name} is applied to a wrong number of arguments`,
    );
    return known;
  }
}
