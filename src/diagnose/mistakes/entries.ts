/**
 * Quantities of the claim that are mixed up, lost or too many: p for q, the score for what is
 * computed from it, a weight left out. What may stand at a place is what the sides are about, also
 * through definitions, at indices that fit.
 */
import type { Axis } from '../../kernel/context.js';
import { decoratedName } from '../../language/decorated-name.js';
import { rebuild, subterms } from '../../term/substitution.js';
import { arg, type Term } from '../../term/term.js';
import type { Edit, MistakeKind, Wrong } from '../mistake.js';
import type { Place } from '../place.js';
import { isTermOrSum } from './factor.js';
import { indicesAt } from './indices.js';
import { mayLackTerm } from './terms.js';

/** Most quantities that are tried at one place. */
const MOST_QUANTITIES = 16;

/** Another quantity in the place of one. */
export function* wrongEntries(about: Wrong): Generator<Edit> {
  const quantities = new Quantities(about);
  for (const place of about.own)
    if (isQuantity(about, place.term))
      for (const to of quantities.at(place))
        yield about.edit(kindOf(place.term, to), place, to, about.instead(to, place.term));
}

/** Another entry of the same quantity has other indices. */
const kindOf = (from: Term, to: Term): MistakeKind =>
  headOf(from) === headOf(to) ? 'index' : 'exchange';

/** The array of an entry, or the name of a defined one. */
function headOf(term: Term): Term | string {
  let head = term;
  while (head.op === 'at') head = arg(head, 0);
  return head.op === 'app' ? head.name : head;
}

/** Two quantities exchanged, of which one at least is a defined one. */
export function* exchangedEntries(about: Wrong): Generator<Edit> {
  const heads = [...headsOf(about)].slice(0, MOST_HEADS);
  for (const [k, p] of heads.entries())
    for (const q of heads.slice(k + 1)) {
      if (!isAlike(p, q) || !(p.isDefined || q.isDefined)) continue;
      const exchanged = rebuild(about.t.arena, about.wrong, (node) => {
        const [ofP, ofQ] = [p.indicesOf(node), q.indicesOf(node)];
        return ofP ? q.entry(ofP) : ofQ ? p.entry(ofQ) : undefined;
      });
      if (exchanged === about.wrong) continue;
      const [a, b] = [decoratedName(p.name), decoratedName(q.name)];
      const sentence = `it holds with ${a} and ${b} exchanged on the ${about.side}: are they mixed up?`;
      yield about.whole('exchange', exchanged, sentence);
    }
}

const MOST_HEADS = 10;

/** y and 1 − y exchanged wherever y stands. */
export function* complementsEverywhere(about: Wrong): Generator<Edit> {
  const { t } = about;
  for (const head of [...headsOf(about)].slice(0, MOST_HEADS)) {
    const changed = rebuild(t.arena, about.wrong, (node) =>
      head.indicesOf(node) ? t.sub(t.num(1), node) : undefined,
    );
    const name = decoratedName(head.name);
    const sentence = `it holds with ${name} and 1 − ${name} exchanged on the ${about.side}: are they mixed up?`;
    if (changed !== about.wrong) yield about.whole('complement', changed, sentence);
  }
}

const isAlike = (p: Head, q: Head): boolean =>
  p.axes.length === q.axes.length && p.axes.every(({ hi }, k) => hi === q.axes[k]?.hi);

/** What is summed over an index in the place of a size: Σ w[i] for n. */
export function* wrongCounts(about: Wrong): Generator<Edit> {
  const quantities = new Quantities(about);
  for (const place of about.own)
    if (about.context.declarations.get(place.term.name)?.kind === 'size')
      for (const to of quantities.sumsAt(place))
        yield about.edit(
          'factor',
          place,
          to,
          `${about.instead(to, place.term)}: was this factor dropped in the sum?`,
        );
}

/** A quantity that a term lacks as a factor or divisor. */
export function* lostEntryFactors(about: Wrong): Generator<Edit> {
  const { t } = about;
  const quantities = new Quantities(about);
  for (const place of about.own.filter(isTermOrSum))
    for (const quantity of [...quantities.at(place), ...quantities.sumsAt(place)]) {
      const [what, by] = [about.text(place.term), about.text(quantity)];
      const edit = (to: Term, how: string): Edit =>
        about.edit('factor', place, to, `it holds with ${what} ${how}: was it dropped?`);
      yield edit(t.mul(place.term, quantity), `multiplied by ${by}`);
      yield edit(t.div(place.term, quantity), `divided by ${by}`);
      const square = t.pow(quantity, t.num(2));
      yield edit(t.div(place.term, square), `divided by ${about.text(square)}`);
    }
}

/** A quantity that a side lacks as a term. */
export function* lostEntryTerms(about: Wrong): Generator<Edit> {
  const { t } = about;
  const quantities = new Quantities(about);
  for (const place of about.own.filter(mayLackTerm))
    for (const quantity of quantities.at(place))
      for (const term of [quantity, t.pow(quantity, t.num(2))])
        for (const to of [t.add(place.term, term), t.sub(place.term, term)]) {
          const sentence = `${about.instead(to, place.term)}: was the term dropped?`;
          yield about.edit('dropped-term', place, to, sentence);
        }
}

/** A quantity by its name, and the ranges of its indices. */
interface Head {
  readonly name: string;
  readonly isDefined: boolean;
  readonly axes: readonly Axis[];
  readonly entry: (indices: readonly Term[]) => Term;
  /** The indices of an entry of it; undefined of another term. */
  readonly indicesOf: (term: Term) => readonly Term[] | undefined;
}

/** The quantities that the sides mention, also in definitions. */
class Quantities {
  readonly #about: Wrong;
  readonly #heads: readonly Head[];

  constructor(about: Wrong) {
    this.#about = about;
    this.#heads = [...headsOf(about)];
  }

  /** Those that may stand at a place, its own left out. */
  at(place: Place): Term[] {
    const found = this.#heads.flatMap(({ axes, entry }) =>
      this.#indices(place, axes).map((tuple) => entry(tuple)),
    );
    // The whole other side would repair anything, and explain nothing.
    const { other } = this.#about;
    return found.filter((term) => term !== place.term && term !== other).slice(0, MOST_QUANTITIES);
  }

  /** The same, summed over one of their indices. */
  sumsAt(place: Place): Term[] {
    const { t, other } = this.#about;
    const found = this.#heads.flatMap(({ axes, entry }) =>
      axes.flatMap(({ lo, hi }, k) =>
        this.#indices(place, axes.toSpliced(k, 1)).map((rest) =>
          t.sum('%k', lo, hi, entry(rest.toSpliced(k, 0, t.sym('%k')))),
        ),
      ),
    );
    return found.filter((term) => term !== other).slice(0, MOST_QUANTITIES);
  }

  /** The tuples of indices at a place whose ranges end where the axes do. */
  #indices(place: Place, axes: readonly Axis[]): Term[][] {
    const { context } = this.#about;
    const open = indicesAt(this.#about, place);
    const endOf = (symbol: Term): Term | undefined =>
      place.indices.find((index) => index.symbol === symbol)?.hi ??
      context.declarations.get(symbol.name)?.upper;
    let tuples: Term[][] = [[]];
    for (const { hi } of axes)
      tuples = tuples.flatMap((tuple) =>
        open.filter((symbol) => endOf(symbol) === hi).map((symbol) => [...tuple, symbol]),
      );
    return tuples;
  }
}

function* headsOf({ context, wrong, other, t }: Wrong): Generator<Head> {
  const { declarations, definitions } = context;
  const found = new Set([...subterms(wrong), ...subterms(other)]);
  const seen = new Set<string>();
  for (const { op, name } of found) {
    if ((op !== 'sym' && op !== 'app') || seen.has(name)) continue;
    seen.add(name);
    const declaration = declarations.get(name);
    const definition = definitions.get(name);
    if (op === 'sym' && declaration && !NO_QUANTITY.has(declaration.kind) && !declaration.arity)
      yield {
        name,
        isDefined: false,
        axes: declaration.axes,
        entry: (indices) => t.at(t.sym(name), ...indices),
        indicesOf: (term) => indicesIn(term, name, declaration.axes.length),
      };
    if (op !== 'app' || !definition) continue;
    for (const term of subterms(definition.body)) found.add(term);
    const axes = definition.parameters.map(({ axis }) => axis);
    if (axes.every((axis) => axis !== undefined))
      yield {
        name,
        isDefined: true,
        axes: axes as Axis[],
        entry: (indices) => t.app(name, ...indices),
        indicesOf: (term) => (term.op === 'app' && term.name === name ? term.args : undefined),
      };
  }
}

/** The indices of an entry of an array with so many axes. */
function indicesIn(term: Term, name: string, rank: number): Term[] | undefined {
  const indices: Term[] = [];
  let head = term;
  for (; head.op === 'at'; head = arg(head, 0)) indices.unshift(arg(head, 1));
  return head.op === 'sym' && head.name === name && indices.length === rank ? indices : undefined;
}

const NO_QUANTITY: ReadonlySet<string> = new Set(['size', 'index', 'label']);

const isQuantity = ({ context }: Wrong, { op, name }: Term): boolean => {
  if (op === 'app') return context.definitions.get(name)?.style !== 'function';
  return (
    op === 'at' || (op === 'sym' && !NO_QUANTITY.has(context.declarations.get(name)?.kind ?? ''))
  );
};
