/** Checks files, on one thread or on several. */
import { availableParallelism } from 'node:os';
import { tidyCache } from './cache.js';
import { type CheckedFile, checkSafely, type FileOptions } from './check-file.js';
import { findDocuments } from './find.js';
import { DEFAULTS } from './options.js';
import type { CheckReport, FileReport } from './report.js';

export interface CheckFilesOptions extends FileOptions {
  /** Threads to use, by default 1; `auto` is one for few documents, and one a processor for many. */
  readonly jobs?: number | 'auto';
  /** Called as files are done, in the order of the report. */
  readonly onFile?: (report: FileReport) => void;
  /** Called with what went wrong beside the checks, each sentence once. */
  readonly onTrouble?: (sentence: string) => void;
}

/** Documents from which on a second thread is sooner done than it has started. */
const MANY = 8;

/**
 * Checks the documents at these paths; folders are searched. Throws InputError when a path does
 * not exist or a folder holds no document.
 */
export async function checkFiles(
  paths: readonly string[],
  options: CheckFilesOptions = {},
): Promise<CheckReport> {
  const { jobs = 1, onFile, onTrouble, ...each } = options;
  const documents = await findDocuments(paths);
  const files: FileReport[] = [];
  const troubles = new Set<string>();
  for await (const { report, trouble } of checked(documents, each, jobs)) {
    files.push(report);
    onFile?.(report);
    if (trouble === undefined || troubles.has(trouble)) continue;
    troubles.add(trouble);
    onTrouble?.(trouble);
  }
  if (each.cache !== undefined) await tidyCache(each.cache);
  return { gradus: 1, seed: each.seed ?? DEFAULTS.seed, files };
}

/** A thread begins with JavaScript: where this is TypeScript there is one. */
const usualThreads = (documents: number): number =>
  documents < MANY || import.meta.url.endsWith('.ts') ? 1 : availableParallelism();

async function* checked(
  documents: readonly string[],
  options: FileOptions,
  jobs: number | 'auto',
): AsyncGenerator<CheckedFile> {
  const { witness, onClaim, ...plain } = options;
  const wanted = jobs === 'auto' ? usualThreads(documents.length) : jobs;
  // A function cannot be sent to another thread.
  const threads = witness ? 1 : Math.min(wanted, documents.length);
  if (threads > 1) {
    const { checkOnThreads } = await import('./check-pool.js');
    yield* checkOnThreads(documents, plain, threads);
    return;
  }
  for (const path of documents) yield await checkSafely(path, options);
}
