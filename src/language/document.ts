/**
 * Reads a Markdown document: what it declares, assumes, defines and claims. Statements are read
 * in order, each in the context of those above it; a statement that cannot be read is reported,
 * and reading goes on with the next.
 */
import type { Context } from '../kernel/context.js';
import { emptyContext } from '../kernel/context.js';
import { type Arena, ArenaFull } from '../term/term.js';
import { BOUNDS, boundMet } from './bounds.js';
import type { Claim } from './claim.js';
import { type Diagnostic, diagnosticOf, LanguageError, UndeclaredName } from './language-error.js';
import { LaterNames } from './later-names.js';
import { lex } from './lexer.js';
import { type Block, scanMarkdown } from './markdown.js';
import { type Statement, splitStatements } from './statement.js';
import { StatementReader } from './statement-reader.js';

export type { Claim } from './claim.js';
export type { Diagnostic } from './language-error.js';
export type { Block } from './markdown.js';

export interface Document {
  readonly claims: readonly Claim[];
  /** The context at the end of the document. */
  readonly context: Context;
  /** In the order of the text; none when the document can be checked. */
  readonly diagnostics: readonly Diagnostic[];
  /** The whole document, in order, each block with its lines. */
  readonly blocks: readonly Block[];
}

/** Reads a document. Never throws on what a text contains. */
export function parseDocument(arena: Arena, text: string): Document {
  const empty = emptyContext(arena);
  if (text.length > BOUNDS.source) {
    const error = boundMet('source', 'the document is too long');
    return { claims: [], context: empty, diagnostics: [diagnosticOf(error)], blocks: [] };
  }
  const markdown = scanMarkdown(text.replaceAll('\r', ' '));
  const diagnostics: Diagnostic[] = [];
  const statements = markdown.blocks.flatMap(
    (block) => capture(diagnostics, () => statementsOf(markdown.text, block)) ?? [],
  );
  const reader = new StatementReader(empty, markdown.text);
  const later = new LaterNames(statements);
  for (const statement of statements) {
    if (diagnostics.length >= BOUNDS.mistakes) {
      const error = boundMet('mistakes', 'reading stopped here', statement.first);
      diagnostics.push(diagnosticOf(error));
      break;
    }
    const error = failure(() => reader.read(statement), statement);
    if (!error) continue;
    const isConsequence = error instanceof UndeclaredName && reader.isBroken(error.subject);
    if (!isConsequence) diagnostics.push(diagnosticOf(later.explain(error, statement)));
    reader.markBroken(statement);
  }
  diagnostics.sort((a, b) => a.line - b.line || a.column - b.column);
  return { claims: reader.claims, context: reader.context, diagnostics, blocks: markdown.blocks };
}

function statementsOf(text: string, block: Block): Statement[] {
  if (block.kind !== 'fence' && block.kind !== 'comment') return [];
  if (!block.isClosed && block.kind === 'comment')
    throw new LanguageError('this comment is not closed', block.content, { expected: '-->' });
  return splitStatements(lex(text, { start: block.start, end: block.end, ...block.content }));
}

function capture<T>(diagnostics: Diagnostic[], run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof LanguageError)) throw error;
    diagnostics.push(diagnosticOf(error));
    return undefined;
  }
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
