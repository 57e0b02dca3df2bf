import { describe, expect, it } from 'vitest';
import {
  CHAPTERS,
  readRule,
  readVariables,
  ruleBook,
  ruleEntries,
  ruleEntry,
} from '../../src/rules/book.js';
import { Arena } from '../../src/term/term.js';

describe('the rule book', () => {
  it('reads, with one rule for each entry of each chapter', () => {
    const book = ruleBook();
    for (const { name, rules } of CHAPTERS) {
      expect(rules.length, name).toBeGreaterThan(0);
      for (const entry of rules) {
        const rule = book.get(entry.id);
        expect(rule?.id).toBe(entry.id);
        expect(rule?.premises.length).toBe(entry.requires?.length ?? 0);
        expect(ruleEntry(entry.id)).toBe(entry);
      }
    }
    expect(book.size).toBe(ruleEntries().length);
  });

  it('keeps the order of the chapters', () => {
    expect(ruleEntries().map(({ id }) => id)).toEqual(
      CHAPTERS.flatMap(({ rules }) => rules.map(({ id }) => id)),
    );
  });

  it('is read once', () => {
    expect(ruleBook()).toBe(ruleBook());
  });

  it('has no entry for an unknown id', () => {
    expect(ruleEntry('no-such-rule')).toBeUndefined();
    expect(ruleEntry('toString')).toBeUndefined();
  });

  it('says of each chapter what it is about', () => {
    expect(new Set(CHAPTERS.map(({ name }) => name)).size).toBe(CHAPTERS.length);
    for (const { about } of CHAPTERS) expect(about).toMatch(/^\p{Lu}.*\.$/u);
  });
});

describe('readVariables', () => {
  it.each([
    ['', {}],
    ['u', { u: 0 }],
    ['u v w', { u: 0, v: 0, w: 0 }],
    ['a b F(k)', { a: 0, b: 0, F: 1 }],
    ['F(k, l) G(k)', { F: 2, G: 1 }],
    ['θ x_1', { θ: 0, x_1: 0 }],
  ])('reads %j', (text, expected) => {
    expect(Object.fromEntries(readVariables(text))).toEqual(expected);
  });
});

describe('readRule', () => {
  it('keeps premises in their order and the conclusion apart', () => {
    const rule = readRule(new Arena(), {
      id: 'example',
      title: 'An example',
      variables: 'u v',
      states: 'u/v != 0',
      requires: ['u != 0', 'v != 0'],
    });
    expect(rule.conclusion.op).toBe('ne');
    expect(rule.premises.map((p) => p.args[0]?.name)).toEqual(['u', 'v']);
    expect([...rule.variables]).toEqual([
      ['u', 0],
      ['v', 0],
    ]);
  });

  it('refuses a name that is no variable', () => {
    expect(() =>
      readRule(new Arena(), {
        id: 'example',
        title: 'An example',
        variables: 'u',
        states: 'u == w',
      }),
    ).toThrow();
  });
});
