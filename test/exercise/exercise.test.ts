// Exercises on given derivations: what is asked, and that it is asked again by the same seed.
import { beforeAll, describe, expect, it } from 'vitest';
import type { CheckedDocument } from '../../src/document/check.js';
import { KINDS } from '../../src/exercise/exercise.js';
import { printText } from '../../src/language/print-text.js';
import { documentOf } from '../document/given.js';
import { examined, exerciseOn, LOG_SOFTMAX, linesOf } from './given.js';

let document: CheckedDocument;
beforeAll(async () => {
  document = await examined(LOG_SOFTMAX);
}, 600_000);

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

describe('fill the missing line', () => {
  it('hides a line with a line before and a line after', () => {
    const hidden = SEEDS.map((seed) => exerciseOn(document, 'log-softmax', 'fill', seed)?.hidden);
    expect(new Set(hidden)).toEqual(new Set([1, 2]));
  });

  it('hints at the rule of the next step, first by its title and then by what it says', () => {
    const hints = new Map(
      SEEDS.map((seed) => {
        const exercise = exerciseOn(document, 'log-softmax', 'fill', seed);
        return [exercise?.hidden, exercise?.hints.map(({ text }) => text)];
      }),
    );
    expect(hints.get(2)).toEqual([
      'The logarithm of a quotient is the difference of the logarithms',
      'log(u/v) = log(u) − log(v)',
    ]);
    expect(hints.get(1)).toEqual([
      'By the definition of ŷ',
      'ŷ[i,c] = exp(z[i,c])/(Σ_{k=1..C} exp(z[i,k]))',
    ]);
  });

  it('shows the lines of a derivation that was found, of one entry where the claim is of arrays', () => {
    for (const [name, place] of [
      ['gradient', 'a,b'],
      ['whole', 'i,c'],
    ] as const) {
      const exercise = exerciseOn(document, name, 'fill', 1);
      expect(exercise && linesOf(exercise)[0]).toBe(`diff(J, z[${place}])`);
      expect(exercise && linesOf(exercise).at(-1)).toBe(`yhat[${place}] - y[${place}]`);
    }
  });
});

describe('find the wrong step', () => {
  it('keeps the lines before the mistake, and carries it on after it', () => {
    const lines = linesOf(exerciseOn(document, 'log-softmax', 'fill', 1) as never);
    for (const seed of SEEDS) {
      const exercise = exerciseOn(document, 'log-softmax', 'find', seed);
      if (!exercise) throw new Error('there is no exercise');
      const { wrong, right, context } = exercise;
      expect(linesOf(exercise).slice(0, wrong)).toEqual(lines.slice(0, wrong));
      expect(printText(right, { context })).toBe(lines[wrong]);
      expect(linesOf(exercise)[wrong]).not.toBe(lines[wrong]);
      expect(exercise.counterexample).toMatch(/^at .*: left \S+, right \S+$/);
    }
  });

  it('plants mistakes of several kinds at several lines', () => {
    const found = SEEDS.map((seed) => exerciseOn(document, 'log-softmax', 'find', seed));
    expect(new Set(found.map((one) => one?.wrong)).size).toBeGreaterThan(1);
    expect(new Set(found.map((one) => one?.diagnosis)).size).toBeGreaterThan(3);
  });

  it('says what the mistake is', () => {
    const said = SEEDS.map((seed) => exerciseOn(document, 'gradient', 'find', seed)?.diagnosis);
    expect(said.filter((each) => each !== undefined).length).toBeGreaterThan(4);
  });
});

describe('name the rule', () => {
  it('offers the rule of a step among others of its chapter', () => {
    const exercise = exerciseOn(document, 'log-softmax', 'name', 1);
    if (!exercise) throw new Error('there is no exercise');
    const { options, right } = exercise;
    expect(options.length).toBeGreaterThan(2);
    expect(new Set(options.map(({ title }) => title)).size).toBe(options.length);
    expect(['log-div', 'log-exp']).toContain(options[right]?.rule);
  });

  it('asks of no step that takes several rules, or none', () => {
    for (const seed of SEEDS) {
      const exercise = exerciseOn(document, 'gradient', 'name', seed);
      expect(exercise?.options[exercise.right]?.rule).toMatch(/^log-/);
    }
  });
});

describe('an exercise', () => {
  it('is the same by the same seed', () => {
    for (const kind of KINDS)
      for (const seed of [0, 1, 2 ** 31, -5]) {
        const [one, other] = [0, 1].map(() => exerciseOn(document, 'log-softmax', kind, seed));
        expect(one).toBeDefined();
        expect(one && { ...one, context: undefined, frame: undefined }).toEqual(
          other && { ...other, context: undefined, frame: undefined },
        );
      }
  });

  it('is made of proved claims alone', async () => {
    const { claims } = document;
    expect(claims.map(({ report }) => report.verdict)).toEqual([
      'proved',
      'proved',
      'proved',
      'refuted',
    ]);
    for (const kind of KINDS) expect(exerciseOn(document, 'wrong', kind, 1)).toBeUndefined();
    const other = await examined(documentOf('real x\ncalc c:\n x\n == x + 0\n == x + 1'));
    for (const kind of KINDS) expect(exerciseOn(other, 'c', kind, 1)).toBeUndefined();
  });

  it('is not made of a derivation with no line to ask for', async () => {
    const short = await examined(documentOf('real x\nclaim two: x + x == 2*x'));
    for (const kind of KINDS) expect(exerciseOn(short, 'two', kind, 1)).toBeUndefined();
  });
});
