/** Superscripts and subscripts of values: powers, transposes, inverses, entries of computed arrays. */
import { parseRational } from '../../term/rational.js';
import type { Term } from '../../term/term.js';
import { checkOperands } from '../operand-check.js';
import { requireArray, requireIndex } from '../sort-check.js';
import { entryOf } from '../subscript.js';
import { isRelation } from './alignment.js';
import { type Atom, contentOf, isCommand, isSign } from './atom.js';
import type { FormulaReader } from './formula-reader.js';
import { splitAt } from './indices.js';
import { fractionNumber } from './number.js';

/** The term with the scripts of an atom, and the `!` that may follow it. */
export function applyScripts(reader: FormulaReader, term: Term, atom: Atom): Term {
  if (atom.primes > 0)
    throw reader.error(`a prime has no meaning after ${reader.quote(atom)}`, atom, {
      hint: 'a derivative is written as a fraction, a primed name is declared with its prime',
    });
  let result = atom.sub ? entry(reader, term, atom.sub, atom) : term;
  if (atom.sup) result = superscript(reader, result, atom.sup, atom);
  if (!reader.takesSign('!')) return result;
  if (isSign(reader.atom, '!'))
    throw reader.error(
      'two factorial signs can be read in two ways: as the double factorial, or as the factorial of the factorial',
      reader.atom,
      { hint: 'write parentheses: (n!)!' },
    );
  return reader.arena.make('factorial', [result]);
}

function entry(reader: FormulaReader, term: Term, sub: readonly Atom[], atom: Atom): Term {
  const rank = reader.scope.sorts.rank(term);
  if (rank === 0)
    throw reader.error(`${reader.quote(atom)} takes no index`, sub[0] ?? atom, {
      expected: 'no subscript',
    });
  const byComma = splitAt(sub, ',');
  const parts = byComma.length === 1 && rank > 1 ? sub.map((each) => [each]) : byComma;
  const indices = parts.map((part) => {
    const start = part[0] ?? atom;
    const index = reader.read(part, start, 'sum');
    requireIndex(reader, index, start, 'an index');
    return index;
  });
  if (indices.length !== rank)
    throw reader.error(`this array takes ${rank} indices, not ${indices.length}`, sub[0] ?? atom);
  return entryOf(reader, term, indices);
}

const TRANSPOSED = /^(T|⊤|top|tr|t|transp)$/;

/** `\top`, `T`, `\mathsf{T}` above an array. */
const isTransposed = (sup: readonly Atom[]): boolean => {
  const [only] = sup;
  return (
    sup.length === 1 &&
    only !== undefined &&
    ['letter', 'word', 'text', 'command'].includes(only.kind) &&
    TRANSPOSED.test(only.text)
  );
};

const isMinusOne = ([sign, one]: readonly Atom[]): boolean =>
  isSign(sign, '-') && one?.kind === 'number' && one.text === '1';

function superscript(reader: FormulaReader, base: Term, sup: readonly Atom[], atom: Atom): Term {
  const { arena, scope } = reader;
  const rank = scope.sorts.rank(base);
  if (rank > 0 && isTransposed(sup)) return arena.make('transpose', [base]);
  if (rank > 0 && isMinusOne(sup)) {
    requireArray(reader, base, atom, 2);
    const inverse = arena.make('inv', [base]);
    if (sup.length === 2) return inverse;
    if (isTransposed(sup.slice(2))) return arena.make('transpose', [inverse]);
  }
  const isTransposedInverse = isSign(sup[0], '-') && isTransposed(sup.slice(1));
  if (rank === 2 && isTransposedInverse)
    return arena.make('transpose', [arena.make('inv', [base])]);
  const place = sup[0] ?? atom;
  if (sup.length === 1 && isCommand(sup[0], 'star', 'dagger', 'cdot', 'ast'))
    throw reader.error(`the mark ${reader.quote(place)} is part of no declared name`, place, {
      hint: `declare it: notation ${reader.quote(atom)} = …`,
    });
  const isBracket = place.text === '[' && !contentOf(place).some(isRelation);
  const isParenthesis =
    sup.length === 1 && place.kind === 'fenced' && (place.text === '(' || isBracket);
  if (isParenthesis && !place.sub && !place.sup)
    throw reader.error(
      `${reader.quote(atom)} can be read in two ways: as a power, or with ${reader.quote(place)} as the number of a sample, layer, step or derivative`,
      place,
      { hint: `a power is written without the parentheses; else declare a notation for it` },
    );
  const exponent = reader.read(sup, place);
  checkOperands(reader, 'pow', {
    left: base,
    right: exponent,
    start: atom,
    token: place,
    next: place,
  });
  return arena.make('pow', [base, exponent]);
}

/** A number as the printer groups it, `{-2}`, `{1.5 \cdot 10^{7}}`; undefined for anything else. */
export function groupedNumber(reader: FormulaReader, group: Atom): Term | undefined {
  const content = contentOf(group);
  const isNegative = isSign(content[0], '-');
  const parts = isNegative ? content.slice(1) : content;
  const [first, second, third] = parts;
  const fraction =
    isNegative && parts.length === 1 && first ? fractionNumber(reader, first) : undefined;
  if (fraction?.value) {
    const { n, d } = fraction.value;
    return reader.arena.num({ n: -n, d });
  }
  if (first?.kind !== 'number' || (!isNegative && parts.length === 1 && !first.sup))
    return undefined;
  const text =
    parts.length === 1
      ? powerText('1', first)
      : isCommand(second, 'cdot') && third && parts.length === 3 && !first.sup
        ? powerText(first.text, third)
        : undefined;
  const value = text === undefined ? undefined : parseRational(`${isNegative ? '-' : ''}${text}`);
  return value && reader.arena.num(value);
}

/** `1.5e7` from 1.5 and 10^{7}; the number itself when there is no power. */
function powerText(factor: string, ten: Atom): string | undefined {
  if (!ten.sup && factor === '1') return ten.text;
  if (ten.text !== '10' || !ten.sup || ten.sub) return undefined;
  const exponent = ten.sup.map(({ text }) => text).join('');
  return /^-?\d{1,3}$/.test(exponent) ? `${factor}e${exponent}` : undefined;
}
