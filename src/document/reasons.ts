/** Looks at the reasons that a document names for its lines: `by log-prod, y.sum`. */
import type { Proof } from '../kernel/proof.js';
import { premisesOf } from '../kernel/theorem.js';
import type { Claim, Line } from '../language/claim.js';
import { didYouMean } from '../language/nearest-name.js';
import { ruleBook } from '../rules/book.js';
import type { Proved } from './find-proof.js';
import { claimName } from './hypotheses.js';
import type { Lemmas } from './lemmas.js';
import type { Judged } from './relation.js';
import type { RelationReport } from './report.js';

/** Reasons that are no rule of the book. */
const KINDS = ['algebra', 'definition'];

/**
 * The report, with an error for a reason that does not exist and a note for one not used. The
 * reasons in a formula are its author's remarks: a wrong one is noted, and the verdict stays.
 */
export function checkReasons(
  claim: Claim,
  line: Line,
  judged: Judged,
  lemmas: Lemmas,
): RelationReport {
  const { report, proved } = judged;
  const { context } = claim;
  for (const reason of line.by) {
    if (isReason(claim, reason, lemmas)) continue;
    const names = [...ruleBook().keys(), ...context.hypotheses.keys(), ...lemmas.names, ...KINDS];
    const { hint } = didYouMean(reason, names);
    const error = `there is no rule ${reason}${hint ? ` (${hint})` : ''}`;
    // One plain word that is near to no rule, as in "by linearity", is prose.
    if (claim.isFormula && !hint && !/[-.]/.test(reason)) continue;
    if (claim.isFormula) return { ...report, note: withNote(report, `wrong reason: ${error}`) };
    return { ...report, verdict: 'error', error };
  }
  if (!proved || line.by.length === 0) return report;
  const used = reasonsUsed(proved);
  const isUsed = (reason: string): boolean =>
    used.has(reason) || (context.definitions.has(reason) && used.has('definition'));
  const isProse = (reason: string): boolean =>
    claim.isFormula === true && !/[-.]/.test(reason) && !isReason(claim, reason, lemmas);
  const unused = line.by.filter((reason) => !isUsed(reason) && !isProse(reason));
  if (unused.length === 0) return report;
  const instead = [...used].filter((reason) => !reason.includes(' ')).slice(0, 4);
  const found = instead.length > 0 ? `: the proof found goes by ${instead.join(', ')}` : '';
  const says = claim.isFormula
    ? `wrong reason: ${unused.join(', ')} does not justify this step${found}`
    : `${unused.join(', ')} was not needed${found}`;
  return { ...report, note: says };
}

const isReason = ({ context }: Claim, reason: string, lemmas: Lemmas): boolean =>
  ruleBook().has(reason) ||
  KINDS.includes(reason) ||
  context.hypotheses.has(reason) ||
  context.definitions.has(reason) ||
  lemmas.names.includes(reason);

const withNote = ({ note }: RelationReport, more: string): string =>
  note === undefined ? more : `${note}; ${more}`;

/** Every rule, hypothesis, earlier claim and kind of step that a proof uses, premises included. */
function reasonsUsed({ theorem, proof }: Proved): ReadonlySet<string> {
  const found = new Set<string>(theorem.rules);
  for (const name of theorem.hypotheses) found.add(claimName(name) ?? name);
  const kinds = { algebra: 'algebra', unfold: 'definition' } as const;
  for (const { by } of allProofs(proof.proof))
    if (by === 'algebra' || by === 'unfold') found.add(kinds[by]);
  return found;
}

function* allProofs(root: Proof): Generator<Proof> {
  const seen = new Set<Proof>();
  const waiting = [root];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    yield next;
    waiting.push(...premisesOf(next));
  }
}
