/** Checks files, on one thread or on several. */
import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { examineDocument } from './check.js';
import type { CheckedClaim } from './check-claim.js';
import { findDocuments, InputError } from './find.js';
import { type CheckOptions, DEFAULTS } from './options.js';
import type { CheckReport, FileReport } from './report.js';
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
}

export interface CheckFilesOptions extends FileOptions {
  /** Threads to use. */
  readonly jobs?: number;
  /** Called as files are done, in the order of the report. */
  readonly onFile?: (report: FileReport) => void;
}

/** Checks one file. Throws the error of node:fs when it cannot be read. */
async function checkFile(path: string, options: FileOptions = {}): Promise<FileReport> {
  const { saveCertificates: folder, update, frozen, annotate: isAnnotated, ...rest } = options;
  const text = await readDocument(path);
  const stored = frozen ? { store: await readStore(path) } : {};
  const { report, claims, lemmas } = await examineDocument(text, path, { ...rest, ...stored });
  if (update) {
    const { certificatesOf } = await import('./certificates.js');
    await writeStore(path, certificatesOf(claims, lemmas));
  }
  if (folder !== undefined) {
    const { certificatesOf, saveCertificates } = await import('./certificates.js');
    await saveCertificates(folder, path, certificatesOf(claims, lemmas));
  }
  return isAnnotated ? annotateFile(path, text, claims, report) : report;
}

/** Writes the annotated text; nothing when there is nothing to add. */
async function annotateFile(
  path: string,
  text: string,
  claims: readonly CheckedClaim[],
  report: FileReport,
): Promise<FileReport> {
  const [{ annotate }, { readText, replaceFile }] = await Promise.all([
    import('./annotate.js'),
    import('./rewrite.js'),
  ]);
  const annotated = annotate(text, claims, { isTex: /\.tex$/i.test(path) });
  if (annotated.count === 0) return { ...report, annotated: 0 };
  if (readText(path) !== text) throw new InputError(path, 'this file changed while it was checked');
  replaceFile(path, annotated.text);
  return { ...report, annotated: annotated.count };
}

/** Largest document that is read, in bytes. */
const MOST_BYTES = 8_000_000;

/** The text of a file; what cannot be read is reported on the file's own line. */
export async function readDocument(path: string): Promise<string> {
  const bytes = await readFile(path);
  return bytes.length > MOST_BYTES
    ? bytes.toString('latin1', 0, MOST_BYTES)
    : bytes.toString('utf8');
}

/**
 * Checks the documents at these paths; folders are searched. Throws InputError when a path does
 * not exist or a folder holds no document.
 */
export async function checkFiles(
  paths: readonly string[],
  options: CheckFilesOptions = {},
): Promise<CheckReport> {
  const { jobs = 1, onFile, onClaim, ...rest } = options;
  const documents = await findDocuments(paths);
  // A function cannot be sent to another thread.
  const threads = rest.witness ? 1 : Math.min(jobs, documents.length);
  const each = { ...rest, ...(onClaim ? { onClaim } : {}) };
  const reports = threads > 1 ? onThreads(documents, rest, threads) : onThisThread(documents, each);
  const files: FileReport[] = [];
  for (const report of reports) {
    const file = await report();
    files.push(file);
    onFile?.(file);
  }
  return { gradus: 1, seed: rest.seed ?? DEFAULTS.seed, files };
}

type Pending = () => Promise<FileReport>;

const onThisThread = (documents: readonly string[], options: FileOptions): Pending[] =>
  documents.map((path) => () => checkSafely(path, options));

/** As checkFile; a file that cannot be read is an error of that file, not of the run. */
export async function checkSafely(path: string, options: FileOptions): Promise<FileReport> {
  try {
    return await checkFile(path, options);
  } catch (error) {
    return { path, claims: [], errors: [{ line: 1, column: 1, ...complaint(error) }] };
  }
}

/** Why a file, or the one beside it, cannot be read; any other error is thrown again. */
function complaint(error: unknown): { readonly message: string; readonly hint?: string } {
  if (error instanceof InputError) {
    const { path, message, hint } = error;
    return { message: `${path}: ${message}`, ...(hint ? { hint } : {}) };
  }
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return { message: `this file cannot be read (${code})` };
}

/** What a thread is started with. It answers with an Answer for each document. */
export interface Assignment {
  /** Documents by their place in the report. */
  readonly documents: readonly (readonly [place: number, path: string])[];
  readonly options: FileOptions;
}

export interface Answer {
  readonly place: number;
  readonly report: FileReport;
}

/** Every thread checks every n-th document. */
function onThreads(documents: readonly string[], options: FileOptions, threads: number): Pending[] {
  const settle: ((report: FileReport) => void)[] = [];
  const fail: ((reason: unknown) => void)[] = [];
  const reports = documents.map(
    () =>
      new Promise<FileReport>((resolve, reject) => {
        settle.push(resolve);
        fail.push(reject);
      }),
  );
  for (let k = 0; k < threads; k++) {
    const share = documents
      .map((path, place) => [place, path] as const)
      .filter(([place]) => place % threads === k);
    const worker = startThread({ documents: share, options });
    worker.on('message', ({ place, report }: Answer) => settle[place]?.(report));
    worker.on('error', (error) => {
      for (const [place] of share) fail[place]?.(error);
    });
  }
  return reports.map((report) => () => report);
}

const startThread = (workerData: Assignment): Worker =>
  new Worker(new URL('./check-thread.js', import.meta.url), { workerData });
