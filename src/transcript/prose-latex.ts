/** Prose in LaTeX. */
import { latexText } from './latex.js';
import { type Inline, type Prose, readProse } from './prose.js';

const SECTIONS = ['section', 'section', 'subsection', 'subsubsection', 'paragraph'];

/** The prose of a Markdown text as LaTeX. */
export const latexProse = (markdown: string): string =>
  readProse(markdown).map(blockText).join('\n\n');

/** Environments that are displays by themselves; others, as `aligned`, stand in one. */
const DISPLAYS = /^\\begin\{(?:equation|align|alignat|flalign|gather|multline|eqnarray)\*?\}/;

function blockText(prose: Prose): string {
  switch (prose.kind) {
    case 'heading':
      return `\\${SECTIONS[Math.min(prose.level, SECTIONS.length - 1)]}*{${inlineText(prose.content)}}`;
    case 'paragraph':
      return inlineText(prose.content);
    case 'quotation':
      return `\\begin{quote}\n${inlineText(prose.content)}\n\\end{quote}`;
    case 'list': {
      const environment = prose.isOrdered ? 'enumerate' : 'itemize';
      const items = prose.items.map((item) => `\\item ${inlineText(item)}`).join('\n');
      return `\\begin{${environment}}\n${items}\n\\end{${environment}}`;
    }
    case 'code':
      return latexCode(prose.text);
    case 'display':
      return DISPLAYS.test(prose.text) ? prose.text : `\\[\n${prose.text}\n\\]`;
  }
}

/** Program text, line for line; a line that is too long goes on below, further in. */
export const latexCode = (text: string): string =>
  [
    '{\\raggedright\\small\\ttfamily\\setlength{\\parskip}{0pt}',
    ...text.split('\n').map((line) => `\\hangindent=4em ${codeLine(line)}\\par`),
    '}',
  ].join('\n');

/** Spaces at the start stay; others may end a line. */
function codeLine(line: string): string {
  const [, start = '', rest = ''] = /^( *)(.*)$/.exec(line) ?? [];
  const words = latexText(rest)
    .replace(/-(?=-)/g, '-{}')
    .replace(/ {2,}/g, (spaces) => '\\ '.repeat(spaces.length));
  return `\\mbox{}${'~'.repeat(start.length)}${words}`;
}

const inlineText = (content: readonly Inline[]): string => content.map(partText).join('');

function partText(part: Inline): string {
  switch (part.kind) {
    case 'text':
      return latexText(part.text);
    case 'code':
      return `\\texttt{${latexText(part.text)}}`;
    case 'strong':
      return `\\textbf{${latexText(part.text)}}`;
    case 'emphasis':
      return `\\emph{${latexText(part.text)}}`;
    case 'math':
      return `$${part.text}$`;
    case 'link':
      return `\\href{${part.target.replace(/[\\{}%#]/g, '')}}{${latexText(part.text)}}`;
  }
}
