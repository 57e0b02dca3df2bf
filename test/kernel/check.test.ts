// Each kind of proof: accepted where it shows its goal, refused where it does not.
import { describe, expect, it } from 'vitest';
import type { Proof } from '../../src/kernel/proof.js';
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

const GIVEN = `
size n, C
real x, w
positive s, t
positive p[C]
onehot y[n, C]
assume x != 0
let f = x*w + s`;

interface Case {
  readonly title: string;
  readonly goal: string | ((given: Setting) => Term);
  readonly proof: (given: Setting) => Proof;
  /** Why the proof is refused; accepted when absent. */
  readonly reason?: RegExp;
}

const run = ({ goal, proof, reason }: Case): void => {
  const given = setting(GIVEN);
  const check = (): void =>
    given.check(proof(given), typeof goal === 'string' ? given.read(goal) : goal(given));
  if (reason) expect(check).toThrow(reason);
  else expect(check).not.toThrow();
};

const equal =
  (left: string, right: string) =>
  ({ t, read }: Setting) =>
    t.eq(read(left), read(right));
const implies =
  (from: string, to: string) =>
  ({ t, read }: Setting) =>
    t.arena.make('implies', [read(from), read(to)]);
const defined =
  (text: string) =>
  ({ t, read }: Setting) =>
    t.defined(read(text));
const over = (lo: string, hi: string, body: (k: Term, s: Setting) => Term) => (s: Setting) =>
  s.t.forall('k', s.read(lo), s.read(hi), body(s.t.sym('k'), s));

const logMul = (read: Setting['read'], ...premises: Proof[]): Proof =>
  rule('log-mul', { u: read('s'), v: read('t') }, ...premises);
const positive = hypothesis('s.positive');

const CASES: Readonly<Record<string, readonly Case[]>> = {
  rule: [
    {
      title: 'accepts an instance whose premises are shown',
      goal: equal('log(s*t)', 'log(s) + log(t)'),
      proof: ({ read }) => logMul(read, positive, hypothesis('t.positive')),
    },
    {
      title: 'refuses an unknown rule',
      goal: equal('x', 'x'),
      proof: () => rule('log-mull', {}),
      reason: /there is no rule log-mull/,
    },
    {
      title: 'refuses a missing premise',
      goal: equal('log(s*t)', 'log(s) + log(t)'),
      proof: ({ read }) => logMul(read, positive),
      reason: /a premise is missing/,
    },
    {
      title: 'refuses a premise that shows something else',
      goal: equal('log(s*t)', 'log(s) + log(t)'),
      proof: ({ read }) => logMul(read, positive, positive),
      reason: /does not say this/,
    },
    {
      title: 'refuses another result',
      goal: equal('log(s*t)', 'log(s) - log(t)'),
      proof: ({ read }) => logMul(read, positive, hypothesis('t.positive')),
      reason: /does not conclude this/,
    },
    {
      title: 'refuses a metavariable without a term',
      goal: equal('log(s*t)', 'log(s) + log(t)'),
      proof: ({ read }) => rule('log-mul', { u: read('s') }, positive, positive),
      reason: /no term for v/,
    },
    {
      title: 'refuses a substitution that captures the index of a sum',
      goal: equal('sum(k in 1..n, k*k)', 'n*sum(k in 1..n, k)'),
      proof: ({ t, read }) =>
        rule('sum-factor-out', {
          a: t.num(1),
          b: read('n'),
          u: t.arena.bound(0),
          F: t.arena.bound(0),
        }),
      reason: /mentions an index that it may not/,
    },
    {
      title: 'refuses a substitution with an index of no scope',
      goal: ({ t }) => t.eq(t.log(t.exp(t.sym('$5'))), t.sym('$5')),
      proof: ({ t }) => rule('log-exp', { u: t.sym('$5') }),
      reason: /index of another scope/,
    },
    {
      title: 'opens the quantifier of a premise',
      goal: ({ t, read }) => t.lt(t.num(0), read('sum(k in 1..C, p[k])')),
      proof: ({ t, read }) =>
        rule(
          'positive-sum',
          { a: t.num(1), b: read('C'), F: t.at(read('p'), t.arena.bound(0)) },
          SYNTAX,
          hypothesis('C.lower'),
          hypothesis('p.positive', [t.sym('$0')], [fact(0)]),
        ),
    },
  ],
  hypothesis: [
    { title: 'accepts an assumption', goal: 'x != 0', proof: () => hypothesis('assume-1') },
    {
      title: 'refuses an assumption that nobody made',
      goal: 'w != 0',
      proof: () => hypothesis('assume-2'),
      reason: /no hypothesis assume-2/,
    },
    {
      title: 'refuses an index out of range',
      goal: ({ t, read }) => t.lt(t.num(0), t.at(read('p'), t.num(0))),
      proof: ({ t, read }) => {
        const at = { i: t.num(0), a: t.num(1), b: read('C') };
        const range = rule('in-range', at, SYNTAX, LINEAR, LINEAR);
        return hypothesis('p.positive', [t.num(0)], [range]);
      },
      reason: /the combination is negative/,
    },
    {
      title: 'refuses an index whose range is not shown',
      goal: ({ t, read }) => t.lt(t.num(0), t.at(read('p'), t.num(1))),
      proof: ({ t }) => hypothesis('p.positive', [t.num(1)]),
      reason: /a range is not shown/,
    },
    {
      title: 'refuses more indices than it is stated for',
      goal: 'x != 0',
      proof: ({ t }) => hypothesis('assume-1', [t.num(1)]),
      reason: /stated for fewer indices/,
    },
  ],
  fact: [
    { title: 'accepts what is assumed', goal: implies('x < w', 'x < w'), proof: () => fact(0) },
    {
      title: 'refuses what is assumed of something else',
      goal: implies('x < w', 'w < x'),
      proof: () => fact(0),
      reason: /no such fact/,
    },
    {
      title: 'refuses a fact of no number',
      goal: implies('x < w', 'x < w'),
      proof: () => fact(1),
      reason: /no such fact/,
    },
    {
      title: 'knows the range of an index',
      goal: over('1', 'n', (k, { t, read }) => t.member(k, t.num(1), read('n'))),
      proof: () => fact(0),
    },
    {
      title: 'refuses a fact hidden under a derivative',
      goal: ({ t, read }) =>
        t.arena.make('implies', [
          t.eq(read('w'), t.num(1)),
          t.eq(read('diff(w, w)'), read('diff(1, w)')),
        ]),
      proof: ({ read }) => chain(step([0], fact(0), read('diff(1, w)'))),
      reason: /no such fact/,
    },
  ],
  declared: [
    { title: 'accepts a declared number', goal: defined('x'), proof: () => VALUE },
    {
      title: 'refuses an entry out of range',
      goal: ({ t, read }) => t.defined(t.at(read('p'), read('C + 1'))),
      proof: ({ t, read }) => {
        const at = { i: read('C + 1'), a: t.num(1), b: read('C') };
        const whole = rule(
          'integer-add',
          { u: read('C'), v: t.num(1) },
          hypothesis('C.integer'),
          SYNTAX,
        );
        return { by: 'declared', premises: [rule('in-range', at, whole, LINEAR, LINEAR)] };
      },
      reason: /variable part|negative/,
    },
    {
      title: 'refuses a row of a matrix',
      goal: ({ t, read }) => t.defined(t.at(read('y'), t.num(1))),
      proof: () => VALUE,
      reason: /wrong number of indices/,
    },
    {
      title: 'refuses a name that is not declared',
      goal: ({ t }) => t.defined(t.sym('q')),
      proof: () => VALUE,
      reason: /q is not declared/,
    },
    {
      title: 'refuses an expression',
      goal: defined('1/x'),
      proof: () => VALUE,
      reason: /not an entry of a declared array/,
    },
  ],
  symmetry: [
    {
      title: 'accepts an equation from the other end',
      goal: ({ t, read }) => t.eq(read('x'), read('log(exp(x))')),
      proof: ({ read }) => ({ by: 'symmetry', of: rule('log-exp', { u: read('x') }) }),
    },
    {
      title: 'refuses an inequality from the other end',
      goal: implies('x < w', 'w < x'),
      proof: () => ({ by: 'symmetry', of: fact(0) }),
      reason: /only = and ≠ are symmetric/,
    },
  ],
  unfold: [
    { title: 'accepts the body of a definition', goal: equal('f', 'x*w + s'), proof: () => UNFOLD },
    {
      title: 'refuses another body',
      goal: equal('f', 'x*w - s'),
      proof: () => UNFOLD,
      reason: /f is not defined as this/,
    },
  ],
  algebra: [
    {
      title: 'accepts a polynomial identity',
      goal: equal('(x + w)^2', 'x^2 + 2*x*w + w^2'),
      proof: () => ALGEBRA,
    },
    {
      title: 'accepts a quotient whose denominator is nonzero',
      goal: equal('x*w/x', 'w'),
      proof: ({ read }) => ({
        by: 'algebra',
        nonzero: [{ term: read('x'), proof: hypothesis('assume-1') }],
      }),
    },
    {
      title: 'refuses a quotient whose denominator may be 0',
      goal: equal('x*w/x', 'w'),
      proof: () => ALGEBRA,
      reason: /not equal by algebra/,
    },
    {
      title: 'refuses a wrong proof that a denominator is nonzero',
      goal: equal('x*w/w', 'x'),
      proof: ({ read }) => ({
        by: 'algebra',
        nonzero: [{ term: read('w'), proof: hypothesis('assume-1') }],
      }),
      reason: /does not say this/,
    },
    {
      title: 'refuses 0/0 for 1',
      goal: equal('0/0', '1'),
      proof: () => ALGEBRA,
      reason: /not equal by algebra/,
    },
  ],
  linear: [
    {
      title: 'accepts a combination of inequalities',
      goal: ({ t, read }) => t.lt(t.num(0), read('s + 2*t')),
      proof: ({ t, read }) =>
        linear(
          [t.lt(t.num(0), read('s')), positive, '1'],
          [t.lt(t.num(0), read('t')), hypothesis('t.positive'), '2'],
        ),
    },
    {
      title: 'refuses a negative factor of an inequality',
      goal: ({ t, read }) => t.lt(t.num(0), read('-s')),
      proof: ({ t, read }) => linear([t.lt(t.num(0), read('s')), positive, '-1']),
      reason: /a negative factor/,
    },
    {
      title: 'refuses an equation from inequalities',
      goal: ({ t, read }) => t.eq(read('s'), t.num(0)),
      proof: ({ t, read }) => linear([t.lt(t.num(0), read('s')), positive, '1']),
      reason: /a negative factor/,
    },
    {
      title: 'refuses a strict inequality from one that is not',
      goal: implies('x <= w', 'x < w'),
      proof: ({ read }) => linear([read('x <= w'), fact(0), '1']),
      reason: /not positive/,
    },
    {
      title: 'refuses a combination that leaves a variable',
      goal: ({ t, read }) => t.lt(t.num(0), read('s + x')),
      proof: ({ t, read }) => linear([t.lt(t.num(0), read('s')), positive, '1']),
      reason: /leaves a variable part/,
    },
  ],
  syntax: [
    { title: 'accepts a whole number', goal: ({ t }) => t.integer(t.num(-3)), proof: () => SYNTAX },
    {
      title: 'refuses a fraction',
      goal: ({ t }) => t.integer(t.num({ n: 1n, d: 2n })),
      proof: () => SYNTAX,
      reason: /not a whole number/,
    },
    {
      title: 'accepts that a symbol does not occur',
      goal: ({ t, read }) => t.arena.make('free', [read('s*t'), read('x')]),
      proof: () => SYNTAX,
    },
    {
      title: 'refuses a symbol hidden in a definition',
      goal: ({ t, read }) => t.arena.make('free', [read('f'), read('x')]),
      proof: () => SYNTAX,
      reason: /the symbol occurs/,
    },
    {
      title: 'accepts a comparison of numbers without variables',
      goal: 'log(17/20) < 0',
      proof: () => SYNTAX,
    },
    {
      title: 'refuses a false comparison of numbers',
      goal: '3.1416 < pi',
      proof: () => SYNTAX,
      reason: /do not compare so/,
    },
    {
      title: 'refuses a comparison with a variable',
      goal: 'x < w',
      proof: () => SYNTAX,
      reason: /do not compare so/,
    },
    {
      title: 'refuses what is no matter of syntax',
      goal: 'x != w',
      proof: () => SYNTAX,
      reason: /not decided by syntax/,
    },
  ],
  chain: [
    {
      title: 'accepts steps below the root, forwards and backwards',
      goal: equal('log(exp(x)) + w', 'x + log(exp(w))'),
      proof: ({ read }) =>
        chain(
          step([0], rule('log-exp', { u: read('x') }), read('x + w')),
          step([1], rule('log-exp', { u: read('w') }), read('x + log(exp(w))'), true),
        ),
    },
    {
      title: 'refuses to end elsewhere',
      goal: equal('log(exp(x))', 'w'),
      proof: ({ read }) => chain(step([], rule('log-exp', { u: read('x') }), read('x'))),
      reason: /ends elsewhere/,
    },
    {
      title: 'refuses a change beside the path',
      goal: equal('log(exp(x)) + w', 'x + x'),
      proof: ({ read }) => chain(step([0], rule('log-exp', { u: read('x') }), read('x + x'))),
      reason: /changes beside the path/,
    },
    {
      title: 'refuses a path that leads nowhere',
      goal: equal('x', 'w'),
      proof: ({ read }) => chain(step([0], ALGEBRA, read('w'))),
      reason: /changes beside the path|nothing may be rewritten/,
    },
    {
      title: 'refuses an inequality below the root',
      goal: implies('x <= w', '-x <= -w'),
      proof: ({ read }) => chain(step([0], fact(0), read('-w'), false, 'le')),
      reason: /an inequality below the root/,
    },
    {
      title: 'refuses an inequality for an equality',
      goal: ({ t, read }) => t.arena.make('implies', [read('x <= w'), t.eq(read('x'), read('w'))]),
      proof: ({ read }) => chain(step([], fact(0), read('w'), false, 'le')),
      reason: /an inequality in a chain of equalities/,
    },
    {
      title: 'refuses a strict inequality without a strict step',
      goal: implies('x <= w', 'x < w'),
      proof: ({ read }) => chain(step([], fact(0), read('w'), false, 'le')),
      reason: /no step of the chain is strict/,
    },
    {
      title: 'refuses to rewrite the location of a derivative',
      goal: ({ t, read }) =>
        t.arena.make('implies', [
          t.eq(read('x'), read('w')),
          t.eq(read('diff(x^2, x)'), read('diff(x^2, w)')),
        ]),
      proof: ({ read }) => chain(step([1], fact(0), read('diff(x^2, w)'))),
      reason: /nothing may be rewritten there/,
    },
    {
      title: 'refuses a row sum inside a derivative by the row',
      goal: equal('diff(sum(k in 1..C, y[1,k]), y[1,1])', 'diff(1, y[1,1])'),
      proof: ({ t, read }) =>
        chain(step([0], hypothesis('y.sum', [t.num(1)], [fact(0)]), read('diff(1, y[1,1])'))),
      reason: /no hypothesis y.sum may be used here/,
    },
    {
      title: 'allows an open condition inside a derivative',
      goal: equal('diff(log(s*s), s)', 'diff(log(s) + log(s), s)'),
      proof: ({ read }) =>
        chain(
          step(
            [0],
            rule('log-mul', { u: read('s'), v: read('s') }, positive, positive),
            read('diff(log(s) + log(s), s)'),
          ),
        ),
    },
  ],
  rewrite: [
    {
      title: 'accepts a proposition rewritten by equations',
      goal: ({ t, read }) => t.lt(t.num(0), read('log(exp(s))')),
      proof: ({ t, read }) => ({
        by: 'rewrite',
        steps: [step([1], rule('log-exp', { u: read('s') }), t.lt(t.num(0), read('s')))],
        next: positive,
      }),
    },
    {
      title: 'refuses to rewrite what has a value',
      goal: defined('x/x'),
      proof: ({ t, read }) => ({
        by: 'rewrite',
        steps: [
          step(
            [0],
            { by: 'algebra', nonzero: [{ term: read('x'), proof: hypothesis('assume-1') }] },
            t.defined(t.num(1)),
          ),
        ],
        next: VALUE,
      }),
      reason: /not shown by rewriting/,
    },
    {
      title: 'refuses to rewrite under "free"',
      goal: ({ t, read }) => t.arena.make('free', [read('x - x'), read('x')]),
      proof: ({ t, read }) => ({
        by: 'rewrite',
        steps: [step([0], ALGEBRA, t.arena.make('free', [t.num(0), read('x')]))],
        next: SYNTAX,
      }),
      reason: /"free" is about the text/,
    },
    {
      title: 'refuses to rewrite the location under "differentiable"',
      goal: ({ t, read }) =>
        t.arena.make('implies', [
          t.eq(read('x'), read('w')),
          t.arena.make('differentiable', [read('x'), read('w')]),
        ]),
      proof: ({ t, read }) => ({
        by: 'rewrite',
        steps: [step([1], UNFOLD, t.arena.make('differentiable', [read('x'), read('x')]))],
        next: rule('differentiable-self', { X: read('x') }, VALUE),
      }),
      reason: /not shown by rewriting/,
    },
  ],
  cases: [
    {
      title: 'accepts a goal that follows from either',
      goal: ({ t, read }) => t.le(t.num(0), read('x*x + s')),
      proof: ({ t, read }) => {
        const square = rule('nonneg-times-itself', { u: read('x') });
        const sum = linear(
          [t.le(t.num(0), read('x*x')), square, '1'],
          [t.lt(t.num(0), read('s')), positive, '1'],
        );
        return { by: 'cases', on: read('x < w'), yes: sum, no: sum };
      },
    },
    {
      title: 'refuses a case that is not shown',
      goal: 'x < w',
      proof: ({ read }) => ({ by: 'cases', on: read('x < w'), yes: fact(0), no: fact(0) }),
      reason: /no such fact/,
    },
  ],
  absurd: [
    {
      title: 'accepts anything from a contradiction',
      goal: ({ t, read }) =>
        t.arena.make('implies', [t.eq(read('x'), t.num(0)), t.eq(t.num(0), t.num(1))]),
      proof: ({ t, read }) => ({
        by: 'absurd',
        proposition: t.eq(read('x'), t.num(0)),
        yes: fact(0),
        no: hypothesis('assume-1'),
      }),
    },
    {
      title: 'refuses what is no contradiction',
      goal: ({ t }) => t.eq(t.num(0), t.num(1)),
      proof: ({ read }) => ({
        by: 'absurd',
        proposition: read('x != 0'),
        yes: hypothesis('assume-1'),
        no: hypothesis('assume-1'),
      }),
      reason: /does not say this/,
    },
  ],
  have: [
    {
      title: 'accepts an intermediate proposition',
      goal: ({ t, read }) => t.lt(t.num(0), read('s + s')),
      proof: ({ t, read }) => ({
        by: 'have',
        proposition: t.lt(t.num(0), read('s')),
        proof: positive,
        next: linear([t.lt(t.num(0), read('s')), fact(0), '2']),
      }),
    },
    {
      title: 'refuses an intermediate proposition that is not shown',
      goal: 'x < w',
      proof: ({ read }) => ({
        by: 'have',
        proposition: read('x < w'),
        proof: hypothesis('assume-1'),
        next: fact(0),
      }),
      reason: /does not say this/,
    },
  ],
};

describe.each(Object.entries(CASES))('a proof by %s', (_, cases) => {
  it.each(cases)('$title', run);
});

describe('a goal', () => {
  it('is refused when an index is bound nowhere', () => {
    const { t, check } = setting();
    const loose = t.arena.bound(0);
    expect(() => check(chain(), t.eq(loose, loose))).toThrow(/unbound index|another scope/);
  });
});
