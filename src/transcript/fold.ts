/**
 * Folds elementary steps into lines: every major rule, definition and hypothesis begins a line,
 * and the bookkeeping after it belongs to it. Folding is a view; no step is left out.
 */
import type { Context } from '../kernel/context.js';
import type { Step } from '../kernel/proof.js';
import { reasonOf, type Transcript, type TranscriptStep } from '../search/transcript.js';
import type { Term } from '../term/term.js';
import { isMajor, titleOf } from './reason.js';
import { subtermAt } from './record.js';

/** The transcript of a chain that begins with `start`. */
export function foldChain(context: Context, start: Term, steps: readonly Step[]): Transcript {
  const lines: TranscriptStep[] = [];
  let before = start;
  let group: Step[] = [];
  let reasons: string[] = [];
  const finish = (): void => {
    const last = group.at(-1);
    if (!last) return;
    if (last.result !== before) lines.push(lineOf(context, before, group, reasons));
    before = last.result;
    group = [];
    reasons = [];
  };
  let current = start;
  for (const step of steps) {
    const reason = reasonOf(step.proof, subtermAt(step.reverse ? step.result : current, step.path));
    const opensLine =
      isMajor(reason) && reasons.some((other) => isMajor(other) && other !== reason);
    if (opensLine) finish();
    group.push(step);
    if (!reasons.includes(reason)) reasons.push(reason);
    current = step.result;
  }
  finish();
  return { start, steps: lines, end: current };
}

function lineOf(
  context: Context,
  before: Term,
  elementary: readonly Step[],
  reasons: readonly string[],
): TranscriptStep {
  const leading = reasons.find(isMajor) ?? (reasons[0] as string);
  const relation = elementary.find((step) => step.relation !== 'eq')?.relation ?? 'eq';
  return {
    relation,
    before,
    after: (elementary.at(-1) as Step).result,
    reasons: [leading, ...reasons.filter((reason) => reason !== leading)],
    title: titleOf(leading, context),
    elementary,
  };
}
