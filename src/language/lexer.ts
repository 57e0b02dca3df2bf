/**
 * Text to tokens. A name takes the primes that follow it; whether they belong to the name or mean
 * a transpose is decided by the parser, which knows what is declared.
 */
import { BOUNDS, boundMet } from './bounds.js';
import type { Place } from './language-error.js';

export interface Token extends Place {
  /** `bad` is a character without meaning, refused where it stands. */
  readonly kind: 'name' | 'word' | 'number' | 'symbol' | 'bad' | 'end';
  readonly text: string;
  /** Where the token starts and stops in the text. */
  readonly offset: number;
  readonly end: number;
  /** First token of its line. */
  readonly startsLine: boolean;
}

/** Words that are never names. */
const WORDS: ReadonlySet<string> = new Set(['in', 'where', 'and', 'or', 'not', 'forall']);

const SPACE = /(?:[^\S\n]|#[^\n]*)+/y;
const NUMBER = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const NAME = /∞|[\p{L}_][\p{L}\p{N}\p{M}_]*['′]*/uy;
const SYMBOL = /==|!=|<=|>=|=>|\.\.|[-+*/^()[\]{},:;<>=.'−·×≤≥≠⇒∈′]/y;

const SAME_AS: ReadonlyMap<string, string> = new Map([
  ['−', '-'],
  ['·', '*'],
  ['×', '*'],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
  ['⇒', '=>'],
  ['∈', 'in'],
  ['′', "'"],
]);

export interface Extent {
  readonly start: number;
  readonly end: number;
  /** Place of the first character; line 1, column 1 unless given. */
  readonly line?: number;
  readonly column?: number;
}

/** The tokens of a stretch of text, the last of kind `end`. Throws LanguageError. */
export function lex(text: string, extent: Extent = { start: 0, end: text.length }): Token[] {
  if (extent.end - extent.start > BOUNDS.source) throw boundMet('source', 'the text is too long');
  return new Lexer(text, extent).run();
}

class Lexer {
  readonly #text: string;
  readonly #end: number;
  #offset: number;
  #line: number;
  #lineStart: number;
  #startsLine = true;
  readonly #tokens: Token[] = [];

  constructor(text: string, extent: Extent) {
    this.#text = text;
    this.#offset = extent.start;
    this.#end = extent.end;
    this.#line = extent.line ?? 1;
    this.#lineStart = extent.start - (extent.column ?? 1) + 1;
  }

  run(): Token[] {
    while (this.#offset < this.#end) this.#step();
    this.#push('end', '', this.#offset);
    return this.#tokens;
  }

  #step(): void {
    if (this.#text[this.#offset] === '\n') {
      this.#offset++;
      this.#line++;
      this.#lineStart = this.#offset;
      this.#startsLine = true;
      return;
    }
    const space = this.#match(SPACE);
    if (space !== undefined) {
      this.#offset += space.length;
      return;
    }
    this.#token();
  }

  #token(): void {
    if (this.#tokens.length >= BOUNDS.tokens)
      throw boundMet('tokens', 'the text has too many parts', this.#place());
    const name = this.#match(NAME);
    if (name !== undefined) {
      if (name.length > BOUNDS.name) throw boundMet('name', 'the name is too long', this.#place());
      const plain = name === '∞' ? 'inf' : name.normalize('NFC').replaceAll('′', "'");
      this.#push(WORDS.has(plain) ? 'word' : 'name', plain, this.#offset + name.length);
      return;
    }
    const symbol = this.#match(SYMBOL);
    const number = symbol === '.' || symbol === undefined ? this.#match(NUMBER) : undefined;
    if (number !== undefined) {
      this.#number(number);
      return;
    }
    if (symbol === undefined) {
      this.#bad();
      return;
    }
    const plain = SAME_AS.get(symbol) ?? symbol;
    this.#push(plain === 'in' ? 'word' : 'symbol', plain, this.#offset + symbol.length);
  }

  #number(text: string): void {
    const exponent = /[eE]([+-]?\d+)/.exec(text);
    if (text.length > BOUNDS.digits || Math.abs(Number(exponent?.[1] ?? 0)) > BOUNDS.digits)
      throw boundMet('digits', 'the number is too long', this.#place());
    this.#push('number', text, this.#offset + text.length);
  }

  #bad(): void {
    const character = String.fromCodePoint(this.#text.codePointAt(this.#offset) ?? 0);
    this.#push('bad', character, this.#offset + character.length);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#offset;
    const found = pattern.exec(this.#text)?.[0];
    return found === undefined || this.#offset + found.length <= this.#end
      ? found
      : found.slice(0, this.#end - this.#offset);
  }

  #place(): Place {
    return { line: this.#line, column: this.#offset - this.#lineStart + 1 };
  }

  #push(kind: Token['kind'], text: string, end: number): void {
    const startsLine = this.#startsLine;
    this.#tokens.push({ kind, text, offset: this.#offset, end, startsLine, ...this.#place() });
    this.#startsLine = false;
    this.#offset = end;
  }
}

/** Some of the tokens of a text as a text of their own, with an end where they stop. */
export function endTokens(tokens: readonly Token[], after: Token): Token[] {
  const { end, line, column, offset } = after;
  const stop = { line, column: column + end - offset, offset: end, end };
  return [...tokens, { kind: 'end', text: '', startsLine: false, ...stop }];
}
