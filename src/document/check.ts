/** Checks a document: reads it, and judges each of its claims. */
import { setImmediate } from 'node:timers/promises';
import { type Document, parseDocument } from '../language/document.js';
import { Arena } from '../term/term.js';
import { type CheckedClaim, checkClaim } from './check-claim.js';
import { withFrames } from './frame.js';
import { Lemmas } from './lemmas.js';
import type { Memory } from './memory.js';
import { type CheckOptions, settingsOf } from './options.js';
import type { FileReport } from './report.js';

/** A document after its check, with the terms and proofs that its report is about. */
export interface CheckedDocument {
  readonly text: string;
  readonly document: Document;
  readonly claims: readonly CheckedClaim[];
  /** The claims that are proved, for those after them. */
  readonly lemmas: Lemmas;
  readonly report: FileReport;
}

/**
 * Checks a document and keeps what was proved; a memory of its last check spares what has not
 * changed. A document with a statement that cannot be read is
 * not judged at all: its claims might not mean what they seem to.
 */
export async function examineDocument(
  text: string,
  path: string,
  options: CheckOptions = {},
  memory?: Memory,
): Promise<CheckedDocument> {
  const document = parseDocument(memory?.begin() ?? new Arena(), text);
  const settings = settingsOf(options);
  const errors = document.diagnostics;
  const lemmas = new Lemmas();
  const claims: CheckedClaim[] = [];
  if (errors.length > 0)
    return { text, document, claims, lemmas, report: { path, claims: [], errors } };
  for (const claim of document.claims) {
    const { length } = document.claims;
    options.onClaim?.({ path, name: claim.name, done: claims.length, claims: length });
    // A turn of the event loop, so that what was shown is seen and a signal is heard.
    await setImmediate();
    const known = memory?.recall(claim, settings, lemmas);
    const bare = known ?? (await checkClaim(claim, settings, lemmas));
    memory?.keep(bare, settings, lemmas);
    const checked = { ...bare, report: withFrames(bare, text) };
    claims.push(checked);
    keepLemma(lemmas, checked);
  }
  return { text, document, claims, lemmas, report: { path, claims: claims.map((c) => c.report) } };
}

/** A claim of one relation that is proved may be used by those after it. */
function keepLemma(lemmas: Lemmas, { claim, relations, report }: CheckedClaim): void {
  const [only, ...others] = relations;
  const proved = only?.judged?.proved;
  if (claim.form === 'claim' && report.verdict === 'proved' && proved && others.length === 0)
    lemmas.add(claim.name, proved.theorem, proved.proof);
}

/** The report on a document. Never throws for what the text says. */
export async function checkDocument(
  text: string,
  path: string,
  options: CheckOptions = {},
): Promise<FileReport> {
  return (await examineDocument(text, path, options)).report;
}
