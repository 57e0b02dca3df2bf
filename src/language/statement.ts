/**
 * Splits the tokens of a block into statements. A statement goes on while brackets are open, and
 * on lines that are indented deeper or begin with an operator; a line that begins with a
 * statement's word and a name begins a new one in any case, so that one bad statement does not
 * swallow the next.
 */
import { endTokens, type Token } from './lexer.js';

export interface Statement {
  /** The tokens, the last of kind `end`. */
  readonly tokens: readonly Token[];
  readonly first: Token;
  readonly endLine: number;
}

const KIND_WORDS = [
  'size',
  'real',
  'positive',
  'nonneg',
  'unit',
  'probability',
  'binary',
  'multihot',
  'sign',
  'onehot',
  'simplex',
  'closed',
  'label',
  'integer',
  'index',
  'spd',
  'symmetric',
  'function',
  'smooth',
  'increasing',
] as const;

export const STATEMENT_WORDS: ReadonlySet<string> = new Set([
  ...KIND_WORDS,
  'assume',
  'convention',
  'notation',
  'let',
  'claim',
  'calc',
  'refute',
]);

const OPENING = new Set(['(', '[', '{']);
const CLOSING = new Set([')', ']', '}']);
/** Symbols that cannot begin a statement. */
const CONTINUES = new Set(['+', '-', '*', '/', '^', ',', ')', ']', ':', '=', '==', '!=', '..']);
const RELATIONS = new Set(['<', '<=', '>', '>=', '=>']);

/** The statements of a block; `tokens` ends with a token of kind `end`. */
export function splitStatements(tokens: readonly Token[]): Statement[] {
  const statements: Statement[] = [];
  const last = tokens.length - 1;
  let start = 0;
  let depth = 0;
  for (let k = 0; k < last; k++) {
    const token = tokens[k] as Token;
    if (k > start && startsStatement(tokens, k, depth, tokens[start] as Token)) {
      statements.push(statementOf(tokens, start, k));
      start = k;
      depth = 0;
    }
    if (token.kind !== 'symbol') continue;
    if (OPENING.has(token.text)) depth++;
    else if (CLOSING.has(token.text) && depth > 0) depth--;
  }
  if (start < last) statements.push(statementOf(tokens, start, last));
  return statements;
}

function startsStatement(
  tokens: readonly Token[],
  k: number,
  depth: number,
  first: Token,
): boolean {
  const token = tokens[k] as Token;
  if (!token.startsLine) return false;
  if (isStatementStart(token, tokens[k + 1])) return true;
  if (depth > 0 || token.column > first.column || token.kind === 'word') return false;
  if (token.kind === 'symbol') return !CONTINUES.has(token.text) && !RELATIONS.has(token.text);
  return !(token.text === 'by' && tokens[k + 1]?.kind === 'name');
}

/** Two names in a row are never part of an expression. */
const isStatementStart = (token: Token, next: Token | undefined): boolean =>
  token.kind === 'name' &&
  STATEMENT_WORDS.has(token.text) &&
  next?.kind === 'name' &&
  next.line === token.line &&
  next.text !== 'by';

function statementOf(tokens: readonly Token[], from: number, to: number): Statement {
  const part = tokens.slice(from, to);
  const last = part.at(-1) as Token;
  return { tokens: endTokens(part, last), first: part[0] as Token, endLine: last.line };
}
