/** Sets of minimisers and maximisers. */
import type { Term } from '../../term/term.js';
import { requireNumber } from '../sort-check.js';
import { type Atom, isCommand } from './atom.js';
import type { FormulaReader } from './formula-reader.js';
import { splitAt } from './indices.js';
import { letterName } from './symbol.js';

/** The set of minimisers of all that follows; `atom` has the variables below it. */
export function readArg(reader: FormulaReader, op: 'argmin' | 'argmax', atom: Atom): Term {
  const parts = splitAt(atom.sub ?? [], ',');
  const variables = parts.map((part) => {
    const [only] = part;
    const name = part.length === 1 && only ? letterName(only) : undefined;
    const term = only && reader.read(part, only, 'factor');
    if (
      name !== undefined &&
      term?.op === 'sym' &&
      reader.scope.lookup(term.name)?.what === 'declared'
    )
      return term;
    throw reader.error(`the variable of arg ${op.slice(3)} is a declared symbol`, only ?? atom, {
      expected: `\\arg\\${op.slice(3)}_{x}`,
    });
  });
  const start = reader.atom;
  const objective = reader.sum();
  requireNumber(reader, objective, start, `the objective of arg ${op.slice(3)}`);
  return reader.arena.make(op, [objective, ...variables]);
}

/** `\arg\min_x`, the variable below either word. */
export function readArgOf(reader: FormulaReader): Term {
  const arg = reader.next();
  const { atom } = reader;
  if (!isCommand(atom, 'min', 'max')) throw reader.unexpected('\\min or \\max');
  reader.next();
  const sub = atom.sub ?? arg.sub;
  return readArg(reader, atom.text === 'min' ? 'argmin' : 'argmax', {
    ...atom,
    ...(sub ? { sub } : {}),
  });
}
