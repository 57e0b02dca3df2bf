/**
 * Formulas of the book: rendered by KaTeX when the book is made, as HTML for the eyes and MathML
 * for everything else. The label that is read aloud comes from the term, which KaTeX cannot know.
 */
import katex from 'katex';
import type { Context } from '../kernel/context.js';
import { markAt } from '../language/mark.js';
import { printLatex } from '../language/print-latex.js';
import { speak } from '../language/speak.js';
import type { Term } from '../term/term.js';
import { htmlText } from '../transcript/prose-html.js';
import { compactMath } from './compact-math.js';
import { compactMathml } from './compact-mathml.js';
import { isStyled, shortTags } from './math-style.js';

interface MathOptions {
  readonly isDisplay?: boolean;
  /** The formula in words. */
  readonly label?: string;
  /** Set of formulas that we print ourselves: they may name classes. */
  readonly isOurs?: boolean;
}

/** LaTeX as HTML and MathML. What KaTeX cannot read is shown as it was written. */
export function bookMath(latex: string, options: MathOptions = {}): string {
  const { isDisplay = false, label, isOurs = false } = options;
  try {
    const html = katex.renderToString(latex, {
      output: 'htmlAndMathml',
      displayMode: isDisplay,
      throwOnError: true,
      strict: false,
      errorColor: 'currentColor',
      trust: ({ command }) => isOurs && command === '\\htmlClass',
      maxExpand: 1000,
    });
    const bare = shortTags(
      compactMath(html, isStyled).replace(/<math[\s\S]*<\/math>/, compactMathml),
    );
    return label === undefined
      ? bare
      : bare.replace('<math', `<math aria-label="${htmlText(label)}"`);
  } catch {
    return `<code>${htmlText(latex)}</code>`;
  }
}

/** A formula of a document's prose, of which no term is known. */
export const proseMath = (latex: string, isDisplay: boolean): string =>
  isDisplay ? wide(bookMath(unlabelled(latex), { isDisplay })) : bookMath(latex);

/** Labels are for references, and KaTeX reads none. */
const unlabelled = (latex: string): string => latex.replace(/\\label\s*\{[^{}]*\}/g, '');

/** What may be wider than the page, with a scroll bar of its own. */
export const wide = (html: string, name = ''): string =>
  `<div class="${name === '' ? '' : `${name} `}wide">${html}</div>`;

const SIGNS = {
  eq: ['=', 'equals'],
  le: ['\\le', 'is at most'],
  lt: ['<', 'is less than'],
  ge: ['\\ge', 'is at least'],
  gt: ['>', 'is greater than'],
} as const;

export type Sign = keyof typeof SIGNS;

/** A statement as a display formula. */
export function displayEquation(
  context: Context,
  [left, sign, right]: readonly [Term, Sign, Term],
): string {
  const [command, words] = SIGNS[sign];
  const [first, last] = [left, right].map((term) => printLatex(term, { context }));
  const [said, saidLast] = [left, right].map((term) => speak(term, { context }));
  const label = `${said} ${words} ${saidLast}`;
  return wide(
    bookMath(`${first} ${command} ${last}`, { isDisplay: true, label, isOurs: true }),
    'statement',
  );
}

/** A line of a derivation, and what changes in it. */
export interface Formula {
  readonly context: Context;
  readonly term: Term;
  /** The relation to the line before; absent of a first line. */
  readonly sign?: Sign;
  /** Where the line was changed by its own step, and where the next step changes it. */
  readonly became?: readonly number[];
  readonly changes?: readonly number[];
}

/** A line as a display formula. */
export function displayFormula({ context, term, sign, became, changes }: Formula): string {
  const { arena } = context;
  let marked = term;
  // The inner of two nested marks first: a mark moves nothing above it.
  const marks = [
    ...(changes ? [{ path: changes, mark: 'changes' }] : []),
    ...(became ? [{ path: became, mark: 'became' }] : []),
  ].sort((a, b) => b.path.length - a.path.length);
  for (const { path, mark } of marks) marked = markAt(arena, marked, path, mark);
  const [command, words] = sign ? SIGNS[sign] : ['', ''];
  const latex = `${command} ${printLatex(marked, { context })}`;
  const label = `${words} ${speak(term, { context })}`.trim();
  return wide(bookMath(latex, { isDisplay: true, label, isOurs: true }), 'line');
}
