/** Definitions: `let J = …`, `let yhat[i, c in 1..C] = …`, `let H(p, q) = …`. */
import type { Axis, Definition, Parameter } from '../kernel/context.js';
import { close, subterms } from '../term/substitution.js';
import { BOUNDS, boundMet } from './bounds.js';
import { readRange } from './clause.js';
import { LanguageError, UndeclaredName } from './language-error.js';
import type { Token } from './lexer.js';
import type { Reader } from './reader.js';
import type { Local } from './scope.js';
import { requireSameRank } from './sort-check.js';
import { INTEGER, REAL } from './sorts.js';
import { readList } from './subscript.js';

interface Head {
  readonly name: Token;
  readonly style: Definition['style'];
  readonly parameters: readonly HeadParameter[];
}

interface HeadParameter {
  readonly token: Token;
  readonly axis: Axis | undefined;
}

/**
 * Reads a definition from after `let`. `again` makes another reader of the same text: how many
 * axes a parameter has is known from its use only after a first reading.
 */
export function readDefinition(reader: Reader, again: () => Reader): Definition {
  const first = readFirst(reader, again);
  const isSettled = first.ranks.every((rank) => rank === undefined || rank === 0);
  return isSettled ? first.definition : readOnce(again(), first.ranks).definition;
}

/** The use of a parameter may show too late that it is an array: then it is read as one throughout. */
function readFirst(reader: Reader, again: () => Reader): Reading {
  try {
    return readOnce(reader, []);
  } catch (error) {
    if (!(error instanceof LanguageError) || error instanceof UndeclaredName) throw error;
    for (const rank of [1, 2]) {
      const reading = attempt(() => readOnce(again(), rank));
      if (reading) return reading;
    }
    throw error;
  }
}

function attempt(read: () => Reading): Reading | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof LanguageError) return undefined;
    throw error;
  }
}

interface Reading {
  readonly definition: Definition;
  /** Number of axes of each parameter that is a number or an array. */
  readonly ranks: readonly (number | undefined)[];
}

/** `ranks`: of each parameter where it is known, or one for all. */
function readOnce(reader: Reader, ranks: number | readonly (number | undefined)[]): Reading {
  const { name, style, parameters } = readHead(reader);
  reader.expect('=', 'before the definition');
  const locals = parameters.map((parameter, k) =>
    bindParameter(reader, parameter, typeof ranks === 'number' ? ranks : ranks[k]),
  );
  const token = reader.token;
  const body = reader.expression();
  reader.finish();
  requireSameRank(reader, body, body, token);
  if (reader.scope.sorts.of(body).kind === 'set')
    throw reader.error('a definition is a number or an array', token);
  const found = locals.map((local, k) =>
    parameters[k]?.axis ? undefined : reader.scope.sorts.rank(local.symbol),
  );
  const symbols = locals.map((local) => local.symbol);
  const definition: Definition = {
    name: name.text,
    style,
    parameters: parameters.map((parameter, k) => parameterOf(parameter, found[k] ?? 0)),
    body: close(reader.arena, body, symbols),
  };
  return { definition, ranks: found };
}

function readHead(reader: Reader): Head {
  const name = reader.name('the name of what is defined');
  if (reader.takes('[')) {
    const parameters = readList(reader, ']', () => readParameter(reader, true));
    return { name, style: 'indexed', parameters: distinct(reader, parameters) };
  }
  if (reader.takes('(')) {
    const parameters = readList(reader, ')', () => readParameter(reader, false));
    return { name, style: 'function', parameters: distinct(reader, parameters) };
  }
  return { name, style: 'value', parameters: [] };
}

function readParameter(reader: Reader, isIndex: boolean): HeadParameter {
  const token = reader.name('the name of a parameter');
  if (reader.takes('in')) return { token, axis: closedRange(reader, token) };
  const axis = reader.scope.defaultAxis(token.text);
  if (isIndex && !axis)
    throw reader.error(`the index ${token.text} has no range`, token, {
      expected: `${token.text} in a..b`,
      hint: `declare index ${token.text} in 1..n, or write ${token.text} in 1..n here`,
    });
  return { token, axis };
}

/** A range that depends on no other index, so that the definition is an array. */
function closedRange(reader: Reader, token: Token): Axis {
  const axis = readRange(reader, 'integer');
  const { declarations } = reader.scope.context;
  for (const term of [axis.lo, axis.hi])
    for (const node of subterms(term))
      if (node.op === 'sym' && declarations.get(node.name)?.kind === 'index')
        throw reader.error(`the range of ${token.text} depends on the index ${node.name}`, token, {
          hint: 'use if(…) or [P] in the body for a range that is not the same for all',
        });
  return axis;
}

function distinct(reader: Reader, parameters: readonly HeadParameter[]): readonly HeadParameter[] {
  const axes = parameters.filter(({ axis }) => axis);
  if (axes.length > BOUNDS.axes)
    throw boundMet('axes', 'the definition has too many indices', reader.token);
  const seen = new Set<string>();
  for (const { token } of parameters) {
    if (seen.has(token.text)) throw reader.error(`the parameter ${token.text} occurs twice`, token);
    seen.add(token.text);
  }
  return parameters;
}

function bindParameter(reader: Reader, parameter: HeadParameter, rank: number | undefined): Local {
  const { token, axis } = parameter;
  if (axis) return reader.scope.bind(token.text, INTEGER, axis);
  if (rank === undefined) return reader.scope.bindUnsettled(token.text);
  return reader.scope.bind(token.text, { ...REAL, rank });
}

function parameterOf({ token, axis }: HeadParameter, rank: number): Parameter {
  if (axis) return { name: token.text, kind: 'index', axis };
  return { name: token.text, kind: rank > 0 ? 'array' : 'real' };
}
