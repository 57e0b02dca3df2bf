import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../src/document/check.js';

/** The verdicts of the claims of a document with these statements. */
async function verdicts(statements: string): Promise<string[]> {
  const report = await checkDocument(`\`\`\`gradus\n${statements}\n\`\`\`\n`, 'notes.md');
  return report.claims.map(({ verdict }) => verdict);
}

describe('a symbol that a claim does not mention', () => {
  it('does not restrict it by way of an earlier claim', async () => {
    const claims = 'claim a: 1 <= m + 0*t\nclaim b: 1 <= m';
    expect(await verdicts(`size m >= 0\nlabel t in 1..m\n${claims}`)).toEqual([
      'proved',
      'refuted',
    ]);
    const hidden = 'claim a: n <= 999 + 0*r\nclaim b: n <= 999';
    expect(await verdicts(`size n\nsize r <= 1000 - n\n${hidden}`)).not.toContain('error');
    expect((await verdicts(`size n\nsize r <= 1000 - n\n${hidden}`))[1]).not.toBe('proved');
  });

  it('does not restrict a calculation by way of a middle line', async () => {
    const lines = '  sum(k in 1..m, 1)/m*m\n  == m + 0*t\n  == m';
    expect(await verdicts(`size m >= 0\nlabel t in 1..m\ncalc b:\n${lines}`)).not.toContain(
      'proved',
    );
  });

  it('is a letter with a range, not the fact that the range is inhabited', async () => {
    expect(await verdicts('size m >= 0\nindex i in 1..m\nclaim a: 0 < m')).toEqual(['refuted']);
  });
});
