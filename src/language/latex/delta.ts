/** Kronecker's delta. */
import type { Term } from '../../term/term.js';
import { requireNumber } from '../sort-check.js';
import type { Atom } from './atom.js';
import type { FormulaReader } from './formula-reader.js';
import { splitAt } from './indices.js';
import { applyScripts } from './scripts.js';

/** `\delta_{ij}` of Kronecker. */
export function readDelta(reader: FormulaReader, sub: readonly Atom[]): Term {
  const atom = reader.next();
  const byComma = splitAt(sub, ',');
  const parts = byComma.length === 1 ? sub.map((each) => [each]) : byComma;
  if (parts.length !== 2)
    throw reader.error('delta takes 2 indices', sub[0] ?? atom, { expected: '\\delta_{ij}' });
  const [i, j] = parts.map((part) => reader.read(part, part[0] ?? atom, 'sum')) as [Term, Term];
  for (const index of [i, j]) requireNumber(reader, index, atom, 'the argument of delta');
  const { sub: _, ...scripts } = atom;
  return applyScripts(reader, reader.arena.make('delta', [i, j]), scripts);
}
