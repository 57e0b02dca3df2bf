/**
 * Reads tokens one after the other: what every part of the parser shares. Holds the place in the
 * text, the scope, and the bound on nesting.
 */
import { close } from '../term/substitution.js';
import type { Arena, Term } from '../term/term.js';
import { BOUNDS, boundMet } from './bounds.js';
import { type Advice, LanguageError, type Place } from './language-error.js';
import type { Token } from './lexer.js';
import type { Scope } from './scope.js';

/** The entry points of the grammar, which its parts call back. */
export interface Grammar {
  /** Anything: a value or a condition. */
  readonly expression: (reader: Reader) => Term;
  /** Sums of products: what may stand beside a comparison or `..`. */
  readonly sum: (reader: Reader) => Term;
}

/** A part of a text and the term that it was read as, the letters of binders around it bound. */
export interface Span {
  /** Offsets in the text, the end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly term: Term;
}

/** What checks of sorts and builders of terms need of a reader, in whichever notation it reads. */
export interface Reading {
  readonly arena: Arena;
  readonly scope: Scope;
  readonly error: (message: string, place: Place, advice?: Advice) => LanguageError;
}

export class Reader implements Reading {
  readonly arena: Arena;
  /** Where the parts of the text are; kept only for who asks for it. */
  spans: Span[] | undefined;
  readonly scope: Scope;
  readonly #tokens: readonly Token[];
  readonly #grammar: Grammar;
  #position = 0;
  #depth = 0;

  /** The last token must be of kind `end`. */
  constructor(tokens: readonly Token[], scope: Scope, grammar: Grammar) {
    this.#tokens = tokens;
    this.scope = scope;
    this.arena = scope.context.arena;
    this.#grammar = grammar;
  }

  get token(): Token {
    return this.peek(0);
  }

  peek(ahead = 1): Token {
    const last = this.#tokens.length - 1;
    return this.#tokens[Math.min(this.#position + ahead, last)] as Token;
  }

  next(): Token {
    const token = this.token;
    this.#position++;
    return token;
  }

  /** True when the next token is this symbol or word. */
  sees(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.text === text && (token.kind === 'symbol' || token.kind === 'word');
  }

  /** Steps over this symbol or word if it is next. */
  takes(text: string): boolean {
    if (!this.sees(text)) return false;
    this.#position++;
    return true;
  }

  expect(text: string, why: string): Token {
    if (this.sees(text)) return this.next();
    throw this.unexpected(`${text} ${why}`);
  }

  name(what: string): Token {
    if (this.token.kind === 'name') return this.next();
    throw this.unexpected(what);
  }

  /** Nothing may be left. */
  finish(): void {
    if (this.token.kind !== 'end') throw this.unexpected('an operator or the end');
  }

  unexpected(expected: string): LanguageError {
    const { kind, text } = this.token;
    const what = {
      end: 'the text ends too early',
      bad: `the character ${JSON.stringify(text)} has no meaning here`,
      other: `${text} is not expected here`,
    }[kind === 'end' || kind === 'bad' ? kind : 'other'];
    return this.error(what, this.token, { expected });
  }

  error(message: string, place: Place, advice: Advice = {}): LanguageError {
    return new LanguageError(message, place, advice);
  }

  /** Goes one level deeper in the grammar, until `ascend`. */
  descend(): void {
    if (this.#depth >= BOUNDS.nesting)
      throw boundMet('nesting', 'the expression is nested too deeply', this.token);
    this.#depth++;
  }

  ascend(): void {
    this.#depth--;
  }

  /** Notes that what was read since a token is this term. */
  note(start: Token, term: Term): void {
    const open = this.scope.openSymbols();
    this.spans?.push({
      start: start.offset,
      end: this.peek(-1).end,
      term: open.length === 0 ? term : close(this.arena, term, open),
    });
  }

  expression(): Term {
    return this.#grammar.expression(this);
  }

  sum(): Term {
    return this.#grammar.sum(this);
  }
}
