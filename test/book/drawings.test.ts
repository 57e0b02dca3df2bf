/** Brackets that KaTeX draws: once in a page, and to the eye as if each formula had its own. */
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sharedDrawings } from '../../src/book/drawings.js';
import { bookMath } from '../../src/book/formula.js';
import { styledMath } from '../../src/book/math-style.js';
import { htmlPage } from '../../src/book/page.js';
import { temporaryFolder } from '../cli/files.js';
import { hasBrowser, startBrowser } from './browser.js';

const r = String.raw;
const TALL = r`\begin{matrix} 1 \\ 2 \\ 3 \\ 4 \end{matrix}`;
const FORMULAS = [
  r`\left(${TALL}\right) + \left(${TALL}\right) + \left[${TALL}\right]`,
  r`\sqrt{x} + \sqrt{\frac{a}{b}} + \sqrt{${TALL}} + \sqrt{x + y + z}`,
  r`\left\{ ${TALL} \right. \underbrace{a + b + c}_{d} \overbrace{a + b}^{d} \widehat{xyz} + \vec{v}`,
];

const formulas = (): string =>
  FORMULAS.map((latex) => bookMath(latex, { isDisplay: true })).join('\n');

describe('the drawings of a page', () => {
  it('are in it once each, and all that formulas refer to is there', () => {
    const html = htmlPage({ title: 'A page', body: formulas(), links: [], scripts: [], root: '' });
    const drawn = [...html.matchAll(/<symbol id="[^"]*"( .*?)<\/symbol>/g)].map(([, each]) => each);
    expect(drawn.length).toBeGreaterThan(5);
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(html.match(/<path/g)).toHaveLength(drawn.length);
    const ids = [...html.matchAll(/<symbol id="([^"]*)"/g)].map(([, id]) => id);
    const used = [...html.matchAll(/<use href="#([^"]*)"/g)].map(([, id]) => id);
    expect([...new Set(used)].sort()).toEqual([...ids].sort());
    expect(used.length).toBeGreaterThan(ids.length);
  });

  it('are none where no formula has one', () => {
    expect(sharedDrawings('<i>x</i>')).toEqual({ html: '<i>x</i>', drawings: '' });
  });

  it.skipIf(!hasBrowser)('look as those of each formula do', { timeout: 120_000 }, async () => {
    const { path, write } = temporaryFolder();
    const { body, style } = styledMath(formulas());
    const { html, drawings } = sharedDrawings(body);
    expect(html).not.toContain('<path');
    const browser = await startBrowser();
    try {
      const page = await browser.newPage();
      const pictures: Buffer[] = [];
      for (const content of [body, `${drawings}${html}`]) {
        const look = `${style} [hidden]{display:none}`;
        write('page.html', `<!doctype html><meta charset="utf-8"><style>${look}</style>${content}`);
        await page.goto(pathToFileURL(path('page.html')).href);
        pictures.push(await page.screenshot());
      }
      expect(pictures[0]?.equals(pictures[1] as Buffer)).toBe(true);
      write('page.html', `<!doctype html><meta charset="utf-8"><style>${style}</style>${html}`);
      await page.goto(pathToFileURL(path('page.html')).href);
      expect(pictures[0]?.equals(await page.screenshot())).toBe(false);
    } finally {
      await browser.close();
    }
  });
});
