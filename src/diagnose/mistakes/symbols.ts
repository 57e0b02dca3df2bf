/** Symbols and entries mixed up: p for q, n for m, W[k,c] for H[i,k]. */
import type { Declaration } from '../../kernel/context.js';
import { decoratedName } from '../../language/decorated-name.js';
import { rebuild, subterms } from '../../term/substitution.js';
import { arg, type Term } from '../../term/term.js';
import type { Edit, Wrong } from '../mistake.js';
import type { Place } from '../place.js';
import { indicesAt } from './indices.js';

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

/** The same in one term of a sum alone. */
export function* exchangesInTerms(about: Wrong): Generator<Edit> {
  const { context, t } = about;
  for (const place of about.own) {
    const { term, parent } = place;
    if (!parent || !SUMS.has(parent.term.op)) continue;
    const symbols = subterms(term).filter(
      ({ op, name }) => op === 'sym' && context.declarations.get(name)?.axes.length === 0,
    );
    for (const [k, p] of symbols.entries())
      for (const q of symbols.slice(k + 1)) {
        const to = rebuild(t.arena, term, (node) => (node === p ? q : node === q ? p : undefined));
        const sentence = about.instead(to, term);
        yield about.edit('exchange', place, to, sentence);
      }
  }
}

const SUMS = new Set(['add', 'sub', 'neg']);

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
      const sentence = about.instead(to, term);
      yield about.edit('exchange', place, to, sentence);
    }
  }
}

/** The array of an entry; the symbol itself. */
function headOf(term: Term): Term {
  let head = term;
  while (head.op === 'at') head = arg(head, 0);
  return head;
}

/** Most entries that are tried at one place. */
const MOST_ENTRIES = 16;

/** An entry of another array, at indices that fit it. */
export function* wrongEntries(about: Wrong): Generator<Edit> {
  const arrays = arraysOf(about);
  for (const place of about.own) {
    const { term } = place;
    const isFactor = term.op === 'at' || (term.op === 'app' && term.args.length > 0);
    if (!isFactor) continue;
    let count = 0;
    for (const array of arrays)
      for (const to of entriesAt(about, place, array)) {
        if (to === term || count++ > MOST_ENTRIES) continue;
        const sentence = about.instead(to, term);
        yield about.edit('exchange', place, to, sentence);
      }
  }
}

/** The arrays that the sides mention, also in definitions. */
function arraysOf({ context, wrong, other }: Wrong): Declaration[] {
  const found = new Set([...subterms(wrong), ...subterms(other)]);
  for (const { op, name } of found) {
    const body = op === 'app' ? context.definitions.get(name)?.body : undefined;
    for (const term of body ? subterms(body) : []) found.add(term);
  }
  const names = new Set([...found].map(({ name }) => name));
  return [...context.declarations.values()].filter(
    ({ name, axes }) => axes.length > 0 && names.has(name),
  );
}

/** The entries at indices whose ranges end where those of the array do. */
function* entriesAt(about: Wrong, place: Place, { name, axes }: Declaration): Generator<Term> {
  const { context, t } = about;
  const open = indicesAt(about, place);
  const endOf = (symbol: Term): Term | undefined =>
    place.indices.find((index) => index.symbol === symbol)?.hi ??
    context.declarations.get(symbol.name)?.upper;
  let entries: Term[] = [t.sym(name)];
  for (const { hi } of axes)
    entries = entries.flatMap((base) =>
      open.filter((symbol) => endOf(symbol) === hi).map((symbol) => t.at(base, symbol)),
    );
  yield* entries;
}
