import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Checker } from '../../src/kernel/check.js';
import { Scope } from '../../src/kernel/scope.js';
import { lowerContext } from '../../src/language/lower.js';
import { ruleBook } from '../../src/rules/book.js';
import { chainProof } from '../../src/strategy/derivation.js';
import { subterms } from '../../src/term/substitution.js';
import type { Arena, Term } from '../../src/term/term.js';
import { contextOf, words } from '../language/given.js';
import { difference, normalForm, proofOf } from './agreement.js';
import { arbitraryFormula, FORMULAS, variantOf } from './arbitrary-formula.js';

const SEED = Number(process.env.GRADUS_SEED ?? 20);
const RUNS = Number(process.env.GRADUS_RUNS ?? 200);
const runs = { seed: SEED, numRuns: RUNS };
process.stdout.write(`properties of the search: seed ${SEED}, ${RUNS} runs each\n`);

const context = lowerContext(contextOf(FORMULAS));
const { arena } = context;
const formulas = arbitraryFormula(context);
const scope = Scope.root(context);

describe('the normal form of every formula', () => {
  test('has the value of the formula', () => {
    fc.assert(
      fc.property(formulas, ({ term }) => {
        const form = normalForm(context, term);
        if (form) expect(difference(context, term, form.current)).toBeUndefined();
      }),
      runs,
    );
  });

  test('is reached by moves that the checker replays', () => {
    fc.assert(
      fc.property(formulas, ({ term }) => {
        const form = normalForm(context, term);
        if (!form) return;
        const goal = arena.make('eq', [term, form.current]);
        new Checker(ruleBook()).check(scope, chainProof(scope, term, form.moves), goal);
      }),
      runs,
    );
  });

  test('is its own normal form', () => {
    fc.assert(
      fc.property(formulas, ({ term }) => {
        const once = normalForm(context, term);
        const twice = once && normalForm(context, once.current);
        if (once && twice) expect(words(twice.current)).toBe(words(once.current));
      }),
      runs,
    );
  });

  test('does not depend on the letters of bound indices', () => {
    fc.assert(
      fc.property(formulas, fc.constantFrom('l', 'i', 'x', "v'", 'n'), ({ term }, letter) => {
        const forms = ['k', letter].map((own) => {
          const elsewhere = lowerContext(contextOf(FORMULAS));
          const form = normalForm(elsewhere, lettered(elsewhere.arena, term, own));
          return form && words(form.current);
        });
        expect(forms[1]).toBe(forms[0]);
      }),
      runs,
    );
  });
});

/** The term in an arena of its own, with this letter for every bound index. */
function lettered(elsewhere: Arena, root: Term, letter: string): Term {
  const copies = new Map<Term, Term>();
  for (const part of subterms(root)) {
    const args = part.args.map((child) => copies.get(child) as Term);
    const copy =
      part.value !== undefined
        ? elsewhere.num(part.value)
        : part.op === 'bound'
          ? elsewhere.bound(part.index)
          : elsewhere.make(part.op, args, part.name, part.letter && letter);
    copies.set(part, copy);
  }
  return copies.get(root) as Term;
}

describe('what is proved', () => {
  test('holds in every model, also when a true equality is changed in one place', {
    timeout: 600_000,
  }, () => {
    let changes = 0;
    let proofs = 0;
    fc.assert(
      fc.property(formulas, fc.nat(), fc.nat(), ({ term }, where, what) => {
        const form = normalForm(context, term);
        if (!form) return;
        const changed = variantOf(arena, form.current, where, what);
        if (changed === form.current) return;
        changes += 1;
        if (!proofOf(context, term, changed)) return;
        proofs += 1;
        expect(difference(context, term, changed, 'anywhere')).toBeUndefined();
      }),
      { ...runs, numRuns: 2 * RUNS },
    );
    process.stdout.write(`${changes} changed equalities: ${proofs} still hold and are proved\n`);
  });

  test('holds in every model when it relates two formulas that were not made for each other', () => {
    const small = arbitraryFormula(context, 1);
    fc.assert(
      fc.property(small, small, ({ term: left }, { term: right }) => {
        if (proofOf(context, left, right))
          expect(difference(context, left, right, 'anywhere')).toBeUndefined();
      }),
      { ...runs, numRuns: 4 * RUNS },
    );
  });
});
