/**
 * Finds in a Markdown text what Gradus reads: fences with the word `gradus`, and HTML comments
 * that begin with it. Everything else is prose or code, kept with its lines so that the document
 * can be written out again. Display mathematics is found by `display-scanner.ts` in the prose.
 */
import type { Place } from './language-error.js';

export interface Block {
  /**
   * `fence` and `comment` hold statements; `label` is `<!-- gradus: … -->`, an instruction for
   * what follows it; `code` is a fence in another language; `hidden` is any other comment.
   */
  readonly kind: 'prose' | 'code' | 'fence' | 'comment' | 'label' | 'hidden';
  /** First and last line, fence marks included. */
  readonly startLine: number;
  readonly endLine: number;
  /** The extent of the content in the text, without the marks. */
  readonly start: number;
  readonly end: number;
  /** Place of the first character of the content. */
  readonly content: Place;
  /** The words after the marks of a fence. */
  readonly language: string;
  /** False when the text ended before the block did. */
  readonly isClosed: boolean;
}

export interface Markdown {
  readonly blocks: readonly Block[];
  /** The text with quotation marks before statements blanked: offsets as in the original. */
  readonly text: string;
}

export interface Line {
  readonly number: number;
  readonly start: number;
  /** Without the line break. */
  readonly end: number;
  readonly text: string;
}

const OPEN_FENCE = /^[\s>]*(?:(`{3,})(?!`)|(~{3,})(?!~))(.*)$/;
const OPEN_COMMENT = /^[\s>]*<!--/;
const GRADUS_COMMENT = /^([\s>]*<!--\s*gradus)(\s*:|(?=\s|-->|$))/;

/** Scans a document once, line by line. */
export function scanMarkdown(text: string): Markdown {
  const lines = linesOf(text);
  const blocks: Block[] = [];
  const quoted: Quoted[] = [];
  let prose = 0;
  for (let k = 0; k < lines.length; ) {
    const block = readBlock(text, lines, k);
    if (!block) {
      k++;
      continue;
    }
    if (prose < k) blocks.push(proseBlock(lines, prose, k - 1));
    blocks.push(block);
    const next = block.endLine - (lines[0] as Line).number + 1;
    const marks = quoteMarks(lineAt(lines, k).text);
    if (block.kind === 'fence' && marks > 0)
      for (const line of lines.slice(k, next)) quoted.push({ line, marks });
    k = next;
    prose = next;
  }
  if (prose < lines.length) blocks.push(proseBlock(lines, prose, lines.length - 1));
  return { blocks, text: blankQuotes(text, quoted) };
}

export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const part of text.split('\n')) {
    const end = start + part.length;
    lines.push({ number: lines.length + 1, start, end, text: part });
    start = end + 1;
  }
  return lines;
}

const lineAt = (lines: readonly Line[], k: number): Line =>
  lines[Math.min(k, lines.length - 1)] as Line;

function proseBlock(lines: readonly Line[], from: number, to: number): Block {
  const [first, last] = [lineAt(lines, from), lineAt(lines, to)];
  return {
    kind: 'prose',
    startLine: first.number,
    endLine: last.number,
    start: first.start,
    end: last.end,
    content: { line: first.number, column: 1 },
    language: '',
    isClosed: true,
  };
}

/** The block that opens on this line, if any. */
function readBlock(text: string, lines: readonly Line[], k: number): Block | undefined {
  const line = lineAt(lines, k);
  const [, ticks, tildes, info = ''] = OPEN_FENCE.exec(line.text) ?? [];
  const marks = ticks ?? tildes;
  if (marks && !(ticks && info.includes('`'))) return readFence(lines, k, marks, info.trim());
  return OPEN_COMMENT.test(line.text) ? readComment(text, lines, k) : undefined;
}

function readFence(lines: readonly Line[], k: number, marks: string, language: string): Block {
  const close = new RegExp(`^[\\s>]*\\${marks[0]}{${marks.length},}\\s*$`);
  let last = k + 1;
  while (last < lines.length && !close.test(lineAt(lines, last).text)) last++;
  const isClosed = last < lines.length;
  const first = lineAt(lines, k + 1);
  return {
    kind: language.split(/\s/)[0] === 'gradus' ? 'fence' : 'code',
    startLine: lineAt(lines, k).number,
    endLine: lineAt(lines, last).number,
    start: k + 1 < lines.length ? first.start : first.end,
    end: isClosed ? lineAt(lines, last).start : lineAt(lines, last).end,
    content: { line: first.number, column: 1 },
    language,
    isClosed,
  };
}

/** In a comment that is not for Gradus nothing is looked for. */
function readComment(text: string, lines: readonly Line[], k: number): Block {
  const line = lineAt(lines, k);
  const gradus = GRADUS_COMMENT.exec(line.text);
  const found = text.indexOf('-->', line.start);
  const end = found < 0 ? text.length : found;
  let last = k;
  while (last + 1 < lines.length && lineAt(lines, last + 1).start <= end) last++;
  const mark = gradus?.[0].length ?? 0;
  return {
    kind: gradus ? (gradus[2] === '' ? 'comment' : 'label') : 'hidden',
    startLine: line.number,
    endLine: lineAt(lines, last).number,
    start: line.start + mark,
    end: Math.max(end, line.start + mark),
    content: { line: line.number, column: mark + 1 },
    language: '',
    isClosed: found >= 0,
  };
}

/** A line of a quoted fence, and how many `>` its opening line has: more belong to the code. */
export interface Quoted {
  readonly line: Line;
  readonly marks: number;
}

export const quoteMarks = (text: string): number =>
  (/^[\s>]*/.exec(text)?.[0] ?? '').split('>').length - 1;

export function blankQuotes(text: string, quoted: readonly Quoted[]): string {
  if (quoted.length === 0) return text;
  const parts: string[] = [];
  let position = 0;
  for (const { line, marks } of quoted) {
    const length = quoteLength(line.text, marks);
    parts.push(text.slice(position, line.start), ' '.repeat(length));
    position = line.start + length;
  }
  return parts.join('') + text.slice(position);
}

/** Length of the first marks of a line, with the spaces before them. */
function quoteLength(text: string, marks: number): number {
  let length = 0;
  let left = marks;
  for (let k = 0; k < text.length && left > 0; k++) {
    if (text[k] === '>') {
      left--;
      length = k + 1;
    } else if (text[k] !== ' ' && text[k] !== '\t') break;
  }
  return length;
}
