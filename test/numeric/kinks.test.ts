/** Integrals of functions with kinks and jumps: the quadrature is split where they are. */
import { describe, expect, it } from 'vitest';
import { kinksBetween, type Sample } from '../../src/numeric/kinks.js';
import { rational, rationalText, toNumber } from '../../src/term/rational.js';
import { check } from './claim-text.js';

const HOLDS: readonly (readonly [string, string])[] = [
  ['positive b', 'int(x in -inf..inf, exp(-abs(x)/b)/(2*b)) == 1'],
  ['positive b\nreal m', 'int(x in -inf..inf, exp(-abs(x - m)/b)/(2*b)) == 1'],
  ['real a', 'int(x in -1..2, a*relu(x)) == 2*a'],
  ['real a', 'int(x in 0..1, max(x, 1/3)) == 5/9'],
  ['real a', 'int(x in 0..3, if(x > 1, x, 0)) == 4'],
  ['real a', 'int(x in 0..2, relu(x^2 - 2)) == 4/3*(sqrt(2) - 1)'],
  ['real a', 'int(x in 0..2, [x^2 > 2]) == 2 - sqrt(2)'],
  ['real a', 'int(x in -2..2, abs(abs(x) - 1)) == 2'],
  ['real a', 'int(x in -inf..1, exp(-abs(x))) == 2 - exp(-1)'],
  ['real a', 'diff(int(x in -1..1, a^2*abs(x)), a) == 2*a'],
];

const FAILS: readonly (readonly [string, string])[] = [
  ['positive b', 'int(x in -inf..inf, exp(-abs(x)/b)/(2*b)) == 1 + 1/10^9'],
  ['real a', 'int(x in 0..2, [x^2 > 2]) == 2 - sqrt(2) - 1/10^9'],
];

describe('an integral', () => {
  it.each(HOLDS)('settles across kinks: %s: %s', (declarations, claim) => {
    expect(check(declarations, claim, { runs: 6 })).toMatchObject({
      verdict: 'agrees',
      undecided: 0,
    });
  });

  it.each(FAILS)('is told from a wrong value: %s: %s', (declarations, claim) => {
    expect(check(declarations, claim, { runs: 6 }).verdict).toBe('refuted');
  });

  it('is not split at a kink that moves with what is varied', () => {
    for (const value of ['0', '1'])
      expect(
        check('real b in [1/4, 3/4]', `diff(int(x in 0..1, [x < b]), b) == ${value}`, { runs: 6 }),
      ).toMatchObject({ verdict: 'inconclusive' });
  });
});

describe('kinks', () => {
  const sided = (at: (x: number) => string) => (x: { n: bigint; d: bigint }) => at(toNumber(x));
  const ends = (branches: (x: number) => string): Sample[] =>
    [-1, 2].map((x) => ({ x: rational(x), branches: branches(x) }));
  const found = (branches: (x: number) => string) =>
    kinksBetween(ends(branches), sided(branches))?.map(({ at }) => rationalText(at));

  it('are simple numbers where they can be', () => {
    for (const [n, d] of [
      [0, 1],
      [1, 3],
      [-2, 7],
      [19, 12],
    ] as const) {
      const at = n / d;
      const branches = (x: number) => (x === at ? '=' : x < at ? '<' : '>');
      expect(found(branches)).toEqual([rationalText(rational(n, d))]);
    }
  });

  it('are left alone where no comparison is decided between two points', () => {
    expect(found((x) => (x === -1 ? '<' : x === 2 ? '>' : '?'))).toBeUndefined();
  });

  it('are left alone where a comparison depends on what is varied', () => {
    expect(found((x) => (x < 0 ? '~<' : '~>'))).toBeUndefined();
  });

  it('are none where nothing turns round', () => {
    expect(found(() => '<')).toEqual([]);
  });
});
