/** Derives a closed form, or a stated result, in the context of a document. */
import type { Context } from '../kernel/context.js';
import { emptyContext } from '../kernel/context.js';
import type { Theorem } from '../kernel/theorem.js';
import { parseDocument } from '../language/document.js';
import { parseExpressionIn } from '../language/expression.js';
import { LanguageError } from '../language/language-error.js';
import { lowerRelation } from '../language/lower.js';
import { printText } from '../language/print-text.js';
import { matrixForm } from '../search/matrix-form.js';
import { relevantContext } from '../search/relevance.js';
import type { Transcript } from '../search/transcript.js';
import { Arena, arg, type Term } from '../term/term.js';
import {
  type Detail,
  recordOf,
  type Shown,
  type StepRecord,
  shown,
  type TranscriptRecord,
} from '../transcript/record.js';
import { deriveWithin, proveWithin } from './find-proof.js';
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
  const found = findDerivation(expression, options);
  if (!found) return undefined;
  const { task, theorem, result, transcript, deadline } = found;
  const { context, display } = task;
  const record = recordOf(context, transcript, options.steps);
  const asArray = wholeArray(task, result, deadline);
  return {
    gradus: 1,
    ...record,
    steps: asArray ? [...record.steps, asArray] : record.steps,
    result: shown(context, result),
    hypotheses: hypothesisTexts(display, theorem.hypotheses),
    replayed: transcript.steps.reduce((n, { elementary }) => n + elementary.length, 0),
  };
}

/** A derivation that was found and replayed, as terms. */
interface Found {
  readonly task: Task;
  readonly theorem: Theorem;
  readonly result: Term;
  readonly transcript: Transcript;
  readonly deadline: number;
}

function findDerivation(expression: string, options: DeriveOptions): Found | undefined {
  const task = readTask(expression, options);
  const { context, left, right } = task;
  const deadline = Date.now() + (options.timeLimit ?? DEFAULTS.timeLimit) * 1000;
  const found = deriveWithin({ context, left, ...(right ? { right } : {}) }, deadline);
  if (!found) return undefined;
  const { proof, result, transcript } = found;
  const replayed = replayProof({ context, relation: 'eq', left, right: result }, proof);
  if ('fault' in replayed)
    throw new Error(`the checker does not accept the derivation: ${replayed.fault}`);
  return { task, theorem: replayed.theorem, result, transcript, deadline };
}

/** A derivation in the plain language, for a document. */
export interface Calculation {
  /** `index a in 1..n`, for the letters that only the expression has. */
  readonly letters: readonly string[];
  /** The lines, without the relations between them, of which all are equations. */
  readonly lines: readonly string[];
}

/** As deriveExpression, in the plain language. Throws what it throws. */
export function deriveCalculation(
  expression: string,
  options: DeriveOptions = {},
): Calculation | undefined {
  const found = findDerivation(expression, options);
  if (!found) return undefined;
  const { task, transcript } = found;
  const plain = (term: Term): string => printText(term, { context: task.context });
  const known = options.document === undefined ? undefined : contextOf(options.document);
  const letters = [...task.display.declarations.values()].flatMap(({ name, kind, lower, upper }) =>
    kind === 'index' && lower && upper && !known?.declarations.has(name)
      ? [`index ${name} in ${plain(lower)}..${plain(upper)}`]
      : [],
  );
  const terms = [transcript.start, ...transcript.steps.map(({ after }) => after)];
  return { letters, lines: terms.map(plain) };
}

/** The last line for the derivative by a whole array: the array whose entry the result is. */
function wholeArray(task: Task, result: Term, deadline: number): StepRecord | undefined {
  const { context, left, surface } = task;
  if (surface.term.op !== 'diff' || left.op !== 'diff') return undefined;
  const indices: Term[] = [];
  for (let base = arg(left, 1); base.op === 'at'; base = arg(base, 0))
    indices.unshift(arg(base, 1));
  const isEntry = arg(surface.term, 1).op === 'sym' && indices.length > 0;
  const whole = isEntry ? matrixForm(context, result, indices) : undefined;
  if (!whole) return undefined;
  const core = lowerRelation(surface.context, surface.term, whole);
  const relevant = relevantContext(core.context, [core.left, core.right]);
  const claim = { ...core, context: relevant, relation: 'eq' as const };
  const found = proveWithin(claim, deadline);
  if (!found || 'fault' in replayProof(claim, found)) return undefined;
  const { text, latex } = shown(context, whole);
  const letters = indices.map(({ name }) => name).join(',');
  return {
    text: `= (${text})[${letters}]`,
    latex: `= \\left(${latex}\\right)_{${letters}}`,
    rule: 'definition',
    title: 'Read off the array',
  };
}

interface Task {
  /** The expression as it was written, and its context. */
  readonly surface: { readonly term: Term; readonly context: Context };
  /** What the claim is about, and all that is declared: its letters are for printing. */
  readonly context: Context;
  readonly display: Context;
  readonly left: Term;
  readonly right: Term | undefined;
}

function readTask(expression: string, { document, to }: DeriveOptions): Task {
  const given = document === undefined ? emptyContext(new Arena()) : contextOf(document);
  const { term, context } = parseExpressionIn(given, expression);
  if (to === undefined) {
    const core = lowerRelation(context, term, term);
    const { left } = core;
    const relevant = relevantContext(core.context, [left, ...namesOf(core.context)]);
    return {
      surface: { term, context },
      context: relevant,
      display: core.context,
      left,
      right: undefined,
    };
  }
  const goal = parseExpressionIn(context, to);
  const core = lowerRelation(goal.context, term, goal.term);
  const relevant = relevantContext(core.context, [core.left, core.right]);
  return { surface: { term, context }, ...core, context: relevant, display: core.context };
}

/** References to all definitions, so that a result may be recognised as one of them. */
const namesOf = ({ arena, definitions }: Context): Term[] =>
  [...definitions.keys()].map((name) => arena.make('app', [], name));

function contextOf(text: string): Context {
  const { context, diagnostics } = parseDocument(new Arena(), text);
  const [first] = diagnostics;
  if (first) throw new DocumentError(first.message, first, first);
  return context;
}
