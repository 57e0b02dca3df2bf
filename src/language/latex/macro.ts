/**
 * Macros, `\newcommand{\R}{\mathbb{R}}` and `\newcommand{\norm}[1]{\lVert #1 \rVert}`, put in the
 * place of their names.
 */
import { BOUNDS, boundMet } from '../bounds.js';
import { LanguageError, type Place } from '../language-error.js';
import type { Block } from '../markdown.js';
import { isCommandName } from './command.js';
import { type LatexToken, latexTokens } from './token.js';

export interface Macro {
  /** How many arguments follow its name. */
  readonly count: number;
  readonly body: readonly LatexToken[];
  /** The body as it is written. */
  readonly latex: string;
}

export type Macros = ReadonlyMap<string, Macro>;

const DEFINITION =
  /\\(?:(?:re)?newcommand|(provide)command|def|DeclareMathOperator)\*?\s*(?:\{\s*\\([A-Za-z]+)\s*\}|\\([A-Za-z]+))\s*(?:\[(\d)\](\s*\[)?|((?:#\d)+))?/g;

/**
 * The macros that a text defines, what is wrong with those that cannot be used, and the text with
 * the definitions blanked.
 */
export function macrosOf(
  text: string,
  blocks: readonly Block[],
): {
  macros: Macros;
  errors: readonly LanguageError[];
  text: string;
} {
  const kept: string[] = [];
  let position = 0;
  const placeOf = placesIn(text);
  const macros = new Map<string, Macro>();
  const errors: LanguageError[] = [];
  for (const match of text.matchAll(DEFINITION)) {
    const name = match[2] ?? match[3] ?? '';
    // With an argument that may be absent: its uses are refused, by name, where they stand.
    if (match[5]) continue;
    const count = match[4] ? Number(match[4]) : (match[6]?.length ?? 0) / 2;
    if (macros.size >= BOUNDS.names) {
      errors.push(boundMet('names', 'the text defines too many macros', placeOf(match.index)));
      break;
    }
    const start = match.index + match[0].length;
    const body = bracedAt(text, start);
    if (!body || !takesEffect(text, match.index, blocks)) continue;
    const isKnown = isCommandName(name);
    // LaTeX keeps what there is.
    if (match[1] && (isKnown || macros.has(name))) continue;
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
      const latex = text.slice(body.start, body.end);
      const macro = {
        count,
        body: tokens.slice(0, -1),
        latex: isOperator ? `\\operatorname{${latex}}` : latex,
      };
      const before = macros.get(name);
      const isUsed =
        isKnown && new RegExp(`\\\\${name}(?![A-Za-z])`).test(text.slice(0, match.index));
      if ((before && !isSame(before, macro)) || isUsed)
        errors.push(
          new LanguageError(`\\${name} has two meanings in this text`, placeOf(match.index), {
            hint: 'define it once, before it is used',
          }),
        );
      macros.set(name, macro);
    } catch (error) {
      if (!(error instanceof LanguageError)) throw error;
      errors.push(error);
    }
  }
  kept.push(text.slice(position));
  return { macros, errors, text: kept.join('') };
}

const isSame = (a: Macro, b: Macro): boolean =>
  a.count === b.count &&
  a.body.length === b.body.length &&
  a.body.every(({ kind, text }, k) => kind === b.body[k]?.kind && text === b.body[k]?.text);

/** What LaTeX skips, from its beginning to its end. */
const SKIPPED: readonly (readonly [string, string])[] = [
  ['\\iffalse', '\\fi'],
  ...['comment', 'verbatim', 'lstlisting'].map(
    (name) => [`\\begin{${name}}`, `\\end{${name}}`] as const,
  ),
];

/** False in code, in a comment of HTML or TeX, and in the statements of Gradus. */
function takesEffect(text: string, offset: number, blocks: readonly Block[]): boolean {
  const block = blocks.find(({ start, end }) => start <= offset && offset < end);
  const line = text.slice(text.lastIndexOf('\n', offset) + 1, offset);
  const isCode = (line.match(/`+/g)?.length ?? 0) % 2 === 1;
  const isSkipped = SKIPPED.some(
    ([from, to]) => text.lastIndexOf(from, offset) > text.lastIndexOf(to, offset),
  );
  return block?.kind === 'prose' && !isCode && !isSkipped && !/(?<!\\)%/.test(line);
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
 * The tokens with every macro written out, at the place where it is used; arguments keep their
 * own places. Throws LanguageError for a macro that leads back to itself.
 */
export const expandMacros = (tokens: readonly LatexToken[], macros: Macros): LatexToken[] =>
  new Expansion(macros).expand(tokens, undefined, []);

class Expansion {
  readonly #macros: Macros;
  /** Tokens that were written out so far. */
  #work = 0;

  constructor(macros: Macros) {
    this.#macros = macros;
  }

  /** `at` is the use of the macro that the tokens are the body of, `open` all that lead there. */
  expand(
    tokens: readonly LatexToken[],
    at: LatexToken | undefined,
    open: readonly string[],
  ): LatexToken[] {
    const output: LatexToken[] = [];
    for (let k = 0; k < tokens.length; k++) {
      const token = tokens[k] as LatexToken;
      const macro = token.kind === 'command' ? this.#macros.get(token.text) : undefined;
      if (!macro) {
        output.push(token);
        continue;
      }
      const place = at ?? token;
      if (open.includes(token.text))
        throw new LanguageError(`the macro \\${token.text} leads back to itself`, place);
      const args: LatexToken[][] = [];
      while (args.length < macro.count) {
        const { content, next } = argumentAt(tokens, k + 1, token, place);
        args.push(this.expand(content, at, open));
        k = next - 1;
      }
      const body = macro.body.flatMap((part) => {
        const number = part.kind === 'sign' ? /^#(\d)$/.exec(part.text)?.[1] : undefined;
        if (number === undefined) return [{ ...part, ...placeIn(place) }];
        const arg = args[Number(number) - 1];
        if (arg) return arg;
        throw new LanguageError(`the macro \\${token.text} has no argument ${part.text}`, place);
      });
      this.#work += body.length + 1;
      if (this.#work > BOUNDS.tokens)
        throw boundMet('tokens', 'the macros expand to too much', place);
      for (const each of this.expand(body, place, [...open, token.text])) output.push(each);
    }
    return output;
  }
}

/** The braces that begin at a token, without them, or the one token that stands there. */
function argumentAt(
  tokens: readonly LatexToken[],
  from: number,
  macro: LatexToken,
  place: LatexToken,
): { content: readonly LatexToken[]; next: number } {
  const first = tokens[from];
  const isSign = (token: LatexToken | undefined, text: string): boolean =>
    token?.kind === 'sign' && token.text === text;
  if (!first || first.kind === 'end' || isSign(first, '}'))
    throw new LanguageError(`\\${macro.text} needs an argument`, place, { expected: '{…}' });
  if (!isSign(first, '{')) return { content: [first], next: from + 1 };
  let depth = 0;
  for (let k = from; k < tokens.length; k++) {
    if (isSign(tokens[k], '{')) depth++;
    else if (isSign(tokens[k], '}') && --depth === 0)
      return { content: tokens.slice(from + 1, k), next: k + 1 };
  }
  throw new LanguageError('this brace is not closed', first, { expected: '}' });
}

const placeIn = ({ line, column, offset, end }: LatexToken) => ({ line, column, offset, end });
