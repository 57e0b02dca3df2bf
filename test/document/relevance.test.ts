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

  it('lets a middle line use a definition that speaks of what the ends mention', async () => {
    const lines = '  x^2 + 2*x + 1\n  == s^2\n  >= 0';
    expect(await verdicts(`real x\nlet s = x + 1\ncalc b:\n${lines}`)).toEqual(['proved']);
    const other = '  x^2 + 2*x + 1\n  == s^2 + 0*t\n  >= 0';
    expect(
      await verdicts(`size m >= 0\nlabel t in 1..m\nreal x\nlet s = x + 1\ncalc b:\n${other}`),
    ).not.toContain('proved');
  });

  it('restricts it by an assumption on a definition that is made of what it mentions', async () => {
    const given = 'size n\nreal x[n]\nlet s = sum(i in 1..n, x[i]^2)/n';
    const claim = 'claim a: 0 < sum(i in 1..n, x[i]^2)';
    expect(await verdicts(`${given}\nassume s > 0\n${claim}`)).toEqual(['proved']);
    expect(await verdicts(`${given}\nassume s >= 0\n${claim}`)).toEqual(['refuted']);
  });

  it('is not in its counterexample', async () => {
    const text = 'size m\nassume big: m >= 2\nreal w\nrefute a: w == 0';
    const { claims } = await checkDocument(`\`\`\`gradus\n${text}\n\`\`\`\n`, 'notes.md');
    expect(claims[0]?.counterexample).toMatchObject({ sizes: {}, values: { w: 1 } });
  });

  it('is not sampled for it', async () => {
    const text =
      'size n\nreal a[n], b\nassume odd: sum(i in 1..n, a[i]^2) == -1\nclaim c: b + b == 2*b';
    expect(await verdicts(text)).toEqual(['proved']);
    expect(await verdicts(`${text} + 0*a[1]`)).toEqual(['error']);
  });

  it('is a letter with a range, not the fact that the range is inhabited', async () => {
    expect(await verdicts('size m >= 0\nindex i in 1..m\nclaim a: 0 < m')).toEqual(['refuted']);
  });
});
