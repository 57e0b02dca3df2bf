/** Distinctions by cases. */

import type { Term } from '../../term/term.js';
import { LanguageError } from '../language-error.js';
import { requireCondition, requireSameRank } from '../sort-check.js';
import { type Atom, isSign } from './atom.js';
import type { FormulaReader } from './formula-reader.js';

/** A condition that only people can read. */
export class InWords extends LanguageError {}

const ELSE = /^(otherwise|else|sonst|in all other cases|elsewhere)\.?$/i;
const IF = /^(if|for|when|falls|where|wenn)$/i;

/** `\begin{cases} a & \text{if } P \\ b & \text{otherwise} \end{cases}` */
export function readCases(reader: FormulaReader, atom: Atom): Term {
  const rows = atom.rows.filter((row) => row.some((cell) => cell.length > 0));
  const branches = rows.map((row) => {
    const [value = [], ...rest] = row;
    const words = rest.flat();
    const plain = trimmed(value);
    const term = reader.read(plain, plain[0] ?? atom);
    return {
      term,
      condition: readCondition(reader, trimmed(words), atom),
      place: plain[0] ?? atom,
    };
  });
  const last = branches.at(-1);
  if (!last || branches.length < 2)
    throw reader.error('a distinction has at least two cases', atom);
  const before = branches.slice(0, -1);
  for (const { condition, place } of before)
    if (!condition) throw reader.error('only the last case goes without a condition', place);
  if (
    last.condition &&
    !(before.length === 1 && isOpposite(before[0]?.condition as Term, last.condition))
  )
    throw reader.error('nothing is said for the case that no condition holds', last.place, {
      expected: '\\text{otherwise} in the last case',
    });
  return before.reduceRight((otherwise, { term, condition, place }) => {
    requireSameRank(reader, term, otherwise, place);
    return reader.arena.make('if', [condition as Term, term, otherwise]);
  }, last.term);
}

/** Without the comma or full stop at its end. */
function trimmed(atoms: readonly Atom[]): Atom[] {
  const list = [...atoms];
  while (isSign(list.at(-1), ',', '.', ';')) list.pop();
  return list;
}

function readCondition(
  reader: FormulaReader,
  atoms: readonly Atom[],
  place: Atom,
): Term | undefined {
  const [first, ...others] = atoms;
  if (!first) return undefined;
  const words = first.kind === 'text' ? first.text.trim() : '';
  if (first.kind === 'text' && ELSE.test(words)) return undefined;
  const rest = first.kind === 'text' && (IF.test(words) || words === '') ? others : atoms;
  if (rest.some((atom) => atom.kind === 'text' && !/^\s*(and|or)?\s*$/.test(atom.text)))
    throw new InWords('the condition of a case is in words', first);
  const condition = reader.read(rest, first ?? place);
  requireCondition(reader, condition, first);
  return condition;
}

const OPPOSITE: Readonly<Record<string, string>> = { eq: 'ne', ne: 'eq' };

/** True when just one of the two holds: i = j and i ≠ j, a < b and b ≤ a. */
function isOpposite(p: Term, q: Term): boolean {
  const [a, b] = p.args;
  const [c, d] = q.args;
  if (OPPOSITE[p.op] === q.op) return (a === c && b === d) || (a === d && b === c);
  const isStrict = (p.op === 'lt' && q.op === 'le') || (p.op === 'le' && q.op === 'lt');
  return isStrict && a === d && b === c;
}
