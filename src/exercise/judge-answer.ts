/**
 * Judges a line that a reader has typed in the place of a hidden one: against the line before, and
 * against the line after. What is proved was replayed by the checker; what is wrong is refuted by
 * a model.
 */
import { describeCounterexample } from '../diagnose/describe.js';
import { Lemmas } from '../document/lemmas.js';
import type { Settings } from '../document/options.js';
import { DEFAULTS } from '../document/options.js';
import { judgeRelation } from '../document/relation.js';
import type { RelationReport } from '../document/report.js';
import type { Context } from '../kernel/context.js';
import type { Relation } from '../language/claim.js';
import { type Diagnostic, diagnosticOf } from '../language/language-error.js';
import type { Term } from '../term/term.js';
import { type Shown, shown } from '../transcript/record.js';
import { type Frame, readAnswer } from './read-answer.js';
import { isSameForm } from './same-form.js';

/** A hidden line: what stands around it, in core form. */
export interface Gap extends Frame {
  readonly before: Term;
  readonly after: Term;
  /** Of the hidden line to the one before, and of the line after to the hidden one. */
  readonly into: Relation;
  readonly out: Relation;
  /** Sides that the hidden line itself differs from in how it is written alone. */
  readonly alike?: readonly Side[];
  /** Other lines of the derivation, farther away. */
  readonly beyond?: { readonly [side in Side]: readonly Term[] };
}

export type Side = 'before' | 'after';

/** What is said of an answer. Only `proved` and `tested` count. */
export type AnswerReport =
  | { readonly verdict: 'unread'; readonly fault: Diagnostic }
  | {
      /** A line that is there already: no step. */
      readonly verdict: 'repeated';
      readonly side: Side;
      readonly read: Shown;
      /** It is written otherwise, or stands farther away than the line next to the gap. */
      readonly how?: 'rewritten' | 'beyond';
    }
  /** Both steps hold: by a proof, or as far as the numbers say. */
  | { readonly verdict: 'proved' | 'tested'; readonly read: Shown; readonly models?: number }
  | {
      readonly verdict: 'refuted';
      readonly side: Side;
      readonly read: Shown;
      /** `at n = 1, x = [0]: left 1, right −1`, with the answer on the right. */
      readonly counterexample: string;
      readonly diagnosis?: string;
    }
  | { readonly verdict: 'undecided'; readonly read: Shown; readonly reason: string };

export interface JudgeOptions {
  /** Seconds for the whole answer. */
  readonly timeLimit?: number;
  readonly seed?: number;
}

const TIME_LIMIT = 6;

/** Judges a typed line. Never throws for what the text says. */
export async function judgeAnswer(
  gap: Gap,
  text: string,
  { timeLimit = TIME_LIMIT, seed = DEFAULTS.seed }: JudgeOptions = {},
): Promise<AnswerReport> {
  const reading = readAnswer(gap, text, gap.before);
  if ('fault' in reading) return { verdict: 'unread', fault: diagnosticOf(reading.fault) };
  const { term, context, written } = reading;
  const read = shown(gap.context, written);
  const repeated = repetitionOf(gap, term, read);
  if (repeated) return repeated;
  const settings: Settings = { ...DEFAULTS, timeLimit, seed };
  const reports: RelationReport[] = [];
  for (const side of SIDES) {
    const report = await compare(gap, context, side, term, settings);
    const { counterexample, diagnosis } = report;
    if (report.verdict === 'refuted' && counterexample)
      return {
        verdict: 'refuted',
        side,
        read,
        counterexample: describeCounterexample(counterexample),
        ...(diagnosis === undefined ? {} : { diagnosis }),
      };
    reports.push(report);
  }
  return together(reports, read);
}

/** What is there already is true, and fills no gap. */
function repetitionOf(gap: Gap, term: Term, read: Shown): AnswerReport | undefined {
  const verdict = 'repeated';
  for (const side of SIDES) if (term === gap[side]) return { verdict, side, read };
  // Between lines that differ in how they are written alone, so does what is asked for.
  const isTidying = isSameForm(gap.before, gap.after);
  for (const side of SIDES)
    if (!isTidying && !gap.alike?.includes(side) && isSameForm(term, gap[side]))
      return { verdict, side, read, how: 'rewritten' };
  for (const side of SIDES)
    if (gap.beyond?.[side].some((line) => isSameForm(term, line)))
      return { verdict, side, read, how: 'beyond' };
  return undefined;
}

const SIDES = ['before', 'after'] as const;

/** The answer stands on the right of both comparisons: what is said of a mistake is said of it. */
async function compare(
  { before, after, into, out }: Gap,
  context: Context,
  side: Side,
  answer: Term,
  settings: Settings,
): Promise<RelationReport> {
  const claim =
    side === 'before'
      ? { context, relation: into, left: before, right: answer }
      : { context, relation: TURNED[out], left: after, right: answer };
  const about = [before, after, answer];
  // The form of a repaired line: it is to be proved in any way, and not to be derived for readers.
  const task = { form: 'refute', by: [], lemmas: new Lemmas(), about } as const;
  return (await judgeRelation(claim, task, settings, settings.timeLimit * 500)).report;
}

const TURNED: Readonly<Record<Relation, Relation>> = {
  eq: 'eq',
  le: 'ge',
  lt: 'gt',
  ge: 'le',
  gt: 'lt',
};

/** What two comparisons say together that refute nothing. */
function together(reports: readonly RelationReport[], read: Shown): AnswerReport {
  const open = reports.find(({ verdict }) => verdict !== 'proved' && verdict !== 'tested');
  if (open) return { verdict: 'undecided', read, reason: open.error ?? open.note ?? '' };
  if (reports.every(({ verdict }) => verdict === 'proved')) return { verdict: 'proved', read };
  const models = Math.min(...reports.map(({ numeric }) => numeric?.models ?? 0));
  return { verdict: 'tested', read, models };
}
