/** Brackets that narrow a range, sums over a triangle, and products that telescope. */
import { type Chapter, rulesWith } from './entry.js';

const rule = rulesWith({ level: 'major', source: 'Concrete Mathematics, 2.4' });

export const ranges: Chapter = {
  name: 'ranges',
  about: 'A condition on the index is a smaller range; a triangle is summed by rows or by columns.',
  // biome-ignore format: a table, one rule a line
  rules: [
    rule('sum-bracket-upper', 'A bracket bounds the range from above', 'a b c F(k)', 'sum(k in a..b, [k <= c]*F(k)) == sum(k in a..c, F(k))', ['c <= b', 'a = 1, b = 1, c = 2, F(k) = 1'], 'integer(c)'),
    rule('sum-bracket-lower', 'A bracket bounds the range from below', 'a b c F(k)', 'sum(k in a..b, [c <= k]*F(k)) == sum(k in c..b, F(k))', ['a <= c', 'a = 2, b = 2, c = 1, F(k) = 1'], 'integer(c)'),
    rule('sum-triangle', 'A triangle is summed by rows or by columns', 'a b F(k, l)', 'sum(k in a..b, sum(l in a..k, F(k, l))) == sum(l in a..b, sum(k in l..b, F(k, l)))'),
    rule('sum-triangle-strict', 'A triangle without its diagonal is summed by rows or by columns', 'a b F(k, l)', 'sum(k in a..b, sum(l in a..k-1, F(k, l))) == sum(l in a..b, sum(k in l+1..b, F(k, l)))'),
    rule('prod-split', 'The range of a product is split in two', 'a b c F(k)', 'prod(k in a..b, F(k)) == prod(k in a..c, F(k))*prod(k in c+1..b, F(k))', ['a <= c + 1', 'a = 3, b = 3, c = 1, F(k) = 2'], ['c <= b', 'a = 1, b = 1, c = 3, F(k) = 2'], 'integer(a)', 'integer(b)', ['integer(c)', 'a = 0, b = 3, c = 3/2, F(k) = 2']),
    rule('prod-pow-natural', 'A natural exponent comes out of the product', 'a b u F(k)', 'prod(k in a..b, F(k)^u) == prod(k in a..b, F(k))^u', ['integer(u)', 'a = 1, b = 2, u = 1/2, F(k) = -1'], ['0 <= u', 'a = 1, b = 2, u = -1, F(k) = 2*k - 2']),
    rule('pow-add-natural', 'Natural exponents add up', 'u v w', 'u^(v + w) == u^v*u^w', ['integer(v)', 'u = -1, v = 1/2, w = 1'], ['integer(w)', 'u = -1, v = 1, w = 1/2'], ['0 <= v', 'u = 0, v = -1, w = 1'], ['0 <= w', 'u = 0, v = 1, w = -1']),
    rule('pow-sub-one', 'An exponent lowered by one divides by the base', 'u v', 'u^(v - 1) == u^v/u', ['integer(v)', 'u = -1, v = 1/2'], ['u != 0', 'u = 0, v = 1']),
  ],
};
