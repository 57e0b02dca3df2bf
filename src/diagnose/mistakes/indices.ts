/** Indices and symbols mixed up: i for j, a captured letter, W[i,j] for W[j,i], p for q; a lost delta. */
import { decoratedName } from '../../language/decorated-name.js';
import { rebuild, remake, subterms } from '../../term/substitution.js';
import { type Arena, arg, isNumber, type Term } from '../../term/term.js';
import type { Edit, Wrong } from '../mistake.js';
import type { Place } from '../place.js';

/** Most entries of one side that are looked at. */
const MOST_ENTRIES = 24;

/** One entry with another index in one of its places. */
export function* wrongIndex(about: Wrong): Generator<Edit> {
  const { t } = about;
  let entries = 0;
  for (const place of about.own) {
    const { term } = place;
    if (!isEntry(about, term) || entries++ > MOST_ENTRIES) continue;
    const says = (to: Term): string =>
      `it holds with ${about.text(to)} in place of ${about.text(term)}`;
    const seen = new Set<Term>([term]);
    for (const [from, withIndex] of indexPositions(t.arena, term)) {
      for (const other of indicesAt(about, place)) {
        if (other === from) continue;
        const to = withIndex(other);
        if (seen.has(to)) continue;
        seen.add(to);
        yield about.edit('index', place, to, says(to));
      }
    }
    if (term.op === 'at' && arg(term, 0).op === 'at') {
      const [row, column] = [arg(arg(term, 0), 1), arg(term, 1)];
      const to = t.at(arg(arg(term, 0), 0), column, row);
      if (!seen.has(to)) yield about.edit('index', place, to, says(to));
    }
  }
}

/** One index in place of another wherever it stands below a place. */
export function* wrongIndexEverywhere(about: Wrong): Generator<Edit> {
  const { arena } = about.t;
  for (const place of about.own) {
    if (place.parent && place.parent.indices.length === place.indices.length) continue;
    const open = indicesAt(about, place);
    for (const from of open)
      for (const to of open) {
        if (from === to) continue;
        const changed = rebuild(arena, place.term, (node) => (node === from ? to : undefined));
        if (changed === place.term) continue;
        const sentence = `it holds with the index ${about.name(to)} in place of ${about.name(from)} in ${about.text(place.term)}`;
        yield about.edit('index', place, changed, sentence);
      }
  }
}

const isEntry = ({ context }: Wrong, { op, name, args }: Term): boolean =>
  op === 'at' ||
  (op === 'app' && args.length > 0 && context.definitions.get(name)?.style === 'indexed');

/** The indices of an entry, each with the entry that has another in its place. */
function* indexPositions(arena: Arena, term: Term): Generator<[Term, (to: Term) => Term]> {
  const { args } = term;
  if (term.op !== 'at') {
    for (const [k, from] of args.entries())
      yield [
        from,
        (to) =>
          remake(
            arena,
            term,
            args.map((old, i) => (i === k ? to : old)),
          ),
      ];
    return;
  }
  const [base, last] = args as [Term, Term];
  yield [last, (to) => remake(arena, term, [base, to])];
  if (base.op !== 'at') return;
  for (const [from, change] of indexPositions(arena, base))
    yield [from, (to) => remake(arena, term, [change(to), last])];
}

/** The indices that may stand at a place: bound around it, or free in the claim. */
function indicesAt(about: Wrong, { indices }: Place): Term[] {
  const free = [...about.context.declarations.values()]
    .filter(({ kind, axes }) => (kind === 'index' || kind === 'label') && axes.length === 0)
    .map(({ name }) => about.t.sym(name));
  const used = new Set([...subterms(about.wrong), ...subterms(about.other)]);
  return [...indices.map(({ symbol }) => symbol), ...free.filter((symbol) => used.has(symbol))];
}

/** Two symbols of the same shape exchanged. */
export function* exchanges(about: Wrong): Generator<Edit> {
  const { context, wrong, other, side, t } = about;
  const used = new Set([...subterms(wrong), ...subterms(other)].map(({ name }) => name));
  const declared = [...context.declarations.values()]
    .filter(({ name }) => used.has(name))
    .slice(0, 8);
  for (const [k, a] of declared.entries())
    for (const b of declared.slice(k + 1)) {
      const alike = a.axes.length === b.axes.length && a.arity === b.arity;
      if (!alike || a.kind === 'size' || b.kind === 'size') continue;
      const [p, q] = [t.sym(a.name), t.sym(b.name)];
      const exchanged = rebuild(t.arena, wrong, (node) =>
        node === p ? q : node === q ? p : undefined,
      );
      const sentence = `it holds with ${decoratedName(a.name)} and ${decoratedName(b.name)} exchanged on the ${side}: are they mixed up?`;
      if (exchanged !== wrong) yield about.whole('exchange', exchanged, sentence);
    }
}

/** A symbol or entry in place of another of the same kind, at one place. */
export function* wrongSymbols(about: Wrong): Generator<Edit> {
  const { context, t } = about;
  for (const place of about.own) {
    const { term } = place;
    const head = headOf(term);
    const declaration = context.declarations.get(head.name);
    if (!declaration || declaration.kind === 'index') continue;
    for (const other of context.declarations.values()) {
      const alike =
        other.name !== head.name &&
        (other.kind === 'size') === (declaration.kind === 'size') &&
        other.kind !== 'index' &&
        other.axes.length === declaration.axes.length &&
        other.arity === declaration.arity &&
        other.axes.every(({ hi }, i) => hi === declaration.axes[i]?.hi);
      if (!alike) continue;
      const to = rebuild(t.arena, term, (node) => (node === head ? t.sym(other.name) : undefined));
      const sentence = `it holds with ${about.text(to)} in place of ${about.text(term)}`;
      yield about.edit('exchange', place, to, sentence);
    }
  }
}

const TERMS = new Set(['add', 'sub', 'neg']);

/** The array of an entry; the symbol itself. */
function headOf(term: Term): Term {
  let head = term;
  while (head.op === 'at') head = arg(head, 0);
  return head;
}

/** A delta of two indices as a factor, or in place of a 1. */
export function* lostDeltas(about: Wrong): Generator<Edit> {
  const { t, side } = about;
  for (const place of about.own) {
    const isRoot = !place.parent;
    const isBody = place.parent && place.indices.length > place.parent.indices.length;
    const isTerm = place.parent && TERMS.has(place.parent.term.op);
    if (!isRoot && !isBody && !isTerm && !isNumber(place.term, 1)) continue;
    const open = indicesAt(about, place);
    for (const [a, i] of open.entries())
      for (const j of open.slice(a + 1)) {
        const delta = t.delta(i, j);
        const where = isBody
          ? `in the sum over ${about.name(place.indices.at(-1)?.symbol as Term)}`
          : isRoot
            ? `on the ${side}`
            : isNumber(place.term, 1)
              ? 'in place of 1'
              : `as a factor of ${about.text(place.term)}`;
        const sentence = `it holds with ${about.text(delta)} ${where}: is a delta missing?`;
        const to = isNumber(place.term, 1) ? delta : t.mul(delta, place.term);
        yield about.edit('delta', place, to, sentence);
      }
  }
}
