/** The numbers of a claim in a real browser: moved by mouse and keyboard, computed by the engine. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { answer } from '../../src/engine/answer.js';
import type { NumbersReport, NumbersRequest } from '../../src/engine/request.js';
import { hasBrowser } from './browser.js';
import { GRADIENT, HOSTILE } from './given.js';
import { faultsOf, overflow, site } from './site.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What the engine says here, outside of any browser. */
async function said(request: Omit<NumbersRequest, 'verb' | 'document'>): Promise<NumbersReport> {
  const found = await answer({ verb: 'numbers', document: GRADIENT, ...request });
  if ('error' in found) throw new Error(found.error.message);
  return found.value;
}

const valuesOf = ({ lines }: NumbersReport): string[] =>
  lines.flatMap(({ value }) => (value === null ? [] : [String(value)]));

describe.skipIf(!hasBrowser)('the numbers in a page', { timeout: 600_000 }, () => {
  const { visit, troubles, loaded } = site({ 'first.md': GRADIENT, 'more/second.md': HOSTILE });

  const claim = (page: Page, id = 'gradient') => page.locator(`section#${id}`);
  const panel = (page: Page, id?: string) => claim(page, id).locator('.numbers');
  const status = (page: Page) => panel(page).getByRole('status');

  async function opened(page: Page, id?: string): Promise<Page> {
    await claim(page, id).getByRole('button', { name: 'Numbers' }).click();
    await panel(page, id).locator('table').first().waitFor();
    return page;
  }

  /** The numbers of the table of lines, in full. */
  const shown = (page: Page): Promise<string[]> =>
    page.evaluate(
      "[...document.querySelector('#gradient .numbers table').querySelectorAll('[data-value]')].map((cell) => cell.dataset.value)",
    );

  /** Waits for the numbers that the engine gives at a point with one input moved. */
  async function becomes(page: Page, report: NumbersReport): Promise<void> {
    const wanted = valuesOf(report);
    await expect
      .poll(() => shown(page).then((values) => [...new Set(values)]), { timeout: 20_000 })
      .toEqual([...new Set(wanted)]);
  }

  it('are loaded when they are asked for, from beside the page', async () => {
    const page = await visit('first.html');
    expect(loaded()).toEqual(['first.html']);
    await opened(page);
    expect([...loaded()].sort()).toEqual([
      ...['engine.js', 'first.document.js', 'first.html', 'numbers.js'],
    ]);
    expect(troubles()).toEqual([]);
  });

  it('are what the engine says of every line of the derivation', async () => {
    const page = await opened(await visit('first.html'));
    const steps = await claim(page).locator('.step').count();
    const values = await shown(page);
    expect(values).toHaveLength(steps + 1);
    await becomes(page, await said({ claim: 'gradient' }));
    expect(await panel(page).locator('.holds').count()).toBe(steps);
    expect(await status(page).textContent()).toBe('Every line holds at this point.');
  });

  it('follow a slider that is moved by keyboard', async () => {
    const page = await opened(await visit('first.html'));
    const slider = panel(page).getByRole('slider', { name: 'z[1,1], of gradient' });
    await slider.focus();
    const start = Number(await slider.inputValue());
    for (let k = 0; k < 5; k++) await page.keyboard.press('ArrowLeft');
    const to = await slider.inputValue();
    expect(Number(to)).toBeCloseTo(start - 0.05, 10);
    await becomes(page, await said({ claim: 'gradient', move: { key: 'z[1,1]', to } }));
    expect(await slider.evaluate((input) => input === input.ownerDocument.activeElement)).toBe(
      true,
    );
    const box = panel(page).getByRole('textbox', { name: 'z[1,1], of gradient, as a number' });
    expect(Number(await box.inputValue())).toBeCloseTo(Number(to), 5);
    expect(troubles()).toEqual([]);
  });

  it('follow a slider that is dragged by mouse', async () => {
    const page = await opened(await visit('first.html', { reducedMotion: 'reduce' }));
    const slider = panel(page).getByRole('slider', { name: 'z[1,2], of gradient' });
    await slider.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await slider.boundingBox())!;
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    for (let k = 0; k < 8; k++) await page.mouse.move(x + (width * (8 + k)) / 16, y + height / 2);
    await page.mouse.up();
    const to = await slider.inputValue();
    expect(Number(to)).toBeGreaterThan(2);
    await becomes(page, await said({ claim: 'gradient', move: { key: 'z[1,2]', to } }));
  });

  it('follow what is typed, and say what is no number', async () => {
    const page = await opened(await visit('first.html'));
    const box = panel(page).getByRole('textbox', { name: 'z[2,1], of gradient, as a number' });
    await box.fill('1/3');
    await box.press('Enter');
    await becomes(page, await said({ claim: 'gradient', move: { key: 'z[2,1]', to: '1/3' } }));
    await box.fill('<img src=x>');
    await box.press('Enter');
    await expect.poll(() => status(page).textContent()).toContain('<img src=x> is no number');
    expect(Number(await box.inputValue())).toBeCloseTo(1 / 3, 5);
    expect(await page.locator('img').count()).toBe(0);
  });

  it('have an input for each entry of a larger size, and keep the focus', async () => {
    const page = await opened(await visit('first.html'));
    const size = panel(page).getByRole('slider', { name: 'C, of gradient' });
    const before = await panel(page).getByRole('slider').count();
    await size.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => panel(page).getByRole('slider').count()).toBe(before + 2);
    const focused = await page.evaluate("document.activeElement.getAttribute('aria-label')");
    expect(focused).toBe('C, of gradient');
    await becomes(page, await said({ claim: 'gradient', move: { key: 'C', to: '3' } }));
  });

  it('have a list for what is a choice', async () => {
    const page = await opened(await visit('first.html'));
    const list = panel(page).getByLabel('y[1]');
    const other = (await list.inputValue()) === '1' ? '2' : '1';
    await list.selectOption(other);
    await becomes(page, await said({ claim: 'gradient', move: { key: 'y[1] place', to: other } }));
  });

  it('set every entry of the gradient beside its finite difference', async () => {
    const page = await opened(await visit('first.html'));
    const table = panel(page).getByRole('table', { name: /central difference/ });
    const { slopes } = await said({ claim: 'gradient' });
    const { entries } = slopes[0]!;
    expect(await table.getByRole('rowheader').allTextContents()).toEqual(
      entries.map(({ at }) => at),
    );
    const cells = await table.evaluate((found) =>
      [...found.querySelectorAll('[data-value]')].map((cell) => cell.getAttribute('data-value')),
    );
    const wanted = entries.flatMap(({ derivative, claimed, difference, inDoubles }) =>
      [derivative, claimed!, difference, inDoubles].map(({ value }) => String(value)),
    );
    expect(cells).toEqual(wanted);
  });

  it('are drawn in two plots that say what they show', async () => {
    const page = await opened(await visit('first.html'));
    await panel(page).locator('.plots svg[role=img]').nth(1).waitFor();
    const snapshot = await panel(page).ariaSnapshot();
    expect(snapshot).toMatch(
      /- '?img "Plot of the error of the finite difference for ∂J\/∂z\[a,b\] against the step/,
    );
    expect(snapshot).toMatch(
      /- '?img "Plot of the decimal digits lost, of 16.*loses all digits from the factor/,
    );
    const drawings = panel(page).locator('.plots svg[role=img]');
    for (const [k, labels] of [
      [0, ['step h', 'error']],
      [1, ['factor of z', 'digits lost']],
    ] as const) {
      const texts = await drawings.nth(k).locator('text').allTextContents();
      for (const label of labels) expect(texts).toContain(label);
      expect(texts.length).toBeGreaterThan(8);
    }
    // Three series, told apart without colour: by dashes, or by marks.
    const dashes = await drawings
      .nth(0)
      .evaluate((drawing) =>
        [...drawing.querySelectorAll('.curve')].map(
          (curve) => curve.ownerDocument.defaultView!.getComputedStyle(curve).strokeDasharray,
        ),
      );
    expect(new Set(dashes).size).toBe(3);
    expect(troubles()).toEqual([]);
  });

  it('show where a wrong claim fails', async () => {
    const page = await opened(await visit('first.html'), 'wrong-sign');
    await panel(page, 'wrong-sign').locator('.fails').first().waitFor();
    expect(await panel(page, 'wrong-sign').getByRole('status').textContent()).toBe(
      'Line 2 fails at this point.',
    );
  });

  it('are opened and closed by keyboard', async () => {
    const page = await visit('first.html');
    const button = claim(page).getByRole('button', { name: 'Numbers' });
    await button.focus();
    await page.keyboard.press('Enter');
    await panel(page).locator('table').first().waitFor();
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Tab');
    expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe(
      'n, of gradient',
    );
    await button.press('Enter');
    expect(await button.getAttribute('aria-expanded')).toBe('false');
    expect(await panel(page).isVisible()).toBe(false);
  });

  it('keep text as text', async () => {
    const page = await visit('more/second.html');
    for (const button of await page.getByRole('button', { name: 'Numbers' }).all())
      await button.click();
    await page.locator('.numbers table').first().waitFor();
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.title()).toContain('<img');
    expect(troubles()).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('have no fault that axe finds: %s', async (colorScheme) => {
    const page = await opened(await visit('first.html', { colorScheme, reducedMotion: 'reduce' }));
    await panel(page).locator('.plots svg[role=img]').nth(1).waitFor();
    expect(await faultsOf(page, AXE)).toEqual([]);
  });

  it('fit a narrow screen', async () => {
    const page = await opened(await visit('first.html', { viewport: { width: 360, height: 700 } }));
    await panel(page).locator('.plots svg[role=img]').nth(1).waitFor();
    expect(await overflow(page)).toBe(0);
  });
});
