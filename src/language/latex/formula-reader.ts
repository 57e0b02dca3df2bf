/**
 * Reads atoms one after the other: what every part of the reader of formulas shares. Holds the
 * place in the list, the scope with the notations, and the bound on nesting.
 */
import type { Axis } from '../../kernel/context.js';
import type { Arena, Term } from '../../term/term.js';
import { BOUNDS, boundMet } from '../bounds.js';
import { type Advice, LanguageError, type Place } from '../language-error.js';
import type { Reading } from '../reader.js';
import type { Scope } from '../scope.js';
import { type Atom, contentOf, hasScripts, isCommand, isSign } from './atom.js';
import { endAtom } from './make-atom.js';
import type { NotationTable } from './notation-table.js';

/** The entry points of the grammar, which its parts call back. */
export interface FormulaGrammar {
  /** Anything: a value or a condition. */
  readonly expression: (reader: FormulaReader) => Term;
  /** Sums of products. */
  readonly sum: (reader: FormulaReader) => Term;
  /** What a big operator reaches over: a product, with a sign before it. */
  readonly product: (reader: FormulaReader) => Term;
  /** One factor. */
  readonly factor: (reader: FormulaReader) => Term;
}

/** What all readers of one formula share. */
export interface FormulaSetting {
  readonly scope: Scope;
  readonly notations: NotationTable;
  readonly grammar: FormulaGrammar;
  /** The document, for messages that quote it. */
  readonly text: string;
  /** Letters of integrals that are open: their differential ends a product. */
  readonly differentials: string[];
  /** Indices that are bound without a range, and the axes in which they stand. */
  readonly unranged: Map<Term, Axis[]>;
  depth: number;
}

const isEmpty = (atom: Atom): boolean =>
  atom.kind === 'group' && contentOf(atom).length === 0 && !hasScripts(atom);

export class FormulaReader implements Reading {
  readonly arena: Arena;
  readonly scope: Scope;
  readonly setting: FormulaSetting;
  readonly #atoms: readonly Atom[];
  readonly #end: Atom;
  #position = 0;
  /** Letters of the big operators that ended in this sum. */
  ended: { readonly name: string; readonly operator: Atom }[] = [];
  /** Bars that are open in this list: the next one closes. */
  bars = 0;

  /** `place` is where an error stands that finds nothing to read. */
  constructor(atoms: readonly Atom[], setting: FormulaSetting, place: Atom) {
    // Empty braces say nothing.
    this.#atoms = atoms.filter((atom) => !isEmpty(atom));
    this.setting = setting;
    this.scope = setting.scope;
    this.arena = setting.scope.context.arena;
    const last = atoms.at(-1);
    this.#end = endAtom(
      last
        ? { ...last, column: last.column + last.end - last.offset, offset: last.end }
        : { ...place },
    );
  }

  get atom(): Atom {
    return this.peek(0);
  }

  get isAtEnd(): boolean {
    return this.#position >= this.#atoms.length;
  }

  /** Where the reading stands, to come back to. */
  get position(): number {
    return this.#position;
  }

  back(position: number): void {
    this.#position = position;
  }

  peek(ahead = 1): Atom {
    return this.#atoms[this.#position + ahead] ?? this.#end;
  }

  /** What is left, or the first atoms of it. */
  rest(most = Number.POSITIVE_INFINITY): readonly Atom[] {
    return this.#atoms.slice(this.#position, this.#position + most);
  }

  next(): Atom {
    const atom = this.atom;
    this.#position++;
    return atom;
  }

  skip(count: number): void {
    this.#position += count;
  }

  seesSign(...texts: string[]): boolean {
    return isSign(this.atom, ...texts);
  }

  seesCommand(...texts: string[]): boolean {
    return isCommand(this.atom, ...texts);
  }

  takesSign(...texts: string[]): boolean {
    if (!this.seesSign(...texts)) return false;
    this.#position++;
    return true;
  }

  takesCommand(...texts: string[]): boolean {
    if (!this.seesCommand(...texts)) return false;
    this.#position++;
    return true;
  }

  /** Reads a list of atoms in whole, by one of the entry points of the grammar. */
  read(atoms: readonly Atom[], place: Atom, how: keyof FormulaGrammar = 'expression'): Term {
    const reader = new FormulaReader(atoms, this.setting, place);
    this.descend(place);
    const term = this.setting.grammar[how](reader);
    this.ascend();
    reader.finish();
    return term;
  }

  /** Goes one level deeper, until `ascend`. */
  descend(place: Atom = this.atom): void {
    if (this.setting.depth >= BOUNDS.nesting)
      throw boundMet('nesting', 'the formula is nested too deeply', place);
    this.setting.depth++;
  }

  ascend(): void {
    this.setting.depth--;
  }

  expression(): Term {
    return this.setting.grammar.expression(this);
  }

  sum(): Term {
    return this.setting.grammar.sum(this);
  }

  product(): Term {
    return this.setting.grammar.product(this);
  }

  factor(): Term {
    return this.setting.grammar.factor(this);
  }

  /** Nothing may be left. */
  finish(): void {
    if (!this.isAtEnd) throw this.unexpected('an operator or the end');
  }

  unexpected(expected: string): LanguageError {
    const { atom } = this;
    const what =
      atom.kind === 'end'
        ? 'the formula ends too early'
        : `${this.quote(atom)} is not expected here`;
    return this.error(what, atom, { expected });
  }

  error(message: string, place: Place, advice: Advice = {}): LanguageError {
    return new LanguageError(message, place, advice);
  }

  /** An atom as it was written. */
  quote(...atoms: readonly Atom[]): string {
    const [first] = atoms;
    const last = atoms.at(-1);
    if (!first || !last) return 'nothing';
    const written = this.setting.text.slice(first.offset, last.end).replace(/\s+/g, ' ').trim();
    const short = written === '' ? first.text : written;
    return short.length > 60 ? `${short.slice(0, 57)}…` : short;
  }
}
