/** One line on a terminal that tells how far a run is; it goes away when there is something to say. */
import type { Streams } from './streams.js';

/** Milliseconds after which a run is worth a line. */
const QUIET = 1000;
/** Milliseconds between two lines. */
const PACE = 100;

const CLEAR = '\r\u001b[2K';

export class Progress {
  readonly #streams: Streams;
  readonly #now: () => number;
  readonly #start: number;
  #last = 0;
  #shown = false;

  constructor(streams: Streams, now: () => number = Date.now) {
    this.#streams = streams;
    this.#now = now;
    this.#start = now();
  }

  /** Shows what is being done, where a person is there to read it. */
  show(text: string): void {
    const now = this.#now();
    if (!this.#streams.errIsTerminal || now - this.#start < QUIET || now - this.#last < PACE)
      return;
    this.#last = now;
    this.#shown = true;
    this.#streams.err(`${CLEAR}${this.#streams.errStyle.dim(text.slice(0, 78))}`);
  }

  /** Takes the line away. */
  clear(): void {
    if (this.#shown) this.#streams.err(CLEAR);
    this.#shown = false;
  }
}
