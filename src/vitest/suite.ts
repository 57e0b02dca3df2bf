/** The tests of one document: a suite a claim, a test a step. */
import { describe, test } from 'vitest';
import { checkDocument } from '../document/check.js';
import { type Finding, findingsOf } from '../document/findings.js';
import type { CheckOptions } from '../document/options.js';
import { DEFAULTS } from '../document/options.js';
import { parseDocument } from '../language/document.js';
import { Arena } from '../term/term.js';

/** What can be told in a configuration, and says nothing of what a document is about. */
export interface SuiteOptions
  extends Pick<CheckOptions, 'seed' | 'runs' | 'maxSize' | 'timeLimit' | 'strict'> {
  /** Claims for which no proof is found pass when the numbers agree. */
  readonly allowTested?: boolean;
}

/** Registers the tests of a document. `path` is absolute. */
export function documentSuite(text: string, path: string, options: SuiteOptions): void {
  const { allowTested = false, ...check } = options;
  const isTex = path.endsWith('.tex');
  const { claims, diagnostics, formulaErrors } = parseDocument(new Arena(), text, { isTex });
  const findings = once(async () => findingsOf([await checkDocument(text, path, check)]));
  const patience = {
    timeout: 1000 * (options.timeLimit ?? DEFAULTS.timeLimit) * (claims.length + 1),
  };
  const fails = ({ level }: Finding) => level === 'error' || (level === 'warning' && !allowTested);
  // A formula that cannot be read has a test of its own; anything else outside of the claims means
  // that none of them was judged.
  const unread = new Set(formulaErrors.map(({ message }) => message));
  const isGeneral = ({ claim, title }: Finding) => claim === undefined && !unread.has(title);
  const expectNone = async (isMeant: (finding: Finding) => boolean) => {
    const found = (await findings()).find(
      (finding) => fails(finding) && (isMeant(finding) || isGeneral(finding)),
    );
    if (found) throw new DocumentFailure(found);
  };

  for (const { line, message } of [...diagnostics, ...formulaErrors])
    test(`line ${line} can be read`, patience, () =>
      expectNone((finding) => finding.line === line && finding.title === message),
    );
  if (diagnostics.length > 0) return;
  for (const { name, form, lines } of claims)
    describe(name, () => {
      if (form !== 'calc') {
        test(form === 'refute' ? 'is refuted' : 'holds', patience, () =>
          expectNone(({ claim }) => claim === name),
        );
        return;
      }
      for (const [k, { line, source }] of lines.entries())
        if (k > 0)
          test(`step ${k}: ${oneLine(source)}`, patience, () =>
            expectNone((finding) => finding.claim === name && finding.line === line),
          );
    });
}

/** What is wrong, with the place in the document as the place of the error. */
class DocumentFailure extends Error {
  constructor({ title, details, path, line, column }: Finding) {
    super([title, ...details].join('\n'));
    this.name = 'DocumentFailure';
    this.stack = `${this.name}: ${this.message}\n    at ${path}:${line}:${column}`;
  }
}

const oneLine = (source: string): string => source.replace(/\s+/g, ' ').trim();

/** The function, run at its first call. */
function once<T>(run: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => {
    result ??= { value: run() };
    return result.value;
  };
}
