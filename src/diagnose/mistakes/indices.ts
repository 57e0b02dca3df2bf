/** An index in the place of another, a sum over the wrong one, a delta that was lost. */
import { mentionsName, rebuild, remake, replaceAll, subterms } from '../../term/substitution.js';
import { type Arena, arg, isNumber, type Term } from '../../term/term.js';
import type { Edit, Wrong } from '../mistake.js';
import type { OpenIndex, Place } from '../place.js';

/** Most entries of one side that are looked at. */
const MOST_ENTRIES = 24;

/** One entry with another index in one of its places. */
export function* wrongIndex(about: Wrong): Generator<Edit> {
  const { t } = about;
  let entries = 0;
  for (const place of about.own) {
    const { term } = place;
    if (!isEntry(about, term) || entries++ > MOST_ENTRIES) continue;
    const says = (to: Term): string => about.instead(to, term);
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
    const to = turned(t, term);
    if (to && !seen.has(to)) yield about.edit('index', place, to, says(to));
  }
}

/** The entry with its last two indices exchanged. */
function turned(t: Wrong['t'], { op, args, name }: Term): Term | undefined {
  const [a, b] = args as [Term, Term];
  if (op === 'app') return args.length === 2 ? t.app(name, b, a) : undefined;
  return op === 'at' && a.op === 'at' ? t.at(arg(a, 0), b, arg(a, 1)) : undefined;
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
export function indicesAt(about: Wrong, { indices }: Place): Term[] {
  const free = [...about.context.declarations.values()]
    .filter(({ kind, axes }) => (kind === 'index' || kind === 'label') && axes.length === 0)
    .map(({ name }) => about.t.sym(name));
  const used = new Set([...subterms(about.wrong), ...subterms(about.other)]);
  return [...indices.map(({ symbol }) => symbol), ...free.filter((symbol) => used.has(symbol))];
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

const TERMS = new Set(['add', 'sub', 'neg']);

/** A sum over the wrong index of its entries: Σ_i exp(z[i,b]) where Σ_k exp(z[a,k]) is meant. */
export function* wrongSums(about: Wrong): Generator<Edit> {
  const { t, context } = about;
  const rangeOf = (place: Place, symbol: Term): { lo: Term; hi: Term } | undefined => {
    const bound = place.indices.find((index) => index.symbol === symbol);
    if (bound) return bound;
    const { lower: lo, upper: hi } = context.declarations.get(symbol.name) ?? {};
    return lo && hi && { lo, hi };
  };
  for (const place of about.own) {
    if (place.term.op !== 'sum') continue;
    const body = about.places.child(place, 2);
    const summed = body.indices.at(-1) as OpenIndex;
    const open = indicesAt(about, place);
    for (const fixed of open) {
      const range = rangeOf(place, fixed);
      if (!range || !mentionsName(body.term, fixed.name)) continue;
      for (const other of open) {
        if (rangeOf(place, other)?.hi !== summed.hi) continue;
        const meant = rebuild(t.arena, body.term, (node) =>
          node === fixed ? summed.symbol : node === summed.symbol ? other : undefined,
        );
        const to = t.sum(summed.symbol.name, range.lo, range.hi, meant);
        yield about.edit(
          'index',
          place,
          to,
          `${about.instead(to, place.term)}: it is summed over the other index`,
        );
      }
    }
  }
}

/** A factor before a sum that belongs into it: w[a]·Σ_j u[j] where Σ_j w[j]·u[j] is meant. */
export function* factorsOutside(about: Wrong): Generator<Edit> {
  const { t } = about;
  for (const place of about.own) {
    if (place.term.op !== 'mul') continue;
    for (const [k, side] of place.term.args.entries()) {
      const factor = arg(place.term, 1 - k);
      if (side.op !== 'sum') continue;
      const body = about.places.child(about.places.child(place, k), 2);
      const { symbol, lo, hi } = body.indices.at(-1) as OpenIndex;
      for (const index of indicesAt(about, place)) {
        const inside = replaceAll(t.arena, factor, index, symbol);
        if (inside === factor) continue;
        const to = t.sum(symbol.name, lo, hi, t.mul(inside, body.term));
        const sentence = `${about.instead(to, place.term)}: what depends on the index stays in the sum`;
        yield about.edit('split', place, to, sentence);
      }
    }
  }
}
