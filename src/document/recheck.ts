/**
 * Documents whose proofs another checker has looked at: what it accepts is told with the claim.
 * Which checker that is, this folder does not know.
 */
import type { CheckedDocument } from './check.js';
import type { CheckedClaim } from './check-claim.js';
import type { RecheckReport } from './report.js';

export interface Rechecked {
  /** The theorems of the claims of which all are accepted. */
  readonly accepted: ReadonlyMap<CheckedClaim, readonly RecheckReport[]>;
  /** The files that were checked, by their names. */
  readonly files: ReadonlyMap<string, string>;
}

/** Has another checker look at all documents together. */
export type Recheck = (
  documents: readonly { readonly path: string; readonly checked: CheckedDocument }[],
) => Promise<Rechecked>;

/** The document with what was accepted in its report. */
export function withRechecked(checked: CheckedDocument, { accepted }: Rechecked): CheckedDocument {
  const claims = checked.claims.map((claim) => {
    const rechecked = accepted.get(claim);
    return rechecked ? { ...claim, report: { ...claim.report, rechecked } } : claim;
  });
  const report = { ...checked.report, claims: claims.map((claim) => claim.report) };
  return { ...checked, claims, report };
}
