/** Macros without arguments, `\newcommand{\R}{\mathbb{R}}`, put in the place of their names. */
import { BOUNDS, boundMet } from '../bounds.js';
import { LanguageError, type Place } from '../language-error.js';
import { type LatexToken, latexTokens } from './token.js';

export type Macros = ReadonlyMap<string, readonly LatexToken[]>;

const DEFINITION =
  /\\(?:(re)?newcommand|providecommand|def|DeclareMathOperator)\*?\s*(?:\{\s*\\([A-Za-z]+)\s*\}|\\([A-Za-z]+))\s*(\[\d\])?/g;

/**
 * The macros that a text defines, what is wrong with those that cannot be used, and the text with
 * the definitions blanked.
 */
export function macrosOf(text: string): {
  macros: Macros;
  errors: readonly LanguageError[];
  text: string;
} {
  const kept: string[] = [];
  let position = 0;
  const placeOf = placesIn(text);
  const macros = new Map<string, readonly LatexToken[]>();
  const errors: LanguageError[] = [];
  for (const match of text.matchAll(DEFINITION)) {
    const name = match[2] ?? match[3] ?? '';
    if (match[4]) {
      // Its uses are refused, by name, where they stand.
      continue;
    }
    if (macros.size >= BOUNDS.names) {
      errors.push(boundMet('names', 'the text defines too many macros', placeOf(match.index)));
      break;
    }
    const start = match.index + match[0].length;
    const body = bracedAt(text, start);
    if (!body) continue;
    kept.push(text.slice(position, match.index), blank(text.slice(match.index, body.end + 1)));
    position = body.end + 1;
    const isOperator = match[0].includes('DeclareMathOperator');
    try {
      const extent = { start: body.start, end: body.end, ...placeOf(body.start) };
      const { tokens } = isOperator
        ? latexTokens(`\\operatorname{${text.slice(body.start, body.end)}}`, {
            start: 0,
            end: body.end - body.start + 15,
            ...placeOf(match.index),
          })
        : latexTokens(text, extent);
      macros.set(name, tokens.slice(0, -1));
    } catch (error) {
      if (!(error instanceof LanguageError)) throw error;
      errors.push(error);
    }
  }
  kept.push(text.slice(position));
  return { macros, errors, text: kept.join('') };
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

function bracedAt(text: string, from: number): { start: number; end: number } | undefined {
  let start = from;
  while (/\s/.test(text[start] ?? '')) start++;
  if (text[start] !== '{') return undefined;
  let depth = 0;
  for (let k = start; k < text.length; k++) {
    if (text[k] === '\\') k++;
    else if (text[k] === '{') depth++;
    else if (text[k] === '}' && --depth === 0) return { start: start + 1, end: k };
  }
  return undefined;
}

/** Places in a text, asked for in the order of the text. */
function placesIn(text: string): (offset: number) => Place {
  let line = 1;
  let lineStart = 0;
  let position = 0;
  return (offset) => {
    for (; position < offset; position++) {
      if (text[position] !== '\n') continue;
      line++;
      lineStart = position + 1;
    }
    return { line, column: offset - lineStart + 1 };
  };
}

/**
 * The tokens with every macro written out, at the place where it is used. Throws LanguageError
 * for a macro that leads back to itself.
 */
export function expandMacros(tokens: readonly LatexToken[], macros: Macros): LatexToken[] {
  const output: LatexToken[] = [];
  let uses = 0;
  const expand = (
    list: readonly LatexToken[],
    at: LatexToken | undefined,
    open: string[],
  ): void => {
    for (const token of list) {
      const placed = at ? { ...token, ...placeIn(at) } : token;
      const body = token.kind === 'command' ? macros.get(token.text) : undefined;
      if (!body) {
        output.push(placed);
        continue;
      }
      if (++uses + output.length > BOUNDS.tokens)
        throw boundMet('tokens', 'the macros expand to too much', at ?? token);
      if (open.includes(token.text))
        throw new LanguageError(`the macro \\${token.text} leads back to itself`, at ?? token);
      expand(body, at ?? token, [...open, token.text]);
    }
  };
  expand(tokens, undefined, []);
  return output;
}

const placeIn = ({ line, column, offset, end }: LatexToken) => ({ line, column, offset, end });
