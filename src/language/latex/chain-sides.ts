/** What the sides of a chain say by their look alone, and the propositions between them. */
import type { Context } from '../../kernel/context.js';
import type { Term } from '../../term/term.js';
import type { Line } from '../claim.js';
import { type Atom, isCommand, sameHead } from './atom.js';
import type { Side } from './chain.js';

/** `x \in \mathbb{R}^d` says what is declared. */
export const isAboutReals = (atoms: readonly Atom[]): boolean => {
  const at = atoms.findIndex((atom) => isCommand(atom, 'in'));
  const set = atoms[at + 1];
  return (
    at >= 0 && set?.font === 'double' && set.text === 'R' && !set.sub && atoms.length === at + 2
  );
};

/** `\theta := \theta - …` gives a name another value. */
export function isUpdate(first: Side, second: Side): boolean {
  const [name] = first.atoms;
  const mentions = (atoms: readonly Atom[]): boolean =>
    atoms.some((atom) => (name && sameHead(name, atom)) || atom.args.some(mentions));
  return name?.kind === 'letter' && mentions(second.atoms);
}

/** In `\hat{x} = \arg\max_x f = \arg\max_x g` the first side is a name for the others. */
export function withoutName(sides: readonly Side[]): readonly Side[] {
  const isArg = ({ atoms: [first] }: Side): boolean =>
    isCommand(first, 'arg', 'argmin', 'argmax') ||
    (first?.kind === 'word' && /^arg ?(min|max)$/.test(first.text.trim()));
  return sides.some(isArg) && sides[0] && !isArg(sides[0]) ? sides.filter(isArg) : sides;
}

export function propositionOf(before: Line, line: Line, { arena }: Context): Term {
  const [a, b] = [before.term, line.term];
  switch (line.relation) {
    case 'le':
    case 'lt':
      return arena.make(line.relation, [a, b]);
    case 'ge':
      return arena.make('le', [b, a]);
    case 'gt':
      return arena.make('lt', [b, a]);
    default:
      return arena.make('eq', [a, b]);
  }
}
