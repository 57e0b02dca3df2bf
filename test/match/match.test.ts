import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantiatePattern } from '../../src/kernel/rule.js';
import { parseExpression } from '../../src/language/expression.js';
import { lowerContext } from '../../src/language/lower.js';
import { parsePattern } from '../../src/language/pattern.js';
import { match, metavariables } from '../../src/match/match.js';
import { readVariables, ruleBook } from '../../src/rules/book.js';
import { subterms } from '../../src/term/substitution.js';
import { Arena, type Term } from '../../src/term/term.js';
import { contextOf, words } from '../language/given.js';
import { arbitraryFormula, FORMULAS } from '../search/arbitrary-formula.js';

const context = contextOf(`${FORMULAS}
real a, b, c, B[n,n]
function f(real)`);
const { arena } = context;
const variables = readVariables('u v a b c i j F(k) G(k, l)');
const pattern = (text: string): Term => parsePattern(new Arena(), text, variables);
const term = (text: string): Term => parseExpression(context, text);

/** `u = x, F = (mul x #0)`, sorted by name; "no match". */
function found(left: string, right: string, given: Readonly<Record<string, string>> = {}): string {
  const start = new Map(Object.entries(given).map(([name, text]) => [name, term(text)]));
  const result = match(arena, pattern(left), term(right), start);
  if (!result) return 'no match';
  const parts = [...result].map(([name, value]) => `${name} = ${words(value)}`);
  return parts.sort().join(', ');
}

describe('a pattern without indices', () => {
  test.each([
    ['u + v', 'x + 2*y', 'u = x, v = (mul 2 y)'],
    ['log(u*v)', 'log(x*y)', 'u = x, v = y'],
    ['log(u*v)', 'log(x/y)', 'no match'],
    ['u + v', 'x - y', 'no match'],
    ['u*1', 'x*1', 'u = x'],
    ['u*1', 'x*2', 'no match'],
    ['u^2', 'x^2', 'u = x'],
    ['u + v', 'v[1] + w[i]', 'u = (at v 1), v = (at w i)'],
    ['delta(i, j)', 'delta(i, n)', 'i = i, j = n'],
    ['max(u, v)', 'max(x, y)', 'u = x, v = y'],
    ['max(u, v)', 'min(x, y)', 'no match'],
  ])('%s on %s: %s', (left, right, expected) => {
    expect(found(left, right)).toBe(expected);
  });
});

describe('a metavariable that occurs twice', () => {
  test.each([
    ['u - u', '(x + y) - (x + y)', 'u = (add x y)'],
    ['u - u', '(x + y) - (y + x)', 'no match'],
    ['u*v + u', 'x*y + x', 'u = x, v = y'],
    ['u*v + u', 'x*y + y', 'no match'],
    [
      'sum(k in a..b, F(k)) - sum(k in a..b, F(k))',
      'sum(i in 1..n, v[i]) - sum(j in 1..n, v[j])',
      'F = (at v #0), a = 1, b = n',
    ],
    [
      'sum(k in a..b, F(k)) - sum(k in a..b, F(k))',
      'sum(i in 1..n, v[i]) - sum(j in 1..m, v[j])',
      'no match',
    ],
  ])('has one value: %s on %s: %s', (left, right, expected) => {
    expect(found(left, right)).toBe(expected);
  });

  test('may be given before', () => {
    expect(found('u + v', 'x + y', { u: 'x' })).toBe('u = x, v = y');
    expect(found('u + v', 'x + y', { u: 'y' })).toBe('no match');
  });
});

describe('a metavariable under a binder', () => {
  test.each([
    ['sum(k in a..b, F(k))', 'sum(k in 1..n, x*v[k])', 'F = (mul x (at v #0)), a = 1, b = n'],
    ['sum(k in a..b, F(k))', 'sum(k in 1..n, x)', 'F = x, a = 1, b = n'],
    ['sum(k in a..b, F(k))', 'prod(k in 1..n, v[k])', 'no match'],
    [
      'sum(k in a..b, sum(l in a..b, G(k, l)))',
      'sum(k in 1..n, sum(l in 1..n, B[l,k]))',
      'G = (at (at B #0) #1), a = 1, b = n',
    ],
    [
      'sum(k in a..b, sum(l in a..b, G(l, k)))',
      'sum(k in 1..n, sum(l in 1..n, B[l,k]))',
      'G = (at (at B #1) #0), a = 1, b = n',
    ],
    [
      'sum(k in a..b, sum(l in i..j, F(l)))',
      'sum(k in 1..n, sum(l in 1..m, v[l]))',
      'F = (at v #0), a = 1, b = n, i = 1, j = m',
    ],
  ])('takes the index as its argument: %s on %s: %s', (left, right, expected) => {
    expect(found(left, right)).toBe(expected);
  });

  test.each([
    ['sum(k in a..b, u*F(k))', 'sum(k in 1..n, v[k]*x)'],
    ['sum(k in a..b, u)', 'sum(k in 1..n, v[k])'],
    ['sum(k in a..b, sum(l in a..b, F(l)))', 'sum(k in 1..n, sum(l in 1..n, B[k,l]))'],
    ['sum(k in a..b, sum(l in i..j, F(k)))', 'sum(k in 1..n, sum(l in 1..k, v[k]))'],
    ['sum(k in a..b, sum(l in a..b, u))', 'sum(k in 1..n, sum(l in 1..n, v[k]))'],
  ])('lets no index escape that it does not list: %s on %s', (left, right) => {
    expect(found(left, right)).toBe('no match');
  });

  test('does not depend on letters', () => {
    const left = pattern('sum(k in a..b, F(k))');
    const [one, other] = ['k', 'x'].map((k) =>
      match(arena, left, term(`sum(${k} in 1..n, v[${k}])`)),
    );
    expect(one).toEqual(other);
  });

  test('tells which letters the term writes', () => {
    const letters = new Map<string, string>();
    const own = contextOf('size n\nreal v[n]');
    const sum = parseExpression(own, 'sum(row in 1..n, v[row])');
    match(own.arena, pattern('sum(k in a..b, F(k))'), sum, new Map(), letters);
    expect([...letters]).toEqual([['k', 'row']]);
  });
});

describe('a metavariable applied to more than an index', () => {
  test.each([
    [
      'sum(k in a..b, F(k)) - F(j)',
      'sum(k in 1..n, v[k]) - v[3]',
      { j: '3' },
      'F = (at v #0), a = 1, b = n, j = 3',
    ],
    [
      'F(a) + sum(k in a..b, F(k))',
      'v[1] + sum(k in 1..n, v[k])',
      {},
      'F = (at v #0), a = 1, b = n',
    ],
    ['F(a) + sum(k in a..b, F(k))', 'v[2] + sum(k in 1..n, v[k])', {}, 'no match'],
    [
      'sum(k in a..b, F(k)) + F(b + 1)',
      'sum(k in 1..n, v[k]) + v[n+1]',
      {},
      'F = (at v #0), a = 1, b = n',
    ],
  ])('is compared once the others are known: %s on %s', (left, right, given, expected) => {
    expect(found(left, right, given)).toBe(expected);
  });

  test('fails where nothing else says what it is', () => {
    expect(found('F(a) + b', 'v[1] + x')).toBe('no match');
    expect(found('F(j)', 'v[1]', { j: '1' })).toBe('no match');
  });
});

test('metavariables are listed once, in order', () => {
  expect(metavariables(pattern('sum(k in a..b, F(k)*u) + F(a)'))).toEqual(['a', 'b', 'F', 'u']);
});

const core = lowerContext(contextOf(FORMULAS));
const formulas = arbitraryFormula(core);
const runs = { seed: 6, numRuns: 300 };

describe('for every rule and every part of every formula', () => {
  const equations = [...ruleBook().values()].filter(({ conclusion }) => conclusion.op === 'eq');

  test('a match instantiates to the term that was matched', () => {
    let matches = 0;
    fc.assert(
      fc.property(formulas, ({ term: root }) => {
        for (const part of subterms(root).filter(({ loose }) => loose === 0))
          for (const { conclusion } of equations) {
            const left = conclusion.args[0] as Term;
            const result = match(core.arena, left, part);
            if (!result || !metavariables(left).every((name) => result.has(name))) continue;
            matches += 1;
            expect(instantiatePattern(core.arena, left, result)).toBe(part);
            for (const value of result.values()) expect(words(value)).not.toMatch(/%/);
          }
      }),
      runs,
    );
    expect(matches).toBeGreaterThan(1000);
  });

  test('an instance is matched again by the same substitution', () => {
    const { arena: own } = core;
    const [u, v] = ['u', 'v'] as const;
    const log = parsePattern(new Arena(), 'log(u*v) - exp(v)', readVariables('u v'));
    fc.assert(
      fc.property(formulas, formulas, ({ term: left }, { term: right }) => {
        const given = new Map([
          [u, left],
          [v, right],
        ]);
        expect(match(own, log, instantiatePattern(own, log, given))).toEqual(given);
      }),
      runs,
    );
  });
});
