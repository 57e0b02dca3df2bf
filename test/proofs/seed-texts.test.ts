// The four seed texts are checked as they are, with declarations beside them: what is proved in
// them, what is wrong, and what is no claim, as last reviewed.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gradus } from '../cli/run-cli.js';

// A busy machine must not change a verdict.
const patience = { timeout: 300_000 };

const withoutTimes = (text: string): string => text.replace(/ · [\d.]+ ms$/gm, '');

const check = (context: string, document: string) =>
  gradus(
    'check',
    `proofs/seeds/${document}.txt`,
    '--context',
    `proofs/seeds/${context}.context.md`,
    '--time-limit',
    '120',
  );

describe('a seed', patience, () => {
  it.each([
    ['000-categorical', '000-categorical'],
    ['001-maximum-likelihood', '001-maximum-likelihood'],
    ['001-labels-from-1', '001-maximum-likelihood'],
    ['002-cross-entropy', '002-cross-entropy'],
    ['003-overview', '003-overview'],
  ])('with %s.context.md: %s.txt', async (context, document) => {
    const { out, err } = await check(context, document);
    expect(err).toBe('');
    await expect(withoutTimes(out)).toMatchFileSnapshot(`../golden/seed-${context}.txt`);
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
