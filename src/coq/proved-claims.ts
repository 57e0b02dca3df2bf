/** The claims of documents that the checker accepts a proof of, for the export. */
import { basename } from 'node:path';
import { certificateName } from '../document/certificate-name.js';
import { type CheckedDocument, examineDocument } from '../document/check.js';
import type { CheckedClaim } from '../document/check-claim.js';
import { readDocument } from '../document/check-file.js';
import { findDocuments } from '../document/find.js';
import type { CheckOptions } from '../document/options.js';
import type { FileReport } from '../document/report.js';
import type { ProvedClaim } from './development.js';

export interface CheckedPaths {
  readonly claims: readonly ProvedClaim[];
  readonly reports: readonly FileReport[];
}

/**
 * Checks the documents at these paths and gathers what is proved: of a calculation each line.
 * Throws InputError as findDocuments does, and the error of node:fs for an unreadable file.
 */
export async function provedClaims(
  paths: readonly string[],
  options: CheckOptions = {},
): Promise<CheckedPaths> {
  const claims: ProvedClaim[] = [];
  const reports: FileReport[] = [];
  for (const path of await findDocuments(paths)) {
    const checked = await examineDocument(await readDocument(path), path, options);
    reports.push(checked.report);
    claims.push(...claimsOf(checked, path).map(({ proved }) => proved));
  }
  return { claims, reports };
}

/** What is proved in a checked document, with the claim that it is a relation of. */
export function claimsOf(
  checked: CheckedDocument,
  path: string,
): { readonly claim: CheckedClaim; readonly proved: ProvedClaim }[] {
  const document = basename(path).replace(/\.(md|tex)$/, '');
  return checked.claims.flatMap((each) =>
    each.relations.flatMap(({ judged, line, report }) => {
      if (!judged?.proved || report.verdict !== 'proved') return [];
      const { theorem, proof } = judged.proved;
      const proved = {
        document,
        name: certificateName(each.claim, line),
        statement: theorem.statement,
        proof: checked.lemmas.complete(theorem.statement.context, proof),
      };
      return [{ claim: each, proved }];
    }),
  );
}
