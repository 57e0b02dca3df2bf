import { describe, expect, test } from 'vitest';
import { parseExpression, parseExpressionIn } from '../../src/language/expression.js';
import { contextOf, SOFTMAX, words } from './given.js';

const context = contextOf(SOFTMAX);
const read = (text: string): string => words(parseExpression(context, text));

const table = (rows: readonly (readonly [string, string])[]): void => {
  test.each(rows)('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
};

describe('precedence', () => {
  table([
    ['-x^2', '(neg (pow x 2))'],
    ['-a*b', '(neg (mul a b))'],
    ['-a + b', '(add (neg a) b)'],
    ['a*-b*x', '(mul (mul a (neg b)) x)'],
    ['a^b^x', '(pow a (pow b x))'],
    ['2^-x', '(pow 2 (neg x))'],
    ['a - b - x', '(sub (sub a b) x)'],
    ['a/b*x', '(mul (div a b) x)'],
    ['a/(b*x)', '(div a (mul b x))'],
    ['a - -b', '(sub a (neg b))'],
    ['[a < b or a == x and not x > 0]', '(iverson (or (lt a b) (and (eq a x) (not (lt 0 x)))))'],
    ['a > 0 => b > 0 => x > 0', '(implies (lt 0 a) (implies (lt 0 b) (lt 0 x)))'],
    ['a < b <= x', '(and (lt a b) (le b x))'],
  ]);
});

describe('numbers are exact', () => {
  table([
    ['0.1', '1/10'],
    ['1e-9', '1/1000000000'],
    ['2.5e2', '250'],
    ['.5', '1/2'],
    ['1/3', '(div 1 3)'],
    ['sum(k in 1..3, k)', '(sum 1 3 #0)'],
  ]);
});

describe('binders', () => {
  table([
    ['sum(i, v[i])', '(sum 1 n (at v #0))'],
    ["sum(i, sum(i', W[i,i']))", '(sum 1 n (sum 1 n (at (at W #1) #0)))'],
    ['sum(i in 1..2, c in 1..3, i*c)', '(sum 1 2 (sum 1 3 (mul #1 #0)))'],
    ['sum(i, c, z[i,c])', '(sum 1 n (sum 1 C (at (at z #1) #0)))'],
    ['sum(k in 1..C where k != s, k)', '(sum 1 C (guard (ne #0 s) #0))'],
    ['sum(c where c != s, y[1,c])', '(sum 1 C (guard (ne #0 s) (at (at y 1) #0)))'],
    ['sum(a in 1..3, a) + a', '(add (sum 1 3 #0) a)'],
    ['sum(k in 1..n, sum(k in 1..k, k))', '(sum 1 n (sum 1 #0 #0))'],
    ['prod(k in 1..n, v[k])', '(prod 1 n (at v #0))'],
    ['max(i, v[i])', '(max 1 n (at v #0))'],
    ['max(a, b, x)', '(maximum (maximum a b) x)'],
    ['min(a, 0)', '(minimum a 0)'],
    ['int(x in -inf..inf, exp(-x^2))', '(int (neg inf) inf (exp (neg (pow #0 2))))'],
    ['array(i in 1..2, j in 1..2, i+j)', '(array 1 2 (array 1 2 (add #1 #0)))'],
    ['forall k in 1..n: v[k] > 0', '(forall 1 n (lt 0 (at v #0)))'],
    ['forall k in 1..n, j in 1..k: k > j', '(forall 1 n (forall 1 #0 (lt #0 #1)))'],
    ['s in 1..C', '(in s 1 C)'],
  ]);
});

describe('subscripts and arrays', () => {
  table([
    ['z[i,c]', '(at (at z i) c)'],
    ['z[i,t[i]]', '(at (at z i) (at t i))'],
    ['z[i,:]', '(array 1 C (at (at z i) #0))'],
    ['z[:,c]', '(array 1 n (at (at z #0) c))'],
    ['z[:,:]', 'z'],
    ['yhat[i,c]', '(app:yhat i c)'],
    ['yhat', '(array 1 n (array 1 C (app:yhat #1 #0)))'],
    ['yhat[i,:]', '(array 1 C (app:yhat i #0))'],
    ['softmax(v)[i]', '(at (softmax v) i)'],
    ["W'", '(transpose W)'],
    ["W''", '(transpose (transpose W))'],
    ["(W + W)'[1,2]", '(at (at (transpose (add W W)) 1) 2)'],
    ["matmul(W', v)", '(matmul (transpose W) v)'],
    ['2*W - inv(W)', '(sub (mul 2 W) (inv W))'],
    ['eye(n)', '(eye 1 n)'],
    ['eye(0..n-1)', '(eye 0 (sub n 1))'],
    ['ones(n, C)', '(array 1 n (ones 1 C))'],
    ['[s == 1]*delta(i, s)', '(mul (iverson (eq s 1)) (delta i s))'],
    ['v[1]^[s==1]', '(pow (at v 1) (iverson (eq s 1)))'],
  ]);
});

describe('derivatives and minimisers', () => {
  table([
    ['diff(J, z[i,c])', '(diff app:J (at (at z i) c))'],
    ['diff(x^2, x, a)', '(diff (diff (pow x 2) x) a)'],
    ['diff(J, z)', '(diff app:J z)'],
    ['diff(J, z[i,:])', '(array 1 C (diff app:J (at (at z i) #0)))'],
    ['argmin(x, x^2)', '(argmin (pow x 2) x)'],
    ['argmax((a, x), a - x)', '(argmax (sub a x) a x)'],
  ]);
});

describe('calls', () => {
  table([
    ['f(x)', '(app:f x)'],
    ['H(v, u)', '(app:H v u)'],
    ['H(z[i,:], y[i,:])', '(app:H (array 1 C (at (at z i) #0)) (array 1 C (at (at y i) #0)))'],
    ['if(a < b, a, b)', '(if (lt a b) a b)'],
    ['binom(n, k0)', '(binom n k0)'],
    ['pi*inf', '(mul pi inf)'],
  ]);
});

test('no letter is reserved: e, pi, gamma and sum can be declared', () => {
  const own = contextOf('real e, pi, gamma, sum, max');
  const term = parseExpression(own, 'e*pi + gamma(gamma) + sum(k in 1..2, sum) + max(max, e)');
  expect(words(term)).toBe(
    '(add (add (add (mul e pi) (gamma gamma)) (sum 1 2 sum)) (maximum max e))',
  );
});

test('a primed name that is declared is that name and no transpose', () => {
  const own = contextOf("size n\nreal W[n, n], W'[n, n]");
  expect(words(parseExpression(own, "W' + W''"))).toBe("(add W' (transpose W'))");
});

test('Unicode letters are names, composed or not', () => {
  const own = contextOf('real \u0177, θ');
  expect(words(parseExpression(own, 'y\u0302*θ'))).toBe('(mul \u0177 θ)');
});

test('terms that differ in bound letters alone are the same term', () => {
  expect(parseExpression(context, 'sum(k in 1..n, v[k])')).toBe(
    parseExpression(context, 'sum(j in 1..n, v[j])'),
  );
});

test('a declared symbol in the shape of an array is not captured by a letter of the same name', () => {
  const own = contextOf('size k\nreal m[2, k]');
  expect(words(parseExpression(own, 'sum(k in 1..2, dot(m[k,:], m[k,:]))'))).toBe(
    '(sum 1 2 (dot (array 1 k (at (at m #1) #0)) (array 1 k (at (at m #1) #0))))',
  );
});

test('undeclared letters in index places are free indices of that axis, where asked for', () => {
  const opened = parseExpressionIn(context, 'diff(J, z[p,q]) - yhat[p,q]');
  expect(words(opened.term)).toBe('(sub (diff app:J (at (at z p) q)) (app:yhat p q))');
  const { kind, lower, upper } = opened.context.declarations.get('q') ?? {};
  expect([kind, lower && words(lower), upper && words(upper)]).toEqual(['index', '1', 'C']);
});
