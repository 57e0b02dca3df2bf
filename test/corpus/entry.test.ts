import { describe, expect, it } from 'vitest';
import { documentOf } from '../../corpus/entry.mjs';
import { checkDocument } from '../../src/document/check.js';

const base = { id: 'e', title: 'An entry', setup: [], claim: {}, truth: true };

/** The statements of the document. */
const statements = (entry: Partial<Parameters<typeof documentOf>[0]>): string[] =>
  documentOf({ ...base, ...entry })
    .split('\n')
    .slice(3, -2);

const claim = { kind: 'equal', lhs: 'a', rhs: 'b' };

describe('an entry of a corpus', () => {
  it('has axes from 0, or from 1 where its base is 1', () => {
    const axes = { kind: 'real', shape: ['n', 'C+1'] };
    const setup = [
      { name: 'z', ...axes },
      { name: 'w', ...axes, base: 1 },
    ];
    expect(statements({ setup, claim })).toEqual([
      'real z[0..n-1, 0..C]',
      'real w[n, C+1]',
      'claim c: a == b',
    ]);
  });

  it('states one bound as an assumption and two in the declaration', () => {
    const setup = [
      { name: 'a', kind: 'real', min: 0 },
      { name: 'b', kind: 'real', min: -1, max: 1 },
      { name: 'n', kind: 'size', min: 0, max: 4 },
    ];
    expect(statements({ setup, claim }).slice(0, -1)).toEqual([
      'real a',
      'real b in [-1, 1]',
      'size n >= 0',
      'assume a >= 0',
      'assume n <= 4',
    ]);
  });

  it('writes the ranges of a definition beside its letters', () => {
    const definitions = [{ lhs: 'p[i,c]', rhs: 'z[i,c]', over: { i: '0..n-1', c: '0..C' } }];
    expect(statements({ definitions, claim })[0]).toBe('let p[i in 0..n-1,c in 0..C] = z[i,c]');
  });

  it('writes a gradient as a derivative and an optimum with its variables', () => {
    const gradient = { kind: 'gradient', lhs: 'J', rhs: 'D(J, z)', wrt: 'z[a]' };
    const optimum = { kind: 'argmin-same', lhs: 'f', rhs: 'g', wrt: ['m', 's'], rhsSense: 'max' };
    expect(statements({ claim: gradient })).toEqual(['claim c: diff(J, z[a]) == diff(J, z)']);
    expect(statements({ claim: optimum })).toEqual([
      'claim c: argmin((m, s), f) == argmax((m, s), g)',
    ]);
  });

  it('makes a calculation of its steps', async () => {
    const steps = [{ expr: 'x+x' }, { expr: '2*x' }, { expr: '3*x' }];
    const text = documentOf({
      ...base,
      setup: [{ name: 'x', kind: 'real' }],
      claim: { kind: 'equal', lhs: 'x+x', rhs: '2*x' },
      steps,
    });
    const { claims } = await checkDocument(text, 'entry.md');
    expect(claims[0]?.verdict).toBe('proved');
    expect(claims[1]?.steps?.map(({ verdict }) => verdict)).toEqual(['proved', 'refuted']);
  });

  it('of an unknown kind of claim is refused by name', () => {
    expect(() => documentOf({ ...base, claim: { kind: 'limit', lhs: '', rhs: '' } })).toThrow(
      'there is no kind of claim “limit”',
    );
  });
});
