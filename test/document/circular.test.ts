// Equations that lead back to their own left side, and definitions that double: bounded, not endless.
import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../src/document/check.js';

async function verdicts(statements: string): Promise<string[]> {
  const text = `\`\`\`gradus\n${statements}\n\`\`\`\n`;
  const { claims } = await checkDocument(text, 'notes.md', { timeLimit: 4 });
  return claims.map(({ verdict }) => verdict);
}

describe('an assumption that leads back to its own left side', () => {
  it.each([
    ['at once', 'real x, y\nassume x == x*y', 'x == 5'],
    ['in several terms', 'real x, y\nassume x == y*x + x^2', 'x + y == 5'],
    ['with another', 'size n, m\nassume n == m + 1\nassume m == n - 1', 'n == 5'],
    ['for entries', 'real x[3]\nassume x[1] == x[2]\nassume x[2] == x[1] + 0', 'x[1] == 5'],
  ])('%s ends the search soon', async (_, declared, claim) => {
    expect(await verdicts(`${declared}\nclaim c: ${claim}`)).toEqual(['refuted']);
  });

  it('is an error where it has no model', async () => {
    expect(await verdicts('size n\nassume n == n + 1\nclaim c: n == 5')).toEqual(['error']);
  });

  it('still proves what it says', async () => {
    const declared = 'real x, y\nassume x == x*y';
    expect(await verdicts(`${declared}\nclaim c: x*y == x\nclaim d: x == y*x`)).toEqual([
      'proved',
      'proved',
    ]);
  });
});

it('a chain of definitions that double meets a bound, and is never proved false', async () => {
  const doubling = (op: string): string =>
    Array.from(
      { length: 40 },
      (_, k) => `let f${k} = ${k ? `f${k - 1} ${op} f${k - 1}` : 'x'}`,
    ).join('\n');
  expect(await verdicts(`real x\n${doubling('*')}\nclaim c: f39 == x`)).toEqual(['refuted']);
  expect(await verdicts(`real x\n${doubling('+')}\nclaim c: f39 == 2^39*x`)).toEqual(['tested']);
});
