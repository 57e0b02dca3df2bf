// Display mathematics is judged like any calculation: its verdicts, reasons and remarks.
import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../src/document/check.js';
import type { ClaimReport, FileReport } from '../../src/document/report.js';
import { exitCode } from '../../src/document/report.js';

const DECLARED = `\`\`\`gradus
size K
index k in 1..K
positive p[K], u, v
real a, b, w[K]
\`\`\`
`;

const check = (text: string, path = 'notes.md'): Promise<FileReport> =>
  checkDocument(DECLARED + text, path, { timeLimit: 60 });

const only = async (text: string): Promise<ClaimReport> => {
  const { claims } = await check(text);
  expect(claims).toHaveLength(1);
  return claims[0] as ClaimReport;
};

const code = (file: FileReport): number => exitCode({ gradus: 1, seed: 42, files: [file] });

describe('a formula', { timeout: 600_000 }, () => {
  it('is a calculation with a step for each relation', async () => {
    const claim = await only('$$\\log(uv) = \\log u + \\log v = \\log v + \\log u$$');
    expect(claim.kind).toBe('calculation');
    expect(claim.steps?.map(({ verdict, line }) => [verdict, line])).toEqual([
      ['proved', 7],
      ['proved', 7],
    ]);
  });

  it('with a wrong line is refuted there, and the lines after it are judged on their own', async () => {
    const claim = await only('$$\\log(uv) = \\log u - \\log v = -\\log v + \\log u$$');
    expect(claim.verdict).toBe('refuted');
    expect(claim.steps?.map(({ verdict }) => verdict)).toEqual(['refuted', 'proved']);
  });

  it('whose reason is right has no remark', async () => {
    const claim = await only('$$\\log(uv) = \\log u + \\log v \\quad\\text{(by log-mul)}$$');
    expect(claim.steps?.map(({ verdict, note, rule }) => [verdict, note, rule])).toEqual([
      ['proved', undefined, 'log-mul'],
    ]);
  });

  it('whose reason is wrong stays proved, and the reason is said to be wrong', async () => {
    const claim = await only('<!-- gradus: by log-div -->\n$$\\log(uv) = \\log u + \\log v$$');
    expect(claim.verdict).toBe('proved');
    expect(claim.steps?.[0]?.note).toMatch(
      /^log-div is not the reason: the line follows by log-mul/,
    );
  });

  it('whose reason is no rule stays proved', async () => {
    const claim = await only('$$\\log(uv) = \\log u + \\log v && \\text{by log-mult}$$');
    expect(claim.verdict).toBe('proved');
    expect(claim.steps?.[0]?.note).toBe(
      'wrong reason: there is no rule log-mult (did you mean log-mul?)',
    );
  });

  it('whose reason is a word of prose has no remark', async () => {
    const claim = await only('$$uv = vu \\text{ (by commutativity)}$$');
    expect(claim.steps?.[0]).toMatchObject({ verdict: 'proved' });
    expect(claim.steps?.[0]?.note).toBeUndefined();
  });

  it('that is said to be wrong passes when it is refuted', async () => {
    const file = await check('<!-- gradus: refuted -->\n$$\\log(u + v) = \\log u + \\log v$$');
    expect(file.claims[0]).toMatchObject({ verdict: 'refuted', expected: 'refuted' });
    expect(code(file)).toBe(0);
  });

  it('that cannot be read is an error, and the others are judged', async () => {
    const file = await check('$$a = \\foo$$\n\n$$\\sum_k w_k - a = -a + \\sum_{k=1}^K w_k$$');
    expect(file.errors?.map(({ line, column }) => [line, column])).toEqual([[7, 7]]);
    expect(file.claims.map(({ verdict }) => verdict)).toEqual(['proved']);
    expect(code(file)).toBe(2);
  });

  it('may stand under a condition, without which it is false', async () => {
    const [under, without] = (
      await check('$$\\frac{a}{a} = 1, \\quad a \\ne 0$$\n\n$$\\frac{a}{a} = 1$$')
    ).claims;
    expect([under?.verdict, without?.verdict]).toEqual(['proved', 'refuted']);
    expect([under?.given, without?.given]).toEqual([['a ≠ 0'], undefined]);
  });

  it('with norms is compared with numbers', async () => {
    const claim = await only('$$\\lVert w \\rVert_2^2 = \\sum_{k=1}^K w_k^2$$');
    expect(claim.verdict).not.toBe('refuted');
    expect(claim.steps?.[0]?.numeric?.models).toBeGreaterThan(0);
  });
});

describe('a document', () => {
  it('without a claim says why of each formula', async () => {
    const file = await check('$$a \\approx b$$');
    expect(file.claims).toEqual([]);
    expect(file.unclaimed).toMatchObject([
      {
        name: 'formula-1',
        line: 7,
        source: 'a \\approx b',
        reason: 'an approximation is not claimed',
      },
    ]);
    expect(code(file)).toBe(0);
  });

  it('is checked with the declarations of another one', async () => {
    const context = { path: 'given.md', text: DECLARED };
    const text = '$$u v = v u$$';
    const file = await checkDocument(text, 'plain.md', { context });
    expect(file.claims.map(({ name, verdict, line }) => [name, verdict, line])).toEqual([
      ['formula-1', 'proved', 1],
    ]);
  });

  it('is not judged when those declarations have a mistake', async () => {
    const context = { path: 'given.md', text: '```gradus\nrael a\n```' };
    const file = await checkDocument('$$a = a$$', 'plain.md', { context });
    expect(file.claims).toEqual([]);
    expect(file.errors?.[0]?.message).toContain('given.md:2:1 rael begins no statement');
  });
});
