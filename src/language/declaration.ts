/**
 * Declarations: `real z[n, C], w[d] in [0.5, 2]`, `size m >= 0`, `label t[n] in 1..K`,
 * `index i in 1..n`, `function f(real)`. One word, then items between commas, each with its own
 * shape and bounds.
 */
import type { Axis, Declaration, Kind } from '../kernel/context.js';
import { subterms } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import { BOUNDS, boundMet } from './bounds.js';
import { readRange } from './clause.js';
import type { Token } from './lexer.js';
import type { Reader } from './reader.js';
import { requireIndex, requireNumber } from './sort-check.js';
import { isFunctionKind } from './sorts.js';
import { readList } from './subscript.js';

const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['size', 'size'],
  ['integer', 'integer'],
  ['index', 'index'],
  ['label', 'label'],
  ['real', 'real'],
  ['positive', 'positive'],
  ['nonneg', 'nonneg'],
  ['unit', 'unit'],
  ['probability', 'probability'],
  ['binary', 'binary'],
  ['multihot', 'binary'],
  ['sign', 'sign'],
  ['onehot', 'onehot'],
  ['simplex', 'simplex'],
  ['symmetric', 'symmetric'],
  ['spd', 'spd'],
  ['function', 'function'],
  ['smooth', 'smooth function'],
  ['increasing', 'increasing function'],
]);

/** True when a statement with this word is a declaration. */
export const isDeclarationWord = (word: string): boolean => KINDS.has(word) || word === 'closed';

/** Calls `found` with each declaration of a statement, and the token of its name, as it is read. */
export function readDeclarations(
  reader: Reader,
  found: (declaration: Declaration, token: Token) => void,
): void {
  const kind = readKind(reader);
  do {
    const token = reader.name('a name');
    found(readItem(reader, kind, token), token);
  } while (reader.takes(','));
  reader.finish();
}

/** One word or more: `closed simplex`, `onehot or zero`, `smooth function`. */
function readKind(reader: Reader): Kind {
  const word = reader.next();
  if (word.text === 'closed') {
    const next = reader.name('simplex');
    if (next.text === 'simplex') return 'closed simplex';
    throw reader.error('closed goes with simplex only', next, { expected: 'simplex' });
  }
  if (word.text === 'onehot' && reader.takes('or')) {
    const next = reader.name('zero');
    if (next.text === 'zero') return 'onehot or zero';
    throw reader.error('onehot or … is followed by zero', next, { expected: 'zero' });
  }
  const kind = KINDS.get(word.text) as Kind;
  const saysFunction = reader.token.text === 'function' && reader.peek().kind === 'name';
  if (isFunctionKind(kind) && word.text !== 'function' && saysFunction) reader.next();
  return kind;
}

function readItem(reader: Reader, kind: Kind, token: Token): Declaration {
  if (isFunctionKind(kind)) return readFunction(reader, kind, token.text);
  if (reader.sees('('))
    throw reader.error(`${kind} ${token.text}(…) cannot be declared`, reader.token, {
      hint: `for an array write ${token.text}[n]; for an unknown function: function ${token.text}(real)`,
    });
  const axes = reader.takes('[') ? readList(reader, ']', () => readAxis(reader)) : [];
  checkAxes(reader, kind, axes, token);
  const bounds = readBounds(reader, kind);
  if ((kind === 'label' || kind === 'index') && !bounds.upper)
    throw reader.error(`the ${kind} ${token.text} has no range`, token, {
      expected: `${kind} ${token.text} in a..b`,
    });
  return { name: token.text, kind, axes, ...bounds };
}

/** `f(real)`, `f(real, real)`. */
function readFunction(reader: Reader, kind: Kind, name: string): Declaration {
  reader.expect('(', 'after the name of a function');
  const args = readList(reader, ')', () => {
    const token = reader.name('real');
    if (token.text !== 'real')
      throw reader.error('the arguments of an unknown function are real', token, {
        expected: 'real',
      });
    return token;
  });
  return { name, kind, axes: [], arity: args.length };
}

/** `n`, which is 1..n, or `lo..hi`. */
function readAxis(reader: Reader): Axis {
  const token = reader.token;
  const first = reader.sum();
  requireIndex(reader, first, token, 'a size');
  const axis = { lo: reader.arena.num(1), hi: first };
  if (reader.takes('..')) {
    const start = reader.token;
    const hi = reader.sum();
    requireIndex(reader, hi, start, 'a size');
    axis.lo = first;
    axis.hi = hi;
  }
  for (const term of [axis.lo, axis.hi]) refuseIndices(reader, term, token);
  return axis;
}

function refuseIndices(reader: Reader, term: Term, token: Token): void {
  const { declarations } = reader.scope.context;
  const index = subterms(term).find(
    (node) => node.op === 'sym' && declarations.get(node.name)?.kind === 'index',
  );
  if (index)
    throw reader.error(`${index.name} is an index and no size`, token, { expected: 'a size' });
}

function checkAxes(reader: Reader, kind: Kind, axes: readonly Axis[], token: Token): void {
  if (axes.length > BOUNDS.axes) throw boundMet('axes', 'the array has too many axes', token);
  const fail = (message: string, expected: string): never => {
    throw reader.error(message, token, { expected: `${kind} ${token.text}${expected}` });
  };
  if ((kind === 'size' || kind === 'index') && axes.length > 0)
    fail(`${kind === 'size' ? 'a size' : 'an index'} has no axes`, '');
  if (/onehot|simplex/.test(kind) && axes.length === 0) fail(`${kind} needs an axis`, '[K]');
  if (kind === 'spd' || kind === 'symmetric') {
    const [first, second] = axes;
    if (axes.length !== 2 || first?.lo !== second?.lo || first?.hi !== second?.hi)
      fail(`${kind} needs two equal axes`, '[d, d]');
  }
}

type Bounds = Pick<Declaration, 'lower' | 'upper'>;

/** `in [a, b]`, `in a..b`, `>= a`, `<= b`; a size is at least 1 unless it says otherwise. */
function readBounds(reader: Reader, kind: Kind): Bounds {
  const isWhole = kind === 'size' || kind === 'integer' || kind === 'label' || kind === 'index';
  const least: Bounds = kind === 'size' ? { lower: reader.arena.num(1) } : {};
  if (reader.takes('in')) {
    if (!reader.takes('[')) {
      if (!isWhole) throw reader.unexpected('[a, b]');
      const { lo, hi } = readRange(reader, 'integer');
      return { lower: lo, upper: hi };
    }
    const lower = readBound(reader, isWhole);
    reader.expect(',', 'between the bounds');
    const upper = readBound(reader, isWhole);
    reader.expect(']', 'after the bounds');
    return { lower, upper };
  }
  if (reader.takes('>=')) return { lower: readBound(reader, isWhole) };
  if (reader.takes('<=')) return { ...least, upper: readBound(reader, isWhole) };
  if (reader.sees('>') || reader.sees('<'))
    throw reader.error('the bounds of a declaration are >= and <=', reader.token, {
      hint: 'state a strict bound by assume',
    });
  return least;
}

function readBound(reader: Reader, isWhole: boolean): Term {
  const token = reader.token;
  const bound = reader.sum();
  if (isWhole) requireIndex(reader, bound, token, 'the bound');
  else requireNumber(reader, bound, token, 'the bound');
  return bound;
}
