/**
 * Reads a document: what it declares, assumes, defines and claims, in statements and in display
 * mathematics. Both are read in the order of the text, each in the context of what stands above
 * it; what cannot be read is reported, and reading goes on with the next.
 */
import type { Context } from '../kernel/context.js';
import { emptyContext } from '../kernel/context.js';
import { type Arena, ArenaFull } from '../term/term.js';
import { BOUNDS, boundMet } from './bounds.js';
import type { Claim } from './claim.js';
import { findDisplays } from './display-scanner.js';
import {
  type FormulaSource,
  labelsOf,
  type NumberedDisplay,
  readFormula,
  type Unclaimed,
  type Unfinished,
} from './formula-claims.js';
import { type Diagnostic, diagnosticOf, LanguageError, UndeclaredName } from './language-error.js';
import { LaterNames } from './later-names.js';
import { type Macros, macrosOf } from './latex/macro.js';
import type { NotationTable } from './latex/notation-table.js';
import { lex } from './lexer.js';
import { type Block, type Markdown, scanMarkdown } from './markdown.js';
import { type Statement, splitStatements } from './statement.js';
import { StatementReader } from './statement-reader.js';
import { scanTex } from './tex-source.js';

export type { Claim } from './claim.js';
export type { Unclaimed } from './formula-claims.js';
export type { Diagnostic } from './language-error.js';
export type { Block } from './markdown.js';

/** What the declarations of a document mean for another one. */
export interface Background {
  readonly context: Context;
  readonly notations: NotationTable;
  readonly macros: Macros;
}

export interface Document {
  readonly claims: readonly Claim[];
  /** The context at the end of the document. */
  readonly context: Context;
  /** Statements that cannot be read, in the order of the text; with any, nothing is judged. */
  readonly diagnostics: readonly Diagnostic[];
  /** Display formulas that cannot be read; what else the document claims can be judged. */
  readonly formulaErrors: readonly Diagnostic[];
  /** Display formulas that make no claim. */
  readonly unclaimed: readonly Unclaimed[];
  /** The whole document, in order, each block with its lines. */
  readonly blocks: readonly Block[];
  readonly background: Background;
}

export interface DocumentOptions {
  /** Declarations of another document, known from the start. */
  readonly background?: Background;
  /** True of a LaTeX source; Markdown otherwise. */
  readonly isTex?: boolean;
}

/** Reads a document. Never throws on what a text contains. */
export function parseDocument(arena: Arena, text: string, options: DocumentOptions = {}): Document {
  const background = options.background ?? {
    context: emptyContext(arena),
    notations: undefined,
    macros: new Map(),
  };
  const refusal = refusalOf(text);
  if (refusal) {
    const reader = new StatementReader(background.context, '', new Map(), background.notations);
    return new DocumentReader(reader, background.macros).refused(refusal);
  }
  // A byte order mark is no character of the text; offsets stay as they are.
  const plain = text.replaceAll('\r', ' ').replace(/^\ufeff/, ' ');
  const source = options.isTex ? scanTex(plain) : scanMarkdown(plain);
  const { macros, errors, text: unmacroed } = macrosOf(source.text, source.blocks);
  const displays = findDisplays(unmacroed, source.blocks, options.isTex);
  const all = new Map([...background.macros, ...macros]);
  const reader = new StatementReader(background.context, source.text, all, background.notations);
  const document = new DocumentReader(reader, all);
  document.formulaErrors.push(...[...errors, ...displays.errors].map(diagnosticOf));
  return document.run(source, displays, options.background !== undefined);
}

/** Why a text is not read at all. */
function refusalOf(text: string): LanguageError | undefined {
  if (text.length > BOUNDS.source) return boundMet('source', 'the document is too long');
  const binary = text.indexOf('\0');
  if (binary < 0) return undefined;
  const before = text.slice(0, binary);
  const column = binary - before.lastIndexOf('\n');
  return new LanguageError('this is not a text: it has a character of code 0', {
    line: before.split('\n').length,
    column,
  });
}

class DocumentReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly formulaErrors: Diagnostic[] = [];
  readonly #unclaimed: Unclaimed[] = [];
  #unfinished: Unfinished | undefined;
  readonly #reader: StatementReader;
  readonly #macros: Macros;

  constructor(reader: StatementReader, macros: Macros) {
    this.#reader = reader;
    this.#macros = macros;
  }

  refused(error: LanguageError): Document {
    this.diagnostics.push(diagnosticOf(error));
    return this.#document([]);
  }

  /** Reads statements and formulas as they stand; formulas before any declaration are prose. */
  run(
    source: Markdown,
    { displays, text }: ReturnType<typeof findDisplays>,
    isDeclared: boolean,
  ): Document {
    const statements = source.blocks.flatMap((block) => this.#statements(source.text, block));
    const formulas: FormulaSource = {
      text,
      macros: this.#macros,
      labels: labelsOf(source.text, source.blocks),
    };
    const later = new LaterNames(statements);
    const numbered = displays.map(
      (display, k): NumberedDisplay => ({
        ...display,
        number: k + 1,
        after: displays[k - 1]?.end ?? 0,
      }),
    );
    const first = isDeclared ? 0 : (statements[0]?.first.offset ?? Number.POSITIVE_INFINITY);
    const items = [
      ...statements.map((statement) => ({ offset: statement.first.offset, statement })),
      ...numbered
        .filter(({ from }) => from >= first)
        .map((display) => ({ offset: display.from, display })),
    ].sort((a, b) => a.offset - b.offset);
    for (const item of items) {
      if (this.diagnostics.length + this.formulaErrors.length >= BOUNDS.mistakes) {
        const place = 'statement' in item ? item.statement.first : item.display;
        this.diagnostics.push(diagnosticOf(boundMet('mistakes', 'reading stopped here', place)));
        break;
      }
      if ('statement' in item) this.#statement(item.statement, later);
      else this.#formula(formulas, item.display);
    }
    return this.#document(source.blocks);
  }

  #statements(text: string, block: Block): Statement[] {
    try {
      return statementsOf(text, block);
    } catch (error) {
      if (!(error instanceof LanguageError)) throw error;
      this.diagnostics.push(diagnosticOf(error));
      return [];
    }
  }

  #statement(statement: Statement, later: LaterNames): void {
    const error = failure(() => this.#reader.read(statement), statement);
    if (!error) return;
    const isConsequence = error instanceof UndeclaredName && this.#reader.isBroken(error.subject);
    if (!isConsequence) this.diagnostics.push(diagnosticOf(later.explain(error, statement)));
    this.#reader.markBroken(statement);
  }

  #formula(source: FormulaSource, display: NumberedDisplay): void {
    const reader = this.#reader;
    const { context, notations } = reader;
    const isTaken = (name: string): boolean => reader.hasClaim(name);
    const found = readFormula(source, display, context, notations, isTaken, this.#unfinished);
    for (const definition of found.definitions) reader.define(definition);
    reader.addClaims(found.claims, found.replaced);
    this.#unfinished = found.unfinished && { ...found.unfinished, context: reader.context };
    this.#unclaimed.push(...found.unclaimed);
    this.formulaErrors.push(...found.errors.map(diagnosticOf));
  }

  #document(blocks: readonly Block[]): Document {
    const { claims, context, notations } = this.#reader;
    const inOrder = (list: readonly Diagnostic[]): Diagnostic[] =>
      [...list].sort((a, b) => a.line - b.line || a.column - b.column);
    return {
      claims,
      context,
      diagnostics: inOrder(this.diagnostics),
      formulaErrors: inOrder(this.formulaErrors),
      unclaimed: this.#unclaimed,
      blocks,
      background: { context, notations, macros: this.#macros },
    };
  }
}

function statementsOf(text: string, block: Block): Statement[] {
  if (block.kind !== 'fence' && block.kind !== 'comment') return [];
  if (!block.isClosed && block.kind === 'comment')
    throw new LanguageError('this comment is not closed', block.content, { expected: '-->' });
  return splitStatements(lex(text, { start: block.start, end: block.end, ...block.content }));
}

/** The error that a statement ends in, if any. */
function failure(run: () => void, statement: Statement): LanguageError | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof LanguageError) return error;
    if (error instanceof ArenaFull) return new LanguageError(error.message, statement.first);
    throw error;
  }
}
