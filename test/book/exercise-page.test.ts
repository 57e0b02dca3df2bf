/** The pages of exercises and the scripts beside them, as files. */
import { posix } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeBook } from '../../src/book/book.js';
import { temporaryFolder } from '../cli/files.js';
import { documentOf } from '../document/given.js';
import { LOG_SOFTMAX } from '../exercise/given.js';

const { path, write } = temporaryFolder();
const PLANT = '<img src=x onerror="document.title=1">';
/** A name that is longer than that of a file may be. */
const LONG = 'é'.repeat(190);
const calculation = (name: string): string =>
  documentOf(`real x, y\ncalc ${name}:\n (x + y)^2\n == x^2 + 2*x*y + y^2\n == y^2 + 2*x*y + x^2`);

interface Loaded {
  readonly exercises: readonly { readonly id: string; readonly kind: string }[];
  readonly pieces: readonly string[];
}

let files: ReadonlyMap<string, string>;
const page = (name: string): string => files.get(name) ?? '';
/** What the scripts beside a page bring, by claim. */
const loaded = (folder: string): Map<string, Loaded> =>
  new Map(
    [...files]
      .filter(([name]) => name.startsWith(`${folder}/`))
      .map(([, text]) => {
        const [, id = '', content = ''] =
          /^\/\* gradus book \*\/\ngradus\.exercises\("([^"]+)", (.*)\);\n$/.exec(text) ?? [];
        return [id, JSON.parse(content) as Loaded];
      }),
  );

beforeAll(async () => {
  write('documents/first.md', `# First ${PLANT}\n\n${LOG_SOFTMAX}`);
  write('documents/long.md', calculation(LONG));
  write('documents/first.exercises.md', calculation('taken'));
  write('documents/none.md', '# None\n\n```gradus\nreal x\nrefute c: x == 2*x\n```\n');
  const { pages, scripts } = await makeBook(path('documents'), { timeLimit: 120 });
  files = new Map([...pages, ...scripts]);
}, 600_000);

describe('the exercises of a book', () => {
  it('have a page beside that of each document with a derivation to ask about', () => {
    const beside = [...files.keys()].filter((name) => /\.exercises(-\d+)?\.html$/.test(name));
    expect(beside.sort()).toEqual([
      'first.exercises-2.html',
      'first.exercises.exercises.html',
      'first.exercises.html',
      'long.exercises.html',
    ]);
    expect(page('none.html')).not.toMatch(/id="exercises"|>Exercises</);
    expect(page('first.html')).toContain('<a href="first.exercises-2.html">Exercises</a>');
  });

  it('are of three kinds, up to two of each, and each has a place of its own', () => {
    const all = loaded('first.exercises-2');
    expect([...all.keys()]).toEqual(['log-softmax', 'gradient', 'whole']);
    for (const [claim, { exercises }] of all)
      for (const kind of ['fill', 'find', 'name']) {
        const some = exercises.filter((exercise) => exercise.kind === kind);
        expect(some.length).toBeLessThanOrEqual(2);
        expect(some.map(({ id }) => id)).toEqual(some.map((_, k) => `${claim}-${kind}-${k + 1}`));
      }
    const buttons = [...page('first.exercises-2.html').matchAll(/<button [^>]*id="([^"]+)"/g)];
    const ids = [...all.values()].flatMap(({ exercises }) => exercises.map(({ id }) => id));
    expect(buttons.map(([, id]) => id)).toEqual(ids);
    expect(page('first.html')).toContain(`${ids.length} exercises on the derivations`);
  });

  it('have scripts whose names fit any disk', () => {
    const scripts = [...files.keys()].filter((name) => name.startsWith('long.exercises/'));
    expect(scripts).toEqual(['long.exercises/1.js']);
    expect(page('long.exercises.html')).toContain('data-script="long.exercises/1"');
    const lengths = [...files.keys()].map((name) => Buffer.byteLength(posix.basename(name)));
    expect(Math.max(...lengths)).toBeLessThan(100);
  });

  it('have formulas in the style of their page, spoken in words, and nothing planted', () => {
    const html = page('first.exercises-2.html');
    for (const { pieces } of loaded('first.exercises-2').values())
      for (const piece of pieces) {
        expect(piece).not.toMatch(/<img|<script|class="katex-html"|style=/);
        if (/<math/.test(piece) && /display="block"/.test(piece))
          expect(piece).toMatch(/aria-label="[^"]+"/);
        for (const [, name] of piece.matchAll(/class=(m\w+)/g)) expect(html).toContain(`.${name}`);
      }
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img');
  });

  it('are left out where none are asked for', async () => {
    const { pages, scripts } = await makeBook(path('documents'), { timeLimit: 120, exercises: 0 });
    const names = [...pages.keys(), ...scripts.keys()];
    expect(names.filter((name) => /exercises[/-]|exercises\.exercises/.test(name))).toEqual([]);
    expect(pages.get('first.html')).not.toContain('xercises on');
  });
});
