/** Signs of mixtures: a*u + (1 - a)*v, multiplied out, is positive where u and v are. */
import * as P from '../kernel/polynomial.js';
import type { Proof } from '../kernel/proof.js';
import type { Scope } from '../kernel/scope.js';
import * as Q from '../term/rational.js';
import { arg, type Term } from '../term/term.js';
import type { Conditions } from './conditions.js';
import { RingView } from './ring-view.js';
import { sumOf } from './sum-groups.js';

/** Most monomials of a polynomial, and deepest condition, that are looked at. */
const MAX_MONOMIALS = 8;
const MAX_DEPTH = 40;

/** 0 < p or 0 ≤ p or their like for -p, where p is linear in a number between 0 and 1 and has the sign at both ends. */
export function byMixture(
  prover: Conditions,
  scope: Scope,
  goal: Term,
  depth: number,
): Proof | undefined {
  const { arena } = scope;
  const zero = arena.num(0);
  const p = goal.args.find((side) => side.op === 'add' || side.op === 'sub');
  if (!p || !goal.args.includes(zero) || depth > MAX_DEPTH) return undefined;
  const view = new RingView(arena, arena.make('sub', [arg(goal, 1), arg(goal, 0)]), new Set());
  const monomials = [...view.polynomial.values()];
  const isLess = monomials.some(({ coefficient }) => Q.compare(coefficient, Q.ZERO) < 0);
  if (!isLess || monomials.length > MAX_MONOMIALS) return undefined;
  const one = arena.num(1);
  for (const { factors } of monomials.filter(
    ({ coefficient }) => Q.compare(coefficient, Q.ZERO) < 0,
  ))
    for (const [atom, e] of factors) {
      const a = view.term(atom);
      if (e !== 1 || factors.length < 2 || (a.op !== 'sym' && a.op !== 'at')) continue;
      const powers = monomials.map((m) => m.factors.find(([b]) => b === atom)?.[1] ?? 0);
      if (powers.some((power) => power !== 0 && power !== 1)) continue;
      const bounds = [arena.make(goal.op, [zero, a]), arena.make(goal.op, [a, one])];
      if (!prover.all(scope, bounds, depth)) continue;
      const with0 = sumOf(monomials.filter((_, i) => powers[i] === 0));
      const rise = sumOf(
        monomials
          .filter((_, i) => powers[i] === 1)
          .map((m) => ({ ...m, factors: m.factors.filter(([b]) => b !== atom) })),
      );
      const ends = [P.add(with0, rise), with0].map((end) => view.sum(end)) as [Term, Term];
      const parts = [
        arena.make('mul', [a, ends[0]]),
        arena.make('mul', [arena.make('sub', [one, a]), ends[1]]),
      ];
      const mixed = arena.make(goal.op, [zero, arena.make('add', parts)]);
      const proof = prover.prove(scope, mixed, depth + 1);
      if (proof) return { by: 'linear', terms: [{ fact: mixed, proof, factor: Q.ONE }] };
    }
  return undefined;
}
