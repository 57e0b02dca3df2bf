/**
 * Finds display mathematics in the prose of a document: `$$…$$`, `\[…\]`, environments such as
 * `align`, and fences in the language `math`. Inline mathematics, code, escapes and sums of money
 * are stepped over.
 */
import { LanguageError } from './language-error.js';
import { isAlignment } from './latex/alignment.js';
import type { LatexExtent } from './latex/token.js';
import {
  type Block,
  blankQuotes,
  type Line,
  linesOf,
  type Quoted,
  quoteMarks,
} from './markdown.js';

export interface Display extends LatexExtent {
  /** Of the whole, with its marks. */
  readonly from: number;
  readonly endLine: number;
}

export interface Displays {
  /** In the order of the text. */
  readonly displays: readonly Display[];
  readonly errors: readonly LanguageError[];
  /** The text with quotation marks inside displays blanked. */
  readonly text: string;
}

const INTERESTING =
  /(?<ticks>`+)|(?<comment><!--)|(?<block><(?<tag>pre|code|script|style)\b)|(?<bracket>\\\[)|\\begin\{(?<env>[A-Za-z]+\*?)\}|(?<inline>\\\()|(?<escape>\\[\s\S])|(?<double>\$\$)|(?<dollar>\$)|(?<percent>%[^\n]*)/g;

const VERBATIM = /^(verbatim|lstlisting|minted|comment|Verbatim)$/;

/** Searches the prose of a text. */
export function findDisplays(text: string, blocks: readonly Block[], isTex = false): Displays {
  const lines = linesOf(text);
  const scanner = new Scanner(text, lines, isTex);
  for (const block of blocks) {
    if (block.kind === 'prose') scanner.prose(block.start, block.end);
    if (block.kind === 'code' && /^math\b/.test(block.language))
      scanner.add(block.start, block.start, block.end, block.end);
  }
  return {
    displays: withoutInline(scanner.displays, text, lines),
    errors: scanner.errors,
    text: blankQuotes(text, scanner.quoted),
  };
}

/**
 * Some writers set their inline mathematics as `$$x$$`, too: where a formula without any relation
 * stands so among the words of a line, those among words are inline.
 */
function withoutInline(
  displays: readonly Display[],
  text: string,
  lines: readonly Line[],
): Display[] {
  const isAmidWords = ({ from, line, endLine }: Display): boolean => {
    const row = lines[line - 1];
    if (!row || line !== endLine || !text.startsWith('$$', from)) return false;
    const rest = row.text.replace(/\$\$.*?\$\$/g, ' ');
    return /\p{L}/u.test(rest.replace(/^[\s>]*(?:[-*+]|\d+[.)])?/, ''));
  };
  const amid = displays.filter(isAmidWords);
  const isInline = amid.some(({ start, end }) => !RELATION.test(text.slice(start, end)));
  return isInline ? displays.filter((display) => !amid.includes(display)) : [...displays];
}

const RELATION =
  /[=<>~≤≥≠≈∼→∈]|\\(?:l?eq?|g?eq?|geq|leq|neq?|lt|gt|sim|approx|propto|to|in|equiv|triangleq|coloneqq|Rightarrow|implies|iff)(?![A-Za-z])/;

class Scanner {
  readonly displays: Display[] = [];
  readonly errors: LanguageError[] = [];
  readonly quoted: Quoted[] = [];
  readonly #text: string;
  readonly #lines: readonly Line[];

  readonly #isTex: boolean;

  constructor(text: string, lines: readonly Line[], isTex: boolean) {
    this.#isTex = isTex;
    this.#text = text;
    this.#lines = lines;
  }

  prose(start: number, end: number): void {
    const pattern = new RegExp(INTERESTING);
    pattern.lastIndex = start;
    for (let match = pattern.exec(this.#text); match; match = pattern.exec(this.#text)) {
      if (match.index >= end) return;
      pattern.lastIndex = Math.max(this.#after(match, end), match.index + 1);
    }
  }

  /** Where the search goes on after a match. */
  #after(match: RegExpExecArray, end: number): number {
    const { ticks, comment, block, tag, bracket, env, inline, double, dollar, percent } =
      match.groups ?? {};
    const from = match.index;
    const start = from + match[0].length;
    if (percent !== undefined) return this.#isTex ? start : from + 1;
    if (ticks !== undefined) return this.#skipCode(start, ticks, end);
    if (comment !== undefined) return this.#skipTo('-->', start, end);
    if (block !== undefined) return this.#skipTo(`</${tag}>`, start, end);
    if (inline !== undefined) return this.#skipTo('\\)', start, this.#paragraphEnd(start, end));
    if (bracket !== undefined) return this.#delimited(from, start, '\\]', end);
    if (env !== undefined) return this.#environment(from, env, end);
    if (double !== undefined) return this.#delimited(from, start, '$$', end);
    return dollar === undefined ? start : this.#skipInline(start, end);
  }

  #skipTo(mark: string, start: number, end: number): number {
    const found = this.#text.indexOf(mark, start);
    return found < 0 || found >= end ? start : found + mark.length;
  }

  /** A code span ends with as many ticks as it begins with. */
  #skipCode(start: number, ticks: string, end: number): number {
    const limit = this.#paragraphEnd(start, end);
    const close = new RegExp(`(?<!\`)${ticks}(?!\`)`, 'g');
    close.lastIndex = start;
    const found = close.exec(this.#text);
    return found && found.index < limit ? found.index + ticks.length : start;
  }

  /** `$x$`: nothing but a sum of money when a space stands inside, or a digit after it. */
  #skipInline(start: number, end: number): number {
    const limit = this.#paragraphEnd(start, end);
    const inline = /(?!\s)(?:[^$\\]|\\[\s\S])*?(?<!\s)\$(?!\d)/y;
    inline.lastIndex = start;
    const found = inline.exec(this.#text.slice(0, limit));
    return found ? start + found[0].length : start;
  }

  #paragraphEnd(start: number, end: number): number {
    const blank = /\n[ \t>]*\n/g;
    blank.lastIndex = start;
    const found = blank.exec(this.#text);
    return found && found.index < end ? found.index : end;
  }

  /** `$$…$$` and `\[…\]`: within a paragraph, or with its opening mark on a line of its own. */
  #delimited(from: number, start: number, close: string, end: number): number {
    if (this.#isIndentedCode(from)) return start;
    const line = this.#lineAt(from);
    const isAlone = /^[\s>]*(\$\$|\\\[)\s*$/.test(line.text);
    const limit = isAlone ? end : this.#paragraphEnd(start, end);
    const found = this.#findClose(close, start, limit);
    if (found !== undefined) {
      this.add(from, start, found, found + close.length);
      return found + close.length;
    }
    const isAtStart = /^[\s>]*(?:[-*+]|\d+[.)])?\s*$/.test(this.#text.slice(line.start, from));
    if (isAtStart) {
      const place = { line: line.number, column: from - line.start + 1 };
      const mark = this.#text.slice(from, start);
      this.errors.push(new LanguageError(`this ${mark} is not closed`, place, { expected: close }));
    }
    return start;
  }

  #findClose(close: string, start: number, limit: number): number | undefined {
    for (let k = start; k < limit; k++) {
      if (this.#text.startsWith(close, k)) return k;
      if (this.#text[k] === '\\') k++;
    }
    return undefined;
  }

  #environment(from: number, name: string, end: number): number {
    const marks = new RegExp(`\\\\(begin|end)\\{${name.replace('*', '\\*')}\\}`, 'g');
    marks.lastIndex = from;
    const isMath = isAlignment(name);
    if (!isMath && !VERBATIM.test(name)) return from + 1;
    let depth = 0;
    for (
      let mark = marks.exec(this.#text);
      mark && mark.index < end;
      mark = marks.exec(this.#text)
    ) {
      depth += mark[1] === 'begin' ? 1 : -1;
      const stop = mark.index + mark[0].length;
      if (depth > 0) continue;
      if (isMath) this.add(from, from, stop, stop);
      return stop;
    }
    if (isMath) {
      const line = this.#lineAt(from);
      const place = { line: line.number, column: from - line.start + 1 };
      this.errors.push(
        new LanguageError(`\\begin{${name}} is not closed`, place, { expected: `\\end{${name}}` }),
      );
    }
    return from + 1;
  }

  add(from: number, start: number, end: number, stop: number): void {
    const first = this.#lineAt(start);
    const last = this.#lineAt(Math.max(stop - 1, start));
    this.displays.push({
      from,
      start,
      end,
      line: first.number,
      column: start - first.start + 1,
      endLine: last.number,
    });
    const marks = quoteMarks(this.#lineAt(from).text);
    if (marks === 0) return;
    for (const line of this.#lines.slice(first.number, last.number))
      this.quoted.push({ line, marks });
  }

  /** Four spaces after an empty line are code, but for what belongs to a list. */
  #isIndentedCode(offset: number): boolean {
    let number = this.#lineAt(offset).number;
    const isIndented = (text: string): boolean => /^( {4}|\t)/.test(text);
    if (!isIndented(this.#lines[number - 1]?.text ?? '')) return false;
    while (number > 1 && /^\s*$|^( {4}|\t)/.test(this.#lines[number - 1]?.text ?? '')) number--;
    const before = this.#lines[number - 1]?.text ?? '';
    return !/^\s*([-*+]|\d+[.)])\s/.test(before);
  }

  #lineAt(offset: number): Line {
    let [low, high] = [0, this.#lines.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lines[middle] as Line).start <= offset) low = middle;
      else high = middle - 1;
    }
    return this.#lines[low] as Line;
  }
}
