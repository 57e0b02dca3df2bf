/**
 * Formulas of the book: rendered by KaTeX when the book is made, as HTML for the eyes and MathML
 * for everything else. The label that is read aloud comes from the term, which KaTeX cannot know.
 */
import katex from 'katex';
import type { Context } from '../kernel/context.js';
import type { Macros } from '../language/latex/macro.js';
import { markAt } from '../language/mark.js';
import { printLatex } from '../language/print-latex.js';
import { type Known, speakFormula, speakSides } from '../language/speak-formula.js';
import type { Term } from '../term/term.js';
import { htmlText, type MathWriter } from '../transcript/prose-html.js';
import { compactMath } from './compact-math.js';
import { compactMathml } from './compact-mathml.js';
import { readMarkup } from './markup.js';
import { isStyled, shortTags } from './math-style.js';
import { speakMathml } from './speak-mathml.js';

interface MathOptions {
  readonly isDisplay?: boolean;
  /** The formula in words; made from its signs where it is absent. */
  readonly label?: string | undefined;
  /** What the author has named. */
  readonly macros?: Macros | undefined;
  /** Set of formulas that we print ourselves: they may name classes. */
  readonly isOurs?: boolean;
}

/** LaTeX as HTML and MathML. What KaTeX cannot read is shown as it was written. */
export function bookMath(latex: string, options: MathOptions = {}): string {
  const { isDisplay = false, label, macros, isOurs = false } = options;
  try {
    const html = katex.renderToString(latex, {
      output: 'htmlAndMathml',
      displayMode: isDisplay,
      throwOnError: true,
      strict: false,
      errorColor: 'currentColor',
      trust: ({ command }) => isOurs && command === '\\htmlClass',
      maxExpand: 1000,
      macros: commandsOf(macros),
    });
    const [mathml = ''] = MATHML.exec(html) ?? [];
    const words = htmlText(label ?? speakMathml(readMarkup(mathml)));
    return shortTags(compactMath(html, isStyled).replace(MATHML, compactMathml)).replace(
      '<math',
      () => `<math aria-label="${words}"`,
    );
  } catch {
    return unread(latex);
  }
}

/** Made anew for each formula: KaTeX may change it. */
const commandsOf = (macros: Macros = new Map()): Record<string, string> =>
  Object.fromEntries([...macros].map(([name, { latex }]) => [`\\${name}`, latex]));

const MATHML = /<math[\s\S]*<\/math>/;

/** What KaTeX cannot read, with a name that spells it. */
function unread(latex: string): string {
  const spelt = latex.replace(/[\\\s]+/g, ' ').trim();
  const label = `a formula that cannot be set: ${spelt}`;
  return `<code role="math" aria-label="${htmlText(label)}">${htmlText(latex)}</code>`;
}

/** Writes the formulas of a text's prose, each spoken as what it means in this text if it reads so. */
export const proseMath =
  (known: Known): MathWriter =>
  (latex, isDisplay) => {
    const plain = isDisplay ? unlabelled(latex) : latex;
    // Nothing is left of a display that only names macros.
    if (plain.trim() === '') return '';
    const { macros } = known;
    const html = bookMath(plain, { isDisplay, macros, label: speakFormula(plain, known) });
    return isDisplay ? wide(html) : html;
  };

/** Labels are for references, and KaTeX reads none. */
const unlabelled = (latex: string): string => latex.replace(/\\label\s*\{[^{}]*\}/g, '');

/** What may be wider than the page, with a scroll bar of its own. */
export const wide = (html: string, name = ''): string =>
  `<div class="${name === '' ? '' : `${name} `}wide">${html}</div>`;

const SIGNS = { eq: '=', le: '\\le', lt: '<', ge: '\\ge', gt: '>' } as const;

export type Sign = keyof typeof SIGNS;

/** Two terms and what is said of them. */
export type Statement = readonly [Term, Sign, Term];

/** A statement in words. */
export const spokenStatement = (context: Context, [left, relation, right]: Statement): string =>
  speakSides([{ term: left }, { term: right, relation }], { context });

/** A statement as a display formula. */
export function displayEquation(context: Context, statement: Statement): string {
  const [left, sign, right] = statement;
  const [first, last] = [left, right].map((term) => printLatex(term, { context }));
  return wide(
    bookMath(`${first} ${SIGNS[sign]} ${last}`, {
      isDisplay: true,
      label: spokenStatement(context, statement),
      isOurs: true,
    }),
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
  const latex = `${sign ? SIGNS[sign] : ''} ${printLatex(marked, { context })}`;
  const label = speakSides([{ term, relation: sign }], { context });
  return wide(bookMath(latex, { isDisplay: true, label, isOurs: true }), 'line');
}
