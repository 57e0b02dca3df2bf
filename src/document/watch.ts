/** Checks documents, and checks them again whenever one of them changes. */
import { type FSWatcher, statSync, watch } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { examineDocument } from './check.js';
import { readDocument } from './check-file.js';
import { findDocuments, InputError } from './find.js';
import { Memory } from './memory.js';
import { type CheckOptions, DEFAULTS } from './options.js';
import type { CheckReport, FileReport } from './report.js';

/** Milliseconds of silence after which a change counts as complete. */
const PAUSE = 60;

/** What has changed since the last round. */
export interface Round {
  readonly report: CheckReport;
  readonly changed: readonly FileReport[];
  /** Paths of documents that are gone. */
  readonly removed: readonly string[];
  /** Claims of the changed documents that did not have to be judged anew. */
  readonly reused: number;
}

export interface WatchOptions extends CheckOptions {
  readonly onRound: (round: Round) => void;
  /** Ends the watch. */
  readonly signal: AbortSignal;
}

/**
 * Checks the documents at these paths, calls `onRound`, and again after each change, until the
 * signal is given. Throws InputError when a path does not exist at the start.
 */
export async function watchFiles(paths: readonly string[], options: WatchOptions): Promise<void> {
  const { onRound, signal, ...each } = options;
  const documents = new Watched(each);
  await findDocuments(paths);
  const changes = new Changes(paths);
  try {
    for (let isFirst = true; !signal.aborted; isFirst = false) {
      const round = await documents.check(paths, signal);
      if (signal.aborted) return;
      if (isFirst || round.changed.length > 0 || round.removed.length > 0) onRound(round);
      await changes.next(signal);
    }
  } finally {
    changes.close();
  }
}

/** A document as it was last read and checked. */
interface Seen {
  readonly text: string;
  readonly report: FileReport;
  readonly memory: Memory;
}

class Watched {
  readonly #options: CheckOptions;
  #seen = new Map<string, Seen>();

  constructor(options: CheckOptions) {
    this.#options = options;
  }

  async check(paths: readonly string[], signal: AbortSignal): Promise<Round> {
    const seen = new Map<string, Seen>();
    const changed: FileReport[] = [];
    let reused = 0;
    for (const path of await present(paths)) {
      if (signal.aborted) break;
      const before = this.#seen.get(path);
      const text = await readDocument(path).catch(() => undefined);
      if (text === undefined) continue;
      if (before?.text === text) {
        seen.set(path, before);
        continue;
      }
      const memory = before?.memory ?? new Memory();
      const { report } = await examineDocument(text, path, this.#options, memory);
      seen.set(path, { text, report, memory });
      changed.push(report);
      reused += memory.reused;
    }
    const removed = [...this.#seen.keys()].filter((path) => !seen.has(path));
    this.#seen = seen;
    const files = [...seen.values()].map(({ report }) => report);
    const seed = this.#options.seed ?? DEFAULTS.seed;
    return { report: { gradus: 1, seed, files }, changed, removed, reused };
  }
}

/** The documents that are there now: one that was renamed or removed is no error of the watch. */
async function present(paths: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const path of paths)
    try {
      for (const document of await findDocuments([path])) found.add(document);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
  return [...found];
}

/** Tells of changes at some paths; several that come close together are one. */
class Changes {
  readonly #watchers: FSWatcher[] = [];
  #isPending = false;
  #wake: (() => void) | undefined;

  constructor(paths: readonly string[]) {
    for (const path of paths) this.#watch(path);
  }

  /**
   * Folders are watched with all below them. A file is watched through its folder: editors replace
   * a file by another of the same name.
   */
  #watch(path: string): void {
    const isFolder = statSync(path).isDirectory();
    const folder = isFolder ? path : dirname(resolve(path));
    const watcher = watch(folder, { recursive: isFolder }, (_event, name) => {
      const matters = name === null || (isFolder ? name.endsWith('.md') : name === basename(path));
      if (matters || (isFolder && !name.includes('.'))) this.#tell();
    });
    // A folder that goes away ends its watcher; its documents are found missing.
    watcher.on('error', () => this.#tell());
    this.#watchers.push(watcher);
  }

  #tell(): void {
    this.#isPending = true;
    this.#wake?.();
  }

  /** Resolves when something has changed since the last call and a pause has passed. */
  async next(signal: AbortSignal): Promise<void> {
    if (!this.#isPending)
      await new Promise<void>((resolved) => {
        this.#wake = resolved;
        signal.addEventListener('abort', () => resolved(), { once: true });
      });
    this.#wake = undefined;
    while (this.#isPending && !signal.aborted) {
      this.#isPending = false;
      await setTimeout(PAUSE);
    }
  }

  close(): void {
    for (const watcher of this.#watchers) watcher.close();
  }
}
