/** Words and commands that are functions, and the built-in that each means. */
import { BUILTINS } from '../builtin.js';
import type { Atom } from './atom.js';

const WORDS: ReadonlyMap<string, string> = new Map([
  ['ReLU', 'relu'],
  ['tr', 'trace'],
  ['Tr', 'trace'],
  ['sgn', 'sign'],
  ['LSE', 'logsumexp'],
  ['lse', 'logsumexp'],
  ['ln', 'log'],
  ['Softmax', 'softmax'],
  ['SoftMax', 'softmax'],
  ['Sigmoid', 'sigmoid'],
  ['Softplus', 'softplus'],
  ['lnGamma', 'lgamma'],
  ['ln\\Gamma', 'lgamma'],
]);

/** The built-in function that a word means; undefined for none. */
export function functionOfWord(word: string): string | undefined {
  const name = WORDS.get(word) ?? word;
  return BUILTINS.has(name) ? name : undefined;
}

/** True of `\operatorname{softmax}` and the like. */
export const isFunctionWord = (atom: Atom): boolean =>
  (atom.kind === 'word' || atom.kind === 'text') && functionOfWord(atom.text.trim()) !== undefined;
