/** Primaries: numbers, names, calls, parentheses, Iverson brackets. */
import { parseRational } from '../term/rational.js';
import type { Term } from '../term/term.js';
import { CONSTANTS } from './builtin.js';
import { readCall } from './call.js';
import { readForm } from './form.js';
import type { Token } from './lexer.js';
import type { Reader } from './reader.js';
import { readReference, undeclared } from './reference.js';
import type { Meaning } from './scope.js';
import { requireCondition } from './sort-check.js';

export function readPrimary(reader: Reader): Term {
  const { kind, text } = reader.token;
  if (kind === 'number') return readNumber(reader);
  if (kind === 'name') return readNamed(reader);
  if (text === '(') return readParentheses(reader);
  if (text === '[') return readIverson(reader);
  throw reader.unexpected('an expression');
}

function readNumber(reader: Reader): Term {
  const token = reader.next();
  const value = parseRational(token.text);
  if (!value) throw reader.error(`${token.text} is not a number`, token);
  return reader.arena.num(value);
}

function readParentheses(reader: Reader): Term {
  const open = reader.next();
  const inner = reader.expression();
  if (!reader.sees(')') && reader.token.kind === 'end')
    throw reader.error('this parenthesis is not closed', open, { expected: ')' });
  reader.expect(')', 'or an operator');
  return inner;
}

function readIverson(reader: Reader): Term {
  const open = reader.next();
  const token = reader.token;
  const condition = reader.expression();
  if (!reader.sees(']') && reader.token.kind === 'end')
    throw reader.error('this bracket is not closed', open, { expected: ']' });
  reader.expect(']', 'or an operator');
  requireCondition(reader, condition, token);
  return reader.arena.make('iverson', [condition]);
}

/** What a name with primes means, and how many of its primes mean a transpose. */
function resolve(reader: Reader, token: Token): { meaning?: Meaning; transposes: number } {
  let name = token.text;
  for (let transposes = 0; ; transposes++) {
    const meaning = reader.scope.lookup(name);
    if (meaning) return { meaning, transposes };
    if (!name.endsWith("'")) return { transposes: 0 };
    name = name.slice(0, -1);
  }
}

function readNamed(reader: Reader): Term {
  const token = reader.next();
  const { meaning, transposes } = resolve(reader, token);
  if (reader.sees('(') && transposes === 0) {
    const called = readCall(reader, token, meaning) ?? readForm(reader, token);
    if (called) return called;
  }
  if (meaning) return readReference(reader, token, meaning, transposes);
  const constant = CONSTANTS.get(token.text);
  if (constant) return reader.arena.make(constant, []);
  throw undeclared(reader, token);
}
