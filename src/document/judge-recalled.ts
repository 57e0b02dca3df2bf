/** Judges a relation by what an earlier check of the same document has kept. */

import type { Step } from '../kernel/proof.js';
import { relevantContext } from '../search/relevance.js';
import {
  orderedReasons,
  reasonOf,
  type Transcript,
  type TranscriptStep,
} from '../search/transcript.js';
import type { Term } from '../term/term.js';
import { foldChain } from '../transcript/fold.js';
import { subtermAt } from '../transcript/record.js';
import { type CoreClaim, goalOf } from './core-claim.js';
import type { Proved } from './find-proof.js';
import type { Settings } from './options.js';
import { proofContext, type Subject } from './proof-context.js';
import { type KeptLine, type KeptProof, StaleEntry } from './recall.js';
import type { Judged } from './relation.js';
import { replayProof } from './replay-proof.js';

/**
 * The relation as proved by a proof that was kept, once the kernel has accepted it and the context
 * has a model. Throws StaleEntry otherwise.
 */
export async function judgeRecalled(
  claim: CoreClaim,
  kept: KeptProof,
  subject: Subject,
  settings: Settings,
): Promise<Judged> {
  const { left, right, context: whole } = claim;
  const goal = goalOf(claim);
  if (kept.left !== goal.left || kept.right !== goal.right) throw new StaleEntry();
  const context = proofContext(claim, subject, kept.lemmas);
  const replayed = replayProof({ ...claim, context }, kept.proof, subject.lemmas.theorems);
  if ('fault' in replayed) throw new StaleEntry();
  const { hasModel } = await import('../numeric/has-model.js');
  const sides = [left, right];
  const relevant = relevantContext(whole, [...sides, ...subject.about]);
  const deadline = Date.now() + settings.timeLimit * 1000;
  if (!hasModel(relevant, sides, { ...settings, deadline })) throw new StaleEntry();
  const transcript = transcriptOf(context, goal.left, kept);
  const proved: Proved = {
    ...replayed,
    proof: kept.proof,
    ...(transcript ? { transcript } : {}),
    ...(kept.lines ? { isDerived: true } : {}),
  };
  return { claim, report: { verdict: 'proved', numeric: kept.numeric }, proved };
}

function transcriptOf(
  context: CoreClaim['context'],
  start: Term,
  { proof: { proof }, lines }: KeptProof,
): Transcript | undefined {
  if (proof.by !== 'chain') return undefined;
  return lines ? derivation(start, proof.steps, lines) : foldChain(context, start, proof.steps);
}

/** The lines of a derivation; what each uses is read off its steps. */
function derivation(start: Term, all: readonly Step[], lines: readonly KeptLine[]): Transcript {
  const steps: TranscriptStep[] = [];
  let before = start;
  let done = 0;
  for (const [count, title] of lines) {
    const elementary = all.slice(done, done + count);
    const after = elementary.at(-1)?.result ?? before;
    const reasons = orderedReasons(reasonsOf(before, elementary));
    steps.push({ relation: 'eq', before, after, reasons, title, elementary });
    before = after;
    done += count;
  }
  if (done !== all.length) throw new StaleEntry();
  return { start, steps, end: before };
}

function reasonsOf(start: Term, steps: readonly Step[]): string[] {
  let line = start;
  return steps.map(({ proof, reverse, result, path }) => {
    const from = subtermAt(reverse ? result : line, path);
    line = result;
    return reasonOf(proof, from);
  });
}
