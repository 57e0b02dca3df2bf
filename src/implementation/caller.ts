/** Calls the functions of a module on a thread, one call at a time, each within a time limit. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { InputError } from '../document/find.js';
import type { Assignment, Message, Request, Returned } from './call.js';
import type { Arguments } from './trial.js';

/** Megabytes that a module may use. */
const MEMORY = 1024;

export interface Caller {
  /** The functions that the module exports. */
  readonly names: readonly string[];
  readonly call: (name: string, given: Arguments) => Promise<Returned>;
  readonly end: () => Promise<void>;
}

/**
 * Loads a module. Throws InputError when it cannot be loaded in time. After a call that is late,
 * or that ends the thread, every further call is answered likewise.
 */
export async function startCaller(path: string, timeLimit: number): Promise<Caller> {
  const module = pathToFileURL(resolve(path)).href;
  const thread = new ThreadOfCalls({ module }, timeLimit);
  const first = await thread.next(() => {});
  if ('names' in first)
    return {
      names: first.names,
      call: (name, given) => thread.call(name, given),
      end: () => thread.end(),
    };
  await thread.end();
  let reason = 'it answered out of turn';
  if (first.kind === 'late') reason = `loading it takes more than ${timeLimit} s`;
  else if ('reason' in first) reason = first.reason;
  throw new InputError(path, `this module cannot be loaded: ${reason}`);
}

type Outcome = Message | (Returned & { readonly kind: 'late' | 'ended' });

class ThreadOfCalls {
  readonly #worker: Worker;
  readonly #timeLimit: number;
  #settle: ((outcome: Outcome) => void) | undefined;
  #broken: (Returned & { kind: 'late' | 'ended' }) | undefined;
  #calls = 0;

  constructor(workerData: Assignment, timeLimit: number) {
    this.#timeLimit = timeLimit;
    this.#worker = new Worker(new URL('./call-thread.js', import.meta.url), {
      workerData,
      stdout: true,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    });
    // What the module prints is no result.
    this.#worker.stdout.on('data', (text: Buffer) => process.stderr.write(text));
    this.#worker.on('message', (message: Message) => this.#settle?.(message));
    this.#worker.on('error', (error) => this.#break('ended', `ended its thread: ${error.message}`));
    this.#worker.on('exit', () => this.#break('ended', 'ended its thread'));
  }

  /** The next message of the thread after `start`, or why there is none. */
  async next(start: () => void): Promise<Outcome> {
    if (this.#broken) return this.#broken;
    const timer = setTimeout(() => {
      this.#break('late', `did not return within ${this.#timeLimit} s`);
      void this.end();
    }, this.#timeLimit * 1000);
    try {
      return await new Promise<Outcome>((settle) => {
        this.#settle = settle;
        start();
      });
    } finally {
      clearTimeout(timer);
      this.#settle = undefined;
    }
  }

  async call(name: string, given: Arguments): Promise<Returned> {
    const request: Request = { id: ++this.#calls, name, given };
    const outcome = await this.next(() => this.#worker.postMessage(request));
    if ('names' in outcome || outcome.kind === 'unloadable')
      throw new Error('the thread of an implementation answered out of turn');
    return outcome;
  }

  #break(kind: 'late' | 'ended', reason: string): void {
    this.#broken ??= { kind, reason };
    this.#settle?.(this.#broken);
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
