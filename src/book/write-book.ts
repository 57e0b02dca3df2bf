/** Writes a book: all of it or nothing, and never over what is not a book. */
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { InputError } from '../document/find.js';
import { GENERATOR, SCRIPT_HEAD } from './page.js';
import { PROOFS } from './theorems-page.js';

/**
 * Throws InputError for a path that is a file, a folder that holds anything but a book, the folder
 * that the reader is in, and a place where nothing can be written.
 */
export function ensureBookFolder(folder: string): void {
  const target = resolve(folder);
  const place = nearest(target);
  if (!statSync(place).isDirectory()) throw new InputError(place, 'this is a file, not a folder');
  if (`${process.cwd()}${sep}`.startsWith(`${target}${sep}`))
    throw new InputError(
      folder,
      'you are in this folder, which the book would replace',
      'name another folder for the book: -o DIR',
    );
  ensureWritable(place === target ? dirname(realpathSync(target)) : place);
  if (place !== target) return;
  const names = readdirSync(folder);
  if (names.length > 0 && !(names.includes('index.html') && isBook(folder)))
    throw new InputError(
      folder,
      'this folder is not empty, and holds no book',
      'name another folder for the book: -o DIR',
    );
}

/** The path itself, or the deepest folder above it that there is. */
function nearest(path: string): string {
  let found = path;
  while (!existsSync(found)) found = dirname(found);
  return found;
}

function ensureWritable(folder: string): void {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw unwritable(folder, error);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'there is no space left on the disk',
  EDQUOT: 'your share of the disk is used up',
  EROFS: 'it is on a file system that is only read',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
};

/** The error of the system, in words where it is a usual one. */
function unwritable(folder: string, error: unknown): unknown {
  const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
  return reason === undefined
    ? error
    : new InputError(folder, `the book cannot be written here: ${reason}`, 'nothing was changed');
}

/** Pages and scripts of ours alone: a folder with anything else is not replaced. */
function isBook(folder: string): boolean {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return files.every((file) => {
    if (file.isDirectory()) return true;
    if (!file.isFile()) return false;
    if (resolve(file.parentPath) === join(resolve(folder), PROOFS)) return isProof(file.name);
    if (!/\.(html|js)$/.test(file.name)) return false;
    const head = readFileSync(join(file.parentPath, file.name), 'utf8').slice(0, 2000);
    if (file.name.endsWith('.js')) return head.startsWith(SCRIPT_HEAD);
    return head.includes(`<meta name="generator" content="${GENERATOR}">`);
  });
}

/** A file of what another checker accepted. */
const isProof = (name: string): boolean =>
  /^(Gradus|Numbers|Theorems|All)\.v$|^(_CoqProject|Makefile)$/.test(name);

/**
 * Writes the files into a folder beside, which then takes the place of the old one. Where that
 * fails, nothing is left of it, and the old book is as it was.
 */
export function writeBook(folder: string, files: ReadonlyMap<string, string>): void {
  ensureBookFolder(folder);
  const target = statSync(folder, { throwIfNoEntry: false })
    ? realpathSync(folder)
    : resolve(folder);
  let made: string | undefined;
  let fresh: string | undefined;
  try {
    made = mkdirSync(dirname(target), { recursive: true });
    fresh = mkdtempSync(join(dirname(target), `.${basename(target)}-`));
    for (const [path, text] of files) {
      mkdirSync(dirname(join(fresh, 'new', path)), { recursive: true });
      writeFileSync(join(fresh, 'new', path), text);
    }
    replaceFolder(target, fresh);
  } catch (error) {
    if (made !== undefined) rmSync(made, { recursive: true, force: true });
    throw unwritable(folder, error);
  } finally {
    if (fresh !== undefined) rmSync(fresh, { recursive: true, force: true });
  }
}

/** Puts the folder `new` in the place of the target, and what was there into `old`. */
function replaceFolder(target: string, fresh: string): void {
  const old = join(fresh, 'old');
  const isReplaced = statSync(target, { throwIfNoEntry: false }) !== undefined;
  if (isReplaced) renameSync(target, old);
  try {
    renameSync(join(fresh, 'new'), target);
  } catch (error) {
    if (isReplaced) renameSync(old, target);
    throw error;
  }
}
