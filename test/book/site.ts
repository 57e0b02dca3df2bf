/** A book that is written to a folder and opened from there in the browser of the tests. */
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { writeScripts } from '../../bundle.mjs';
import { makeBook } from '../../src/book/book.js';
import { writeBook } from '../../src/book/write-book.js';
import { temporaryFolder } from '../cli/files.js';
import { startBrowser } from './browser.js';

export interface Site {
  /** Opens a page: `first.html#gradient`. */
  readonly visit: (name: string, options?: BrowserContextOptions) => Promise<Page>;
  /** What pages complain of, and what they ask of the network, since the test began. */
  readonly troubles: () => readonly string[];
  /** The names of the files that were loaded. */
  readonly loaded: () => readonly string[];
}

/** The book of these documents, by their paths. */
export function site(documents: Readonly<Record<string, string>>): Site {
  const { path, write } = temporaryFolder();
  let browser: Browser;
  let open: Page[] = [];
  let troubles: string[] = [];
  let loaded: string[] = [];

  beforeAll(async () => {
    for (const [name, text] of Object.entries(documents)) write(`documents/${name}`, text);
    await writeScripts();
    const { pages, scripts } = await makeBook(path('documents'), { timeLimit: 120 });
    writeBook(path('book'), new Map([...pages, ...scripts]));
    browser = await startBrowser();
  }, 120_000);
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const page of open) await page.context().close();
    open = [];
    troubles = [];
    loaded = [];
  });

  async function visit(name: string, options: BrowserContextOptions = {}): Promise<Page> {
    const [file = '', fragment] = name.split('#');
    const viewport = { width: 1000, height: 800 };
    const context = await browser.newContext({ viewport, ...options });
    const page = await context.newPage();
    open.push(page);
    page.on('console', (message) => void troubles.push(message.text()));
    page.on('pageerror', (error) => void troubles.push(error.message));
    page.on('request', (request) => {
      const url = request.url();
      if (url.startsWith('file:')) loaded.push(url.replace(/#.*/, '').replace(/.*\//, ''));
      if (!/^(file|data|blob):/.test(url)) troubles.push(url);
    });
    const address = pathToFileURL(path(`book/${file}`)).href;
    await page.goto(address + (fragment === undefined ? '' : `#${fragment}`));
    return page;
  }
  return { visit, troubles: () => troubles, loaded: () => loaded };
}

/** What axe finds on a page, a line each; `axe` is its source. */
export async function faultsOf(page: Page, axe: string): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}

/** Pixels by which a page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
