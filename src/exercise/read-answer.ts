/**
 * Reads what a reader has typed as a line: in the plain language or in LaTeX, whichever it is.
 * Bounded in length and in size, and never evaluated.
 */
import type { Context } from '../kernel/context.js';
import { BUILTINS } from '../language/builtin.js';
import { parseExpression } from '../language/expression.js';
import { LanguageError, UndeclaredName } from '../language/language-error.js';
import { parseFormula } from '../language/latex/formula.js';
import type { NotationTable } from '../language/latex/notation-table.js';
import { lowerRelation } from '../language/lower.js';
import { Scope } from '../language/scope.js';
import { Sorts } from '../language/sorts.js';
import { treeSize } from '../search/size.js';
import { ArenaFull, type Term } from '../term/term.js';
import { plainText } from './typed-text.js';

/** What the reader may write. */
export interface Frame {
  readonly context: Context;
  /** Notations of the document, for LaTeX. */
  readonly notations?: NotationTable;
}

export type AnswerReading =
  | {
      /** The line in core form, and the context in which it is. */
      readonly term: Term;
      readonly context: Context;
      /** The line as it was written. */
      readonly written: Term;
    }
  | { readonly fault: LanguageError };

const MOST_CHARACTERS = 2_000;
/** Nodes of a line, written out. */
const MOST_NODES = 3_000;

/** The line that a text means, beside a line in core form that it is to be compared with. */
export function readAnswer(frame: Frame, text: string, beside: Term): AnswerReading {
  try {
    const written = parseLine(frame, text);
    const kind = new Sorts(frame.context).of(written);
    if (kind.kind === 'condition')
      throw new LanguageError('this is a statement, and not a line', undefined, {
        hint: 'write one side alone, without a relation',
      });
    if (kind.rank > 0)
      throw new LanguageError('this is an array, and the line is a number', undefined, {
        hint: 'write an entry of it, with its indices',
      });
    if (treeSize(written) > MOST_NODES) throw new LanguageError('this line is too large');
    const { right, context } = lowerRelation(frame.context, beside, written);
    if (treeSize(right) > MOST_NODES) throw new LanguageError('this line is too large');
    return { term: right, context, written };
  } catch (error) {
    if (error instanceof LanguageError) return { fault: error };
    if (error instanceof ArenaFull) return { fault: new LanguageError(error.message) };
    throw error;
  }
}

/** In the language that the text looks like, in the other one, or as readers write it by hand. */
function parseLine({ context, notations }: Frame, text: string): Term {
  if (text.length > MOST_CHARACTERS)
    throw new LanguageError(`a line has at most ${MOST_CHARACTERS} characters`);
  const line = bare(text);
  if (line === '') throw new LanguageError('nothing is written');
  const plain = (): Term => parseExpression(context, line);
  const latex = (): Term => parseFormula(new Scope(context), line, notations);
  const byHand = (): Term => parseExpression(context, plainText(context, line));
  const withCommands = (): Term =>
    parseFormula(
      new Scope(context),
      line.replace(WORD, '\\$&').replace(/_(\p{L}{2,})/gu, '_{$1}'),
      notations,
    );
  const readers = isLatex(line) && !SHOWN.test(line) ? [latex, plain] : [plain, byHand, latex];
  return firstReading([...readers, byHand, withCommands]);
}

/** What the first reader that understands the line makes of it; of the first, the complaint. */
function firstReading(readers: readonly (() => Term)[]): Term {
  let complaint: LanguageError | undefined;
  for (const read of readers)
    try {
      return read();
    } catch (error) {
      if (!(error instanceof LanguageError)) throw error;
      complaint ??= error;
    }
  throw advised(complaint as LanguageError);
}

/** A function that stands without its brackets is no name that is missing. */
function advised(error: LanguageError): LanguageError {
  const name = error instanceof UndeclaredName ? error.subject : '';
  const binder = BINDERS.has(name);
  if (!binder && !BUILTINS.has(name)) return error;
  const hint = binder ? `write ${name}(k in 1..n, …)` : `write ${name}(…)`;
  const { line, column } = error;
  return new LanguageError(`${name} is written with brackets`, { line, column }, { hint });
}

const BINDERS: ReadonlySet<string> = new Set(['sum', 'prod', 'max', 'min', 'int']);

/** Names of functions and sums, which LaTeX has commands for. */
const WORD = /(?<![\\\p{L}])(?:sum|prod|exp|log|ln|sqrt|sigma|delta|tanh|frac)(?![\p{L}])/gu;

/** Signs of a line that was copied from the page. */
const SHOWN = /[ΣΠ∂·]/u;

/** Signs of LaTeX: a command, a group, a subscript of one letter. */
const isLatex = (text: string): boolean => /[\\{}]/.test(text);

/** Without dollars around it, and without the relation to the line before. */
const bare = (text: string): string => withoutDollars(withoutDollars(text).replace(RELATION, ''));

const RELATION = /^(==?|<=?|>=?|≤|≥|\\leq?\b|\\geq?\b)\s*/;

const withoutDollars = (text: string): string =>
  /^\s*(\$\$?)([^$]*)\1\s*$/.exec(text)?.[2]?.trim() ?? text.trim();
