/** The place in a document that a request is about; what was read is kept for the next request. */
import { DocumentError } from '../document/derive.js';
import type { Context } from '../kernel/context.js';
import type { Claim } from '../language/claim.js';
import { type Document, parseDocument } from '../language/document.js';
import { type OpenExpression, parseExpressionIn } from '../language/expression.js';
import { LanguageError } from '../language/language-error.js';
import { parseFormula } from '../language/latex/formula.js';
import { Scope } from '../language/scope.js';
import { Arena } from '../term/term.js';
import type { Spot } from './request.js';

/** Nodes of an arena after which a document is read anew. */
const MOST_NODES = 500_000;

let last: { readonly text: string; readonly arena: Arena; readonly document: Document } | undefined;

/** The document of this text. Never throws. */
export function documentOf(text: string): Document {
  if (last?.text !== text || last.arena.size > MOST_NODES) {
    const arena = new Arena();
    last = { text, arena, document: parseDocument(arena, text) };
  }
  return last.document;
}

/** A document without statements that cannot be read, else DocumentError is thrown. */
function soundDocument(text: string): Document {
  const document = documentOf(text);
  const [error] = document.diagnostics;
  if (error) throw new DocumentError(error.message, error, error);
  return document;
}

/** Throws LanguageError when the document has no claim of this name. */
export function claimNamed(text: string, name: string): Claim {
  const claim = soundDocument(text).claims.find((each) => each.name === name);
  if (!claim) throw new LanguageError(`the document has no claim ${name}`);
  return claim;
}

/** What is declared at the spot. */
export const contextAt = ({ document, claim }: Spot): Context =>
  claim === undefined ? soundDocument(document).context : claimNamed(document, claim).context;

/**
 * An expression at the spot, in the plain language or in LaTeX. Undeclared letters of indices are
 * declared on the way. Throws LanguageError: of a text that is neither, what the plain language
 * says of it.
 */
export function expressionAt(spot: Spot, context: Context, text: string): OpenExpression {
  if (/[\\{}]/.test(text)) return formulaAt(spot, context, text);
  try {
    return parseExpressionIn(context, text);
  } catch (error) {
    if (!(error instanceof LanguageError) || !text.includes('_')) throw error;
    try {
      return formulaAt(spot, context, text);
    } catch {
      throw error;
    }
  }
}

function formulaAt({ document }: Spot, context: Context, text: string): OpenExpression {
  const scope = new Scope(context, { openIndices: true });
  const { notations } = documentOf(document).background;
  return { term: parseFormula(scope, text, notations), context: scope.context };
}
