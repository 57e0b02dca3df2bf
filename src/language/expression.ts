/**
 * The grammar of expressions, loosest first:
 *
 *   P => Q    or    and    not, forall    == != < <= > >= in    + -    -a    * /    ^    a[i] a'
 *
 * A sign reaches over products (-a*b is -(a*b), -x^2 is -(x^2)); ^ binds to the right. Nothing is
 * simplified; only `a > b` is written as `b < a`, and a chain as a conjunction.
 */
import type { Context } from '../kernel/context.js';
import type { Operator } from '../term/operator.js';
import { close } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import { closeBinder, openClause, readRange } from './clause.js';
import { lex, type Token } from './lexer.js';
import { readPartHead, splitNamedParts } from './named-part.js';
import { readPrimary } from './primary.js';
import { type Grammar, Reader } from './reader.js';
import { Scope, type ScopeOptions } from './scope.js';
import { requireCondition, requireIndex, requireNumber, requireSameRank } from './sort-check.js';
import { readPostfix } from './subscript.js';

const GRAMMAR: Grammar = { expression: readImplication, sum: readSum };

/** A reader of tokens, the last of kind `end`. */
export const readerOf = (tokens: readonly Token[], scope: Scope): Reader =>
  new Reader(tokens, scope, GRAMMAR);

/** The term of a whole text. Throws LanguageError. */
export const parseExpression = (context: Context, text: string, options?: ScopeOptions): Term =>
  readWhole(lex(text), new Scope(context, options));

export interface OpenExpression {
  readonly term: Term;
  /** The context, with the letters declared that stand as an index of a declared axis. */
  readonly context: Context;
}

/** As parseExpression; undeclared letters used as indices are fresh free indices. */
export function parseExpressionIn(context: Context, text: string): OpenExpression {
  const scope = new Scope(context, { openIndices: true });
  const term = readWhole(lex(text), scope);
  return { term, context: scope.context };
}

/** `e where t1 = e1, t2(i) = e2`: each name stands for its term in what follows it, and in e. */
function readWhole(tokens: readonly Token[], scope: Scope): Term {
  const { main, named } = splitNamedParts(tokens);
  for (const part of named) {
    const reader = readerOf(part, scope);
    const { name, locals } = readPartHead(reader);
    const body = reader.expression();
    reader.finish();
    for (const local of locals) scope.unbind(local);
    const symbols = locals.map((local) => local.symbol);
    scope.abbreviate(name, locals.length, close(scope.context.arena, body, symbols));
  }
  const reader = readerOf(main, scope);
  const term = reader.expression();
  reader.finish();
  return term;
}

function readImplication(reader: Reader): Term {
  const token = reader.token;
  const left = readOr(reader);
  if (!reader.takes('=>')) return left;
  requireCondition(reader, left, token);
  const start = reader.token;
  const right = reader.nested(() => readImplication(reader));
  requireCondition(reader, right, start);
  return reader.arena.make('implies', [left, right]);
}

const readOr = connective('or', readAnd);

function connective(op: 'or' | 'and', readPart: (reader: Reader) => Term) {
  return (reader: Reader): Term => {
    const token = reader.token;
    let left = readPart(reader);
    while (reader.takes(op)) {
      const start = reader.token;
      const right = readPart(reader);
      requireCondition(reader, left, token);
      requireCondition(reader, right, start);
      left = reader.arena.make(op, [left, right]);
    }
    return left;
  };
}

function readAnd(reader: Reader): Term {
  return connective('and', readNot)(reader);
}

function readNot(reader: Reader): Term {
  if (reader.sees('forall')) return readForall(reader);
  if (!reader.takes('not')) return readComparison(reader);
  const token = reader.token;
  const inner = reader.nested(() => readNot(reader));
  requireCondition(reader, inner, token);
  return reader.arena.make('not', [inner]);
}

/** `forall i in 1..n, j in 1..m: P` */
function readForall(reader: Reader): Term {
  reader.expect('forall', 'before a letter');
  const clause = openClause(reader, 'integer');
  const body = reader.nested(() => {
    if (reader.takes(',')) return readForallTail(reader);
    reader.expect(':', 'after the ranges');
    return readChecked(reader);
  });
  return closeBinder(reader, 'forall', clause, body);
}

function readForallTail(reader: Reader): Term {
  const clause = openClause(reader, 'integer');
  const body = reader.nested(() => {
    if (reader.takes(',')) return readForallTail(reader);
    reader.expect(':', 'after the ranges');
    return readChecked(reader);
  });
  return closeBinder(reader, 'forall', clause, body);
}

function readChecked(reader: Reader): Term {
  const token = reader.token;
  const body = readImplication(reader);
  requireCondition(reader, body, token);
  return body;
}

/** Operators of comparison: the node, and whether its sides are swapped. */
const RELATIONS: ReadonlyMap<string, readonly [Operator, boolean]> = new Map([
  ['==', ['eq', false]],
  ['!=', ['ne', false]],
  ['<', ['lt', false]],
  ['<=', ['le', false]],
  ['>', ['lt', true]],
  ['>=', ['le', true]],
]);

function readComparison(reader: Reader): Term {
  const start = reader.token;
  let left = readSum(reader);
  if (reader.sees('in')) return readMembership(reader, left, start);
  let chain: Term | undefined;
  for (;;) {
    const token = reader.token;
    const relation = token.kind === 'symbol' ? RELATIONS.get(token.text) : undefined;
    if (!relation) return chain ?? left;
    reader.next();
    const right = readSum(reader);
    requireSameRank(reader, left, right, token);
    const [op, swapped] = relation;
    const link = reader.arena.make(op, swapped ? [right, left] : [left, right]);
    chain = chain ? reader.arena.make('and', [chain, link]) : link;
    left = right;
  }
}

function readMembership(reader: Reader, left: Term, start: Token): Term {
  reader.expect('in', 'before a range');
  requireIndex(reader, left, start, 'a member of a range');
  const { lo, hi } = readRange(reader, 'integer');
  return reader.arena.make('in', [left, lo, hi]);
}

function readSum(reader: Reader): Term {
  let left = readSigned(reader);
  for (;;) {
    const token = reader.token;
    const op = reader.sees('+') ? 'add' : reader.sees('-') ? 'sub' : undefined;
    if (!op) return left;
    reader.next();
    const right = readSigned(reader);
    requireSameRank(reader, left, right, token);
    left = reader.arena.make(op, [left, right]);
  }
}

/** A product with its sign. */
function readSigned(reader: Reader): Term {
  return readSign(reader, readProduct);
}

function readSign(reader: Reader, readUnsigned: (reader: Reader) => Term): Term {
  if (!reader.takes('-')) return readUnsigned(reader);
  const token = reader.token;
  const inner = reader.nested(() => readSign(reader, readUnsigned));
  requireSameRank(reader, inner, inner, token);
  return reader.arena.make('neg', [inner]);
}

function readProduct(reader: Reader): Term {
  let left = readPower(reader);
  for (;;) {
    const token = reader.token;
    const op = reader.sees('*') ? 'mul' : reader.sees('/') ? 'div' : undefined;
    if (!op) return left;
    reader.next();
    const start = reader.token;
    const right = readSign(reader, readPower);
    checkProduct(reader, op, left, right, token, start);
    left = reader.arena.make(op, [left, right]);
  }
}

function checkProduct(
  reader: Reader,
  op: 'mul' | 'div',
  left: Term,
  right: Term,
  token: Token,
  start: Token,
): void {
  if (!reader.scope.checked) return;
  requireSameRank(reader, left, left, token);
  requireSameRank(reader, right, right, start);
  const { sorts } = reader.scope;
  if (op === 'div') requireNumber(reader, right, start, 'a divisor');
  else if (sorts.rank(left) > 0 && sorts.rank(right) > 0)
    throw reader.error('two arrays cannot be multiplied by *', token, {
      hint: 'matmul(X, Y) is the matrix product, dot(u, v) the inner product',
    });
}

function readPower(reader: Reader): Term {
  const start = reader.token;
  const base = readPostfix(reader, readPrimary(reader), start);
  if (!reader.takes('^')) return base;
  requireNumber(reader, base, start, 'the base of a power');
  const token = reader.token;
  const exponent = reader.nested(() => readSign(reader, readPower));
  requireNumber(reader, exponent, token, 'an exponent');
  return reader.arena.make('pow', [base, exponent]);
}
