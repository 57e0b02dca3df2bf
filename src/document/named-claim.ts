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

export interface NamedClaim {
  readonly path: string;
  readonly text: string;
  readonly claim: Claim;
}

/**
 * Throws InputError where no claim is named, the document cannot be read or makes no such claim;
 * the error of node:fs where there is no file.
 */
export async function readNamedClaim(reference: string): Promise<NamedClaim> {
  const hash = reference.lastIndexOf('#');
  if (hash <= 0 || hash === reference.length - 1)
    throw new InputError(reference, 'this names no claim', 'write DOCUMENT.md#claim');
  const [path, name] = [reference.slice(0, hash), reference.slice(hash + 1)];
  const text = await readFile(path, 'utf8');
  const { claims, diagnostics } = parseDocument(new Arena(), text);
  const [fault] = diagnostics;
  if (fault) throw new InputError(path, `line ${fault.line}: ${fault.message}`, fault.hint);
  const claim = claims.find((each) => each.name === name);
  if (!claim) throw new InputError(path, `there is no claim ${name}`, namesOf(claims));
  return { path, text, claim };
}

const namesOf = (claims: readonly Claim[]): string =>
  claims.length === 0
    ? 'the document makes no claim'
    : `its claims are ${claims.map((c) => c.name).join(', ')}`;

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
