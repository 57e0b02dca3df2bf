/** The exercises of a book in a real browser: answered by keyboard and mouse, judged in the page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { writeScripts } from '../../bundle.mjs';
import { makeBook } from '../../src/book/book.js';
import { writeBook } from '../../src/book/write-book.js';
import type { Exercise } from '../../src/exercise/exercise.js';
import { exercisesOn } from '../../src/exercise/exercises-on.js';
import { temporaryFolder } from '../cli/files.js';
import { examined, LOG_SOFTMAX } from '../exercise/given.js';
import { hasBrowser, startBrowser } from './browser.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PLANT = '<img src=x onerror="document.title=1">';
const DOCUMENT = `# Softmax ${PLANT}\n\nProse ${PLANT}</script>\n\n${LOG_SOFTMAX}`;

/** The lines of the calculation, the first and the last of which are never asked for. */
const QUOTIENT = 'log(exp(z[i,c])/sum(k in 1..C, exp(z[i,k])))';
const DIFFERENCE = 'log(exp(z[i,c])) - log(sum(k in 1..C, exp(z[i,k])))';
const DIFFERENCE_LATEX = '\\log \\exp(z_{i,c}) - \\log \\sum_{k=1}^C \\exp(z_{i,k})';

describe.skipIf(!hasBrowser)('the exercises of a book', { timeout: 600_000 }, () => {
  const { path, write } = temporaryFolder();
  let browser: Browser;
  let open: BrowserContext[] = [];
  let troubles: string[] = [];
  let exercises: Exercise[] = [];

  beforeAll(async () => {
    write('documents/deep/first.md', DOCUMENT);
    await writeScripts();
    const { pages, scripts } = await makeBook(path('documents'), { timeLimit: 120 });
    writeBook(path('book'), new Map([...pages, ...scripts]));
    const { claims } = await examined(DOCUMENT);
    exercises = claims.slice(0, 1).flatMap((checked) => exercisesOn(checked, 2));
    browser = await startBrowser();
  }, 600_000);
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const context of open) await context.close();
    open = [];
    troubles = [];
  });

  const address = pathToFileURL(path('book/deep/first.exercises.html')).href;

  async function visit(fragment = '', prepare?: (context: BrowserContext) => Promise<void>) {
    const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
    open.push(context);
    await prepare?.(context);
    const page = await context.newPage();
    page.on('console', (message) => void troubles.push(message.text()));
    page.on('pageerror', (error) => void troubles.push(error.message));
    page.on('request', (request) => {
      if (!/^(file|data|blob):/.test(request.url())) troubles.push(request.url());
    });
    await page.goto(`${address}${fragment}`);
    return page;
  }

  /** The number, in the page, of the exercise of a kind that is as it is wanted. */
  function idOf<K extends Exercise['kind']>(
    kind: K,
    isWanted: (exercise: Extract<Exercise, { kind: K }>) => boolean = () => true,
  ): string {
    const some = exercises.filter((each) => each.kind === kind);
    const k = some.findIndex((each) => isWanted(each as Extract<Exercise, { kind: K }>));
    if (k < 0) throw new Error(`there is no such exercise: ${kind}`);
    return `log-softmax-${kind}-${k + 1}`;
  }
  const task = (page: Page, id: string) => page.locator(`[id="${id}"]`);
  const said = (page: Page) => page.locator('.task [role=status]');
  const done = (page: Page, id: string) => page.locator(`[id="${id}"] + .done`);

  async function answer(page: Page, text: string): Promise<string> {
    await page.getByLabel('The missing line').fill(text);
    await page.keyboard.press('Enter');
    await said(page)
      .filter({ hasText: /^(?!Checking…$)./ })
      .waitFor({ timeout: 60_000 });
    return (await said(page).textContent()) ?? '';
  }

  it('are led to from the page of the document, and lead back', async () => {
    const page = await visit();
    await page.getByRole('link', { name: 'log-softmax' }).click();
    await page.waitForURL(/first\.html#log-softmax$/);
    await page.getByRole('link', { name: /^\d+ exercises on the derivations/ }).click();
    await page.waitForURL(/first\.exercises\.html$/);
    expect(troubles).toEqual([]);
  });

  it('load nothing of an exercise before it is opened', async () => {
    const page = await visit();
    expect(await page.locator('script[src]').count()).toBe(0);
    await task(page, idOf('fill')).click();
    await page.getByLabel('The missing line').waitFor();
    expect(await page.locator('script[src]').count()).toBe(1);
  });

  describe('a missing line', () => {
    const fragment = () => `#${idOf('fill', ({ hidden }) => hidden === 2)}`;

    it.each([
      ['in the plain language', DIFFERENCE],
      ['in LaTeX', DIFFERENCE_LATEX],
    ])('is filled in %s', async (_, text) => {
      const page = await visit(fragment());
      expect(await answer(page, text)).toMatch(/^Right: .*Both are proved/);
      expect(await said(page).textContent()).toContain('log(exp(z[i,c])) − log(Σ_{k=1..C}');
      expect(await done(page, fragment().slice(1)).isVisible()).toBe(true);
      expect(troubles).toEqual([]);
    });

    it('that is wrong is refuted, with the likely mistake and the next rule', async () => {
      const page = await visit(fragment());
      const verdict = await answer(page, DIFFERENCE.replace(' - ', ' + '));
      expect(verdict).toContain('this does not follow from the line before it');
      expect(verdict).toMatch(/at n = 1, C = \d.*: left \S+, right \S+/);
      expect(verdict).toContain('it holds with − in place of + before');
      expect(verdict).toContain('Hint: The logarithm of a quotient is the difference');
      expect(await page.getByLabel('The missing line').getAttribute('aria-invalid')).toBe('true');
      expect(await done(page, fragment().slice(1)).isVisible()).toBe(false);
    });

    it('may be mended after a wrong one', async () => {
      const page = await visit(fragment());
      await answer(page, 'z[i,c]');
      expect(await answer(page, DIFFERENCE)).toMatch(/^Right: /);
      expect(await page.getByLabel('The missing line').getAttribute('aria-invalid')).toBe('false');
    });

    it('does not count where it repeats the line before', async () => {
      const page = await visit(fragment());
      expect(await answer(page, QUOTIENT)).toContain('That is the line before the gap once more');
      expect(await done(page, fragment().slice(1)).isVisible()).toBe(false);
    });

    it('that cannot be read is told where, and taken for text', async () => {
      const page = await visit(fragment());
      expect(await answer(page, 'log(yhta[i,c])')).toMatch(
        /at character 5: yhta is not declared.*yhat/,
      );
      expect(await answer(page, PLANT)).toContain('This cannot be read');
      expect(await answer(page, `\\text{${PLANT}} + z_{ic}`)).not.toMatch(/^Right/);
      expect(await page.locator('main img').count()).toBe(0);
      expect(await page.title()).toMatch(/^Exercises: Softmax <img/);
    });

    it('is hinted at twice: by the title of the rule, and by what it says', async () => {
      const page = await visit(fragment());
      await page.getByRole('button', { name: 'Hint' }).click();
      expect(await said(page).locator('p').count()).toBe(1);
      await page.getByRole('button', { name: 'Hint' }).click();
      expect(await said(page).locator('p').count()).toBe(2);
      expect(await said(page).locator('math').count()).toBe(1);
      await page.getByRole('button', { name: 'Show the line' }).click();
      expect(await said(page).textContent()).toContain('does not count');
      expect(await done(page, fragment().slice(1)).isVisible()).toBe(false);
    });
  });

  it('let a wrong step be found', async () => {
    const id = idOf('find');
    const exercise = exercises.find(({ kind }) => kind === 'find');
    if (exercise?.kind !== 'find') throw new Error('there is no exercise');
    const page = await visit(`#${id}`);
    const steps = exercise.lines.length - 1;
    expect(await page.getByRole('radio').count()).toBe(steps);
    const check = page.getByRole('button', { name: 'Check' });
    await check.click();
    expect(await said(page).textContent()).toBe('Choose one first.');
    const other = exercise.wrong === 1 ? 2 : 1;
    await page.getByLabel(`Step ${other} is wrong`).check();
    await check.click();
    expect(await said(page).textContent()).toMatch(`Step ${other} holds`);
    expect(await done(page, id).isVisible()).toBe(false);
    await page.getByLabel(`Step ${exercise.wrong} is wrong`).check();
    await check.click();
    expect(await said(page).textContent()).toMatch(`Right: step ${exercise.wrong} is wrong`);
    expect(await said(page).textContent()).toMatch(/At n = 1, .*: left \S+, right \S+\./);
    expect(await done(page, id).isVisible()).toBe(true);
    expect(troubles).toEqual([]);
  });

  it('let a rule be named, by keyboard alone', async () => {
    const id = idOf('name');
    const exercise = exercises.find(({ kind }) => kind === 'name');
    if (exercise?.kind !== 'name') throw new Error('there is no exercise');
    const page = await visit();
    await task(page, id).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('radio').first().waitFor();
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H3');
    await page.keyboard.press('Tab');
    const { options, right } = exercise;
    const wrong = (right + 1) % options.length;
    await page.keyboard.press('Space');
    for (const k of [wrong, right]) {
      for (let n = 0; n < options.length; n++) {
        if (await page.getByRole('radio').nth(k).isChecked()) break;
        await page.keyboard.press('ArrowDown');
      }
      await page.keyboard.press('Enter');
      const verdict = k === right ? /^Right: / : /^No: the rule /;
      expect(await said(page).textContent()).toMatch(verdict);
    }
    expect(await done(page, id).isVisible()).toBe(true);
  });

  it('give the focus to what is opened, and back when it is closed', async () => {
    const page = await visit();
    const first = idOf('fill');
    await task(page, first).click();
    const heading = page.locator('.task h3');
    await heading.waitFor();
    expect(await heading.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true);
    expect(await task(page, first).getAttribute('aria-expanded')).toBe('true');
    expect(new URL(page.url()).hash).toBe(`#${first}`);
    await page.getByRole('button', { name: 'Next exercise' }).click();
    expect(await page.locator('.task h3').count()).toBe(1);
    expect(new URL(page.url()).hash).not.toBe(`#${first}`);
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await page.locator('.task h3').count()).toBe(0);
    expect(await page.evaluate('document.activeElement.getAttribute("aria-expanded")')).toBe(
      'false',
    );
  });

  it('keep what is done, over a reload', async () => {
    const id = idOf('fill', ({ hidden }) => hidden === 1);
    const page = await visit(`#${id}`);
    expect(await page.locator('#progress').textContent()).toMatch(/^0 of \d+ done$/);
    await answer(page, QUOTIENT);
    expect(await page.locator('#progress').textContent()).toMatch(/^1 of \d+ done$/);
    await page.reload();
    expect(await page.locator('#progress').textContent()).toMatch(/^1 of \d+ done$/);
    expect(await done(page, id).isVisible()).toBe(true);
  });

  it.each([
    [
      'is forbidden',
      "Object.defineProperty(window, 'localStorage', { get() { throw new Error(); } })",
    ],
    ['is full', "Storage.prototype.setItem = () => { throw new Error('QuotaExceededError'); }"],
    ['holds something else', "localStorage.setItem('gradus exercises', '{\"no\":1')"],
  ])('work where storage %s', async (_, script) => {
    const id = idOf('fill', ({ hidden }) => hidden === 1);
    const page = await visit(
      `#${id}`,
      async (context) => void (await context.addInitScript(script)),
    );
    expect(await answer(page, QUOTIENT)).toMatch(/^Right: /);
    expect(await done(page, id).isVisible()).toBe(true);
    expect(await page.locator('#progress').textContent()).toMatch(/^1 of \d+ done$/);
    expect(troubles).toEqual([]);
  });

  it('say what is missing where a file of the book is', async () => {
    const page = await visit('', async (context) => {
      await context.route(/first\.exercises\/.*\.js$/, (route) => route.abort());
    });
    await task(page, idOf('fill')).click();
    expect(await page.getByRole('alert').textContent()).toContain(
      'a file of this book, is missing',
    );
  });

  it('need scripts, and say so without', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    open.push(context);
    const page = await context.newPage();
    await page.goto(address);
    expect(await page.locator('main').textContent()).toContain('need a browser that runs scripts');
    expect(await page.getByRole('button').count()).toBe(0);
  });

  it('tell assistive software what is asked', async () => {
    const page = await visit(`#${idOf('find')}`);
    await page.getByRole('radio').first().waitFor();
    const snapshot = await page.locator('section[data-claim=log-softmax]').ariaSnapshot();
    expect(snapshot).toContain('- region "log-softmax"');
    expect(snapshot).toContain('- heading "Find the wrong step');
    expect(snapshot).toContain('- group "Which step is wrong?"');
    expect(snapshot).toContain('- radio "Step 1 is wrong"');
    expect(snapshot).toContain('- math "the log of y hat sub i c"');
  });

  it.each(['fill', 'find', 'name'] as const)('have no fault that axe finds: %s', async (kind) => {
    const page = await visit(`#${idOf(kind)}`);
    await page.locator('.task form').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.evaluate(AXE);
      const { violations } = await page.evaluate<AxeResults>('axe.run()');
      const faults = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
      expect([colorScheme, ...faults]).toEqual([colorScheme]);
    }
  });

  it.each(['fill', 'find', 'name'] as const)('fit a narrow screen: %s', async (kind) => {
    const page = await visit(`#${idOf(kind)}`);
    await page.setViewportSize({ width: 360, height: 700 });
    await page.locator('.task form').waitFor();
    const over = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate(over)).toBe(0);
  });
});
