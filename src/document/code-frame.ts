/** The lines of a document that a report is about, with carets below what is wrong in them. */

import type { Style } from './paint.js';
import type { FrameLine } from './report.js';

/** Columns of a line that are shown. */
const WIDTH = 110;
/** Columns shown before the marks of a line that is cut. */
const BEFORE = 30;

/** `14 │   == sum(i, x[i])`, each line with its number, the marks on a line of their own. */
export function codeFrame(frame: readonly FrameLine[], style: Style): string[] {
  const width = Math.max(3, ...frame.map(({ line }) => String(line).length));
  return frame.flatMap(({ line, text, marks }) => {
    const [from, to] = marks ?? [1, 1];
    const cut =
      text.length > WIDTH ? Math.max(0, Math.min(from - 1 - BEFORE, text.length - WIDTH)) : 0;
    const part = plain(text).slice(cut, cut + WIDTH);
    const shown = `${cut > 0 ? '…' : ''}${part}${cut + WIDTH < text.length ? '…' : ''}`;
    const gutter = (what: string): string => style.dim(`    ${what.padStart(width)} │ `);
    const row = `${gutter(String(line))}${shown.trimEnd()}`;
    if (!marks) return [row];
    const blank = ' '.repeat(from - 1 - cut + (cut > 0 ? 1 : 0));
    const carets = '^'.repeat(Math.max(1, Math.min(to, cut + WIDTH + 1) - from));
    return [row, `${gutter('')}${blank}${style.red(carets)}`];
  });
}

/** A document may hold what would move the cursor or turn the text round. */
const plain = (text: string): string =>
  text
    .replace(/\t/g, ' ')
    .replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, '\uFFFD');
