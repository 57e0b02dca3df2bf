/** The claims that mutants are made of: those of proofs/ and of the corpora that are proved. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentOf } from '../../corpus/entry.mjs';
import type { Claim } from '../../src/language/claim.js';
import { parseDocument } from '../../src/language/document.js';
import { Arena } from '../../src/term/term.js';

const filesBelow = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => join(folder, file));

const claimsIn = (text: string): readonly Claim[] =>
  parseDocument(new Arena(), text).claims.filter(
    ({ form, lines }) => form === 'claim' && lines.length === 2,
  );

/** The claims of the documents below proofs/. */
export const claimsOfProofs = (): Claim[] =>
  filesBelow('proofs', '.md').flatMap((file) => claimsIn(readFileSync(file, 'utf8')));

/** The true claims of the corpora. */
export const claimsOfCorpus = (): Claim[] =>
  filesBelow('corpus', '.json').flatMap((file) =>
    JSON.parse(readFileSync(file, 'utf8'))
      .entries.filter(({ truth }: { truth: boolean }) => truth)
      .flatMap((entry: Parameters<typeof documentOf>[0]) => claimsIn(documentOf(entry))),
  );
