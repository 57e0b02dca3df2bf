/** The arguments of a call: between commas, or between bars and semicolons where it takes several. */
import type { Given } from '../call.js';
import { type Atom, contentOf } from './atom.js';
import type { FormulaReader } from './formula-reader.js';
import { splitAt } from './indices.js';

/** The arguments in a fence, as many as the function takes. Throws LanguageError. */
export function readArguments(
  reader: FormulaReader,
  name: string,
  fence: Atom,
  count: number,
): Given[] {
  const parts = argumentParts(fence, count);
  if (parts.length !== count || (parts.length === 1 && parts[0]?.length === 0)) {
    const plural = count === 1 ? 'argument' : 'arguments';
    throw reader.error(`${name} takes ${count} ${plural}, not ${parts.length}`, fence, {
      expected: `${count} ${plural}`,
    });
  }
  return parts.map((atoms) => {
    const token = atoms[0] ?? fence;
    return { term: reader.read(atoms, token), token };
  });
}

function argumentParts(fence: Atom, count: number): Atom[][] {
  const content = contentOf(fence);
  const byComma = splitAt(content, ',', ';');
  if (byComma.length === count) return byComma;
  const byBar = splitAt(content, ',', ';', '|', 'Vert');
  return byBar.length === count ? byBar : byComma;
}
