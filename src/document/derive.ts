/** Derives a closed form, or a stated result, in the context of a document. */
import type { Context } from '../kernel/context.js';
import { emptyContext } from '../kernel/context.js';
import { parseDocument } from '../language/document.js';
import { parseExpressionIn } from '../language/expression.js';
import { LanguageError } from '../language/language-error.js';
import { lowerRelation } from '../language/lower.js';
import { Arena, type Term } from '../term/term.js';
import {
  type Detail,
  recordOf,
  type Shown,
  shown,
  type TranscriptRecord,
} from '../transcript/record.js';
import { deriveWithin } from './find-proof.js';
import { hypothesisTexts } from './hypotheses.js';
import { DEFAULTS } from './options.js';
import { replayProof } from './replay-proof.js';

export interface DeriveOptions {
  /** The text of a document whose declarations, definitions and assumptions hold. */
  readonly document?: string;
  /** The result to arrive at; without it, a closed form is looked for. */
  readonly to?: string;
  /** `all` keeps the elementary steps. */
  readonly steps?: Detail;
  /** Seconds. */
  readonly timeLimit?: number;
}

/** A derivation that the checker has replayed. */
export interface DerivationReport extends TranscriptRecord {
  readonly gradus: 1;
  readonly result: Shown;
  /** The hypotheses that the proof uses, in the plain language. */
  readonly hypotheses: readonly string[];
  /** Elementary steps that the checker replayed. */
  readonly replayed: number;
}

/** An error in the document that a derivation takes its context from. */
export class DocumentError extends LanguageError {}

/**
 * The derivation of an expression, or undefined when none is found. Throws LanguageError when the
 * expression cannot be read, DocumentError when the document cannot.
 */
export function deriveExpression(
  expression: string,
  options: DeriveOptions = {},
): DerivationReport | undefined {
  const { context, left, right } = readTask(expression, options);
  const deadline = Date.now() + (options.timeLimit ?? DEFAULTS.timeLimit) * 1000;
  const found = deriveWithin({ context, left, ...(right ? { right } : {}) }, deadline);
  if (!found) return undefined;
  const { proof, result, transcript } = found;
  const replayed = replayProof({ context, relation: 'eq', left, right: result }, proof);
  if ('fault' in replayed)
    throw new Error(`the checker does not accept the derivation: ${replayed.fault}`);
  return {
    gradus: 1,
    ...recordOf(context, transcript, options.steps),
    result: shown(context, result),
    hypotheses: hypothesisTexts(context, replayed.theorem.hypotheses),
    replayed: transcript.steps.reduce((n, { elementary }) => n + elementary.length, 0),
  };
}

interface Task {
  readonly context: Context;
  readonly left: Term;
  readonly right: Term | undefined;
}

function readTask(expression: string, { document, to }: DeriveOptions): Task {
  const given = document === undefined ? emptyContext(new Arena()) : contextOf(document);
  const { term, context } = parseExpressionIn(given, expression);
  if (to === undefined) {
    const core = lowerRelation(context, term, term);
    return { context: core.context, left: core.left, right: undefined };
  }
  const goal = parseExpressionIn(context, to);
  return lowerRelation(goal.context, term, goal.term);
}

function contextOf(text: string): Context {
  const { context, diagnostics } = parseDocument(new Arena(), text);
  const [first] = diagnostics;
  if (first) throw new DocumentError(first.message, first, first);
  return context;
}
