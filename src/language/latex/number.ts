/** Numbers of a formula. */
import { parseRational, rational } from '../../term/rational.js';
import type { Term } from '../../term/term.js';
import type { Atom } from './atom.js';
import type { FormulaReader } from './formula-reader.js';

/** The value of a number, without its scripts. */
export function numberOf(reader: FormulaReader, atom: Atom): Term {
  const value = parseRational(atom.text);
  if (!value) throw reader.error(`${atom.text} is not a number`, atom);
  return reader.arena.num(value);
}

/** `\tfrac{1}{3}` of two whole numbers is one number, as it is printed; undefined for other fractions. */
export function fractionNumber(reader: FormulaReader, atom: Atom): Term | undefined {
  const [above, below] = atom.args.map((part) =>
    part.length === 1 && part[0]?.kind === 'number' && !part[0].sup && /^\d+$/.test(part[0].text)
      ? BigInt(part[0].text)
      : undefined,
  );
  if (atom.text !== 'tfrac' || above === undefined || !below) return undefined;
  return reader.arena.num(rational(above, below));
}
