/** The text of a formula in tokens: letters, numbers, signs, commands, and the words in braces. */
import { BOUNDS, boundMet } from '../bounds.js';
import { GREEK } from '../greek.js';
import { LanguageError, type Place } from '../language-error.js';
import { canonicalCommand, DROPPED_TEXT, WORDS } from './command.js';

export interface LatexToken extends Place {
  /**
   * `letter`: a letter, Greek ones by their names. `text`, `word`: the content of `\text{…}` and
   * `\mathrm{…}`. `name`: the content of the braces of `\begin`, `\end` and `\label`.
   */
  readonly kind: 'letter' | 'number' | 'sign' | 'command' | 'text' | 'word' | 'name' | 'end';
  readonly text: string;
  readonly offset: number;
  readonly end: number;
}

/** A comment of TeX, which may hold a reason: `% by log-prod`. */
export interface Remark {
  readonly text: string;
  readonly line: number;
}

export interface LatexText {
  readonly tokens: readonly LatexToken[];
  readonly remarks: readonly Remark[];
}

export interface LatexExtent {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

const GREEK_NAMES: ReadonlyMap<string, string> = new Map([
  ...[...GREEK.keys()].map((name): [string, string] => [name, name]),
  ...[...GREEK].map(([name, letter]): [string, string] => [letter, name]),
  ...['epsilon', 'phi', 'theta', 'rho', 'sigma', 'kappa', 'pi'].map((name): [string, string] => [
    `var${name}`,
    name,
  ]),
  ['ell', 'ell'],
  ['ℓ', 'ell'],
  ['imath', 'i'],
  ['jmath', 'j'],
]);

/** Signs of Unicode that have a command. */
const UNICODE: ReadonlyMap<string, string> = new Map([
  ['≤', 'le'],
  ['≥', 'ge'],
  ['≠', 'ne'],
  ['·', 'cdot'],
  ['⋅', 'cdot'],
  ['×', 'times'],
  ['∞', 'infty'],
  ['∂', 'partial'],
  ['∇', 'nabla'],
  ['∑', 'sum'],
  ['∏', 'prod'],
  ['∫', 'int'],
  ['∈', 'in'],
  ['∼', 'sim'],
  ['≈', 'approx'],
  ['→', 'to'],
  ['⇒', 'implies'],
  ['…', 'dots'],
  ['⊤', 'top'],
  ['⊙', 'odot'],
]);

const SPACE = /[\s\u00a0\u2009\u200a\u202f~]+/y;
const COMMAND = /\\(?:[A-Za-z]+\*?|[^A-Za-z])/uy;
const NUMBER = /\d+(?:\.\d+)?|\.\d+/y;
const SIGN = /==|:=|\|\||#[1-9]|[-+*/=<>()[\]{}|,;:.!?'’′^_&"`]/y;
const LETTER = /\p{L}\p{M}*/uy;
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const STARRED = new Set(['operatorname*', 'tag*', 'hspace*']);

/** Reads the tokens of a stretch of text. Throws LanguageError. */
export const latexTokens = (text: string, extent: LatexExtent): LatexText =>
  new Tokenizer(text, extent).run();

class Tokenizer {
  readonly #text: string;
  readonly #end: number;
  #offset: number;
  #line: number;
  #lineStart: number;
  readonly #tokens: LatexToken[] = [];
  readonly #remarks: Remark[] = [];

  constructor(text: string, { start, end, line, column }: LatexExtent) {
    this.#text = text;
    this.#offset = start;
    this.#end = end;
    this.#line = line;
    this.#lineStart = start - column + 1;
  }

  run(): LatexText {
    while (this.#offset < this.#end) {
      if (this.#tokens.length > BOUNDS.tokens)
        throw boundMet('tokens', 'the formula has too many parts', this.#place());
      this.#step();
    }
    this.#push('end', '', this.#offset);
    return { tokens: this.#tokens, remarks: this.#remarks };
  }

  #step(): void {
    const space = this.#match(SPACE);
    if (space !== undefined) return this.#skip(space.length);
    if (this.#text[this.#offset] === '%') return this.#comment();
    const command = this.#match(COMMAND);
    if (command !== undefined) return this.#command(command);
    const number = this.#match(NUMBER);
    if (number !== undefined) {
      if (number.length > BOUNDS.digits)
        throw boundMet('digits', 'the number is too long', this.#place());
      return this.#push('number', number, this.#offset + number.length);
    }
    const letter = this.#match(LETTER);
    if (letter !== undefined) {
      const plain = letter.normalize('NFC');
      return this.#push('letter', GREEK_NAMES.get(plain) ?? plain, this.#offset + letter.length);
    }
    const sign = this.#match(SIGN);
    if (sign === '||') return this.#doubleBar();
    if (sign !== undefined)
      return this.#push('sign', /[’′]/.test(sign) ? "'" : sign, this.#offset + sign.length);
    this.#character();
  }

  /** `||` is a double bar, but for `|x||y|`, where one bar closes and the next one opens. */
  #doubleBar(): void {
    const from = this.#tokens.findLastIndex(({ text }) =>
      /^([=<>([{)\]}]|le|ge|left|right)$/.test(text),
    );
    const open = this.#tokens.slice(from + 1).filter(({ text }) => text === '|').length % 2 === 1;
    if (!open) return this.#push('command', 'Vert', this.#offset + 2);
    this.#push('sign', '|', this.#offset + 1);
    this.#push('sign', '|', this.#offset + 1);
  }

  #character(): void {
    const character = String.fromCodePoint(this.#text.codePointAt(this.#offset) ?? 0);
    const command = UNICODE.get(character);
    if (command !== undefined)
      return this.#push('command', command, this.#offset + character.length);
    if (character === '−') return this.#push('sign', '-', this.#offset + 1);
    const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    const what = INVISIBLE.test(character)
      ? `the invisible character U+${code}`
      : `the character ${JSON.stringify(character)}`;
    throw new LanguageError(`${what} has no meaning in a formula`, this.#place());
  }

  /** Up to the end of the line. */
  #comment(): void {
    const found = this.#text.indexOf('\n', this.#offset);
    const end = found < 0 || found > this.#end ? this.#end : found;
    this.#remarks.push({ text: this.#text.slice(this.#offset + 1, end), line: this.#line });
    this.#skip(end - this.#offset);
  }

  #command(written: string): void {
    const name = written.slice(1);
    const isStarred = name.endsWith('*') && name.length > 1;
    const plain = isStarred && !STARRED.has(name) ? name.slice(0, -1) : name;
    const end = this.#offset + plain.length + 1;
    const kind = WORDS.get(plain);
    if (kind) return this.#words(kind, end);
    if (DROPPED_TEXT.has(plain)) {
      const braced = this.#braced(end);
      if (braced && isWideLength(plain, braced.content)) this.#push('command', 'quad', braced.end);
      else if (braced) this.#skip(braced.end - this.#offset);
      else this.#skip(end - this.#offset);
      return;
    }
    if (plain === 'begin' || plain === 'end' || plain === 'label') {
      const braced = this.#braced(end);
      if (!braced)
        throw new LanguageError(`\\${plain} needs a name in braces`, this.#place(), {
          expected: `\\${plain}{…}`,
        });
      this.#push('command', plain, end);
      this.#push('name', braced.content, braced.end);
      return;
    }
    const letter = GREEK_NAMES.get(plain);
    if (letter !== undefined) return this.#push('letter', letter, end);
    this.#push('command', canonicalCommand(plain), end);
  }

  /** The content of braces, in which `$…$` is mathematics again. */
  #words(kind: 'text' | 'word', from: number): void {
    const braced = this.#braced(from);
    if (!braced) {
      // `\mathrm d` is one letter in another font.
      this.#skip(from - this.#offset);
      return;
    }
    if (kind === 'word' && [...braced.content].length === 1) {
      const isBold = this.#text.startsWith('\\textbf', this.#offset);
      if (isBold) this.#push('command', 'mathbf', from);
      this.#push('letter', braced.content, braced.end);
      return;
    }
    const inner = /^([^$]*)\$([^$]*)\$([^$]*)$/.exec(braced.content);
    if (kind === 'word' || !inner) return this.#push(kind, plainWords(braced.content), braced.end);
    const [, before = '', formula = '', after = ''] = inner;
    const start = braced.start + before.length + 1;
    if (before.trim() === '') this.#skip(start - this.#offset);
    else this.#push('text', plainWords(before), start);
    while (this.#offset < start + formula.length) this.#step();
    this.#offset = start + formula.length;
    if (after.trim() === '') this.#skip(braced.end - this.#offset);
    else this.#push('text', plainWords(after), braced.end);
  }

  /** The braces that follow, with what they hold. */
  #braced(from: number): { start: number; content: string; end: number } | undefined {
    let start = from;
    while (start < this.#end && /\s/.test(this.#text[start] ?? '')) start++;
    if (this.#text[start] !== '{') return undefined;
    let depth = 0;
    for (let k = start; k < this.#end; k++) {
      const character = this.#text[k];
      if (character === '\\') k++;
      else if (character === '{') depth++;
      else if (character === '}' && --depth === 0)
        return { start: start + 1, content: this.#text.slice(start + 1, k), end: k + 1 };
    }
    this.#skip(start - this.#offset);
    throw new LanguageError('this brace is not closed', this.#place(), { expected: '}' });
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#offset;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined) return undefined;
    return found.slice(0, this.#end - this.#offset);
  }

  #place(): Place {
    return { line: this.#line, column: this.#offset - this.#lineStart + 1 };
  }

  #skip(length: number): void {
    const to = this.#offset + length;
    for (let k = this.#offset; k < to; k++) {
      if (this.#text[k] !== '\n') continue;
      this.#line++;
      this.#lineStart = k + 1;
    }
    this.#offset = to;
  }

  #push(kind: LatexToken['kind'], text: string, end: number): void {
    this.#tokens.push({ kind, text, offset: this.#offset, end, ...this.#place() });
    this.#skip(end - this.#offset);
  }
}

/** Words without the commands for spaces between them. */
const plainWords = (content: string): string =>
  content.replace(/\\[,;:! ]|~/g, content.includes('arg') ? '' : ' ').replace(/\\_/g, '_');

/** True of `\\hspace{1in}`: a space that separates, as a \\quad does. */
function isWideLength(command: string, length: string): boolean {
  const [, size = '0', unit = ''] = /^\s*(\d*\.?\d+)\s*([a-z]+)\s*$/.exec(length) ?? [];
  const inEm: Readonly<Record<string, number>> = {
    em: 1,
    ex: 0.4,
    pt: 0.1,
    mm: 0.28,
    cm: 2.8,
    in: 7,
    mu: 0.055,
  };
  return /^hspace/.test(command) && Number(size) * (inEm[unit] ?? 0) >= 1;
}
