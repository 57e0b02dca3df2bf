/** The playground in a real browser: what it shows is what the command line prints. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../cli/files.js';
import { gradus } from '../cli/run-cli.js';
import { documentOf, SOFTMAX } from '../document/given.js';
import { hasBrowser } from './browser.js';
import { faultsOf, overflow, site } from './site.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PLANT = '<img src=x onerror="document.title=1">';

describe.skipIf(!hasBrowser)('the playground', { timeout: 600_000 }, () => {
  const { write } = temporaryFolder();
  const { visit, troubles, loaded } = site({
    'one.md': '# One\n\n```gradus\nreal x\nclaim c: x + x == 2*x\n```\n',
  });

  const box = (page: Page) => page.getByLabel('Document, with statements');
  const expression = (page: Page) => page.getByLabel('Expression to derive');
  const status = (page: Page) => page.locator('#state');
  const transcript = (page: Page) => page.locator('#result .transcript');

  async function settled(page: Page): Promise<string> {
    await expect
      .poll(() => status(page).textContent(), { timeout: 60_000 })
      .not.toMatch(/^(Working|$)/);
    return (await status(page).textContent()) ?? '';
  }

  async function check(page: Page, text: string): Promise<string> {
    await box(page).fill(text);
    await page.getByRole('button', { name: 'Check the claims' }).click();
    await settled(page);
    return (await transcript(page).textContent()) ?? '';
  }

  it('is led to from the index and from every document, and asks no network', async () => {
    const page = await visit('one.html');
    await page.getByRole('link', { name: 'Playground' }).click();
    await page.waitForURL(/playground\.html$/);
    await expression(page).press('Enter');
    await settled(page);
    expect(loaded()).toEqual([
      ...['one.html', 'playground.html', 'playground.js', 'engine.js', 'katex.js'],
    ]);
    expect(troubles()).toEqual([]);
    await page.getByRole('link', { name: 'Contents' }).click();
    expect(await page.getByRole('link', { name: 'Playground' }).count()).toBe(1);
  });

  it('derives what the command line derives, on Enter', async () => {
    const page = await visit('playground.html');
    const document = await box(page).inputValue();
    await expression(page).press('Enter');
    expect(await settled(page)).toMatch(/^Derived; the checker replayed \d+ steps\.$/);
    const path = write('play.md', document);
    const { out } = await gradus('derive', 'diff(J, z[a,b])', '-c', path);
    expect(await transcript(page).textContent()).toBe(out);
    expect(out).toContain('= ŷ[a,b] − y[a,b]');
    // Each line is a formula too, made of elements for mathematics.
    const lines = out.match(/^= /gm)!.length;
    expect(await page.locator('#result math').count()).toBe(lines + 1);
  });

  it('sets its formulas in fonts of their own', async () => {
    const page = await visit('playground.html');
    await expression(page).press('Enter');
    await settled(page);
    const fonts: string[] = await page.evaluate(`document.fonts.ready.then((fonts) =>
      [...fonts].filter((font) => font.status === 'loaded').map((font) => font.family))`);
    expect(fonts).toEqual(expect.arrayContaining(['KaTeX_Main', 'KaTeX_Math']));
    expect(troubles()).toEqual([]);
  });

  it('derives a stated result, and says where there is none', async () => {
    const page = await visit('playground.html');
    await page.getByLabel('Result to arrive at').fill('yhat[a,b] - y[a,b]');
    await page.getByRole('button', { name: 'Derive the expression' }).click();
    expect(await settled(page)).toContain('Derived');
    await page.getByLabel('Result to arrive at').fill('yhat[a,b] - 2*y[a,b]');
    await page.getByRole('button', { name: 'Derive the expression' }).click();
    expect(await settled(page)).toContain('No derivation of diff(J, z[a,b]) to');
    expect(await page.locator('#result').isVisible()).toBe(false);
  });

  it('checks as the command line checks', async () => {
    const page = await visit('playground.html');
    const text = `${documentOf(SOFTMAX)}
\`\`\`gradus
claim gradient: diff(J, z[a,b]) == yhat[a,b] - y[a,b]
calc wrong:
     diff(J, z[a,b])
  == y[a,b] - yhat[a,b]
\`\`\`
`;
    const shown = await check(page, text);
    const path = write('check.md', text);
    const { out } = await gradus('check', path);
    const plain = (printed: string): string =>
      printed.replaceAll(path, 'document').replace(/[\d.]+ ms/g, 'ms');
    expect(plain(out)).toContain(plain(shown));
    expect(shown).toContain('line 2 does not follow from line 1');
    expect(shown).toContain('is a minus sign missing?');
    expect(await status(page).textContent()).toBe('gradient proved, wrong refuted');
    expect(troubles()).toEqual([]);
  });

  it.each([
    ['real x\nclaim c: xx == 2', 'check'],
    ['real x\nclaim c: x ==', 'check'],
    ['real x\nlet y = ', 'derive'],
  ])('says where a document cannot be read, as the command line does: %j', async (text, verb) => {
    const page = await visit('playground.html');
    const document = documentOf(text);
    const path = write('broken.md', document);
    await box(page).fill(document);
    await expression(page).fill('x');
    const name = verb === 'check' ? 'Check the claims' : 'Derive the expression';
    await page.getByRole('button', { name }).click();
    expect(await settled(page)).toBe('It cannot be read.');
    const { out, err } = await gradus(
      ...(verb === 'check' ? ['check', path] : ['derive', 'x', '-c', path]),
    );
    const printed = (verb === 'check' ? out : err).replaceAll(path, 'document');
    expect(printed).toContain((await transcript(page).textContent())!.trim());
    expect(await transcript(page).textContent()).toMatch(/document:3:\d+ /);
  });

  it('says where an expression cannot be read', async () => {
    const page = await visit('playground.html');
    await expression(page).fill('diff(J, z[a,b]) + zz');
    await expression(page).press('Enter');
    expect(await settled(page)).toBe('It cannot be read.');
    expect(await transcript(page).textContent()).toMatch(
      /^error expression:1:19 zz is not declared/,
    );
  });

  it('makes a block of statements alone, so that lines are counted as they are seen', async () => {
    const page = await visit('playground.html');
    const shown = await check(page, 'real x\nclaim c: x + x == 2*x');
    expect(await box(page).inputValue()).toBe('```gradus\nreal x\nclaim c: x + x == 2*x\n```\n');
    expect(shown).toContain('✓ c');
  });

  it('is shared by its address, which holds everything and is read back as text', async () => {
    const page = await visit('playground.html');
    const text = documentOf(`real x  # ${PLANT} & "quoted" %41 ∑\nclaim c: x*x == x^2`);
    await check(page, text);
    await page.getByRole('button', { name: 'Link to this' }).click();
    const href = await page.getByRole('link', { name: 'The link' }).getAttribute('href');
    expect(new URL(page.url()).hash).toBe(href);
    const other = await visit(`playground.html${href}`);
    expect(await settled(other)).toBe('c proved');
    expect(await box(other).inputValue()).toBe(text);
    expect(troubles()).toEqual([]);
  });

  it.each([
    ['document', PLANT],
    ['document', documentOf(`real x\nclaim c: x == ${PLANT}`)],
    ['document', `${documentOf(`real x\nclaim c: x == 2*x  # ${PLANT}`)}\n$$\n${PLANT}\n$$\n`],
    ['expression', `${PLANT}</pre><script>document.title = 2</script>`],
    ['expression', '\\href{javascript:alert(1)}{x}'],
    ['goal', PLANT],
  ])('runs nothing that a link has planted: %s %s', async (name, planted) => {
    const given = {
      verb: name === 'document' ? 'check' : 'derive',
      expression: '1',
      [name]: planted,
    };
    const page = await visit(`playground.html#${new URLSearchParams(given)}`);
    await settled(page);
    expect(await page.title()).toBe('Playground');
    expect(await page.locator('img, #result script, #result a[href^=javascript]').count()).toBe(0);
    expect(troubles()).toEqual([]);
  });

  it.each(['#%E0%A4%A', '#verb=check', '#&&&', '#document', '#x=y'])(
    'is as it was for an address that says nothing: %s',
    async (fragment) => {
      const page = await visit(`playground.html${fragment}`);
      await box(page).waitFor();
      expect(troubles()).toEqual([]);
    },
  );

  it('names the bound of a link that is too long, and works without one', async () => {
    const page = await visit('playground.html');
    const long = documentOf(`# ${'words '.repeat(2000)}\nreal x\nclaim c: x + 0 == x`);
    expect(await check(page, long)).toContain('✓ c');
    expect(page.url()).not.toContain('document=');
    await page.getByRole('button', { name: 'Link to this' }).click();
    expect(await status(page).textContent()).toContain('bound: link, 8000 characters');
    const other = await visit(`playground.html#document=${'x'.repeat(9000)}`);
    expect(await settled(other)).toContain('bound: link, 8000 characters');
    expect(await box(other).inputValue()).toContain('claim gradient');
  });

  it('answers what was asked last', async () => {
    const page = await visit('playground.html');
    await page.getByRole('button', { name: 'Check the claims' }).click();
    await expression(page).fill('diff(J, z[a,b]) - diff(J, z[a,b])');
    await expression(page).press('Enter');
    expect(await settled(page)).toContain('Derived');
    expect(await page.locator('#result h2').first().textContent()).toBe('Transcript');
    expect(troubles()).toEqual([]);
  });

  it('shows the numbers of a claim', async () => {
    const page = await visit('playground.html');
    await check(page, documentOf('real x\nclaim c: diff(x^3, x) == 3*x^2'));
    await page.getByRole('button', { name: 'Numbers' }).click();
    await page.locator('.numbers table').first().waitFor();
    expect(await page.locator('.numbers').getByRole('slider').count()).toBe(1);
    expect(await page.locator('.numbers [role=status]').textContent()).toContain(
      'Every line holds',
    );
    expect(troubles()).toEqual([]);
  });

  it.each([
    ['light', 1000],
    ['dark', 360],
  ] as const)(
    'has no fault that axe finds, and fits: %s, %d pixels wide',
    async (colorScheme, width) => {
      const page = await visit('playground.html', {
        colorScheme,
        reducedMotion: 'reduce',
        viewport: { width, height: 700 },
      });
      await expression(page).press('Enter');
      await settled(page);
      expect(await overflow(page)).toBe(0);
      expect(await faultsOf(page, AXE)).toEqual([]);
    },
  );
});
