/** Random derivatives against dual numbers and finite differences. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Checker } from '../../src/kernel/check.js';
import { Scope } from '../../src/kernel/scope.js';
import { lowerContext } from '../../src/language/lower.js';
import { checkRelationNow } from '../../src/numeric/check.js';
import { ruleBook } from '../../src/rules/book.js';
import { derive } from '../../src/search/derive.js';
import { ClaimProver } from '../../src/search/prove-claim.js';
import { builder } from '../../src/term/build.js';
import { subterms } from '../../src/term/substitution.js';
import { contextOf } from '../language/given.js';
import { difference, normalForm, withinBounds } from './agreement.js';
import { arbitraryFormula, FORMULAS } from './arbitrary-formula.js';

const SEED = Number(process.env.GRADUS_SEED ?? 21);
const RUNS = Number(process.env.GRADUS_RUNS ?? 200);
const runs = { seed: SEED, numRuns: RUNS };
process.stdout.write(`derivatives: seed ${SEED}, ${RUNS} runs each\n`);

const context = lowerContext(contextOf(FORMULAS));
const t = builder(context.arena);
const formulas = arbitraryFormula(context, 2);
const places = fc.constantFrom(
  t.sym('x'),
  t.sym('s'),
  t.at(t.sym('v'), t.sym('i')),
  t.at(t.sym('w'), t.sym('j')),
  t.at(t.sym('v'), t.num(1)),
  t.at(t.sym('A'), t.sym('i'), t.num(1)),
);

test('the normal form of a derivative has its value', () => {
  let taken = 0;
  fc.assert(
    fc.property(formulas, places, ({ term }, place) => {
      const derivative = t.diff(term, place);
      const form = normalForm(context, derivative);
      if (!form || form.current === derivative) return;
      if (!subterms(form.current).some(({ op }) => op === 'diff')) taken += 1;
      expect(difference(context, derivative, form.current)).toBeUndefined();
    }),
    runs,
  );
  process.stdout.write(`derivatives that were taken: ${taken} of ${RUNS}\n`);
});

test('a derived closed form agrees with dual numbers and finite differences', () => {
  let derived = 0;
  fc.assert(
    fc.property(formulas, places, ({ term }, place) => {
      const derivative = t.diff(term, place);
      const prover = new ClaimProver(ruleBook(), { moves: 5_000, deadline: Date.now() + 2_000 });
      const found = withinBounds(() => derive(prover, context, derivative));
      if (!found) return;
      derived += 1;
      const checker = new Checker(ruleBook());
      const scope = Scope.root(context);
      checker.check(scope, found.proof.leftDefined, t.defined(derivative));
      checker.check(scope, found.proof.rightDefined, t.defined(found.result));
      checker.check(scope, found.proof.proof, t.eq(derivative, found.result));
      const options = { seed: SEED, runs: 10, maxSize: 3 };
      const outcome = checkRelationNow(context, 'eq', derivative, found.result, options);
      expect(outcome).not.toHaveProperty('counterexample');
      if (outcome.verdict !== 'agrees' || !outcome.finiteDifference) return;
      const { maxError, bound } = outcome.finiteDifference;
      expect(maxError).toBeLessThanOrEqual(1000 * bound);
    }),
    runs,
  );
  process.stdout.write(`closed forms that were derived: ${derived} of ${RUNS}\n`);
});
