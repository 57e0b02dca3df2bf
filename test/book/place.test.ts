import { describe, expect, it } from 'vitest';
import { changedPath, openPlace, withLetters } from '../../src/book/place.js';
import { parseExpression } from '../../src/language/expression.js';
import { printText } from '../../src/language/print-text.js';
import { contextOf, SOFTMAX } from '../language/given.js';

const context = contextOf(SOFTMAX);
const { arena } = context;
const term = (text: string) => parseExpression(context, text);

describe('the place where two lines differ', () => {
  it.each<[string, string, readonly number[] | undefined]>([
    ['a + b*x', 'a + x*b', [1]],
    ['a + b', 'b + a', []],
    ['log(a + 0)*b', 'log(a)*b', [0, 0]],
    ['sum(i, v[i] + 0)', 'sum(i, v[i])', [2]],
    ['a', 'a', undefined],
    // An entry is one name to a reader.
    ['b*z[i,c]', 'b*z[i,1]', [1]],
    ['b*diff(J, z[i,c])', 'b*diff(J, z[i,1])', [1, 1]],
    // Two derivatives are written as one.
    ['b*diff(diff(J, a), b)', 'b*diff(x, b)', [1]],
    ['-diff(J, a)', '-x', [0]],
    ['diff(diff(x^2, a), b)', 'diff(diff(x^3, a), b)', [0, 0, 1]],
  ])('of %s and %s is %j', (before, after, path) => {
    expect(changedPath(term(before), term(after))).toEqual(path);
  });
});

describe('the subterm at a place', () => {
  it('has the letters of the binders around it', () => {
    const { term: found, letters } = openPlace(
      arena,
      term('sum(k in 1..C, sum(l in 1..n, z[l,k] + 0))'),
      [2, 2],
    );
    expect([printText(found), letters]).toEqual(['z[l,k] + 0', ['k', 'l']]);
  });

  it('keeps the names that are in it', () => {
    const { term: found } = openPlace(arena, term('sum(k in 1..C, k0 + k)'), [2]);
    expect(printText(found)).toBe('k0 + k');
  });

  it('has letters for the symbols of its scope', () => {
    const local = arena.make('add', [arena.sym('$0'), arena.sym('$1')]);
    expect(printText(withLetters(context, local, ['i', 'c']))).toBe('i + c');
  });
});
