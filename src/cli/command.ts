/** What the commands have in common. */
import type { Streams } from './streams.js';

/** What a command does once its arguments are read; the answer is its exit code. */
export type Run = (streams: Streams) => Promise<number>;

/** Has a command run. */
export type Start = (run: Run) => Promise<void>;
