/**
 * Writes beside each line of a calculation the rules that justify it. Nothing else of the text is
 * touched: an annotation is inserted where a line ends that has no reason of its own.
 */
import type { Context } from '../kernel/context.js';
import { type DocumentOptions, parseDocument } from '../language/document.js';
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
export function annotate(
  text: string,
  claims: readonly CheckedClaim[],
  options: Pick<DocumentOptions, 'isTex'> = {},
): Annotated {
  const starts = rowStarts(text);
  const names = new Set(claims.map(({ claim }) => claim.name));
  const read = parseDocument(new Arena(), text, options);
  const known = new Set(read.claims.map(({ name }) => name));
  const insertions = claims
    .filter(({ claim }) => claim.form === 'calc' && known.has(claim.name))
    .flatMap(({ claim, relations }) =>
      relations.flatMap((relation) => {
        const reasons = reasonsFor(relation, claim.context, names);
        if (reasons.length === 0) return [];
        const end = endOf(relation.line);
        const offset = (starts[end.line - 1] ?? 0) + end.column - 1;
        if (claim.isFormula) return besideFormula(text, offset, reasons);
        return [{ offset, text: `  by ${reasons.join(', ')}` }];
      }),
    )
    .sort((a, b) => b.offset - a.offset);
  let annotated = text;
  for (const { offset, text: added } of insertions)
    annotated = annotated.slice(0, offset) + added + annotated.slice(offset);
  const isSafe = insertions.length === 0 || readsAlike(text, annotated, options);
  return isSafe ? { text: annotated, count: insertions.length } : { text, count: 0 };
}

interface Insertion {
  readonly offset: number;
  readonly text: string;
}

/** More reasons than this beside a formula would say less than none. */
const MOST_REASONS = 3;

/** `&& \text{(by log-prod)}` at the end of a row of an alignment; nothing in any other place. */
function besideFormula(text: string, offset: number, reasons: readonly string[]): Insertion[] {
  const isPlain = reasons.every((reason) => /^[A-Za-z][\w.-]*$/.test(reason));
  if (!isPlain || reasons.length > MOST_REASONS) return [];
  const [stop] = /^[,.;]*(?=[\s>]*(?:\\\\|\\end\{))/.exec(text.slice(offset, offset + 200)) ?? [];
  if (stop === undefined || !/^(align|aligned)\*?$/.test(environmentAt(text, offset))) return [];
  const words = reasons.join(', ').replaceAll('_', '\\_');
  return [{ offset: offset + stop.length, text: ` && \\text{(by ${words})}` }];
}

/** The environment of LaTeX that is open at a place; '' for none. */
function environmentAt(text: string, offset: number): string {
  const open: string[] = [];
  for (const [, mark, name = ''] of text
    .slice(0, offset)
    .matchAll(/\\(begin|end)\{([A-Za-z]+\*?)\}/g))
    if (mark === 'begin') open.push(name);
    else open.splice(Math.max(open.lastIndexOf(name), 0));
  return open.at(-1) ?? '';
}

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
function readsAlike(
  before: string,
  after: string,
  options: Pick<DocumentOptions, 'isTex'>,
): boolean {
  const arena = new Arena();
  const said = (text: string): string => {
    const { claims, diagnostics } = parseDocument(arena, text, options);
    const lines = claims.map(({ name, form, lines: all }) => [
      name,
      form,
      all.map(({ term, relation }) => [term.id, relation]),
    ]);
    return JSON.stringify([lines, diagnostics]);
  };
  return said(before) === said(after);
}
