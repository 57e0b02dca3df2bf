import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import katex from 'katex';
import { beforeAll, describe, expect, it } from 'vitest';

import { certificatesOf, replayCertificate } from '../../src/document/certificates.js';
import { type CheckedDocument, examineDocument } from '../../src/document/check.js';
import { examineAgain } from '../../src/document/examine-again.js';
import { findDocuments } from '../../src/document/find.js';
import { entryOf } from '../../src/document/kept-entry.js';
import { renderDocument } from '../../src/document/render.js';
import { exitCode, isAsExpected } from '../../src/document/report.js';

const folder = resolve(import.meta.dirname, '../../proofs');
const documents = existsSync(folder) ? await findDocuments([folder]) : [];

/** A line is made as narrow as the page where a document says how; a fragment does not. */
const FITS = { '\\fitline': '#1' };

describe.each(documents.map((path) => path.slice(folder.length + 1)))('proofs/%s', (name) => {
  let checked: CheckedDocument;
  beforeAll(async () => {
    checked = await examineDocument(readFileSync(join(folder, name), 'utf8'), name);
  }, 600_000);

  it('has claims, all as they should be', () => {
    const { report } = checked;
    expect(report.errors ?? []).toEqual([]);
    expect(report.claims.length).toBeGreaterThan(0);
    expect(
      report.claims.filter((claim) => !isAsExpected(claim)).map((claim) => claim.name),
    ).toEqual([]);
    expect(exitCode({ gradus: 1, seed: 42, files: [report] })).toBe(0);
  });

  it('has certificates that the kernel accepts after a way through JSON', () => {
    const { claims, lemmas, report } = checked;
    const stored = certificatesOf(claims, lemmas);
    expect(stored.length > 0).toBe(report.claims.some(({ verdict }) => verdict === 'proved'));
    for (const { name: claim, certificate } of stored)
      expect(replayCertificate(JSON.parse(JSON.stringify(certificate))).name).toBe(claim);
  });

  it('has the same report when it is checked by what the last check has kept', async () => {
    const { text, report } = checked;
    const entry = JSON.parse(JSON.stringify(entryOf(checked)));
    const again = await examineAgain(text, name, {}, entry);
    // Whether a repaired side is proved depends on the half second that it has.
    const untimed = (each: typeof report | undefined): string =>
      JSON.stringify(each, (key, value) =>
        key === 'ms' ? 0 : key === 'repair' ? { ...value, verdict: 'timed' } : value,
      );
    expect(untimed(again?.report)).toBe(untimed(report));
  });

  it('has formulas that KaTeX renders', async () => {
    const { text, report } = checked;
    const latex = await renderDocument(text, report, 'latex', { isFragment: true });
    const displays = [
      ...latex.matchAll(/(\\begin\{align\*\}[\s\S]*?\\end\{align\*\})|\\\[([\s\S]*?)\\\]/g),
    ];
    expect(displays.length).toBeGreaterThan(0);
    for (const [, aligned, display] of displays) {
      const formula = aligned ?? (display as string);
      const render = () =>
        katex.renderToString(formula, { displayMode: true, throwOnError: true, macros: FITS });
      expect(render, formula).not.toThrow();
    }
  });

  it('is written in letters that pdflatex prints', async () => {
    const { text, report } = checked;
    const latex = await renderDocument(text, report, 'latex');
    expect(latex).toMatch(/^[\n -~À-ÿ]*$/);
    expect(latex, 'a letter without a form in LaTeX').not.toContain('\\texttt{U+');
  });
});
