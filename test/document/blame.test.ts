import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../src/document/check.js';
import { findingsOf } from '../../src/document/findings.js';
import { lastClaim } from './given.js';

const verdicts = async (text: string) => {
  const { steps = [], verdict } = await lastClaim(text);
  return { verdict, steps, verdicts: steps.map((step) => step.verdict) };
};

describe('a mistyped line', () => {
  const TYPO = `real a, b
calc c:
  (a + b)^2
  == a^2 + 2*a*b + b^2
  == a^2 + 2*a*b - b^2
  == b^2 + 2*a*b + a^2`;

  it('is blamed alone: the lines around it agree', async () => {
    const { verdict, steps, verdicts: found } = await verdicts(TYPO);
    expect(verdict).toBe('refuted');
    expect(found).toEqual(['proved', 'refuted', 'refuted']);
    expect(steps[1]).toMatchObject({
      line: 6,
      mistyped: true,
      diagnosis: 'line 3 is mistyped: lines 2 and 4 agree; it holds with + in place of − before b²',
    });
    expect(steps[2]).toMatchObject({
      consequence: true,
      note: 'line 3 is mistyped; line 4 agrees with line 2',
    });
    expect(steps[2]).not.toHaveProperty('diagnosis');
  });

  it('is the one finding', async () => {
    const report = await checkDocument(`\`\`\`gradus\n${TYPO}\n\`\`\``, 'a.md');
    expect(findingsOf([report]).map(({ kind, title }) => [kind, title])).toEqual([
      ['mistyped', 'c: line 3 is mistyped'],
    ]);
  });

  it('is none where the mistake goes on', async () => {
    const { steps } = await verdicts(TYPO.replace('b^2 + 2*a*b + a^2', '2*a*b + a^2 - b^2'));
    expect(steps.map(({ verdict }) => verdict)).toEqual(['proved', 'refuted', 'proved']);
    expect(steps[1]).not.toHaveProperty('mistyped');
  });

  it('is none where the second step is wrong by itself', async () => {
    const { steps } = await verdicts(TYPO.replace('b^2 + 2*a*b + a^2', 'a^2 + 3*a*b - b^2'));
    expect(steps.map(({ verdict }) => verdict)).toEqual(['proved', 'refuted', 'refuted']);
  });
});

describe('a line without a value', () => {
  it('is blamed alone: those after it are judged where it has one', async () => {
    const { steps } = await verdicts(`real x, c
calc r:
  x^2 - c^2
  == (x - c)*(x + c)
  == (x - c)^2*(x + c)/(x - c)
  == (x + c)*(x - c)^2/(x - c)`);
    expect(steps.map(({ verdict }) => verdict)).toEqual(['proved', 'refuted', 'tested']);
    expect(steps[2]?.note).toBe('it holds wherever line 3 has a value');
    expect(steps[1]?.diagnosis).toContain('it needs x − c ≠ 0');
  });

  it('excuses no other mistake', async () => {
    const { steps } = await verdicts(`real x, c
calc r:
  x - c
  == (x - c)^2/(x - c)
  == (c - x)^2/(c - x)`);
    expect(steps.map(({ verdict }) => verdict)).toEqual(['refuted', 'refuted']);
  });
});
