/** Reasons that an author gives beside a line: `\text{by log-prod}`, `% by log-prod`. */
import type { Claim } from '../claim.js';
import type { Remark } from './token.js';

const BY = /^\W*by\s+([a-z][\w.-]*(?:\s*,\s*[a-z][\w.-]*)*)\W*$/i;

/** The names in a remark that begins with "by"; none in any other words. */
export function reasonsIn(words: readonly string[]): string[] {
  return words.flatMap((text) => BY.exec(text)?.[1]?.split(/\s*,\s*/) ?? []);
}

type Draft = Omit<Claim, 'name' | 'endLine'>;

/** Puts the reasons in comments on the line of the document that they end. */
export function reasonsOfRemarks(claims: Draft[], remarks: readonly Remark[]): void {
  for (const remark of remarks) {
    const by = reasonsIn([remark.text]);
    if (by.length === 0) continue;
    const at = claims.findLastIndex(({ lines }) =>
      lines.slice(1).some(({ line }) => line <= remark.line),
    );
    const claim = claims[at];
    const last = claim?.lines.findLastIndex(({ line }) => line <= remark.line) ?? -1;
    if (!claim || last < 1) continue;
    const lines = claim.lines.map((line, k) =>
      k === last ? { ...line, by: [...line.by, ...by] } : line,
    );
    claims[at] = { ...claim, lines };
  }
}

/** The claim with the reasons of a label: one for a relation, `;` between those of a chain. */
export function withReasons(
  claim: Draft,
  groups: readonly (readonly string[])[],
): Draft | undefined {
  if (groups.length === 0) return claim;
  if (groups.length !== claim.lines.length - 1) return undefined;
  const lines = claim.lines.map((line, k) => {
    const by = groups[k - 1];
    return k > 0 && by ? { ...line, by: [...line.by, ...by] } : line;
  });
  return { ...claim, lines };
}
