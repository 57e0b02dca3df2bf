/** The book in a real browser: the stepper by mouse, keyboard and address, the search, the looks. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeBook } from '../../src/book/book.js';
import { writeBook } from '../../src/book/write-book.js';
import { temporaryFolder } from '../cli/files.js';
import { hasBrowser, startBrowser } from './browser.js';
import { GRADIENT, HOSTILE } from './given.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(!hasBrowser)('a book in a browser', { timeout: 600_000 }, () => {
  const { path, write } = temporaryFolder();
  let browser: Browser;
  let open: Page[] = [];
  /** What a page complains of, and what it asks of the network. */
  let troubles: string[] = [];

  beforeAll(async () => {
    write('documents/first.md', GRADIENT);
    write('documents/more/second.md', HOSTILE);
    const { pages } = await makeBook(path('documents'), { timeLimit: 120 });
    writeBook(path('book'), pages);
    browser = await startBrowser();
  }, 600_000);
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const page of open) await page.context().close();
    open = [];
    troubles = [];
  });

  const address = (name: string): string => pathToFileURL(path(`book/${name}`)).href;

  async function visit(name: string, options: BrowserContextOptions = {}): Promise<Page> {
    const [file = '', fragment] = name.split('#');
    const context = await browser.newContext({
      viewport: { width: 1000, height: 800 },
      ...options,
    });
    const page = await context.newPage();
    open.push(page);
    page.on('console', (message) => void troubles.push(message.text()));
    page.on('pageerror', (error) => void troubles.push(error.message));
    page.on('request', (request) => {
      if (!/^(file|data):/.test(request.url())) troubles.push(request.url());
    });
    await page.goto(address(file) + (fragment === undefined ? '' : `#${fragment}`));
    return page;
  }

  const gradient = (page: Page) => page.locator('.derivation[data-name=gradient]');
  const shown = (page: Page) => gradient(page).locator('.step:visible');
  const status = (page: Page) => gradient(page).getByRole('status').textContent();
  const fragment = (page: Page): string => new URL(page.url()).hash;
  const lengthOf = (page: Page): Promise<number> => gradient(page).locator('.step').count();

  it('begins with the first step, and says of how many', async () => {
    const page = await visit('first.html');
    expect(await lengthOf(page)).toBeGreaterThan(3);
    expect(await shown(page).count()).toBe(1);
    expect(await status(page)).toBe(`Step 1 of ${await lengthOf(page)}`);
    expect(troubles).toEqual([]);
  });

  it('goes on and back by its buttons, and no further than its ends', async () => {
    const page = await visit('first.html');
    const [previous, next] = ['Previous', 'Next'].map((name) =>
      gradient(page).getByRole('button', { name }),
    );
    // It stays where the focus can reach it, and says that it does nothing.
    await previous?.click({ force: true });
    expect(await status(page)).toMatch(/^Step 1 /);
    await next?.click();
    await next?.click();
    expect(await status(page)).toMatch(/^Step 3 /);
    expect(await shown(page).count()).toBe(3);
    expect(fragment(page)).toBe('#gradient-step-3');
    const current = gradient(page).locator('[aria-current=step]');
    expect(await current.getAttribute('id')).toBe('gradient-step-3');
    expect(await current.evaluate((step) => step === step.ownerDocument.activeElement)).toBe(true);
    await previous?.click();
    expect(await shown(page).count()).toBe(2);
  });

  it('is read by keyboard', async () => {
    const page = await visit('first.html#gradient-step-1');
    const last = await lengthOf(page);
    const steps: [string, number][] = [
      ['j', 2],
      ['ArrowRight', 3],
      ['ArrowDown', 4],
      ['k', 3],
      ['ArrowLeft', 2],
      ['ArrowUp', 1],
      ['End', last],
      ['j', last],
      ['Home', 1],
      ['k', 1],
    ];
    for (const [key, step] of steps) {
      await page.keyboard.press(key);
      expect([key, await status(page)]).toEqual([key, `Step ${step} of ${last}`]);
      expect(fragment(page)).toBe(`#gradient-step-${step}`);
    }
  });

  it('opens at the step of the address, and follows it', async () => {
    const page = await visit('first.html#gradient-step-4');
    expect(await status(page)).toMatch(/^Step 4 /);
    await page.evaluate("location.hash = '#gradient-step-2'");
    await page.waitForFunction("document.activeElement.id === 'gradient-step-2'");
    expect(await shown(page).count()).toBe(2);
    await page.evaluate("location.hash = '#%E0%A4%A'");
    expect(troubles).toEqual([]);
  });

  it('marks what the step changes, before and after, and nothing else', async () => {
    const page = await visit('first.html#gradient-step-3');
    const colour = (selector: string) =>
      page.evaluate<string>(
        `getComputedStyle(document.querySelector('${selector}')).backgroundColor`,
      );
    const none = 'rgba(0, 0, 0, 0)';
    expect(await colour('#gradient-step-2 .changes')).not.toBe(none);
    expect(await colour('#gradient-step-3 .became')).not.toBe(none);
    expect(await colour('#gradient-step-2 .became')).toBe(none);
    expect(await colour('#gradient-step-3 .changes')).toBe(none);
  });

  it('marks the whole of what changes, fractions to their foot', async () => {
    const page = await visit('first.html#gradient-step-2');
    const uncovered = await page.evaluate<string[]>(`(() => {
      const mark = document.querySelector('#gradient-step-2 .became');
      const box = mark.getBoundingClientRect();
      return [...mark.querySelectorAll('*')].filter((part) => part.matches(':not(:has(*))')).flatMap((part) => {
        const range = document.createRange();
        range.selectNodeContents(part);
        const { top, bottom, width } = range.getBoundingClientRect();
        const middle = (top + bottom) / 2;
        return width > 0 && (middle < box.top || middle > box.bottom) ? [part.textContent] : [];
      });
    })()`);
    expect(uncovered).toEqual([]);
  });

  it('says why, and leads to the rule', async () => {
    const page = await visit('first.html#gradient-step-3');
    const why = page.locator('#gradient-step-3 .why');
    expect(await why.locator('p').first().isVisible()).toBe(false);
    await why.locator('summary').click();
    expect(await why.locator('p').first().isVisible()).toBe(true);
    await why.getByRole('link').first().click();
    await page.waitForURL(/rules\/[\w-]+\.html#[\w-]+$/);
    expect(await page.locator(':target').count()).toBe(1);
    expect(troubles).toEqual([]);
  });

  it('shows all, down to the elementary steps, and hides them again', async () => {
    const page = await visit('first.html');
    const all = gradient(page).getByRole('button', { name: 'Show all' });
    const elementary = gradient(page).locator('.inside samp:visible');
    await all.click();
    expect(await all.getAttribute('aria-pressed')).toBe('true');
    expect(await shown(page).count()).toBe(await lengthOf(page));
    expect(await elementary.count()).toBeGreaterThan(await lengthOf(page));
    await all.click();
    expect(await all.getAttribute('aria-pressed')).toBe('false');
    expect(await shown(page).count()).toBe(1);
    expect(await elementary.count()).toBe(0);
  });

  it('tells assistive software of the steps, the status and the formulas', async () => {
    const page = await visit('first.html#gradient-step-2');
    const snapshot = await page.locator('#gradient').ariaSnapshot();
    expect(snapshot).toContain('- region "gradient"');
    expect(snapshot).toContain('- group "Steps of gradient"');
    expect(snapshot).toContain('- button "Show all"');
    expect(snapshot).toMatch(/- status: Step 2 of \d/);
    expect(snapshot).toContain('- math "the derivative of J by z sub a b"');
    const steps = await page.locator('#gradient .steps').ariaSnapshot();
    expect(steps).toMatch(/^- list:\n/);
    expect(steps.match(/^ {2}- listitem/gm)).toHaveLength(2);
  });

  it('shows everything without scripts, and on paper', async () => {
    const bare = await visit('first.html', { javaScriptEnabled: false });
    expect(await shown(bare).count()).toBe(await lengthOf(bare));
    expect(await bare.locator('.why p:visible').count()).toBeGreaterThan(3);
    expect(await gradient(bare).getByRole('button').count()).toBe(0);
    const paper = await visit('first.html');
    await paper.emulateMedia({ media: 'print' });
    expect(await shown(paper).count()).toBe(await lengthOf(paper));
    expect(await paper.locator('.controls:visible').count()).toBe(0);
    expect(await paper.locator('#gradient-step-2 .why p').first().isVisible()).toBe(true);
  });

  it('finds claims and rules by words', async () => {
    const page = await visit('index.html');
    await page.getByLabel('Search claims and rules').fill('quotient LOGARITHM');
    const found = page.locator('#results a');
    expect(await found.allTextContents()).toContain('log-div');
    expect(await page.getByRole('status').textContent()).toMatch(/^\d+ found$/);
    await page.getByLabel('Search claims and rules').fill('gradient yhat');
    expect(await found.count()).toBe(0);
    await page.getByLabel('Search claims and rules').fill('gradient ∂j');
    await found.first().click();
    await page.waitForURL(/first\.html#(gradient|wrong-sign)$/);
    expect(troubles).toEqual([]);
  });

  it('runs nothing that a document has planted', async () => {
    const page = await visit('more/second.html');
    expect(await page.title()).toContain('<img');
    expect(await page.locator('img').count()).toBe(0);
    await visit('index.html');
    expect(troubles).toEqual([]);
  });

  it('has fonts that its policy lets through', async () => {
    const page = await visit('first.html');
    const loaded = await page.evaluate<string[]>(
      "document.fonts.ready.then((fonts) => [...fonts].map((font) => font.family + ' ' + font.status))",
    );
    expect(loaded).toContain('KaTeX_Math loaded');
    expect(loaded.filter((font) => font.endsWith('error'))).toEqual([]);
  });

  it.each([
    ['index.html', ['light', 'dark']],
    ['first.html#gradient-step-2', ['light', 'dark']],
    ['more/second.html', ['light', 'dark']],
    ['rules.html', ['light', 'dark']],
    ['rules/logarithms.html', ['light', 'dark']],
  ] as [string, ('light' | 'dark')[]][])(
    'has no fault that axe finds: %s',
    async (name, schemes) => {
      for (const colorScheme of schemes) {
        const page = await visit(name, { colorScheme, reducedMotion: 'reduce' });
        // The rules are many, and each looks as the others do.
        await page.evaluate(
          "for (const rule of [...document.querySelectorAll('.rule, li[id]')].slice(60)) rule.remove()",
        );
        await page.evaluate(AXE);
        const { violations } = await page.evaluate<AxeResults>('axe.run()');
        const faults = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
        expect([colorScheme, ...faults]).toEqual([colorScheme]);
      }
    },
  );
});
