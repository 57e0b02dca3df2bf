/** References to what a name means: a declared symbol, a definition, a bound letter. */

import type { Declaration, Definition } from '../kernel/context.js';
import { instantiate } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import { axisLetters } from './axis-letter.js';
import { UndeclaredName } from './language-error.js';
import type { Token } from './lexer.js';
import { didYouMean } from './nearest-name.js';
import type { Reader } from './reader.js';
import type { Meaning, Meta, NamedPart } from './scope.js';
import { requireArray } from './sort-check.js';
import { isFunctionKind } from './sorts.js';
import { entryOf, readIndexed, readList } from './subscript.js';

/** The term of a name, with the subscripts that belong to it. */
export function readReference(
  reader: Reader,
  token: Token,
  meaning: Meaning,
  transposes: number,
): Term {
  if (transposes > 0) return readTransposed(reader, token, meaning, transposes);
  switch (meaning.what) {
    case 'local':
      return meaning.symbol;
    case 'part':
      return readPart(reader, token, meaning);
    case 'meta':
      return readMeta(reader, token, meaning);
    case 'declared':
      return readDeclared(reader, token, meaning.declaration);
    case 'defined':
      return readDefined(reader, token, meaning.definition);
  }
}

export function undeclared(reader: Reader, token: Token): Error {
  return new UndeclaredName(token.text, token, {
    expected: 'a declared name',
    ...didYouMean(token.text, reader.scope.names()),
  });
}

/** `X'` and `X''`: the whole array, transposed; subscripts apply to the result. */
function readTransposed(reader: Reader, token: Token, meaning: Meaning, count: number): Term {
  let term = whole(reader, token, meaning);
  if (
    reader.scope.checked &&
    reader.scope.sorts.rank(term) === 0 &&
    !reader.scope.isUnsettled(term)
  )
    throw undeclared(reader, token);
  for (let k = 0; k < count; k++) {
    requireArray(reader, term, token);
    term = reader.arena.make('transpose', [term]);
  }
  return term;
}

function whole(reader: Reader, token: Token, meaning: Meaning): Term {
  const { arena } = reader;
  switch (meaning.what) {
    case 'local':
      return meaning.symbol;
    case 'part':
      return readPart(reader, token, meaning);
    case 'meta':
      return arena.make('meta', [], meaning.name);
    case 'declared':
      return arena.sym(meaning.declaration.name);
    case 'defined':
      return wholeDefinition(reader, token, meaning.definition);
  }
}

function wholeDefinition(reader: Reader, token: Token, definition: Definition): Term {
  if (definition.style === 'value') return reader.arena.make('app', [], definition.name);
  if (definition.style === 'indexed' && !reader.sees('['))
    return readDefined(reader, token, definition);
  throw reader.error(`write transpose(${definition.name}) here`, token);
}

function readPart(reader: Reader, token: Token, part: NamedPart): Term {
  if (part.count === 0) return part.body;
  reader.expect('(', `after ${token.text}`);
  const args = readList(reader, ')', () => reader.expression());
  if (args.length === part.count) return instantiate(reader.arena, part.body, args);
  throw reader.error(`${token.text} takes ${part.count} indices, not ${args.length}`, token);
}

/** A metavariable with its bound indices, in parentheses or brackets. */
function readMeta(reader: Reader, token: Token, meta: Meta): Term {
  if (meta.count === 0) return reader.arena.make('meta', [], meta.name);
  const close = reader.sees('(') ? ')' : reader.sees('[') ? ']' : undefined;
  if (!close) throw reader.error(`${meta.name} takes ${meta.count} bound indices`, token);
  reader.next();
  const args = readList(reader, close, () => reader.expression());
  if (args.length !== meta.count)
    throw reader.error(`${meta.name} takes ${meta.count} bound indices, not ${args.length}`, token);
  return reader.arena.make('meta', args, meta.name);
}

function readDeclared(reader: Reader, token: Token, declaration: Declaration): Term {
  const { name, axes, kind } = declaration;
  if (isFunctionKind(kind))
    throw reader.error(`${name} is a function`, token, { expected: `${name}(…)` });
  const symbol = reader.arena.sym(name);
  const letters = (): string[] => axisLetters(reader.scope.context, axes);
  const entry = (indices: readonly Term[]) => entryOf(reader, symbol, indices);
  return readIndexed(reader, { name, axes, letters, entry }, symbol);
}

function readDefined(reader: Reader, token: Token, definition: Definition): Term {
  const { name, parameters, style } = definition;
  if (style === 'value') return reader.arena.make('app', [], name);
  if (style === 'function')
    throw reader.error(`${name} is a function of ${parameters.length}`, token, {
      expected: `${name}(${parameters.map((parameter) => parameter.name).join(', ')})`,
    });
  const axes = parameters.flatMap((parameter) => (parameter.axis ? [parameter.axis] : []));
  const letters = (): string[] => parameters.map((parameter) => parameter.name);
  const entry = (indices: readonly Term[]) => reader.arena.make('app', indices, name);
  return readIndexed(reader, { name, axes, letters, entry }, undefined);
}
