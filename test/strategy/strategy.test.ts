import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Checker } from '../../src/kernel/check.js';
import { Scope } from '../../src/kernel/scope.js';
import { lowerContext } from '../../src/language/lower.js';
import { ruleBook } from '../../src/rules/book.js';
import { Engine } from '../../src/search/engine.js';
import { chainProof, Derivation, reversed, toSteps } from '../../src/strategy/derivation.js';
import {
  at,
  attempt,
  bottomUp,
  changing,
  fail,
  id,
  innermost,
  OutOfFuel,
  once,
  one,
  orElse,
  repeat,
  type Strategy,
  seq,
  some,
  topDown,
  under,
} from '../../src/strategy/strategy.js';
import { builder } from '../../src/term/build.js';
import type { Term } from '../../src/term/term.js';
import { contextOf, words } from '../language/given.js';
import { arbitraryFormula, FORMULAS } from '../search/arbitrary-formula.js';

const context = lowerContext(contextOf(FORMULAS));
const { arena } = context;
const t = builder(arena);
const scope = Scope.root(context);
const engine = new Engine(ruleBook(), { moves: Infinity, deadline: Infinity });
const rule =
  (name: string): Strategy =>
  (d) =>
    engine.rule(d, name);

/** Takes one sign away. These steps are never shown to the checker, which would refuse them. */
const countDown: Strategy = (d) => {
  const [inner] = d.current.args;
  if (d.current.op !== 'neg' || !inner) return false;
  d.replace(inner, { by: 'syntax' });
  return true;
};
const grow: Strategy = (d) => {
  d.replace(t.neg(d.current), { by: 'syntax' });
  return true;
};
const negated = (times: number): Term => (times === 0 ? t.sym('x') : t.neg(negated(times - 1)));

/** Puts a sign before a symbol. */
const mark: Strategy = (d) => (d.current.op === 'sym' ? grow(d) : false);

const strategies = fc.letrec<{ one: Strategy }>((tie) => ({
  one: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(id, fail, countDown, mark, rule('log-exp'), rule('exp-add'), rule('sum-add')),
    fc.tuple(tie('one'), tie('one')).map(([a, b]) => seq(a, b)),
    fc.tuple(tie('one'), tie('one')).map(([a, b]) => orElse(a, b)),
    tie('one').map(attempt),
    tie('one').map(some),
    tie('one').map(one),
    tie('one').map(changing),
    fc.tuple(fc.nat(2), tie('one')).map(([i, a]) => under(i, a)),
  ),
})).one;

interface Outcome {
  readonly succeeded: boolean;
  readonly line: Term;
  readonly moves: number;
}

function run(strategy: Strategy, start: Term): Outcome {
  const d = new Derivation(scope, start);
  const succeeded = strategy(d);
  return { succeeded, line: d.current, moves: d.moves.length };
}

const formulas = arbitraryFormula(context);
const runs = { seed: 8, numRuns: 300 };
const law = (name: string, holds: (start: Term, a: Strategy, b: Strategy, c: Strategy) => void) =>
  test(name, () => {
    fc.assert(
      fc.property(formulas, strategies, strategies, strategies, ({ term }, a, b, c) =>
        holds(term, a, b, c),
      ),
      runs,
    );
  });

describe('the laws of strategies', () => {
  law('a strategy that fails leaves the line and its moves as they were', (start, a) => {
    const outcome = run(a, start);
    if (!outcome.succeeded) expect(outcome).toEqual({ succeeded: false, line: start, moves: 0 });
  });

  law('id is the unit of seq', (start, a) => {
    expect(run(seq(id, a), start)).toEqual(run(a, start));
    expect(run(seq(a, id), start)).toEqual(run(a, start));
    expect(run(seq(), start)).toEqual(run(id, start));
  });

  law('fail is the zero of seq and the unit of orElse', (start, a) => {
    expect(run(seq(fail, a), start)).toEqual(run(fail, start));
    expect(run(seq(a, fail), start)).toEqual(run(fail, start));
    expect(run(orElse(fail, a), start)).toEqual(run(a, start));
    expect(run(orElse(a, fail), start)).toEqual(run(a, start));
    expect(run(orElse(), start)).toEqual(run(fail, start));
  });

  law('seq and orElse are associative', (start, a, b, c) => {
    expect(run(seq(a, seq(b, c)), start)).toEqual(run(seq(seq(a, b), c), start));
    expect(run(orElse(a, orElse(b, c)), start)).toEqual(run(orElse(orElse(a, b), c), start));
  });

  law('orElse takes the first that succeeds', (start, a, b) => {
    const [first, second] = [run(a, start), run(b, start)];
    expect(run(orElse(a, b), start)).toEqual(first.succeeded ? first : second);
  });

  law('attempt never fails, and does what the strategy does', (start, a) => {
    const [plain, tried] = [run(a, start), run(attempt(a), start)];
    expect(tried.succeeded).toBe(true);
    expect(tried.line).toBe(plain.line);
    expect(run(attempt(attempt(a)), start)).toEqual(tried);
  });

  law('changing fails exactly where the line stays the same', (start, a) => {
    const outcome = run(changing(a), start);
    const plain = run(a, start);
    expect(outcome.succeeded).toBe(plain.succeeded && plain.line !== start);
  });

  law('the moves of a derivation lead from its start to its line', (start, a) => {
    const d = new Derivation(scope, start);
    a(d);
    const steps = toSteps(scope, start, d.moves);
    expect(steps.at(-1)?.result ?? start).toBe(d.current);
    const back = toSteps(scope, d.current, reversed(d.moves));
    expect(back.at(-1)?.result ?? d.current).toBe(start);
  });
});

describe('repeat', () => {
  test.each([0, 1, 7])('goes on until the strategy fails: %d times', (times) => {
    expect(run(repeat(countDown), negated(times))).toEqual({
      succeeded: true,
      line: t.sym('x'),
      moves: times,
    });
  });

  test('stops where the strategy succeeds without a change', () => {
    expect(run(repeat(id), t.sym('x'))).toEqual({ succeeded: true, line: t.sym('x'), moves: 0 });
  });

  test('runs out of fuel with a reason, and keeps the moves made', () => {
    const d = new Derivation(scope, t.sym('x'));
    expect(() => repeat(grow, 25)(d)).toThrow(OutOfFuel);
    expect(d.moves.length).toBe(25);
    expect(d.current).toBe(negated(25));
    expect(new OutOfFuel(25)).toMatchObject({
      fuel: 25,
      message: expect.stringMatching(/25 rounds.*fuel/),
    });
  });

  test('innermost repeats at all places', () => {
    const line = t.add(negated(3), t.mul(negated(2), t.num(2)));
    expect(words(run(innermost(countDown), line).line)).toBe('(add x (mul x 2))');
  });
});

describe('a place', () => {
  const line = t.add(t.neg(t.neg(t.sym('x'))), t.neg(t.sym('y')));

  test('is reached by a path', () => {
    expect(words(run(at([0, 0], countDown), line).line)).toBe('(add (neg x) (neg y))');
    expect(words(run(at([], grow), t.sym('x')).line)).toBe('(neg x)');
    expect(run(at([5], countDown), line).succeeded).toBe(false);
    expect(run(under(0, id), t.sym('x')).succeeded).toBe(false);
  });

  const traversals = [
    ['some', some, '(add (neg x) y)'],
    ['one', one, '(add (neg x) (neg y))'],
    ['once', once, '(add (neg x) (neg y))'],
    ['topDown', topDown, '(add (neg x) y)'],
    ['bottomUp', bottomUp, '(add x y)'],
  ] as const;
  test.each(traversals)('%s visits what it should', (_name, traverse, expected) => {
    expect(words(run(traverse(countDown), line).line)).toBe(expected);
    expect(run(traverse(countDown), t.add(t.sym('x'), t.sym('y'))).succeeded).toBe(false);
  });

  test('in a range or a location of a derivative is left alone by traversals', () => {
    const sum = t.sum('k', negated(2), t.sym('n'), t.neg(t.at(t.sym('v'), t.sym('k'))));
    expect(words(run(bottomUp(countDown), sum).line)).toBe('(sum (neg (neg x)) n (at v #0))');
    const slope = t.diff(t.neg(t.sym('x')), t.at(t.sym('v'), t.neg(t.num(1))));
    expect(words(run(bottomUp(countDown), slope).line)).toBe('(diff x (at v (neg 1)))');
  });

  test('under a binder is rewritten with its index named, and checked there', () => {
    const body = t.log(t.exp(t.at(t.sym('v'), t.sym('k'))));
    const sum = t.sum('k', t.num(1), t.sym('n'), t.sum('l', t.num(1), t.sym('n'), body));
    const d = new Derivation(scope, sum);
    expect(bottomUp(rule('log-exp'))(d)).toBe(true);
    expect(words(d.current)).toBe('(sum 1 n (sum 1 n (at v #1)))');
    expect(d.moves.map(({ path }) => path)).toEqual([[2, 2]]);
    new Checker(ruleBook()).check(scope, chainProof(scope, sum, d.moves), t.eq(sum, d.current));
  });
});

test('a move that does not fit its line is refused', () => {
  const d = new Derivation(scope, negated(2));
  countDown(d);
  expect(() => toSteps(scope, t.sym('y'), d.moves)).toThrow(/does not fit/);
  expect(() =>
    toSteps(
      scope,
      t.sym('y'),
      d.moves.map((m) => ({ ...m, path: [3] })),
    ),
  ).toThrow(/nothing may be rewritten/);
});
