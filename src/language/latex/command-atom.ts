/** Commands with what belongs to them: their arguments, brackets and environments. */
import { LanguageError } from '../language-error.js';
import { isAlignment } from './alignment.js';
import type { Atom } from './atom.js';
import { ACCENTS, ARGUMENTS, DROPPED, FONTS, nearestCommand, SIGNS, WRAPPERS } from './command.js';
import { delimiter, isClosingBrace, isWideSpace, OPENING, type Stop } from './delimiter.js';
import { atomOf, styled } from './make-atom.js';
import type { LatexToken } from './token.js';

const MAY_BE_MARKED: ReadonlySet<Atom['kind']> = new Set(['letter', 'word', 'sign', 'command']);

/** What the parser of atoms offers to a command that has been stepped over. */
export interface AtomSource {
  readonly token: LatexToken;
  /** Where the last token ends. */
  readonly lastEnd: number;
  label: string | undefined;
  /** True where a wide space may stand between two statements. */
  keepsSpace: boolean;
  next(): LatexToken;
  argument(token: LatexToken): Atom[];
  base(): Atom | undefined;
  list(stop: Stop): Atom[];
  rows(stop: Stop): Atom[][][];
  fence(token: LatexToken, open: string): Atom;
}

/** The atom from a command to what was read last. */
const spanning = (source: AtomSource, { line, column, offset }: LatexToken, atom: Atom): Atom => ({
  ...atom,
  line,
  column,
  offset,
  end: source.lastEnd,
});

/** The atom of a command; undefined for one without meaning. Throws LanguageError. */
export function readCommandAtom(source: AtomSource, token: LatexToken): Atom | undefined {
  const { text } = token;
  const dropped = DROPPED.get(text);
  if (dropped !== undefined) {
    for (let k = 0; k < dropped; k++) source.argument(token);
    return undefined;
  }
  if (text === 'label') {
    source.label = source.next().text.trim();
    return undefined;
  }
  if (text === 'left') return leftRight(source, token);
  if (text === 'begin') return environment(source, token);
  if (text === 'substack') return substack(source, token);
  if (OPENING[text]) return source.fence(token, text);
  const font = FONTS.get(text);
  if (font !== undefined) {
    const atom = styled(source.argument(token), font);
    return atom && spanning(source, token, atom);
  }
  const accent = ACCENTS.get(text);
  if (accent !== undefined) return accented(source, token, accent);
  const shown = WRAPPERS.get(text);
  if (shown) return wrapper(source, token, ...shown);
  const count = ARGUMENTS.get(text);
  if (count !== undefined) return withArguments(source, token, count);
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

/** `\left( … \right)`, with any delimiters. */
function leftRight(source: AtomSource, token: LatexToken): Atom {
  const open = source.next();
  const content = source.list((next) => {
    if (next.kind === 'end')
      throw new LanguageError('\\left without \\right', token, { expected: '\\right' });
    return next.kind === 'command' && next.text === 'right';
  });
  source.next();
  const close = source.next();
  return atomOf('fenced', token, {
    text: delimiter(open.text),
    close: delimiter(close.text),
    args: [content],
    end: close.end,
  });
}

function accented(source: AtomSource, token: LatexToken, accent: string): Atom {
  const content = source.argument(token);
  const [only] = content;
  if (content.length === 1 && only && only.accent === '' && isName(only))
    return spanning(source, token, { ...only, accent });
  return atomOf('group', token, {
    args: [content],
    accent,
    end: source.lastEnd,
  });
}

function wrapper(source: AtomSource, token: LatexToken, count: number, shown: number): Atom {
  const args = Array.from({ length: count }, () => source.argument(token));
  const atom = atomOf('group', token, { args: [args[shown] ?? []] });
  // What stands below or above a brace is a comment on it.
  if (!/brace$/.test(token.text)) return atom;
  while (source.token.text === '_' || source.token.text === '^') {
    source.next();
    source.argument(token);
  }
  return atom;
}

function withArguments(source: AtomSource, token: LatexToken, count: number): Atom {
  const optional = token.text === 'sqrt' && source.token.text === '[';
  const root = optional ? source.base() : undefined;
  const args = Array.from({ length: count }, () => source.argument(token));
  const end = source.lastEnd;
  if (root) return atomOf('command', token, { args: [...args, root.args[0] ?? []], end });
  const [first = [], second = []] = args;
  const [only] = second;
  if (token.text === 'underset' && only && second.length === 1) return { ...only, sub: first };
  if (token.text === 'underset') return atomOf('group', token, { args: [second], sub: first });
  if (token.text === 'overset' || token.text === 'stackrel') {
    if (!only || second.length > 1 || !MAY_BE_MARKED.has(only.kind) || only.args.length > 0)
      throw new LanguageError(`what stands above this by \\${token.text} has no meaning`, token, {
        hint: 'a mark above a letter makes another name: declare a notation for it',
      });
    const isBig = only.kind === 'command' && /^(sum|prod)$/.test(only.text);
    return isBig ? { ...only, sup: first } : { ...only, args: [first] };
  }
  return atomOf('command', token, { args, end });
}

function substack(source: AtomSource, token: LatexToken): Atom {
  const open = source.next();
  const rows = source.rows((next) => isClosingBrace(open)(next));
  return atomOf('rows', token, { text: 'substack', rows, end: source.next().end });
}

function environment(source: AtomSource, token: LatexToken): Atom {
  const name = source.next();
  if (/^(array|alignat|alignedat)\*?$/.test(name.text)) source.argument(token);
  if (source.token.text === '[' && /^(aligned|gathered|split)$/.test(name.text)) source.base();
  source.keepsSpace = isAlignment(name.text);
  const rows = source.rows((next) => {
    if (next.kind === 'end')
      throw new LanguageError(`\\begin{${name.text}} is not closed`, token, {
        expected: `\\end{${name.text}}`,
      });
    return next.kind === 'command' && next.text === 'end';
  });
  const end = source.next();
  const last = source.next();
  if (last.text !== name.text)
    throw new LanguageError(`\\begin{${name.text}} is closed by \\end{${last.text}}`, end);
  return atomOf('rows', token, { text: name.text.replace('*', ''), rows, end: last.end });
}

const isName = (atom: Atom): boolean => atom.kind === 'letter' || atom.kind === 'word';
