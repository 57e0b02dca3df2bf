/**
 * The frame of every page: one file with its style, its fonts and its script inside, so that it
 * works wherever it is opened. The policy allows no script but this one and what it loads from
 * beside the page, and no request.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { htmlText } from '../transcript/prose-html.js';
import { styledMath } from './math-style.js';
import { STYLE } from './style.js';

export interface Page {
  readonly title: string;
  readonly body: string;
  /** Addresses and names of the pages around this one. */
  readonly links: readonly Link[];
  readonly scripts: readonly ('wide' | 'stepper' | 'search' | 'load' | 'exercise')[];
  /** The way from the page to the folder of the book: '' or '../'. */
  readonly root: string;
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
  { title, body, links, scripts, root }: Page,
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
  const [styled = '', ...others] = math.body.split(BETWEEN);
  const nav = links.map(({ href, text }) => `<a href="${href}">${htmlText(text)}</a>`);
  const html = [
    '<!doctype html>',
    `<html lang="en" data-root="${root}">`,
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
    `<nav aria-label="Book">${nav.join(' ')}</nav>`,
    `<main id="content">\n${styled}\n</main>`,
    `<script type="module">${code}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
  return { html, later: others };
}

/** A character that no HTML has. */
const BETWEEN = '\0';

/** Data in a page: without a `<`, it cannot end its element. */
export const island = (id: string, content: unknown): string =>
  `<script type="application/json" id="${id}">${JSON.stringify(content).replaceAll('<', '\\u003c')}</script>`;

/** The engine, as `npm run build` has bundled it: of this folder's sources too, when they run. */
export const engineText = (): string =>
  readFileSync(new URL('../../dist/book/browser/engine.js', import.meta.url), 'utf8');

/** A script of the book, without the comments that only its authors need. */
function scriptText(name: string): string {
  const path = new URL(`./browser/${name}.js`, import.meta.url);
  return readFileSync(path, 'utf8')
    .replace(/^\/\/# sourceMappingURL.*$/m, '')
    .replace(/^export \{\};?$/m, '')
    .replace(/^\s*\/\/.*\n|^\s*\/\*\*[\s\S]*?\*\/\n/gm, '');
}
