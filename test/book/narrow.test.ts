/** The book on the screen of a telephone. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasBrowser } from './browser.js';
import { GRADIENT, HOSTILE } from './given.js';
import { overflow, site } from './site.js';

const viewport = { width: 360, height: 700 };

describe.skipIf(!hasBrowser)('a page on a narrow screen', { timeout: 600_000 }, () => {
  const { visit, troubles } = site({ 'first.md': GRADIENT, 'more/second.md': HOSTILE });
  const gradient = (page: Page) => page.locator('#gradient');

  it('shows what changes where the line is wider than the screen', async () => {
    const page = await visit('first.html', { viewport });
    const next = gradient(page).getByRole('button', { name: 'Next' });
    let scrolled = 0;
    for (let step = 2; step <= 6; step++) {
      await next.click();
      const marks = await page.evaluate<[number, number, number][]>(`
        [['${step - 1}', '.changes'], ['${step}', '.became']].flatMap(([step, name]) => {
          const line = document.querySelector('#gradient-step-' + step + ' .line');
          const mark = line.querySelector(name)?.getBoundingClientRect();
          const { left, right } = line.getBoundingClientRect();
          return mark ? [[mark.left - left, right - mark.left, line.scrollLeft]] : [];
        })`);
      for (const [left, right, by] of marks) {
        expect([step, left > -1.5, right > 10]).toEqual([step, true, true]);
        scrolled = Math.max(scrolled, by);
      }
    }
    expect(scrolled).toBeGreaterThan(20);
    expect(troubles()).toEqual([]);
  });

  it('opens with the line before the step in sight, below the controls', async () => {
    const page = await visit('first.html#gradient-step-3', {
      viewport,
      reducedMotion: 'reduce',
    });
    const [controls, before] = await page.evaluate<[number, number]>(
      "[document.querySelector('#gradient .controls'), document.querySelector('#gradient-step-2 .changes')].map((part, k) => part.getBoundingClientRect()[k === 0 ? 'bottom' : 'top'])",
    );
    expect(before).toBeGreaterThan(controls);
  });

  it.each(['index.html', 'first.html', 'more/second.html', 'rules.html', 'rules/matrices.html'])(
    'fits, also at twice the size: %s',
    async (name) => {
      // A window of 1280 pixels at 200 % is one of 640 with two pixels for each.
      for (const [width, scale] of [
        [360, 1],
        [640, 2],
      ] as const) {
        const page = await visit(name, {
          viewport: { width, height: 700 },
          deviceScaleFactor: scale,
        });
        for (const all of await page.getByRole('button', { name: 'Show all' }).all())
          await all.click();
        expect([width, await overflow(page)]).toEqual([width, 0]);
      }
    },
  );
});
