/** Names with their decorations: `yhat` is ŷ, `theta` is θ, `x0` is x with a subscript 0. */
import { GREEK } from './greek.js';

export interface NameParts {
  /** A letter, a Greek letter's name or a word. */
  readonly stem: string;
  readonly accent: Accent | undefined;
  /** Digits or the part after an underscore. */
  readonly subscript: string;
  readonly primes: number;
}

export type Accent = 'hat' | 'bar' | 'tilde' | 'dot';

const COMBINING: Record<Accent, string> = {
  hat: '\u0302',
  bar: '\u0304',
  tilde: '\u0303',
  dot: '\u0307',
};

const ACCENTED = /^(.+?)(hat|bar|tilde|dot)$/;

/** Takes a name apart; what is not understood stays in the stem. */
export function nameParts(name: string): NameParts {
  const primes = /'*$/.exec(name)?.[0].length ?? 0;
  const plain = name
    .slice(0, name.length - primes)
    .replace(/[₀-₉]/g, (digit) => String('₀₁₂₃₄₅₆₇₈₉'.indexOf(digit)))
    .replace(/_(hat|bar|tilde|dot)$/, '$1');
  const split = /^([^_\d]+)_?(\d+)$/.exec(plain) ?? /^([^_]+)_([^_]+)$/.exec(plain);
  const word = split?.[1] ?? plain;
  const subscript = split?.[2] ?? '';
  const accented = ACCENTED.exec(word);
  const stem = accented?.[1] ?? word;
  if (!accented || !isLetter(stem)) return { stem: word, accent: undefined, subscript, primes };
  return { stem, accent: accented[2] as Accent, subscript, primes };
}

const isLetter = (stem: string): boolean => [...stem].length === 1 || GREEK.has(stem);

/** The name in Unicode. */
export function decoratedName(name: string): string {
  const { stem, accent, subscript, primes } = nameParts(name);
  const letter = GREEK.get(stem) ?? stem;
  const marked = accent ? (letter + COMBINING[accent]).normalize('NFC') : letter;
  return marked + subscriptText(subscript) + '′'.repeat(primes);
}

function subscriptText(subscript: string): string {
  if (!/^\d*$/.test(subscript)) return `_${subscript}`;
  return subscript.replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)] ?? digit);
}
