/**
 * How far a sum reaches. It ends at the next + or -; a letter of it that occurs after that end is
 * most likely meant to be inside, so such a formula is refused.
 */
import { type Atom, isCommand } from './atom.js';
import { letterName } from './symbol.js';

/** The first atom that mentions a letter, unless a big operator binds it anew before. */
export function freeMention(atoms: readonly Atom[], letter: string): Atom | undefined {
  for (const atom of atoms) {
    if (isCommand(atom, 'sum', 'prod', 'max', 'min', 'int') && mentions(atom.sub ?? [], letter))
      return undefined;
    if (atom.kind === 'letter' && letterName({ ...atom, accent: '' }) === letter) return atom;
    const parts = [...atom.args, ...atom.rows.flat(), atom.sub ?? [], atom.sup ?? []];
    if (parts.some((part) => freeMention(part, letter))) return atom;
  }
  return undefined;
}

const mentions = (atoms: readonly Atom[], letter: string): boolean =>
  atoms.some((atom) => {
    if (atom.kind === 'letter' && letterName(atom) === letter) return true;
    return [...atom.args, ...atom.rows.flat()].some((part) => mentions(part, letter));
  });
