/** Subscripts as indices: `y_{ic}`, `z_{i+1,c}`, `z_{i,:}`, `z_k^{(i)}`. */
import type { Axis } from '../../kernel/context.js';
import type { Term } from '../../term/term.js';
import { requireIndex } from '../sort-check.js';
import { type Atom, bareAtom, contentOf, isSign } from './atom.js';
import type { FormulaReader } from './formula-reader.js';
import { letterName } from './symbol.js';

/** The parts between commas and semicolons. */
export function splitAt(atoms: readonly Atom[], ...signs: string[]): Atom[][] {
  const parts: Atom[][] = [[]];
  for (const atom of atoms) {
    const isSeparator =
      isSign(atom, ...signs) || (atom.kind === 'command' && signs.includes(atom.text));
    if (isSeparator && !atom.sub && !atom.sup) parts.push([]);
    else parts.at(-1)?.push(atom);
  }
  return parts;
}

/** A list of indices as it is written, before it is known how many there are. */
interface Written {
  readonly atoms: readonly Atom[];
  readonly place: Atom;
}

/** The indices of an array of these axes, `undefined` for `:`. */
export function readIndices(
  reader: FormulaReader,
  name: string,
  axes: readonly Axis[],
  atom: Atom,
): { items: (Term | undefined)[]; rest: Atom } {
  const sample = sampleIndex(atom);
  const above = sample ? splitAt(contentOf(sample), ',') : [];
  const below = atom.sub
    ? splitIndices(reader, name, atom.sub, axes.length - above.length, atom)
    : [];
  const written: Written[] = ordered(reader, axes, above, below).map((atoms) => ({
    atoms,
    place: atom,
  }));
  if (written.length > axes.length) throw tooMany(reader, name, axes.length, written.length, atom);
  const items = axes.map((axis, k) => {
    const part = written[k];
    return part ? readIndex(reader, part, axis) : undefined;
  });
  const { sub: _, ...rest } = atom;
  if (!sample) return { items, rest };
  const { sup: __, ...without } = rest;
  return { items, rest: without };
}

/** The `(i)` of `z^{(i)}`, and nothing else above. */
export function sampleIndex({ sup }: Atom): Atom | undefined {
  const [only] = sup ?? [];
  const isParenthesis = sup?.length === 1 && only?.kind === 'fenced' && only.text === '(';
  return isParenthesis && !only.sub && !only.sup ? only : undefined;
}

/** The index above stands first, unless the declared ranges say that it is the last. */
function ordered(
  reader: FormulaReader,
  axes: readonly Axis[],
  above: readonly Atom[][],
  below: readonly Atom[][],
): Atom[][] {
  const first = [...above, ...below];
  const last = [...below, ...above];
  if (above.length === 0 || below.length === 0) return first;
  const fits = (order: readonly Atom[][]): boolean =>
    order.every((atoms, k) => {
      const [only] = atoms;
      const name = atoms.length === 1 && only ? letterName(only) : undefined;
      const range = name === undefined ? undefined : reader.scope.defaultAxis(name);
      const axis = axes[k];
      return !range || !axis || (range.lo === axis.lo && range.hi === axis.hi);
    });
  return !fits(first) && fits(last) ? last : first;
}

/** The indices of a subscript for this many axes: between commas, or one letter or digit each. */
function splitIndices(
  reader: FormulaReader,
  name: string,
  sub: readonly Atom[],
  count: number,
  atom: Atom,
): Atom[][] {
  if (sub.some((each) => isSign(each, ',', ';'))) return splitAt(sub, ',', ';');
  const units = sub.flatMap(unitsOf);
  const isJuxtaposed = sub.every(
    (each) =>
      each.kind === 'letter' || each.kind === 'number' || isSign(each, ':') || isGroup(each),
  );
  if (!isJuxtaposed || units.length === 1) return [[...sub]];
  if (sub.length === 1 && count === 1) return [[...sub]];
  if (units.length === count) return units;
  const isNumberFirst = sub[0]?.kind === 'number' && sub.length === 2 && count === 1;
  if (isNumberFirst) return [[...sub]];
  throw ambiguous(reader, name, sub, units.length, count, atom);
}

const isGroup = (atom: Atom): boolean => atom.kind === 'group' || atom.kind === 'fenced';

/** The digits of a number each on their own; every other atom as it is. */
function unitsOf(atom: Atom): Atom[][] {
  if (atom.kind !== 'number') return [[atom]];
  return [...atom.text].map((digit, k, all) => [
    { ...(k === all.length - 1 ? atom : bareAtom(atom)), text: digit },
  ]);
}

const indexCount = (count: number): string => (count === 1 ? '1 index' : `${count} indices`);

function ambiguous(
  reader: FormulaReader,
  name: string,
  sub: readonly Atom[],
  units: number,
  count: number,
  atom: Atom,
): Error {
  const written = reader.quote(...sub);
  const commas = sub
    .flatMap(unitsOf)
    .map(([unit]) => (unit as Atom).text)
    .join(',');
  return reader.error(
    `the subscript ${written} of ${name} can be read in two ways: as ${indexCount(units)} ${commas}, or as one index, the ${/^\d+$/.test(written) ? 'number' : 'product'} ${written}`,
    sub[0] ?? atom,
    {
      expected: indexCount(Math.max(count, 0)),
      hint: `write ${name}_{${commas}} for ${indexCount(units)}, or ${name}_{(${written})} for one`,
    },
  );
}

const tooMany = (
  reader: FormulaReader,
  name: string,
  takes: number,
  given: number,
  atom: Atom,
): Error =>
  reader.error(
    `${name} takes ${takes === 0 ? 'no index' : indexCount(takes)}, not ${given}`,
    atom.sub?.[0] ?? atom,
    {
      expected: takes === 0 ? 'no subscript' : indexCount(takes),
    },
  );

function readIndex(reader: FormulaReader, { atoms, place }: Written, axis: Axis): Term | undefined {
  const [only] = atoms;
  if (
    atoms.length === 1 &&
    (isSign(only, ':') || (only?.kind === 'command' && /^(cdot|star)$/.test(only.text)))
  )
    return undefined;
  const start = only ?? place;
  const index = reader.read(atoms, start, 'sum');
  requireIndex(reader, index, start, 'an index');
  reader.setting.unranged.get(index)?.push(axis);
  return index;
}
