import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { ruleEntries, ruleEntry } from '../../src/rules/book.js';
import { rulePage, rulePages } from '../../src/transcript/rule-page.js';

describe('the page of a rule', () => {
  it('says what the rule says, when, why, and shows it at work', () => {
    expect(rulePage('log-prod')).toEqual({
      id: 'log-prod',
      title: 'The logarithm of a product is the sum of the logarithms, over a range',
      chapter: 'logarithms',
      level: 'major',
      statement: 'log(Π_{k=a..b} F(k)) = Σ_{k=a..b} log(F(k))',
      latex: expect.stringContaining('\\prod'),
      conditions: [{ text: '0 < F(k) for k in a..b', withoutIt: 'a = 1, b = 2, F(k) = -2' }],
      example: 'log(Π_{k=1..n} x[k]) = Σ_{k=1..n} log(x[k]),  given that 0 < x[k] for k in 1..n',
      source: 'seed 000',
      mathlib: 'Real.log_prod',
    });
  });

  it('has its conditions in words', () => {
    const [first, second] = rulePage('diff-mul-const').conditions;
    expect([first?.text, second?.text]).toEqual([
      'u does not mention X',
      'v is differentiable in X',
    ]);
  });

  it('offers the nearest name for one that does not exist', () => {
    expect(() => rulePage('log-prd')).toThrow(
      expect.objectContaining({ name: 'UnknownRule', hint: 'did you mean log-prod?' }),
    );
    expect(() => rulePage('constructor')).toThrow('there is no rule constructor');
  });

  it.each(ruleEntries().map(({ id }) => id))('exists for %s', (id) => {
    const page = rulePage(id);
    expect(page.chapter).not.toBe('');
    expect(page.example).not.toMatch(/undefined|\?\d/);
    if (ruleEntry(id)?.variables) expect(page.example).not.toBe(page.statement);
    expect(() => katex.renderToString(page.latex, { throwOnError: true })).not.toThrow();
  });
});

describe('the pages of the book', () => {
  it('are all of them, in order', () => {
    expect(rulePages().map(({ id }) => id)).toEqual(ruleEntries().map(({ id }) => id));
  });

  it('are found by words of their names, titles and chapters', () => {
    const found = rulePages('Logarithm product').map(({ id }) => id);
    expect(found).toContain('log-mul');
    expect(found).toContain('log-prod');
    expect(found).not.toContain('sum-add');
    expect(rulePages('nothing-like-this')).toEqual([]);
  });
});
