/** Calls `f(u, v)`: built-in functions, definitions with arguments, unknown functions. */
import type { Declaration, Definition, Parameter } from '../kernel/context.js';
import type { Term } from '../term/term.js';
import { type Argument, BUILTINS, type Builtin } from './builtin.js';
import type { Place } from './language-error.js';
import type { Token } from './lexer.js';
import type { Reader, Reading } from './reader.js';
import type { Meaning } from './scope.js';
import {
  requireArray,
  requireCondition,
  requireIndex,
  requireNumber,
  requireSameRank,
  settle,
} from './sort-check.js';
import { isFunctionKind } from './sorts.js';
import { readList } from './subscript.js';

/** An argument that was read, and where it begins. */
export interface Given {
  readonly term: Term;
  readonly token: Place;
}

/** The call of this name, `(` being next; undefined when the name is no function. */
export function readCall(
  reader: Reader,
  token: Token,
  meaning: Meaning | undefined,
): Term | undefined {
  if (meaning?.what === 'declared' && isFunctionKind(meaning.declaration.kind))
    return callUnknown(
      reader,
      meaning.declaration,
      readArguments(reader, token, meaning.declaration.arity ?? 1),
    );
  if (meaning?.what === 'defined' && meaning.definition.style !== 'value')
    return callDefinition(
      reader,
      meaning.definition,
      readArguments(reader, token, meaning.definition.parameters.length),
    );
  if (meaning?.what === 'meta' && meaning.count > 0) return undefined;
  return readBuiltin(reader, token);
}

function readArguments(reader: Reader, token: Token, count: number): Given[] {
  reader.expect('(', 'before the arguments');
  const read = (): Given => ({ token: reader.token, term: reader.expression() });
  const given = readList(reader, ')', read);
  if (given.length === count) return given;
  const plural = count === 1 ? 'argument' : 'arguments';
  throw reader.error(`${token.text} takes ${count} ${plural}, not ${given.length}`, token, {
    expected: `${count} ${plural}`,
  });
}

function readBuiltin(reader: Reader, token: Token): Term | undefined {
  const builtin = BUILTINS.get(token.text);
  if (!builtin) return undefined;
  return callBuiltin(
    reader,
    token,
    token.text,
    builtin,
    readArguments(reader, token, builtin.arguments.length),
  );
}

/** A built-in function of arguments that are as many as it takes. */
export function callBuiltin(
  reader: Reading,
  token: Place,
  name: string,
  builtin: Builtin,
  given: readonly Given[],
): Term {
  given.forEach(({ term, token: place }, k) => {
    requireArgument(reader, term, place, builtin.arguments[k] as Argument, name);
  });
  if (builtin.op === 'if') requireSameRank(reader, termAt(given, 1), termAt(given, 2), token);
  if (builtin.op === 'matmul') checkMatmul(reader, termAt(given, 0), termAt(given, 1), token);
  return reader.arena.make(
    builtin.op,
    given.map(({ term }) => term),
  );
}

const termAt = (given: readonly Given[], k: number): Term => (given[k] as Given).term;

function requireArgument(
  reader: Reading,
  term: Term,
  token: Place,
  argument: Argument,
  name: string,
): void {
  switch (argument) {
    case 'number':
      requireNumber(reader, term, token, `the argument of ${name}`);
      return;
    case 'condition':
      requireCondition(reader, term, token);
      return;
    case 'value':
      requireSameRank(reader, term, term, token);
      return;
    case 'array':
      requireArray(reader, term, token);
      return;
    case 'left':
      settle(reader, term, 2);
      requireArray(reader, term, token);
      return;
    case 'vector':
      requireArray(reader, term, token, 1);
      return;
    case 'matrix':
      requireArray(reader, term, token, 2);
      return;
  }
}

function checkMatmul(reader: Reading, left: Term, right: Term, token: Place): void {
  const { sorts, checked } = reader.scope;
  if (!checked) return;
  const [a, b] = [sorts.rank(left), sorts.rank(right)];
  if (a > 2 || b > 2 || a + b < 3)
    throw reader.error('matmul takes two matrices, or a matrix and a vector', token, {
      hint: 'dot(u, v) is the inner product of two vectors',
    });
}

/** An unknown function of arguments that are as many as it takes. */
export function callUnknown(
  reader: Reading,
  declaration: Declaration,
  given: readonly Given[],
): Term {
  for (const { term, token: place } of given)
    requireNumber(reader, term, place, `the argument of ${declaration.name}`);
  return reader.arena.make(
    'app',
    given.map(({ term }) => term),
    declaration.name,
  );
}

/** A definition of arguments that are as many as it takes. */
export function callDefinition(
  reader: Reading,
  definition: Definition,
  given: readonly Given[],
): Term {
  const { name, parameters } = definition;
  const ranks = reader.scope.sorts.parameterRanks(definition);
  given.forEach(({ term, token: place }, k) => {
    requireParameter(reader, term, place, parameters[k] as Parameter, ranks[k] ?? 0);
  });
  return reader.arena.make(
    'app',
    given.map(({ term }) => term),
    name,
  );
}

function requireParameter(
  reader: Reading,
  term: Term,
  token: Place,
  parameter: Parameter,
  rank: number,
): void {
  if (parameter.kind === 'index') {
    requireIndex(reader, term, token, 'an index');
    return;
  }
  if (parameter.kind === 'array') {
    requireArray(reader, term, token, rank);
    return;
  }
  requireNumber(reader, term, token, `the argument ${parameter.name}`);
}
