/** Changes a file as a whole or not at all. */
import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { InputError } from './find.js';

/** The text of a file that is to be changed. Throws InputError when it is not UTF-8. */
export function readText(path: string): string {
  const bytes = readFileSync(path);
  const text = bytes.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(bytes))
    throw new InputError(path, 'this file is not UTF-8, and is left as it is');
  return text;
}

/**
 * Writes to a temporary name beside the file and renames: a reader sees the old text or the new
 * one. Links are followed, permissions kept. Throws the error of node:fs.
 */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const isNew = !existsSync(path);
  const target = isNew ? path : realpathSync(path);
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}`);
  try {
    writeFileSync(temporary, content, { flag: 'wx' });
    if (!isNew) chmodSync(temporary, statSync(target).mode);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Writes a file as a whole or not at all; a link is replaced. Throws InputError. */
export async function putFile(path: string, text: string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  await writing(path, async () => {
    try {
      await writeFile(temporary, text, { flag: 'wx' });
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  });
}

/** Runs what writes there; what node:fs refuses is told as an InputError. */
export async function writing<T>(path: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new InputError(path, `this cannot be written (${code})`);
  }
}
