/**
 * What a printer leaves to the place where a term stands: how symbols, metavariables, definitions,
 * locations and optima are called in a claim, and in a rule.
 */
import type { Term } from '../term/term.js';

/** The names at a place. */
export interface Names {
  /** Of the bound indices, the innermost last. */
  readonly bound: readonly string[];
  /** Of symbols that are called otherwise here, since they are varied or opened. */
  readonly symbols: ReadonlyMap<string, string>;
  /** For the parameters of a definition: what says that they have values, or are 0 strongly. */
  readonly parameters: ReadonlyMap<string, { readonly ok: string; readonly zero: string }>;
  /** Every name that means something here. */
  readonly taken: ReadonlySet<string>;
}

/** A location that a derivative is taken at, or the variables of an optimum. */
export interface Place {
  /** The location, or the predicate that says which points are admissible. */
  readonly text: string;
  /** The name of the varied symbol inside. */
  readonly variable: string;
  readonly inside: TermPrinter;
}

export interface Dialect {
  symbol(name: string, printer: TermPrinter): string;
  /** A metavariable, or an entry of one. */
  meta(term: Term, printer: TermPrinter): string;
  /** That a metavariable has a value, that it is a product with a factor 0, … */
  metaOk(term: Term, printer: TermPrinter, role: 'ok' | 'zero' | 'range'): string;
  application(term: Term, printer: TermPrinter): string;
  applicationOk(term: Term, printer: TermPrinter): string;
  /** That the indices of an entry of a declared array are in range. */
  entryOk(term: Term, printer: TermPrinter): string;
  location(target: Term, printer: TermPrinter): Place;
  variables(variables: readonly Term[], printer: TermPrinter): Place;
  /** The proposition that 0*log(0) = 0 is a convention. */
  convention(): string;
}

/** What prints terms at a place; see Printer. */
export interface TermPrinter {
  readonly dialect: Dialect;
  readonly names: Names;
  with(changes: Partial<Names>): TermPrinter;
  fresh(wish: string): { name: string; inside: TermPrinter };
  under(letter: string): { name: string; inside: TermPrinter };
  value(term: Term): string;
  prop(term: Term): string;
  ok(term: Term): string;
  zero(term: Term): string;
  contrary(term: Term): string;
}

/** The text without brackets around the whole of it. */
export function bare(text: string): string {
  if (!text.startsWith('(')) return text;
  let depth = 0;
  for (let k = 0; k < text.length - 1; k++) {
    if (text[k] === '(') depth++;
    else if (text[k] === ')') depth--;
    if (depth === 0) return text;
  }
  return text.slice(1, -1);
}

/** The variables of an optimum, which a rule names by one metavariable. */
export const variablesOf = (term: Term): readonly Term[] =>
  term.op === 'variables' ? term.args : [term];
