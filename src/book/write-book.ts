/** Writes a book: all of it or nothing, and never over what is not a book. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { InputError } from '../document/find.js';
import { GENERATOR, SCRIPT_HEAD } from './page.js';

/**
 * Throws InputError for a path that is a file, or a folder that holds anything but a book; the
 * error of node:fs where nothing can be written.
 */
export function ensureBookFolder(folder: string): void {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (!stat) return;
  if (!stat.isDirectory()) throw new InputError(folder, 'this is a file, not a folder');
  const names = readdirSync(folder);
  if (names.length > 0 && !(names.includes('index.html') && isBook(folder)))
    throw new InputError(
      folder,
      'this folder is not empty, and holds no book',
      'name another folder for the book: -o DIR',
    );
}

/** Pages and scripts of ours alone: a folder with anything else is not replaced. */
function isBook(folder: string): boolean {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return files.every((file) => {
    if (file.isDirectory()) return true;
    if (!file.isFile() || !/\.(html|js)$/.test(file.name)) return false;
    const head = readFileSync(join(file.parentPath, file.name), 'utf8').slice(0, 2000);
    if (file.name.endsWith('.js')) return head.startsWith(SCRIPT_HEAD);
    return head.includes(`<meta name="generator" content="${GENERATOR}">`);
  });
}

/** Writes the files into a folder beside, which then takes the place of the old one. */
export function writeBook(folder: string, files: ReadonlyMap<string, string>): void {
  ensureBookFolder(folder);
  const target = resolve(folder);
  mkdirSync(dirname(target), { recursive: true });
  const fresh = mkdtempSync(join(dirname(target), `.${basename(target)}-`));
  try {
    const book = join(fresh, 'new');
    for (const [path, text] of files) {
      mkdirSync(dirname(join(book, path)), { recursive: true });
      writeFileSync(join(book, path), text);
    }
    const old = join(fresh, 'old');
    const isReplaced = statSync(target, { throwIfNoEntry: false }) !== undefined;
    if (isReplaced) renameSync(target, old);
    try {
      renameSync(book, target);
    } catch (error) {
      if (isReplaced) renameSync(old, target);
      throw error;
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
