/**
 * Quantities of the claim that are mixed up, lost or too many: p for q, the score for what is
 * computed from it, a weight left out. What may stand at a place is what the sides are about, also
 * through definitions, at indices that fit.
 */
import type { Axis } from '../../kernel/context.js';
import { subterms } from '../../term/substitution.js';
import type { Term } from '../../term/term.js';
import type { Edit, Wrong } from '../mistake.js';
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
        yield about.edit('exchange', place, to, about.instead(to, place.term));
}

/** A quantity that a term lacks as a factor or divisor. */
export function* lostEntryFactors(about: Wrong): Generator<Edit> {
  const { t } = about;
  const quantities = new Quantities(about);
  for (const place of about.own.filter(isTermOrSum))
    for (const quantity of quantities.at(place)) {
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
  readonly axes: readonly Axis[];
  readonly entry: (indices: readonly Term[]) => Term;
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
    const { context } = this.#about;
    const open = indicesAt(this.#about, place);
    const endOf = (symbol: Term): Term | undefined =>
      place.indices.find((index) => index.symbol === symbol)?.hi ??
      context.declarations.get(symbol.name)?.upper;
    const found = this.#heads.flatMap(({ axes, entry }) => {
      let tuples: Term[][] = [[]];
      for (const { hi } of axes)
        tuples = tuples.flatMap((tuple) =>
          open.filter((symbol) => endOf(symbol) === hi).map((symbol) => [...tuple, symbol]),
        );
      return tuples.map(entry);
    });
    return found.filter((term) => term !== place.term).slice(0, MOST_QUANTITIES);
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
      yield { axes: declaration.axes, entry: (indices) => t.at(t.sym(name), ...indices) };
    if (op !== 'app' || !definition) continue;
    for (const term of subterms(definition.body)) found.add(term);
    const axes = definition.parameters.map(({ axis }) => axis);
    if (axes.every((axis) => axis !== undefined))
      yield { axes: axes as Axis[], entry: (indices) => t.app(name, ...indices) };
  }
}

const NO_QUANTITY: ReadonlySet<string> = new Set(['size', 'index', 'label']);

const isQuantity = ({ context }: Wrong, { op, name }: Term): boolean => {
  if (op === 'app') return context.definitions.get(name)?.style !== 'function';
  return (
    op === 'at' || (op === 'sym' && !NO_QUANTITY.has(context.declarations.get(name)?.kind ?? ''))
  );
};
