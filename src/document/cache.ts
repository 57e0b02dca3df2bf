/**
 * The cache of checks: a folder of files that are called by the hash of all that a check depends
 * on. It may be deleted at any time, and what is in it is believed by nobody: see recall.ts.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from './find.js';
import { type CheckOptions, settingsOf } from './options.js';
import { putFile, writing } from './rewrite.js';

/** The folder for the package around a folder; undefined where nothing is installed. */
export function cacheFolder(from: string = process.cwd()): string | undefined {
  const modules = join(from, 'node_modules');
  if (statSync(modules, { throwIfNoEntry: false })?.isDirectory())
    return join(modules, '.cache', 'gradus');
  const above = dirname(from);
  return above === from ? undefined : cacheFolder(above);
}

/** The code of Gradus itself, as the hash of all its files: another code may check otherwise. */
function hashOfCode(): string {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.[jt]s$/.test(file) && !file.endsWith('.d.ts'))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 32);
}

let code: string | undefined;

const version = (): string => {
  code ??= hashOfCode();
  return code;
};

/** The file for the check of a text; two checks that may differ have two files. */
export function entryPath(
  folder: string,
  text: string,
  path: string,
  options: CheckOptions,
): string {
  const { seed, runs, maxSize, timeLimit } = settingsOf(options);
  const isTex = /\.tex$/i.test(path);
  const about = [text, isTex, options.context?.text ?? null, seed, runs, maxSize, timeLimit];
  const key = createHash('sha256').update(JSON.stringify(about)).digest('hex');
  return join(folder, version(), `${key}.json`);
}

/** Largest entry that is read, in bytes. */
const MOST_BYTES = 16_000_000;

/** What is kept there; undefined for what is not there or is no JSON. */
export function readEntry(path: string): unknown {
  try {
    const bytes = readFileSync(path);
    return bytes.length > MOST_BYTES ? undefined : JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Keeps an entry. A cache that cannot be written is no fault of the check: says why it cannot. */
export async function keepEntry(path: string, entry: unknown): Promise<string | undefined> {
  const text = JSON.stringify(entry);
  if (text.length > MOST_BYTES) return undefined;
  try {
    await writing(dirname(path), () => mkdir(dirname(path), { recursive: true }));
    await putFile(path, text);
    return undefined;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // Another process has tidied up.
    if (error.message.includes('ENOENT')) return undefined;
    return `${dirname(dirname(path))}: the cache ${error.message.replace(/^this /, '')}`;
  }
}

/** Entries that are kept of one version, and days that those of another are. */
const MOST_ENTRIES = 20_000;
const MOST_DAYS = 7;

/** Takes away what has not been of use for long. */
export async function tidyCache(folder: string): Promise<void> {
  const oldest = Date.now() - MOST_DAYS * 86_400_000;
  for (const { path, time } of await aged(folder))
    if (!path.endsWith(version()) && time < oldest)
      await rm(path, { recursive: true, force: true });
  const own = join(folder, version());
  if ((await readdir(own).catch(() => [])).length <= MOST_ENTRIES) return;
  const entries = (await aged(own)).sort((a, b) => a.time - b.time);
  for (const { path } of entries.slice(0, entries.length - MOST_ENTRIES / 2))
    await rm(path, { force: true });
}

/** What is in a folder, with the time of its last change. */
async function aged(folder: string): Promise<{ readonly path: string; readonly time: number }[]> {
  const names = await readdir(folder).catch(() => []);
  const found = names.map(async (name) => {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    return { path, time: mtimeMs };
  });
  return Promise.all(found);
}
