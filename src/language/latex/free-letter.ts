/** Letters that a formula is stated for without a declaration: the z of `\\sigma'(z) = …`. */
import { type Context, declare } from '../../kernel/context.js';
import { Scope } from '../scope.js';
import { type Atom, contentOf, hasScripts } from './atom.js';
import type { Chain } from './chain.js';
import { isBracket } from './fence.js';
import type { NotationTable } from './notation-table.js';
import { letterName } from './symbol.js';

/**
 * The context with the undeclared letters by which the chain takes a derivative with a prime, as
 * real numbers: what is said of the derivative of a function is said at every argument.
 */
export function withArguments(context: Context, chain: Chain, notations: NotationTable): Context {
  let all = context;
  for (const { atoms } of chain.sides)
    for (const letter of argumentsOf(atoms)) {
      const name = letterName(letter);
      if (name === undefined || notations.match([letter]) || new Scope(all).lookup(name)) continue;
      all = declare(all, { name, kind: 'real', axes: [] });
    }
  return all;
}

function argumentsOf(atoms: readonly Atom[]): Atom[] {
  return atoms.flatMap((atom, k) => {
    const inside = [...atom.args, ...atom.rows.flat()].flatMap(argumentsOf);
    const fence = atoms[k + 1];
    const isPrimed = atom.primes > 0 && fence !== undefined && isBracket(fence);
    const [only, ...others] = isPrimed ? contentOf(fence) : [];
    const isLetter = only?.kind === 'letter' && !hasScripts(only) && only.accent === '';
    return isLetter && others.length === 0 ? [...inside, only] : inside;
  });
}
