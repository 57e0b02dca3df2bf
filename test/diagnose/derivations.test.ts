/**
 * Derivations of the field, of 4 to 12 lines: some right, some with one planted mistake. A comment
 * at the wrong line names its kind, or the kinds, where the same slip has more than one name. The
 * lines after it follow from it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../src/document/check.js';
import type { ClaimReport } from '../../src/document/report.js';

const folder = join(import.meta.dirname, 'derivations');

interface Derivation {
  readonly report: ClaimReport;
  /** Lines of the document with a planted mistake, and what it may be called. */
  readonly planted: ReadonlyMap<number, readonly string[]>;
}

async function derivationsIn(file: string): Promise<Derivation[]> {
  const text = readFileSync(join(folder, file), 'utf8');
  const { claims, errors } = await checkDocument(text, file, { timeLimit: 120 });
  expect(errors).toBeUndefined();
  const rows = text.split('\n');
  return claims.map((report) => {
    const planted = new Map<number, string[]>();
    for (let line = report.line; line <= report.endLine; line++) {
      const kinds = /# mistake: (.*)$/.exec(rows[line - 1] ?? '')?.[1];
      if (kinds) planted.set(line, kinds.split(' '));
    }
    return { report, planted };
  });
}

const documents = await Promise.all(readdirSync(folder).sort().map(derivationsIn));
const derivations = documents.flat();
const right = derivations.filter(({ planted }) => planted.size === 0);
const wrong = derivations.filter(({ planted }) => planted.size > 0);

const blamed = ({ report: { steps = [] } }: Derivation) =>
  steps.filter(({ verdict }) => verdict === 'refuted' || verdict === 'error');

const byName = (list: readonly Derivation[]) =>
  list.map((one): [string, Derivation] => [one.report.name, one]);

describe('derivations', () => {
  it('are many, right and wrong, of 4 to 12 lines', () => {
    expect(right.length).toBeGreaterThanOrEqual(30);
    expect(wrong.length).toBeGreaterThanOrEqual(30);
    for (const { report } of derivations) {
      const lines = (report.steps?.length ?? 0) + 1;
      expect(lines >= 4 && lines <= 12, report.name).toBe(true);
    }
  });

  it.each(byName(right))('%s: no line is blamed', (_name, derivation) => {
    expect(blamed(derivation)).toEqual([]);
  });

  it.each(byName(wrong))('%s: the wrong line is blamed, and no other', (_name, derivation) => {
    expect(blamed(derivation).map(({ line }) => line)).toEqual([...derivation.planted.keys()]);
  });

  it('have mistakes of most kinds, of which nine in ten are named', () => {
    const named = wrong.filter((derivation) =>
      blamed(derivation).every(({ line = 0, mistake }) =>
        derivation.planted.get(line)?.includes(mistake ?? ''),
      ),
    );
    expect(named.length / wrong.length).toBeGreaterThanOrEqual(0.9);
    const kinds = new Set(wrong.flatMap(({ planted }) => [...planted.values()].flat()));
    expect(kinds.size).toBeGreaterThanOrEqual(15);
  });
});
