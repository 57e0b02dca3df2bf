/** Pieces of a statement that restrict it: `i \\ne j`, `y = k`, `\\forall i`, `i = 1, \\dots, n`. */
import { isRelation } from './alignment.js';
import { type Atom, contentOf, hasScripts, isCommand, isSign } from './atom.js';

const FOR_ALL = /^(for|for all|for each|for every|for any)$/i;

/** True of an atom that is a whole number by its declaration. */
export type IsIndex = (atom: Atom) => boolean;

const isBound = (atom: Atom): boolean =>
  isSign(atom, '<', '>') || isCommand(atom, 'le', 'ge', 'lt', 'gt', 'ne', 'in', 'notin');

/** True of `x > 0`, `i \ne j`, `\forall i`, `i = 1, \dots, n` beside a statement. */
export const saysRange = (piece: readonly Atom[]): boolean =>
  isCommand(piece[0], 'forall') ||
  piece.some((atom) => isCommand(atom, 'dots')) ||
  (piece.some(isBound) &&
    !piece.some((atom) => isSign(atom, '=', ':=') || isCommand(atom, 'defined')));

/** True of `i = j`, `y = k + 1`: nothing but whole numbers on both sides. */
export const saysIndex = (piece: readonly Atom[], isIndex: IsIndex): boolean =>
  piece.some(isRelation) &&
  piece.some(isIndex) &&
  withoutStop(piece).every(
    (atom) =>
      isIndex(atom) ||
      isRelation(atom) ||
      isSign(atom, '+', '-') ||
      (atom.kind === 'number' && !hasScripts(atom)),
  );

/** A condition without the parentheses around it. */
export function opened(piece: readonly Atom[], isIndex: IsIndex): readonly Atom[] {
  const [only, ...others] = withoutStop(piece);
  if (!only || others.length > 0 || only.kind !== 'fenced' || only.text !== '(') return piece;
  const content = contentOf(only);
  return hasScripts(only) || !(saysRange(content) || saysIndex(content, isIndex)) ? piece : content;
}

/** A letter alone, after "for all", restricts nothing. */
export function conditionOf(piece: readonly Atom[]): (readonly Atom[])[] {
  const plain = piece.filter(
    (atom) =>
      !isCommand(atom, 'forall') && !(atom.kind === 'text' && FOR_ALL.test(atom.text.trim())),
  );
  const stripped = withoutStop(plain);
  return stripped.some(isRelation) ? [stripped] : [];
}

export function withoutStop(atoms: readonly Atom[]): readonly Atom[] {
  let end = atoms.length;
  while (isSign(atoms[end - 1], ',', '.', ';', 'quad')) end--;
  return atoms.slice(0, end);
}
