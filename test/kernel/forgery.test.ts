// Proofs of false statements, forged by hand: each would be accepted by a checker that is careless
// in one place, and is refused.

import { describe, expect, it } from 'vitest';
import { ProofError } from '../../src/kernel/check.js';
import { assume, define } from '../../src/kernel/context.js';
import { Checker } from '../../src/kernel/check.js';
import { Scope } from '../../src/kernel/scope.js';
import type { Proof, Step } from '../../src/kernel/proof.js';
import { ruleBook } from '../../src/rules/book.js';
import { builder } from '../../src/term/build.js';
import type { Arena, Term } from '../../src/term/term.js';
import {
  ALGEBRA,
  chain,
  fact,
  hypothesis,
  LINEAR,
  linear,
  rule,
  setting,
  type Setting,
  step,
  SYNTAX,
  UNFOLD,
  VALUE,
} from './setting.js';

const refuses = (s: Setting, proof: Proof, goal: Term): void =>
  expect(() => s.check(proof, goal)).toThrow(ProofError);

/** The term with one loose index made from a function of the bound index. */
const body = (t: ReturnType<typeof builder>, of: (k: Term) => Term): Term => of(t.arena.bound(0));

describe('names that are not in scope', () => {
  it('refuses a case distinction about the index of a binder that is opened later', () => {
    const s = setting();
    const { t } = s;
    const k = t.sym('$0');
    const [zero, one, two] = [t.num(0), t.num(1), t.num(2)];
    const delta = (i: Term): Term => t.delta(i, one);
    const sum = (at: Term, of: Term): Term => t.sum('k', at, at, of);
    // k = 1: the sum over 2..2 of delta(k, 1) is 1.   k ≠ 1: the one over 1..1 is 0.
    const two1 = sum(two, delta(t.sym('k')));
    const yes = chain(
      step([], rule('delta-distinct', { i: two, j: one }, rule('ne-of-greater', { u: two, v: one }, LINEAR)), delta(two), true),
      step([], rule('sum-single', { a: two, F: body(t, delta) }, SYNTAX), two1, true),
      step([2], rule('delta-equal', { i: k, j: one }, fact(0)), sum(two, one)),
      step([], rule('sum-single', { a: two, F: one }, SYNTAX), one),
    );
    const one1 = sum(one, delta(t.sym('k')));
    const no = chain(
      step([], rule('sum-zero', { a: one, b: one }), sum(one, zero), true),
      step([2], rule('delta-distinct', { i: k, j: one }, fact(0)), one1, true),
      step([], rule('sum-single', { a: one, F: body(t, delta) }, SYNTAX), delta(one)),
      step([], rule('delta-same', { i: one }), one),
    );
    refuses(s, { by: 'cases', on: t.eq(k, one), yes, no }, t.eq(zero, one));
  });

  it('refuses a line that names the index of a binder outside of it', () => {
    const s = setting();
    const { t } = s;
    const local = t.sym('$0');
    const five = t.num(5);
    const [one, two, three] = [t.num(1), t.num(2), t.num(3)];
    const bracket = (of: Term): Term => t.iverson(t.eq(t.sum('k', one, two, of), three));
    const line = (inner: Term, outer: Term): Term =>
      t.mul(bracket(inner), t.sum('k', five, five, outer));
    const k = t.sym('k');
    const half = t.num({ n: 3n, d: 2n });
    const constant = t.sum('k', one, two, local);
    const count = rule('sum-const', { a: one, b: two, u: local }, LINEAR, SYNTAX, SYNTAX);
    const product = t.mul(t.add(t.sub(two, one), one), local);
    const narrow = linear(
      [t.eq(constant, three), fact(0), 0.5],
      [t.eq(constant, product), count, -0.5],
    );
    const proof = chain(
      step([0, 0, 0, 2], chain(), line(local, k)),
      step([1, 2], { ...narrow, terms: halves(narrow) } as Proof, line(local, half)),
      step([0, 0, 0, 2], chain(), line(k, half)),
    );
    refuses(s, proof, t.eq(line(k, k), line(k, half)));
  });

  it('refuses a substitution that mentions the name given to a bound index', () => {
    const s = setting();
    const { t } = s;
    const u = t.sym('%0');
    const sum = (n: number): Term => t.sum('k', t.num(n), t.num(n), t.sym('k'));
    const times = (n: number): Term => t.mul(t.add(t.sub(t.num(n), t.num(n)), t.num(1)), u);
    const count = (n: number): Proof =>
      rule('sum-const', { a: t.num(n), b: t.num(n), u }, LINEAR, SYNTAX, SYNTAX);
    const single = (n: number): Proof =>
      rule('sum-single', { a: t.num(n), F: t.arena.bound(0) }, SYNTAX);
    const proof = chain(
      step([], single(1), sum(1), true),
      step([], count(1), times(1)),
      step([], ALGEBRA, times(2)),
      step([], count(2), sum(2), true),
      step([], single(2), t.num(2)),
    );
    refuses(s, proof, t.eq(t.num(1), t.num(2)));
  });
});

/** The factors of the proof that 3/2 is the index. */
function halves(proof: Proof) {
  if (proof.by !== 'linear') throw new Error('not a combination');
  return proof.terms.map((term, i) => ({ ...term, factor: { n: i === 0 ? 1n : -1n, d: 2n } }));
}
