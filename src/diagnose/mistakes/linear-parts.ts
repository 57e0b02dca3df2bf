/** The parts of what is differentiated to which a derivative passes as it is: it is linear. */
import { instantiate } from '../../term/substitution.js';
import { arg, type Term } from '../../term/term.js';
import type { Wrong } from '../mistake.js';
import type { Place } from '../place.js';

export interface LinearPart {
  readonly term: Term;
  /** True of a term of a sum. */
  readonly isTerm: boolean;
  /** What is differentiated with all other terms left out, and another in place of this part. */
  readonly put: (part: Term) => Term;
}

/** Most parts of one derivative. */
const MOST_PARTS = 24;

/** The derivatives of the other side, which was to be worked out. */
export const derivativesOf = (about: Wrong): Place[] =>
  about.others.filter(({ term }) => term.op === 'diff');

/** The parts that are reached through sums, signs, factors and definitions. */
export function* linearParts(about: Wrong, derivative: Place): Generator<LinearPart> {
  const { t, places, context } = about;
  const body = places.child(derivative, 0);
  const waiting: { place: Place; isTerm: boolean; put: (part: Term) => Term }[] = [
    { place: places.root(body.term), isTerm: false, put: (part) => part },
  ];
  for (let count = 0; count < MOST_PARTS; count++) {
    const next = waiting.shift();
    if (!next) return;
    const { place, put, isTerm } = next;
    const { term } = place;
    yield { term, isTerm, put };
    const { op, args } = term;
    const [a, b] = args as [Term, Term];
    const into = (i: number, change: (part: Term) => Term): void => {
      const isTerm = op === 'add' || op === 'sub';
      waiting.push({ place: places.child(place, i), isTerm, put: (part) => put(change(part)) });
    };
    const definition = op === 'app' ? context.definitions.get(term.name) : undefined;
    if (definition) {
      const opened = instantiate(t.arena, definition.body, args);
      waiting.push({ place: { ...place, term: opened }, isTerm, put });
    } else if (op === 'add' || op === 'sub') {
      into(0, (part) => part);
      into(1, op === 'add' ? (part) => part : t.neg);
    } else if (op === 'neg') into(0, t.neg);
    else if (op === 'sum') {
      const inner = places.child(place, 2);
      const symbol = inner.indices.at(-1)?.symbol as Term;
      into(2, (part) => t.sum(symbol.name, arg(term, 0), arg(term, 1), part));
    } else if (op === 'mul') {
      into(1, (part) => t.mul(a, part));
      into(0, (part) => t.mul(part, b));
    } else if (op === 'div') into(0, (part) => t.div(part, b));
  }
}
