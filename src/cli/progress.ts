/** One line on a terminal that tells how far a run is; it goes away when there is something to say. */
import type { Streams } from './streams.js';

/** Milliseconds after which a run is worth a line. */
const QUIET = 1000;
/** Milliseconds between two lines. */
const PACE = 100;

const CLEAR = '\r\u001b[2K';

export class Progress {
  readonly #streams: Streams;
  readonly #start = Date.now();
  #last = 0;
  #shown = false;

  constructor(streams: Streams) {
    this.#streams = streams;
  }

  /** Shows what is being done, where a person is there to read it. */
  show(text: string): void {
    const now = Date.now();
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
