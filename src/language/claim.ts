/** Claims: `claim name: L == R`, `refute name: L == R`, `calc name:` with a line a relation. */
import type { Context } from '../kernel/context.js';
import type { Term } from '../term/term.js';
import { LanguageError, type Place } from './language-error.js';
import type { Token } from './lexer.js';
import type { Reader } from './reader.js';
import { requireSameRank } from './sort-check.js';

export type Relation = 'eq' | 'le' | 'lt' | 'ge' | 'gt';

/** A side of a claim or a line of a calculation. */
export interface Line {
  readonly term: Term;
  /** To the line before; absent on the first. */
  readonly relation?: Relation;
  /** Ids of rules, or names of hypotheses and claims, that the text names as the reason. */
  readonly by: readonly string[];
  readonly line: number;
  readonly column: number;
  /** The expression as it was written. */
  readonly source: string;
}

export interface Claim {
  readonly name: string;
  readonly form: 'claim' | 'calc' | 'refute';
  readonly lines: readonly Line[];
  /** Present on a claim that is said to be wrong, though its form does not say so. */
  readonly expected?: 'refuted';
  /** True of a claim in display mathematics: its reasons are remarks, and may be wrong. */
  readonly isFormula?: true;
  /** What is supposed for this claim alone: conditions beside a formula, and what it follows from. */
  readonly given?: readonly Term[];
  /** What is declared and assumed up to this place. */
  readonly context: Context;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
}

const RELATIONS: ReadonlyMap<string, Relation> = new Map([
  ['==', 'eq'],
  ['<=', 'le'],
  ['<', 'lt'],
  ['>=', 'ge'],
  ['>', 'gt'],
]);

export interface Heading {
  /** '' when the claim has no name of its own. */
  readonly name: string;
  readonly token: Token;
}

/** `name:` or `some-name:`; nothing is read when there is none. */
export function readHeading(reader: Reader): Heading {
  const token = reader.token;
  const length = headingLength(reader);
  let name = '';
  for (let k = 0; k < length; k++) name += reader.next().text;
  if (length > 0) reader.expect(':', 'after the name');
  return { name, token };
}

/** Number of tokens before the colon that make a name. */
function headingLength(reader: Reader): number {
  for (let k = 0; ; k++) {
    const token = reader.peek(k);
    if (token.kind === 'symbol' && token.text === ':') return k;
    if (token.kind === 'end' || (token.kind === 'symbol' && !/^[-.]$/.test(token.text))) return 0;
    const previous = k > 0 ? reader.peek(k - 1) : undefined;
    if (previous && previous.end !== token.offset) return 0;
  }
}

/** The lines of a claim or calculation: everything after its heading. */
export function readLines(reader: Reader, form: Claim['form'], text: string): Line[] {
  reader.takes(':');
  const lines: Line[] = [readLine(reader, text)];
  for (;;) {
    const token = reader.token;
    const relation = token.kind === 'symbol' ? RELATIONS.get(token.text) : undefined;
    if (!relation) break;
    reader.next();
    const line = readLine(reader, text, relation);
    requireSameRank(reader, (lines.at(-1) as Line).term, line.term, token);
    lines.push(line);
    requireOneWay(lines, token);
  }
  if (reader.sees('=') || reader.sees('!='))
    throw reader.error(`${reader.token.text} is no relation of a claim`, reader.token, {
      expected: '==, <=, <, >= or >',
    });
  if (reader.token.kind !== 'end') throw reader.unexpected('==, <=, <, >= or >, or an operator');
  if (lines.length < 2) throw reader.unexpected('==, <=, <, >= or > and the other side');
  if (form !== 'calc' && lines.length > 2)
    throw reader.error(`a ${form} has two sides`, reader.token, { hint: 'a chain is a calc' });
  return lines;
}

/** From x <= y >= z nothing follows for x and z, and a chain is taken to say something of its ends. */
export function requireOneWay(lines: readonly Line[], place: Place): void {
  const relations = new Set(lines.map(({ relation }) => relation));
  const [isUp, isDown] = [['le', 'lt'] as const, ['ge', 'gt'] as const].map((way) =>
    way.some((relation) => relations.has(relation)),
  );
  if (isUp && isDown)
    throw new LanguageError('the inequalities of a chain point in both directions', place, {
      hint: 'make two claims of it',
    });
}

function readLine(reader: Reader, text: string, relation?: Relation): Line {
  const start = reader.token;
  const term = reader.sum();
  requireSameRankOrSet(reader, term, start);
  const source = text.slice(start.offset, reader.peek(-1).end);
  const by = readReasons(reader);
  const { line, column } = start;
  return { term, ...(relation ? { relation } : {}), by, line, column, source };
}

/** A value or a set of minimisers, but no condition. */
function requireSameRankOrSet(reader: Reader, term: Term, token: Token): void {
  if (reader.scope.sorts.of(term).kind !== 'set') requireSameRank(reader, term, term, token);
}

/** `by log-prod, y.sum` */
function readReasons(reader: Reader): string[] {
  if (reader.token.kind !== 'name' || reader.token.text !== 'by') return [];
  reader.next();
  const reasons = [readReason(reader)];
  while (reader.takes(',')) reasons.push(readReason(reader));
  return reasons;
}

function readReason(reader: Reader): string {
  let id = reader.name('the name of a rule').text;
  while (reader.sees('-') || reader.sees('.')) {
    id += reader.next().text;
    const { kind } = reader.token;
    if (kind !== 'name' && kind !== 'number' && kind !== 'word')
      throw reader.unexpected('the name of a rule');
    id += reader.next().text;
  }
  return id;
}
