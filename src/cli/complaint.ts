/** Tells of an error in one clear message, and gives the exit code for it. */
import type { Streams } from './streams.js';

/** Errors that are about what the user gave. */
interface Readable {
  readonly message: string;
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
  readonly expected?: string;
  readonly hint?: string;
}

const READABLE = new Set([
  'UsageError',
  'PlacedError',
  'InputError',
  'LanguageError',
  'UnknownRule',
]);

/** 2 for an error of the input, 70 for an error of Gradus. */
export function complain(error: unknown, { err, errStyle }: Streams): number {
  if (!(error instanceof Error)) {
    err(`internal error: ${String(error)}\n`);
    return 70;
  }
  const { code } = error as NodeJS.ErrnoException;
  if (code !== undefined && /^E[A-Z]+$/.test(code)) {
    err(`${errStyle.red('error')} ${error.message}\n`);
    return 2;
  }
  if (!READABLE.has(error.name)) {
    err(`${errStyle.red('internal error')} ${error.message}\n    please report this\n`);
    return 70;
  }
  const { message, path, line, column, expected, hint } = error as Readable;
  const place =
    path === undefined ? '' : `${path}${line === undefined ? '' : `:${line}:${column}`} `;
  err(`${errStyle.red('error')} ${place}${message}\n`);
  if (expected !== undefined) err(`    expected ${expected}\n`);
  if (hint !== undefined) err(`    ${hint}\n`);
  return 2;
}
