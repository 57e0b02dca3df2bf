/** Subscripts `y[i,c]`, slices `z[i,:]` and the postfix transpose. */
import type { Axis } from '../kernel/context.js';
import type { Term } from '../term/term.js';
import { bindSymbol } from './clause.js';
import type { Token } from './lexer.js';
import type { Reader, Reading } from './reader.js';
import type { Local } from './scope.js';
import { requireArray, requireIndex, settle, sortText } from './sort-check.js';
import { INTEGER } from './sorts.js';

/** What can be subscripted: how to make an entry of it, and its axes. */
export interface Indexed {
  readonly name: string;
  readonly axes: readonly Axis[];
  /** Letters for the axes that a slice keeps. */
  readonly letters: () => readonly string[];
  readonly entry: (indices: readonly Term[]) => Term;
}

/** Any number of `[i, j]` and `'` after a term. */
export function readPostfix(reader: Reader, base: Term, start: Token): Term {
  let term = base;
  for (;;) {
    const token = reader.token;
    if (reader.takes("'")) term = transposed(reader, term, token);
    else if (reader.sees('[')) term = readEntry(reader, term, start);
    else return term;
  }
}

function transposed(reader: Reader, term: Term, token: Token): Term {
  requireArray(reader, term, token);
  return reader.arena.make('transpose', [term]);
}

/** An entry of a computed array. */
function readEntry(reader: Reader, base: Term, start: Token): Term {
  const open = reader.expect('[', 'before an index');
  const indices = readList(reader, ']', () => readIndex(reader));
  const { sorts, checked } = reader.scope;
  const rank = sorts.rank(base);
  const counts = !checked || rank === indices.length || settle(reader, base, indices.length);
  if (rank === 0 && !counts)
    throw reader.error(`${sortText(reader, base)} takes no index`, open, {
      hint: start.kind === 'number' ? 'multiplication is written with *' : 'remove the brackets',
    });
  if (!counts) throw wrongCount(reader, 'the array', rank, indices.length, open);
  return entryOf(reader, base, indices);
}

export const entryOf = (reader: Reading, base: Term, indices: readonly Term[]): Term =>
  indices.reduce((array, index) => reader.arena.make('at', [array, index]), base);

const indexCount = (count: number): string => (count === 1 ? '1 index' : `${count} indices`);

const wrongCount = (
  reader: Reader,
  name: string,
  takes: number,
  given: number,
  token: Token,
): Error =>
  reader.error(`${name} takes ${indexCount(takes)}, not ${given}`, token, {
    expected: indexCount(takes),
    ...(given < takes ? { hint: 'a whole axis is written as :' } : {}),
  });

function readIndex(reader: Reader): Term {
  const token = reader.token;
  if (reader.sees(':'))
    throw reader.error('only a declared or defined array can be sliced', token, {
      hint: `write array(k in a..b, …)`,
    });
  const index = reader.expression();
  requireIndex(reader, index, token, 'an index');
  return index;
}

/** Items between commas up to the closing bracket, which is stepped over. */
export function readList<T>(reader: Reader, close: string, readItem: () => T): T[] {
  const items = [readItem()];
  while (reader.takes(',')) items.push(readItem());
  reader.expect(close, 'or a comma');
  return items;
}

/** The array itself, one of its entries, or a slice of it. */
export function readIndexed(reader: Reader, array: Indexed, whole: Term | undefined): Term {
  if (!reader.sees('['))
    return (
      whole ??
      sliced(
        reader,
        array,
        array.axes.map(() => undefined),
      )
    );
  const open = reader.next();
  let k = 0;
  const items = readList(reader, ']', () => readItem(reader, array.axes[k++]));
  if (items.length !== array.axes.length) {
    if (array.axes.length > 0)
      throw wrongCount(reader, array.name, array.axes.length, items.length, open);
    throw reader.error(`${array.name} is not an array and takes no index`, open);
  }
  if (whole && items.every((item) => item === undefined)) return whole;
  return sliced(reader, array, items);
}

/** An index, or nothing for `:`. */
function readItem(reader: Reader, axis: Axis | undefined): Term | undefined {
  if (reader.takes(':')) return undefined;
  const isLast = reader.sees(',', 1) || reader.sees(']', 1);
  if (axis && isLast && reader.token.kind === 'name')
    reader.scope.openIndex(reader.token.text, axis);
  return readIndex(reader);
}

/** The array over the axes for which no index is given. */
export function sliced(
  reader: Reading,
  array: Indexed,
  items: readonly (Term | undefined)[],
): Term {
  const kept: [Local, Axis][] = [];
  const letters = items.includes(undefined) ? array.letters() : [];
  const indices = items.map((item, k) => {
    if (item) return item;
    const axis = array.axes[k] as Axis;
    const local = reader.scope.bind(letters[k] ?? 'k', INTEGER, axis);
    reader.scope.unbind(local);
    kept.push([local, axis]);
    return local.symbol;
  });
  return kept.reduceRight(
    (body, [local, axis]) => bindSymbol(reader, 'array', local, axis, body),
    array.entry(indices),
  );
}
