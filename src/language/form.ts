/** Forms with clauses of their own: sum, prod, max, min, int, array, diff, argmin, eye, ones. */
import type { Operator } from '../term/operator.js';
import { instantiate } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import { BOUNDS, boundMet } from './bounds.js';
import { bindSymbol, type Clause, closeBinder, openClause, seesClause } from './clause.js';
import type { Place } from './language-error.js';
import type { Token } from './lexer.js';
import type { Reader, Reading } from './reader.js';
import { undeclared } from './reference.js';
import { requireIndex, requireNumber, requireSameRank, targetSymbol } from './sort-check.js';
import { INTEGER, isFunctionKind, isIntegerKind } from './sorts.js';
import { readList } from './subscript.js';

type ReadForm = (reader: Reader, token: Token) => Term;

const FORMS: ReadonlyMap<string, ReadForm> = new Map<string, ReadForm>([
  ['sum', (reader) => readBinder(reader, 'sum')],
  ['prod', (reader) => readBinder(reader, 'prod')],
  ['array', (reader) => readBinder(reader, 'array')],
  ['int', (reader) => readBinder(reader, 'int')],
  ['max', (reader, token) => readExtremum(reader, token, 'max', 'maximum')],
  ['min', (reader, token) => readExtremum(reader, token, 'min', 'minimum')],
  ['diff', readDiff],
  ['argmin', (reader, token) => readArg(reader, token, 'argmin')],
  ['argmax', (reader, token) => readArg(reader, token, 'argmax')],
  ['eye', (reader) => readSquare(reader, 'eye')],
  ['ones', readOnes],
]);

/** The names of the forms. */
export const FORM_NAMES: readonly string[] = [...FORMS.keys()];

/** The form of this name, `(` being next; undefined when there is none. */
export function readForm(reader: Reader, token: Token): Term | undefined {
  return FORMS.get(token.text)?.(reader, token);
}

function readBinder(reader: Reader, op: Operator): Term {
  reader.expect('(', 'before the ranges');
  return readClauses(reader, op);
}

/** Clauses and body up to `)`, which is stepped over. */
function readClauses(reader: Reader, op: Operator): Term {
  const clauses: Clause[] = [];
  do {
    reader.descend();
    clauses.push(openClause(reader, op === 'int' ? 'real' : 'integer'));
    if (op === 'array' && clauses.at(-1)?.condition)
      throw reader.error('an array has no where', reader.token);
    reader.expect(',', 'before the body');
  } while (seesClause(reader));
  let body = readBody(reader);
  for (const clause of clauses.reverse()) {
    body = closeBinder(reader, op, clause, body);
    reader.ascend();
  }
  return body;
}

function readBody(reader: Reader): Term {
  const token = reader.token;
  const body = reader.expression();
  requireSameRank(reader, body, body, token);
  reader.expect(')', 'after the body');
  return body;
}

/** `max(k in 1..n, e)` over a range, `max(a, b, …)` of numbers. */
function readExtremum(reader: Reader, token: Token, overRange: Operator, ofTwo: Operator): Term {
  reader.expect('(', 'before the arguments');
  if (reader.token.kind === 'name' && startsRange(reader)) return readClauses(reader, overRange);
  const terms = readList(reader, ')', () => {
    const start = reader.token;
    const term = reader.expression();
    requireNumber(reader, term, start, `the argument of ${token.text}`);
    return term;
  });
  if (terms.length < 2)
    throw reader.error(`${token.text} takes a range or at least 2 arguments`, token, {
      hint: `${token.text}(k in 1..n, x[k]) is over a range`,
    });
  return terms.reduce((left, right) => reader.arena.make(ofTwo, [left, right]));
}

/** `max(c, e)` is over the range of c when c is an index letter of two arguments. */
function startsRange(reader: Reader): boolean {
  if (reader.sees('in', 1) || reader.sees('where', 1)) return true;
  if (!reader.sees(',', 1)) return false;
  const meaning = reader.scope.lookup(reader.token.text);
  return meaning?.what === 'declared' && meaning.declaration.kind === 'index';
}

/** `diff(e, x)`, `diff(e, x, y)`: one derivative inside the other. */
function readDiff(reader: Reader): Term {
  reader.expect('(', 'before the arguments');
  const start = reader.token;
  let term = reader.expression();
  requireSameRank(reader, term, term, start);
  reader.expect(',', 'before the variable');
  const targets = readList(reader, ')', () => {
    const token = reader.token;
    const target = reader.expression();
    requireTarget(reader, target, token);
    reader.descend();
    return target;
  });
  for (const target of targets) {
    term = derivative(reader, term, target);
    reader.ascend();
  }
  return term;
}

/** With a slice as target, the array of the derivatives by its entries. */
export function derivative(reader: Reading, body: Term, target: Term): Term {
  if (target.op !== 'array') return reader.arena.make('diff', [body, target]);
  const axis = { lo: arg(target, 0), hi: arg(target, 1) };
  const local = reader.scope.bind(target.letter, INTEGER, axis);
  reader.scope.unbind(local);
  const entry = instantiate(reader.arena, arg(target, 2), [local.symbol]);
  return bindSymbol(reader, 'array', local, axis, derivative(reader, body, entry));
}

export function requireTarget(reader: Reading, target: Term, token: Place): void {
  if (!reader.scope.checked) return;
  let base = target;
  while (base.op === 'array') base = arg(base, 2);
  base = targetSymbol(base);
  const declaration =
    base.op === 'sym' ? reader.scope.context.declarations.get(base.name) : undefined;
  if (declaration && !isIntegerKind(declaration.kind) && !isFunctionKind(declaration.kind)) return;
  const definition =
    base.op === 'app' ? reader.scope.context.definitions.get(base.name) : undefined;
  if (definition && definition.style !== 'function') return;
  throw reader.error('a derivative is by a declared real symbol or an entry of one', token, {
    expected: 'a declared real symbol such as x or z[i,c], or a name with a definition',
  });
}

/** `argmin(x, e)`, `argmin((x, y), e)`. */
function readArg(reader: Reader, token: Token, op: Operator): Term {
  reader.expect('(', 'before the variable');
  const variables = reader.takes('(')
    ? readList(reader, ')', () => readVariable(reader))
    : [readVariable(reader)];
  reader.expect(',', 'before the objective');
  const start = reader.token;
  const objective = reader.expression();
  requireNumber(reader, objective, start, `the objective of ${token.text}`);
  reader.expect(')', 'after the objective');
  return reader.arena.make(op, [objective, ...variables]);
}

function readVariable(reader: Reader): Term {
  const token = reader.name('a declared name');
  const meaning = reader.scope.lookup(token.text);
  if (meaning?.what === 'meta') return reader.arena.make('meta', [], meaning.name);
  if (meaning?.what === 'declared' && !isFunctionKind(meaning.declaration.kind))
    return reader.arena.sym(meaning.declaration.name);
  if (!meaning) throw undeclared(reader, token);
  throw reader.error(`${token.text} is not a declared variable`, token);
}

/** `eye(n)` or `eye(lo..hi)`. */
function readSquare(reader: Reader, op: Operator): Term {
  reader.expect('(', 'before the size');
  const { lo, hi } = readExtent(reader);
  reader.expect(')', 'after the size');
  return reader.arena.make(op, [lo, hi]);
}

function readExtent(reader: Reader): { lo: Term; hi: Term } {
  const token = reader.token;
  const first = reader.sum();
  requireIndex(reader, first, token, 'a size');
  if (!reader.takes('..')) return { lo: reader.arena.num(1), hi: first };
  const start = reader.token;
  const hi = reader.sum();
  requireIndex(reader, hi, start, 'a size');
  return { lo: first, hi };
}

/** `ones(n)`, `ones(n, m)`: the latter the array of rows of ones. */
function readOnes(reader: Reader): Term {
  reader.expect('(', 'before the size');
  const extents = readList(reader, ')', () => readExtent(reader));
  if (extents.length > BOUNDS.axes)
    throw boundMet('axes', 'the array has too many axes', reader.token);
  const last = extents.pop();
  if (!last) throw reader.unexpected('a size');
  const row = reader.arena.make('ones', [last.lo, last.hi]);
  return extents.reduceRight(
    (body, { lo, hi }) => reader.arena.make('array', [lo, hi, body], '', 'i'),
    row,
  );
}
