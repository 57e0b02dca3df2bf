/** Formulas in fewer elements: in a browser every sign stands where KaTeX would put it. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import katex from 'katex';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withFonts } from '../../src/book/fonts.js';
import { bookMath } from '../../src/book/formula.js';
import { styledMath } from '../../src/book/math-style.js';
import { rulePages } from '../../src/transcript/rule-page.js';
import { temporaryFolder } from '../cli/files.js';
import { hasBrowser, startBrowser } from './browser.js';

const FORMULAS = [
  String.raw`\frac{e^{z_{ic}}}{\sum_{k=1}^{C} e^{z_{ik}}} - \hat{y}_{ic}`,
  String.raw`-\sum_{i=1}^{n} \left(\sum_{c=1}^{C} y_{ic} \, \log \left(\frac{\frac{a}{b}}{c}\right)\right)`,
  String.raw`\frac{\partial J}{\partial z_{ab}} \le \sqrt{x^2 + \sqrt[3]{y}} \ne \prod_{k \in S} \bar{x}_k'`,
  String.raw`\begin{cases} 1 & x > 0 \\ 0 & \text{otherwise} \end{cases} + \begin{pmatrix} a & b \\ c & d \end{pmatrix}`,
  String.raw`\left\lVert \mathbf{w}^\top \mathbf{x} \right\rVert_2^2 = \mathbb{E}_{x \sim p}[f(x)] \cdot \mathcal{L}`,
  String.raw`\begin{aligned} a &= b + c \\ &\ge \underbrace{d}_{e} - \overline{f} \end{aligned}`,
  String.raw`\underset{x}{\operatorname{argmin}}\, f \binom{n}{k} \stackrel{?}{=} \tilde{x} \vec{v} \dot{u}`,
  String.raw`\operatorname*{max}_{1 \le k \le C} z_k \mid \lfloor x \rfloor \mapsto \xrightarrow{abc} \widehat{xyz}`,
  String.raw`\left(\begin{array}{c|c} 1 & 2 \\ \hline 3 & 4 \\ 5 & 6 \\ 7 & 8 \end{array}\right) \boxed{x} \not= \phantom{y} z`,
  String.raw`x \tag{3}`,
];

/** Formulas as the book prints them: some of every chapter of the rules. */
const RULES = rulePages().flatMap(({ latex }, k) => (k % 5 === 0 ? [latex] : []));

type Glyph = [sign: string, x: number, y: number];

/** Where each sign of each formula stands, from the corner of the page. */
const GLYPHS = `document.fonts.ready.then(() => [...document.querySelectorAll('.formula')].map((box) => {
  const corner = box.getBoundingClientRect();
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (text.parentElement.closest('math')) continue;
    for (let k = 0; k < text.length; k++) {
      const range = document.createRange();
      range.setStart(text, k);
      range.setEnd(text, k + 1);
      const { left, bottom, width } = range.getBoundingClientRect();
      if (width > 0) found.push([text.data[k], left - corner.left, bottom - corner.top]);
    }
  }
  return found;
}))`;

describe.skipIf(!hasBrowser)('a formula in fewer elements', { timeout: 600_000 }, () => {
  const { path, write } = temporaryFolder();
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await startBrowser();
    page = await browser.newPage();
  }, 600_000);
  afterAll(() => browser?.close());

  const boxed = (formulas: readonly string[]): string =>
    formulas.map((html) => `<div class="formula">${html}</div>`).join('\n');

  async function glyphs(name: string, content: string) {
    const look = 'body{width:3000px;font:16px/1.5 serif}';
    write(name, `<!doctype html><meta charset="utf-8"><style>${look}</style>${content}`);
    await page.goto(pathToFileURL(path(name)).href);
    return page.evaluate<Glyph[][]>(GLYPHS);
  }

  it.each([
    ['on a line of its own', true, [...FORMULAS, ...RULES]],
    ['in a line of text', false, FORMULAS.slice(0, -1)],
  ] as const)('has every sign where KaTeX has it: %s', async (_, isDisplay, formulas) => {
    const css = createRequire(import.meta.url).resolve('katex/dist/katex.min.css');
    const theirs = await glyphs(
      'theirs.html',
      `<link rel="stylesheet" href="${pathToFileURL(css).href}">${boxed(
        formulas.map((latex) => katex.renderToString(latex, { displayMode: isDisplay })),
      )}`,
    );
    const { body, style } = styledMath(
      formulas.map((latex) => bookMath(latex, { isDisplay })).join('\u0000'),
    );
    const ours = await glyphs(
      'ours.html',
      await withFonts(`<style>${style}</style>${boxed(body.split('\u0000'))}`),
    );
    for (const [k, latex] of formulas.entries()) {
      const [mine = [], expected = []] = [ours[k], theirs[k]].map((found) => sorted(found ?? []));
      expect([latex, mine.map(([sign]) => sign)]).toEqual([latex, expected.map(([sign]) => sign)]);
      const apart = mine.map(([, x, y], n) =>
        Math.max(Math.abs(x - (expected[n]?.[1] ?? 0)), Math.abs(y - (expected[n]?.[2] ?? 0))),
      );
      // A browser places boxes by sixty-fourths of a pixel, each box anew.
      expect([latex, Math.max(...apart) < 0.5, Math.max(...apart)]).toEqual([
        latex,
        true,
        expect.anything(),
      ]);
    }
  });
});

const sorted = (glyphs: readonly Glyph[]): Glyph[] =>
  [...glyphs].sort(
    ([a, x, y], [b, u, v]) => (a < b ? -1 : a > b ? 1 : 0) || Math.round(x - u) || y - v,
  );
