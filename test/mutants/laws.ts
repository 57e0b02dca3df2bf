/**
 * The laws of mutants. `npm run mutants` tries 10,000 of them, the test run some hundred:
 * GRADUS_MUTANTS is the number for each of the two sources.
 */
import { beforeAll, expect, it } from 'vitest';
import type { Claim } from '../../src/language/claim.js';
import { judgeMutants, type Tally } from './judge.js';

const COUNT = Number(process.env.GRADUS_MUTANTS ?? 150);
/** Share of the false mutants that the usual number of models finds. */
const FOUND = 0.99;

export function mutantLaws(claims: () => readonly Claim[]): void {
  let tally: Tally;
  beforeAll(() => {
    tally = judgeMutants(claims(), COUNT);
    const { unsound, missed, ...counts } = tally;
    if (process.env.GRADUS_MUTANTS) console.log(counts, { unsound, missed });
  }, 3_600_000);

  it('none that is proved is false at any of 200 models', () => {
    expect(tally.proved).toBeGreaterThan(0);
    expect(tally.unsound).toEqual([]);
  });

  it('those that are false at some model are refuted by the usual check', () => {
    expect(tally.falsified).toBeGreaterThan(tally.mutants / 3);
    expect(tally.missed.slice(0, Math.ceil(tally.falsified * (1 - FOUND)))).toEqual(tally.missed);
  });
}
