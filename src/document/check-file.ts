/** Checks one file: reads it, judges it, and writes what was asked for beside it. */
import { readFileSync, statSync } from 'node:fs';
import { entryPath, keepEntry, readEntry } from './cache.js';
import { type CheckedDocument, examineDocument } from './check.js';
import { examineAgain } from './examine-again.js';
import { InputError } from './find.js';
import { entryOf } from './kept-entry.js';
import type { CheckOptions } from './options.js';
import type { FileReport } from './report.js';
import { readStore, writeStore } from './store-file.js';

export interface FileOptions extends CheckOptions {
  /** A folder to store a certificate in for each proof. */
  readonly saveCertificates?: string;
  /** Stores the certificates beside the document. */
  readonly update?: boolean;
  /** Replays the certificates that are stored beside the document, and searches nothing. */
  readonly frozen?: boolean;
  /** Write beside each line of a calculation the rules that justify it. */
  readonly annotate?: boolean;
  /** A folder to keep proofs in for the next check of the same text. */
  readonly cache?: string;
}

/** A file after its check. */
export interface CheckedFile {
  readonly report: FileReport;
  /** What went wrong beside the check, in a sentence. */
  readonly trouble?: string;
}

/** A check of a document, with what the cache says. */
interface Examined {
  readonly checked: CheckedDocument;
  readonly trouble?: string | undefined;
}

/** Checks one file; one that cannot be read or written is an error of that file, not of the run. */
export async function checkSafely(path: string, options: FileOptions): Promise<CheckedFile> {
  try {
    return await checkFile(path, options);
  } catch (error) {
    return { report: fileError(path, complaint(error)) };
  }
}

/** The report on a file that was not judged. */
export const fileError = (
  path: string,
  reason: { readonly message: string; readonly hint?: string },
): FileReport => ({ path, claims: [], errors: [{ line: 1, column: 1, ...reason }] });

/** Throws the error of node:fs when a file cannot be read or written. */
async function checkFile(path: string, options: FileOptions): Promise<CheckedFile> {
  const {
    saveCertificates: folder,
    update,
    frozen,
    annotate: isAnnotated,
    cache,
    ...rest
  } = options;
  const text = await readDocument(path);
  const { checked, trouble } = frozen
    ? { checked: await examineDocument(text, path, { ...rest, store: await readStore(path) }) }
    : await examineWithCache(text, path, rest, cache);
  const { claims, lemmas } = checked;
  if (update || folder !== undefined) {
    const { certificatesOf, saveCertificates } = await import('./certificates.js');
    const certificates = certificatesOf(claims, lemmas);
    await requireUnchanged(path, text);
    if (update) await writeStore(path, certificates);
    if (folder !== undefined) await saveCertificates(folder, path, certificates);
  }
  const report = isAnnotated ? await annotateFile(path, checked) : checked.report;
  return { report, ...(trouble === undefined ? {} : { trouble }) };
}

/** By what the last check of this text has kept, and else anew. */
async function examineWithCache(
  text: string,
  path: string,
  options: CheckOptions,
  folder: string | undefined,
): Promise<Examined> {
  // What an independent system says is not kept.
  if (folder === undefined || options.witness)
    return { checked: await examineDocument(text, path, options) };
  const place = entryPath(folder, text, path, options);
  const entry = readEntry(place);
  const again = entry === undefined ? undefined : await examineAgain(text, path, options, entry);
  if (again) return { checked: again };
  const checked = await examineDocument(text, path, options);
  const fresh = entryOf(checked);
  return { checked, trouble: fresh === undefined ? undefined : await keepEntry(place, fresh) };
}

/** Writes the annotated text; nothing when there is nothing to add. */
async function annotateFile(
  path: string,
  { text, claims, report }: CheckedDocument,
): Promise<FileReport> {
  const [{ annotate }, { replaceFile }] = await Promise.all([
    import('./annotate.js'),
    import('./rewrite.js'),
  ]);
  const annotated = annotate(text, claims, { isTex: /\.tex$/i.test(path) });
  if (annotated.count === 0) return { ...report, annotated: 0 };
  await requireUnchanged(path, text);
  replaceFile(path, annotated.text);
  return { ...report, annotated: annotated.count };
}

/** Throws InputError when the file no longer says what was checked. */
async function requireUnchanged(path: string, text: string): Promise<void> {
  const { readText } = await import('./rewrite.js');
  if (readText(path) !== text) throw new InputError(path, 'this file changed while it was checked');
}

/** Largest document that is read, in bytes. */
const MOST_BYTES = 8_000_000;

/** How often a file is read anew that changes while it is read. */
const ATTEMPTS = 3;

/**
 * The text of a file, as it was at one time; what cannot be read is reported on the file's own
 * line. Throws InputError when the file does not stand still. It is read at once: nothing else is
 * done meanwhile, and a turn of the event loop for each part would take longer than the reading.
 */
export async function readDocument(path: string): Promise<string> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = statSync(path);
    const bytes = readFileSync(path);
    const after = statSync(path);
    const isStill = before.mtimeMs === after.mtimeMs && before.ino === after.ino;
    if (!isStill || (after.isFile() && after.size !== bytes.length)) continue;
    return bytes.length > MOST_BYTES
      ? bytes.toString('latin1', 0, MOST_BYTES)
      : bytes.toString('utf8');
  }
  throw new InputError(
    path,
    'this file changes while it is read',
    'check it again when it is done',
  );
}

/** Why a file, or the one beside it, cannot be used; any other error is thrown again. */
function complaint(error: unknown): { readonly message: string; readonly hint?: string } {
  if (error instanceof InputError) {
    const { path, message, hint } = error;
    return { message: `${path}: ${message}`, ...(hint ? { hint } : {}) };
  }
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return { message: `this file cannot be read (${code})` };
}
