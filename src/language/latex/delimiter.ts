/** Brackets of all kinds, and the tokens that separate cells and rows. */
import { LanguageError } from '../language-error.js';
import type { LatexToken } from './token.js';

/** True of the token that a list stops at. */
export type Stop = (token: LatexToken) => boolean;

export const OPENING: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  lbrace: '}',
  lbrack: ']',
  langle: 'rangle',
  lvert: 'rvert',
  lVert: 'rVert',
  lfloor: 'rfloor',
  lceil: 'rceil',
};
const CLOSING = new Set([')', ']', '}', 'rbrace', 'rbrack', 'rangle', 'rvert', 'rVert']);
for (const name of ['rfloor', 'rceil']) CLOSING.add(name);

export const isWideSpace = ({ kind, text }: LatexToken): boolean =>
  kind === 'command' && /^q?quad$/.test(text);

export const isCell = (token: LatexToken): boolean => token.kind === 'sign' && token.text === '&';

export const isRow = (token: LatexToken): boolean =>
  token.kind === 'command' && token.text === '\\';

export const isClosing = (token: LatexToken): boolean =>
  CLOSING.has(token.text) &&
  (token.kind === 'command' || (token.kind === 'sign' && token.text !== '}'));

/** A half-open interval closes with the other bracket. */
export const fits = (close: string, text: string): boolean =>
  close === text ||
  (close === ')' && text === ']') ||
  (close === ']' && text === ')') ||
  (close === '}' && text === 'rbrace') ||
  (close === ']' && text === 'rbrack');

export const isClosingBrace =
  (open: LatexToken): Stop =>
  (token) => {
    if (token.kind === 'end')
      throw new LanguageError('this brace is not closed', open, { expected: '}' });
    return token.kind === 'sign' && token.text === '}';
  };

export const delimiter = (text: string): string =>
  ({
    mid: '|',
    lvert: '|',
    rvert: '|',
    Vert: '||',
    lVert: '||',
    rVert: '||',
    lbrace: '{',
    rbrace: '}',
    lbrack: '[',
    rbrack: ']',
  })[text] ?? text;

export function bracketText(text: string): string {
  if (text === '(' || text === ')') return `parenthesis ${text}`;
  return /^[a-z{}]/i.test(text) ? `bracket \\${text}` : `bracket ${text}`;
}
