import { describe, expect, it } from 'vitest';
import { emptyContext } from '../../src/kernel/context.js';
import type { Proof, Step } from '../../src/kernel/proof.js';
import { builder } from '../../src/term/build.js';
import { Arena, type Term } from '../../src/term/term.js';
import { foldChain } from '../../src/transcript/fold.js';
import { isMajor, titleOf } from '../../src/transcript/reason.js';

const t = builder(new Arena());
const context = emptyContext(t.arena);
const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map(t.sym) as [Term, Term, Term, Term, Term];

const rule = (id: string): Proof => ({
  by: 'rule',
  rule: id,
  substitution: new Map(),
  premises: [],
});
const algebra: Proof = { by: 'algebra', nonzero: [] };
const step = (proof: Proof, result: Term, relation: Step['relation'] = 'eq'): Step => ({
  path: [],
  proof,
  reverse: false,
  result,
  relation,
});

describe('folding', () => {
  it('begins a line at each major rule and keeps bookkeeping with it', () => {
    const steps = [
      step(algebra, b),
      step(rule('log-mul'), c),
      step(rule('log-one'), d),
      step(rule('log-div'), e),
    ];
    const { start, end, steps: lines } = foldChain(context, a, steps);
    expect([start, end]).toEqual([a, e]);
    expect(lines.map((line) => [line.before, line.after, line.reasons])).toEqual([
      [a, d, ['log-mul', 'algebra', 'log-one']],
      [d, e, ['log-div']],
    ]);
  });

  it('leaves no elementary step out', () => {
    const steps = [step(rule('log-mul'), b), step(rule('log-div'), c), step(algebra, d)];
    const lines = foldChain(context, a, steps).steps;
    expect(lines.flatMap(({ elementary }) => elementary)).toEqual(steps);
  });

  it('keeps repeated uses of one rule in one line', () => {
    const steps = [step(rule('log-mul'), b), step(rule('log-mul'), c)];
    expect(foldChain(context, a, steps).steps).toHaveLength(1);
  });

  it('shows an inequality where there is one', () => {
    const steps = [step(algebra, b), step(algebra, c, 'le')];
    expect(foldChain(context, a, steps).steps[0]?.relation).toBe('le');
  });

  it('makes no line of nothing', () => {
    expect(foldChain(context, a, []).steps).toEqual([]);
  });
});

describe('a reason', () => {
  it.each([
    ['log-prod', true],
    ['log-one', false],
    ['definition J', true],
    ['hypothesis y.sum', true],
    ['algebra', false],
  ])('%s is a line of its own: %s', (reason, expected) => {
    expect(isMajor(reason)).toBe(expected);
  });

  it.each([
    ['log-exp', 'The logarithm undoes the exponential'],
    ['definition J', 'By the definition of J'],
    ['algebra', 'By algebra'],
    ['hypothesis theorem:first', 'By the claim first'],
    ['hypothesis unknown', 'By unknown'],
    ['linear', 'By adding inequalities up'],
  ])('%s has a title', (reason, title) => {
    expect(titleOf(reason, context)).toBe(title);
  });
});
