/** Checks documents on several threads. Each takes the next document when it is done with one. */
import { Tinypool } from 'tinypool';
import { type CheckedFile, type FileOptions, fileError } from './check-file.js';

/** Options that can be sent to another thread: no functions. */
type PlainOptions = Omit<FileOptions, 'witness' | 'onClaim'>;

/** Room for new objects: a search makes many that are soon of no use, and all threads collect them. */
const YOUNG_MEGABYTES = 96;

/** The files in the order in which they are given. Throws what breaks a thread by a fault of Gradus. */
export async function* checkOnThreads(
  documents: readonly string[],
  options: PlainOptions,
  threads: number,
): AsyncGenerator<CheckedFile> {
  const pool = new Tinypool({
    filename: new URL('./check-thread.js', import.meta.url).href,
    name: 'checkOne',
    minThreads: threads,
    maxThreads: threads,
    isolateWorkers: false,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    workerData: options,
  });
  try {
    const pending = documents.map((path) => outcomeOf(pool.run(path), path));
    for (const outcome of pending) {
      const { file, error } = await outcome;
      if (!file) throw error;
      yield file;
    }
  } finally {
    pool.cancelPendingTasks();
    await pool.destroy();
  }
}

interface Outcome {
  readonly file?: CheckedFile;
  readonly error?: unknown;
}

/** A thread that runs out of memory is lost with its document alone; another takes its place. */
async function outcomeOf(run: Promise<CheckedFile>, path: string): Promise<Outcome> {
  try {
    return { file: await run };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ERR_WORKER_OUT_OF_MEMORY') return { error };
    const message = 'the check of this document ran out of memory';
    return { file: { report: fileError(path, { message, hint: 'divide it into several' }) } };
  }
}
