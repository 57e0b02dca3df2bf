/** Inequalities about absolute values, maxima and sums, and the terms that they are of. */
import type { Proof } from '../kernel/proof.js';
import type { Scope } from '../kernel/scope.js';
import { match } from '../match/match.js';
import { instantiate } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import type { Conditions } from './conditions.js';

export type Add = (fact: Term, proof: Proof) => void;

/** -u ≤ |u| and u ≤ |u|; both sides of a maximum of two are at most that. */
export function absoluteFacts(
  prover: Conditions,
  scope: Scope,
  atom: Term,
  depth: number,
  add: Add,
): void {
  const { arena } = scope;
  const [u, v] = atom.args;
  const give = (rule: string, values: Record<string, Term>, fact: Term): void => {
    const proof = prover.named(rule, scope, values, depth + 1);
    if (proof) add(fact, proof);
  };
  if (atom.op === 'abs' && u) {
    give('le-abs', { u }, arena.make('le', [u, atom]));
    give('neg-le-abs', { u }, arena.make('le', [arena.make('neg', [u]), atom]));
    give('abs-nonneg', { u }, arena.make('eq', [atom, u]));
    give('abs-nonpos', { u }, arena.make('eq', [atom, arena.make('neg', [u])]));
  }
  if (atom.op === 'maximum' && u && v) {
    give('le-maximum-left', { u, v }, arena.make('le', [u, atom]));
    give('le-maximum-right', { u, v }, arena.make('le', [v, atom]));
  }
}

/** Rules that bound a term by the whole. */
const BOUNDS_TERMS = { max: 'le-max', min: 'min-le', sum: 'term-le-sum' } as const;

/** Each term of a maximum, or of a sum, that is another atom of the goal is at most that. */
export function maximumFacts(
  prover: Conditions,
  scope: Scope,
  maximum: Term,
  atoms: ReadonlySet<Term>,
  depth: number,
  add: Add,
  mayBeStrict: boolean,
): void {
  const rule = BOUNDS_TERMS[maximum.op as keyof typeof BOUNDS_TERMS];
  if (!rule) return;
  const { arena } = scope;
  const [a, b, body] = maximum.args as [Term, Term, Term];
  const index = arena.make('meta', [], 'j');
  const pattern = instantiate(arena, body, [index]);
  for (const atom of atoms) {
    const found = match(arena, pattern, atom);
    const j = found?.get('j');
    if (!j) continue;
    const less =
      maximum.op === 'sum' && mayBeStrict
        ? prover.named('term-less-sum', scope, { a, b, j, F: body }, depth + 1)
        : undefined;
    if (less) add(arena.make('lt', [atom, maximum]), less);
    const proof = less ?? prover.named(rule, scope, { a, b, j, F: body }, depth + 1);
    if (!proof || less) continue;
    add(arena.make('le', maximum.op === 'min' ? [maximum, atom] : [atom, maximum]), proof);
  }
}
