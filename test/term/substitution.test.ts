import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lowerContext } from '../../src/language/lower.js';
import { builder } from '../../src/term/build.js';
import {
  close,
  copyInto,
  instantiate,
  mentionsName,
  replaceAll,
  subterms,
  withArgument,
} from '../../src/term/substitution.js';
import { Arena, arg, type Term } from '../../src/term/term.js';
import { contextOf, words } from '../language/given.js';
import { arbitraryFormula, FORMULAS } from '../search/arbitrary-formula.js';

const context = lowerContext(contextOf(FORMULAS));
const { arena } = context;
const t = builder(arena);
const formulas = arbitraryFormula(context);
const symbols = fc.subarray(['x', 'y', 's', 'i', 'j', 'n', 'v'].map(t.sym), { minLength: 1 });
const runs = { seed: 4, numRuns: 300 };

describe('for every formula', () => {
  test('instantiate undoes close', () => {
    fc.assert(
      fc.property(formulas, symbols, ({ term }, names) => {
        const body = close(arena, term, names);
        expect(instantiate(arena, body, names)).toBe(term);
        for (const { name } of names) expect(mentionsName(body, name)).toBe(false);
        expect(body.loose).toBeLessThanOrEqual(names.length);
      }),
      runs,
    );
  });

  test('close undoes instantiate with fresh symbols', () => {
    fc.assert(
      fc.property(formulas, symbols, ({ term }, names) => {
        const body = close(arena, term, names);
        const fresh = names.map((_, k) => t.sym(`fresh${k}`));
        expect(close(arena, instantiate(arena, body, fresh), fresh)).toBe(body);
      }),
      runs,
    );
  });

  test('replacing a part and putting it back changes nothing', () => {
    fc.assert(
      fc.property(formulas, fc.nat(), ({ term }, where) => {
        const parts = subterms(term).filter((part) => part.loose === 0);
        const part = parts[where % parts.length] as Term;
        const hole = t.sym('hole');
        const holed = replaceAll(arena, term, part, hole);
        expect(replaceAll(arena, holed, hole, part)).toBe(term);
        expect(mentionsName(holed, 'hole')).toBe(true);
      }),
      runs,
    );
  });

  test('a name is mentioned exactly when a subterm has it', () => {
    fc.assert(
      fc.property(formulas, fc.constantFrom('x', 'v', 'q', 'Z', 'n', 'k'), ({ term }, name) => {
        expect(mentionsName(term, name)).toBe(subterms(term).some((part) => part.name === name));
      }),
      runs,
    );
  });
});

describe('instantiate', () => {
  test('takes the last value for the innermost index', () => {
    const body = t.sub(arena.bound(1), arena.bound(0));
    expect(words(instantiate(arena, body, [t.sym('a'), t.sym('b')]))).toBe('(sub a b)');
  });

  test('counts binders on the way', () => {
    const inner = arena.make('sum', [
      t.num(1),
      arena.bound(0),
      t.mul(arena.bound(0), arena.bound(1)),
    ]);
    expect(words(instantiate(arena, inner, [t.sym('a')]))).toBe('(sum 1 a (mul #0 a))');
  });

  test('captures nothing: a letter that a binder shows is no name', () => {
    const body = t.sum('k', t.num(1), t.sym('n'), t.mul(t.sym('k'), t.sym('a')));
    const result = replaceAll(arena, body, t.sym('a'), t.sym('k'));
    expect(words(result)).toBe('(sum 1 n (mul #0 k))');
  });
});

test('an argument that stays gives the same term', () => {
  const sum = t.add(t.sym('x'), t.sym('y'));
  expect(withArgument(arena, sum, 0, t.sym('x'))).toBe(sum);
  expect(words(withArgument(arena, sum, 1, t.num(2)))).toBe('(add x 2)');
  expect(() => arg(sum, 2)).toThrow(RangeError);
});

describe('a spine of 100,000 operations', () => {
  const depth = 100_000;
  const deep = (own: Arena): Term => {
    const w = builder(own);
    let term = w.sym('x');
    for (let k = 0; k < depth; k++) term = w.exp(term);
    return term;
  };

  test('is built, walked, copied, closed and opened without overflow of the stack', () => {
    const own = new Arena();
    const term = deep(own);
    const x = own.sym('x');
    expect(subterms(term).length).toBe(depth + 1);
    expect(mentionsName(term, 'x')).toBe(true);
    expect(mentionsName(term, 'y')).toBe(false);
    const body = close(own, term, [x]);
    expect(body.loose).toBe(1);
    expect(instantiate(own, body, [x])).toBe(term);
    expect(copyInto(own, copyInto(new Arena(), term))).toBe(term);
    expect(replaceAll(own, replaceAll(own, term, x, own.sym('y')), own.sym('y'), x)).toBe(term);
  });

  test('of binders as well', () => {
    const own = new Arena();
    const w = builder(own);
    let term: Term = own.bound(0);
    for (let k = 0; k < 2_000; k++) term = own.make('sum', [w.num(1), w.sym('n'), term]);
    expect(term.loose).toBe(0);
    expect(copyInto(own, copyInto(new Arena(), term))).toBe(term);
  });

  test('that is shared has as many subterms as it has levels', () => {
    const own = new Arena();
    let term = own.sym('x');
    for (let k = 0; k < depth; k++) term = own.make('add', [term, term]);
    expect(subterms(term).length).toBe(depth + 1);
    expect(replaceAll(own, term, own.sym('x'), own.sym('y')).id).toBeGreaterThan(term.id);
  });
});
