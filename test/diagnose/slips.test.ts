/**
 * Single wrong lines as students write them, each after lines that are right. A comment names the
 * kind of the mistake, or the kinds, where the same slip has more than one name. It was written
 * before the diagnosis was asked; to two lines of `mended` a name was added that is as good. The
 * lines in `mended` were looked at while the diagnosis was improved. Those in `apart` were not,
 * and say what it is worth on lines that it has never seen.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.js';
import { checkDocument } from '../../src/document/check.js';
import { coreClaim } from '../../src/document/core-claim.js';
import { parseDocument } from '../../src/language/document.js';
import { checkRelationNow } from '../../src/numeric/check.js';
import { relevantContext } from '../../src/search/relevance.js';
import { Arena } from '../../src/term/term.js';
import { OPTIONS } from '../numeric/claim-text.js';

const folder = join(import.meta.dirname, 'slips');

interface Slip {
  readonly name: string;
  /** The line that is wrong, and those that are blamed. */
  readonly line: number;
  readonly blamed: readonly (number | undefined)[];
  /** What it may be called, and what it is. */
  readonly kinds: readonly string[];
  readonly mistake: string | undefined;
}

async function slipsIn(path: string): Promise<Slip[]> {
  const text = readFileSync(path, 'utf8');
  const { claims, errors } = await checkDocument(text, path, { timeLimit: 120 });
  expect(errors).toBeUndefined();
  const rows = text.split('\n');
  return claims.map((claim) => {
    const line = claim.endLine;
    const kinds = /# mistake: (.*)$/.exec(rows[line - 1] ?? '')?.[1]?.split(' ') ?? [];
    const steps = claim.steps?.length ? claim.steps : [{ ...claim, line }];
    const wrong = steps.filter(({ verdict }) => verdict === 'refuted' || verdict === 'error');
    const blamed = wrong.map((step) => step.line);
    return { name: claim.name, line, blamed, kinds, mistake: wrong[0]?.mistake };
  });
}

const filesOf = (set: string): string[] =>
  readdirSync(join(folder, set))
    .sort()
    .map((file) => join(folder, set, file));

/** The shares that were measured, and no less. */
const SETS = [
  { set: 'mended', least: 250, named: 0.97, rightly: 0.95 },
  { set: 'apart', least: 60, named: 0.98, rightly: 0.93 },
] as const;

describe.each(SETS)('the slips in $set', async ({ set, least, named, rightly }) => {
  const slips = (await Promise.all(filesOf(set).map(slipsIn))).flat();
  const share = (holds: (slip: Slip) => boolean): number =>
    slips.filter(holds).length / slips.length;

  it('are many, each with a mistake that has a name', () => {
    expect(slips.length).toBeGreaterThanOrEqual(least);
    expect(slips.filter(({ kinds }) => kinds.length === 0)).toEqual([]);
  });

  it('are all found, and no right line is blamed', () => {
    const missed = slips.filter(({ line, blamed }) => blamed.join() !== String(line));
    expect(missed.map(({ name }) => name)).toEqual([]);
  });

  it('are named, and named rightly, as often as was measured', () => {
    expect(share(({ mistake }) => mistake !== undefined)).toBeGreaterThanOrEqual(named);
    expect(share(({ kinds, mistake = '' }) => kinds.includes(mistake))).toBeGreaterThanOrEqual(
      rightly,
    );
  });
});

describe('a mistake that is named', () => {
  const claims = SETS.flatMap(({ set }) => filesOf(set)).flatMap(
    (path) => parseDocument(new Arena(), readFileSync(path, 'utf8')).claims,
  );

  it.each(claims.map(({ name, ...rest }) => [name, rest] as const))(
    '%s: its repair holds in models that the guess was not tried on',
    (_name, { context: written, lines }) => {
      const [before, wrong] = lines.slice(-2) as [(typeof lines)[0], (typeof lines)[0]];
      const core = coreClaim(written, before, wrong);
      const { relation, left, right } = core;
      const context = relevantContext(core.context, [left, right]);
      const outcome = checkRelationNow(context, relation, left, right, OPTIONS);
      if (outcome.verdict !== 'refuted') throw new Error('it was not refuted');
      const { counterexample } = outcome;
      const found = diagnose(context, relation, left, right, counterexample, Date.now() + 60_000);
      if (!found?.edit) return;
      const again = { ...OPTIONS, seed: 1999, runs: 100 };
      const { edit } = found;
      expect(checkRelationNow(context, 'eq', edit.left, edit.right, again).verdict).toBe('agrees');
    },
  );
});
