/**
 * A LaTeX source as blocks: lines that begin with `% gradus` hold statements, with those after
 * them that begin with `%`; `% gradus: …` is a label. All else is prose, its comments blanked.
 */
import { type Block, type Line, linesOf, type Markdown } from './markdown.js';

const STATEMENTS = /^\s*%+\s*gradus(?=\s|$)(?!\s*:)/;
const LABEL = /^\s*%+\s*gradus\s*:/;
const COMMENT = /^\s*%+/;

export function scanTex(text: string): Markdown {
  const lines = linesOf(text);
  const blocks: Block[] = [];
  const blanked: string[] = [];
  for (let k = 0; k < lines.length; ) {
    const line = lines[k] as Line;
    const statements = STATEMENTS.exec(line.text);
    const label = LABEL.exec(line.text);
    const mark = statements ?? label;
    let next = k + 1;
    if (statements) while (next < lines.length && COMMENT.test((lines[next] as Line).text)) next++;
    else if (!label) while (next < lines.length && !isMark((lines[next] as Line).text)) next++;
    const part = lines.slice(k, next);
    const last = part.at(-1) as Line;
    const offset = mark?.[0].length ?? 0;
    blocks.push({
      kind: statements ? 'comment' : label ? 'label' : 'prose',
      startLine: line.number,
      endLine: last.number,
      start: line.start + offset,
      end: last.end,
      content: { line: line.number, column: offset + 1 },
      language: '',
      isClosed: true,
    });
    blanked.push(...part.map((each) => (statements ? withoutMark(each.text) : each.text)));
    k = next;
  }
  return { blocks, text: blanked.join('\n') };
}

const isMark = (text: string): boolean => STATEMENTS.test(text) || LABEL.test(text);

const withoutMark = (text: string): string =>
  text.replace(COMMENT, (mark) => ' '.repeat(mark.length));
