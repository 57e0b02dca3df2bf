import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/language/document.js';
import { parseExpression } from '../../src/language/expression.js';
import { printText } from '../../src/language/print-text.js';
import { Arena } from '../../src/term/term.js';
import { contextOf, documentOf, mistakesIn, refusalOf } from './given.js';

const context = contextOf('real a, x');
const NESTING = /nested too deeply \(bound: nesting, 400 levels\)/;

describe('nesting is bounded, and refused without overflowing the stack', () => {
  const deep = (open: string, close: string): string =>
    `${open.repeat(100_000)}a${close.repeat(100_000)}`;

  test.each([
    ['parentheses', deep('(', ')')],
    ['brackets', deep('[', ']')],
    ['signs', deep('-', '')],
    ['powers', deep('a^', '')],
    ['calls', deep('exp(', ')')],
    ['negations', deep('not ', '')],
    ['implications', 'a > 0 => '.repeat(50_000)],
    ['subscripts', deep('a[', ']')],
  ])('%s', (_, text) => {
    expect(refusalOf(context, text)).toMatch(NESTING);
  });

  test('sums', () => {
    const text = `${'sum(k in 1..2, '.repeat(20_000)}a${')'.repeat(20_000)}`;
    expect(refusalOf(context, text)).toMatch(NESTING);
  });

  test('while 100 levels are read', () => {
    expect(parseExpression(context, `${'('.repeat(100)}a${')'.repeat(100)}`)).toBe(
      context.arena.sym('a'),
    );
  });
});

describe('size is bounded', () => {
  test('a line of ten megabytes is refused', () => {
    expect(mistakesIn(`claim ${'a'.repeat(10_000_000)} == 1`)).toEqual([
      '1:1: the document is too long (bound: source, 1000000 characters)',
    ]);
  });

  test('so is an expression of that length', () => {
    expect(refusalOf(context, 'a+'.repeat(1_000_000))).toMatch(/bound: source/);
  });

  test('too many tokens are refused', () => {
    expect(refusalOf(context, '+'.repeat(900_000))).toMatch(/bound: tokens, 400000 tokens/);
  });

  test.each([
    ['names', `a${"'".repeat(300)}`, /bound: name, 200 characters/],
    ['variables of a derivative', `diff(x${', x'.repeat(100_000)})`, /bound: nesting/],
    ['axes of ones', `ones(1${', 1'.repeat(100)})`, /bound: axes/],
  ])('too long or too many: %s', (_, text, expected) => {
    expect(refusalOf(context, text)).toMatch(expected);
  });

  test.each([
    [
      'declared names',
      Array.from({ length: 3000 }, (_, k) => `real a${k}`).join('\n'),
      /bound: names/,
    ],
    ['axes', `real z[1${', 1'.repeat(100_000)}]`, /bound: axes, 16 axes/],
    [
      'indices of a definition',
      `let z[${Array.from({ length: 50 }, (_, k) => `i${k} in 1..2`)}] = 1`,
      /bound: axes/,
    ],
    [
      'definitions written out inside one another',
      [
        'let f0(p) = norm2(p)',
        ...Array.from({ length: 500 }, (_, k) => `let f${k + 1}(p) = f${k}(p) + norm1(p)`),
      ].join('\n'),
      /bound: nesting/,
    ],
  ])('too many: %s', (_, statements, expected) => {
    expect(mistakesIn(statements)[0]).toMatch(expected);
  });

  test.each([
    ['a maximum of many numbers', `max(a${', a'.repeat(100_000)})`],
    ['a chain of many comparisons', `[a${' < a'.repeat(100_000)}]`],
    [
      'a set of minimisers of many variables',
      `[argmin((x${', x'.repeat(150_000)}), x) == argmin(x, x)]`,
    ],
  ])('while %s is read and lowered', (_, text) => {
    expect(mistakesIn(`real a, x\nclaim c: ${text} == a`)).toEqual([]);
  });

  test.each([
    ['spaces after ticks', `\`\`\`${' '.repeat(900_000)}\``],
    ['tildes', `${'~'.repeat(900_000)}\``],
    ['quotation marks', `${'>'.repeat(400_000)}\`\`\`gradus\n${'> '.repeat(200_000)}real a`],
    ['comments', '<!--\n'.repeat(150_000)],
    ['hashes', `\`\`\`gradus\n${'#'.repeat(900_000)}`],
  ])('a long line of %s is scanned at once', (_, text) => {
    const start = performance.now();
    parseDocument(new Arena(), text);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test('numbers of too many digits, or with too large an exponent, are refused', () => {
    expect(refusalOf(context, '1'.repeat(5000))).toMatch(/bound: digits/);
    expect(refusalOf(context, '1e999999999')).toMatch(/bound: digits/);
  });

  test('an arena that is full is a diagnostic', () => {
    const statements = '```gradus\nreal a\nclaim a + a*a + a*a*a == 1\n```';
    expect(parseDocument(new Arena(8), statements).diagnostics[0]?.message).toMatch(/bound: nodes/);
  });
});

describe('names of object properties are names like any other', () => {
  const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'];

  test.each(names)('%s can be declared, defined and bound', (name) => {
    expect(mistakesIn(`real ${name}\nclaim x: ${name} == ${name}`)).toEqual([]);
    expect(mistakesIn(`let ${name}(u) = u\nclaim x: ${name}(1) == 1`)).toEqual([]);
    expect(mistakesIn(`claim x: sum(${name} in 1..2, ${name}) == 3`)).toEqual([]);
    expect(mistakesIn(`claim ${name}: 1 == 1`)).toEqual([]);
  });

  test.each(names)('%s means nothing unless declared', (name) => {
    expect(refusalOf(context, name)).toMatch('is not declared');
    expect(refusalOf(context, `${name}(a)`)).toMatch('is not declared');
    expect(mistakesIn(`${name} a`)[0]).toMatch('begins no statement');
  });
});

describe('long documents are read in proportion to their length', () => {
  test('a chain of thousands of definitions', () => {
    const chain = Array.from({ length: 1900 }, (_, k) => `let a${k + 1} = a${k} + 1`);
    const { diagnostics, claims } = documentOf(
      ['real a0', ...chain, 'claim x: a1900 == a0 + 1900'].join('\n'),
    );
    expect(diagnostics).toEqual([]);
    expect(claims).toHaveLength(1);
  });

  test('a sum of a hundred thousand terms', () => {
    const { diagnostics } = documentOf(`real a\nclaim x: ${'a+'.repeat(100_000)}a == a`);
    expect(diagnostics).toEqual([]);
  });

  test('a chain of array-valued definitions', () => {
    const chain = Array.from({ length: 1900 }, (_, k) => `let a${k + 1} = a${k} + a${k}`);
    const { diagnostics } = documentOf(['real a0[3]', ...chain, 'claim x: a1900 == a0'].join('\n'));
    expect(diagnostics).toEqual([]);
  });

  test('thousands of mistakes are reported up to a bound', () => {
    const mistakes = mistakesIn(
      Array.from({ length: 3000 }, (_, k) => `claim q${k} == 1`).join('\n'),
    );
    expect(mistakes).toHaveLength(201);
    expect(mistakes.at(-1)).toBe('202:1: reading stopped here (bound: mistakes, 200 mistakes)');
  });
});

describe('what is read at the bound of nesting is also lowered and printed', () => {
  const nested = (open: string, close: string, count: number): string =>
    `${open.repeat(count)}a[1]${close.repeat(count)}`;

  test.each([
    ['sums', nested('sum(k in 1..2, ', ')', 130)],
    ['functions', nested('exp(', ')', 390)],
    ['subscripts', `a${'[1]'.slice(0, -2)}${'t['.repeat(390)}1${']'.repeat(391)}`],
    ['powers', `${'2^'.repeat(390)}a[1]`],
    ['conditions', nested('[0 < ', ']', 190)],
    ['arrays', nested('sum(k in 1..2, array(j in 1..2, ', ')[1])', 90)],
  ])('%s', (_, text) => {
    const { claims, diagnostics } = documentOf(
      `real a[2]\nlabel t[2] in 1..2\nclaim x: ${text} == 1`,
    );
    expect(diagnostics).toEqual([]);
    const [left] = claims[0]?.lines ?? [];
    expect(left && parseExpression(claims[0]?.context as never, printText(left.term))).toBe(
      left?.term,
    );
  });
});
