/** A factor lost or too many: a size, 2, a factor of the other side; a mean for a sum. */
import type { Term } from '../../term/term.js';
import type { Edit, Wrong } from '../mistake.js';
import { fits, type Place } from '../place.js';

/** The two sides differ by a size, by 2, or by the base of a logarithm. */
export function* wholeFactors(about: Wrong): Generator<Edit> {
  const { t, wrong, side } = about;
  for (const size of about.sizes) {
    const n = about.name(size);
    const large = `is 1/${n} missing, or something counted ${n} times?`;
    const small = `is a factor ${n} missing, or 1/${n} too much?`;
    const says = (what: string, guess: string): string =>
      `the ${side} side is too ${what} by the factor ${n}: ${guess}`;
    yield about.whole('factor', t.div(wrong, size), says('large', large));
    yield about.whole('factor', t.mul(wrong, size), says('small', small));
  }
  const half = 'the two sides differ by the factor 2';
  yield about.whole('factor', t.div(wrong, t.num(2)), `${half}: is 1/2 missing on the ${side}?`);
  yield about.whole('factor', t.mul(wrong, t.num(2)), `${half}: is a 2 missing on the ${side}?`);
  for (const base of [2, 10]) {
    const sentence = `the two sides differ by the factor log ${base}: is one of the logarithms to base ${base}?`;
    const log = t.log(t.num(base));
    yield about.whole('base', t.div(wrong, log), sentence);
    yield about.whole('base', t.mul(wrong, log), sentence);
  }
}

/** A size or a 2 as a factor at one place inside. */
export function* simpleFactors(about: Wrong): Generator<Edit> {
  for (const place of about.own) if (isTermOrSum(place)) yield* simpleAt(about, place);
}

/** A factor at one place inside that should not be there. */
export function* innerFactors(about: Wrong): Generator<Edit> {
  for (const place of about.own) yield* lostAt(about, place);
}

/** A factor that stands there and should not. */
function* lostAt(about: Wrong, place: Place): Generator<Edit> {
  const { op, args } = place.term;
  const [a, b] = args as [Term, Term];
  if (op === 'mul') {
    yield about.edit('factor', place, a, `it holds without the factor ${about.text(b)}`);
    yield about.edit('factor', place, b, `it holds without the factor ${about.text(a)}`);
  }
  if (op === 'div') {
    const kind = isSumOver(a, b) ? 'mean' : 'factor';
    yield about.edit(kind, place, a, `it holds without the division by ${about.text(b)}`);
    yield about.edit(
      'factor',
      place,
      about.t.div(about.t.num(1), b),
      `it holds without the factor ${about.text(a)}`,
    );
    yield about.edit(
      'operation',
      place,
      about.t.div(b, a),
      `it holds with ${about.text(b)} over ${about.text(a)}: is the fraction upside down?`,
    );
    yield about.edit(
      'operation',
      place,
      about.t.mul(a, b),
      `it holds with a product in place of the quotient by ${about.text(b)}`,
    );
  }
}

function* simpleAt(about: Wrong, place: Place): Generator<Edit> {
  const { t } = about;
  const { term } = place;
  const what = about.text(term);
  for (const size of [...about.sizes, t.num(2)]) {
    const isMean = isSumOver(term, size);
    const mean = `it holds with the mean in place of the sum ${what}`;
    yield about.edit(
      isMean ? 'mean' : 'factor',
      place,
      t.div(term, size),
      isMean ? mean : `it holds with ${what} divided by ${about.text(size)}`,
    );
    yield about.edit(
      'factor',
      place,
      t.mul(size, term),
      `it holds with ${what} multiplied by ${about.text(size)}`,
    );
  }
}

/** A factor of the other side that this side lacks, at the root or at one place. */
export function* borrowedFactors(about: Wrong): Generator<Edit> {
  const { t, letters } = about;
  const { arena } = t;
  const known = new Set<Term>();
  for (const { term, parent } of about.others)
    if (parent && !term.value && known.size < MOST_BORROWED) known.add(term);
  for (const place of about.own) {
    if (!isTermOrSum(place)) continue;
    for (const factor of known) {
      if (!fits(arena, factor, place, letters) || factor === place.term) continue;
      const [what, by] = [about.text(place.term), about.text(factor)];
      yield about.edit(
        'factor',
        place,
        t.mul(place.term, factor),
        `it holds with ${what} multiplied by ${by}: was this factor dropped?`,
      );
      yield about.edit(
        'factor',
        place,
        t.div(place.term, factor),
        `it holds with ${what} divided by ${by}: was this divisor dropped?`,
      );
    }
  }
}

const MOST_BORROWED = 24;

/** True of Σ over 1..n, for the size n. */
const isSumOver = ({ op, args }: Term, size: Term): boolean => op === 'sum' && args[1] === size;

/** A term of a sum, the body of one, a whole side, an argument; not a factor of a product. */
export function isTermOrSum({ parent, term }: Place): boolean {
  if (!parent) return true;
  const { op } = parent.term;
  if (op === 'neg' || op === 'mul') return term.op === 'sum';
  return op !== 'div';
}

/** u where u·(1 − u) is meant, as in the slope of a sigmoid. */
export function* lostComplements(about: Wrong): Generator<Edit> {
  const { t } = about;
  for (const place of about.own) {
    const { term } = place;
    if (term.value || term.op === 'mul') continue;
    const factor = t.sub(t.num(1), term);
    const sentence = `it holds with ${about.text(term)} multiplied by ${about.text(factor)}: was this factor dropped?`;
    yield about.edit('factor', place, t.mul(term, factor), sentence);
  }
}
