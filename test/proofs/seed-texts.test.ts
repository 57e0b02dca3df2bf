// The four seed texts are checked as they are, with declarations beside them: what is proved in
// them, what is wrong, and what is no claim, as last reviewed.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CheckReport } from '../../src/document/report.js';
import { gradus } from '../cli/run-cli.js';
import { oncePerPhrase, refutationOf } from './phrase.js';

// A busy machine must not change a verdict.
const patience = { timeout: 600_000 };

/** A line each for the claims and for what is none, with what is said of them but for its words. */
function outline({ files }: CheckReport): string {
  const [{ claims = [], unclaimed = [] } = {}] = files;
  const lines = claims.flatMap((claim) => {
    const { name, text, verdict, using = [], steps = [] } = claim;
    const faults = [claim, ...steps].filter((each) => each.counterexample ?? each.mistyped);
    return [
      `${name} ${verdict}  ${text}`,
      ...using.map((fact) => `    using ${fact}`),
      ...faults.flatMap((fault) => [
        ...refutationOf(fault),
        ...(fault.mistyped ? ['    mistyped'] : []),
      ]),
    ];
  });
  const others = unclaimed.map(({ name, line }) => `${name} no claim, line ${line}`);
  return `${[...lines, ...others].join('\n')}\n`;
}

const check = (context: string, document: string, ...more: string[]) =>
  gradus(
    ...['check', `proofs/seeds/${document}.txt`],
    ...['--context', `proofs/seeds/${context}.context.md`],
    ...['--time-limit', '120'],
    ...more,
  );

const reports = new Map<string, CheckReport>();

/** The report on a seed, which is checked once. */
async function reportOn(context: string, document: string): Promise<CheckReport> {
  const known = reports.get(context);
  if (known) return known;
  const { out, err } = await check(context, document, '--format', 'json');
  expect(err).toBe('');
  const report = JSON.parse(out) as CheckReport;
  reports.set(context, report);
  return report;
}

const SEEDS = [
  ['000-categorical', '000-categorical'],
  ['001-maximum-likelihood', '001-maximum-likelihood'],
  ['001-labels-from-1', '001-maximum-likelihood'],
  ['002-cross-entropy', '002-cross-entropy'],
  ['003-overview', '003-overview'],
] as const;

describe('a seed', patience, () => {
  it.each(SEEDS)('with %s.context.md: %s.txt', async (context, document) => {
    const text = outline(await reportOn(context, document));
    await expect(text).toMatchFileSnapshot(`../golden/seed-${context}.txt`);
  });

  it('says why a formula is no claim in the words that were last reviewed', async () => {
    const reasons: string[] = [];
    for (const [context, document] of SEEDS)
      for (const { unclaimed = [] } of (await reportOn(context, document)).files)
        reasons.push(...unclaimed.map(({ reason }) => reason));
    const phrases = oncePerPhrase(reasons);
    await expect(`${phrases.join('\n')}\n`).toMatchFileSnapshot('../golden/wording-unclaimed.txt');
  });

  it('001 has a sign missing, which is found when labels begin at 1', async () => {
    const { out, code } = await check('001-labels-from-1', '001-maximum-likelihood');
    expect(code).toBe(1);
    expect(out).toMatch(/✗ formula-8 {2}.*\n.*refuted/);
    expect(out).toContain('is a minus sign missing?');
    expect(out.match(/✗/g)).toHaveLength(1);
  });

  it('001 leaves a class out, which is found when labels begin at 0', async () => {
    const { out } = await check('001-maximum-likelihood', '001-maximum-likelihood');
    expect(out).toMatch(/✗ formula-5 {2}/);
    expect(out).toMatch(/y = \[0\]/);
  });
});

it('no document in the default run is a context', async () => {
  const { findDocuments } = await import('../../src/document/find.js');
  const found = await findDocuments(['proofs']);
  expect(found.filter((path) => path.includes('context'))).toEqual([]);
  expect(readFileSync('proofs/seeds/003-overview.context.md', 'utf8')).toContain('gradus');
});
