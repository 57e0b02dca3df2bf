import { describe, expect, test } from 'vitest';
import { parseExpression } from '../../src/language/expression.js';
import { lowerContext, lowerRelation, lowerTerm } from '../../src/language/lower.js';
import { printText } from '../../src/language/print-text.js';
import { subterms } from '../../src/term/substitution.js';
import { contextOf, words } from './given.js';

const context = contextOf(`
size n, m, C
real z[n, C], X[n, m], A[n, n], v[n], u[0..n-1], w[m]
real a, b
binary d[n]
spd S[n, n]
label s in 1..C
index i in 1..n, c in 1..C
let P = softmax(v)
let yhat[i,c] = exp(z[i,c])/sum(k in 1..C, exp(z[i,k]))
let row[i] = softmax(z[i,:])
let H(p, q) = -sum(k in 1..n, p[k]*log(q[k]))
let size2(p) = norm2(p)^2
let double(p) = (2*p + p)[1]*softmax(p)
let twiceTrace(B) = trace(2*B)
let J = sum(i, sum(c, z[i,c]^2))
assume v == u
`);
const core = lowerContext(context);

/** The core form of an expression, in the plain grammar. */
const lower = (text: string): string =>
  printText(lowerTerm(context, parseExpression(context, text)), { context: core });

describe('operations on arrays are written out entry by entry', () => {
  test.each([
    ['v', 'v'],
    ['2*v + u', 'array(i in 1..n, 2*v[i] + u[i - 1])'],
    ['-v/a', 'array(i in 1..n, -v[i]/a)'],
    ['(v + v)[2]', 'v[2] + v[2]'],
    ["A'", 'array(i in 1..n, array(j in 1..n, A[j,i]))'],
    ["A'[1,2]", 'A[2,1]'],
    ['matmul(A, v)', 'array(i in 1..n, sum(j in 1..n, A[i,j]*v[j]))'],
    ["matmul(X', v)", 'array(j in 1..m, sum(i in 1..n, X[i,j]*v[i]))'],
    ['matmul(v, X)', 'array(j in 1..m, sum(i in 1..n, v[i]*X[i,j]))'],
    ["matmul(X, X')[1,2]", 'sum(j in 1..m, X[1,j]*X[2,j])'],
    ['matmul(A, u)[1]', 'sum(j in 1..n, A[1,j]*u[j - 1])'],
    ['dot(v, u)', 'sum(i in 1..n, v[i]*u[i - 1])'],
    ['softmax(v)[s]', 'exp(v[s])/sum(j in 1..n, exp(v[j]))'],
    ['softmax(z)[1,s]', 'exp(z[1,s])/sum(k in 1..C, exp(z[1,k]))'],
    ['logsumexp(z[i,:])', 'log(sum(c in 1..C, exp(z[i,c])))'],
    ['norm1(v) + norm2(v)', 'sum(i in 1..n, abs(v[i])) + sqrt(sum(i in 1..n, v[i]^2))'],
    ['trace(matmul(A, A))', 'sum(i in 1..n, sum(k in 1..n, A[i,k]*A[k,i]))'],
    ['diag(v)[1,2]', 'delta(1, 2)*v[1]'],
    ['diag(A)[2]', 'A[2,2]'],
    ['outer(v, w)[1,2]', 'v[1]*w[2]'],
    ['eye(n)[1,s]', 'delta(1, s)'],
    ['ones(n)[3]', '1'],
    ['sum(i, z[i,:])', 'array(c in 1..C, sum(i in 1..n, z[i,c]))'],
    ['if(a < b, v, u)[1]', 'if(a < b, v[1], u[1 - 1])'],
    ['log2(a)', 'log(a)/log(2)'],
    ['diff(J, z)', 'array(i in 1..n, array(c in 1..C, diff(J, z[i,c])))'],
    ['diff(v, v)', 'array(i in 1..n, array(j in 1..n, diff(v[i], v[j])))'],
  ])('%s', (text, expected) => {
    expect(lower(text)).toBe(expected);
  });
});

describe('inverses and determinants have their matrix entry by entry', () => {
  test.each([
    ['inv(S)[1,2]', "inv(array(k in 1..n, array(k' in 1..n, S[k,k'])))[1,2]"],
    ["inv(S')[1,2]", 'inv(array(i in 1..n, array(j in 1..n, S[j,i])))[1,2]'],
    [
      'det(array(i in 1..n, j in 1..n, S[i,j]))',
      "det(array(k in 1..n, array(k' in 1..n, S[k,k'])))",
    ],
    ['det(array(i in 2..n, j in 2..n, S[i,j]))', 'det(array(i in 2..n, array(j in 2..n, S[i,j])))'],
    [
      'matmul(inv(S), v)[1]',
      "sum(j in 1..n, inv(array(k in 1..n, array(k' in 1..n, S[k,k'])))[1,j]*v[j])",
    ],
  ])('%s', (text, expected) => {
    expect(lower(text)).toBe(expected);
  });
});

describe('conditions', () => {
  test.each([
    ['[i == s]', 'delta(i, s)'],
    ['[i != s]', '[i != s]'],
    ['[d[i] == 1]', '[d[i] == 1]'],
    ['delta(d[i], 1)', '[d[i] == 1]'],
    ['int(x in 0..1, [x == 1])', 'int(x in 0..1, [x == 1])'],
    ['sum(k in 1..n where k != i, v[k])', 'sum(k in 1..n, [k != i]*v[k])'],
    ['sum(k in 1..n where v[k] > 0, v[k])', 'sum(k in 1..n, [0 < v[k]]*v[k])'],
    ['prod(k in 1..n where k != i, v[k])', 'prod(k in 1..n, if(k != i, v[k], 1))'],
    ['max(k in 1..n where k != i, v[k])', 'max(k in 1..n where k != i, v[k])'],
    ['[v == u]', '[forall i in 1..n: v[i] == u[i - 1]]'],
  ])('%s', (text, expected) => {
    expect(lower(text)).toBe(expected);
  });
});

describe('definitions', () => {
  test.each([
    ['P', 'array(i in 1..n, P[i])'],
    ['P[2]', 'P[2]'],
    ['yhat[i,:]', 'array(c in 1..C, yhat[i,c])'],
    ['row[i][s]', 'row[i,s]'],
    ['H(v, 2*u)', 'H(v, array(j in 0..n - 1, 2*u[j]))'],
    ['H(array(k in 1..n, v[k]), v)', 'H(array(k in 1..n, v[k]), v)'],
    ['size2(w)', 'sqrt(sum(j in 1..m, w[j]^2))^2'],
    ['twiceTrace(A)', 'sum(i in 1..n, 2*A[i,i])'],
    ['double(w)[2]', '(2*w[1] + w[1])*(exp(w[2])/sum(k in 1..m, exp(w[k])))'],
  ])('%s', (text, expected) => {
    expect(lower(text)).toBe(expected);
  });

  test('an array-valued body makes an indexed definition', () => {
    const { style, parameters, body } = core.definitions.get('P') ?? {};
    expect([style, parameters?.map(({ name }) => name)]).toEqual(['indexed', ['i']]);
    expect(body && words(body)).toBe('(div (exp (at v #0)) (sum 1 n (exp (at v #0))))');
  });

  test('a definition that only makes sense at its uses is written out there', () => {
    expect(core.definitions.has('size2')).toBe(false);
    expect(core.definitions.has('H')).toBe(true);
  });

  test('hypotheses about arrays are hypotheses about all their entries', () => {
    const proposition = core.hypotheses.get('assume-1')?.proposition;
    expect(proposition && printText(proposition)).toBe('forall i in 1..n: v[i] == u[i - 1]');
  });
});

describe('a relation of arrays is a relation of their entries', () => {
  const relation = (left: string, right: string): string[] => {
    const sides = [left, right].map((text) => parseExpression(context, text));
    const lowered = lowerRelation(context, ...(sides as [never, never]));
    const fresh = [...lowered.context.declarations.keys()].filter(
      (name) => !context.declarations.has(name),
    );
    const print = (term: typeof lowered.left): string => printText(term, lowered);
    return [print(lowered.left), print(lowered.right), fresh.join()];
  };

  test.each([
    ['diff(J, z)', 'yhat - z', 'diff(J, z[i,c])', 'yhat[i,c] - z[i,c]', ''],
    ['v', 'u', 'v[i]', 'u[i - 1]', ''],
    ['v*a', 'v*v[i]', 'v[k]*a', 'v[k]*v[i]', 'k'],
    ['A', "A'", 'A[i,j]', 'A[j,i]', 'j'],
    ['a', 'b', 'a', 'b', ''],
  ])('%s == %s', (left, right, first, second, fresh) => {
    expect(relation(left, right)).toEqual([first, second, fresh]);
  });

  test('shapes that do not fit are refused', () => {
    expect(() => relation('v', 'w')).toThrow('an axis 1..n does not fit an axis 1..m');
    expect(() => relation('A', 'X')).toThrow('an axis 1..n does not fit an axis 1..m');
    expect(() => relation('A', 'v')).toThrow('the two sides have different numbers of axes');
  });
});

test('the core has no operation on whole arrays', () => {
  const texts = ['2*matmul(A, softmax(v)) - P', "norm2(matmul(X', u))", 'trace(outer(v, v))'];
  for (const text of texts) {
    const ops = new Set(
      subterms(lowerTerm(context, parseExpression(context, text))).map(({ op }) => op),
    );
    for (const op of ['matmul', 'transpose', 'softmax', 'norm2', 'trace', 'outer'] as const)
      expect(ops.has(op)).toBe(false);
  }
});

test('a sum of fifty thousand terms is lowered without recursion', () => {
  const term = parseExpression(context, Array.from({ length: 50_000 }, () => 'a').join('+'));
  expect(lowerTerm(context, term)).toBe(term);
});
