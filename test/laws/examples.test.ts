// No rule is dead: each one's worked example, the one that `gradus explain` shows, is an instance
// that the checker accepts once its requirements are given as hypotheses.
import { describe, expect, test } from 'vitest';
import { Checker } from '../../src/kernel/check.js';
import { assume, type Context, emptyContext } from '../../src/kernel/context.js';
import type { Proof } from '../../src/kernel/proof.js';
import { instantiatePattern, type Rule } from '../../src/kernel/rule.js';
import { Scope } from '../../src/kernel/scope.js';
import { ruleBook } from '../../src/rules/book.js';
import { Arena, arg, type Term } from '../../src/term/term.js';
import { exampleTerms } from '../../src/transcript/rule-example.js';

/** Requirements about a neighbourhood, which no hypothesis gives; test/search derives with these. */
const isNear = ({ premises }: Rule): boolean => premises.some(({ op }) => op === 'near');

interface Given {
  readonly context: Context;
  readonly proofs: readonly Proof[];
}

const quantifiers = (proposition: Term): number =>
  proposition.op === 'forall' ? 1 + quantifiers(arg(proposition, 2)) : 0;

/** A statement for all indices of a range, without the condition on them. */
function withoutCondition({ arena }: Context, proposition: Term): Term {
  if (proposition.op !== 'forall') return proposition;
  const [lo, hi, body] = proposition.args as [Term, Term, Term];
  const inner = body.op === 'implies' ? arg(body, 1) : withoutCondition({ arena } as Context, body);
  return arena.make('forall', [lo, hi, inner], '', proposition.letter);
}

/** The requirement as a hypothesis of the context, and the proof that cites it. */
function give({ context, proofs }: Given, premise: Term): Given {
  if (premise.op === 'free' || premise.op === 'zeroLogZero')
    return { context, proofs: [...proofs, { by: 'syntax' }] };
  const isWrapped = premise.op === 'implies' || premise.op === 'any';
  const name = `given-${proofs.length}`;
  const proposition = withoutCondition(context, isWrapped ? arg(premise, 1) : premise);
  const depth = quantifiers(proposition);
  const ranges = [...Array(depth).keys()];
  const proof: Proof = {
    by: 'hypothesis',
    name,
    at: ranges.map((k) => context.arena.sym(`$${k}`)),
    premises: ranges.map((index) => ({ by: 'fact', index })),
  };
  return { context: assume(context, { name, proposition }), proofs: [...proofs, proof] };
}

describe('the worked example', () => {
  const rules = [...ruleBook().values()].filter((rule) => !isNear(rule));

  test.each(rules.map((rule) => [rule.id, rule] as const))('of %s is an instance', (_, rule) => {
    const arena = new Arena();
    const substitution = exampleTerms(arena, rule);
    const instance = (pattern: Term): Term => instantiatePattern(arena, pattern, substitution);
    const start: Context = { ...emptyContext(arena), conventions: new Set(['0*log(0)']) };
    const { context, proofs } = rule.premises
      .map(instance)
      .reduce<Given>(give, { context: start, proofs: [] });
    const proof: Proof = { by: 'rule', rule: rule.id, substitution, premises: proofs };
    const checker = new Checker(ruleBook());
    expect(() =>
      checker.check(Scope.root(context), proof, instance(rule.conclusion)),
    ).not.toThrow();
  });

  test('is left out only where a neighbourhood matters', () => {
    const left = [...ruleBook().values()].filter(isNear).map(({ id }) => id);
    const branches = ['le-yes', 'le-no', 'lt-yes', 'lt-no', 'eq-no', 'ne-yes'];
    expect(left).toEqual([
      ...branches.flatMap((name) => [`diff-if-${name}`, `differentiable-if-${name}`]),
      'differentiable-self',
      'differentiable-entry',
      'differentiable-entry-2',
      'differentiable-entry-3',
      'differentiable-square-sqrt',
      'differentiable-derivative',
      'diff-int-upper',
      'differentiable-int-upper',
    ]);
  });
});
