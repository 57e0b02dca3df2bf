/** Brackets: parentheses, Iverson brackets, bars, norms, inner products, comprehensions. */
import type { Term } from '../../term/term.js';
import { closeBinder } from '../clause.js';
import { requireArray, requireCondition, requireIndex, requireNumber } from '../sort-check.js';
import { INTEGER } from '../sorts.js';
import { type Atom, bareAtom, contentOf, isSign } from './atom.js';
import type { FormulaReader } from './formula-reader.js';
import { splitAt } from './indices.js';
import { applyScripts } from './scripts.js';
import { letterName } from './symbol.js';

const BRACKETS = new Set(['(', '[', '{']);

/** True of brackets that hold an argument. */
export const isBracket = (atom: Atom): boolean =>
  atom.kind === 'fenced' && BRACKETS.has(atom.text) && atom.close !== '.';

export function readFence(reader: FormulaReader): Term {
  const atom = reader.next();
  const { text, close } = atom;
  if (text === '|' || text === 'lvert') return bars(reader, atom, contentOf(atom), false);
  if (text === '||' || text === 'lVert') return bars(reader, atom, contentOf(atom), true);
  if (text === 'langle') return applyScripts(reader, innerProduct(reader, atom), atom);
  if (!isBracket(atom))
    throw reader.error(
      `what ${text === '.' ? `\\left. … \\right${close}` : `\\${text}`} means is not known`,
      atom,
      {
        hint: text === '.' ? 'write the substituted values out' : 'write it out',
      },
    );
  if (text === '(' && atom.sub && atom.sup && atom.sub.some((each) => isSign(each, '=')))
    return comprehension(reader, atom);
  const content = contentOf(atom);
  if (content.some((each) => isSign(each, ',', ';')))
    throw reader.error('a list of values has no meaning here', atom, {
      hint: 'for a function of this name declare it, or declare a notation',
    });
  const inner = reader.read(content, atom);
  const isCondition = reader.scope.sorts.of(inner).kind === 'condition';
  if (text === '[' && isCondition)
    return applyScripts(reader, reader.arena.make('iverson', [inner]), atom);
  return isCondition ? inner : applyScripts(reader, inner, atom);
}

/** `|x|` and `\|w\|_2`; the scripts are those of the closing bar. */
function bars(
  reader: FormulaReader,
  atom: Atom,
  content: readonly Atom[],
  isDouble: boolean,
): Term {
  const inner = reader.read(content, atom);
  if (!isDouble && reader.scope.sorts.rank(inner) === 0) {
    requireNumber(reader, inner, atom, 'what stands between bars');
    return applyScripts(reader, reader.arena.make('abs', [inner]), atom);
  }
  requireArray(reader, inner, atom);
  const kind = (atom.sub ?? []).map(({ text }) => text).join('');
  if (kind !== 'F' && reader.scope.sorts.rank(inner) > 1)
    throw reader.error(
      isDouble
        ? 'this norm can be read in two ways: of the matrix, or of the vector of its entries'
        : 'bars around a matrix can be read in two ways: as its determinant, or as its norm',
      atom,
      { hint: '\\|A\\|_F is the root of the sum of the squares, \\det(A) the determinant' },
    );
  if (!/^(|1|2|F)$/.test(kind))
    throw reader.error(`the norm with the subscript ${kind} is not known`, atom, {
      expected: 'no subscript, 1, 2 or F',
    });
  const op = kind === '1' ? 'norm1' : 'norm2';
  const { sub: _, ...rest } = atom;
  return applyScripts(reader, reader.arena.make(op, [inner]), rest);
}

/** Bars without \left and \right: the next one in the same list closes. */
export function readBars(reader: FormulaReader): Term {
  const open = reader.next();
  const isDouble = open.text === 'Vert';
  const rest = reader.rest();
  const length = rest.findIndex((atom) => atom.kind === open.kind && atom.text === open.text);
  const close = rest[length];
  if (!close)
    throw reader.error(`this bar ${reader.quote(open)} is not closed`, open, {
      hint: 'write \\left| and \\right|, or \\mid for a condition',
    });
  reader.skip(length + 1);
  const { line, column, offset } = open;
  const atom: Atom = { ...close, line, column, offset, kind: 'fenced' };
  return bars(reader, atom, rest.slice(0, length), isDouble);
}

function innerProduct(reader: FormulaReader, atom: Atom): Term {
  const parts = splitAt(contentOf(atom), ',', '|');
  if (parts.length !== 2)
    throw reader.error('an inner product is of two vectors', atom, {
      expected: '\\langle u, v \\rangle',
    });
  const terms = parts.map((part) => {
    const term = reader.read(part, part[0] ?? atom);
    requireArray(reader, term, part[0] ?? atom, 1);
    return term;
  });
  return reader.arena.make('dot', terms);
}

/** `\left( e \right)_{i=1}^{n}`: the array of the values of e. */
function comprehension(reader: FormulaReader, atom: Atom): Term {
  const { sub = [], sup = [] } = atom;
  const equals = sub.findIndex((each) => isSign(each, '='));
  const [letter] = sub;
  const name = equals === 1 && letter ? letterName(letter) : undefined;
  if (name === undefined)
    throw reader.error('a list is written (e)_{i=1}^{n}', sub[0] ?? atom, { expected: 'i=1' });
  const lo = reader.read(sub.slice(2), letter ?? atom, 'sum');
  const hi = reader.read(sup, sup[0] ?? atom, 'sum');
  for (const bound of [lo, hi]) requireIndex(reader, bound, letter ?? atom, 'the bound of a range');
  const axis = { lo, hi };
  const local = reader.scope.bind(name, INTEGER, axis);
  const body = reader.read(contentOf(atom), atom);
  return closeBinder(reader, 'array', { local, axis, condition: undefined }, body);
}

/** `\mathbb{1}\{P\}`, `1_{P}`, `\mathbf{1}[P]`; undefined when no condition follows. */
export function readIndicator(reader: FormulaReader): Term | undefined {
  const atom = reader.atom;
  const follows = reader.peek();
  const [only] = atom.sub ?? [];
  const below = atom.sub?.length === 1 && only && isBracket(only) ? contentOf(only) : atom.sub;
  const condition = below ?? (isBracket(follows) ? contentOf(follows) : undefined);
  if (!condition || !isConditionText(condition)) return undefined;
  reader.skip(below ? 1 : 2);
  const proposition = reader.read(condition, condition[0] ?? atom);
  requireCondition(reader, proposition, condition[0] ?? atom);
  const { sub: _, ...scripts } = below ? atom : follows;
  return applyScripts(
    reader,
    reader.arena.make('iverson', [proposition]),
    below ? scripts : bareIfOwn(scripts),
  );
}

const bareIfOwn = (atom: Atom): Atom => (atom.sup ? atom : bareAtom(atom));

const RELATIONS = /^(=|==|<|>|le|ge|ne|lt|gt|in|notin|land|lor|lnot)$/;

/** True when a relation stands among the atoms. */
const isConditionText = (atoms: readonly Atom[]): boolean =>
  atoms.some(
    (atom) =>
      ((atom.kind === 'sign' || atom.kind === 'command') && RELATIONS.test(atom.text)) ||
      (atom.kind === 'group' && isConditionText(contentOf(atom))),
  );
