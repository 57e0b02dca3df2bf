/**
 * The shape of a rule as the checker sees it, and its instantiation.
 *
 * A rule says: whenever the premises hold, the conclusion holds. Metavariables stand for terms;
 * `F(k)` stands for a term in which the bound index k may occur, so a bare `u` under a binder
 * cannot mention the binder's index, by form.
 */

import { remembered } from '../term/memo.js';
import { close, instantiate, mentionsName, remake } from '../term/substitution.js';
import { type Arena, arg, type Term } from '../term/term.js';

export interface Rule {
  readonly id: string;
  /** Names of the metavariables and how many bound indices each takes. */
  readonly variables: ReadonlyMap<string, number>;
  readonly premises: readonly Term[];
  readonly conclusion: Term;
}

export type RuleBook = ReadonlyMap<string, Rule>;

/** A term for each metavariable, with a loose index for each bound index it takes. */
export type Substitution = ReadonlyMap<string, Term>;

export class IllFormedSubstitution extends Error {}

/** Letters for the bound indices of an instance, by the pattern's letters; for printing only. */
export type Letters = ReadonlyMap<string, string>;

/** The pattern with its metavariables replaced, as a term of `arena`. */
export function instantiatePattern(
  arena: Arena,
  pattern: Term,
  substitution: Substitution,
  letters?: Letters,
  depth = 0,
): Term {
  const inside = (child: Term, level = depth): Term =>
    instantiatePattern(arena, child, substitution, letters, level);
  if (pattern.op === 'meta') {
    const value = substitution.get(pattern.name);
    if (!value) throw new IllFormedSubstitution(`no term for ${pattern.name}`);
    if (value.loose > pattern.args.length)
      throw new IllFormedSubstitution(`${pattern.name} mentions an index that it may not`);
    for (let k = 0; k < depth; k++)
      if (mentionsName(value, `%${k}`))
        throw new IllFormedSubstitution(`${pattern.name} mentions the name of a bound index`);
    return instantiate(
      arena,
      value,
      pattern.args.map((a) => inside(a)),
    );
  }
  const { under } = pattern;
  if (under < 0) {
    const args = pattern.args.map((a) => inside(a));
    const isOptimum = pattern.op === 'argmin' || pattern.op === 'argmax';
    // One metavariable stands for all variables of an optimum.
    const spread = isOptimum ? args.flatMap((a) => (a.op === 'variables' ? a.args : [a])) : args;
    return remake(arena, pattern, spread);
  }
  const index = arena.sym(`%${depth}`);
  const args = pattern.args.map((child, i) => {
    if (i !== under) return inside(child);
    return close(arena, inside(openPattern(child, index.name), depth + 1), [index]);
  });
  return arena.make(pattern.op, args, '', letters?.get(pattern.letter) ?? pattern.letter);
}

const opened = remembered((_body: Term) => new Map<string, Term>());

/** The pattern's body with its index named; patterns are small and few, so each is kept. */
function openPattern(body: Term, name: string): Term {
  const known = opened(body).get(name) ?? renameLoose(body, name, 0);
  opened(body).set(name, known);
  return known;
}

/** Patterns live outside any arena while they are instantiated: only their shape matters. */
function renameLoose(term: Term, name: string, depth: number): Term {
  if (term.op === 'bound' && term.index === depth)
    return { ...term, op: 'sym', name, index: -1, loose: 0 };
  if (term.loose <= depth) return term;
  const { under } = term;
  const args = term.args.map((_, i) =>
    renameLoose(arg(term, i), name, i === under ? depth + 1 : depth),
  );
  return { ...term, args };
}
