/** What the operands of an infix operator must be. */
import type { Operator } from '../term/operator.js';
import type { Term } from '../term/term.js';
import type { Place } from './language-error.js';
import type { Reading } from './reader.js';
import { requireCondition, requireNumber, requireSameRank } from './sort-check.js';

export interface Operands {
  readonly left: Term;
  readonly right: Term;
  /** First tokens of the left operand, of the operator and of the right operand. */
  readonly start: Place;
  readonly token: Place;
  readonly next: Place;
}

export function checkOperands(reader: Reading, op: Operator, operands: Operands): void {
  if (!reader.scope.checked) return;
  const { left, right, start, token, next } = operands;
  switch (op) {
    case 'add':
    case 'sub':
      requireSameRank(reader, left, right, token);
      return;
    case 'mul':
    case 'div':
      checkProduct(reader, op, operands);
      return;
    case 'pow':
      requireNumber(reader, left, start, 'the base of a power');
      requireNumber(reader, right, next, 'an exponent');
      return;
    default:
      requireCondition(reader, left, start);
      requireCondition(reader, right, next);
  }
}

function checkProduct(reader: Reading, op: 'mul' | 'div', operands: Operands): void {
  const { left, right, token, next } = operands;
  requireSameRank(reader, left, left, token);
  requireSameRank(reader, right, right, next);
  const { sorts } = reader.scope;
  if (op === 'div') requireNumber(reader, right, next, 'a divisor');
  else if (sorts.rank(left) > 0 && sorts.rank(right) > 0)
    throw reader.error('two arrays cannot be multiplied by *', token, {
      hint: 'matmul(X, Y) is the matrix product, dot(u, v) the inner product',
    });
}
