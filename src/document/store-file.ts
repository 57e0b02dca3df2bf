/**
 * Certificates that are kept beside a document: `notes.md` has `notes.certificate.json`, with a
 * line for each relation that was proved.
 */
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Certificate } from '../certificate/certificate.js';
import { InputError } from './find.js';
import { putFile } from './rewrite.js';
import type { Store, StoredCertificate } from './stored.js';

/** The file that holds the certificates of a document. */
const storePath = (document: string): string =>
  `${document.replace(/\.(md|tex)$/, '')}.certificate.json`;

/** Writes the certificates of a document, all or nothing; without any, there is no file. */
export async function writeStore(
  document: string,
  certificates: readonly StoredCertificate[],
): Promise<void> {
  const path = storePath(document);
  if (certificates.length === 0) return rm(path, { force: true });
  const lines = certificates.map(({ certificate }) => JSON.stringify(certificate));
  await putFile(path, `{"gradus": 1, "certificates": [\n${lines.join(',\n')}\n]}\n`);
}

/** The certificates of a document; none where no file is. Throws InputError for a spoilt file. */
export async function readStore(document: string): Promise<Store> {
  const path = storePath(document);
  if (!existsSync(path)) return new Map();
  const certificates = listIn(readFileSync(path, 'utf8'));
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
