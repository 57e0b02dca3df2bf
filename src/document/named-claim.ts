/** The claim that `DOCUMENT.md#name` names. */
import { readFile } from 'node:fs/promises';
import type { Claim } from '../language/claim.js';
import { parseDocument } from '../language/document.js';
import { Arena } from '../term/term.js';
import { examineDocument } from './check.js';
import { type CheckedClaim, checkClaim } from './check-claim.js';
import { InputError } from './find.js';
import { Lemmas } from './lemmas.js';
import { type CheckOptions, settingsOf } from './options.js';
import { readStore } from './store-file.js';

export interface NamedClaim {
  readonly path: string;
  readonly text: string;
  readonly claim: Claim;
}

/**
 * Throws InputError where no claim is named, and where the document cannot be read or makes no such
 * claim.
 */
export async function readNamedClaim(reference: string): Promise<NamedClaim> {
  const hash = reference.lastIndexOf('#');
  if (hash <= 0 || hash === reference.length - 1)
    throw new InputError(reference, 'this names no claim', 'write DOCUMENT.md#claim');
  const [path, name] = [reference.slice(0, hash), reference.slice(hash + 1)];
  const text = await textOf(path);
  const isTex = path.endsWith('.tex');
  const { claims, diagnostics } = parseDocument(new Arena(), text, { isTex });
  const [fault] = diagnostics;
  if (fault) throw new InputError(path, `line ${fault.line}: ${fault.message}`, fault.hint);
  const claim = claims.find((each) => each.name === name);
  if (!claim) throw new InputError(path, `there is no claim ${name}`, namesOf(claims));
  return { path, text, claim };
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : `this file cannot be read (${code})`;
    throw new InputError(path, why);
  }
}

const namesOf = (claims: readonly Claim[]): string =>
  claims.length === 0
    ? 'the document makes no claim'
    : `its claims are ${claims.map((c) => c.name).join(', ')}`;

/** As checkNamedClaim; without a search where the certificate beside the document proves it. */
export async function replayNamedClaim(
  named: NamedClaim,
  options: CheckOptions,
): Promise<CheckedClaim> {
  const store = await readStore(named.path);
  if (store.size > 0) {
    const replayed = await checkClaim(named.claim, settingsOf({ ...options, store }), new Lemmas());
    if (replayed.report.verdict === 'proved') return replayed;
  }
  return checkNamedClaim(named, options);
}

/** The claim after its check: alone if that proves it, else with the claims before it. */
export async function checkNamedClaim(
  { path, text, claim }: NamedClaim,
  options: CheckOptions,
): Promise<CheckedClaim> {
  const alone = await checkClaim(claim, settingsOf(options), new Lemmas());
  if (alone.report.verdict === 'proved') return alone;
  const { claims } = await examineDocument(text, path, options);
  return claims.find((each) => each.claim.name === claim.name) ?? alone;
}
