/** Words beside a formula that change what it says, and commas that may be decimal points. */
import { LanguageError } from '../language-error.js';
import { type Atom, isCommand, isSign } from './atom.js';

const IFF = /^(if and only if|iff)$/i;

export const isIff = (atom: Atom): boolean =>
  isCommand(atom, 'iff') || (atom.kind === 'text' && IFF.test(atom.text.trim()));

/** Words that deny or change what stands beside them. */
const DENIAL =
  /\b(not|never|neither|nor|false|wrong|untrue|incorrect|fails?|cannot|impossible)\b|n['’]t\b/i;
const CHANGE =
  /^(times|plus|minus|squared|cubed|divided|mod|modulo|percent|thousand|[mb]illion)\b/i;
/** Mathematics among words: a sign at an end of them, or a number in front. */
const SIGNS_IN_WORDS = /^[-+−*/=<>≤≥≠×·^\d]|[-+−*/=<>≤≥≠×·^]$/;

/** True of words that a claim is not what it looks like without. */
export const changes = (words: string): boolean =>
  [DENIAL, CHANGE, SIGNS_IN_WORDS].some((pattern) => pattern.test(words));

/** After `\text{for } i = 1, 2` the claim is made for 2 as well, which no condition says. */
export function refuseFurtherValue(piece: readonly Atom[]): void {
  const [first] = piece;
  const isValue = ({ kind }: Atom): boolean => kind === 'number' || kind === 'letter';
  if (!first || !piece.every((atom) => isValue(atom) || isSign(atom, '+', '-', '.'))) return;
  throw new LanguageError('this value after a condition belongs to no relation', first, {
    hint: 'write one relation for each: i = 1 \\text{ or } i = 2',
  });
}

/** `0,5` is a number to one reader and two to another. */
export function refuseDecimalComma(
  before: Atom | undefined,
  comma: Atom,
  after: Atom | undefined,
): void {
  const isClose = before?.end === comma.offset && after?.offset === comma.end;
  if (isClose && before.kind === 'number' && after.kind === 'number')
    throw new LanguageError(
      `${before.text},${after.text} can be read in two ways: as one number, or as two`,
      comma,
      { hint: 'write a decimal point, no sign between thousands, or a space after the comma' },
    );
}
