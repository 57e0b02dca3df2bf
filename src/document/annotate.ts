/**
 * Writes beside each line of a calculation the rules that justify it. Nothing else of the text is
 * touched: an annotation is inserted where a line ends that has no reason of its own.
 */
import type { Context } from '../kernel/context.js';
import { parseDocument } from '../language/document.js';
import { Arena } from '../term/term.js';
import type { CheckedClaim } from './check-claim.js';
import type { CheckedRelation } from './check-relation.js';
import { endOf } from './extent.js';
import { claimName } from './hypotheses.js';
import { isReason, rulesOf } from './reasons.js';

export interface Annotated {
  readonly text: string;
  /** Lines that have a reason now, and had none. */
  readonly count: number;
}

/**
 * The text with a reason at every proved line that has none. The text as it was, if the
 * annotations would change how anything in it is read.
 */
export function annotate(text: string, claims: readonly CheckedClaim[]): Annotated {
  const starts = rowStarts(text);
  const names = new Set(claims.map(({ claim }) => claim.name));
  const insertions = claims
    .filter(({ claim }) => claim.form === 'calc')
    .flatMap(({ claim, relations }) =>
      relations.flatMap((relation) => {
        const reasons = reasonsFor(relation, claim.context, names);
        if (reasons.length === 0) return [];
        const end = endOf(relation.line);
        const offset = (starts[end.line - 1] ?? 0) + end.column - 1;
        return [{ offset, text: annotation(reasons) }];
      }),
    )
    .sort((a, b) => b.offset - a.offset);
  let annotated = text;
  for (const { offset, text: added } of insertions)
    annotated = annotated.slice(0, offset) + added + annotated.slice(offset);
  const isSafe = insertions.length === 0 || readsAlike(text, annotated);
  return isSafe ? { text: annotated, count: insertions.length } : { text, count: 0 };
}

/** How reasons are written beside a line; a formula in LaTeX would have `&& \text{(…)}`. */
const annotation = (reasons: readonly string[]): string => `  by ${reasons.join(', ')}`;

/** The offset of the start of each row. */
function rowStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The reasons of a proved line without one, in the words of the language. */
function reasonsFor(
  { line, report, judged }: CheckedRelation,
  context: Context,
  claims: ReadonlySet<string>,
): string[] {
  const proved = judged?.proved;
  const isPlain = report.verdict === 'proved' && line.by.length === 0 && report.note === undefined;
  if (!proved || !isPlain) return [];
  const reasons = rulesOf(proved).flatMap(wordsOf);
  const isKnown = (reason: string): boolean => claims.has(reason) || isReason(reason, context);
  return reasons.every(isKnown) ? reasons : [];
}

/** `definition J, yhat` is `by J, yhat`; a hypothesis or an earlier claim goes by its name. */
function wordsOf(rule: string): string[] {
  const [, names] = /^(?:definition|hypothesis) (.+)$/.exec(rule) ?? [];
  return names === undefined ? [rule] : names.split(', ').map((name) => claimName(name) ?? name);
}

/** True when both texts say the same but for reasons. */
function readsAlike(before: string, after: string): boolean {
  const arena = new Arena();
  const said = (text: string): string => {
    const { claims, diagnostics } = parseDocument(arena, text);
    const lines = claims.map(({ name, form, lines: all }) => [
      name,
      form,
      all.map(({ term, relation }) => [term.id, relation]),
    ]);
    return JSON.stringify([lines, diagnostics]);
  };
  return said(before) === said(after);
}
