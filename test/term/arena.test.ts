import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lowerContext } from '../../src/language/lower.js';
import { builder } from '../../src/term/build.js';
import { rational } from '../../src/term/rational.js';
import { copyInto, subterms } from '../../src/term/substitution.js';
import { Arena, ArenaFull, isNumber, type Term } from '../../src/term/term.js';
import { contextOf, words } from '../language/given.js';
import { arbitraryFormula, FORMULAS } from '../search/arbitrary-formula.js';

const context = lowerContext(contextOf(FORMULAS));
const formulas = arbitraryFormula(context);
const runs = { seed: 3, numRuns: 300 };

describe('an arena', () => {
  test('has one object for equal terms', () => {
    const t = builder(new Arena());
    const written = () => t.sum('k', t.num(1), t.sym('n'), t.exp(t.at(t.sym('z'), t.sym('k'))));
    expect(written()).toBe(written());
    expect(t.num(rational(2, 4))).toBe(t.num(rational(1, 2)));
    expect(t.num(3n)).toBe(t.num(3));
  });

  test('takes terms that differ in bound letters for the same term, and keeps the first letter', () => {
    const t = builder(new Arena());
    const first = t.sum('k', t.num(1), t.sym('n'), t.sym('k'));
    expect(t.sum('j', t.num(1), t.sym('n'), t.sym('j'))).toBe(first);
    expect(first.letter).toBe('k');
  });

  test('keeps terms apart that differ in anything else', () => {
    const t = builder(new Arena());
    const [x, y, n, one] = [t.sym('x'), t.sym('y'), t.sym('n'), t.num(1)];
    const terms = [
      ...[t.add(x, y), t.add(y, x), t.sub(x, y), t.mul(x, y), t.app('x'), x, y, t.app('x', y)],
      ...[t.sum('k', one, n, t.sym('k')), t.sum('k', one, n, n), t.prod('k', one, n, n)],
      ...[t.num(-1), t.neg(one), t.num(rational(1, 2)), t.div(one, t.num(2)), t.arena.bound(0)],
    ];
    expect(new Set(terms).size).toBe(terms.length);
  });

  test('does not simplify', () => {
    const t = builder(new Arena());
    expect(words(t.add(t.num(1), t.num(2)))).toBe('(add 1 2)');
    expect(words(t.neg(t.neg(t.sub(t.sym('x'), t.num(0)))))).toBe('(neg (neg (sub x 0)))');
  });

  test('keeps names apart from operators and numbers', () => {
    const t = builder(new Arena());
    for (const name of ['constructor', '__proto__', 'add', '1', '^0', '#1/2', 'a,b'])
      expect(t.sym(name)).toMatchObject({ op: 'sym', name });
    expect(new Set([t.sym('^0'), t.arena.bound(0), t.sym('#1/1'), t.num(1)]).size).toBe(4);
  });

  test('refuses a wrong number of arguments', () => {
    const t = builder(new Arena());
    expect(() => t.arena.make('add', [t.sym('x')])).toThrow(TypeError);
    expect(() => t.arena.make('exp', [])).toThrow('exp takes 1 arguments, not 0');
  });

  test('refuses to grow past its bound, and says so', () => {
    const t = builder(new Arena(10));
    const grow = () => {
      for (let k = 0; k < 20; k++) t.num(k);
    };
    expect(grow).toThrow(ArenaFull);
    expect(t.arena.size).toBe(10);
    expect(t.num(3)).toMatchObject({ op: 'num' });
  });

  test('gives ids that grow from the leaves up, in a fixed order', () => {
    fc.assert(
      fc.property(formulas, ({ term }) => {
        for (const part of subterms(term))
          for (const child of part.args) expect(child.id).toBeLessThan(part.id);
        const [first, second] = [new Arena(), new Arena()].map((arena) => copyInto(arena, term));
        expect((first as Term).id).toBe((second as Term).id);
      }),
      runs,
    );
  });

  test('copies a term into another arena and back', () => {
    fc.assert(
      fc.property(formulas, ({ term }) => {
        const there = copyInto(new Arena(), term);
        expect(words(there)).toBe(words(term));
        expect(copyInto(context.arena, there)).toBe(term);
      }),
      runs,
    );
  });
});

describe('a term', () => {
  test('knows how many indices are loose in it', () => {
    const { arena, ...t } = builder(new Arena());
    const body = arena.make('add', [arena.bound(0), arena.bound(2)]);
    expect(body.loose).toBe(3);
    expect(arena.make('sum', [t.num(1), t.num(2), body]).loose).toBe(2);
    expect(arena.make('sum', [arena.bound(0), t.num(2), arena.bound(0)]).loose).toBe(1);
    expect(t.sum('k', t.num(1), t.num(2), t.sym('k')).loose).toBe(0);
  });

  test('knows the exact number that it is', () => {
    const t = builder(new Arena());
    expect(isNumber(t.num(2), 2)).toBe(true);
    expect(isNumber(t.num(rational(1, 2)), 1)).toBe(false);
    expect(isNumber(t.neg(t.num(2)), -2)).toBe(false);
  });
});
