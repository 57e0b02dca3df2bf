/** Where a command writes, so that a test can look. */
import type { Style } from './style.js';

export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly style: Style;
  /** Of the error stream. */
  readonly errStyle: Style;
  /** True when a person reads the error stream as it comes. */
  readonly errIsTerminal?: boolean;
  /** Ends a command that would go on for ever. */
  readonly stop?: AbortSignal;
}
