/** What single signs of a formula are called when nothing is known of its meaning. */
import { GREEK } from '../language/greek.js';

const LETTERS: ReadonlyMap<string, string> = new Map([
  ...[...GREEK].map(([name, letter]): [string, string] => [letter, name]),
  ...Object.entries({
    ϵ: 'epsilon',
    ϑ: 'theta',
    ϕ: 'phi',
    φ: 'phi',
    ϱ: 'rho',
    ς: 'sigma',
    ϖ: 'pi',
    ϰ: 'kappa',
    Υ: 'Upsilon',
    ℓ: 'ell',
    ℏ: 'h bar',
    ı: 'i',
    ȷ: 'j',
    '∞': 'infinity',
    '∂': 'partial',
    '∇': 'nabla',
    '⊤': 'top',
    '⊥': 'bottom',
    '∣': 'bar',
    '|': 'bar',
    '∥': 'double bar',
    '∀': 'for all',
    '∃': 'there is',
    '¬': 'not',
    '∅': 'the empty set',
    '…': 'dots',
    '⋯': 'dots',
    '⋮': 'dots',
    '⋱': 'dots',
    '\\': 'backslash',
    '%': 'percent',
    '!': 'factorial',
    '/': 'over',
    '.': 'point',
    '□': 'box',
    '■': 'end of proof',
  }),
]);

/** Sets that have a letter of their own. */
const SETS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    R: 'the real numbers',
    N: 'the natural numbers',
    Z: 'the integers',
    Q: 'the rational numbers',
    C: 'the complex numbers',
  }),
);

/** Fonts that tell letters apart. */
const FONTS: ReadonlyMap<string, string> = new Map([
  ['bold', 'bold '],
  ['bold-italic', 'bold '],
  ['script', 'script '],
  ['fraktur', 'fraktur '],
  ['double-struck', 'double-struck '],
]);

/** A letter, a word or a number in its font. */
export function nameOf(text: string, font = ''): string {
  const set = font === 'double-struck' ? SETS.get(text) : undefined;
  return set ?? `${FONTS.get(font) ?? ''}${LETTERS.get(text) ?? text}`;
}

const OPERATORS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '+': 'plus',
    '−': 'minus',
    '-': 'minus',
    '±': 'plus or minus',
    '∓': 'minus or plus',
    '×': 'times',
    '⋅': 'times',
    '∗': 'star',
    '*': 'star',
    '⊙': 'times, entry by entry,',
    '⊗': 'tensor',
    '⊕': 'direct sum',
    '∘': 'after',
    '÷': 'divided by',
    '=': 'equals',
    ':=': 'is defined as',
    '≔': 'is defined as',
    '≜': 'is defined as',
    '≠': 'is not equal to',
    '≡': 'is equivalent to',
    '≈': 'is about',
    '≃': 'is similar to',
    '≅': 'is congruent to',
    '∼': 'is distributed as',
    '∝': 'is proportional to',
    '<': 'is less than',
    '>': 'is greater than',
    '≤': 'is at most',
    '≥': 'is at least',
    '≪': 'is much less than',
    '≫': 'is much greater than',
    '∈': 'in',
    '∋': 'contains',
    '∉': 'not in',
    '⊂': 'is a subset of',
    '⊆': 'is a subset of or equal to',
    '⊃': 'is a superset of',
    '⊇': 'is a superset of or equal to',
    '∪': 'union',
    '∩': 'intersection',
    '∖': 'without',
    '∧': 'and',
    '∨': 'or',
    '→': 'to',
    '⟶': 'to',
    '←': 'becomes',
    '⟵': 'becomes',
    '↦': 'maps to',
    '⟼': 'maps to',
    '⇒': 'implies',
    '⟹': 'implies',
    '⇐': 'follows from',
    '⟸': 'follows from',
    '⇔': 'if and only if',
    '⟺': 'if and only if',
    '∣': 'given',
    ':': 'colon',
    ',': ',',
    ';': ';',
    '′': 'prime',
    '″': 'double prime',
    '‴': 'triple prime',
    '⁡': 'of',
    '(': 'open parenthesis',
    ')': 'close parenthesis',
    '[': 'open bracket',
    ']': 'close bracket',
    '{': 'open brace',
    '}': 'close brace',
    '⟨': 'open angle bracket',
    '⟩': 'close angle bracket',
    '⌊': 'open floor',
    '⌋': 'close floor',
    '⌈': 'open ceiling',
    '⌉': 'close ceiling',
  }),
);

/** An operator, a relation or a bracket. */
export const operatorName = (text: string): string => OPERATORS.get(text) ?? nameOf(text);

/** Operators that reach over what follows them. */
export const BIG: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '∑': 'the sum',
    '∏': 'the product',
    '∫': 'the integral',
    '∬': 'the double integral',
    '∮': 'the closed integral',
    '⋃': 'the union',
    '⋂': 'the intersection',
    lim: 'the limit',
  }),
);

/** What stands over a letter. */
export const ACCENTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '^': 'hat',
    ˆ: 'hat',
    ˉ: 'bar',
    '‾': 'bar',
    '¯': 'bar',
    '~': 'tilde',
    '˙': 'dot',
    '¨': 'double dot',
    '⃗': 'vector',
    '→': 'vector',
    ˇ: 'check',
    '˘': 'breve',
    '˚': 'ring',
    '⏞': '',
    '⏟': '',
    '⎵': '',
    _: 'underlined',
  }),
);

/** Superscripts that are no powers. */
export const MARKS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '2': 'squared',
    '3': 'cubed',
    '⊤': 'transpose',
    '⊺': 'transpose',
    '∗': 'star',
    '*': 'star',
    '⋆': 'star',
    '†': 'dagger',
    '′': 'prime',
    '″': 'double prime',
    '‴': 'triple prime',
    '∘': 'degrees',
    '⊥': 'perpendicular',
    '+': 'plus',
    '−': 'minus',
  }),
);
