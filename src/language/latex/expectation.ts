/** Expectations over indices. */
import type { Axis } from '../../kernel/context.js';
import type { Term } from '../../term/term.js';
import { bindSymbol } from '../clause.js';
import { requireNumber } from '../sort-check.js';
import { INTEGER } from '../sorts.js';
import { type Atom, contentOf, isCommand } from './atom.js';
import { isBracket } from './fence.js';
import type { FormulaReader } from './formula-reader.js';
import { letterName } from './symbol.js';

/** `\mathbb{E}_{k \sim q}[e]`, `\mathbb{E}_{q}[e]`: the sum over k of q[k]·e, for a distribution q over indices. */
export function readExpectation(reader: FormulaReader): Term {
  const atom = reader.next();
  const fence = reader.atom;
  const sub = atom.sub ?? [];
  const tilde = sub.findIndex((each) => isCommand(each, 'sim'));
  const of = sub.slice(tilde + 1);
  const [start = atom] = of;
  if (!isBracket(fence) || of.length === 0)
    throw reader.error('an expectation is read over a declared distribution only', atom, {
      expected: '\\mathbb{E}_{k \\sim q}[…]',
      hint: 'or declare a notation for it',
    });
  const weights = reader.read(of, start);
  if (reader.scope.sorts.rank(weights) !== 1 || weights.op !== 'sym')
    throw reader.error('an expectation is over a declared vector of probabilities', start);
  const axis = reader.scope.context.declarations.get(weights.name)?.axes[0];
  const letter =
    tilde === 1 && sub[0] ? letterName(sub[0]) : axisLetter(reader, axis, contentOf(fence));
  if (!axis || letter === undefined)
    throw reader.error(`over which index of ${weights.name} is this expectation?`, atom, {
      expected: `\\mathbb{E}_{k \\sim ${weights.name}}[…]`,
    });
  reader.next();
  const local = reader.scope.bind(letter, INTEGER, axis);
  const body = reader.read(contentOf(fence), fence);
  requireNumber(reader, body, fence, 'what an expectation is of');
  reader.scope.unbind(local);
  const weight = reader.arena.make('at', [weights, local.symbol]);
  return bindSymbol(reader, 'sum', local, axis, reader.arena.make('mul', [weight, body]));
}

/** The declared letter of an axis that the text uses, if there is just one. */
function axisLetter(
  reader: FormulaReader,
  axis: Axis | undefined,
  content: readonly Atom[],
): string | undefined {
  const used = new Set<string>();
  const visit = (atoms: readonly Atom[]): void => {
    for (const atom of atoms) {
      const name = atom.kind === 'letter' ? letterName({ ...atom, accent: '' }) : undefined;
      const declared = name === undefined ? undefined : reader.scope.context.declarations.get(name);
      const isOfAxis =
        declared?.kind === 'index' && declared.lower === axis?.lo && declared.upper === axis?.hi;
      if (isOfAxis && name !== undefined) used.add(name);
      for (const part of [...atom.args, atom.sub ?? [], atom.sup ?? []]) visit(part);
    }
  };
  visit(content);
  return used.size === 1 ? [...used][0] : undefined;
}
