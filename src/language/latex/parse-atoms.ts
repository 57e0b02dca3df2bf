/** Tokens to atoms: braces, brackets and environments are matched, scripts put on their bases. */
import { BOUNDS, boundMet } from '../bounds.js';
import { LanguageError } from '../language-error.js';
import { type Atom, isCommand } from './atom.js';
import { shown } from './braces.js';
import { DROPPED } from './command.js';
import { type AtomSource, readCommandAtom } from './command-atom.js';
import {
  bracketText,
  fits,
  isCell,
  isClosing,
  isClosingBrace,
  isRow,
  isWideSpace,
  OPENING,
  type Stop,
} from './delimiter.js';
import { atomOf } from './make-atom.js';
import type { LatexToken } from './token.js';

export interface Parsed {
  /** The rows of the whole formula, each with its cells. */
  readonly rows: readonly (readonly (readonly Atom[])[])[];
  readonly label: string | undefined;
}

/** Nesting that is read; every level costs a few calls of the reader. */
const NESTING = Math.floor(BOUNDS.nesting / 2);

/** Reads the tokens of a formula, the last of kind `end`. Throws LanguageError. */
export function parseAtoms(tokens: readonly LatexToken[]): Parsed {
  const parser = new AtomParser(tokens);
  const rows = parser.rows((token) => token.kind === 'end');
  return { rows, label: parser.label };
}

class AtomParser implements AtomSource {
  label: string | undefined;
  readonly #tokens: readonly LatexToken[];
  #position = 0;
  #depth = 0;
  /** True where a wide space may stand between two statements. */
  keepsSpace = true;

  constructor(tokens: readonly LatexToken[]) {
    this.#tokens = tokens;
  }

  get token(): LatexToken {
    return this.#tokens[Math.min(this.#position, this.#tokens.length - 1)] as LatexToken;
  }

  get lastEnd(): number {
    return this.#tokens[this.#position - 1]?.end ?? 0;
  }

  next(): LatexToken {
    const token = this.token;
    this.#position++;
    return token;
  }

  /** Rows and cells up to a token that stops them, which is not stepped over. */
  rows(stop: Stop): Atom[][][] {
    const rows: Atom[][][] = [];
    let row: Atom[][] = [];
    for (;;) {
      const before = row.at(-1)?.at(-1);
      row.push(this.list((token) => stop(token) || isCell(token) || isRow(token), before));
      if (isCell(this.token)) this.next();
      else {
        rows.push(row);
        if (!isRow(this.token)) return rows;
        row = [];
        this.#rowBreak();
      }
    }
  }

  /** `\\`, `\\*`, `\\[2pt]`. */
  #rowBreak(): void {
    const { end } = this.next();
    if (this.token.text === '*' && this.token.offset === end) this.next();
    const space = this.#tokens
      .slice(this.#position, this.#position + 6)
      .map(({ text }) => text)
      .join('');
    const length = /^\[-?\d+(\.\d+)?(pt|em|ex|mm|cm)\]/.exec(space);
    if (length) while (this.next().text !== ']') if (this.token.kind === 'end') return;
  }

  /** Atoms up to a token that stops them; `before` stands in front of the first. */
  list(stop: Stop, before?: Atom): Atom[] {
    const atoms: Atom[] = [];
    while (!stop(this.token)) {
      this.#unexpected(this.token);
      if (this.keepsSpace && isWideSpace(this.token)) {
        atoms.push(atomOf('sign', { ...this.next(), text: 'quad' }));
        continue;
      }
      const atom = this.#scripted(this.base());
      if (atom) atoms.push(...shown(atom, atoms.at(-1) ?? before, this.token));
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
  base(): Atom | undefined {
    if (++this.#depth > NESTING)
      throw boundMet('nesting', 'the formula is nested too deeply', this.token);
    const keeps = this.keepsSpace;
    this.keepsSpace = false;
    try {
      return this.#anyBase();
    } finally {
      this.#depth--;
      this.keepsSpace = keeps;
    }
  }

  #anyBase(): Atom | undefined {
    const token = this.next();
    switch (token.kind) {
      case 'command':
        return readCommandAtom(this, token);
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
      const content = this.list(isClosingBrace(token));
      return { ...atomOf('group', token), args: [content], end: this.next().end };
    }
    if (token.text === '^' || token.text === '_' || token.text === "'") {
      // A script of nothing: it belongs to what stands before, or to an empty base.
      this.#position--;
      return atomOf('group', token, { args: [[]] });
    }
    return OPENING[token.text] ? this.fence(token, token.text) : atomOf('sign', token);
  }

  fence(token: LatexToken, open: string): Atom {
    const close = OPENING[open] as string;
    const content = this.list((next) => {
      if (next.kind === 'end' || isRow(next))
        throw new LanguageError(`this ${bracketText(open)} is not closed`, token, {
          expected: bracketText(close).replace(/^\w+ /, ''),
        });
      return isClosing(next) && fits(close, next.text);
    });
    const last = this.next();
    return atomOf('fenced', token, {
      text: open === 'lbrace' ? '{' : open === 'lbrack' ? '[' : open,
      close: last.text === 'rbrace' ? '}' : last.text === 'rbrack' ? ']' : last.text,
      args: [content],
      end: last.end,
    });
  }

  /** The argument of a command: a group's content, or one atom; of a number its first digit. */
  argument(token: LatexToken): Atom[] {
    while (DROPPED.get(this.token.text) === 0 && this.token.kind === 'command') this.next();
    if (this.token.kind === 'end' || (this.token.kind === 'sign' && /[}^_&]/.test(this.token.text)))
      throw new LanguageError(`\\${token.text} needs an argument`, token, { expected: '{…}' });
    if (this.token.kind === 'number' && this.token.text.length > 1) return [this.#digit()];
    const base = this.base();
    if (!base) return [];
    return base.kind === 'group' ? [...(base.args[0] ?? [])] : [base];
  }

  /** The first digit of a number, the rest being left. */
  #digit(): Atom {
    const token = this.token;
    const rest = {
      ...token,
      text: token.text.slice(1),
      column: token.column + 1,
      offset: token.offset + 1,
    };
    (this.#tokens as LatexToken[])[this.#position] = rest;
    return atomOf('number', { ...token, text: token.text.slice(0, 1), end: token.offset + 1 });
  }

  /** The base with the scripts and primes that follow. */
  #scripted(base: Atom | undefined): Atom | undefined {
    if (!base) return undefined;
    let atom = base;
    for (;;) {
      const token = this.token;
      if (DROPPED.get(token.text) === 0 && token.kind === 'command') {
        if (!this.#scriptAhead()) return atom;
        this.next();
      } else if (token.kind !== 'sign') return atom;
      else if (token.text === "'") {
        this.next();
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
    const sign = this.next();
    const content = this.argument({ ...sign, text: sign.text });
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
