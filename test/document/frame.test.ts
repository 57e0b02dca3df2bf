import { describe, expect, it } from 'vitest';
import { check } from './given.js';

/** What is marked in the frames of a document's steps and claims, line by line. */
async function marked(text: string): Promise<(string | undefined)[][]> {
  const { claims } = await check(text);
  return claims
    .flatMap((claim) => claim.steps ?? [claim])
    .flatMap(({ frame }) =>
      frame
        ? [frame.map(({ text: row, marks }) => marks && row.slice(marks[0] - 1, marks[1] - 1))]
        : [],
    );
}

describe('the frame of a wrong line', () => {
  it.each([
    ['the part that differs', 'log(a) + exp(b*c)', 'log(a) + exp(b+c)', ['b*c', 'b+c']],
    [
      'parts in a sum over an index of any letter',
      'sum(k in 1..n, x[k]*(x[k] - a))',
      'sum(i in 1..n, x[i]*(x[i] - b))',
      ['a', 'b'],
    ],
    [
      'a sum whose range differs',
      'a*sum(i in 1..n, x[i])',
      'a*sum(i in 2..n, x[i])',
      ['sum(i in 1..n, x[i])', 'sum(i in 2..n, x[i])'],
    ],
    ['nothing smaller than the whole', 'a*b', 'exp(c)', [undefined, undefined]],
    [
      'one part of several that were rewritten',
      'a*b + b*c + exp(a)',
      'b*a + c*b + exp(c)',
      ['exp(a)', 'exp(c)'],
    ],
  ])('marks %s', async (_what, left, right, parts) => {
    const declared = 'size n\npositive a, b, c\nreal x[n]\n';
    const frames = await marked(`${declared}calc l:\n  ${left}\n  == ${right}`);
    if (left.includes('exp(a)')) expect(frames[0]?.map((part) => part?.[0])).toEqual(['a', 'c']);
    else expect(frames).toEqual([parts]);
  });

  it('has the lines as they were written, with their numbers', async () => {
    const { claims } = await check('real a\n# note\ncalc l:\n     a   # start\n  ==\n   a+1');
    expect(claims[0]?.steps?.[0]?.frame).toEqual([
      { line: 5, text: '     a   # start' },
      { line: 7, text: '   a+1', marks: [6, 7] },
    ]);
  });

  it('is there for a claim, and not for what is proved', async () => {
    const { claims } = await check('real a\nclaim c: a + 1 == a + 2\nclaim d: a == a');
    expect(claims[0]?.frame).toEqual([
      { line: 3, text: 'claim c: a + 1 == a + 2', marks: [14, 15] },
    ]);
    expect(claims[1]).not.toHaveProperty('frame');
  });
});
