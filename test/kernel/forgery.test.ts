// Proofs of false statements, forged by hand: each would be accepted by a checker that is careless
// in one place, and is refused.

import { describe, expect, it } from 'vitest';
import { Checker, ProofError } from '../../src/kernel/check.js';
import { assume, define } from '../../src/kernel/context.js';
import type { Proof, Step } from '../../src/kernel/proof.js';
import { Scope } from '../../src/kernel/scope.js';
import { ruleBook } from '../../src/rules/book.js';
import type { builder } from '../../src/term/build.js';
import type { Rational } from '../../src/term/rational.js';
import type { Term } from '../../src/term/term.js';
import {
  ALGEBRA,
  chain,
  fact,
  hypothesis,
  LINEAR,
  linear,
  rule,
  type Setting,
  SYNTAX,
  setting,
  step,
  UNFOLD,
  VALUE,
} from './setting.js';

/** The checker refuses for this reason, and not for a slip in the forgery. */
function refuses(s: Setting, proof: Proof, goal: Term, reason: RegExp): void {
  const check = (): void => s.check(proof, goal);
  expect(check).toThrow(ProofError);
  expect(check).toThrow(reason);
}

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
      step(
        [],
        rule(
          'delta-distinct',
          { i: two, j: one },
          rule('ne-of-greater', { u: two, v: one }, LINEAR),
        ),
        delta(two),
        true,
      ),
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
    refuses(
      s,
      { by: 'cases', on: t.eq(k, one), yes, no },
      t.eq(zero, one),
      /index of another scope/,
    );
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
      [t.eq(constant, three), fact(0), '1/2'],
      [t.eq(constant, product), count, '-1/2'],
    );
    const proof = chain(
      step([0, 0, 0, 2], chain(), line(local, k)),
      step([1, 2], narrow, line(local, half)),
      step([0, 0, 0, 2], chain(), line(k, half)),
    );
    refuses(s, proof, t.eq(line(k, k), line(k, half)), /index of another scope/);
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
    refuses(s, proof, t.eq(t.num(1), t.num(2)), /bound index|another scope/);
  });
});

describe('derivatives bind the symbol that they vary', () => {
  it('refuses to evaluate a sum at the symbol by which its body is differentiated', () => {
    const s = setting('size n');
    const { t } = s;
    const n = t.sym('n');
    const zero = t.num(0);
    const whole = hypothesis('n.integer');
    const diff = (u: Term): Term => t.diff(u, n);
    const proof = chain(
      step([], rule('sum-zero', { a: n, b: n }), t.sum('k', n, n, zero), true),
      step(
        [2],
        rule('diff-const', { u: t.sym('$0'), X: n }, SYNTAX),
        t.sum('k', n, n, diff(t.sym('k'))),
        true,
      ),
      step([], rule('sum-single', { a: n, F: diff(t.arena.bound(0)) }, whole), diff(n)),
      step([], rule('diff-self', { X: n }), t.num(1)),
    );
    refuses(s, proof, t.eq(zero, t.num(1)), /captur/);
  });

  it('refuses to put equals for equals under a derivative by way of a delta', () => {
    const s = setting('real x\nassume x == 3');
    const { t } = s;
    const x = t.sym('x');
    const delta = t.delta(x, t.num(3));
    const under = (u: Term): Term => t.mul(delta, t.diff(u, x));
    const F = t.diff(t.arena.bound(0), x);
    const proof = chain(
      step([], ALGEBRA, t.mul(delta, t.num(1))),
      step([1], rule('diff-self', { X: x }), under(x), true),
      step([], rule('delta-substitute', { i: x, j: t.num(3), F }), under(t.num(3))),
      step([1], rule('diff-const', { u: t.num(3), X: x }, SYNTAX), t.mul(delta, t.num(0))),
      step([], ALGEBRA, t.num(0)),
    );
    refuses(s, proof, t.eq(delta, t.num(0)), /captur/);
  });

  it('refuses to change the symbol of a derivative by way of a delta', () => {
    const s = setting('real x, w');
    const { t } = s;
    const [x, w] = [t.sym('x'), t.sym('w')];
    const u = t.mul(x, t.num(1));
    const delta = t.delta(x, w);
    const by = (target: Term, of: Term): Term => t.mul(delta, t.diff(of, target));
    const F = t.arena.make('diff', [u, t.arena.bound(0)]);
    const proof = chain(
      step([], ALGEBRA, t.mul(delta, t.num(1))),
      step([1], rule('diff-self', { X: x }), by(x, x), true),
      step([1, 0], ALGEBRA, by(x, u)),
      step([], rule('delta-substitute', { i: x, j: w, F }), by(w, u)),
      step([1], rule('diff-const', { u, X: w }, SYNTAX), t.mul(delta, t.num(0))),
      step([], ALGEBRA, t.num(0)),
    );
    refuses(s, proof, t.eq(delta, t.num(0)), /captur/);
  });

  const withDefinition = (s: Setting, name: string, body: Term): Setting => {
    const parameters = [{ name: 'u', kind: 'real' } as const];
    const context = define(s.context, { name, style: 'function', parameters, body });
    const check = (proof: Proof, goal: Term): void =>
      new Checker(ruleBook()).check(Scope.root(context), proof, goal);
    return { ...s, context, check };
  };

  it('refuses to unfold a definition whose body varies what its argument mentions', () => {
    const plain = setting('real x\nassume x == 3');
    const { t } = plain;
    const x = t.sym('x');
    const s = withDefinition(plain, 'f', t.diff(t.arena.bound(0), x));
    const f = (u: Term): Term => t.app('f', u);
    const proof = chain(
      step([], rule('diff-self', { X: x }), t.diff(x, x), true),
      step([], UNFOLD, f(x), true),
      step([0], hypothesis('assume-1'), f(t.num(3))),
      step([], UNFOLD, t.diff(t.num(3), x)),
      step([], rule('diff-const', { u: t.num(3), X: x }, SYNTAX), t.num(0)),
    );
    refuses(s, proof, t.eq(t.num(1), t.num(0)), /captur/);
  });

  it('refuses to put equals for equals into what a definition varies', () => {
    const plain = setting('size n');
    const { t } = plain;
    const n = t.sym('n');
    const s = withDefinition(plain, 'f', t.diff(t.arena.bound(0), n));
    const f = (u: Term): Term => t.app('f', u);
    const sum = (of: (k: Term) => Term): Term => t.sum('k', n, n, of(t.sym('k')));
    // f(n) means diff(n, n), which is 1.
    const proof = chain(
      step(
        [],
        rule('sum-zero', { a: n, b: n }),
        sum(() => t.num(0)),
        true,
      ),
      step(
        [2],
        rule('diff-const', { u: t.sym('$0'), X: n }, SYNTAX),
        sum((k) => t.diff(k, n)),
        true,
      ),
      step([2], UNFOLD, sum(f), true),
      step([], rule('sum-single', { a: n, F: f(t.arena.bound(0)) }, hypothesis('n.integer')), f(n)),
    );
    refuses(s, proof, t.eq(t.num(0), f(n)), /captur/);
  });

  it('refuses to rewrite an argument of a definition that varies it', () => {
    const plain = setting('real x\nassume x == 3');
    const { t } = plain;
    const x = t.sym('x');
    const s = withDefinition(plain, 'f', t.diff(t.arena.bound(0), x));
    const three = t.app('f', t.num(3));
    const proof = chain(step([0], hypothesis('assume-1'), three));
    refuses(s, proof, t.eq(t.app('f', x), three), /no hypothesis assume-1 may be used here/);
  });

  it('refuses to instantiate a hypothesis at a term with the symbol that it varies', () => {
    const s = setting('integer x in [1, 3]');
    const { t } = s;
    const x = t.sym('x');
    const proposition = t.forall('k', t.num(1), t.num(3), t.eq(t.diff(t.sym('k'), x), t.num(0)));
    const context = assume(s.context, { name: 'lemma', proposition });
    const range = rule(
      'in-range',
      { i: x, a: t.num(1), b: t.num(3) },
      hypothesis('x.integer'),
      hypothesis('x.lower'),
      hypothesis('x.upper'),
    );
    const check = (proof: Proof, goal: Term): void =>
      new Checker(ruleBook()).check(Scope.root(context), proof, goal);
    const proof = chain(
      step([], rule('diff-self', { X: x }), t.diff(x, x), true),
      step([], hypothesis('lemma', [x], [range]), t.num(0)),
    );
    refuses({ ...s, check }, proof, t.eq(t.num(1), t.num(0)), /captur/);
  });

  it('refuses a derivative by a number or by a bound index', () => {
    const s = setting();
    const { t } = s;
    const two = t.num(2);
    const sum = (of: (k: Term) => Term): Term => t.sum('k', two, two, of(t.sym('k')));
    const slope = (u: (k: Term) => Term) => (k: Term) => t.diff(u(k), k);
    const plain = slope((k) => t.add(k, two));
    const double = slope((k) => t.add(k, k));
    const local = t.sym('$0');
    const self = rule('differentiable-self', { X: local }, VALUE);
    const constant = rule('differentiable-const', { u: two, X: local }, SYNTAX, VALUE, VALUE);
    const add = (v: Term, second: Proof): Proof =>
      rule('diff-add', { u: local, v, X: local }, self, second);
    const at = (F: (k: Term) => Term): Proof =>
      rule('sum-single', { a: two, F: F(t.arena.bound(0)) }, SYNTAX);
    const proof = chain(
      step(
        [],
        rule('sum-single', { a: two, F: t.num(1) }, SYNTAX),
        sum(() => t.num(1)),
        true,
      ),
      step(
        [2],
        ALGEBRA,
        sum(() => t.add(t.num(1), t.num(0))),
      ),
      step(
        [2, 1],
        rule('diff-const', { u: two, X: local }, SYNTAX),
        sum((k) => t.add(t.num(1), t.diff(two, k))),
        true,
      ),
      step(
        [2, 0],
        rule('diff-self', { X: local }),
        sum((k) => t.add(t.diff(k, k), t.diff(two, k))),
        true,
      ),
      step([2], add(two, constant), sum(plain), true),
      step([], at(plain), plain(two)),
      step([], at(double), sum(double), true),
      step(
        [2],
        add(local, self),
        sum((k) => t.add(t.diff(k, k), t.diff(k, k))),
      ),
      step(
        [2, 0],
        rule('diff-self', { X: local }),
        sum((k) => t.add(t.num(1), t.diff(k, k))),
      ),
      step(
        [2, 1],
        rule('diff-self', { X: local }),
        sum(() => t.add(t.num(1), t.num(1))),
      ),
      step(
        [2],
        ALGEBRA,
        sum(() => two),
      ),
      step([], rule('sum-single', { a: two, F: two }, SYNTAX), two),
    );
    refuses(s, proof, t.eq(t.num(1), two), /location|captur/);
    const X = two;
    refuses(s, rule('diff-self', { X }), t.eq(t.diff(X, X), t.num(1)), /location|captur/);
  });
});

describe('ranges that hold no whole number', () => {
  const quarter: Rational = { n: 1n, d: 4n };
  const half: Rational = { n: 1n, d: 2n };
  /** A proof of anything under a binder over 1/4..1/2, whose index is $depth by fact `k`. */
  const absurd = (s: Setting, k: number): Proof => {
    const { t } = s;
    const i = t.sym(`$${k}`);
    const [a, b] = [t.num(quarter), t.num(half)];
    const inside = { i, a, b };
    const low = rule('in-range-lower', inside, fact(k));
    const high = rule('in-range-upper', inside, fact(k));
    const whole = rule('in-range-integer', inside, fact(k));
    const positive = linear([t.le(a, i), low, '1']);
    const next = rule('integer-less', { u: t.num(0), v: i }, positive, SYNTAX, whole);
    const contrary = linear([t.le(t.add(t.num(0), t.num(1)), i), next, '1']);
    return {
      by: 'absurd',
      proposition: t.le(i, b),
      yes: high,
      no: contrary,
    };
  };

  it('refuses that a sum over none of positive numbers is positive', () => {
    const s = setting();
    const { t } = s;
    const [a, b] = [t.num(quarter), t.num(half)];
    const sum = (n: number): Term => t.sum('k', a, b, t.num(n));
    const positive = rule('positive-sum', { a, b, F: t.num(1) }, SYNTAX, LINEAR, LINEAR);
    const proof: Proof = {
      by: 'rewrite',
      steps: [
        step([1], rule('sum-zero', { a, b }), t.lt(t.num(0), sum(0)), true),
        step([1, 2], absurd(s, 0), t.lt(t.num(0), sum(1))),
      ],
      next: positive,
    };
    refuses(s, proof, t.lt(t.num(0), t.num(0)), /not a whole number/);
  });

  it('refuses to take a constant out of a maximum over none', () => {
    const s = setting();
    const { t } = s;
    const [a, b] = [t.num(quarter), t.num(half)];
    const max = (of: Term): Term => t.max('k', a, b, of);
    const one = t.num(1);
    const out = rule('max-shift-out', { a, b, u: one, F: t.num(0) }, SYNTAX, LINEAR);
    const line = t.add(one, max(t.num(0)));
    const collapse = chain(
      step([], out, max(t.add(one, t.num(0))), true),
      step([2], absurd(s, 0), max(t.num(0))),
    );
    const proof = linear([t.eq(line, max(t.num(0))), collapse, '1']);
    refuses(s, proof, t.eq(one, t.num(0)), /not a whole number/);
  });

  it.each(['max-le', 'positive-max', 'defined-max', 'defined-min'])('refuses %s', (id) => {
    const s = setting();
    const { t } = s;
    const [a, b] = [t.num(quarter), t.num(half)];
    const F = t.num(1);
    const max = t.max('k', a, b, F);
    const all = absurd(s, 0);
    const [goal, premises] = {
      'max-le': [t.le(max, t.num(-1)), [SYNTAX, LINEAR, all]],
      'positive-max': [t.lt(t.num(0), max), [SYNTAX, LINEAR, all]],
      'defined-max': [t.defined(max), [VALUE, VALUE, SYNTAX, SYNTAX, LINEAR, VALUE]],
      'defined-min': [
        t.defined(t.arena.make('min', [a, b, F])),
        [VALUE, VALUE, SYNTAX, SYNTAX, LINEAR, VALUE],
      ],
    }[id] as [Term, Proof[]];
    const u = t.num(-1);
    refuses(
      s,
      rule(id, { a, b, F, ...(id === 'max-le' ? { u } : {}) }, ...premises),
      goal,
      /not a whole number/,
    );
  });
});

describe('propositions are not values', () => {
  it('refuses to show that something has a value because it equals what has one', () => {
    const s = setting();
    const { t } = s;
    const zero = t.num(0);
    const i = t.mul(zero, t.div(t.num(1), zero));
    const delta = t.delta(i, zero);
    const guarded = (u: Term): Term => t.mul(delta, t.defined(u));
    const F = t.defined(t.arena.bound(0));
    const equal = rule('delta-equal', { i, j: zero }, ALGEBRA);
    const steps: Step[] = [
      step([], ALGEBRA, t.mul(t.num(1), t.defined(i))),
      step([0], equal, guarded(i), true),
      step([], rule('delta-substitute', { i, j: zero, F }), guarded(zero)),
      step([0], equal, t.mul(t.num(1), t.defined(zero))),
      step([], ALGEBRA, t.defined(zero)),
    ];
    refuses(s, { by: 'rewrite', steps, next: VALUE }, t.defined(i), /not a value|captur/);
  });

  it('refuses an inequality between propositions', () => {
    const s = setting();
    const { t } = s;
    const [wrong, right] = [t.le(t.num(1), t.num(0)), t.le(t.num(0), t.num(1))];
    const goal = t.arena.make('implies', [t.le(wrong, right), wrong]);
    const proof: Proof = {
      by: 'rewrite',
      steps: [step([], fact(0), right, false, 'le')],
      next: LINEAR,
    };
    refuses(s, proof, goal, /inequality in a chain of equalities|not a value/);
  });
});

describe('definitions with index parameters', () => {
  it('refuses that an entry out of range has a value', () => {
    const s = setting('let c[i in 1..3] = i^2');
    const { t } = s;
    const [seven, two] = [t.num(7), t.num(2)];
    const square = t.pow(seven, two);
    const power = { u: seven, v: two };
    const next = rule('defined-pow-natural', power, VALUE, VALUE, SYNTAX, LINEAR);
    const steps = [step([0], UNFOLD, t.defined(square))];
    const goal = t.defined(t.app('c', seven));
    refuses(s, { by: 'rewrite', steps, next }, goal, /not shown by rewriting/);
    refuses(s, { by: 'declared', premises: [next, next] }, goal, /does not conclude/);
    refuses(s, { by: 'declared', premises: [LINEAR, next] }, goal, /not an inequality/);
  });
});

describe('optima and integrals', () => {
  it('refuses to use what is known of an array entry where an optimum varies it', () => {
    const s = setting('real z[3]');
    const { t } = s;
    const entry = s.read('z[1]');
    const set = (objective: Term): Term => t.arena.make('argmin', [objective, entry]);
    const goal = t.arena.make('implies', [t.eq(entry, t.num(3)), t.eq(set(entry), set(t.num(3)))]);
    refuses(s, chain(step([0], fact(0), set(t.num(3)))), goal, /nothing may be rewritten/);
  });

  it('refuses to take an integral from above to below for one over nothing', () => {
    const s = setting();
    const { t } = s;
    const int = (of: Term): Term => t.arena.make('int', [t.num(1), t.num(0), of]);
    const x = t.sym('$0');
    const low = fact(0);
    const no = linear([t.le(x, t.num(0)), fact(1), '1']);
    const proof: Proof = { by: 'absurd', proposition: t.le(t.num(1), x), yes: low, no };
    refuses(
      s,
      chain(step([2], proof, int(t.num(2)))),
      t.eq(int(t.num(1)), int(t.num(2))),
      /no such fact/,
    );
  });
});

describe('conditions that a binder skips', () => {
  it('refuses to count the terms of a sum as if none were skipped', () => {
    const s = setting('real x');
    const { t } = s;
    const one = t.num(1);
    const F = t.arena.make('guard', [s.read('x < 0'), one]);
    const single = (id: string): Proof => rule(id, { a: one, F }, SYNTAX);
    const [sum, prod] = [t.sum('k', one, one, F), t.prod('k', one, one, F)];
    const proof = chain(
      step([], single('sum-single'), F),
      step([], single('prod-single'), prod, true),
    );
    refuses(s, proof, t.eq(sum, prod), /not a value|captur/);
  });
});
