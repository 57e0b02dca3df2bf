/** Inverses and determinants of matrices, given entry by entry, and positive definite forms. */
import { type Chapter, type Requirement, type RuleEntry, required } from './entry.js';

const SOURCE = 'Horn, Johnson: Matrix Analysis, 0';

/** The square matrix over a..b with these entries. */
const matrix = (entry: string): string => `array(k in a..b, array(l in a..b, ${entry}))`;

const M = matrix('F(k, l)');
const N = matrix('G(k, l)');
const IDENTITY = matrix('delta(k, l)');
const SCALED = matrix('u*F(k, l)');
const FLIPPED = matrix('F(l, k)');
const PRODUCT = matrix('sum(m in a..b, F(k, m)*G(m, l))');
const DIAGONAL = matrix('delta(k, l)*F(k)');
const INVERSE = matrix(`inv(${M})[k][l]`);

const rule = (
  id: string,
  title: string,
  variables: string,
  states: string,
  ...requires: Requirement[]
): RuleEntry => ({ id, title, variables, states, ...required(requires), source: SOURCE });

const major = (...of: Parameters<typeof rule>): RuleEntry => ({ ...rule(...of), level: 'major' });

const ONE = 'a = 1, b = 1';

export const matrices: Chapter = {
  name: 'matrices',
  about:
    'Matrices over one range, given by their entries: inverse, determinant, positive definiteness.',
  // biome-ignore format: a table, one rule a line
  rules: [
    major('inv-right', 'A matrix times its inverse is the identity', 'a b p q F(k, l)', `sum(k in a..b, F(p, k)*inv(${M})[k][q]) == delta(p, q)`, ['p in a..b', `${ONE}, p = 2, q = 1, F(k, l) = k`], ['q in a..b', `${ONE}, p = 1, q = 2, F(k, l) = k`], [`det(${M}) != 0`, `${ONE}, p = 1, q = 1, F(k, l) = 0`]),
    major('inv-left', 'The inverse times the matrix is the identity', 'a b p q F(k, l)', `sum(k in a..b, inv(${M})[p][k]*F(k, q)) == delta(p, q)`, ['p in a..b', `${ONE}, p = 2, q = 1, F(k, l) = k`], ['q in a..b', `${ONE}, p = 1, q = 2, F(k, l) = l`], [`det(${M}) != 0`, `${ONE}, p = 1, q = 1, F(k, l) = 0`]),
    major('inv-scale', 'The inverse of a multiple is the inverse over the factor', 'a b u p q F(k, l)', `inv(${SCALED})[p][q] == inv(${M})[p][q]/u`, ['p in a..b', `${ONE}, u = 2, p = 2, q = 1, F(k, l) = 1`], ['q in a..b', `${ONE}, u = 2, p = 1, q = 2, F(k, l) = 1`], ['u != 0', `${ONE}, u = 0, p = 1, q = 1, F(k, l) = 1`], [`det(${M}) != 0`, `${ONE}, u = 2, p = 1, q = 1, F(k, l) = 0`]),
    rule('inv-transpose', 'The inverse of the transpose is the transpose of the inverse', 'a b p q F(k, l)', `inv(${FLIPPED})[p][q] == inv(${M})[q][p]`, ['p in a..b', `${ONE}, p = 2, q = 1, F(k, l) = 1`], ['q in a..b', `${ONE}, p = 1, q = 2, F(k, l) = 1`], [`det(${M}) != 0`, 'a = 1, b = 2, p = 1, q = 2, F(k, l) = k']),
    major('inv-product', 'The inverse of a product is the product of the inverses in the other order', 'a b p q F(k, l) G(k, l)', `inv(${PRODUCT})[p][q] == sum(m in a..b, inv(${N})[p][m]*inv(${M})[m][q])`, ['p in a..b', `${ONE}, p = 2, q = 1, F(k, l) = 2, G(k, l) = 1`], ['q in a..b', `${ONE}, p = 1, q = 2, F(k, l) = 2, G(k, l) = 3`], [`det(${M}) != 0`, `${ONE}, p = 1, q = 1, F(k, l) = 0, G(k, l) = 2`], [`det(${N}) != 0`, `${ONE}, p = 1, q = 1, F(k, l) = 2, G(k, l) = 0`]),
    rule('inv-inv', 'The inverse of the inverse is the matrix', 'a b p q F(k, l)', `inv(${INVERSE})[p][q] == F(p, q)`, ['p in a..b', `${ONE}, p = 2, q = 1, F(k, l) = k`], ['q in a..b', `${ONE}, p = 1, q = 2, F(k, l) = l`], [`det(${M}) != 0`, `${ONE}, p = 1, q = 1, F(k, l) = 0`]),
    rule('inv-identity', 'The inverse of the identity is the identity', 'a b p q', `inv(${IDENTITY})[p][q] == delta(p, q)`, ['p in a..b', `${ONE}, p = 2, q = 1`], ['q in a..b', `${ONE}, p = 1, q = 2`]),
    rule('inv-diagonal', 'A diagonal matrix is inverted entry by entry', 'a b p q F(k)', `inv(${DIAGONAL})[p][q] == delta(p, q)/F(p)`, ['p in a..b', `${ONE}, p = 2, q = 1, F(k) = 1`], ['q in a..b', `${ONE}, p = 1, q = 2, F(k) = 1`], ['forall k in a..b: F(k) != 0', 'a = 1, b = 2, p = 1, q = 1, F(k) = k - 2']),
    rule('inv-symmetric', 'The inverse of a symmetric matrix is symmetric', 'a b p q F(k, l)', `inv(${M})[p][q] == inv(${M})[q][p]`, ['p in a..b', `${ONE}, p = 2, q = 1, F(k, l) = 1`], ['q in a..b', `${ONE}, p = 1, q = 2, F(k, l) = 1`], ['forall k in a..b: forall l in a..b: F(k, l) == F(l, k)', 'a = 1, b = 2, p = 1, q = 2, F(k, l) = delta(k, l) + delta(k, 1)'], [`det(${M}) != 0`, 'a = 1, b = 2, p = 1, q = 2, F(k, l) = 1']),
    rule('inv-one', 'The inverse of a matrix with one entry', 'a b p q F(k, l)', `inv(${M})[p][q] == 1/F(a, a)`, ['a == b', 'a = 1, b = 2, p = 1, q = 2, F(k, l) = delta(k, l)'], ['p in a..b', `${ONE}, p = 2, q = 1, F(k, l) = 1`], ['q in a..b', `${ONE}, p = 1, q = 2, F(k, l) = 1`], ['F(a, a) != 0', `${ONE}, p = 1, q = 1, F(k, l) = 0`]),
    major('inv-two', 'The inverse of a matrix with two rows', 'a b p q F(k, l)', `inv(${M})[p][q] == (delta(p, q)*(F(a, a) + F(b, b)) - F(p, q))/(F(a, a)*F(b, b) - F(a, b)*F(b, a))`, ['integer(a)', 'a = 1/2, b = 3/2, p = 1, q = 1, F(k, l) = k*l + delta(k, l)'], ['a + 1 == b', 'a = 1, b = 3, p = 2, q = 2, F(k, l) = k*delta(k, l)'], ['p in a..b', 'a = 1, b = 2, p = 3, q = 1, F(k, l) = delta(k, l)'], ['q in a..b', 'a = 1, b = 2, p = 1, q = 3, F(k, l) = delta(k, l)'], ['F(a, a)*F(b, b) - F(a, b)*F(b, a) != 0', 'a = 1, b = 2, p = 1, q = 1, F(k, l) = 1']),
    rule('det-one', 'The determinant of a matrix with one entry', 'a b F(k, l)', `det(${M}) == F(a, a)`, ['integer(a)', 'a = 3/2, b = 3/2, F(k, l) = 2'], ['a == b', 'a = 1, b = 2, F(k, l) = k + l^2']),
    major('det-two', 'The determinant of a matrix with two rows', 'a b F(k, l)', `det(${M}) == F(a, a)*F(b, b) - F(a, b)*F(b, a)`, ['integer(a)', 'a = 1/2, b = 3/2, F(k, l) = k + l^2'], ['a + 1 == b', 'a = 1, b = 3, F(k, l) = k + l^2']),
    major('det-three', 'The determinant of a matrix with three rows', 'a b F(k, l)', `det(${M}) == F(a, a)*(F(a+1, a+1)*F(b, b) - F(a+1, b)*F(b, a+1)) - F(a, a+1)*(F(a+1, a)*F(b, b) - F(a+1, b)*F(b, a)) + F(a, b)*(F(a+1, a)*F(b, a+1) - F(a+1, a+1)*F(b, a))`, ['integer(a)', 'a = 1/2, b = 5/2, F(k, l) = 1 + delta(k, l)*k'], ['a + 2 == b', 'a = 1, b = 2, F(k, l) = k + l^2']),
    rule('det-identity', 'The determinant of the identity is 1', 'a b', `det(${IDENTITY}) == 1`, ['a in a..b', 'a = 1, b = 0']),
    rule('det-diagonal', 'The determinant of a diagonal matrix is the product of its diagonal', 'a b F(k)', `det(${DIAGONAL}) == prod(k in a..b, F(k))`, ['a in a..b', 'a = 1, b = 0, F(k) = 2']),
    major('det-scale', 'A factor of all entries comes out of the determinant once for each row', 'a b u F(k, l)', `det(${SCALED}) == u^(b - a + 1)*det(${M})`, ['integer(a)', 'a = 1/2, b = 2, u = 4, F(k, l) = delta(k, l)'], ['integer(b)', 'a = 1, b = 3/2, u = 4, F(k, l) = 1'], ['a <= b', 'a = 2, b = 0, u = 2, F(k, l) = 1']),
    rule('det-transpose', 'A matrix and its transpose have the same determinant', 'a b F(k, l)', `det(${FLIPPED}) == det(${M})`),
    major('det-product', 'The determinant of a product is the product of the determinants', 'a b F(k, l) G(k, l)', `det(${PRODUCT}) == det(${M})*det(${N})`, ['a in a..b', 'a = 1, b = 0, F(k, l) = 1, G(k, l) = 2']),
    rule('det-inverse', 'The determinant of the inverse is the reciprocal', 'a b F(k, l)', `det(${INVERSE}) == 1/det(${M})`, ['a in a..b', 'a = 1, b = 0, F(k, l) = 1'], [`det(${M}) != 0`, `${ONE}, F(k, l) = 0`]),
    rule('det-two-nonzero', 'A matrix with two rows is invertible where its determinant is not 0', 'a b F(k, l)', `det(${M}) != 0`, ['integer(a)', 'a = 1/2, b = 3/2, F(k, l) = delta(k, l)*(k - 1)'], ['a + 1 == b', 'a = 1, b = 3, F(k, l) = delta(k, l)*(k - 2)'], ['F(a, a)*F(b, b) - F(a, b)*F(b, a) != 0', 'a = 1, b = 2, F(k, l) = 1']),
    rule('det-scale-nonzero', 'A nonzero multiple of an invertible matrix is invertible', 'a b u F(k, l)', `det(${SCALED}) != 0`, ['u != 0', `${ONE}, u = 0, F(k, l) = 1`], [`det(${M}) != 0`, `${ONE}, u = 1, F(k, l) = 0`]),
    rule('det-transpose-nonzero', 'The transpose of an invertible matrix is invertible', 'a b F(k, l)', `det(${FLIPPED}) != 0`, [`det(${M}) != 0`, `${ONE}, F(k, l) = 0`]),
    rule('det-product-nonzero', 'A product of invertible matrices is invertible', 'a b F(k, l) G(k, l)', `det(${PRODUCT}) != 0`, [`det(${M}) != 0`, `${ONE}, F(k, l) = 0, G(k, l) = 1`], [`det(${N}) != 0`, `${ONE}, F(k, l) = 1, G(k, l) = 0`]),
    rule('det-inverse-nonzero', 'The inverse of an invertible matrix is invertible', 'a b F(k, l)', `det(${INVERSE}) != 0`, [`det(${M}) != 0`, `${ONE}, F(k, l) = 0`]),
    rule('det-positive', 'The determinant of a positive definite matrix is positive', 'a b F(k, l)', `0 < det(${M})`, ['a in a..b', 'a = 1, b = 0, F(k, l) = 1'], [`definite(${M})`, `${ONE}, F(k, l) = 0`]),
    rule('definite-scale', 'A positive multiple of a positive definite matrix is positive definite', 'a b u F(k, l)', `definite(${SCALED})`, ['0 < u', `${ONE}, u = 0, F(k, l) = 1`], [`definite(${M})`, `${ONE}, u = 1, F(k, l) = 0`]),
    rule('definite-add', 'Positive definite matrices add up to one', 'a b F(k, l) G(k, l)', `definite(${matrix('F(k, l) + G(k, l)')})`, [`definite(${M})`, `${ONE}, F(k, l) = -2, G(k, l) = 1`], [`definite(${N})`, `${ONE}, F(k, l) = 1, G(k, l) = -2`]),
    rule('definite-inverse', 'The inverse of a positive definite matrix is positive definite', 'a b F(k, l)', `definite(${INVERSE})`, [`definite(${M})`, `${ONE}, F(k, l) = -1`]),
    rule('definite-identity', 'The identity is positive definite', 'a b', `definite(${IDENTITY})`),
    rule('definite-ridge', 'A Gram matrix with a positive multiple of the identity is positive definite', 'a b c d u F(k, l)', `definite(${matrix('sum(m in c..d, F(m, k)*F(m, l)) + u*delta(k, l)')})`, ['0 < u', 'a = 1, b = 1, c = 1, d = 0, u = 0, F(k, l) = 1']),
    major('definite-form', 'A positive definite quadratic form is nonnegative', 'a b F(k, l) G(k)', '0 <= sum(k in a..b, G(k)*sum(l in a..b, F(k, l)*G(l)))', [`definite(${M})`, `${ONE}, F(k, l) = -1, G(k) = 1`]),
    rule('defined-inverse', 'An entry of the inverse is defined where the matrix is invertible', 'a b p q F(k, l)', `defined(inv(${M})[p][q])`, ['defined(a)', 'a = 1/0, b = 1, p = 1, q = 1, F(k, l) = 1'], ['defined(b)', 'a = 1, b = 1/0, p = 1, q = 1, F(k, l) = 1'], ['defined(p)', `${ONE}, p = 1/0, q = 1, F(k, l) = 1`], ['defined(q)', `${ONE}, p = 1, q = 1/0, F(k, l) = 1`], ['integer(a)', 'a = 1/2, b = 1, p = 1, q = 1, F(k, l) = 1'], ['integer(b)', 'a = 1, b = 3/2, p = 1, q = 1, F(k, l) = 1'], ['p in a..b', `${ONE}, p = 2, q = 1, F(k, l) = 1`], ['q in a..b', `${ONE}, p = 1, q = 2, F(k, l) = 1`], ['forall k in a..b: forall l in a..b: defined(F(k, l))', `${ONE}, p = 1, q = 1, F(k, l) = 1/0`], [`det(${M}) != 0`, `${ONE}, p = 1, q = 1, F(k, l) = 0`]),
    rule('defined-determinant', 'A determinant is defined where the entries are', 'a b F(k, l)', `defined(det(${M}))`, ['defined(a)', 'a = 1/0, b = 1, F(k, l) = 1'], ['defined(b)', 'a = 1, b = 1/0, F(k, l) = 1'], ['integer(a)', 'a = 1/2, b = 1, F(k, l) = 1'], ['integer(b)', 'a = 1, b = 3/2, F(k, l) = 1'], ['a <= b', 'a = 1, b = 0, F(k, l) = 1'], ['forall k in a..b: forall l in a..b: defined(F(k, l))', `${ONE}, F(k, l) = 1/0`]),
    major('diff-inverse', 'The derivative of an inverse', 'a b p q F(k, l) X', `diff(inv(${M})[p][q], X) == -sum(k in a..b, sum(l in a..b, inv(${M})[p][k]*diff(F(k, l), X)*inv(${M})[l][q]))`, ['free(a, X)', 'a = s, b = 1, p = 1, q = 1, F(k, l) = 1, X = s, s = 1'], ['free(b, X)', 'a = 1, b = s, p = 1, q = 1, F(k, l) = 1, X = s, s = 1'], ['p in a..b', `${ONE}, p = 2, q = 1, F(k, l) = s, X = s, s = 1`], ['q in a..b', `${ONE}, p = 1, q = 2, F(k, l) = s, X = s, s = 1`], ['free(p, X)', 'a = 1, b = 2, p = s, q = 1, F(k, l) = delta(k, l), X = s, s = 1'], ['free(q, X)', 'a = 1, b = 2, p = 1, q = s, F(k, l) = delta(k, l), X = s, s = 1'], ['forall k in a..b: forall l in a..b: differentiable(F(k, l), X)', `${ONE}, p = 1, q = 1, F(k, l) = 1 + abs(s), X = s, s = 0`], [`det(${M}) != 0`, `${ONE}, p = 1, q = 1, F(k, l) = s, X = s, s = 0`]),
    major('diff-determinant', 'The derivative of a determinant, by Jacobi', 'a b F(k, l) X', `diff(det(${M}), X) == det(${M})*sum(k in a..b, sum(l in a..b, inv(${M})[l][k]*diff(F(k, l), X)))`, ['free(a, X)', 'a = s, b = 1, F(k, l) = s, X = s, s = 1'], ['free(b, X)', 'a = 1, b = s, F(k, l) = s, X = s, s = 1'], ['forall k in a..b: forall l in a..b: differentiable(F(k, l), X)', 'a = 1, b = 2, F(k, l) = delta(k, l)*(1 + abs(s)), X = s, s = 0'], [`det(${M}) != 0`, `${ONE}, F(k, l) = s, X = s, s = 0`]),
    rule('differentiable-inverse', 'The inverse of a matrix is differentiable where it is invertible', 'a b p q F(k, l) X', `differentiable(inv(${M})[p][q], X)`, ['defined(a)', 'a = 1/0, b = 1, p = 1, q = 1, F(k, l) = 1, X = s, s = 1'], ['defined(b)', 'a = 1, b = 1/0, p = 1, q = 1, F(k, l) = 1, X = s, s = 1'], ['defined(p)', `${ONE}, p = 1/0, q = 1, F(k, l) = 1, X = s, s = 1`], ['defined(q)', `${ONE}, p = 1, q = 1/0, F(k, l) = 1, X = s, s = 1`], ['free(a, X)', 'a = s, b = 1, p = 1, q = 1, F(k, l) = 1, X = s, s = 1'], ['free(b, X)', 'a = 1, b = s, p = 1, q = 1, F(k, l) = 1, X = s, s = 1'], ['integer(a)', 'a = 1/2, b = 1, p = 1, q = 1, F(k, l) = 1, X = s, s = 1'], ['integer(b)', 'a = 1, b = 3/2, p = 1, q = 1, F(k, l) = 1, X = s, s = 1'], ['p in a..b', `${ONE}, p = 2, q = 1, F(k, l) = 1, X = s, s = 1`], ['q in a..b', `${ONE}, p = 1, q = 2, F(k, l) = 1, X = s, s = 1`], ['free(p, X)', 'a = 1, b = 2, p = s, q = 1, F(k, l) = delta(k, l), X = s, s = 1'], ['free(q, X)', 'a = 1, b = 2, p = 1, q = s, F(k, l) = delta(k, l), X = s, s = 1'], ['forall k in a..b: forall l in a..b: differentiable(F(k, l), X)', `${ONE}, p = 1, q = 1, F(k, l) = 1 + abs(s), X = s, s = 0`], [`det(${M}) != 0`, `${ONE}, p = 1, q = 1, F(k, l) = 0, X = s, s = 0`]),
    rule('differentiable-determinant', 'A determinant is differentiable where the entries are', 'a b F(k, l) X', `differentiable(det(${M}), X)`, ['defined(a)', 'a = 1/0, b = 1, F(k, l) = 1, X = s, s = 1'], ['defined(b)', 'a = 1, b = 1/0, F(k, l) = 1, X = s, s = 1'], ['free(a, X)', 'a = s, b = 1, F(k, l) = 1, X = s, s = 1'], ['free(b, X)', 'a = 1, b = s, F(k, l) = 1, X = s, s = 1'], ['integer(a)', 'a = 1/2, b = 1, F(k, l) = 1, X = s, s = 1'], ['integer(b)', 'a = 1, b = 3/2, F(k, l) = 1, X = s, s = 1'], ['a <= b', 'a = 1, b = 0, F(k, l) = 1, X = s, s = 1'], ['forall k in a..b: forall l in a..b: differentiable(F(k, l), X)', `${ONE}, F(k, l) = abs(s), X = s, s = 0`]),
  ],
};
