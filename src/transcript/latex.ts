/** Transcripts in LaTeX with amsmath, and the frame of a document that pdflatex compiles. */
import type { StepRecord, TranscriptRecord } from './record.js';

/** Characters of the titles and verdicts that a text font of pdflatex does not have. */
const SIGNS: Readonly<Record<string, string>> = {
  '−': '$-$',
  '·': '$\\cdot$',
  '×': '$\\times$',
  '√': '$\\surd$',
  '∞': '$\\infty$',
  π: '$\\pi$',
  Σ: '$\\Sigma$',
  Π: '$\\Pi$',
  '∫': '$\\int$',
  '∂': '$\\partial$',
  '∀': '$\\forall$',
  '∈': '$\\in$',
  '≤': '$\\le$',
  '≥': '$\\ge$',
  '≠': '$\\ne$',
  '≈': '$\\approx$',
  '∧': '$\\wedge$',
  '∨': '$\\vee$',
  '¬': '$\\neg$',
  '⇒': '$\\Rightarrow$',
  '→': '$\\to$',
  δ: '$\\delta$',
  Φ: '$\\Phi$',
  ᵀ: '$^{T}$',
  ŷ: '\\^{y}',
  '✓': '$\\checkmark$',
  '✗': '$\\times$',
  '…': '\\ldots{}',
  '—': '---',
  '–': '--',
  '“': '``',
  '”': "''",
  '‘': '`',
  '’': "'",
  '\u00a0': '~',
  '′': '$^{\\prime}$',
};

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '$<$',
  '>': '$>$',
  '|': '$|$',
};

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

/** `$^2$` for ², `$_2$` for ₂. */
function raisedOrLowered(character: string): string | undefined {
  const [above, below] = [SUPERSCRIPTS.indexOf(character), SUBSCRIPTS.indexOf(character)];
  if (above >= 0) return `$^${above}$`;
  return below >= 0 ? `$_${below}$` : undefined;
}

const GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho varsigma sigma tau upsilon phi chi psi omega'.split(
    ' ',
  );

/** Plain text as LaTeX text. What no font of pdflatex has is written as its code point. */
export function latexText(text: string): string {
  let result = '';
  for (const character of text.normalize('NFC')) {
    const known =
      SPECIAL[character] ?? SIGNS[character] ?? raisedOrLowered(character) ?? greek(character);
    result += known ?? (isLatin(character) ? character : codePoint(character));
  }
  return result;
}

function greek(character: string): string | undefined {
  const k = (character.codePointAt(0) ?? 0) - 0x3b1;
  const name = GREEK[k];
  return name === undefined || name === 'omicron' ? undefined : `$\\${name}$`;
}

/** Letters that the default encoding of pdflatex prints. */
const isLatin = (character: string): boolean => /^[\t\n -~À-ÖØ-öø-ÿ]$/.test(character);

const codePoint = (character: string): string =>
  `\\texttt{U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}}`;

/** A display: the lines under one another, each reason in braces before its line. */
export const latexDisplay = (record: TranscriptRecord): string =>
  displayOf(record, (latex) => latex);

/** A display for paper: a long line is made as narrow as the page, where the document says how. */
export function latexPaperDisplay(record: TranscriptRecord): string {
  const display = displayOf(record, (latex, text) =>
    text.length > LONG ? `${FIT}{${latex}}` : latex,
  );
  return display.includes(FIT) ? `\\providecommand{${FIT}}[1]{#1}\n${display}` : display;
}

const LONG = 90;
const FIT = '\\fitline';
const FIT_ON_PAGE = [
  `\\newcommand{${FIT}}[1]{\\sbox0{$\\displaystyle #1$}%`,
  '  \\ifdim\\wd0>0.9\\linewidth\\resizebox{0.9\\linewidth}{!}{\\usebox0}\\else\\usebox0\\fi}',
].join('\n');

type Fit = (latex: string, text: string) => string;

function displayOf({ start, steps }: TranscriptRecord, narrow: Fit): string {
  const rows = [`& ${narrow(start.latex, start.text)}`];
  for (const step of steps) {
    for (const inner of step.substeps ?? []) rows.push(reasonRow(inner), row(inner, narrow));
    rows.push(reasonRow(step), row(step, narrow));
  }
  return `\\begin{align*}\n${rows.join(' \\\\\n')}\n\\end{align*}`;
}

const reasonRow = ({ title, titleLatex }: StepRecord): string =>
  `& \\qquad \\text{\\small ${titleLatex ?? latexText(title)}}`;

/** `={}& x`: the sign stands before the column of the terms. */
function row({ latex, text }: StepRecord, narrow: Fit): string {
  const space = latex.indexOf(' ');
  return `${latex.slice(0, space)} {} & ${narrow(latex.slice(space + 1), text)}`;
}

/** A complete document around fragments. */
export const latexDocument = (title: string, body: string): string =>
  [
    '\\documentclass{article}',
    '\\usepackage[utf8]{inputenc}',
    '\\usepackage[T1]{fontenc}',
    '\\usepackage[a4paper,margin=2.2cm]{geometry}',
    '\\usepackage{amsmath,amssymb,graphicx}',
    '\\usepackage[hidelinks]{hyperref}',
    '\\allowdisplaybreaks',
    '\\setlength{\\parindent}{0pt}',
    '\\setlength{\\parskip}{6pt}',
    '\\setlength{\\emergencystretch}{3em}',
    FIT_ON_PAGE,
    `\\title{${latexText(title)}}`,
    '\\date{}',
    '\\begin{document}',
    body,
    '\\end{document}',
    '',
  ].join('\n');
