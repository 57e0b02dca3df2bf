/** Tokens to atoms: braces, brackets and environments are matched, scripts put on their bases. */
import { BOUNDS, boundMet } from '../bounds.js';
import { LanguageError } from '../language-error.js';
import { isAlignment } from './alignment.js';
import { type Atom, isCommand } from './atom.js';
import {
  ACCENTS,
  ARGUMENTS,
  DROPPED,
  FONTS,
  type Font,
  nearestCommand,
  SIGNS,
  WRAPPERS,
} from './command.js';
import type { LatexToken } from './token.js';

export interface Parsed {
  /** The rows of the whole formula, each with its cells. */
  readonly rows: readonly (readonly (readonly Atom[])[])[];
  readonly label: string | undefined;
}

const OPENING: Readonly<Record<string, string>> = {
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

/** Nesting that is read; every level costs a few calls of the reader. */
const NESTING = Math.floor(BOUNDS.nesting / 2);

/** Reads the tokens of a formula, the last of kind `end`. Throws LanguageError. */
export function parseAtoms(tokens: readonly LatexToken[]): Parsed {
  const parser = new AtomParser(tokens);
  const rows = parser.rows((token) => token.kind === 'end');
  return { rows, label: parser.label };
}

type Stop = (token: LatexToken) => boolean;

class AtomParser {
  label: string | undefined;
  readonly #tokens: readonly LatexToken[];
  #position = 0;
  #depth = 0;
  /** True where a wide space may stand between two statements. */
  #keepsSpace = true;

  constructor(tokens: readonly LatexToken[]) {
    this.#tokens = tokens;
  }

  get #token(): LatexToken {
    return this.#tokens[Math.min(this.#position, this.#tokens.length - 1)] as LatexToken;
  }

  #next(): LatexToken {
    const token = this.#token;
    this.#position++;
    return token;
  }

  /** Rows and cells up to a token that stops them, which is not stepped over. */
  rows(stop: Stop): Atom[][][] {
    const rows: Atom[][][] = [];
    let row: Atom[][] = [];
    for (;;) {
      row.push(this.#list((token) => stop(token) || isCell(token) || isRow(token)));
      if (isCell(this.#token)) this.#next();
      else {
        rows.push(row);
        if (!isRow(this.#token)) return rows;
        row = [];
        this.#rowBreak();
      }
    }
  }

  /** `\\`, `\\*`, `\\[2pt]`. */
  #rowBreak(): void {
    const { end } = this.#next();
    if (this.#token.text === '*' && this.#token.offset === end) this.#next();
    const space = this.#tokens
      .slice(this.#position, this.#position + 6)
      .map(({ text }) => text)
      .join('');
    const length = /^\[-?\d+(\.\d+)?(pt|em|ex|mm|cm)\]/.exec(space);
    if (length) while (this.#next().text !== ']') if (this.#token.kind === 'end') return;
  }

  #list(stop: Stop): Atom[] {
    const atoms: Atom[] = [];
    while (!stop(this.#token)) {
      this.#unexpected(this.#token);
      if (this.#keepsSpace && isWideSpace(this.#token)) {
        atoms.push(atomOf('sign', { ...this.#next(), text: 'quad' }));
        continue;
      }
      const atom = this.#scripted(this.#base());
      if (atom) atoms.push(atom);
    }
    return atoms;
  }

  /** What closes a thing that was not opened, or the end. */
  #unexpected(token: LatexToken): void {
    if (token.kind === 'end') throw new LanguageError('the formula ends too early', token);
    if (token.kind === 'sign' && token.text === '}')
      throw new LanguageError('this brace was not opened', token);
    if (isClosing(token))
      throw new LanguageError(`this ${bracketText(token.text)} was not opened`, token);
    if (token.kind === 'command' && token.text === 'right')
      throw new LanguageError('\\right without \\left', token);
    if (token.kind === 'command' && token.text === 'end')
      throw new LanguageError('\\end without \\begin', token);
  }

  /** A base without its scripts; undefined for what has no meaning. */
  #base(): Atom | undefined {
    if (++this.#depth > NESTING)
      throw boundMet('nesting', 'the formula is nested too deeply', this.#token);
    const keeps = this.#keepsSpace;
    this.#keepsSpace = false;
    try {
      return this.#anyBase();
    } finally {
      this.#depth--;
      this.#keepsSpace = keeps;
    }
  }

  #anyBase(): Atom | undefined {
    const token = this.#next();
    switch (token.kind) {
      case 'command':
        return this.#command(token);
      case 'sign':
        return this.#sign(token);
      case 'name':
        return undefined;
      default:
        return atomOf(token.kind, token);
    }
  }

  #sign(token: LatexToken): Atom {
    if (token.text === '{') {
      const content = this.#list(isClosingBrace(token));
      return { ...atomOf('group', token), args: [content], end: this.#next().end };
    }
    if (token.text === '^' || token.text === '_' || token.text === "'") {
      // A script of nothing: it belongs to what stands before, or to an empty base.
      this.#position--;
      return atomOf('group', token, { args: [[]] });
    }
    return OPENING[token.text] ? this.#fence(token, token.text) : atomOf('sign', token);
  }

  #fence(token: LatexToken, open: string): Atom {
    const close = OPENING[open] as string;
    const content = this.#list((next) => {
      if (next.kind === 'end' || isRow(next))
        throw new LanguageError(`this ${bracketText(open)} is not closed`, token, {
          expected: bracketText(close).replace(/^\w+ /, ''),
        });
      return isClosing(next) && fits(close, next.text);
    });
    const last = this.#next();
    return atomOf('fenced', token, {
      text: open === 'lbrace' ? '{' : open === 'lbrack' ? '[' : open,
      close: last.text === 'rbrace' ? '}' : last.text === 'rbrack' ? ']' : last.text,
      args: [content],
      end: last.end,
    });
  }

  /** `\left( … \right)`, with any delimiters. */
  #leftRight(token: LatexToken): Atom {
    const open = this.#next();
    const content = this.#list((next) => {
      if (next.kind === 'end')
        throw new LanguageError('\\left without \\right', token, { expected: '\\right' });
      return next.kind === 'command' && next.text === 'right';
    });
    this.#next();
    const close = this.#next();
    return atomOf('fenced', token, {
      text: delimiter(open.text),
      close: delimiter(close.text),
      args: [content],
      end: close.end,
    });
  }

  #command(token: LatexToken): Atom | undefined {
    const { text } = token;
    const dropped = DROPPED.get(text);
    if (dropped !== undefined) {
      for (let k = 0; k < dropped; k++) this.#argument(token);
      return undefined;
    }
    if (text === 'label') {
      this.label = this.#next().text.trim();
      return undefined;
    }
    if (text === 'left') return this.#leftRight(token);
    if (text === 'begin') return this.#environment(token);
    if (text === 'substack') return this.#substack(token);
    if (OPENING[text]) return this.#fence(token, text);
    const font = FONTS.get(text);
    if (font !== undefined) {
      const atom = styled(this.#argument(token), font);
      return atom && this.#spanning(token, atom);
    }
    const accent = ACCENTS.get(text);
    if (accent !== undefined) return this.#accented(token, accent);
    const wrapper = WRAPPERS.get(text);
    if (wrapper) return this.#wrapper(token, ...wrapper);
    const count = ARGUMENTS.get(text);
    if (count !== undefined) return this.#withArguments(token, count);
    if (isWideSpace(token)) return undefined;
    if (text === 'mid') return atomOf('sign', token, { text: '|' });
    if (SIGNS.has(text)) return atomOf('command', token);
    if (text === '\\') throw new LanguageError('a line break does not belong here', token);
    const nearest = nearestCommand(text);
    throw new LanguageError(
      `the command \\${text} is not known`,
      token,
      nearest === undefined ? {} : { hint: `did you mean \\${nearest}?` },
    );
  }

  /** The argument of a command: a group's content, or one atom; of a number its first digit. */
  #argument(token: LatexToken): Atom[] {
    while (DROPPED.get(this.#token.text) === 0 && this.#token.kind === 'command') this.#next();
    if (
      this.#token.kind === 'end' ||
      (this.#token.kind === 'sign' && /[}^_&]/.test(this.#token.text))
    )
      throw new LanguageError(`\\${token.text} needs an argument`, token, { expected: '{…}' });
    if (this.#token.kind === 'number' && this.#token.text.length > 1) return [this.#digit()];
    const base = this.#base();
    if (!base) return [];
    return base.kind === 'group' ? [...(base.args[0] ?? [])] : [base];
  }

  /** The first digit of a number, the rest being left. */
  #digit(): Atom {
    const token = this.#token;
    const rest = {
      ...token,
      text: token.text.slice(1),
      column: token.column + 1,
      offset: token.offset + 1,
    };
    (this.#tokens as LatexToken[])[this.#position] = rest;
    return atomOf('number', { ...token, text: token.text.slice(0, 1), end: token.offset + 1 });
  }

  #accented(token: LatexToken, accent: string): Atom {
    const content = this.#argument(token);
    const [only] = content;
    if (content.length === 1 && only && only.accent === '' && isName(only))
      return this.#spanning(token, { ...only, accent });
    return atomOf('group', token, {
      args: [content],
      accent,
      end: this.#tokens[this.#position - 1]?.end ?? token.end,
    });
  }

  /** The atom as reaching from the command to what was read last. */
  #spanning({ line, column, offset }: LatexToken, atom: Atom): Atom {
    const end = this.#tokens[this.#position - 1]?.end ?? offset;
    return { ...atom, line, column, offset, end };
  }

  #wrapper(token: LatexToken, count: number, shown: number): Atom {
    const args = Array.from({ length: count }, () => this.#argument(token));
    const atom = atomOf('group', token, { args: [args[shown] ?? []] });
    // What stands below or above a brace is a comment on it.
    if (!/brace$/.test(token.text)) return atom;
    while (this.#token.text === '_' || this.#token.text === '^') {
      this.#next();
      this.#argument(token);
    }
    return atom;
  }

  #withArguments(token: LatexToken, count: number): Atom {
    const optional = token.text === 'sqrt' && this.#token.text === '[';
    const root = optional ? this.#base() : undefined;
    const args = Array.from({ length: count }, () => this.#argument(token));
    const end = this.#tokens[this.#position - 1]?.end ?? token.end;
    if (root) return atomOf('command', token, { args: [...args, root.args[0] ?? []], end });
    const [first = [], second = []] = args;
    const [only] = second;
    if (token.text === 'underset' && only && second.length === 1) return { ...only, sub: first };
    if (token.text === 'underset') return atomOf('group', token, { args: [second], sub: first });
    if (token.text === 'overset' || token.text === 'stackrel')
      return only && second.length === 1
        ? { ...only, args: [first] }
        : atomOf('group', token, { args: [second] });
    return atomOf('command', token, { args, end });
  }

  #substack(token: LatexToken): Atom {
    const open = this.#next();
    const rows = this.rows((next) => isClosingBrace(open)(next));
    return atomOf('rows', token, { text: 'substack', rows, end: this.#next().end });
  }

  #environment(token: LatexToken): Atom {
    const name = this.#next();
    if (++this.#depth > NESTING)
      throw boundMet('nesting', 'the formula is nested too deeply', token);
    if (/^(array|alignat|alignedat)\*?$/.test(name.text)) this.#argument(token);
    if (this.#token.text === '[' && /^(aligned|gathered|split)$/.test(name.text)) this.#base();
    this.#keepsSpace = isAlignment(name.text);
    const rows = this.rows((next) => {
      if (next.kind === 'end')
        throw new LanguageError(`\\begin{${name.text}} is not closed`, token, {
          expected: `\\end{${name.text}}`,
        });
      return next.kind === 'command' && next.text === 'end';
    });
    const end = this.#next();
    const last = this.#next();
    if (last.text !== name.text)
      throw new LanguageError(`\\begin{${name.text}} is closed by \\end{${last.text}}`, end);
    this.#depth--;
    return atomOf('rows', token, { text: name.text.replace('*', ''), rows, end: last.end });
  }

  /** The base with the scripts and primes that follow. */
  #scripted(base: Atom | undefined): Atom | undefined {
    if (!base) return undefined;
    let atom = base;
    for (;;) {
      const token = this.#token;
      if (DROPPED.get(token.text) === 0 && token.kind === 'command') {
        if (!this.#scriptAhead()) return atom;
        this.#next();
      } else if (token.kind !== 'sign') return atom;
      else if (token.text === "'") {
        this.#next();
        atom = { ...atom, primes: atom.primes + 1, end: token.end };
      } else if (token.text === '_' || token.text === '^') atom = this.#withScript(atom);
      else return atom;
    }
  }

  /** `\sum\limits_k`: commands without meaning before a script. */
  #scriptAhead(): boolean {
    for (let k = this.#position; ; k++) {
      const token = this.#tokens[k];
      if (!token || token.kind === 'end') return false;
      if (token.kind === 'sign') return token.text === '_' || token.text === '^';
      if (token.kind !== 'command' || !/^(no)?limits$/.test(token.text)) return false;
    }
  }

  #withScript(atom: Atom): Atom {
    const sign = this.#next();
    const content = this.#argument({ ...sign, text: sign.text });
    const { end } = this.#tokens[this.#position - 1] ?? sign;
    const [only] = content;
    if (
      sign.text === '^' &&
      content.length > 0 &&
      content.every((each) => isCommand(each, 'prime'))
    )
      return { ...atom, primes: atom.primes + content.length, end };
    const key = sign.text === '_' ? 'sub' : 'sup';
    if (atom[key])
      throw new LanguageError(`a second ${sign.text === '_' ? 'subscript' : 'superscript'}`, sign);
    if (!only) return atom;
    return { ...atom, [key]: content, end };
  }
}

const isWideSpace = ({ kind, text }: LatexToken): boolean =>
  kind === 'command' && /^q?quad$/.test(text);

const isCell = (token: LatexToken): boolean => token.kind === 'sign' && token.text === '&';
const isRow = (token: LatexToken): boolean => token.kind === 'command' && token.text === '\\';

const isClosing = (token: LatexToken): boolean =>
  CLOSING.has(token.text) &&
  (token.kind === 'command' || (token.kind === 'sign' && token.text !== '}'));

/** A half-open interval closes with the other bracket. */
const fits = (close: string, text: string): boolean =>
  close === text ||
  (close === ')' && text === ']') ||
  (close === ']' && text === ')') ||
  (close === '}' && text === 'rbrace') ||
  (close === ']' && text === 'rbrack');

const isClosingBrace =
  (open: LatexToken): Stop =>
  (token) => {
    if (token.kind === 'end')
      throw new LanguageError('this brace is not closed', open, { expected: '}' });
    return token.kind === 'sign' && token.text === '}';
  };

const isName = (atom: Atom): boolean => atom.kind === 'letter' || atom.kind === 'word';

const delimiter = (text: string): string =>
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

function bracketText(text: string): string {
  if (text === '(' || text === ')') return `parenthesis ${text}`;
  return /^[a-z{}]/i.test(text) ? `bracket \\${text}` : `bracket ${text}`;
}

/** A letter in another font; of several letters a word. */
function styled(content: readonly Atom[], font: Font): Atom | undefined {
  const [first] = content;
  if (!first) return undefined;
  if (content.length === 1) return { ...first, font: first.font === '' ? font : first.font };
  const last = content.at(-1) as Atom;
  const isWord = content.every((atom) => atom.kind === 'letter' && atom.text.length === 1);
  if (!isWord) return { ...atomOf('group', first, { args: [content] }), end: last.end };
  return {
    ...first,
    kind: 'word',
    font,
    text: content.map(({ text }) => text).join(''),
    end: last.end,
  };
}

function atomOf(
  kind: Atom['kind'],
  { text, line, column, offset, end }: Pick<Atom, 'text' | 'line' | 'column' | 'offset' | 'end'>,
  parts: Partial<Atom> = {},
): Atom {
  return {
    kind,
    text,
    font: '',
    accent: '',
    close: '',
    args: [],
    rows: [],
    primes: 0,
    line,
    column,
    offset,
    end,
    ...parts,
  };
}

/** The place after the last atom, to report what is missing there. */
export const endAtom = (place: Pick<Atom, 'line' | 'column' | 'offset' | 'end'>): Atom =>
  atomOf('end', { ...place, text: '' });
