/** Terms that were dropped, or are too many. */

import { subterms } from '../../term/substitution.js';
import { arg, isNumber, type Term } from '../../term/term.js';
import type { Edit, Wrong } from '../mistake.js';
import { fits, type Place, withDefinitionsOpened } from '../place.js';

/** Most terms of the other side that are tried. */
const MOST_TERMS = 24;

/** A term of this side that should not be there. */
export function* extraTerms(about: Wrong): Generator<Edit> {
  for (const place of about.own) {
    const { op, args } = place.term;
    if (op !== 'add' && op !== 'sub') continue;
    const [a, b] = args as [Term, Term];
    const without = (k: number, to: Term, extra: Term): Edit => {
      const sentence = `it holds without the term ${about.text(extra)}`;
      // What is pointed at is the term that is too many.
      return about.edit('extra-term', place, to, sentence, about.places.child(place, k));
    };
    yield without(1, a, b);
    yield without(0, op === 'add' ? b : about.t.neg(b), a);
  }
}

/** A term of the other side that this side lacks, inside no function: there it may be a factor. */
export const droppedTerms = (about: Wrong): Generator<Edit> =>
  dropped(about, ({ parent }) => parent !== undefined && SUMS.has(parent.term.op), isInTheOpen);

const isInTheOpen = ({ parent }: Place): boolean =>
  !parent || (OPEN.has(parent.term.op) && isInTheOpen(parent));

const OPEN: ReadonlySet<string> = new Set(['add', 'sub', 'neg', 'mul', 'div', 'sum', 'log']);

/** Any part of the other side, or 1, that this side lacks as a term. */
export const droppedParts = (about: Wrong): Generator<Edit> =>
  dropped(about, ({ parent }) => parent !== undefined);

/** A term that stands in a definition of the other side. */
export function* droppedFromDefinitions(about: Wrong): Generator<Edit> {
  const { t, context, places } = about;
  const opened = withDefinitionsOpened(context, about.other);
  if (opened === about.other) return;
  const inside = places.values(opened).filter((place) => !isWhole(place));
  const terms = inside.flatMap(({ term, parent }) => {
    const logged = term.op === 'log' ? arg(term, 0) : undefined;
    // The logarithm of a quotient is a term for each of its parts.
    if (logged?.op === 'div' || logged?.op === 'mul') return logged.args.map(t.log);
    return parent && SUMS.has(parent.term.op) ? [term] : [];
  });
  yield* droppedOf(about, terms);
}

/** True of the whole side, but for its sign: that would repair anything. */
const isWhole = ({ parent }: Place): boolean =>
  !parent || (parent.term.op === 'neg' && isWhole(parent));

function dropped(
  about: Wrong,
  isCandidate: (place: Place) => boolean,
  isPlace = mayLackTerm,
): Generator<Edit> {
  const candidates = about.others.filter(isCandidate).map(({ term }) => term);
  return droppedOf(about, [...candidates, about.t.num(1)], isPlace);
}

function* droppedOf(
  about: Wrong,
  candidates: readonly Term[],
  isPlace = mayLackTerm,
): Generator<Edit> {
  const { t, letters } = about;
  const terms = [...new Set(candidates)].slice(0, MOST_TERMS);
  for (const place of about.own) {
    if (!mayLackTerm(place) || !isPlace(place)) continue;
    for (const term of terms) {
      if (!fits(t.arena, term, place, letters)) continue;
      // One more in an exponent is another power.
      if (isNumber(term, 1) && isExponent(place)) continue;
      const says = (sign: string, to: Term): string => {
        const what = place.parent
          ? about.instead(to, place.term)
          : `it holds with ${sign} ${about.text(term)} on the ${about.side}`;
        return `${what}: was the term dropped?`;
      };
      const [plus, minus] = [t.add(place.term, term), t.sub(place.term, term)];
      yield about.edit('dropped-term', place, plus, says('+', plus));
      yield about.edit('dropped-term', place, minus, says('−', minus));
    }
  }
}

const SUMS = new Set(['add', 'sub', 'neg']);

const isExponent = ({ parent, path }: Place): boolean =>
  parent?.term.op === 'pow' && path.at(-1) === 1;

/** A whole side, the body of a sum, an argument, a factor: not a term beside others. */
export const mayLackTerm = ({ parent, term }: Place): boolean =>
  !parent || (!SUMS.has(parent.term.op) && !(parent.term.op === 'pow' && term.value !== undefined));

/** A term of the other side in place of one of this side. */
export function* wrongTerms(about: Wrong): Generator<Edit> {
  const { t, letters } = about;
  const isTerm = ({ parent }: Place): boolean => parent !== undefined && SUMS.has(parent.term.op);
  const terms = [...new Set(about.others.filter(isTerm).map(({ term }) => term))];
  for (const place of about.own.filter(isTerm))
    for (const term of terms.slice(0, MOST_TERMS)) {
      if (term === place.term || !fits(t.arena, term, place, letters)) continue;
      const lost = lostFactor(term, place.term);
      if (lost) {
        const sentence = `it holds with ${about.text(place.term)} multiplied by ${about.text(lost)}: was this factor dropped?`;
        yield about.edit('factor', place, term, sentence);
      } else {
        const kind = term.value ? 'constant' : 'wrong-term';
        yield about.edit(kind, place, term, about.instead(term, place.term));
      }
    }
}

/** What a product has beside a factor that is the whole of another term. */
function lostFactor({ op, args }: Term, factor: Term): Term | undefined {
  const [a, b] = args;
  if (op !== 'mul' || (a !== factor && b !== factor)) return undefined;
  return a === factor ? b : a;
}

/** A symbol that was brought in on this side, and whose counterpart is missing. */
export function* lostCounterparts(about: Wrong): Generator<Edit> {
  const { t, context } = about;
  const known = new Set(subterms(about.other));
  for (const symbol of new Set(subterms(about.wrong))) {
    const declaration = symbol.op === 'sym' && context.declarations.get(symbol.name);
    if (!declaration || declaration.axes.length > 0 || known.has(symbol)) continue;
    if (declaration.kind === 'index' || declaration.kind === 'label') continue;
    const name = about.name(symbol);
    for (const [to, sign] of [
      [t.add(about.wrong, symbol), '+'],
      [t.sub(about.wrong, symbol), '−'],
    ] as const)
      yield about.whole(
        'dropped-term',
        to,
        `it holds with ${sign} ${name} on the ${about.side}: ${name} was brought in, is its counterpart missing?`,
      );
  }
}
