/**
 * The frame of every page: one file with its style, its fonts and its script inside, so that it
 * works wherever it is opened. The policy allows no script but this one and what it loads from
 * beside the page, and no request.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { htmlText } from '../transcript/prose-html.js';
import { sharedDrawings } from './drawings.js';
import { styledMath } from './math-style.js';
import { STYLE } from './style.js';

type InnerScript =
  | 'wide'
  | 'stepper'
  | 'search'
  | 'load'
  | 'numbers-button'
  | 'exercise'
  | 'start-playground';

export interface Page {
  readonly title: string;
  readonly body: string;
  /** Addresses and names of the pages around this one. */
  readonly links: readonly Link[];
  /** The pages before and after this one, at its end. */
  readonly around?: readonly Link[];
  readonly scripts: readonly InnerScript[];
  /** The way from the page to the folder of the book: '' or '../'. */
  readonly root: string;
  /** The address, in that folder, of the script with the document of the page; without its ending. */
  readonly document?: string;
}

export interface Link {
  readonly href: string;
  readonly text: string;
}

/** The first line of every script beside the pages, for the same reason as GENERATOR. */
export const SCRIPT_HEAD = '/* gradus book */';

/** Written into every page, so that a book is known as one when it is written again. */
export const GENERATOR = 'gradus book';

export const htmlPage = (page: Page): string => htmlPageWith(page, []).html;

/** A page, and HTML that its scripts put into it later: both in the page's style. */
export function htmlPageWith(
  { title, body, links, around = [], scripts, root, document }: Page,
  later: readonly string[],
): { readonly html: string; readonly later: readonly string[] } {
  const code = scripts.map(scriptText).join('\n');
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'font-src data:',
    'img-src data:',
    // The script of the page may load those beside it, and run the engine in a worker.
    `script-src 'sha256-${createHash('sha256').update(code).digest('base64')}' 'strict-dynamic'`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ];
  const math = styledMath([body, ...later].join(BETWEEN));
  const drawn = sharedDrawings(math.body);
  const [styled = '', ...others] = drawn.html.split(BETWEEN);
  const own = document === undefined ? '' : ` data-script="${document}"`;
  const html = [
    '<!doctype html>',
    `<html lang="en" data-root="${root}"${own}>`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta name="generator" content="${GENERATOR}">`,
    '<link rel="icon" href="data:,">',
    `<title>${htmlText(title)}</title>`,
    `<style>${STYLE}\n${math.style}</style>`,
    '</head>',
    '<body>',
    navigation('Book', links),
    `${drawn.drawings}<main id="content">\n${styled}\n</main>`,
    navigation('Before and after', around),
    `<script type="module">${code}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
  return { html, later: others };
}

/** A character that no HTML has. */
const BETWEEN = '\0';

/** A script beside the pages, as `npm run build` has bundled it, also when these sources run. */
export const scriptBeside = (name: 'engine' | 'numbers' | 'playground'): string =>
  readFileSync(new URL(`../../dist/book/scripts/${name}.js`, import.meta.url), 'utf8');

function navigation(name: string, links: readonly Link[]): string {
  const items = links.map(({ href, text }) => `<a href="${href}">${htmlText(text)}</a>`);
  return items.length === 0 ? '' : `<nav aria-label="${name}">${items.join(' ')}</nav>`;
}

/** A script of the book, without the comments that only its authors need. */
function scriptText(name: string): string {
  const path = new URL(`./browser/${name}.js`, import.meta.url);
  return readFileSync(path, 'utf8')
    .replace(/^\/\/# sourceMappingURL.*$/m, '')
    .replace(/^export \{\};?$/m, '')
    .replace(/^\s*\/\/.*\n|^\s*\/\*\*[\s\S]*?\*\/\n/gm, '');
}
