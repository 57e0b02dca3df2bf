import { describe, expect, test } from 'vitest';
import { parsePattern } from '../../src/language/pattern.js';
import { Arena } from '../../src/term/term.js';
import { words } from './given.js';

const vars = new Map(
  Object.entries({ a: 0, b: 0, c: 0, i: 0, u: 0, v: 0, x: 0, A: 0, F: 1, P: 1, G: 2 }),
);
const read = (text: string): string => words(parsePattern(new Arena(), text, vars));

describe('a pattern', () => {
  test.each([
    ['log(u*v)', '(log (mul meta:u meta:v))'],
    ['sum(k in a..b, F(k))', '(sum meta:a meta:b (meta:F #0))'],
    ['sum(k in a..b, F[k])', '(sum meta:a meta:b (meta:F #0))'],
    [
      'sum(k in a..b, sum(j in a..k, G(k, j)))',
      '(sum meta:a meta:b (sum meta:a #0 (meta:G #1 #0)))',
    ],
    ['sum(k in a..b where k != c, F(k))', '(sum meta:a meta:b (guard (ne #0 meta:c) (meta:F #0)))'],
    ['sum(k in a..b, A[k,i])', '(sum meta:a meta:b (at (at meta:A #0) meta:i))'],
    ['F(a + 1)', '(meta:F (add meta:a 1))'],
    ['forall k in a..b: F(k) > 0', '(forall meta:a meta:b (lt 0 (meta:F #0)))'],
    ['u > 0 => v > 0', '(implies (lt 0 meta:u) (lt 0 meta:v))'],
    ['defined(u) and integer(v)', '(and (defined meta:u) (integer meta:v))'],
    ['differentiable(u, x)', '(differentiable meta:u meta:x)'],
    ['free(u, x)', '(free meta:u meta:x)'],
    ['i in a..b', '(in meta:i meta:a meta:b)'],
    ['diff(u*v, x)', '(diff (mul meta:u meta:v) meta:x)'],
    ['if(P(i), u, v)', '(if (meta:P meta:i) meta:u meta:v)'],
    ['[P(i)]*delta(i, a)', '(mul (iverson (meta:P meta:i)) (delta meta:i meta:a))'],
    ['max(u, v)', '(maximum meta:u meta:v)'],
    ['array(k in a..b, F(k))[i]', '(at (array meta:a meta:b (meta:F #0)) meta:i)'],
    ['sum(u in a..b, u)', '(sum meta:a meta:b #0)'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('refuses what is neither a metavariable nor bound', () => {
    expect(() => read('log(w)')).toThrow('w is not declared');
    expect(() => read('F')).toThrow('F takes 1 bound indices');
    expect(() => read('F(a, b)')).toThrow('F takes 1 bound indices, not 2');
  });
});
