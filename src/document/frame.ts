/** The lines of a document that a report is about, as they were written. */
import type { CheckedClaim, CheckedRelation } from './check-claim.js';
import { endOf } from './extent.js';
import type { ClaimReport, FrameLine, RelationReport } from './report.js';

/** Most lines of the document that one frame shows. */
const MOST_LINES = 8;

/** The report with the lines of the document at everything that does not hold. */
export function withFrames({ claim, relations, report }: CheckedClaim, text: string): ClaimReport {
  const rows = text.split(/\r\n|\r|\n/);
  const framed = <R extends RelationReport>(about: R, relation: CheckedRelation): R =>
    about.verdict === 'proved' ? about : { ...about, frame: frameOf(relation, rows) };
  if (claim.form !== 'calc') return framed(report, relations[0] as CheckedRelation);
  const steps = report.steps?.map((step, k) => framed(step, relations[k] as CheckedRelation));
  return steps ? { ...report, steps } : report;
}

/** The rows of the two lines. */
function frameOf({ before, line }: CheckedRelation, rows: readonly string[]): FrameLine[] {
  const numbers = new Set<number>();
  for (const each of [before, line])
    for (let row = each.line; row <= endOf(each).line; row++) numbers.add(row);
  const shown = [...numbers].sort((a, b) => a - b).slice(-MOST_LINES);
  return shown.map((row) => ({ line: row, text: rows[row - 1] ?? '' }));
}
