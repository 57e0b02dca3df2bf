/**
 * The laws of exercises, over the proved derivations of some chapters: what is planted is wrong
 * and the only thing that is, no wrong answer is right, and a seed says all.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { examineDocument } from '../../src/document/check.js';
import type { CheckedClaim } from '../../src/document/check-claim.js';
import { findProof } from '../../src/document/find-proof.js';
import type { Lemmas } from '../../src/document/lemmas.js';
import type { Exercise, Kind } from '../../src/exercise/exercise.js';
import { makeExercise } from '../../src/exercise/make-exercise.js';
import { Scope } from '../../src/kernel/scope.js';
import { lowerRelation } from '../../src/language/lower.js';
import { checkRelationNow } from '../../src/numeric/check.js';
import { ruleBook } from '../../src/rules/book.js';
import { Engine } from '../../src/search/engine.js';
import { Derivation } from '../../src/strategy/derivation.js';
import type { Term } from '../../src/term/term.js';

const CHAPTERS = ['03-categorical-distribution', '07-softmax', '13-sigmoid', '14-two-classes'];
const RUNS = { numRuns: Number(process.env.GRADUS_EXERCISES ?? 10), seed: 5 };

/** Models of their own, and more than the maker of exercises looks at. */
const NUMBERS = { seed: 99, runs: 150, maxSize: 4 };

interface Given {
  readonly checked: CheckedClaim;
  readonly lemmas: Lemmas;
}
const given: Given[] = [];
beforeAll(async () => {
  for (const name of CHAPTERS) {
    const path = `proofs/${name}.md`;
    const text = readFileSync(path, 'utf8');
    const { claims, lemmas } = await examineDocument(text, path, { timeLimit: 120 });
    for (const checked of claims) given.push({ checked, lemmas });
  }
}, 600_000);

/** Runs a law on exercises of a kind, for seeds of all sizes; some claims have none. */
function forAll<K extends Kind>(
  kind: K,
  law: (exercise: Extract<Exercise, { kind: K }>, from: Given) => void,
): void {
  const able = given.filter(({ checked }) => makeExercise(checked, kind, 0) !== undefined);
  expect(able.length).toBeGreaterThan(5);
  fc.assert(
    fc.property(fc.constantFrom(...able), fc.integer(), (from, seed) => {
      const exercise = makeExercise(from.checked, kind, seed);
      if (exercise) law(exercise as Extract<Exercise, { kind: K }>, from);
    }),
    RUNS,
  );
}

type Step = readonly [before: Term, after: Term, relation: 'eq' | 'le' | 'lt' | 'ge' | 'gt'];

const stepsOf = ({ lines }: Exercise): Step[] =>
  lines
    .slice(1)
    .map(({ term, relation = 'eq' }, k) => [lines[k]?.term as Term, term, relation] as const);

/** What many models say of a step. */
function verdictOf({ context }: Exercise, [before, after, relation]: Step): string {
  const core = lowerRelation(context, before, after);
  const deadline = Date.now() + 60_000;
  const options = { ...NUMBERS, deadline };
  return checkRelationNow(core.context, relation, core.left, core.right, options).verdict;
}

function isProved({ context }: Exercise, [left, right, relation]: Step, lemmas: Lemmas): boolean {
  const claim = { ...lowerRelation(context, left, right), relation };
  const deadline = Date.now() + 60_000;
  const task = { form: 'calc', by: lemmas.names, lemmas, about: [left, right], deadline } as const;
  return findProof(claim, task).proved !== undefined;
}

describe('a planted mistake', () => {
  it('is refuted, and every other step holds in many models', () => {
    forAll('find', (exercise) => {
      const verdicts = stepsOf(exercise).map((step) => verdictOf(exercise, step));
      const expected = verdicts.map((_, k) => (k === exercise.wrong - 1 ? 'refuted' : 'agrees'));
      expect(verdicts).toEqual(expected);
    });
  }, 600_000);

  it('is the only step that is not proved', () => {
    forAll('find', (exercise, { lemmas }) => {
      const proved = stepsOf(exercise).map((step) => isProved(exercise, step, lemmas));
      expect(proved).toEqual(proved.map((_, k) => k !== exercise.wrong - 1));
    });
  }, 600_000);
});

describe('a rule that is offered beside the right one', () => {
  it('leads nowhere from the first line to the second', () => {
    forAll('name', (exercise) => {
      const [before, after] = exercise.lines.map(({ term }) => term) as [Term, Term];
      for (const [k, { rule }] of exercise.options.entries())
        if (k !== exercise.right)
          expect([rule, ...applications(exercise, rule, before)]).not.toContain(after);
    });
  }, 600_000);
});

/** Every line that one use of the rule, in either direction, makes of a line. */
function applications({ context }: Exercise, rule: string, line: Term): Term[] {
  const engine = new Engine(ruleBook());
  const core = lowerRelation(context, line, line).context;
  const found: Term[] = [];
  const visit = (path: readonly number[]): void => {
    for (const way of ['rule', 'ruleBack'] as const) {
      const whole = new Derivation(Scope.root(core), line);
      at(whole, path, (place) => engine[way](place, rule));
      if (whole.current !== line) found.push(whole.current);
    }
    at(new Derivation(Scope.root(core), line), path, ({ current }) => {
      for (const i of current.args.keys()) visit([...path, i]);
    });
  };
  visit([]);
  return found;
}

function at(line: Derivation, [i, ...rest]: readonly number[], act: (d: Derivation) => void): void {
  if (i === undefined) act(line);
  else line.inside(i, (inner) => at(inner, rest, act));
}

describe('an exercise', () => {
  it.each(['fill', 'find', 'name'] as const)(
    'is the same by the same seed: %s',
    (kind) => {
      forAll(kind, (exercise, { checked }) => {
        const plain = (one: Exercise | undefined) =>
          one && { ...one, context: undefined, frame: undefined };
        expect(plain(makeExercise(checked, kind, exercise.seed))).toEqual(plain(exercise));
      });
    },
    300_000,
  );
});
