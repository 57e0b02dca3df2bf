/** What dots stand for: `x_1, \\dots, x_n` in a row, `x_1 + \\cdots + x_n` in a sum. */
import { close, remake } from '../../term/substitution.js';
import { arg, type Term } from '../../term/term.js';
import { type Atom, isCommand, isSign } from './atom.js';
import type { FormulaReader } from './formula-reader.js';

/** `\begin{bmatrix} p_1 & \dots & p_K \end{bmatrix}`: the entries between the first and the last. */
export function readMatrix(reader: FormulaReader, atom: Atom): Term {
  const cells = atom.rows.flat().filter((cell) => cell.length > 0);
  const dots = cells.findIndex((cell) => cell.length === 1 && isCommand(cell[0], 'dots'));
  const isLine = atom.rows.length === 1 || atom.rows.every((row) => row.length === 1);
  if (!isLine || dots !== cells.length - 2 || dots < 1)
    throw reader.error('a matrix of entries is not read', atom, {
      hint: 'name it, and state its entries: x_1 & \\dots & x_n is read',
    });
  const [first, last] = [cells[0] as Atom[], cells.at(-1) as Atom[]];
  return entriesBetween(reader, reader.read(first, atom), reader.read(last, atom), atom);
}

/** `x_1, \\dots, x_n` as an array: the two terms differ in one index. */
function entriesBetween(reader: FormulaReader, first: Term, last: Term, place: Atom): Term {
  const found = difference(first, last);
  if (!found)
    throw reader.error('the first and the last entry differ in more than an index', place);
  const { lo, hi, body } = found;
  return reader.arena.make('array', [lo, hi, bodyOver(reader, body)], '', 'k');
}

/** True of `+ \\cdots +`. */
export const seesDots = (reader: FormulaReader): boolean =>
  isSign(reader.atom, '+') && isCommand(reader.peek(1), 'dots') && isSign(reader.peek(2), '+');

/** `a + x_1 + \\cdots + x_n`: the last term before the dots and `last` are the ends of a sum. */
export function sumBetween(reader: FormulaReader, left: Term, last: Term, place: Atom): Term {
  const { arena } = reader;
  const [before, first] = left.op === 'add' ? (left.args as [Term, Term]) : [undefined, left];
  const found = difference(first, last);
  if (!found)
    throw reader.error(
      'what the dots stand for is not clear: the terms around them are not the ends of one range',
      place,
      {
        hint: 'write \\sum_{k=1}^{n}',
      },
    );
  const { lo, hi, body } = found;
  const previous = before && difference(before.op === 'add' ? arg(before, 1) : before, last);
  if (previous && !follows(previous.lo, lo))
    throw reader.error(
      'what the dots stand for is not clear: the indices before them do not follow one another',
      place,
      {
        hint: 'write \\sum_{k=1}^{n}',
      },
    );
  const sum = arena.make('sum', [lo, hi, bodyOver(reader, body)], '', 'k');
  return before ? arena.make('add', [before, sum]) : sum;
}

/** True of 1 and 2. */
const follows = ({ value: a }: Term, { value: b }: Term): boolean =>
  a !== undefined && b !== undefined && a.d === 1n && b.d === 1n && a.n + 1n === b.n;

type Body = (reader: FormulaReader, index: Term) => Term;

function bodyOver(reader: FormulaReader, body: Body): Term {
  const letter = reader.arena.sym('%entry');
  return close(reader.arena, body(reader, letter), [letter]);
}

interface Difference {
  readonly lo: Term;
  readonly hi: Term;
  readonly body: Body;
}

/** Two terms that differ in indices alone, everywhere in the same two. */
function difference(a: Term, b: Term): Difference | undefined {
  const pairs: [Term, Term][] = [];
  const body = parallel(a, b, pairs);
  const [pair, ...others] = pairs;
  if (!body || !pair) return undefined;
  const [lo, hi] = pair;
  if (isDescending(lo, hi)) return undefined;
  return others.every(([u, v]) => u === lo && v === hi) ? { lo, hi, body } : undefined;
}

/** True of `x_n, \\dots, x_1`: a range from n to 1 would be empty. */
const isDescending = ({ value: lo }: Term, { value: hi }: Term): boolean =>
  hi !== undefined && (lo === undefined || lo.n * hi.d > hi.n * lo.d);

/** The terms with what differs as an index; the pairs of what differs are put into `pairs`. */
function parallel(a: Term, b: Term, pairs: [Term, Term][]): Body | undefined {
  if (a === b) return () => a;
  if (a.op !== b.op || a.name !== b.name || a.args.length !== b.args.length || a.value || b.value)
    return undefined;
  // Bound letters stay within their binders.
  if (a.loose > 0 || b.loose > 0 || a.args.length === 0) return undefined;
  const parts: Body[] = [];
  for (let k = 0; k < a.args.length; k++) {
    const [u, v] = [arg(a, k), arg(b, k)];
    const isIndex = (a.op === 'at' && k === 1) || a.op === 'app';
    if (u !== v && isIndex) {
      pairs.push([u, v]);
      parts.push((_, index) => index);
      continue;
    }
    const part = parallel(u, v, pairs);
    if (!part) return undefined;
    parts.push(part);
  }
  return (reader, index) =>
    remake(
      reader.arena,
      a,
      parts.map((part) => part(reader, index)),
    );
}
