/** Reads one statement after the other into a growing context. */
import type { Context } from '../kernel/context.js';
import { assume, type Definition, declare, define } from '../kernel/context.js';
import type { Term } from '../term/term.js';
import { hypothesisOf } from './assumption.js';
import { BOUNDS, boundMet } from './bounds.js';
import { type Claim, readHeading, readLines } from './claim.js';
import { isDeclarationWord, readDeclarations } from './declaration.js';
import { readDefinition } from './definition.js';
import { readerOf } from './expression.js';
import { LanguageError } from './language-error.js';
import { introducedNames } from './later-names.js';
import type { Macros } from './latex/macro.js';
import { readNotations } from './latex/notation-declaration.js';
import { NotationTable } from './latex/notation-table.js';
import type { Token } from './lexer.js';
import { Lowering } from './lowering.js';
import { didYouMean } from './nearest-name.js';
import type { Reader } from './reader.js';
import { Scope } from './scope.js';
import { requireCondition } from './sort-check.js';
import { Sorts } from './sorts.js';
import { STATEMENT_WORDS, type Statement } from './statement.js';

const CONVENTION = '0*log(0)';

export class StatementReader {
  readonly claims: Claim[] = [];
  readonly notations: NotationTable;
  readonly #text: string;
  readonly #macros: Macros;
  /** The line where each name was introduced. */
  readonly #lines = new Map<string, number>();
  readonly #claimLines = new Map<string, number>();
  readonly #broken = new Set<string>();
  readonly #sorts: Sorts;
  readonly #lowering: Lowering;
  #context: Context;
  #assumptions = 0;
  #introduced = 0;

  constructor(
    context: Context,
    text: string,
    macros: Macros = new Map(),
    notations?: NotationTable,
  ) {
    this.notations = new NotationTable(notations);
    this.#context = context;
    this.#text = text;
    this.#macros = macros;
    this.#sorts = new Sorts(context);
    this.#lowering = new Lowering(context);
  }

  get context(): Context {
    return this.#context;
  }

  /** The names of a statement that could not be read are neither declared nor undeclared. */
  markBroken(statement: Statement): void {
    for (const name of introducedNames(statement)) this.#broken.add(name);
  }

  isBroken(name: string): boolean {
    return this.#broken.has(name);
  }

  #extend(context: Context): void {
    this.#context = context;
    this.#sorts.extend(context);
    this.#lowering.extend(context);
  }

  /** Throws LanguageError; the context then is as far as the statement was read. */
  read(statement: Statement): void {
    const word = statement.first;
    if (word.kind !== 'name' || !STATEMENT_WORDS.has(word.text)) throw this.#unknownWord(word);
    if (isDeclarationWord(word.text)) {
      this.#declarations(statement);
      return;
    }
    switch (word.text) {
      case 'let':
        this.#definition(statement);
        return;
      case 'assume':
        this.#assumption(statement);
        return;
      case 'convention':
        this.#convention(statement);
        return;
      case 'notation':
        for (const each of readNotations(this.#context, statement, this.#text, this.#macros))
          this.notations.add(each);
        return;
      default:
        this.#claim(statement, word.text as Claim['form']);
        return;
    }
  }

  /** Goes on with what a formula defines. */
  define(definition: Definition): void {
    this.#extend(define(this.#context, definition));
  }

  /** True of the name of a claim above. */
  hasClaim(name: string): boolean {
    return this.#claimLines.has(name);
  }

  /** Adds claims; `replaced` is one that goes on in the first of them. */
  addClaims(claims: readonly Claim[], replaced?: Claim): void {
    if (replaced) this.claims.splice(this.claims.indexOf(replaced), 1);
    for (const claim of claims) this.#claimLines.set(claim.name, claim.line);
    this.claims.push(...claims);
  }

  #reader(statement: Statement): Reader {
    return readerOf(statement.tokens, new Scope(this.#context, { sorts: this.#sorts }));
  }

  #afterWord(statement: Statement): Reader {
    const reader = this.#reader(statement);
    reader.next();
    return reader;
  }

  #unknownWord(token: Token): LanguageError {
    if (token.kind === 'symbol' && ['==', '<=', '>=', '<', '>', '='].includes(token.text))
      return new LanguageError('a relation without a claim', token, {
        hint: 'a chain of relations follows calc name:',
      });
    return new LanguageError(`${token.text} begins no statement`, token, {
      expected: 'a declaration, assume, convention, notation, let, claim, calc or refute',
      ...didYouMean(token.text, STATEMENT_WORDS),
    });
  }

  #declarations(statement: Statement): void {
    const seen = this.#reader(statement);
    readDeclarations(seen, (declaration, token) => {
      this.#introduce(token);
      this.#extend(declare(this.#context, declaration));
      seen.scope.extend(this.#context);
    });
  }

  /** A name is introduced once. */
  #introduce(token: Token): void {
    const line = this.#lines.get(token.text);
    if (line !== undefined)
      throw new LanguageError(`${token.text} is already declared, on line ${line}`, token, {
        expected: 'a new name',
      });
    this.#count(token);
    this.#lines.set(token.text, token.line);
  }

  /** Contexts are copied for each name: their number is bounded. */
  #count(token: Token): void {
    if (++this.#introduced > BOUNDS.names)
      throw boundMet('names', 'the document declares too much', token);
  }

  #definition(statement: Statement): void {
    const name = statement.tokens[1] as Token;
    const definition = readDefinition(this.#afterWord(statement), () => this.#afterWord(statement));
    placed(name, () => this.#lowering.definition(definition));
    this.#introduce(name);
    this.#extend(define(this.#context, definition));
  }

  #assumption(statement: Statement): void {
    const reader = this.#afterWord(statement);
    const { name, token } = readHeading(reader);
    const start = reader.token;
    const proposition = reader.expression();
    reader.finish();
    requireCondition(reader, proposition, start);
    const label = name === '' ? `assume-${++this.#assumptions}` : name;
    if (this.#context.hypotheses.has(label))
      throw reader.error(`${label} is already the name of an assumption`, token);
    this.#count(token);
    const closed = hypothesisOf(this.#context, proposition);
    this.#extend(assume(this.#context, { name: label, proposition: closed }));
  }

  #convention(statement: Statement): void {
    const words = statement.tokens.slice(1).map((token) => token.text);
    const written = words.join('').replace('==', '=');
    if (written !== `${CONVENTION}=0`)
      throw new LanguageError('there is one convention', statement.tokens[1] as Token, {
        expected: `convention ${CONVENTION} = 0`,
      });
    const conventions = new Set(this.#context.conventions).add(CONVENTION);
    this.#extend({ ...this.#context, conventions });
  }

  #claim(statement: Statement, form: Claim['form']): void {
    const reader = this.#afterWord(statement);
    const { name, token } = readHeading(reader);
    const label = name === '' ? this.#numbered(form) : name;
    const before = this.#claimLines.get(label);
    if (before !== undefined)
      throw reader.error(`${label} is already the name of the claim on line ${before}`, token);
    this.#claimLines.set(label, token.line);
    const lines = readLines(reader, form, this.#text);
    lines.slice(1).forEach((line, k) => {
      placed(line, () => this.#checkShapes(lines[k]?.term, line.term));
    });
    const { line, column } = statement.first;
    const place = { line, column, endLine: statement.endLine };
    this.claims.push({ name: label, form, lines, context: this.#context, ...place });
  }

  /** A name for a claim that has none: by its number among all claims, read or not. */
  #numbered(form: Claim['form']): string {
    let number = this.#claimLines.size + 1;
    while (this.#claimLines.has(`${form}-${number}`)) number++;
    return `${form}-${number}`;
  }

  #checkShapes(left: Term | undefined, right: Term): void {
    if (left) this.#lowering.entries(left, right);
  }
}

/** Runs a check that knows no places; its errors are put at the place given. */
function placed(place: Token | { line: number; column: number }, run: () => void): void {
  try {
    run();
  } catch (error) {
    throw error instanceof LanguageError ? error.at(place) : error;
  }
}
