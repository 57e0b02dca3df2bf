/**
 * Certificates that are kept beside a document: `notes.md` has `notes.certificate.json`, with a
 * line for each relation that was proved. Whoever replays them needs no search; a claim that has
 * changed since has no certificate any more.
 */
import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
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
import { InputError } from './find.js';

/** The file that holds the certificates of a document. */
const storePath = (document: string): string =>
  `${document.replace(/\.(md|tex)$/, '')}.certificate.json`;

export interface StoredCertificate {
  /** As certificateName says. */
  readonly name: string;
  readonly certificate: Certificate;
}

/** Certificates by the name of what they prove. */
export type Store = ReadonlyMap<string, unknown>;

/** Writes the certificates of a document, all or nothing; without any, there is no file. */
export async function writeStore(
  document: string,
  certificates: readonly StoredCertificate[],
): Promise<void> {
  const path = storePath(document);
  if (certificates.length === 0) return rm(path, { force: true });
  const lines = certificates.map(({ certificate }) => JSON.stringify(certificate));
  const draft = `${path}.${process.pid}.tmp`;
  await writeFile(draft, `{"gradus": 1, "certificates": [\n${lines.join(',\n')}\n]}\n`);
  await rename(draft, path);
}

/** The certificates of a document; none where no file is. Throws InputError for a spoilt file. */
export async function readStore(document: string): Promise<Store> {
  const path = storePath(document);
  if (!existsSync(path)) return new Map();
  const certificates = listIn(await readFile(path, 'utf8'));
  if (!certificates)
    throw new InputError(
      path,
      'this file holds no certificates',
      'gradus check --update writes it',
    );
  return new Map(certificates.map((certificate) => [certificate.name, certificate]));
}

function listIn(text: string): Pick<Certificate, 'name'>[] | undefined {
  try {
    const { certificates } = JSON.parse(text) as { certificates?: unknown };
    if (!Array.isArray(certificates)) return undefined;
    return certificates.every((each) => typeof each?.name === 'string') ? certificates : undefined;
  } catch {
    return undefined;
  }
}

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
