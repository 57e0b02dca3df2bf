/** Looks at the reasons that a document names for its lines: `by log-prod, y.sum`. */
import type { Proof } from '../kernel/proof.js';
import type { Claim, Line } from '../language/claim.js';
import { didYouMean } from '../language/nearest-name.js';
import { ruleBook } from '../rules/book.js';
import { reasonOf, subproofs } from '../search/transcript.js';
import type { Judged } from './relation.js';
import type { RelationReport } from './report.js';

/** Reasons that are no rule of the book. */
const KINDS = ['algebra', 'definition'];

/** The report, with an error for a reason that does not exist and a note for one not used. */
export function checkReasons(claim: Claim, line: Line, judged: Judged): RelationReport {
  const { report, proof } = judged;
  const { context } = claim;
  for (const reason of line.by) {
    const known =
      ruleBook().has(reason) ||
      KINDS.includes(reason) ||
      context.hypotheses.has(reason) ||
      context.definitions.has(reason);
    if (known) continue;
    const names = [...ruleBook().keys(), ...context.hypotheses.keys(), ...KINDS];
    const { hint } = didYouMean(reason, names);
    const error = `there is no rule ${reason}${hint ? ` (${hint})` : ''}`;
    return { ...report, verdict: 'error', error };
  }
  if (!proof || line.by.length === 0) return report;
  const used = reasonsUsed(proof.proof);
  const isUsed = (reason: string): boolean =>
    used.has(reason) || (context.definitions.has(reason) && used.has('definition'));
  const unused = line.by.filter((reason) => !isUsed(reason));
  if (unused.length === 0) return report;
  const instead = [...used].filter((reason) => !reason.includes(' ')).slice(0, 4);
  const found = instead.length > 0 ? `: the proof found goes by ${instead.join(', ')}` : '';
  return { ...report, note: `${unused.join(', ')} was not needed${found}` };
}

/** Every rule, hypothesis, definition and kind of step that a proof uses, premises included. */
function reasonsUsed(proof: Proof): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<Proof>();
  const waiting = [proof];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const reason = reasonOf(next);
    if (reason !== 'chain') found.add(reason.replace(/^hypothesis /, ''));
    if (next.by === 'unfold') found.add('definition');
    waiting.push(...subproofs(next));
  }
  return found;
}
