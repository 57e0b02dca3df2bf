/** A minus sign lost, or one too many. */
import { arg, type Term } from '../../term/term.js';
import type { Edit, Wrong } from '../mistake.js';
import type { Place } from '../place.js';

/** The two sides differ by the factor −1. */
export function* wholeSign(about: Wrong): Generator<Edit> {
  const sentence = 'the two sides differ by the factor −1: is a minus sign missing?';
  yield about.whole('sign', about.t.neg(about.wrong), sentence);
}

/** One term with the other sign. */
export function* innerSigns(about: Wrong): Generator<Edit> {
  const { t } = about;
  for (const place of about.own) {
    const { op, args } = place.term;
    const [a, b] = args as [Term, Term];
    if (op === 'add')
      yield about.edit(
        'sign',
        place,
        t.sub(a, b),
        `it holds with − in place of + before ${about.text(b)}`,
      );
    if (op === 'sub')
      yield about.edit(
        'sign',
        place,
        t.add(a, b),
        `it holds with + in place of − before ${about.text(b)}`,
      );
    if (op === 'neg')
      yield about.edit('sign', place, a, `it holds without the minus sign before ${about.text(a)}`);
    else if (mayLackSign(place))
      yield about.edit(
        'sign',
        place,
        t.neg(place.term),
        `it holds with a minus sign before ${about.text(place.term)}`,
      );
  }
}

/** A sign before the second of two terms is the sign between them. */
function mayLackSign({ term, parent, path }: Place): boolean {
  if (!parent || term.value) return false;
  const { op } = parent.term;
  if (op === 'neg') return false;
  return (
    !((op === 'add' || op === 'sub') && path.at(-1) === 1) && arg(parent.term, 0) !== undefined
  );
}
