/** Where a line of a claim stands in its document. */
import type { Line } from '../language/claim.js';
import type { Place } from '../language/language-error.js';

/** The place behind the last character of what was written for a line. */
export function endOf({ line, column, source }: Line): Place {
  const rows = source.split('\n');
  const last = rows.at(-1) as string;
  const isOne = rows.length === 1;
  return { line: line + rows.length - 1, column: isOne ? column + last.length : last.length + 1 };
}
