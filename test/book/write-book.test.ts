/** A book is written whole or not at all, and never over what is not a book. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { makeBook } from '../../src/book/book.js';
import { htmlPage } from '../../src/book/page.js';
import { ensureBookFolder, writeBook } from '../../src/book/write-book.js';
import { temporaryFolder } from '../cli/files.js';
import { gradus } from '../cli/run-cli.js';

const { path, write } = temporaryFolder();

const page = (body: string): string =>
  htmlPage({ title: 'A page', body, links: [], scripts: ['wide'], root: '' });
const OLD = new Map([['index.html', page('old')]]);
const NEW = new Map([['index.html', page('new')]]);
const LARGE = new Map([...NEW, ['large.html', page('x'.repeat(500_000))]]);
/** No file can be below a file: the second page fails when the first is written. */
const BROKEN = new Map([...NEW, ['index.html/x.html', page('new')]]);

const indexOf = (folder: string): string => readFileSync(`${folder}/index.html`, 'utf8');

/** A file system of its own in a folder, where the system lets us. */
function mounted(name: string, options: string): string | undefined {
  const folder = path(name);
  mkdirSync(folder);
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  if (status !== 0) return undefined;
  afterAll(() => void spawnSync('umount', [folder]));
  return folder;
}
const small = mounted('small', 'size=128k');
const readOnly = mounted('read-only', 'ro');
if (!small || !readOnly)
  console.warn('Tests with a full disk are SKIPPED: file systems can only be mounted by root.');

describe('writing a book', () => {
  it('leaves the old book and nothing else when a page cannot be written', () => {
    const folder = path('kept/book');
    writeBook(folder, OLD);
    expect(() => writeBook(folder, BROKEN)).toThrow();
    expect(indexOf(folder)).toContain('old');
    expect(readdirSync(path('kept'))).toEqual(['book']);
  });

  it('makes no folder for a book that cannot be written', () => {
    mkdirSync(path('empty'));
    expect(() => writeBook(path('empty/a/b/book'), BROKEN)).toThrow();
    expect(readdirSync(path('empty'))).toEqual([]);
  });

  it.skipIf(!small)('leaves the old book and nothing else when the disk is full', () => {
    const folder = `${small}/book`;
    writeBook(folder, OLD);
    expect(() => writeBook(folder, LARGE)).toThrow(/there is no space left on the disk/);
    expect(indexOf(folder)).toContain('old');
    expect(readdirSync(`${small}`)).toEqual(['book']);
  });

  it.skipIf(!readOnly)('is refused on a disk that is only read, before anything is checked', () => {
    expect(() => ensureBookFolder(`${readOnly}/book`)).toThrow(/only read/);
  });

  it('goes where a link leads, and leaves the link', () => {
    mkdirSync(path('far'));
    symlinkSync(path('far'), path('near'));
    writeBook(path('near'), NEW);
    expect(indexOf(path('far'))).toContain('new');
    expect(readdirSync(path('near'))).toEqual(['index.html']);
  });

  it('refuses the folder that the reader is in', () => {
    expect(() => ensureBookFolder('.')).toThrow(/you are in this folder/);
    expect(() => ensureBookFolder('..')).toThrow(/you are in this folder/);
  });

  it('refuses a folder that holds a page of somebody else beside a book', () => {
    writeBook(path('mixed'), OLD);
    writeFileSync(path('mixed/mine.html'), 'mine');
    expect(() => writeBook(path('mixed'), NEW)).toThrow(/holds no book/);
    expect(indexOf(path('mixed'))).toContain('old');
  });
});

describe('gradus book', { timeout: 600_000 }, () => {
  const text = '# One\n\n```gradus\nreal x\nclaim c: x + x == 2*x\n```\n';

  it('says of a place below a file that it is a file', async () => {
    const file = write('documents/one.md', text);
    const { code, err } = await gradus('book', path('documents'), '-o', `${file}/book`);
    expect([code, err]).toEqual([2, `error ${file} this is a file, not a folder\n`]);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it.skipIf(!small)('says of a full disk that it is full', async () => {
    write('many/one.md', text);
    const { code, err } = await gradus('book', path('many'), '-o', `${small}/full`);
    expect(code).toBe(2);
    expect(err).toContain('the book cannot be written here: there is no space left on the disk');
    expect(readdirSync(`${small}`)).not.toContain('full');
  });

  it('makes no book of a document that changes while it is checked', async () => {
    const file = write('changing/one.md', text);
    const made = makeBook(path('changing'), { onClaim: () => writeFileSync(file, `${text}more`) });
    await expect(made).rejects.toThrow('this document changed while it was checked');
  });
});
