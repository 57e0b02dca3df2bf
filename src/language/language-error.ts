/**
 * The one error of the language: what is wrong, where, what was expected there, and a hint.
 * Lines and columns count from 1; columns are UTF-16 units, as editors count them.
 */

export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Diagnostic extends Place {
  readonly message: string;
  readonly expected?: string;
  readonly hint?: string;
}

export interface Advice {
  readonly expected?: string;
  readonly hint?: string;
}

export class LanguageError extends Error {
  readonly line: number;
  readonly column: number;
  readonly expected?: string;
  readonly hint?: string;

  constructor(message: string, place: Place = { line: 1, column: 1 }, advice: Advice = {}) {
    super(message);
    this.name = 'LanguageError';
    this.line = place.line;
    this.column = place.column;
    if (advice.expected !== undefined) this.expected = advice.expected;
    if (advice.hint !== undefined) this.hint = advice.hint;
  }

  /** The same error at another place: for errors found where places are no longer known. */
  at(place: Place): LanguageError {
    return new LanguageError(this.message, place, adviceOf(this));
  }
}

/** A name that means nothing where it stands. */
export class UndeclaredName extends LanguageError {
  constructor(
    readonly subject: string,
    place: Place,
    advice: Advice,
  ) {
    super(`${subject} is not declared`, place, advice);
  }
}

const adviceOf = (error: LanguageError): Advice => ({
  ...(error.expected === undefined ? {} : { expected: error.expected }),
  ...(error.hint === undefined ? {} : { hint: error.hint }),
});

/** The error as plain data. */
export const diagnosticOf = (error: LanguageError): Diagnostic => ({
  line: error.line,
  column: error.column,
  message: error.message,
  ...adviceOf(error),
});

/** `12:3: "yhta" is not declared (did you mean yhat?)`, in one line. */
export function diagnosticText(diagnostic: Diagnostic): string {
  const expected = diagnostic.expected === undefined ? '' : `; expected ${diagnostic.expected}`;
  const hint = diagnostic.hint === undefined ? '' : ` (${diagnostic.hint})`;
  return `${diagnostic.line}:${diagnostic.column}: ${diagnostic.message}${expected}${hint}`;
}
