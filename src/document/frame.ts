/** The lines of a document that a report is about, as they were written. */
import type { Place } from '../diagnose/place.js';
import type { Context } from '../kernel/context.js';
import type { Line } from '../language/claim.js';
import { spansOf } from '../language/expression.js';
import { LanguageError } from '../language/language-error.js';
import type { Span } from '../language/reader.js';
import { close } from '../term/substitution.js';
import type { CheckedClaim } from './check-claim.js';
import type { CheckedRelation } from './check-relation.js';
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

/** The rows of the two lines, the parts that differ marked. */
function frameOf({ before, line, judged }: CheckedRelation, rows: readonly string[]): FrameLine[] {
  const numbers = new Set<number>();
  for (const each of [before, line])
    for (let row = each.line; row <= endOf(each).line; row++) numbers.add(row);
  const marks = new Map<number, readonly [number, number]>();
  const { claim, parts } = judged ?? {};
  if (claim && parts)
    for (const [each, place] of [
      [before, parts.left],
      [line, parts.right],
    ] as const) {
      const mark = markOf(claim.context, each, place);
      if (mark && !marks.has(mark.line)) marks.set(mark.line, mark.columns);
    }
  const shown = [...numbers].sort((a, b) => a - b).slice(-MOST_LINES);
  return shown.map((row) => {
    const columns = marks.get(row);
    return { line: row, text: rows[row - 1] ?? '', ...(columns ? { marks: columns } : {}) };
  });
}

interface Mark {
  readonly line: number;
  readonly columns: readonly [from: number, to: number];
}

/** Where the part of a line was written, or the smallest part around it; not the whole line. */
function markOf(context: Context, line: Line, part: Place): Mark | undefined {
  const spans = readSpans(context, line.source);
  for (let place: Place | undefined = part; place?.parent; place = place.parent) {
    const symbols = place.indices.map(({ symbol }) => symbol);
    const term = close(context.arena, place.term, symbols);
    const span = spans.find((one) => one.term === term);
    if (span) return markAt(line, span);
  }
  return undefined;
}

/** The parts of what was written; none of what is not in the plain language. */
function readSpans(context: Context, source: string): readonly Span[] {
  try {
    return spansOf(context, source);
  } catch (error) {
    if (error instanceof LanguageError) return [];
    throw error;
  }
}

/** The first row of the span. */
function markAt({ line, column, source }: Line, { start, end }: Span): Mark {
  const above = source.slice(0, start).split('\n');
  const offset = above.length === 1 ? column : 1;
  const from = offset + (above.at(-1) as string).length;
  const [first = ''] = source.slice(start, end).split('\n');
  return { line: line + above.length - 1, columns: [from, from + first.length] };
}
