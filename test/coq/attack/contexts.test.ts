/** Claims whose context has no model prove nothing, and never reach Coq. */
import { describe, expect, it } from 'vitest';
import { provedClaims } from '../../../src/coq/proved-claims.js';
import { temporaryFolder } from '../../cli/files.js';
import { documentOf } from '../../document/given.js';

describe('a claim whose context has no model', () => {
  const { write } = temporaryFolder();

  it.each([
    ['by its declaration', 'positive x\nassume a: x < 0\nclaim c: x == x'],
    ['by an assumption alone', 'real x\nassume a: x < x\nclaim c: x == x + 1'],
    ['by two assumptions', 'real x\nassume a: x < 1\nassume b: 2 < x\nclaim c: x == x + 1'],
    ['by its size', 'size n\nassume a: n < 0\nclaim c: n == n + 1'],
  ])('is an error %s, and is not exported', async (_, text) => {
    const { claims, reports } = await provedClaims([write('a.md', documentOf(text))]);
    expect(claims).toEqual([]);
    expect(reports[0]?.claims[0]?.verdict).toBe('error');
  });

  it('by an assumption that speaks of no symbol is a claim without that assumption', async () => {
    const text = 'real x\nassume a: 0 == 1\nclaim c: x == x + 1\nclaim d: 0 == 1';
    const { claims, reports } = await provedClaims([write('b.md', documentOf(text))]);
    expect(claims).toEqual([]);
    expect(reports[0]?.claims.map(({ verdict }) => verdict)).toEqual(['refuted', 'refuted']);
  });
});
