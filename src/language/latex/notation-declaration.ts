/** `notation \hat{y} = yhat`: a pattern of LaTeX, and what it means in the plain language. */

import type { Context } from '../../kernel/context.js';
import { close } from '../../term/substitution.js';
import type { Term } from '../../term/term.js';
import { BUILTINS } from '../builtin.js';
import { readerOf } from '../expression.js';
import { LanguageError } from '../language-error.js';
import type { Token } from '../lexer.js';
import { Scope } from '../scope.js';
import { INTEGER } from '../sorts.js';
import type { Statement } from '../statement.js';
import { type Atom, bareAtom, isCommand, isSign } from './atom.js';
import { expandMacros, type Macros } from './macro.js';
import type { Notation } from './notation-table.js';
import { parseAtoms } from './parse-atoms.js';
import { letterName } from './symbol.js';
import { latexTokens } from './token.js';

/** Reads a notation statement of a text, which may declare several. Throws LanguageError. */
export function readNotations(
  context: Context,
  { tokens }: Statement,
  text: string,
  macros: Macros,
): Notation[] {
  const [word, ...rest] = tokens as [Token, ...Token[]];
  return partsOf(rest).map((part) => readNotation(context, word, part, text, macros));
}

const isEquals = (token: Token): boolean => token.kind === 'symbol' && token.text === '=';

/** `A = a, B = b` in two: at commas outside brackets with an equals sign on both sides. */
function partsOf(tokens: readonly Token[]): Token[][] {
  const pieces: { tokens: Token[]; hasEquals: boolean; comma?: Token }[] = [
    { tokens: [], hasEquals: false },
  ];
  let depth = 0;
  for (const token of tokens) {
    const piece = pieces.at(-1) as { tokens: Token[]; hasEquals: boolean };
    if (token.kind === 'symbol') depth += '([{'.includes(token.text) ? 1 : 0;
    if (token.kind === 'symbol') depth -= ')]}'.includes(token.text) ? 1 : 0;
    if (depth === 0 && token.kind === 'symbol' && token.text === ',') {
      pieces.push({ tokens: [], hasEquals: false, comma: token });
      continue;
    }
    piece.tokens.push(token);
    piece.hasEquals ||= depth === 0 && isEquals(token);
  }
  const parts: { tokens: Token[]; hasEquals: boolean }[] = [];
  for (const { tokens: own, hasEquals, comma } of pieces) {
    const last = parts.at(-1);
    if (!last || (last.hasEquals && hasEquals)) parts.push({ tokens: own, hasEquals });
    else {
      last.tokens.push(...(comma ? [comma] : []), ...own);
      last.hasEquals ||= hasEquals;
    }
  }
  const end = tokens.at(-1) as Token;
  return parts.map((part) => {
    const last = part.tokens.at(-1);
    return !last || last.kind === 'end'
      ? part.tokens
      : [...part.tokens, { ...end, kind: 'end' as const, text: '' }];
  });
}

/** One notation, its tokens ending with one of kind `end`. */
function readNotation(
  context: Context,
  word: Token,
  tokens: readonly Token[],
  text: string,
  macros: Macros,
): Notation {
  const first = tokens[0] ?? word;
  const equals = tokens.findLastIndex(isEquals);
  const sign = tokens[equals];
  if (!sign || equals < 1 || equals >= tokens.length - 2)
    throw new LanguageError('a notation says what a formula means', word, {
      expected: 'notation \\hat{y} = yhat',
    });
  const { line, column } = first;
  const latex = latexTokens(text, { start: first.offset, end: sign.offset, line, column });
  const { rows } = parseAtoms(expandMacros(latex.tokens, macros));
  const pattern = rows.flat(2);
  if (pattern.length === 0) throw new LanguageError('this notation is empty', first);
  const meaning = tokens.slice(equals + 1);
  refuseOtherMeaning(context, pattern, meaning, first);
  const [name, after] = meaning;
  if (name?.kind === 'name' && after?.kind === 'end') {
    const scope = new Scope(context);
    const isKnown = scope.lookup(name.text) !== undefined || BUILTINS.has(name.text);
    if (isKnown)
      return { pattern, variables: [], indices: [], meaning: { kind: 'name', name: name.text } };
  }
  return { pattern, ...readMeaning(context, pattern, meaning) };
}

/** A number, a function, a declared name or an entry of one means what it means everywhere. */
function refuseOtherMeaning(
  context: Context,
  [only, ...others]: readonly Atom[],
  [name]: readonly Token[],
  place: Token,
): void {
  if (!only || others.length > 0 || only.sup || only.primes > 0 || only.font !== '') return;
  const isIndex = (atom: Atom): boolean =>
    context.declarations.get(letterName(atom) ?? '')?.kind === 'index' || isSign(atom, ',');
  if (only.sub && !only.sub.every(isIndex)) return;
  const letter = letterName(bareAtom(only));
  const isDeclared = letter !== undefined && new Scope(context).lookup(letter) !== undefined;
  const isFixed = only.kind === 'number' || isCommand(only, 'log', 'exp', 'tanh', 'det');
  if ((isFixed && name?.text !== only.text) || (isDeclared && name?.text !== letter))
    throw new LanguageError('this means something already, and can be no notation', place);
}

/** Letters that stand on both sides, and mean an index or nothing by themselves, stand for anything. */
function readMeaning(
  context: Context,
  pattern: readonly Atom[],
  tokens: readonly Token[],
): Pick<Notation, 'variables' | 'indices' | 'meaning'> {
  const written = lettersOf(pattern);
  const isVariable = (letter: string): boolean => {
    const kind = context.declarations.get(letter)?.kind;
    return kind === 'index' || (kind === undefined && !context.definitions.has(letter));
  };
  const names = new Set(tokens.flatMap(({ kind, text }) => (kind === 'name' ? [text] : [])));
  const variables = [...names].filter((name) => written.has(name) && isVariable(name));
  const read = (asIndex: boolean): { term: Term; symbols: Term[] } => {
    const scope = new Scope(context);
    const symbols = variables.map((name) =>
      asIndex || context.declarations.get(name)?.kind === 'index'
        ? scope.bind(name, INTEGER, scope.defaultAxis(name)).symbol
        : scope.bindUnsettled(name).symbol,
    );
    const reader = readerOf(tokens, scope);
    const term = reader.expression();
    reader.finish();
    return { term, symbols };
  };
  const indices = (asIndex: boolean): string[] =>
    variables.filter((name) => asIndex || context.declarations.get(name)?.kind === 'index');
  let found: { term: Term; symbols: Term[] };
  let asIndex = true;
  try {
    found = read(false);
    asIndex = false;
  } catch (error) {
    if (!(error instanceof LanguageError) || variables.length === 0) throw error;
    found = read(true);
  }
  const body = close(context.arena, found.term, found.symbols);
  return { variables, indices: indices(asIndex), meaning: { kind: 'term', body } };
}

function lettersOf(atoms: readonly Atom[]): Set<string> {
  const found = new Set<string>();
  const visit = (list: readonly Atom[]): void => {
    for (const atom of list) {
      if (atom.kind === 'letter' && atom.accent === '') found.add(atom.text);
      for (const part of [...atom.args, atom.sub ?? [], atom.sup ?? []]) visit(part);
    }
  };
  visit(atoms);
  return found;
}
