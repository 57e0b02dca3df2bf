/** Where a command writes, so that a test can look. */
import type { Style } from './style.js';

export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly style: Style;
  /** Of the error stream. */
  readonly errStyle: Style;
}
