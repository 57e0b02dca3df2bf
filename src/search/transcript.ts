/**
 * A derivation as a reader sees it: lines, each with the rules that lead to it, each unfolding
 * into the elementary steps that the checker replays. Folding is a view: the elementary steps of
 * all lines together are the proof.
 */
import type { Proof, Step } from '../kernel/proof.js';
import { ruleEntry } from '../rules/book.js';
import type { Term } from '../term/term.js';

/** A line of a derivation and how it follows from the one before. */
export interface TranscriptStep {
  readonly relation: Step['relation'];
  readonly before: Term;
  readonly after: Term;
  /** Ids of the rules used, the one that names the step first; `algebra`, `definition J`, … */
  readonly reasons: readonly string[];
  /** One sentence for readers, without a full stop. */
  readonly title: string;
  /** From `before` to `after`; each result is a whole line. */
  readonly elementary: readonly Step[];
}

export interface Transcript {
  readonly start: Term;
  readonly steps: readonly TranscriptStep[];
  readonly end: Term;
}

/** What an elementary step is called: a rule's id, or the kind of step. */
export function reasonOf(proof: Proof, before?: Term): string {
  switch (proof.by) {
    case 'rule':
      return proof.rule;
    case 'hypothesis':
      return `hypothesis ${proof.name}`;
    case 'unfold':
      return before ? `definition ${before.name}` : 'definition';
    case 'symmetry':
      return reasonOf(proof.of, before);
    default:
      return proof.by;
  }
}

/** True of a rule that names a step where it is used; false of what only prepares or tidies. */
export const isMajorRule = (reason: string): boolean => ruleEntry(reason)?.level === 'major';

/** Each reason once, in order of first use, major rules first. */
export function orderedReasons(reasons: readonly string[]): string[] {
  const all = [...new Set(reasons)];
  return [...all.filter(isMajorRule), ...all.filter((reason) => !isMajorRule(reason))];
}
