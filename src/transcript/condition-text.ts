/** Conditions of rules in words: `u has a value`, `u is differentiable in X`. */
import { printUnicode } from '../language/print-unicode.js';
import { instantiate, mentionsName, subterms } from '../term/substitution.js';
import { type Arena, arg, type Term } from '../term/term.js';

/** The proposition as a reader would say it. */
export function conditionText(arena: Arena, proposition: Term): string {
  const say = (term: Term): string => conditionText(arena, term);
  const show = (i: number): string => printUnicode(arg(proposition, i));
  switch (proposition.op) {
    case 'defined':
      return `${show(0)} has a value`;
    case 'integer':
      return `${show(0)} is a whole number`;
    case 'differentiable':
      return `${show(0)} is differentiable in ${show(1)}`;
    case 'free':
      return `${show(0)} does not mention ${show(1)}`;
    case 'near':
      return `near this ${show(0)}: ${say(arg(proposition, 1))}`;
    case 'implies':
      return `if ${say(arg(proposition, 0))} then ${say(arg(proposition, 1))}`;
    case 'not':
      return arg(proposition, 0).op === 'in'
        ? printUnicode(arg(proposition, 0)).replace('∈', '∉')
        : printUnicode(proposition);
    case 'forall': {
      const letter = letterOf(proposition);
      const symbol = arena.sym(letter);
      const body = say(instantiate(arena, arg(proposition, 2), [symbol]));
      return `${body} for ${letter} in ${show(0)}..${show(1)}`;
    }
    default:
      return printUnicode(proposition);
  }
}

/** The letter of a quantifier; another one where it has none, or where the body has it too. */
function letterOf(quantifier: Term): string {
  const body = arg(quantifier, 2);
  const inner = new Set(subterms(body).map(({ letter }) => letter));
  const isFree = (letter: string): boolean =>
    /^\p{L}/u.test(letter) && !inner.has(letter) && !mentionsName(body, letter);
  const letters = [quantifier.letter, 'k', 'i', 'j', 'l', 'm'];
  return letters.find(isFree) ?? quantifier.letter;
}
