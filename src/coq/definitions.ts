/**
 * The definitions of documents as definitions of Coq. A definition is a function of every declared
 * symbol that it mentions, also by way of others, so that it can be said of varied symbols too.
 * Beside each stands when it has a value. Equal definitions stand once.
 */
import type { Context, Definition } from '../kernel/context.js';
import { mentions } from '../kernel/scope.js';
import type { Term } from '../term/term.js';
import { ClaimDialect, type Defined, type DefinitionTable } from './claim-dialect.js';
import { okText } from './definedness.js';
import { bare, type TermPrinter } from './dialect.js';
import { freshName, identifier } from './identifiers.js';

export class Definitions implements DefinitionTable {
  /** The commands, in an order in which each uses only those before it. */
  readonly commands: string[] = [];
  readonly #names = new Set<string>();
  readonly #byText = new Map<string, string>();
  readonly #known = new WeakMap<Context, Map<string, Defined>>();

  /** The definition of this name in a context. */
  definition(context: Context, name: string): Defined {
    return this.#once(context, `let ${name}`, () => this.#define(context, name));
  }

  /** The predicate that says which values of a symbol are admissible in a context. */
  admissible(context: Context, symbol: string): Defined {
    return this.#once(context, `any ${symbol}`, () => this.#admit(context, symbol));
  }

  #once(context: Context, key: string, make: () => Defined): Defined {
    const table = this.#known.get(context) ?? new Map<string, Defined>();
    this.#known.set(context, table);
    const known = table.get(key);
    if (known) return known;
    const made = make();
    table.set(key, made);
    return made;
  }

  #define(context: Context, name: string): Defined {
    const { parameters, body } = context.definitions.get(name) as Definition;
    const { symbols, binders, printer } = this.#function(context, [body]);
    const own: string[] = [];
    let inside = printer;
    for (const parameter of parameters) {
      const found = inside.under(parameter.name);
      own.push(found.name);
      inside = found.inside;
    }
    const value = inside.value(body);
    // No name of a document has an apostrophe in Coq.
    const companions = new Map(own.map((u) => [u, { ok: `${u}'ok`, zero: `${u}'zero` }]));
    const ok = okText(inside.with({ parameters: companions }), body);
    const arguments_ = own.map((u) => ` (${u} : R)`).join('');
    const conditions = own.map((u) => ` (${u} : R) (${u}'ok ${u}'zero : Prop)`).join('');
    const text = `${binders}${arguments_} : R :=\n  ${bare(value)}.`;
    const okLine = `${binders}${conditions} : Prop :=\n  ${bare(ok)}.`;
    return { name: this.#enter(`d_${identifier(name)}`, text, okLine), symbols };
  }

  #admit(context: Context, symbol: string): Defined {
    const facts = factsAbout(context, symbol).map(([, fact]) => fact);
    const { symbols, binders, printer } = this.#function(context, facts, symbol);
    const { name, inside } = printer.fresh(identifier(symbol));
    const names = new Map([...inside.names.symbols, [symbol, name]]);
    const said = facts.map((fact) => inside.with({ symbols: names }).prop(fact));
    const type = (printer.dialect as ClaimDialect).type(symbol);
    const text = `${binders} (${name} : ${type}) : Prop :=\n  ${said.length > 0 ? said.join(' /\\ ') : 'True'}.`;
    return { name: this.#enter(`A_${identifier(symbol)}`, text), symbols };
  }

  /** The symbols that terms mention, as the arguments of a definition. */
  #function(
    context: Context,
    terms: readonly Term[],
    except?: string,
  ): { symbols: string[]; binders: string; printer: TermPrinter } {
    const dialect = new ClaimDialect(context, this);
    const symbols = mentioned(context, terms).filter((symbol) => symbol !== except);
    const binders = symbols.map((s) => ` (${dialect.symbol(s)} : ${dialect.type(s)})`).join('');
    return { symbols, binders, printer: dialect.printer() };
  }

  /** The name of the definition with this text; it is entered if it is new. */
  #enter(wish: string, text: string, ok?: string): string {
    const key = `${wish}${text}${ok ?? ''}`;
    const known = this.#byText.get(key);
    if (known) return known;
    const endings = ['', '_ok'];
    const name = freshName(wish, this.#names, endings);
    for (const ending of endings) this.#names.add(`${name}${ending}`);
    this.#byText.set(key, name);
    this.commands.push(`Definition ${name}${text}`);
    if (ok !== undefined) this.commands.push(`Definition ${name}_ok${ok}`);
    return name;
  }
}

/** The declared symbols that terms mention, and those that the ranges of these mention. */
function mentioned(context: Context, terms: readonly Term[]): string[] {
  const found = new Set<string>();
  const add = (all: readonly Term[]): void => {
    for (const { name, axes } of context.declarations.values()) {
      if (found.has(name) || !all.some((term) => mentions(context, term, name))) continue;
      found.add(name);
      add(axes.flatMap(({ lo, hi }) => [lo, hi]));
    }
  };
  add(terms);
  return [...context.declarations.keys()].filter((name) => found.has(name));
}

/** The hypotheses of a context that mention a symbol, and are no earlier claims. */
export const factsAbout = (context: Context, symbol: string): [string, Term][] =>
  [...context.hypotheses.values()]
    .filter(
      ({ name, proposition }) =>
        !name.startsWith('theorem:') && mentions(context, proposition, symbol),
    )
    .map(({ name, proposition }) => [name, proposition]);
