/** Certificates of what a check has proved: written to files, read back, checked by the kernel alone. */
import { mkdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { encodeCertificate, replay } from '../certificate/certificate.js';
import { printUnicode } from '../language/print-unicode.js';
import { ruleBook } from '../rules/book.js';
import { certificateName } from './certificate-name.js';
import type { CheckedClaim } from './check-claim.js';
import { InputError } from './find.js';
import { hypothesesShown, hypothesisTexts } from './hypotheses.js';
import type { Lemmas } from './lemmas.js';
import { putFile, writing } from './rewrite.js';
import type { StoredCertificate } from './stored.js';

/** A certificate for each proved relation of the claims. */
export function certificatesOf(
  claims: readonly CheckedClaim[],
  lemmas: Lemmas,
): StoredCertificate[] {
  return claims.flatMap(({ claim, relations }) =>
    relations.flatMap(({ judged, line, report }) => {
      // A proof from hypotheses that contradict each other is none: its verdict is an error.
      if (!judged?.proved || report.verdict !== 'proved') return [];
      const name = certificateName(claim, line);
      const { theorem, proof } = judged.proved;
      const whole = lemmas.complete(theorem.statement.context, proof);
      return [{ name, certificate: encodeCertificate(name, theorem.statement, whole) }];
    }),
  );
}

/** Writes `DOCUMENT.NAME.json` for each certificate; the paths. */
export async function saveCertificates(
  folder: string,
  document: string,
  certificates: readonly StoredCertificate[],
): Promise<string[]> {
  await writing(folder, () => mkdir(folder, { recursive: true }));
  const stem = basename(document).replace(/\.md$/, '');
  return Promise.all(
    certificates.map(async ({ name, certificate }) => {
      const path = join(folder, `${stem}.${name.replace(/[^\p{L}\p{N}._-]/gu, '_')}.json`);
      await putFile(path, `${JSON.stringify(certificate)}\n`);
      return path;
    }),
  );
}

/** What the kernel says of a certificate that it accepts. */
export interface ReplayReport {
  readonly name: string;
  /** In Unicode mathematics. */
  readonly statement: string;
  /** The hypotheses that the proof uses, in the plain language. */
  readonly hypotheses: readonly string[];
  /** The same in Unicode mathematics. */
  readonly using: readonly string[];
  /** Ids of the rules that the proof uses. */
  readonly rules: readonly string[];
}

const SIGNS = { eq: '=', le: '≤', lt: '<' } as const;

/**
 * Replays a certificate with the checker alone. Throws a CertificateError when it cannot be read
 * and a ProofError when it does not prove what it claims.
 */
export function replayCertificate(json: unknown): ReplayReport {
  const { theorem, name } = replay(ruleBook(), json);
  const { context, relation, left, right } = theorem.statement;
  return {
    name,
    statement: `${printUnicode(left, { context })} ${SIGNS[relation]} ${printUnicode(right, { context })}`,
    hypotheses: hypothesisTexts(context, theorem.hypotheses),
    using: hypothesesShown(context, theorem.hypotheses),
    rules: [...theorem.rules].sort(),
  };
}

const Envelope = v.looseObject({
  gradus: v.literal(1),
  name: v.string(),
  terms: v.array(v.unknown()),
});

/** As replayCertificate, for a file. Throws InputError when it holds no certificate. */
export async function replayFile(path: string): Promise<ReplayReport> {
  const text = await readFile(path, 'utf8');
  return replayCertificate(readEnvelope(path, text));
}

function readEnvelope(path: string, text: string): unknown {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new InputError(path, 'this file is no JSON');
  }
  if (v.is(Envelope, json)) return json;
  throw new InputError(
    path,
    'this file holds no certificate',
    'see gradus check --save-certificates',
  );
}
