/** A display formula read in its context: the claims that it makes, or why it makes none. */
import { assume, type Context, type Definition, declare } from '../../kernel/context.js';
import type { Term } from '../../term/term.js';
import { hypothesisOf } from '../assumption.js';
import { type Claim, type Line, requireOneWay } from '../claim.js';
import { LanguageError } from '../language-error.js';
import { Scope } from '../scope.js';
import { requireCondition, requireIndex, requireSameRank } from '../sort-check.js';
import { isIntegerKind } from '../sorts.js';
import { statementsOf } from './alignment.js';
import { type Atom, isCommand, isSign } from './atom.js';
import { InWords } from './cases.js';
import { type Chain, chainsOf, type NoClaim, type Side } from './chain.js';
import { readChainDefinition } from './chain-definition.js';
import { isAboutReals, isUpdate, propositionOf, withoutName } from './chain-sides.js';
import { settingOf } from './formula.js';
import { FormulaReader } from './formula-reader.js';
import { withArguments } from './free-letter.js';
import { expandMacros, type Macros } from './macro.js';
import type { NotationTable } from './notation-table.js';
import { parseAtoms } from './parse-atoms.js';
import { reasonsIn, reasonsOfRemarks } from './reason.js';
import { letterName } from './symbol.js';
import { type LatexExtent, latexTokens } from './token.js';

/** What is known where a formula stands. */
export interface DisplaySetting {
  readonly context: Context;
  readonly notations: NotationTable;
  readonly macros: Macros;
  readonly text: string;
  /** The chain that ends the display before, which one without a left side goes on with. */
  readonly before?: Before;
}

/** The chain of a display, to go on with. */
export interface Before {
  readonly chain: Chain;
  /** False where only its last side is known to what follows, as more is declared since. */
  readonly isWhole: boolean;
}

export interface DisplayReading {
  readonly label: string | undefined;
  readonly claims: readonly Omit<Claim, 'name' | 'endLine'>[];
  /** Why it makes no claim, or part of it none. */
  readonly unclaimed: readonly NoClaim[];
  readonly errors: readonly LanguageError[];
  /** What it defines, for what follows. */
  readonly definitions: readonly Definition[];
  /** The chain that makes its one claim. */
  readonly chain: Chain | undefined;
  /** True when its first claim is that of the display before, with more lines. */
  readonly isContinued: boolean;
}

/** Reads a display formula. Never throws on what a text contains but for a full arena. */
export function readDisplay(setting: DisplaySetting, extent: LatexExtent): DisplayReading {
  const reading = new Reading(setting);
  try {
    reading.run(extent);
  } catch (error) {
    reading.fail(error);
  }
  return reading;
}

class Reading implements DisplayReading {
  label: string | undefined;
  readonly claims: Omit<Claim, 'name' | 'endLine'>[] = [];
  readonly unclaimed: NoClaim[] = [];
  readonly errors: LanguageError[] = [];
  readonly definitions: Definition[] = [];
  isContinued = false;
  readonly #chains: Chain[] = [];
  readonly #setting: DisplaySetting;
  #context: Context;
  /** Propositions of the chain before, for what follows from it. */
  #before: { propositions: readonly Term[]; chain: Chain } | undefined;

  constructor(setting: DisplaySetting) {
    this.#setting = setting;
    this.#context = setting.context;
  }

  get chain(): Chain | undefined {
    const [only, ...others] = this.#chains;
    return others.length === 0 && this.errors.length === 0 ? only : undefined;
  }

  fail(error: unknown): void {
    if (!(error instanceof LanguageError)) throw error;
    this.errors.push(error);
  }

  run(extent: LatexExtent): void {
    const { tokens, remarks } = latexTokens(this.#setting.text, extent);
    const { rows, label } = parseAtoms(expandMacros(tokens, this.#setting.macros));
    this.label = label;
    const scope = this.#scope(this.#context);
    const isIndex = (atom: Atom): boolean => isWhole(scope, atom);
    for (const statement of statementsOf(rows))
      for (const chain of chainsOf(statement, isIndex)) {
        if ('reason' in chain) {
          this.unclaimed.push(chain);
          if (chain.start) this.#chains.push(chain.start);
          continue;
        }
        try {
          this.#chain(this.#continued(chain));
        } catch (error) {
          this.#before = undefined;
          const atoms = chain.sides[0]?.atoms ?? [];
          if (error instanceof InWords) this.unclaimed.push({ atoms, reason: error.message });
          else this.fail(error);
        }
      }
    reasonsOfRemarks(this.claims, remarks);
  }

  #scope(context: Context): Scope {
    return new Scope(context);
  }

  #reader(context: Context, atoms: readonly Atom[], place: Atom): FormulaReader {
    const { text, notations } = this.#setting;
    return new FormulaReader(atoms, settingOf(this.#scope(context), text, notations), place);
  }

  /** A first chain without a left side goes on with that of the display before. */
  #continued(chain: Chain): Chain {
    const { before } = this.#setting;
    const [first, ...sides] = chain.sides;
    const isOpen = first?.atoms.length === 0 && this.claims.length === 0;
    if (!before || !isOpen || this.errors.length > 0) return chain;
    this.isContinued = before.isWhole;
    const last = before.chain.sides.at(-1) as Side;
    return {
      ...chain,
      sides: [
        ...(before.isWhole ? before.chain.sides : [{ ...last, relation: undefined }]),
        ...sides,
      ],
      conditions: [...before.chain.conditions, ...chain.conditions],
    };
  }

  #chain(chain: Chain): void {
    const [first, second] = chain.sides;
    if (!first || !second) return;
    const { place } = first;
    const empty = chain.sides.find(({ atoms }) => atoms.length === 0);
    if (empty) throw new LanguageError('a side of this relation is missing', empty.place);
    const mayDefine = second.isDefinition || (chain.isSupposed && chain.sides.length === 2);
    if (mayDefine && this.#define(first, second)) {
      if (chain.sides.length === 2) {
        this.unclaimed.push({ atoms: first.atoms, reason: 'it is a definition' });
        return;
      }
    }
    if (second.isDefinition && isUpdate(first, second)) {
      this.unclaimed.push({ atoms: first.atoms, reason: 'it is an assignment' });
      return;
    }
    const sides = withoutName(chain.sides);
    if (sides.length < 2) {
      this.unclaimed.push({
        atoms: first.atoms,
        reason: 'it names an optimum, and claims nothing of it',
      });
      return;
    }
    const { context, given } = this.#given(chain, place);
    const lines = this.#lines(context, sides);
    const propositions = lines
      .slice(1)
      .map((line, k) => propositionOf(lines[k] as Line, line, context));
    // What something else follows from is supposed, not claimed, in its last relation.
    const claimed = chain.isSupposed ? lines.slice(0, -1) : lines;
    if (claimed.length > 1) this.#claim(context, claimed, place, given);
    if (chain.after === 'iff' && this.#before) this.#converse(propositions);
    this.#chains.push(chain);
    this.#before = { propositions, chain };
  }

  /** What was defined is known to what follows in the same formula. */
  #define(first: Side, second: Side): boolean {
    const reader = this.#reader(this.#context, first.atoms, first.atoms[0] as Atom);
    const definition = readChainDefinition(reader, second.atoms);
    if (!definition) return false;
    this.definitions.push(definition);
    const definitions = new Map(this.#context.definitions).set(definition.name, definition);
    this.#context = { ...this.#context, definitions };
    return true;
  }

  /** The context with the conditions of the chain, and with what it follows from. */
  #given(chain: Chain, place: Atom): { context: Context; given: readonly Term[] } {
    let context = withArguments(this.#context, chain, this.#setting.notations);
    const found: Term[] = [];
    const given = (proposition: Term): void => {
      found.push(proposition);
      const name = `given-${context.hypotheses.size + 1}`;
      context = assume(context, { name, proposition: hypothesisOf(context, proposition) });
    };
    for (const atoms of chain.conditions) {
      const range = this.#range(context, atoms);
      if (range) context = range;
      else if (!isAboutReals(atoms)) {
        const reader = this.#reader(context, atoms, atoms[0] ?? place);
        const condition = reader.expression();
        reader.finish();
        requireCondition(reader, condition, atoms[0] ?? place);
        given(condition);
      }
    }
    if (chain.after && this.#before) for (const each of this.#before.propositions) given(each);
    return { context, given: found };
  }

  /** `i = 1, \dots, n` declares a letter that has no range, and restricts one that has another. */
  #range(context: Context, atoms: readonly Atom[]): Context | undefined {
    const dots = atoms.findIndex((atom) => isCommand(atom, 'dots'));
    const [letter] = atoms;
    const name = letter && isSign(atoms[1], '=', '==') ? letterName(letter) : undefined;
    if (dots < 0 || !letter || name === undefined) return undefined;
    const [lo, hi] = [atoms.slice(2, dots), atoms.slice(dots + 1)].map((part) => {
      const list = part.filter((atom) => !isSign(atom, ','));
      const reader = this.#reader(context, list, list[0] ?? letter);
      const bound = reader.sum();
      reader.finish();
      requireIndex(reader, bound, list[0] ?? letter, 'the bound of a range');
      return bound;
    }) as [Term, Term];
    const known = context.declarations.get(name);
    if (!known && !context.definitions.has(name))
      return declare(context, { name, kind: 'index', axes: [], lower: lo, upper: hi });
    if (known?.kind === 'index' && known.lower === lo && known.upper === hi) return context;
    const proposition = context.arena.make('in', [context.arena.sym(name), lo, hi]);
    return assume(context, { name: `given-${context.hypotheses.size + 1}`, proposition });
  }

  #lines(context: Context, sides: readonly Side[]): Line[] {
    const { text } = this.#setting;
    const lines: Line[] = [];
    for (const [k, side] of sides.entries()) {
      const [start] = side.atoms as [Atom];
      const last = side.atoms.at(-1) as Atom;
      const reader = this.#reader(context, side.atoms, start);
      const term = reader.sum();
      reader.finish();
      const { kind } = reader.scope.sorts.of(term);
      const before = lines.at(-1);
      if (before) requireSameRank(reader, before.term, term, { ...start, text: '=' } as Atom);
      else if (kind !== 'set') requireSameRank(reader, term, term, start);
      lines.push({
        term,
        ...(k > 0 && side.relation ? { relation: side.relation } : {}),
        by: k > 0 ? reasonsIn(side.words) : [],
        line: start.line,
        column: start.column,
        source: text.slice(start.offset, last.end),
      });
      requireOneWay(lines, side.place);
    }
    return lines;
  }

  #claim(
    context: Context,
    lines: readonly Line[],
    { line, column }: Atom,
    given: readonly Term[],
  ): void {
    const under = given.length > 0 ? { given } : {};
    this.claims.push({ form: 'calc', isFormula: true, lines, context, line, column, ...under });
  }

  /** The other direction of `\iff`: the chain before follows from this one. */
  #converse(propositions: readonly Term[]): void {
    const before = this.#before;
    if (!before) return;
    let context = this.#context;
    for (const proposition of propositions) {
      const name = `given-${context.hypotheses.size + 1}`;
      context = assume(context, { name, proposition: hypothesisOf(context, proposition) });
    }
    const [first] = before.chain.sides;
    const lines = this.#lines(context, before.chain.sides);
    this.#claim(context, lines, first?.atoms[0] as Atom, propositions);
  }
}

/** True of a declared whole number, with or without an index. */
function isWhole(scope: Scope, atom: Atom): boolean {
  const { sub: _, ...plain } = atom;
  const name = atom.primes > 0 ? undefined : letterName(plain as Atom);
  const meaning = name === undefined ? undefined : scope.lookup(name);
  return meaning?.what === 'declared' && isIntegerKind(meaning.declaration.kind);
}
