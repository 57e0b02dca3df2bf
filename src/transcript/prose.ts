/**
 * The Markdown of prose between claims, as far as documents need it: headings, paragraphs, lists,
 * quotations, code, display and inline mathematics, emphasis, links. Anything else stays text.
 */

export type Inline =
  | { readonly kind: 'text' | 'code' | 'strong' | 'emphasis' | 'math'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly target: string };

export type Prose =
  | { readonly kind: 'heading'; readonly level: number; readonly content: readonly Inline[] }
  | { readonly kind: 'paragraph' | 'quotation'; readonly content: readonly Inline[] }
  | {
      readonly kind: 'list';
      readonly isOrdered: boolean;
      readonly items: readonly (readonly Inline[])[];
    }
  | { readonly kind: 'code' | 'display'; readonly text: string };

const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/;
const ITEM = /^\s*(?:[-*+]|(\d{1,9})[.)])\s+(.*)$/;
const COMMENT = /^\s*<!--/;
/** Environments of display mathematics, which stand without dollar signs. */
const DISPLAY = /^\s*\\begin\{((?:equation|align|gather|multline|eqnarray)\*?)\}/;

export function readProse(text: string): Prose[] {
  const lines = text.split('\n');
  const found: Prose[] = [];
  for (let k = 0; k < lines.length; ) {
    const { prose, next } = readBlock(lines, k);
    if (prose) found.push(prose);
    k = next;
  }
  return found;
}

interface Read {
  readonly prose?: Prose;
  readonly next: number;
}

function readBlock(lines: readonly string[], k: number): Read {
  const line = lines[k] as string;
  if (line.trim() === '') return { next: k + 1 };
  const heading = HEADING.exec(line);
  if (heading) {
    const [, marks, title] = heading as unknown as [string, string, string];
    return {
      prose: { kind: 'heading', level: marks.length, content: readInline(title) },
      next: k + 1,
    };
  }
  if (COMMENT.test(line)) return { next: closing(lines, k, '-->') };
  if (/^\s*(```|~~~)/.test(line)) return readCode(lines, k, line.trim().slice(0, 3));
  const environment = DISPLAY.exec(line)?.[1];
  if (environment !== undefined) return readEnvironment(lines, k, environment);
  if (/^\s*(\$\$|\\\[)/.test(line)) return readDisplay(lines, k, line.trim().slice(0, 2));
  if (ITEM.test(line)) return readList(lines, k);
  return readParagraph(lines, k);
}

/** The number of the line after the first that ends with the mark. */
function closing(lines: readonly string[], k: number, mark: string): number {
  let last = k;
  while (last < lines.length && !lines[last]?.includes(mark)) last++;
  return last + 1;
}

function readCode(lines: readonly string[], k: number, fence: string): Read {
  let end = k + 1;
  while (end < lines.length && !lines[end]?.trim().startsWith(fence)) end++;
  const isMath = /^(```+|~~~+)\s*math\s*$/.test((lines[k] as string).trim());
  const text = lines.slice(k + 1, end).join('\n');
  return { prose: { kind: isMath ? 'display' : 'code', text }, next: end + 1 };
}

function readEnvironment(lines: readonly string[], k: number, name: string): Read {
  const next = Math.min(closing(lines, k, `\\end{${name}}`), lines.length);
  return { prose: { kind: 'display', text: lines.slice(k, next).join('\n').trim() }, next };
}

function readDisplay(lines: readonly string[], k: number, open: string): Read {
  const close = open === '$$' ? '$$' : '\\]';
  const first = (lines[k] as string).trim().slice(2);
  const rows: string[] = [];
  let row = first;
  let next = k + 1;
  while (!row.includes(close) && next < lines.length) {
    rows.push(row);
    row = lines[next++] as string;
  }
  rows.push(row.split(close)[0] as string);
  return { prose: { kind: 'display', text: rows.join('\n').trim() }, next };
}

function readList(lines: readonly string[], k: number): Read {
  const items: string[] = [];
  const isOrdered = ITEM.exec(lines[k] as string)?.[1] !== undefined;
  let next = k;
  for (; next < lines.length; next++) {
    const line = lines[next] as string;
    const item = ITEM.exec(line);
    if (item) items.push(item[2] as string);
    else if (/^\s+\S/.test(line)) items.push(`${items.pop() ?? ''} ${line.trim()}`);
    else break;
  }
  return { prose: { kind: 'list', isOrdered, items: items.map(readInline) }, next };
}

function readParagraph(lines: readonly string[], k: number): Read {
  const kind = lines[k]?.startsWith('>') ? 'quotation' : 'paragraph';
  let next = k + 1;
  while (next < lines.length && !beginsBlock(lines[next] as string)) next++;
  const text = lines
    .slice(k, next)
    .map((line) => (kind === 'quotation' ? line.replace(/^\s*>\s?/, '') : line).trim())
    .join(' ');
  return { prose: { kind, content: readInline(text) }, next };
}

const beginsBlock = (line: string): boolean =>
  line.trim() === '' ||
  HEADING.test(line) ||
  COMMENT.test(line) ||
  ITEM.test(line) ||
  DISPLAY.test(line) ||
  /^\s*(```|~~~|\$\$|\\\[)/.test(line);

/** Spans are bounded, so that the time to read a line grows with its length alone. */
const INLINE =
  /`([^`]{1,500})`|\$(?!\s)([^$]{1,500})(?<!\s)\$(?!\d)|\\\(((?:[^\\]|\\(?!\))){1,500})\\\)|\*\*([^*]{1,500})\*\*|\*([^*\s][^*]{0,500})\*|\b_([^_\s][^_]{0,500})_\b|\[([^\]]{1,500})\]\(([^()\s]{1,500})\)/g;

export function readInline(text: string): Inline[] {
  const found: Inline[] = [];
  let position = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > position)
      found.push({ kind: 'text', text: text.slice(position, match.index) });
    found.push(inlineOf(match));
    position = match.index + match[0].length;
  }
  if (position < text.length) found.push({ kind: 'text', text: text.slice(position) });
  return found;
}

function inlineOf(match: RegExpMatchArray): Inline {
  const [, code, dollars, parentheses, strong, star, underscore, label, target] = match;
  if (code !== undefined) return { kind: 'code', text: code };
  const math = dollars ?? parentheses;
  if (math !== undefined) return { kind: 'math', text: math };
  if (strong !== undefined) return { kind: 'strong', text: strong };
  const emphasis = star ?? underscore;
  if (emphasis !== undefined) return { kind: 'emphasis', text: emphasis };
  return { kind: 'link', text: label ?? '', target: target ?? '' };
}
