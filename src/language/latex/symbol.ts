/** Letters and words of a formula as names of the plain language: `\hat{y}` is yhat, y_hat or ŷ. */
import { GREEK } from '../greek.js';
import type { Meaning, Scope } from '../scope.js';
import { type Atom, contentOf } from './atom.js';

const COMBINING: Readonly<Record<string, string>> = {
  hat: '\u0302',
  bar: '\u0304',
  tilde: '\u0303',
  dot: '\u0307',
  underline: '\u0332',
};

/** A symbol with what belongs to its name. */
export interface SymbolKey {
  readonly stem: string;
  readonly accent: string;
  /** A subscript that is part of the name; '' for none. */
  readonly label: string;
  readonly primes: number;
}

/** The ways to write a symbol as a name, the likeliest first. */
export function spellings({ stem, accent, label, primes }: SymbolKey): string[] {
  const stems = stem === 'ell' ? ['ell', 'l', 'ℓ'] : [stem, GREEK.get(stem) ?? stem];
  const accented = stems.flatMap((each) => withAccent(each, accent));
  const labelled = accented.flatMap((each) => withLabel(each, label, accent !== ''));
  return [...new Set(labelled.map((name) => name + "'".repeat(primes)))];
}

function withAccent(stem: string, accent: string): string[] {
  if (accent === '') return [stem];
  const names = [`${stem}${accent}`, `${stem}_${accent}`];
  const marked = (stem + (COMBINING[accent] ?? '')).normalize('NFC');
  return [...stem].length === 1 ? [...names, marked] : names;
}

function withLabel(name: string, label: string, isAccented: boolean): string[] {
  if (label === '') return [name];
  const all = [label, GREEK.get(label) ?? label];
  const joined = all.map((each) => `${name}_${each}`);
  if (/^\d+$/.test(label))
    return [
      `${name}${label}`,
      ...joined,
      name + label.replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)] ?? digit),
    ];
  // A label of several letters may follow without a sign; one letter would make another name.
  return label.length > 1 && !isAccented ? [...joined, `${name}${label}`] : joined;
}

/** A subscript that can be part of a name: letters, digits or a word, without scripts. */
export function labelOf(atoms: readonly Atom[] | undefined): string | undefined {
  if (!atoms || atoms.length === 0) return '';
  if (atoms.some((atom) => atom.sub || atom.sup || atom.primes > 0 || atom.accent !== ''))
    return undefined;
  const [only] = atoms;
  if (atoms.length === 1 && only && (only.kind === 'word' || only.kind === 'text'))
    return only.text.trim();
  if (atoms.length === 1 && only && only.kind === 'group') return labelOf(contentOf(only));
  const isPlain = atoms.every((atom) => atom.kind === 'letter' || atom.kind === 'number');
  if (!isPlain) return undefined;
  const text = atoms.map((atom) => atom.text).join('');
  return atoms.length === 1 || /^[A-Za-z]+$|^\d+$/.test(text) ? text : undefined;
}

/** A name that means something here, and what. */
export interface Found {
  readonly name: string;
  readonly meaning: Meaning;
}

/** All names in scope that a symbol may be: more than one is an ambiguity. */
export function lookupSymbol(scope: Scope, key: SymbolKey): Found[] {
  return spellings(key).flatMap((name) => {
    const meaning = scope.lookup(name);
    return meaning ? [{ name, meaning }] : [];
  });
}

/** The stem of a letter or word; undefined for what is no name. */
export function stemOf(atom: Atom): string | undefined {
  if (atom.kind === 'letter') return atom.text;
  if (atom.kind === 'word' || atom.kind === 'text') {
    const text = atom.text.trim();
    return /^[\p{L}_][\p{L}\p{N}\p{M}_]*$/u.test(text) ? text : undefined;
  }
  return undefined;
}

/** The letter of a bound index or variable, as a name: a letter with primes and accent alone. */
export function letterName(atom: Atom): string | undefined {
  const stem = stemOf(atom);
  const label = labelOf(atom.sub);
  if (stem === undefined || label === undefined || atom.sup) return undefined;
  return spellings({ stem, accent: atom.accent, label, primes: atom.primes })[0];
}
