/**
 * Replays certificates that were stored for the claims of a document, without any search. A claim
 * that has changed since has no certificate any more.
 */
import {
  type Certificate,
  CertificateError,
  decodeCertificate,
} from '../certificate/certificate.js';
import { ProofError } from '../kernel/check.js';
import type { Context } from '../kernel/context.js';
import { type ClaimProof, establish, type Theorem, theoremName } from '../kernel/theorem.js';
import { ruleBook } from '../rules/book.js';
import { relevantContext } from '../search/relevance.js';
import type { Term } from '../term/term.js';
import { declarationKey, definitionKey } from './context-key.js';
import { type CoreClaim, goalOf } from './core-claim.js';

export interface StoredCertificate {
  /** As certificateName says. */
  readonly name: string;
  readonly certificate: Certificate;
}

/** Certificates by the name of what they prove. */
export type Store = ReadonlyMap<string, unknown>;

/** What the kernel says of a stored proof of a claim. */
export type Replayed =
  | { readonly theorem: Theorem; readonly proof: ClaimProof }
  | { readonly fault: string };

/** Replays the certificate of this name, if it proves the claim. */
export function replayStored(
  store: Store,
  name: string,
  claim: CoreClaim,
  about: readonly Term[],
): Replayed {
  const json = store.get(name);
  if (json === undefined)
    return { fault: 'no certificate is stored for this; gradus check --update stores one' };
  try {
    const { statement, proof } = decodeCertificate(claim.context.arena, json);
    const { relation, left, right } = goalOf(claim);
    const isSame =
      statement.relation === relation &&
      statement.left === left &&
      statement.right === right &&
      isIncluded(statement.context, claim.context, about);
    if (!isSame) return { fault: 'its certificate proves another statement: it was changed since' };
    return { theorem: establish(ruleBook(), statement, proof), proof };
  } catch (error) {
    if (!(error instanceof CertificateError) && !(error instanceof ProofError)) throw error;
    return { fault: `its certificate is not accepted: ${error.message}` };
  }
}

/**
 * True when the proof assumes no more than the claim does: the same of every symbol, and nothing
 * that the claim is not about. Its lemmas are no assumptions; it proves them itself.
 */
function isIncluded(own: Context, context: Context, about: readonly Term[]): boolean {
  const { declarations, hypotheses, conventions } = relevantContext(context, about);
  return (
    [...own.declarations].every(
      ([name, each]) => declarationKey(each) === declarationKey(declarations.get(name)),
    ) &&
    [...own.definitions].every(
      ([name, each]) => definitionKey(each) === definitionKey(context.definitions.get(name)),
    ) &&
    [...own.hypotheses].every(
      ([name, { proposition }]) =>
        name.startsWith(theoremName('')) || hypotheses.get(name)?.proposition === proposition,
    ) &&
    [...own.conventions].every((name) => conventions.has(name))
  );
}
