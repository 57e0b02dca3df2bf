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

/** The requirement as a hypothesis of the context, and the proof that cites it. */
function give({ context, proofs }: Given, premise: Term): Given {
  if (premise.op === 'free' || premise.op === 'zeroLogZero')
    return { context, proofs: [...proofs, { by: 'syntax' }] };
  const isWrapped = premise.op === 'implies' || premise.op === 'any';
  const name = `given-${proofs.length}`;
  const proposition = isWrapped ? arg(premise, 1) : premise;
  const isRange = proposition.op === 'forall';
  const proof: Proof = {
    by: 'hypothesis',
    name,
    at: isRange ? [context.arena.sym('$0')] : [],
    premises: isRange ? [{ by: 'fact', index: 0 }] : [],
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
    expect(left).toEqual([
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
