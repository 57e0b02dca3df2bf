/** Symbols mixed up: p for q, n for m. */
import { decoratedName } from '../../language/decorated-name.js';
import { rebuild, subterms } from '../../term/substitution.js';
import { arg, type Term } from '../../term/term.js';
import type { Edit, Wrong } from '../mistake.js';

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
