/** Names before parentheses and under scripts that can be read in two ways. */
import { mentions } from '../../kernel/location.js';
import type { Term } from '../../term/term.js';
import { INTEGER, isIntegerKind } from '../sorts.js';
import type { Indexed } from '../subscript.js';
import { isRelation } from './alignment.js';
import { type Atom, bareAtom, contentOf, hasScripts, isSign } from './atom.js';
import type { FormulaReader } from './formula-reader.js';
import { letterName } from './symbol.js';

/** `J(\theta)` where J is no function is no product either. */
export function refuseApplication(reader: FormulaReader, written: Atom, body?: Term): void {
  const fence = reader.atom;
  if (fence.kind !== 'fenced' || !/^[([{]$/.test(fence.text) || (fence.sub && fence.sup)) return;
  const content = contentOf(fence);
  const isRound = fence.text === '(';
  const isOfBody = body !== undefined && isArgumentOf(reader, body, content, isRound);
  if (!isRound && !isOfBody) return;
  const isArgument =
    isOfBody ||
    (content.length === 1 && /^(letter|word|text)$/.test(content[0]?.kind ?? '')) ||
    content.some((atom) => isSign(atom, ',', ';', '|', '=')) ||
    isSign(content[0], '-') ||
    content.every((atom) => atom.kind === 'number') ||
    reader.setting.notations.isApplied(written) ||
    content.length === 0;
  if (!isArgument) return;
  throw reader.error(
    `${reader.quote(written)} is not a function, so ${reader.quote(written, fence)} has no meaning`,
    written,
    {
      hint: `declare it: notation ${reader.quote(written, fence)} = …; a product is written with \\cdot`,
    },
  );
}

/** In `J(x + 1)` the parentheses hold what J is defined by; those of a product hold a sum. */
function isArgumentOf(
  { scope }: FormulaReader,
  body: Term,
  content: readonly Atom[],
  isRound: boolean,
): boolean {
  if (content.some(isRelation)) return false;
  const isPart = (atom: Atom): boolean => {
    const name = letterName(bareAtom(atom));
    const meaning = name === undefined ? undefined : scope.lookup(name);
    if (meaning?.what !== 'declared' || isIntegerKind(meaning.declaration.kind)) return false;
    return mentions(scope.context, body, meaning.declaration.name);
  };
  const isSum = content.some((atom, k) => k > 0 && isSign(atom, '+', '-'));
  return (
    (isRound && !isSum) || content.some((atom) => isPart(atom) || atom.args.flat().some(isPart))
  );
}

/** `a(i+1)` is no product of an array and a number. */
export function refuseWholeIndex(reader: FormulaReader, array: Indexed, written: Atom): void {
  const fence = reader.atom;
  const content = contentOf(fence);
  const isWhole = (atom: Atom): boolean => {
    const name = letterName(atom);
    const meaning = name === undefined ? undefined : reader.scope.lookup(name);
    if (meaning?.what === 'local')
      return reader.scope.sorts.of(meaning.symbol).kind === INTEGER.kind;
    return meaning?.what === 'declared' && isIntegerKind(meaning.declaration.kind);
  };
  const isIndex =
    fence.kind === 'fenced' &&
    fence.text === '(' &&
    array.axes.length > 0 &&
    !written.sub &&
    !written.sup &&
    !hasScripts(fence) &&
    content.every((atom) => atom.kind === 'number' || isSign(atom, '+', '-') || isWhole(atom));
  if (isIndex)
    throw reader.error(
      `${reader.quote(written, fence)} can be read in two ways: as an entry, or as a product`,
      written,
      { hint: `write ${reader.quote(written)}_{…} for the entry, \\cdot for the product` },
    );
}

/** `A_{ij}^{-1}` looks like `A^{-1}_{ij}`; so it is with a transpose. */
export function refuseEntryOfInverse(
  reader: FormulaReader,
  array: Indexed,
  { sup }: Pick<Atom, 'sup'>,
  atom: Atom,
): void {
  if (array.axes.length < 2 || !atom.sub || !sup) return;
  const isInverse = isSign(sup[0], '-') && sup.length === 2 && sup[1]?.text === '1';
  if (!isInverse && !(sup.length === 1 && /^(T|top)$/.test(sup[0]?.text ?? ''))) return;
  throw reader.error(
    `${reader.quote(atom)} can be read in two ways: of the matrix, or of its entry`,
    atom,
    { hint: `write parentheses, as in (${array.name}^{-1})_{ij}` },
  );
}
