/** Text of documents is text: a book shows what is planted in it, and runs none of it. */
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBook } from '../../src/book/book.js';
import { writeBook } from '../../src/book/write-book.js';
import { temporaryFolder } from '../cli/files.js';
import { hasBrowser, startBrowser } from './browser.js';

const IMAGE = '<img src=x onerror="window.ran=1">';
const SCRIPT = '"\'></title></style></script></textarea>--><script>window.ran=2</script>';
const PLANT = `${IMAGE}${SCRIPT}`;
/** For the names of files, in which no slash can be. */
const NAME = '"><img src=x onerror=window.ran=3>';

const PROSE = `# Title ${PLANT}

Prose ${PLANT} and $x < ${PLANT}$ and \`${PLANT}\` and **${PLANT}** and *${PLANT}*.

## Heading ${PLANT}

- item ${PLANT}

1. numbered ${PLANT}

> quotation ${PLANT}

\`\`\`html
${PLANT}
\`\`\`

\`\`\`"onmouseover="window.ran=4
${PLANT}
\`\`\`

[words ${PLANT}](other.md) [run](javascript:window.ran=5) [a](https://e.org/"onclick="window.ran=6)
[b](other.md"onclick="window.ran=7) [c](data:text/html,<script>window.ran=8</script>)
<!-- ${PLANT} -->

$$
\\htmlClass{became}{x} \\htmlData{a="><img src=x>}{x} \\href{javascript:window.ran=9}{y}
$$

\\newcommand{\\planted}{\\href{javascript:window.ran=16}{y} \\text{${IMAGE}}}
\\newcommand{\\again}{\\again\\again} \\newcommand{\\constructor}[1]{\\htmlId{x}{#1} "'>}
Macros $\\planted$ and $\\again$ and $\\constructor{${IMAGE}}$.

$$
\\text{${IMAGE}} \\includegraphics{x} \\url{javascript:window.ran=10}
$$
`;

/** Statements that are read, with what can be planted in them. */
const STATEMENTS = `# Statements

\`\`\`gradus
# ${PLANT}
size n  # ${PLANT}
index i in 1..n
real x[n], y, script, img, onerror
let script_img = sum(i, x[i])
assume onerror > 0
claim src-x-onerror: script + img == img + script
calc lines:
     script*(img + y)
  == script*img + script*y  # ${PLANT}
  == y*script + img*script
refute wrong: script == img  # ${PLANT}
\`\`\`

<!-- gradus
notation \\text{<img>} = y
-->

$$
y + script = script + y \\tag{${IMAGE.replaceAll('"', '')}} \\label{"><script>window.ran=11</script>}
$$

$$
y = y + 1 \\tag{"><b onclick=window.ran=12>}
$$

$$
\\text{<img src=x onerror=window.ran=13>} = y \\qquad \\text{by ${IMAGE}}
$$

$$
\\heartsuit ${IMAGE}
$$
`;

const UNREADABLE = `# Unreadable ${PLANT}

\`\`\`gradus
real x
claim c: x == ${PLANT}
claim ${IMAGE}: x == x
let <script>window.ran=14</script> = 1
\`\`\`
`;

const REASONS = `# Reasons

\`\`\`gradus
real x
claim c: x + x == 2*x by <img src=x onerror=window.ran=15>
\`\`\`
`;

const FAULTS = `(() => {
  const found = [];
  if (window.ran !== undefined) found.push('ran ' + window.ran);
  for (const element of document.querySelectorAll('*')) {
    const tag = element.localName;
    if (/^(img|iframe|object|embed|textarea|base|form)$/.test(tag)) found.push(tag);
    if (tag === 'script' && !['module', 'application/json'].includes(element.type)) found.push(tag);
    for (const { name, value } of element.attributes) {
      if (/^on/.test(name)) found.push(tag + ' ' + name);
      if (/^\\s*(javascript|data):/i.test(value) && tag !== 'link') found.push(tag + ' ' + value);
    }
  }
  return found;
})()`;

/** What the page to type into has of its own: where one types, and the script that it loads. */
const PLAYGROUND = ['script', 'form', 'textarea', 'form'];

describe.skipIf(!hasBrowser)('a book of hostile documents', { timeout: 600_000 }, () => {
  const { path, write } = temporaryFolder();
  let browser: Browser;
  let names: readonly string[] = [];
  const troubles: string[] = [];

  beforeAll(async () => {
    write(`${NAME}/prose.md`, PROSE);
    write(`${NAME}/other.md`, STATEMENTS);
    write(`${NAME}/unreadable.md`, UNREADABLE);
    write(`${NAME}/reasons.md`, REASONS);
    write(`${NAME}/${NAME}/${NAME}.md`, 'No title\n\n```gradus\nreal x\nclaim c: x == x\n```\n');
    const { pages, scripts } = await makeBook(path(NAME), { timeLimit: 20 });
    names = [...pages.keys()];
    writeBook(path('book'), new Map([...pages, ...scripts]));
    browser = await startBrowser();
  }, 600_000);
  afterAll(() => browser?.close());

  async function visit(name: string): Promise<Page> {
    const page = await (await browser.newContext()).newPage();
    page.on('dialog', () => void troubles.push('dialog'));
    page.on('console', (message) => void troubles.push(`${name}: ${message.text()}`));
    page.on('pageerror', (error) => void troubles.push(`${name}: ${error.message}`));
    page.on('request', (request) => {
      if (!/^(file:.*\.(html|js)|data:)/.test(request.url())) troubles.push(request.url());
    });
    await page.goto(pathToFileURL(path(`book/${name}`)).href);
    return page;
  }

  it('shows what is planted in every place, as text', async () => {
    const shown = async (name: string): Promise<string> => {
      const page = await visit(name);
      return `${await page.locator('main').textContent()}\n${await page.title()}`;
    };
    expect(names.filter((name) => !name.startsWith('rules/'))).toHaveLength(9);
    expect((await shown('prose.html')).split('<img src=x onerror=').length).toBeGreaterThan(9);
    expect(await shown('other.html')).toContain(`# ${PLANT}`);
    expect(await shown('unreadable.html')).toContain('<img src=x');
    const index = await visit('index.html');
    expect(await index.locator('h1').textContent()).toBe(NAME);
    expect(await index.locator('.contents').last().textContent()).toContain(NAME);
  });

  it('has no element and no attribute that a document made', async () => {
    for (const name of names) {
      const page = await visit(name);
      for (const all of await page.getByRole('button', { name: 'Show all' }).all())
        await all.click();
      const own = name === 'playground.html' ? PLAYGROUND : [];
      expect([name, ...(await page.evaluate<string[]>(FAULTS))]).toEqual([name, ...own]);
      await page.context().close();
    }
    expect(troubles).toEqual([]);
  });

  it('has none in what its search finds', async () => {
    const page = await visit('index.html');
    for (const words of ['img', 'script', 'onerror', PLANT]) {
      await page.getByLabel('Search claims and rules').fill(words);
      expect([words, ...(await page.evaluate<string[]>(FAULTS))]).toEqual([words]);
    }
    await page.getByLabel('Search claims and rules').fill('src-x-onerror');
    expect(await page.locator('#results a').count()).toBe(1);
    expect(troubles).toEqual([]);
  });
});
