/** Ranges that start or end one too early or too late. */
import { decoratedName } from '../../language/decorated-name.js';
import { isBinder } from '../../term/operator.js';
import { withArgument } from '../../term/substitution.js';
import { arg, type Term } from '../../term/term.js';
import type { Edit, Wrong } from '../mistake.js';

const SHIFTS = [
  [-1, 'earlier'],
  [1, 'later'],
] as const;

export function* rangeMistakes(about: Wrong): Generator<Edit> {
  const { arena } = about.t;
  for (const place of about.own) {
    const { term } = place;
    if (!isBinder(term.op) || term.op === 'int' || term.op === 'array') continue;
    const range = `the range of ${term.letter === '' ? 'the index' : decoratedName(term.letter)}`;
    const says = (verb: string, when: string): string =>
      `it holds when ${range} on the ${about.side} ${verb} one ${when}: is the range off by one?`;
    const [lo, hi] = [arg(term, 0), arg(term, 1)];
    for (const [step, when] of SHIFTS) {
      const start = withArgument(arena, term, 0, moved(about, lo, step));
      const end = withArgument(arena, term, 1, moved(about, hi, step));
      const both = withArgument(arena, start, 1, moved(about, hi, step));
      yield about.edit('range', place, start, says('starts', when));
      yield about.edit('range', place, end, says('ends', when));
      yield about.edit('range', place, both, says('starts and ends', when));
    }
  }
}

/** The end of a range moved by a step, as a number where it is one. */
function moved({ t }: Wrong, end: Term, step: number): Term {
  if (end.value) return t.num({ n: end.value.n + BigInt(step) * end.value.d, d: end.value.d });
  const offset = end.op === 'add' || end.op === 'sub' ? arg(end, 1).value : undefined;
  if (offset?.n === 1n && offset.d === 1n && (end.op === 'add' ? -1 : 1) === step)
    return arg(end, 0);
  return step > 0 ? t.add(end, t.num(step)) : t.sub(end, t.num(-step));
}
