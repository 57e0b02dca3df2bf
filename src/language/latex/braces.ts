/**
 * Braces do not show: `2{x+1}` looks like 2x + 1, and is read so. A brace above or below and a box
 * hold a sum together, but for one that begins with a sign or follows a minus; a line through does
 * not.
 */
import { LanguageError } from '../language-error.js';
import { isRelation } from './alignment.js';
import { type Atom, contentOf, hasScripts, isCommand, isSign } from './atom.js';
import type { LatexToken } from './token.js';

/** What shows of an atom between the one before it and the token after it. Throws LanguageError. */
export function shown(atom: Atom, before: Atom | undefined, after: LatexToken): readonly Atom[] {
  if (atom.kind !== 'group' || atom.accent !== '') return [atom];
  const content = contentOf(atom);
  const [only, ...others] = content;
  if (hasScripts(atom)) return [scripted(atom, content)];
  if (!only) return [];
  if (isSign(only, ',') && others.length === 0)
    throw new LanguageError('a comma in braces is no decimal point here', atom, {
      hint: 'write a decimal point; thousands need no sign between them',
    });
  if (isWrittenNumber(content) && !isValue(before)) return [atom];
  const isMarked = /^([ou]\w+brace|boxed|fbox|b?cancel)$/.test(atom.text);
  if (/cancel$/.test(atom.text) && content.some(isRelation))
    throw new LanguageError('what a relation says that is struck out is not clear', atom);
  const isSum = content.some((each) => isSign(each, '+', '-')) && !content.some(isRelation);
  if (!isMarked || !isSum) return content;
  const isHeld = !/cancel$/.test(atom.text) && !isSign(only, '+', '-') && !isSign(before, '-');
  const isApart =
    isHeld ||
    ((!before || isSign(before, '+', '(', ',', 'quad') || isRelation(before)) &&
      !/^([*/^_!|({[]|cdot|times|odot|left|frac|sum|prod)$/.test(after.text) &&
      (after.kind === 'sign' || after.kind === 'command' || after.kind === 'end'));
  if (isApart) return [atom];
  throw twoReadings(`\\${atom.text}`, atom);
}

/** Scripts belong to all that stands in the braces, where that is one thing. */
function scripted(atom: Atom, content: readonly Atom[]): Atom {
  const [only, second] = content;
  const isCall = content.length === 2 && second?.kind === 'fenced' && !atom.sup;
  const isSigned = isSign(only, '-', '+');
  if (content.length > 1 && (!isCall || isSigned)) throw twoReadings('what stands in braces', atom);
  if (only?.sup && atom.sup) throw twoReadings('what stands in braces', atom);
  return atom;
}

const twoReadings = (what: string, place: Atom): LanguageError =>
  new LanguageError(
    `${what} can be read in two ways: with parentheses around it, or without`,
    place,
    {
      hint: 'braces do not show: write parentheses',
    },
  );

/** A number as the printer writes it: `{-2}`, `{-\\tfrac{1}{2}}`, `{1.5 \\cdot 10^{7}}`. */
function isWrittenNumber(content: readonly Atom[]): boolean {
  const parts = isSign(content[0], '-') ? content.slice(1) : content;
  const [first, sign, power, ...others] = parts;
  const isFirst =
    first?.kind === 'number' || (isCommand(first, 'tfrac') && first?.args.every(isDigits) === true);
  if (!isFirst || others.length > 0) return false;
  return parts.length === 1 || (isCommand(sign, 'cdot') && power?.kind === 'number');
}

const isDigits = (atoms: readonly Atom[]): boolean =>
  atoms.length === 1 && atoms[0]?.kind === 'number';

/** True of what a factor may stand beside. */
const isValue = (atom: Atom | undefined): boolean =>
  atom !== undefined &&
  (['letter', 'word', 'number', 'group', 'fenced', 'rows'].includes(atom.kind) ||
    isSign(atom, '!', '|') ||
    atom.args.length > 0);
