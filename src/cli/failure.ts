/** Commands that cannot be carried out as they were given. */
import type { Diagnostic } from '../language/language-error.js';

/** An argument or option that means nothing. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(
    message: string,
    readonly hint?: string,
  ) {
    super(message);
  }
}

/** A place in a file that cannot be used. */
export class PlacedError extends Error {
  override readonly name = 'PlacedError';
  readonly line: number;
  readonly column: number;
  readonly expected?: string;
  readonly hint?: string;

  constructor(
    readonly path: string,
    { message, line, column, expected, hint }: Diagnostic,
  ) {
    super(message);
    this.line = line;
    this.column = column;
    if (expected !== undefined) this.expected = expected;
    if (hint !== undefined) this.hint = hint;
  }
}
