/** The tail of a printed term: `… where t1 = …, t2(i, j) = …`. */
import { endTokens, type Token } from './lexer.js';
import type { Reader } from './reader.js';
import type { Local } from './scope.js';
import { INTEGER } from './sorts.js';
import { readList } from './subscript.js';

/** The tokens of the term itself, and of each named part. */
export function splitNamedParts(tokens: readonly Token[]): {
  main: readonly Token[];
  named: Token[][];
} {
  const parts: Token[][] = [];
  let depth = 0;
  let start = 0;
  tokens.forEach((token, k) => {
    if (token.kind === 'symbol' && /^[([]$/.test(token.text)) depth++;
    if (token.kind === 'symbol' && /^[)\]]$/.test(token.text)) depth--;
    const separator = parts.length === 0 ? 'where' : ',';
    const isOuter = depth === 0 && token.kind !== 'name';
    if (!(isOuter && token.text === separator) && k < tokens.length - 1) return;
    parts.push(endTokens(tokens.slice(start, k), tokens[Math.max(start, k - 1)] as Token));
    start = k + 1;
  });
  const [main, ...named] = parts;
  return named.length === 0 ? { main: tokens, named } : { main: main as Token[], named };
}

/** `t1 =` or `t2(i, j) =`; the letters stay bound. */
export function readPartHead(reader: Reader): { name: string; locals: Local[] } {
  const name = reader.name('the name of a part').text;
  const letters = reader.takes('(')
    ? readList(reader, ')', () => reader.name('a letter').text)
    : [];
  reader.expect('=', 'before what the name means');
  return { name, locals: letters.map((letter) => reader.scope.bind(letter, INTEGER)) };
}
