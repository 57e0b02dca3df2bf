/** The thread that checks, as the server sees it: orders go there, notices come from it. */
import { Worker } from 'node:worker_threads';
import type { Notice, Order } from './messages.js';

export interface ThreadListener {
  readonly onNotice: (notice: Notice) => void;
  /** It ended by itself; it says nothing more. */
  readonly onDeath: (reason: string) => void;
}

export class Thread {
  readonly #worker: Worker;
  readonly #listener: ThreadListener;
  #isOver = false;

  constructor(listener: ThreadListener) {
    this.#listener = listener;
    this.#worker = new Worker(new URL('./check-thread.js', import.meta.url), { stdout: true });
    // On standard output the server and the client talk.
    this.#worker.stdout.on('data', (text: Buffer) => process.stderr.write(text));
    this.#worker.on('message', (notice: Notice) => {
      if (!this.#isOver) listener.onNotice(notice);
    });
    this.#worker.on('error', (error) => this.#died(reasonOf(error)));
    this.#worker.on('exit', (code) => this.#died(`it ended with code ${code}`));
  }

  post(order: Order): void {
    this.#worker.postMessage(order);
  }

  /** Ends it, whatever it is doing. */
  end(): void {
    this.#isOver = true;
    void this.#worker.terminate();
  }

  #died(reason: string): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#listener.onDeath(reason);
  }
}

function reasonOf(error: NodeJS.ErrnoException): string {
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'it ran out of memory' : error.message;
}
