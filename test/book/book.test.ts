import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeBook } from '../../src/book/book.js';
import { ruleChapters } from '../../src/book/rules-page.js';
import { rulePages } from '../../src/transcript/rule-page.js';
import { temporaryFolder } from '../cli/files.js';
import { gradus } from '../cli/run-cli.js';
import { GRADIENT, HOSTILE } from './given.js';

const { path, write } = temporaryFolder();
write('documents/first.md', GRADIENT);
write('documents/more/second.md', HOSTILE);
write('documents/more/unreadable.md', '# Unreadable\n\n```gradus\nclaim c: y == 1\n```\n');

let pages: ReadonlyMap<string, string>;
const page = (name: string): string => pages.get(name) ?? '';
beforeAll(async () => {
  ({ pages } = await makeBook(path('documents'), { timeLimit: 120 }));
}, 600_000);

describe('a book', () => {
  it('has an index, the rules, and a page for each document', () => {
    expect([...pages.keys()]).toEqual([
      'index.html',
      'rules.html',
      ...ruleChapters().map((chapter) => chapter.page),
      'playground.html',
      'first.html',
      'more/second.html',
      'more/unreadable.html',
      'first.exercises.html',
    ]);
  });

  it('lists the documents in reading order, with what is proved and refuted', () => {
    const items = [...page('index.html').matchAll(/<li><a href="([^"]*)">.*?counts">(.*?)</gs)];
    expect(items.map(([, href, counts]) => [href, counts])).toEqual([
      ['first.html', '1 proved · 1 refuted, as it should be'],
      ['more/second.html', expect.stringMatching(/^2 proved/)],
      ['more/unreadable.html', '1 that cannot be read'],
    ]);
  });

  it('has prose as it is written, every claim with its verdict, every step of its derivation', () => {
    const html = page('first.html');
    expect(html).toContain('<h1>The gradient of softmax cross-entropy</h1>');
    expect(html).toMatch(/<section class="claim proved" id="gradient"[\s\S]*proved in \d+ steps/);
    expect(html).toMatch(/id="wrong-sign"[\s\S]*refuted, as it should be[\s\S]*class="remark"/);
    const [, count] = /proved in (\d+) steps/.exec(html) ?? [];
    expect(html.match(/id="gradient-step-\d+"/g)).toHaveLength(Number(count));
  });

  it('tells of each step why it may be made, with its conditions and how they were shown', () => {
    const html = page('first.html');
    expect(html).toMatch(/<details class="why" open>.*?rules\/logarithms\.html#log-div/s);
    expect(html).toMatch(/<li>0 &lt; Σ_\{k=1\.\.C\}[^<]*<small>— by /);
    expect(html).toMatch(/<details class="inside" open><summary>\d+ elementary steps/);
    // The scope's own names for indices are none for readers.
    expect(html).not.toMatch(/\$[₀-₉\d]/);
  });

  it('marks what a step changes, in the line before and in the line after', () => {
    expect(page('first.html')).toMatch(/<i class=changes>/);
    expect(page('first.html')).toMatch(/<i class=became>/);
  });

  it('has formulas as HTML and as MathML, labelled with words', () => {
    const html = page('first.html');
    expect(html).toContain('<math aria-label="the derivative of J by z sub a b">');
    expect(html).toContain('<math aria-label="the derivative of J by z sub a b equals y hat');
    expect(html.match(/<math/g)?.length).toBe(
      html.match(/<i class=(?:katex>|"katex row")/g)?.length,
    );
  });

  it('has the rule book, each rule with its conditions and an example', () => {
    const html = ruleChapters()
      .map((chapter) => page(chapter.page))
      .join('\n');
    const ids = [...html.matchAll(/<section class="rule" id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(rulePages().map(({ id }) => id));
    expect(html).toContain('— false without it: u = -1, v = 2');
    expect(html).not.toContain('undefined');
    for (const id of ids)
      expect(page('rules.html')).toMatch(
        new RegExp(`<li id="${id}"><a href="rules/[\\w-]+\\.html#${id}">`),
      );
  });

  it('lets the index find claims and rules', () => {
    const [, json = ''] = /id="entries">(.*?)<\/script>/s.exec(page('index.html')) ?? [];
    const entries = JSON.parse(json) as { name: string; href: string }[];
    expect(entries).toContainEqual(
      expect.objectContaining({ name: 'gradient', href: 'first.html#gradient' }),
    );
    expect(entries).toContainEqual(
      expect.objectContaining({ name: 'log-div', href: 'rules/logarithms.html#log-div' }),
    );
  });

  it('loads nothing, and allows one script without eval', () => {
    for (const html of pages.values()) {
      expect(html).toContain("default-src 'none'");
      expect(html).not.toMatch(/unsafe-eval|<link [^>]*stylesheet|<[a-z]+\s[^>]*\bsrc=|@import/);
      expect(html).not.toMatch(/url\((?!data:)/);
      const scripts = [...html.matchAll(/<script(?! type="application\/json")[^>]*>/g)];
      expect(scripts.length).toBeLessThanOrEqual(1);
    }
  });

  it('leads from one document to another, and to no script', () => {
    expect(page('first.html')).toContain('<a href="more/second.html">the other</a>');
    expect(page('first.html')).toContain('<a href="https://example.org">');
    expect(page('more/second.html')).toContain('<a href="../index.html">Contents</a>');
    expect(page('more/second.html')).not.toContain('href="javascript');
  });

  it('escapes the text of documents in every place', () => {
    expect(page('more/second.html')).toContain('&lt;img');
    for (const html of pages.values()) {
      expect(html).not.toContain('<img');
      expect(html).not.toContain('<script>');
    }
    // A formula of a document names no class.
    expect(page('more/second.html')).not.toMatch(/class="?became/);
  });

  it('says of each definition and of each claim what it is, in formulas', () => {
    const html = page('first.html');
    expect(html).toMatch(/class="definitions">.*?aria-label="y hat sub i c equals the fraction/s);
    expect(html).toMatch(/aria-label="J equals minus the sum over i/);
    expect(html).toMatch(/id="wrong-sign".*?aria-label="the derivative of J .*? equals y sub a b/s);
  });

  it('lists the claims of each document, with what came of them', () => {
    const items = [
      ...page('index.html').matchAll(/<li class="(\w+)">.*?first\.html#([\w-]+)".*?<small>(.*?)</g),
    ];
    expect(items.map(([, ...found]) => found)).toEqual([
      ['proved', 'gradient', expect.stringMatching(/^proved in \d+ steps$/)],
      ['proved', 'wrong-sign', 'refuted, as it should be'],
    ]);
  });
});

describe('the pages of the heaviest chapters', { timeout: 600_000 }, () => {
  it('weigh at most 300 kB, as do those of the rules, with all that they load', async () => {
    for (const chapter of ['09-softmax-cross-entropy', '11-linear-layer'])
      write(`chapters/${chapter}.md`, readFileSync(`proofs/${chapter}.md`, 'utf8'));
    const book = await makeBook(path('chapters'), { timeLimit: 120 });
    for (const { claims } of book.reports) expect(claims.length).toBeGreaterThan(2);
    expect(book.pages.get('09-softmax-cross-entropy.html')).toContain('data:font/woff2');
    for (const [name, html] of book.pages) {
      // What a page asks for beside itself counts, too.
      const others = [
        ...html.matchAll(/<(?:script|link|img)[^>]*\b(?:src|href)="(?!data:)([^"]+)"/g),
      ];
      expect([name, ...others.map(([, address]) => address)]).toEqual([name]);
      expect([name, Buffer.byteLength(html) <= 300_000]).toEqual([name, true]);
    }
  });
});

describe('gradus book', { timeout: 600_000 }, () => {
  const small = write('small/one.md', '# One\n\n```gradus\nreal x\nclaim c: x + x == 2*x\n```\n');
  const folder = small.replace(/\/one\.md$/, '');

  it('writes the book, and takes the place of an older one', async () => {
    const target = path('site');
    expect(await gradus('book', folder, '-o', target)).toMatchObject({ code: 0, out: '' });
    expect(readdirSync(target).sort()).toEqual([
      'engine.js',
      'index.html',
      'katex.js',
      'numbers.js',
      'one.document.js',
      'one.html',
      'playground.html',
      'playground.js',
      'rules',
      'rules.html',
    ]);
    write('small/two.md', '# Two\n');
    expect((await gradus('book', folder, '-o', target)).code).toBe(0);
    expect(readdirSync(target)).toContain('two.html');
    // Nothing else is left beside it.
    expect(readdirSync(path('')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('refuses a folder with anything else in it, and leaves it as it was', async () => {
    const target = path('other');
    mkdirSync(target);
    writeFileSync(path('other/notes.html'), 'mine');
    const { code, err } = await gradus('book', folder, '-o', target);
    expect(code).toBe(2);
    expect(err).toContain('this folder is not empty, and holds no book');
    expect(readFileSync(path('other/notes.html'), 'utf8')).toBe('mine');
  });

  it.each([
    ['a folder that does not exist', () => path('nowhere'), 'there is no such file or folder'],
    ['a file', () => small, 'this is a file'],
  ])('refuses %s', async (_, source, message) => {
    const { code, err } = await gradus('book', source(), '-o', path('none'));
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(existsSync(path('none'))).toBe(false);
  });

  it('refuses to put the book in the place of a file', async () => {
    const { code, err } = await gradus('book', folder, '-o', small);
    expect(code).toBe(2);
    expect(err).toContain('this is a file, not a folder');
  });

  it('asks where to', async () => {
    expect((await gradus('book', folder)).code).toBe(2);
  });

  it('has the exit code of what it shows', async () => {
    write('wrong/one.md', '# One\n\n```gradus\nreal x\nclaim c: x + x == 3*x\n```\n');
    expect((await gradus('book', path('wrong'), '-o', path('wrong-site'))).code).toBe(1);
    expect(existsSync(path('wrong-site/one.html'))).toBe(true);
  });
});
