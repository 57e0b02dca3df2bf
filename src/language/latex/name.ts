/** Names of a formula with their scripts: what is declared, and what stands for itself. */
import type { Axis, Declaration, Definition } from '../../kernel/context.js';
import { mentions } from '../../kernel/location.js';
import { instantiate } from '../../term/substitution.js';
import type { Term } from '../../term/term.js';
import { axisLetters } from '../axis-letter.js';
import { UndeclaredName } from '../language-error.js';
import { didYouMean } from '../nearest-name.js';
import type { NamedPart } from '../scope.js';
import { INTEGER, isFunctionKind, isIntegerKind } from '../sorts.js';
import { entryOf, type Indexed, sliced } from '../subscript.js';
import { refuseApplication, refuseEntryOfInverse, refuseWholeIndex } from './application.js';
import { readArguments } from './argument-list.js';
import { type Atom, contentOf } from './atom.js';
import type { FormulaReader } from './formula-reader.js';
import { readNamedCall } from './function.js';
import { readIndices, sampleIndex, splitAt } from './indices.js';
import { applyScripts } from './scripts.js';
import { type Found, labelOf, letterName, lookupSymbol, stemOf } from './symbol.js';

/** A name that was found, and the atom with the scripts that do not belong to it. */
export interface Resolved extends Found {
  readonly atom: Atom;
}

/** The name that an atom means; undefined when nothing of that name is declared. Throws where two are. */
export function resolve(reader: FormulaReader, atom: Atom, isWhole = false): Resolved | undefined {
  const stem = stemOf(atom);
  if (stem === undefined) return undefined;
  if (atom.args.length > 0)
    throw reader.error(`the mark above ${reader.quote(atom)} makes another name of it`, atom, {
      hint: `declare it: notation ${reader.quote(atom)} = …`,
    });
  const { accent, primes } = atom;
  const label = labelOf(atom.sub);
  const plain =
    isWhole && atom.sub ? [] : lookupSymbol(reader.scope, { stem, accent, label: '', primes });
  const labelled = label ? lookupSymbol(reader.scope, { stem, accent, label, primes }) : [];
  const own = only(reader, atom, labelled);
  const isEntry = !isWhole && plain.length === 0 && !own;
  const base = only(reader, atom, isEntry ? matrixOf(reader, atom, stem) : plain);
  if (own && base && takesIndex(base)) {
    const { name } = base;
    throw reader.error(
      `${reader.quote(atom)} can be read in two ways: as the name ${own.name}, or as an entry of ${name}`,
      atom,
      { hint: `declare one of them by another name, or write ${name}_{(${label})} for the entry` },
    );
  }
  const { sub: _, ...withoutSub } = atom;
  const found = own
    ? { ...own, atom: { ...withoutSub, primes: 0 } }
    : base && { ...base, atom: { ...atom, primes: 0 } };
  if (found) refuseFont(reader, atom, found);
  return found;
}

/** The entries of a matrix X are written with the small letter, `x_{ij}`, where that is not declared. */
function matrixOf(reader: FormulaReader, atom: Atom, stem: string): Found[] {
  if (!/^[a-z]$/.test(stem) || !(atom.sub || sampleIndex(atom)) || atom.primes > 0) return [];
  const key = { stem: stem.toUpperCase(), accent: atom.accent, label: '', primes: 0 };
  return lookupSymbol(reader.scope, key).filter(
    ({ meaning }) => meaning.what === 'declared' && meaning.declaration.axes.length > 1,
  );
}

function only(reader: FormulaReader, atom: Atom, found: readonly Found[]): Found | undefined {
  const [first, second] = found;
  if (first && second)
    throw reader.error(
      `${reader.quote(atom)} can be read in two ways: as ${first.name}, or as ${second.name}`,
      atom,
      {
        hint: `declare which: notation ${reader.quote(atom)} = ${first.name}`,
      },
    );
  return first;
}

function takesIndex({ meaning }: Found): boolean {
  if (meaning.what === 'declared') return meaning.declaration.axes.length > 0;
  return meaning.what === 'defined' && meaning.definition.style !== 'function';
}

/** A calligraphic letter is no size or index that the text writes as a plain letter. */
function refuseFont(reader: FormulaReader, atom: Atom, { name, meaning }: Found): void {
  if (atom.font !== 'script' && atom.font !== 'double') return;
  const isPlain =
    meaning.what === 'local' ||
    (meaning.what === 'declared' && isIntegerKind(meaning.declaration.kind));
  if (isPlain)
    throw reader.error(`${reader.quote(atom)} is another letter than ${name}`, atom, {
      hint: `declare it: notation ${reader.quote(atom)} = …`,
    });
}

/** The value of a name with its scripts; its atom has been stepped over. */
export function readResolved(reader: FormulaReader, found: Resolved, written: Atom): Term {
  const { meaning, name, atom } = found;
  switch (meaning.what) {
    case 'part':
      return readPart(reader, meaning, name, atom);
    case 'meta':
      throw reader.error(`${name} is a metavariable`, atom);
    case 'local':
      return scalar(reader, meaning.symbol, atom, written);
    case 'declared':
      return readDeclared(reader, meaning.declaration, atom, written);
    case 'defined':
      return readDefined(reader, meaning.definition, atom, written);
  }
}

/** A part of a printed term with a name of its own: `t_{1}`, `t_{2}(i, j)`. */
function readPart(reader: FormulaReader, part: NamedPart, name: string, atom: Atom): Term {
  if (part.count === 0) return applyScripts(reader, part.body, atom);
  const fence = reader.next();
  const given = readArguments(reader, name, fence, part.count);
  const terms = given.map(({ term }) => term);
  return applyScripts(reader, instantiate(reader.arena, part.body, terms), fence);
}

function scalar(reader: FormulaReader, term: Term, atom: Atom, written: Atom, body?: Term): Term {
  refuseApplication(reader, written, body);
  return applyScripts(reader, term, atom);
}

function readDeclared(
  reader: FormulaReader,
  declaration: Declaration,
  atom: Atom,
  written: Atom,
): Term {
  const { name, axes, kind } = declaration;
  if (isFunctionKind(kind))
    return readNamedCall(reader, name, { ...atom, primes: written.primes }, { declaration });
  const symbol = reader.arena.sym(name);
  if (axes.length === 0) return scalar(reader, symbol, atom, written);
  const letters = (): string[] => axisLetters(reader.scope.context, axes);
  const entry = (indices: readonly Term[]): Term => entryOf(reader, symbol, indices);
  return readIndexed(reader, { name, axes, letters, entry }, atom, written, symbol);
}

function readDefined(
  reader: FormulaReader,
  definition: Definition,
  atom: Atom,
  written: Atom,
): Term {
  const { name, parameters, style } = definition;
  if (style === 'function')
    return readNamedCall(reader, name, { ...atom, primes: written.primes }, { definition });
  if (style === 'value') {
    const value = reader.arena.make('app', [], name);
    if (!atom.sup) skipArguments(reader, value);
    return scalar(reader, value, atom, written, definition.body);
  }
  const axes = parameters.flatMap((parameter) => (parameter.axis ? [parameter.axis] : []));
  const letters = (): string[] => parameters.map((parameter) => parameter.name);
  const entry = (indices: readonly Term[]): Term => reader.arena.make('app', indices, name);
  return readIndexed(
    reader,
    { name, axes, letters, entry },
    atom,
    written,
    undefined,
    definition.body,
  );
}

/** `L(w, b)` is L where its definition depends on w and b: they only say so. */
function skipArguments(reader: FormulaReader, value: Term): void {
  const { scope } = reader;
  const fence = reader.atom;
  if (fence.kind !== 'fenced' || fence.text !== '(' || fence.sub || fence.sup) return;
  const names = splitAt(contentOf(fence), ',', ';', '|').map(([letter, ...others]) => {
    const found = letter && others.length === 0 && !letter.sup && resolve(reader, letter, true);
    const notation = letter && reader.setting.notations.match([letter])?.notation.meaning;
    if (notation) return notation.kind === 'name' ? notation.name : undefined;
    return found && !found.atom.sub ? found.name : undefined;
  });
  const isKnown = (name: string | undefined): boolean =>
    name !== undefined && mentions(scope.context, value, name);
  if (names.every(isKnown)) reader.skip(1);
}

/** `p(x)` is the entry of p at x where x is an index; undefined for any other argument. */
function readApplied(reader: FormulaReader, array: Indexed): Term | undefined {
  const fence = reader.atom;
  if (fence.kind !== 'fenced' || fence.text !== '(' || fence.sub) return undefined;
  const parts = splitAt(contentOf(fence), ',');
  const isIndex = ([letter, ...others]: readonly Atom[]): boolean => {
    const name = letter && others.length === 0 ? letterName(letter) : undefined;
    const meaning = name === undefined ? undefined : reader.scope.lookup(name);
    if (meaning?.what === 'local')
      return reader.scope.sorts.of(meaning.symbol).kind === INTEGER.kind;
    return meaning?.what === 'declared' && meaning.declaration.kind === 'index';
  };
  if (parts.length !== array.axes.length || !parts.every(isIndex)) return undefined;
  reader.next();
  const indices = parts.map((atoms, k) => {
    const index = reader.read(atoms, atoms[0] ?? fence, 'sum');
    reader.setting.unranged.get(index)?.push(array.axes[k] as Axis);
    return index;
  });
  return applyScripts(reader, array.entry(indices), fence);
}

function readIndexed(
  reader: FormulaReader,
  array: Indexed,
  atom: Atom,
  written: Atom,
  whole: Term | undefined,
  body?: Term,
): Term {
  const applied = atom.sub || atom.sup ? undefined : readApplied(reader, array);
  if (applied) return applied;
  refuseApplication(reader, written, body);
  refuseWholeIndex(reader, array, written);
  const { items, rest } = readIndices(reader, array.name, array.axes, atom);
  refuseEntryOfInverse(reader, array, rest, atom);
  const isAll = items.every((item) => item === undefined);
  const isWhole = isAll && !atom.sub;
  return applyScripts(reader, whole && isWhole ? whole : sliced(reader, array, items), rest);
}

/** The error for a name that nothing declares, with the nearest one that is. */
export function undeclaredName(reader: FormulaReader, atom: Atom): Error {
  const written = reader.quote(atom);
  const stem = `${stemOf(atom) ?? atom.text}${atom.accent}`;
  const near = didYouMean(stem, reader.scope.names());
  return new UndeclaredName(written, atom, {
    expected: 'a declared name, or a notation for this',
    ...(stem === near.hint?.replace(/did you mean (.*)\?/, '$1') ? {} : near),
  });
}

/** Letters side by side that are one declared name, `MSE`: the longest such run. */
export function readRun(reader: FormulaReader): Resolved | undefined {
  const atoms = reader.rest(24);
  let length = 0;
  while (isRunLetter(atoms[length]) && (length === 0 || isPlainLetter(atoms[length - 1]))) length++;
  for (let k = length; k >= 2; k--) {
    const run = atoms.slice(0, k);
    const last = run.at(-1) as Atom;
    const word = run.map(({ text }) => text).join('');
    const joined: Atom = {
      ...(run[0] as Atom),
      kind: 'word',
      text: word,
      end: last.end,
      primes: last.primes,
    };
    const atom = {
      ...joined,
      ...(last.sub ? { sub: last.sub } : {}),
      ...(last.sup ? { sup: last.sup } : {}),
    };
    const found = resolve(reader, atom);
    if (!found) continue;
    if (run.every((letter) => resolve(reader, letter)))
      throw reader.error(
        `${word} can be read in two ways: as the name ${found.name}, or as a product of letters`,
        joined,
        {
          hint: `write \\mathrm{${word}} for the name, or \\cdot between the letters`,
        },
      );
    reader.skip(k);
    return found;
  }
  return undefined;
}

const isRunLetter = (atom: Atom | undefined): boolean =>
  atom?.kind === 'letter' && /^[A-Za-z]$/.test(atom.text) && atom.accent === '';

const isPlainLetter = (atom: Atom | undefined): boolean =>
  atom !== undefined && !atom.sub && !atom.sup && atom.primes === 0;
