// The laws of the rule book, all from the rules' data: a rule is named only in `exceptions.ts`.
import { describe, expect, it } from 'vitest';
import { instantiatePattern, type Rule } from '../../src/kernel/rule.js';
import { match } from '../../src/match/match.js';
import { readRule, ruleBook, ruleEntries } from '../../src/rules/book.js';
import type { RuleEntry } from '../../src/rules/entry.js';
import { Arena, arg } from '../../src/term/term.js';
import { GIVEN, LESS_DEFINED, NOT_MATCHED_BACK, NOT_SHOWN, SAME_SWAPPED } from './exceptions.js';
import { type Findings, holds, instances, show, text, tryRule } from './law.js';
import { complaint } from './point.js';
import { Random } from './random.js';
import { partsOf, sampleSubstitution } from './sample.js';
import { canonical, sortFault, variablesOf } from './sorts.js';

const SEED = 42;
const WANTED = 250;
const TOO_FEW = 20;
const TRIES = 8_000;

const entries = ruleEntries();
const rules: readonly Rule[] = [...ruleBook().values()];
const ruleOf = (id: string): Rule => ruleBook().get(id) as Rule;

const findings = new Map<string, Findings>();

/** The samples of a rule, drawn once. */
function findingsOf(rule: Rule): Findings {
  const known = findings.get(rule.id);
  if (known) return known;
  const found = tryRule(rule, SEED, WANTED, TRIES);
  findings.set(rule.id, found);
  return found;
}

/** Why the suite refuses the rule, if it does. */
function refusal(rule: Rule, found = tryRule(rule, SEED, WANTED, TRIES)): string | undefined {
  const [failure] = found.failures;
  if (failure) return `${rule.id} is false (seed ${SEED}) at ${show(failure)}`;
  if (found.informative < TOO_FEW)
    return `${rule.id}: only ${found.informative} informative samples (seed ${SEED})`;
  return undefined;
}

describe('soundness', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))('%s holds at samples', (_id, rule) => {
    expect(refusal(rule, findingsOf(rule))).toBeUndefined();
  });

  it('gives each equation a defined right side where the left side is defined', () => {
    const less = rules.filter((rule) => findingsOf(rule).lessDefined.length > 0);
    const unlisted = less.filter(({ id }) => !Object.hasOwn(LESS_DEFINED, id));
    const faults = unlisted.flatMap((r) =>
      findingsOf(r)
        .lessDefined.slice(0, 1)
        .map((at) => `${r.id} at ${show(at)}`),
    );
    expect(faults).toEqual([]);
    const gone = Object.keys(LESS_DEFINED).filter((id) => !ruleBook().has(id));
    expect(gone, 'exceptions for rules that are not there').toEqual([]);
  });
});

describe('requirements', () => {
  const needed = entries.flatMap((entry) =>
    (entry.requires ?? []).map((requirement, i) => ({
      entry,
      requirement,
      i,
      name: `${entry.id}: ${requirement}`,
    })),
  );

  it('each have a point at which the rule fails without them, or stand among the exceptions', () => {
    const faults = needed.flatMap(({ entry, requirement, i, name }) => {
      const point = entry.withoutIt?.[requirement];
      if (point === undefined) return Object.hasOwn(NOT_SHOWN, name) ? [] : [`${name}: no point`];
      const fault = complaint(ruleOf(entry.id), i, point);
      return fault ? [`${name}, at ${point}: ${fault}`] : [];
    });
    expect(faults).toEqual([]);
  });

  it('have no point or exception that belongs to none of them', () => {
    const names = new Set(needed.map(({ name }) => name));
    const points = entries.flatMap(({ id, withoutIt }) =>
      Object.keys(withoutIt ?? {}).map((r) => `${id}: ${r}`),
    );
    const shown = new Set(points);
    expect(points.filter((name) => !names.has(name))).toEqual([]);
    expect(Object.keys(NOT_SHOWN).filter((name) => !names.has(name) || shown.has(name))).toEqual(
      [],
    );
  });
});

describe('form', () => {
  it('has ids in kebab-case, none twice', () => {
    const ids = entries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    // A function's own name keeps its capital letter.
    expect(ids.filter((id) => !/^[a-z]+(-([a-z0-9]+|Phi))*$|^Phi(-[a-z0-9]+)*$/.test(id))).toEqual(
      [],
    );
  });

  it('has titles that are sentences without a full stop', () => {
    const names = /^(lgamma|gamma|exp|abs|sign|tanh|relu|softplus|sigmoid|erf|digamma) /;
    const faults = entries.filter(
      ({ title }) =>
        /[.!?;\s]$/.test(title) ||
        !(/^\p{Lu}/u.test(title) || names.test(title)) ||
        !title.includes(' '),
    );
    expect(faults.map(({ title }) => title)).toEqual([]);
  });

  it('has no two rules that say the same', () => {
    const seen = new Map<string, string>();
    const faults: string[] = [];
    for (const { id, conclusion, premises } of rules) {
      const key = canonical(conclusion, premises, false);
      const first = seen.get(key);
      if (first) faults.push(`${id} says what ${first} says`);
      seen.set(key, id);
    }
    for (const { id, conclusion, premises } of rules) {
      if (conclusion.op !== 'eq' || Object.hasOwn(SAME_SWAPPED, id)) continue;
      const first = seen.get(canonical(conclusion, premises, true));
      if (first && first !== id && !Object.hasOwn(SAME_SWAPPED, first))
        faults.push(`${id} is ${first} swapped`);
    }
    expect(faults).toEqual([]);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))('%s is well-formed', (_id, rule) => {
    for (const proposition of [rule.conclusion, ...rule.premises])
      expect(sortFault(proposition)).toBeUndefined();
    const { conclusion, premises } = rule;
    const isOriented = conclusion.op === 'eq';
    const left = variablesOf(isOriented ? arg(conclusion, 0) : conclusion);
    const elsewhere = [
      ...(isOriented ? variablesOf(arg(conclusion, 1)) : []),
      ...premises.flatMap(variablesOf),
    ];
    const given = elsewhere.filter((name) => !left.includes(name));
    expect(new Set(given), 'given explicitly').toEqual(new Set(GIVEN[rule.id] ?? []));
    expect(new Set(rule.variables.keys())).toEqual(new Set([...left, ...elsewhere]));
  });

  const equations = rules.filter(({ conclusion }) => conclusion.op === 'eq');

  it.each(equations.map((rule) => [rule.id, rule] as const))('%s undoes itself', (id, rule) => {
    const random = new Random(SEED);
    const parts = partsOf(rule);
    const back = Object.hasOwn(NOT_MATCHED_BACK, id) ? [] : ([[1, 0]] as const);
    for (let n = 0; n < 20; n++) {
      const arena = new Arena();
      const substitution = sampleSubstitution(arena, rule, parts, random);
      for (const [from, to] of [[0, 1] as const, ...back]) {
        const pattern = arg(rule.conclusion, from);
        const here = instantiatePattern(arena, pattern, substitution);
        const there = instantiatePattern(arena, arg(rule.conclusion, to), substitution);
        const mentioned = new Set(variablesOf(pattern));
        const given = new Map([...substitution].filter(([name]) => !mentioned.has(name)));
        const found =
          match(arena, pattern, here, given) ?? match(arena, pattern, here, substitution);
        if (!found)
          expect.fail(`not found in its own instance: ${[...substitution.values()].map(text)}`);
        expect(instantiatePattern(arena, pattern, found)).toBe(here);
        if (from === 0)
          expect(instantiatePattern(arena, arg(rule.conclusion, to), found)).toBe(there);
      }
    }
  });
});

describe('the suite itself', () => {
  const plant = (variables: string, states: string, ...requires: string[]): Rule =>
    readRule(new Arena(), {
      id: 'planted',
      title: 'Planted',
      variables,
      states,
      requires,
    } satisfies RuleEntry);

  it.each([
    ['u v', 'log(u*v) == log(u) + log(v)', []],
    ['a b u', 'sum(k in a..b, u) == (b - a + 1)*u', ['integer(a)', 'integer(b)']],
    ['a b u', 'sum(k in a..b, u) == (b - a + 1)*u', ['a <= b + 1']],
    ['u', 'u/u == 1', []],
    ['a b j F(k)', 'sum(k in a..b, delta(k, j)*F(k)) == F(j)', []],
    ['u', 'sqrt(u^2) == u', []],
    ['u X', 'diff(abs(u), X) == sign(u)*diff(u, X)', ['differentiable(u, X)']],
    ['u v', 'exp(u + v) == exp(u) + exp(v)', []],
    ['u v w', '(u^v)^w == u^(v*w)', []],
    ['u v', 'u^v == exp(v*log(u))', ['0 <= u']],
    ['u', '0 < abs(u)', []],
    ['a b F(k)', '0 < sum(k in a..b, F(k))', ['forall k in a..b: 0 < F(k)']],
    ['a b u F(k)', 'max(k in a..b, F(k)) <= u', ['a <= b', 'forall k in a..b: F(k) <= u']],
    ['u v', 'defined(u/v)', ['defined(u)', 'defined(v)']],
    ['i j u', 'defined(if(i == j, u, 0))', ['defined(i)', 'defined(j)']],
    ['u X', 'differentiable(sqrt(u), X)', ['differentiable(u, X)', '0 <= u']],
    ['u v X', 'diff(u^v, X) == v*u^(v - 1)*diff(u, X)', ['differentiable(u, X)', '0 < u']],
    ['x i a', 'diff(x[i], x[a]) == delta(i, a)', ['free(a, x)']],
  ] as const)('refuses, of %s, %s', (variables, states, requires) => {
    expect(refusal(plant(variables, states, ...requires))).toMatch(/is false/);
  });

  it('refuses a rule that it can say nothing about', () => {
    expect(refusal(plant('u', 'u == u', 'u < 0', '0 < u'))).toMatch(/only 0 informative/);
  });

  it('sees a right side that is less defined', () => {
    expect(tryRule(plant('u', 'abs(u) == sqrt(u)*sqrt(u)', '0 <= u'), SEED).lessDefined).toEqual(
      [],
    );
    expect(tryRule(plant('u v', 'u == u + 0*v'), SEED).lessDefined.length).toBeGreaterThan(0);
  });

  it('refuses a point at which the rule does not fail', () => {
    const rule = plant('u', 'sqrt(u^2) == u', '0 <= u');
    expect(complaint(rule, 0, 'u = -1')).toBeUndefined();
    expect(complaint(rule, 0, 'u = 1')).toMatch(/requirement holds/);
    expect(complaint(plant('u', 'abs(u)^2 == u^2', '0 <= u'), 0, 'u = -1')).toMatch(
      /does not fail/,
    );
  });

  it('draws the same samples from the same seed', () => {
    const rule = plant('u v', 'u + v == v + u', 'u <= v');
    const drawn = (): string[] =>
      [...instances(rule, SEED, 30)].map((i) => `${show(i)} ${i.premises.map((p) => holds(i, p))}`);
    expect(drawn()).toEqual(drawn());
  });
});
