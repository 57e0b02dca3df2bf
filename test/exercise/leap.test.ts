// Which rules lead from one line to the next: what no wrong answer may be.
import { describe, expect, it } from 'vitest';
import { Leap } from '../../src/exercise/leap.js';
import { makeExercise } from '../../src/exercise/make-exercise.js';
import type { Rule } from '../../src/kernel/rule.js';
import { parseDocument } from '../../src/language/document.js';
import { ruleBook } from '../../src/rules/book.js';
import { Arena } from '../../src/term/term.js';
import { documentOf } from '../document/given.js';
import { examined } from './given.js';

const DECLARED = 'size n\nindex i in 1..n\nreal x[n], y[n], a\npositive u, v';
const SPLIT = ['sum(k in 1..n+1, u^k)', 'u^(n + 1) + sum(k in 1..n, u^k)'] as const;

function leapOf(before: string, after: string): Leap {
  const { claims } = parseDocument(
    new Arena(),
    documentOf(`${DECLARED}\nclaim c: ${before} == ${after}`),
  );
  const [claim] = claims;
  if (!claim) throw new Error('there is no claim');
  const [first, second] = claim.lines;
  return new Leap(claim.context, first?.term as never, second?.term as never);
}

const rule = (id: string): Rule => {
  const found = ruleBook().get(id);
  if (!found) throw new Error(`there is no rule ${id}`);
  return found;
};

describe('a rule', () => {
  it.each([
    ['log-mul', 'log(u*v)', 'log(u) + log(v)'],
    ['log-mul', '1 + log(u*v)', '1 + (log(v) + log(u))'],
    ['log-mul', 'log(u) + log(v)', 'log(u*v)'],
    ['sum-factor-out', 'sum(i, a*x[i])', 'a*sum(i, x[i])'],
    ['sum-factor-out', 'sum(i, a*x[i])', 'sum(i, x[i])*a'],
    ['sum-factor-out-right', 'sum(i, a*x[i])', 'a*sum(i, x[i])'],
    ['sum-factor-out', 'sum(i, x[i]*a)', 'a*sum(i, x[i])'],
    ['sum-add', 'sum(i, x[i] + y[i])', 'sum(i, x[i]) + sum(i, y[i])'],
    ['sum-add', 'a*sum(i, y[i] + x[i])', 'a*(sum(i, x[i]) + sum(i, y[i]))'],
    ['sum-split', ...SPLIT],
    ['sum-split-last', ...SPLIT],
  ])('makes a step where it has the lines as an instance: %s', (id, before, after) => {
    expect(leapOf(before, after).isMadeBy(rule(id))).toBe(true);
  });

  it.each([
    ['log-div', 'log(u*v)', 'log(u) + log(v)'],
    ['log-exp', 'log(u*v)', 'log(u) + log(v)'],
    ['sum-add', 'sum(i, a*x[i])', 'a*sum(i, x[i])'],
    ['sum-const', 'sum(i, x[i] + y[i])', 'sum(i, x[i]) + sum(i, y[i])'],
  ])('makes no step of another kind: %s', (id, before, after) => {
    expect(leapOf(before, after).isMadeBy(rule(id))).toBe(false);
  });
});

describe('bookkeeping', () => {
  it.each([
    ['u + v', 'v + u', true],
    ['log(u*v)', 'log(u) + log(v)', false],
  ])('is told from a step by a rule: %s == %s', (before, after, expected) => {
    expect(leapOf(before, after).isBookkeeping).toBe(expected);
  });
});

it('offers no second right answer: two rules split off the last term', async () => {
  const [before, after] = SPLIT;
  const { claims } = await examined(documentOf(`${DECLARED}\ncalc c:\n ${before}\n == ${after}`));
  const [checked] = claims;
  if (!checked) throw new Error('there is no claim');
  for (let seed = 1; seed <= 4; seed++) {
    const exercise = makeExercise(checked, 'name', seed);
    if (exercise?.kind !== 'name') throw new Error('there is no exercise');
    const rules = exercise.options.map(({ rule: id }) => id);
    expect(rules.filter((id) => id === 'sum-split' || id === 'sum-split-last')).toHaveLength(1);
  }
});
