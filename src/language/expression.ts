/**
 * The grammar of expressions, by precedence climbing. Loosest first:
 *
 *   P => Q    or    and    not, forall    == != < <= > >= in    + -    -a    * /    ^    a[i] a'
 *
 * The printers' table of levels is also the parser's. A sign reaches over products (-a*b is -(a*b), -x^2 is -(x^2)); ^ binds to the right. Nothing is
 * simplified; only `a > b` is written as `b < a`, and a chain as a conjunction.
 */
import type { Context } from '../kernel/context.js';
import type { Operator } from '../term/operator.js';
import { close } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import { type Clause, closeBinder, openClause, readRange } from './clause.js';
import { lex, type Token } from './lexer.js';
import { readPartHead, splitNamedParts } from './named-part.js';
import { INFIX, LEVEL } from './notation.js';
import { checkOperands } from './operand-check.js';
import { readPrimary } from './primary.js';
import { type Grammar, Reader, type Span } from './reader.js';
import { Scope, type ScopeOptions } from './scope.js';
import { requireCondition, requireIndex, requireSameRank } from './sort-check.js';
import { readPostfix } from './subscript.js';

const GRAMMAR: Grammar = {
  expression: (reader) => readAt(reader, LEVEL.any),
  sum: (reader) => readAt(reader, LEVEL.sum),
};

interface InfixOperator {
  readonly op: Operator;
  readonly level: number;
  /** Least level of the right operand. */
  readonly right: number;
  /** `a > b` is `b < a`. */
  readonly isSwapped: boolean;
}

const infix = (text: string, op: Operator, isSwapped = false): [string, InfixOperator] => {
  const { level, right } = INFIX.get(op) ?? { level: LEVEL.relation, right: LEVEL.sum };
  return [text, { op, level, right, isSwapped }];
};

const OPERATORS: ReadonlyMap<string, InfixOperator> = new Map([
  infix('=>', 'implies'),
  infix('or', 'or'),
  infix('and', 'and'),
  infix('==', 'eq'),
  infix('!=', 'ne'),
  infix('<', 'lt'),
  infix('<=', 'le'),
  infix('>', 'lt', true),
  infix('>=', 'le', true),
  infix('in', 'in'),
  infix('+', 'add'),
  infix('-', 'sub'),
  infix('*', 'mul'),
  infix('/', 'div'),
  infix('^', 'pow'),
]);

/** A reader of tokens, the last of kind `end`. */
export const readerOf = (tokens: readonly Token[], scope: Scope): Reader =>
  new Reader(tokens, scope, GRAMMAR);

/** The term of a whole text. Throws LanguageError. */
export const parseExpression = (context: Context, text: string, options?: ScopeOptions): Term =>
  readWhole(lex(text), new Scope(context, options));

/** The parts of the text of a term, each as a term, the whole last. Throws LanguageError. */
export function spansOf(context: Context, text: string): readonly Span[] {
  const reader = readerOf(lex(text), new Scope(context));
  reader.spans = [];
  const term = reader.sum();
  reader.finish();
  return [...reader.spans, { start: 0, end: text.length, term }];
}

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

/** What may stand where an operand of this level is asked for. */
function readAt(reader: Reader, least: number): Term {
  reader.descend();
  const start = reader.token;
  let left = readPrefix(reader, least);
  if (reader.spans) reader.note(start, left);
  /** The right side of a comparison that may go on as a chain. */
  let middle: Term | undefined;
  for (;;) {
    const token = reader.token;
    const operator =
      token.kind === 'number' || token.kind === 'name' ? undefined : OPERATORS.get(token.text);
    if (!operator || operator.level < least) break;
    reader.next();
    if (operator.level === LEVEL.relation) {
      const before = middle ?? left;
      const [link, side] = readLink(reader, operator, before, start, token);
      left = middle ? reader.arena.make('and', [left, link]) : link;
      middle = operator.op === 'in' ? undefined : side;
      continue;
    }
    middle = undefined;
    const next = reader.token;
    const right = readAt(reader, operator.right);
    checkOperands(reader, operator.op, { left, right, start, token, next });
    left = reader.arena.make(operator.op, [left, right]);
    if (reader.spans) reader.note(start, left);
  }
  reader.ascend();
  return left;
}

/** One comparison, and its right side. */
function readLink(
  reader: Reader,
  operator: InfixOperator,
  left: Term,
  start: Token,
  token: Token,
): [Term, Term] {
  if (operator.op === 'in') {
    requireIndex(reader, left, start, 'a member of a range');
    const { lo, hi } = readRange(reader, 'integer');
    return [reader.arena.make('in', [left, lo, hi]), hi];
  }
  const right = readAt(reader, LEVEL.sum);
  requireSameRank(reader, left, right, token);
  const sides = operator.isSwapped ? [right, left] : [left, right];
  return [reader.arena.make(operator.op, sides), right];
}

/** A sign, `not`, `forall` or a primary with its subscripts. */
function readPrefix(reader: Reader, least: number): Term {
  const token = reader.token;
  if (reader.takes('-')) {
    const inner = readAt(reader, Math.max(least, LEVEL.big));
    requireSameRank(reader, inner, inner, token);
    return reader.arena.make('neg', [inner]);
  }
  if (least <= LEVEL.negation && reader.sees('forall')) return readForall(reader);
  if (least <= LEVEL.negation && reader.takes('not')) {
    const start = reader.token;
    const inner = readAt(reader, LEVEL.negation);
    requireCondition(reader, inner, start);
    return reader.arena.make('not', [inner]);
  }
  return readPostfix(reader, readPrimary(reader), token);
}

/** `forall i in 1..n, j in 1..m: P` */
function readForall(reader: Reader): Term {
  const clauses: Clause[] = [];
  do {
    reader.next();
    reader.descend();
    clauses.push(openClause(reader, 'integer'));
  } while (reader.sees(','));
  reader.expect(':', 'after the ranges');
  const token = reader.token;
  let body = readAt(reader, LEVEL.implication);
  requireCondition(reader, body, token);
  for (const clause of clauses.reverse()) {
    body = closeBinder(reader, 'forall', clause, body);
    reader.ascend();
  }
  return body;
}
