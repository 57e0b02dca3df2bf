/** Checks a document: reads it, and judges each of its claims. */
import { type Document, parseDocument } from '../language/document.js';
import type { Diagnostic } from '../language/language-error.js';
import { Arena } from '../term/term.js';
import { type CheckedClaim, checkClaim } from './check-claim.js';
import { withFrames } from './frame.js';
import { Lemmas } from './lemmas.js';
import type { Memory } from './memory.js';
import { type CheckOptions, settingsOf } from './options.js';
import type { Recall } from './recall.js';
import type { FileReport } from './report.js';
import { turn } from './turn.js';

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
  return examine(text, path, options, { arena: memory?.begin() ?? new Arena(), memory });
}

/** Where terms are made, and what is known before. */
export interface Desk {
  readonly arena: Arena;
  readonly memory?: Memory | undefined;
  readonly recall?: () => Recall;
}

/** As examineDocument, with what is known before. */
export async function examine(
  text: string,
  path: string,
  options: CheckOptions,
  { arena, memory, recall }: Desk,
): Promise<CheckedDocument> {
  const given = options.context && parseDocument(arena, options.context.text);
  const document = parseDocument(arena, text, {
    isTex: /\.tex$/i.test(path),
    ...(given ? { background: given.background } : {}),
  });
  const wrong =
    given?.diagnostics.map((each) => elsewhere(options.context?.path ?? '', each)) ?? [];
  const errors = [...wrong, ...document.diagnostics];
  const lemmas = new Lemmas();
  const claims: CheckedClaim[] = [];
  if (errors.length > 0)
    return {
      text,
      document,
      claims,
      lemmas,
      report: { path, claims: [], errors: [...errors, ...document.formulaErrors] },
    };
  const settings = { ...settingsOf(options), ...(recall ? { recall: recall() } : {}) };
  for (const claim of document.claims) {
    const { length } = document.claims;
    options.onClaim?.({ path, name: claim.name, done: claims.length, claims: length });
    // A turn of the event loop, so that what was shown is seen and a signal is heard.
    await turn();
    const known = memory?.recall(claim, settings, lemmas);
    const bare = known ?? (await checkClaim(claim, settings, lemmas));
    memory?.keep(bare, settings, lemmas);
    const checked = { ...bare, report: withFrames(bare, text) };
    claims.push(checked);
    keepLemma(lemmas, checked);
  }
  memory?.end();
  const report: FileReport = {
    path,
    claims: claims.map((each) => each.report),
    ...(document.formulaErrors.length > 0 ? { errors: document.formulaErrors } : {}),
    ...(document.unclaimed.length > 0 ? { unclaimed: document.unclaimed } : {}),
  };
  return { text, document, claims, lemmas, report };
}

/** A mistake in the document with the declarations, told at the start of the one that is checked. */
const elsewhere = (path: string, { line, column, message, ...advice }: Diagnostic): Diagnostic => ({
  line: 1,
  column: 1,
  message: `${path}:${line}:${column} ${message}`,
  ...advice,
});

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
