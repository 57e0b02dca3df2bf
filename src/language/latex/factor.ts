/** One factor: a number, a name, a function, a fraction, something in brackets. */
import { instantiate } from '../../term/substitution.js';
import type { Term } from '../../term/term.js';
import { CONSTANTS } from '../builtin.js';
import { requireIndex, requireNumber } from '../sort-check.js';
import { type Atom, contentOf } from './atom.js';
import { readBig, readIntegral } from './big.js';
import { readCases } from './cases.js';
import { readDelta } from './delta.js';
import { readGradient, readInlineDerivative } from './derivative.js';
import { readMatrix } from './entries.js';
import { readExpectation } from './expectation.js';
import { isBracket, readBars, readFence, readIndicator } from './fence.js';
import type { FormulaReader } from './formula-reader.js';
import { readWithArguments } from './fraction.js';
import { closed, type Factor, readExtremumOf, readFunction } from './function.js';
import { functionOfWord } from './function-word.js';
import { splitAt } from './indices.js';
import { readResolved, readRun, resolve, undeclaredName } from './name.js';
import type { NotationMatch } from './notation-table.js';
import { numberOf } from './number.js';
import { readArg, readArgOf } from './optimum.js';
import { applyScripts, groupedNumber } from './scripts.js';

/** Atoms that are looked at for a notation. */
const LONGEST_NOTATION = 60;

/** Bounded, as `\sum_k \sum_k …` nests without a bracket. */
export function readFactor(reader: FormulaReader): Factor {
  reader.descend();
  const factor = readAnyFactor(reader);
  reader.ascend();
  return factor;
}

function readAnyFactor(reader: FormulaReader): Factor {
  const match = reader.setting.notations.match(reader.rest(LONGEST_NOTATION));
  if (match) return readNotation(reader, match);
  const { atom } = reader;
  switch (atom.kind) {
    case 'number':
      return closed(readNumber(reader));
    case 'letter':
    case 'word':
    case 'text':
      return readNamed(reader);
    case 'group':
      return readGroup(reader);
    case 'fenced':
      return closed(readFence(reader));
    case 'rows':
      return closed(readRows(reader));
    case 'command':
      return readCommand(reader);
    case 'sign':
      if (atom.text === '|') return closed(readBars(reader));
      break;
    case 'end':
      break;
  }
  throw reader.unexpected('an expression');
}

/** What a declared notation stands for, its letters being read as what they stand for. */
function readNotation(
  reader: FormulaReader,
  { notation, length, bound, rest }: NotationMatch,
): Factor {
  const { meaning, variables } = notation;
  const first = reader.atom;
  reader.skip(length);
  if (meaning.kind === 'name') {
    const atom = rest;
    const known = reader.scope.lookup(meaning.name);
    if (known)
      return closed(
        readResolved(reader, { name: meaning.name, meaning: known, atom }, { ...atom }),
      );
    const name = functionOfWord(meaning.name);
    if (name === undefined) throw undeclaredName(reader, first);
    reader.skip(-1);
    return readFunction(reader, name, readFactor);
  }
  const args = bound.map((atoms, k) => {
    const start = atoms[0] ?? first;
    const term = reader.read(atoms, start);
    if (notation.indices.includes(variables[k] ?? ''))
      requireIndex(reader, term, start, 'an index');
    return term;
  });
  return closed(applyScripts(reader, instantiate(reader.arena, meaning.body, args), rest));
}

const isIndicatorSign = (atom: Atom): boolean =>
  (atom.kind === 'number' && atom.text === '1') ||
  (atom.kind === 'letter' && /^[1I]$/.test(atom.text) && atom.font === 'double');

function readNumber(reader: FormulaReader): Term {
  const { atom } = reader;
  const isBraced = reader.peek().kind === 'fenced' && reader.peek().text === '{';
  if (isIndicatorSign(atom) && (atom.sub || atom.font !== '' || isBraced)) {
    const indicator = readIndicator(reader) ?? readUnitArray(reader, 'ones');
    if (indicator) return indicator;
  }
  if (atom.sub) throw reader.error('a number takes no index', atom.sub[0] ?? atom);
  if (atom.font !== '')
    throw reader.error(`how many entries ${reader.quote(atom)} has is not said`, atom, {
      expected: '\\mathbf{1}_{n}',
    });
  reader.next();
  return applyScripts(reader, numberOf(reader, atom), atom);
}

/** `\mathbf{1}_{n}`, `\mathbf{I}_{n}`, or with both ends `\mathbf{1}_{a \dots b}`. */
function readUnitArray(reader: FormulaReader, op: 'ones' | 'eye'): Term | undefined {
  const { atom } = reader;
  if (atom.font === '' || !atom.sub) return undefined;
  reader.next();
  const ends = splitAt(atom.sub, 'dots').map((part) => {
    const term = reader.read(part, part[0] ?? atom, 'sum');
    requireIndex(reader, term, part[0] ?? atom, 'a size');
    return term;
  });
  const [first, second] = ends as [Term, Term | undefined];
  const { sub: _, ...scripts } = atom;
  const range = second ? [first, second] : [reader.arena.num(1), first];
  return applyScripts(reader, reader.arena.make(op, range), scripts);
}

function readNamed(reader: FormulaReader): Factor {
  const { atom } = reader;
  if (atom.kind === 'letter' && atom.font === 'double') {
    if (isIndicatorSign(atom)) {
      const indicator = readIndicator(reader);
      if (indicator) return closed(indicator);
    }
    if (atom.text === 'E') return closed(readExpectation(reader));
  }
  const found = resolve(reader, atom) ?? resolveWithPrimes(reader, atom);
  const run = readRun(reader);
  if (run) return closed(readResolved(reader, run, atom));
  if (found) {
    reader.next();
    return closed(readResolved(reader, found, atom));
  }
  return readOwnName(reader, atom);
}

/** A function that is declared without the primes of its derivative. */
function resolveWithPrimes(reader: FormulaReader, atom: Atom): ReturnType<typeof resolve> {
  if (atom.primes === 0) return undefined;
  const found = resolve(reader, { ...atom, primes: 0 });
  if (!found) return undefined;
  const { meaning } = found;
  const isFunction =
    meaning.what === 'declared'
      ? meaning.declaration.arity !== undefined
      : meaning.what === 'defined' && meaning.definition.style === 'function';
  return isFunction ? found : undefined;
}

/** Names that stand for themselves unless they are declared: e, π, δ, Φ, Γ, softmax, … */
function readOwnName(reader: FormulaReader, atom: Atom): Factor {
  const { arena } = reader;
  const word = atom.text.trim();
  const isLetter = atom.kind === 'letter' && atom.accent === '' && atom.font !== 'script';
  const follows = reader.peek();
  if (isLetter && word === 'e' && !atom.sub) {
    reader.next();
    if (!atom.sup) return closed(arena.make('exp', [arena.num(1)]));
    const exponent = reader.read(atom.sup, atom.sup[0] ?? atom);
    requireNumber(reader, exponent, atom.sup[0] ?? atom, 'an exponent');
    return closed(arena.make('exp', [exponent]));
  }
  if (isLetter && word === 'pi' && !atom.sub) {
    reader.next();
    return closed(applyScripts(reader, arena.make('pi', []), atom));
  }
  if (isLetter && word === 'delta' && atom.sub) return closed(readDelta(reader, atom.sub));
  if (isLetter && (word === 'Phi' || word === 'Gamma') && isBracket(follows))
    return readFunction(reader, word === 'Phi' ? 'Phi' : 'gamma', readFactor);
  if (isLetter && word === 'sigma' && !atom.sub && isBracket(follows))
    return readFunction(reader, 'sigmoid', readFactor);
  if (isLetter && word === 'I' && atom.font === 'bold' && atom.sub)
    return closed(readUnitArray(reader, 'eye') as Term);
  if (atom.kind === 'letter') return readSpelledWord(reader) ?? fail(undeclaredName(reader, atom));
  if (/^arg ?(min|max)$/.test(word)) {
    reader.next();
    return closed(readArg(reader, word.endsWith('min') ? 'argmin' : 'argmax', atom));
  }
  const constant = CONSTANTS.get(word);
  if (constant) {
    reader.next();
    return closed(arena.make(constant, []));
  }
  const name = functionOfWord(word);
  if (name === undefined) throw undeclaredName(reader, atom);
  return readFunction(reader, name, readFactor);
}

const fail = (error: Error): never => {
  throw error;
};

/** `log(x)` in plain letters, none of which would mean anything as they stand. */
function readSpelledWord(reader: FormulaReader): Factor | undefined {
  const atoms = reader.rest(12);
  let length = 0;
  while (atoms[length]?.kind === 'letter' && /^[A-Za-z]$/.test(atoms[length]?.text ?? '')) length++;
  const letters = atoms.slice(0, length);
  const name = functionOfWord(letters.map(({ text }) => text).join(''));
  const last = letters.at(-1);
  if (name === undefined || length < 2 || !last || !isBracket(atoms[length] as Atom))
    return undefined;
  reader.skip(length - 1);
  return readFunction(reader, name, readFactor);
}

/** Braces: a number as the printer writes it, a name with its own subscript, or any expression. */
function readGroup(reader: FormulaReader): Factor {
  const atom = reader.next();
  const content = contentOf(atom);
  if (atom.accent !== '')
    throw reader.error(
      `\\${atom.accent} over ${reader.quote(...content)} has no meaning here`,
      atom,
      {
        hint: `declare it: notation ${reader.quote(atom)} = …`,
      },
    );
  const number = groupedNumber(reader, atom);
  if (number) return closed(applyScripts(reader, number, atom));
  const [name] = content;
  const found = content.length === 1 && name && !name.sup ? resolve(reader, name, true) : undefined;
  if (found && name)
    return closed(readResolved(reader, { ...found, atom: { ...atom, primes: atom.primes } }, name));
  return closed(applyScripts(reader, reader.read(content, atom), atom));
}

function readRows(reader: FormulaReader): Term {
  const atom = reader.next();
  if (/^[dr]?cases$/.test(atom.text)) return applyScripts(reader, readCases(reader, atom), atom);
  if (/matrix$|^array$/.test(atom.text))
    return applyScripts(reader, readMatrix(reader, atom), atom);
  throw reader.error(`the environment ${atom.text} has no meaning here`, atom);
}

const FUNCTIONS = new Set(['log', 'exp', 'tanh', 'det']);

function readCommand(reader: FormulaReader): Factor {
  const { atom } = reader;
  const { text } = atom;
  if (FUNCTIONS.has(text)) return readFunction(reader, text, readFactor);
  switch (text) {
    case 'sum':
    case 'prod':
      return closed(readBig(reader, text));
    case 'max':
    case 'min':
      if (atom.sub || !isBracket(reader.peek())) return closed(readBig(reader, text));
      reader.next();
      return closed(readExtremumOf(reader, atom));
    case 'int':
      return closed(readIntegral(reader));
    case 'arg':
      return closed(readArgOf(reader));
    case 'argmin':
    case 'argmax':
      reader.next();
      return closed(readArg(reader, text, atom));
    case 'nabla':
      return closed(readGradient(reader));
    case 'partial':
      return closed(atom.sub ? readGradient(reader) : readInlineDerivative(reader));
    case 'infty':
      reader.next();
      return closed(applyScripts(reader, reader.arena.make('inf', []), atom));
  }
  return closed(readWithArguments(reader));
}
