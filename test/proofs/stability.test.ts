// The figures of the chapter on log-sum-exp are measured here, in double precision, against 60 digits.
import { readFileSync } from 'node:fs';
import { all, type BigNumber, create, type FactoryFunctionMap, type MathJsInstance } from 'mathjs';
import { describe, expect, it } from 'vitest';

const math = create(all as FactoryFunctionMap, {
  number: 'BigNumber',
  precision: 60,
}) as MathJsInstance;
const chapter = readFileSync('proofs/20-log-sum-exp.md', 'utf8');

/** Most decimal digits that a double can have right. */
const DIGITS = 16;

/** log(1 + exp(−t)) to 60 digits. */
const exactLoss = (t: number): BigNumber =>
  math.log(math.add(math.bignumber(1), math.exp(math.bignumber(-t)))) as BigNumber;

/** Number of leading decimal digits of `computed` that are right. */
function correctDigits(computed: number, exact: BigNumber): number {
  const error = math.bignumber(computed).minus(exact).dividedBy(exact).abs();
  if (error.isZero()) return DIGITS;
  return Math.min(DIGITS, Math.floor(-error.log(10).toNumber()));
}

const naiveLoss = (t: number): number => Math.log(1 + Math.exp(-t));
const carefulLoss = (t: number): number => Math.log1p(Math.exp(-t));

/** log Σ exp(z), with and without the shift by the largest entry. */
const plain = (z: readonly number[]): number =>
  Math.log(z.reduce((sum, each) => sum + Math.exp(each), 0));
const shifted = (z: readonly number[]): number => {
  const top = Math.max(...z);
  return top + plain(z.map((each) => each - top));
};

describe('the chapter on log-sum-exp', () => {
  it.each([10, 20, 30, 40])('says how many digits of log(1 + exp(−t)) are right at t = %d', (t) => {
    const exact = exactLoss(t);
    const loss = exact.toNumber().toExponential(3);
    const [naive, careful] = [naiveLoss(t), carefulLoss(t)].map((it) => correctDigits(it, exact));
    expect(chapter).toContain(
      `- t = ${t}: the loss is ${loss}. ${naive} digits are right, and ${careful} with log1p.`,
    );
  });

  it('says that the loss is computed as 0 at t = 40', () => {
    expect(chapter).toContain('At t = 40 the computed loss is exactly 0');
    expect(naiveLoss(40)).toBe(0);
    expect(naiveLoss(30)).toBeGreaterThan(0);
  });

  it('says what the shift makes of the scores 1000 and 999', () => {
    expect(plain([1000, 999])).toBe(Number.POSITIVE_INFINITY);
    expect(chapter).toContain(`the result is ${shifted([1000, 999]).toFixed(4)}.`);
  });

  it('says what comes after 1', () => {
    expect(chapter).toContain(`is 1 + ${Number.EPSILON.toExponential(1)}.`);
  });

  it('says where exp overflows', () => {
    expect(chapter).toContain('exp(710) is too large');
    expect(Math.exp(710)).toBe(Number.POSITIVE_INFINITY);
    expect(Math.exp(709)).toBeLessThan(Number.POSITIVE_INFINITY);
  });
});

describe('the chapter on where data come from', () => {
  it('says what 1100 factors of 1/2 are, as a product and as a sum of logarithms', () => {
    const text = readFileSync('proofs/01-where-data-come-from.md', 'utf8');
    expect(text).toContain('With 1100 samples of probability 1/2 each');
    expect(0.5 ** 1100).toBe(0);
    expect(text).toContain(`Its logarithm is −${(1100 * Math.LN2).toFixed(1)}`);
  });
});
