/**
 * A derivation as a reader sees it: lines, each with the rules that lead to it, each unfolding
 * into the elementary steps that the checker replays. Folding is a view: the elementary steps of
 * all lines together are the proof.
 */
import type { Proof, Step } from '../kernel/proof.js';
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

/** The names of the context's hypotheses that a proof uses, in order of first use. */
export function hypothesesUsed(...proofs: readonly Proof[]): string[] {
  const names = new Set<string>();
  const seen = new Set<Proof>();
  const pending = [...proofs];
  for (let proof = pending.pop(); proof; proof = pending.pop()) {
    if (seen.has(proof)) continue;
    seen.add(proof);
    if (proof.by === 'hypothesis') names.add(proof.name);
    pending.push(...subproofs(proof));
  }
  return [...names].sort();
}

/** The proofs that a proof is made of, one level down. */
export function subproofs(proof: Proof): readonly Proof[] {
  switch (proof.by) {
    case 'rule':
    case 'hypothesis':
    case 'declared':
      return proof.premises;
    case 'symmetry':
      return [proof.of];
    case 'algebra':
      return proof.nonzero.map((n) => n.proof);
    case 'linear':
      return proof.terms.map((t) => t.proof);
    case 'chain':
      return proof.steps.map((s) => s.proof);
    case 'rewrite':
      return [...proof.steps.map((s) => s.proof), proof.next];
    case 'cases':
    case 'absurd':
      return [proof.yes, proof.no];
    case 'have':
      return [proof.proof, proof.next];
    default:
      return [];
  }
}
