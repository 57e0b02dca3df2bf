/** The engine in a real browser: loaded when it is asked, from a disk, within the page's policy. */
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { writeScripts } from '../../bundle.mjs';
import { makeBook } from '../../src/book/book.js';
import { writeBook } from '../../src/book/write-book.js';
import { answer } from '../../src/engine/answer.js';
import type { Request } from '../../src/engine/request.js';
import { temporaryFolder } from '../cli/files.js';
import { documentOf, SOFTMAX } from '../document/given.js';
import { hasBrowser, startBrowser } from './browser.js';

const GIVEN = documentOf(SOFTMAX);
const ASKED: readonly Request[] = [
  { verb: 'read', document: GIVEN },
  { verb: 'derive', expression: 'diff(J, z[a,b])', document: GIVEN, timeLimit: 60 },
  { verb: 'line', document: GIVEN, before: 'J', line: '-J', timeLimit: 60 },
  { verb: 'check', document: documentOf('real x\nclaim c: x + x == 3*x'), timeLimit: 60 },
  { verb: 'check', document: documentOf('real x\nclaim c: y == 3*x') },
  { verb: 'derive', expression: 'diff(J, z[a,' },
];

describe.skipIf(!hasBrowser)('the engine in a page', { timeout: 600_000 }, () => {
  const { path, write } = temporaryFolder();
  let browser: Browser;
  let page: Page;
  let troubles: string[] = [];
  const loaded: string[] = [];

  beforeAll(async () => {
    write('documents/deep/one.md', '# One\n\n```gradus\nreal x\nclaim c: x + x == 2*x\n```\n');
    await writeScripts();
    const { pages, scripts } = await makeBook(path('documents'), { timeLimit: 120 });
    writeBook(path('book'), new Map([...pages, ...scripts]));
    browser = await startBrowser();
    page = await browser.newPage();
    page.on('console', (message) => void troubles.push(message.text()));
    page.on('pageerror', (error) => void troubles.push(error.message));
    page.on('request', (request) => void loaded.push(request.url()));
    await page.goto(pathToFileURL(path('book/deep/one.html')).href);
  }, 600_000);
  afterAll(() => browser?.close());
  afterEach(() => {
    troubles = [];
  });

  const ask = (request: Request, seconds = 120) =>
    page.evaluate(
      `gradus.load('engine').then(() => gradus.ask(${JSON.stringify(request)}, ${seconds}))`,
    );

  it('is not loaded before it is asked', () => {
    expect(loaded.map((url) => url.replace(/.*\//, ''))).toEqual(['one.html']);
  });

  it.each(ASKED)('says what the command line says: $verb', async (request) => {
    const timeless = (value: unknown): unknown =>
      JSON.parse(
        JSON.stringify(value, (key, each) => (/^(ms|repair)$/.test(key) ? 0 : each)).replace(
          /[\d.]+ ms/g,
          'ms',
        ),
      );
    expect(timeless(await ask(request))).toEqual(timeless(await answer(request)));
    expect(troubles).toEqual([]);
  });

  it('asks nothing of any network', async () => {
    await ask({ verb: 'read', document: GIVEN });
    expect(loaded.filter((url) => !/^(file|data|blob):/.test(url))).toEqual([]);
  });

  it('is ended when it takes too long, and begins again', async () => {
    const slow = {
      verb: 'check',
      document: GIVEN.replace('let J', 'claim c: n == n\nlet J'),
    } as const;
    await expect(ask(slow, 0)).rejects.toThrow('it took longer than 0 seconds');
    expect(await ask({ verb: 'read', document: GIVEN })).toHaveProperty('value');
  });

  it('leaves the page at rest while it works', async () => {
    const document = documentOf(`${SOFTMAX}\nclaim g: diff(J, z[a,b]) == yhat[a,b] - y[a,b]`);
    const working = ask({ verb: 'check', document, timeLimit: 60 });
    expect(await page.evaluate('1 + 1')).toBe(2);
    expect(await working).toHaveProperty('value.report.claims.0.verdict', 'proved');
  });

  it('is under a policy that makes no code from text', async () => {
    expect(await page.evaluate("document.querySelector('meta[http-equiv]').content")).not.toMatch(
      /unsafe-eval|script-src[^;]*unsafe-inline/,
    );
    const made = page.evaluate(`new Promise((resolve) => {
      const script = document.createElement('div');
      script.innerHTML = '<button onclick="document.title = 3"></button>';
      document.body.append(script);
      script.firstChild.click();
      resolve(document.title);
    })`);
    expect(await made).not.toBe('3');
    expect(troubles.join(' ')).toContain('Content Security Policy');
  });
});
