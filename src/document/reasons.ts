/** Looks at the reasons that a document names for its lines: `by log-prod, y.sum`. */
import type { Context } from '../kernel/context.js';
import type { Proof } from '../kernel/proof.js';
import { premisesOf } from '../kernel/theorem.js';
import type { Claim, Line } from '../language/claim.js';
import { didYouMean } from '../language/nearest-name.js';
import { ruleBook } from '../rules/book.js';
import { reasonOf } from '../search/transcript.js';
import { isMajor, majorReasons, reasonGroup } from '../transcript/reason.js';
import type { Proved } from './find-proof.js';
import { claimName } from './hypotheses.js';
import type { Lemmas } from './lemmas.js';
import type { Judged } from './relation.js';
import type { RelationReport } from './report.js';

/** Reasons that are no rule of the book. */
const KINDS = ['algebra', 'definition', 'differentiation', 'linearity'];

/** True of what a text may give as a reason, besides earlier claims. */
export const isReason = (reason: string, context: Context): boolean =>
  ruleBook().has(reason) ||
  KINDS.includes(reason) ||
  context.hypotheses.has(reason) ||
  context.definitions.has(reason);

/**
 * The report, with an error for a reason that does not exist and a note for one not used. The
 * reasons in a formula are its author's remarks: a wrong one is noted, and the verdict stays.
 */
export function checkReasons(
  claim: Claim,
  line: Line,
  judged: Judged,
  lemmas: Lemmas,
  strict: boolean,
): RelationReport {
  const { report, proved } = judged;
  const { context } = claim;
  for (const reason of line.by) {
    if (isReason(reason, context) || lemmas.names.includes(reason)) continue;
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
    claim.isFormula === true &&
    !/[-.]/.test(reason) &&
    !isReason(reason, context) &&
    !lemmas.names.includes(reason);
  const unused = line.by.filter((reason) => !isUsed(reason) && !isProse(reason));
  if (unused.length === 0) return report;
  const found = rulesOf(proved);
  const isWrong = unused.length === line.by.length;
  const what = `${unused.join(', ')} ${isWrong ? 'is not the reason' : 'was not needed'}`;
  const note = `${what}: the line follows by ${found.join(', ')}`;
  if (!isWrong) return { ...report, note };
  const fault = strict ? { fault: note } : {};
  return { ...report, note, wrongReason: { stated: line.by, found }, ...fault };
}

/** What justifies a proved line: its major rules, or what it has in their place. */
export function rulesOf(proved: Proved): string[] {
  const major = new Map<string, string[]>();
  for (const reason of majorReasons(proved.transcript)) {
    const group = reasonGroup(reason);
    major.set(group, [...(major.get(group) ?? []), reason]);
  }
  if (major.size > 0) return [...major].map(([group, reasons]) => together(group, reasons));
  const [first] = proved.transcript?.steps ?? [];
  if (first) return first.reasons.slice(0, 1);
  const { proof } = proved.proof;
  if (proof.by === 'chain') return ['same'];
  const rules = [...proved.theorem.rules].filter(isMajor);
  return [rules[0] ?? reasonOf(proof)];
}

/** Reasons that count as one: `diff-log` alone, or `differentiation`; `definition J, yhat`. */
function together(group: string, [first = group, ...others]: readonly string[]): string {
  if (others.length === 0) return first;
  if (group !== 'definition') return group;
  const names = others.map((reason) => reason.slice('definition '.length));
  return [first, ...names].join(', ');
}

const withNote = ({ note }: RelationReport, more: string): string =>
  note === undefined ? more : `${note}; ${more}`;

/** Every rule, hypothesis, earlier claim and kind of step that a proof uses, premises included. */
function reasonsUsed({ theorem, proof }: Proved): ReadonlySet<string> {
  const found = new Set<string>(theorem.rules);
  for (const name of theorem.hypotheses) found.add(claimName(name) ?? name);
  const kinds = { algebra: 'algebra', unfold: 'definition' } as const;
  for (const { by } of allProofs(proof.proof))
    if (by === 'algebra' || by === 'unfold') found.add(kinds[by]);
  for (const rule of theorem.rules) found.add(reasonGroup(rule));
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
