/** Commands with arguments: fractions, which may be derivatives, binomials and roots. */
import type { Term } from '../../term/term.js';
import { checkOperands } from '../operand-check.js';
import { requireNumber } from '../sort-check.js';
import { isIntegerKind } from '../sorts.js';
import type { Atom } from './atom.js';
import { isDerivative, readDerivative } from './derivative.js';
import { readBars } from './fence.js';
import type { FormulaReader } from './formula-reader.js';
import { fractionNumber } from './number.js';
import { applyScripts } from './scripts.js';

export function readWithArguments(reader: FormulaReader): Term {
  const { atom } = reader;
  const [above = [], below = []] = atom.args;
  switch (atom.text) {
    case 'frac':
    case 'dfrac':
    case 'tfrac':
    case 'cfrac': {
      reader.next();
      if (isDerivative(above, below)) {
        if (above[0]?.text === 'd') refuseVariable(reader, atom);
        if (atom.sub || atom.sup) throw reader.error('a derivative takes no scripts', atom);
        return readDerivative(reader, above, below, atom);
      }
      return applyScripts(reader, fractionNumber(reader, atom) ?? quotient(reader, atom), atom);
    }
    case 'binom':
    case 'dbinom':
    case 'tbinom': {
      reader.next();
      const terms = [above, below].map((part) => reader.read(part, atom));
      for (const term of terms) requireNumber(reader, term, atom, 'the argument of binom');
      return applyScripts(reader, reader.arena.make('binom', terms), atom);
    }
    case 'sqrt': {
      reader.next();
      if (below.length > 0 && !(below.length === 1 && below[0]?.text === '2'))
        throw reader.error('only square roots are read', atom, { hint: 'write x^{1/n}' });
      const inner = reader.read(above, atom);
      requireNumber(reader, inner, atom, 'the argument of sqrt');
      return applyScripts(reader, reader.arena.make('sqrt', [inner]), atom);
    }
    case 'Vert':
      return readBars(reader);
  }
  throw reader.error(`what \\${atom.text} means here is not known`, atom, {
    expected: 'an expression',
  });
}

/** With a number d, `\\frac{d x}{d y}` is a quotient too. */
function refuseVariable(reader: FormulaReader, atom: Atom): void {
  const meaning = reader.scope.lookup('d');
  const isSize = meaning?.what === 'declared' && isIntegerKind(meaning.declaration.kind);
  if (meaning && !isSize)
    throw reader.error(
      'this fraction can be read in two ways: as a derivative, or as a quotient by d',
      atom,
      { hint: 'a derivative is written with \\partial where d is declared' },
    );
}

function quotient(reader: FormulaReader, atom: Atom): Term {
  const [above = [], below = []] = atom.args;
  const left = reader.read(above, above[0] ?? atom);
  const next = below[0] ?? atom;
  const right = reader.read(below, next);
  checkOperands(reader, 'div', { left, right, start: above[0] ?? atom, token: atom, next });
  return reader.arena.make('div', [left, right]);
}
