/** How the names of a claim are printed: declared symbols, definitions, locations, optima. */
import type { Context, Declaration } from '../kernel/context.js';
import { targetSymbol } from '../kernel/scope.js';
import { instantiate, mentionsName } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import { okText } from './definedness.js';
import type { Dialect, Place, TermPrinter } from './dialect.js';
import { freshName, identifier } from './identifiers.js';
import { NotExportable, refuse } from './not-exportable.js';
import { Printer } from './printer.js';

/** The largest number of indices of an array. */
const MOST_INDICES = 3;

/** A definition as it is used: its name, and the symbols that it is a function of. */
export interface Defined {
  readonly name: string;
  readonly symbols: readonly string[];
}

/** Where definitions and predicates of admissible values are entered as they are used. */
export interface DefinitionTable {
  definition(context: Context, name: string): Defined;
  admissible(context: Context, symbol: string): Defined;
}

export class ClaimDialect implements Dialect {
  readonly #symbols = new Map<string, string>();

  constructor(
    readonly context: Context,
    readonly definitions: DefinitionTable,
  ) {
    const taken = new Set<string>();
    for (const { name } of context.declarations.values()) {
      const own = freshName(identifier(name), taken);
      taken.add(own);
      this.#symbols.set(name, own);
    }
  }

  /** The printer at the root of a claim. */
  printer(): Printer {
    return new Printer(this, {
      bound: [],
      symbols: new Map(),
      parameters: new Map(),
      taken: new Set(this.#symbols.values()),
    });
  }

  /** The type of a declared symbol. Throws NotExportable. */
  type(name: string): string {
    const { axes, arity } = this.#declaration(name);
    if (arity !== undefined) throw new NotExportable(`the unknown function ${name}`);
    if (axes.length > MOST_INDICES) throw new NotExportable(`the ${axes.length} axes of ${name}`);
    return `${'R -> '.repeat(axes.length)}R`;
  }

  #declaration(name: string): Declaration {
    const declaration = this.context.declarations.get(name);
    if (!declaration) throw new NotExportable(`${name}, which is not declared`);
    return declaration;
  }

  symbol(name: string): string {
    return this.#symbols.get(name) ?? refuse('sym');
  }

  meta(): string {
    return refuse('meta');
  }

  metaOk(): string {
    return refuse('meta');
  }

  /** The body of a definition with array parameters, which is written out where it is used. */
  #writtenOut({ name, args }: Term): Term | undefined {
    const definition = this.context.definitions.get(name);
    if (!definition) throw new NotExportable(`the unknown function ${name}`);
    return definition.parameters.some(({ kind }) => kind === 'array')
      ? instantiate(this.context.arena, definition.body, args)
      : undefined;
  }

  application(term: Term, p: TermPrinter): string {
    const body = this.#writtenOut(term);
    if (body) return p.value(body);
    const { name, symbols } = this.definitions.definition(this.context, term.name);
    return applied(name, [...this.#values(symbols, p), ...term.args.map((a) => p.value(a))]);
  }

  applicationOk(term: Term, p: TermPrinter): string {
    const ranges = this.rangesOf(term, p);
    return ranges.length > 0
      ? `(${[...ranges, this.#bodyOk(term, p)].join(' /\\ ')})`
      : this.#bodyOk(term, p);
  }

  /** That the arguments of a definition are in range, or have values. */
  rangesOf(term: Term, p: TermPrinter): string[] {
    const { parameters } = this.context.definitions.get(term.name) ?? { parameters: [] };
    return parameters.flatMap(({ kind, axis }, k) => {
      const given = arg(term, k);
      if (axis) return [`(range ${p.value(given)} ${p.value(axis.lo)} ${p.value(axis.hi)})`];
      return kind === 'real' ? [okText(p, given)] : [];
    });
  }

  #bodyOk(term: Term, p: TermPrinter): string {
    const body = this.#writtenOut(term);
    if (body) return okText(p, body);
    const { name, symbols } = this.definitions.definition(this.context, term.name);
    const own = term.args.flatMap((a) => [p.value(a), okText(p, a), p.zero(a)]);
    return applied(`${name}_ok`, [...this.#values(symbols, p), ...own]);
  }

  #values(symbols: readonly string[], p: TermPrinter): string[] {
    return symbols.map((symbol) => p.value(this.context.arena.sym(symbol)));
  }

  entryOk(term: Term, p: TermPrinter): string {
    const indices: string[] = [];
    let base = term;
    for (; base.op === 'at'; base = arg(base, 0)) indices.unshift(p.value(arg(base, 1)));
    if (base.op !== 'sym') return refuse(base.op);
    return this.inRange(base.name, indices, p);
  }

  /** That these are indices of the array. */
  inRange(array: string, indices: readonly string[], p: TermPrinter): string {
    const { axes } = this.#declaration(array);
    if (axes.length !== indices.length) throw new NotExportable(`a part of the array ${array}`);
    const ranges = axes.map(
      ({ lo, hi }, k) => `(range ${indices[k]} ${p.value(lo)} ${p.value(hi)})`,
    );
    return ranges.length === 1 ? (ranges[0] as string) : `(${ranges.join(' /\\ ')})`;
  }

  location(target: Term, p: TermPrinter): Place {
    const symbol = targetSymbol(target)?.name;
    if (symbol === undefined) return refuse(target.op);
    const indices: string[] = [];
    for (let base = target; base.op === 'at'; base = arg(base, 0)) {
      if (mentionsName(arg(base, 1), symbol))
        throw new NotExportable(`a location whose index depends on ${symbol}`);
      indices.unshift(p.value(arg(base, 1)));
    }
    if (this.#declaration(symbol).axes.length !== indices.length)
      throw new NotExportable(`a derivative by the whole of ${symbol}`);
    const point = p.value(this.context.arena.sym(symbol));
    const text = applied(`var${indices.length}`, [point, ...indices]);
    return { text, ...this.varied(symbol, p) };
  }

  variables(variables: readonly Term[], p: TermPrinter): Place {
    const [variable] = variables;
    if (variables.length !== 1 || variable?.op !== 'sym')
      throw new NotExportable('an optimum by several variables');
    const { name, symbols } = this.definitions.admissible(this.context, variable.name);
    this.type(variable.name);
    return {
      text: applied(name, this.#values(symbols, p)),
      ...this.varied(variable.name, p),
    };
  }

  /** Inside of what varies a symbol, which has another name there. */
  varied(symbol: string, p: TermPrinter): { variable: string; inside: TermPrinter } {
    const { name, inside } = p.fresh(`${this.symbol(symbol)}'`);
    const symbols = new Map([...inside.names.symbols, [symbol, name]]);
    return { variable: name, inside: inside.with({ symbols }) };
  }

  convention(): string {
    return this.context.conventions.has('0*log(0)') ? 'True' : 'False';
  }
}

/** A function applied, in brackets where there are arguments. */
export const applied = (name: string, args: readonly string[]): string =>
  args.length === 0 ? name : `(${[name, ...args].join(' ')})`;
