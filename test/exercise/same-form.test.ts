/** Lines that are the same but for how they are written. */
import { describe, expect, it } from 'vitest';
import { isSameForm } from '../../src/exercise/same-form.js';
import { coreClaim } from '../numeric/claim-text.js';

const same = (a: string, b: string): boolean => {
  const { left, right } = coreClaim('size n\nreal x[n], s, t, u', `${a} == ${b}`);
  return isSameForm(left, right);
};

describe('the form of a line', () => {
  it.each([
    ['s + t', 't + s'],
    ['s - t', '-t + s'],
    ['-(s - t)', 't - s'],
    ['s*t*u', 'u*(s*t)'],
    ['(-s)*t', '-(s*t)'],
    ['1/n*s', 's/n'],
    ['s*t/u', 't*(s/u)'],
    ['sum(i in 1..n, x[i]*s)', 'sum(k in 1..n, s*x[k])'],
    ['exp(s*t) + 1', '1 + exp(t*s)'],
  ])('is that of another: %s and %s', (a, b) => {
    expect(same(a, b)).toBe(true);
  });

  it.each([
    ['s + t', 's - t'],
    ['s/t', 't/s'],
    ['s/(t*t)', 's/t*(1/t)'],
    ['s*s', 's^2'],
    ['s*(t + u)', 's*t + s*u'],
    ['2*s + 0', '2*s'],
    ['s*(t - u)', 's*(u - t)'],
    ['exp(s + t)', 'exp(s)*exp(t)'],
    ['sum(i in 1..n, s*x[i])', 's*sum(i in 1..n, x[i])'],
    ['1/2', '1/3'],
  ])('is another one: %s and %s', (a, b) => {
    expect(same(a, b)).toBe(false);
  });
});
