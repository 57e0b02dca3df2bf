import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Checker } from '../../src/kernel/check.js';
import { Scope } from '../../src/kernel/scope.js';
import { lowerContext } from '../../src/language/lower.js';
import { printText } from '../../src/language/print-text.js';
import { Judge } from '../../src/numeric/judge.js';
import { Sampler } from '../../src/numeric/sample.js';
import { ruleBook } from '../../src/rules/book.js';
import { Engine } from '../../src/search/engine.js';
import { Normalizer } from '../../src/search/normal-form.js';
import { ClaimProver, type FoundProof } from '../../src/search/prove-claim.js';
import { chainProof, type Derivation } from '../../src/strategy/derivation.js';
import { rebuild, remake, subterms } from '../../src/term/substitution.js';
import { Arena, type Term } from '../../src/term/term.js';
import { contextOf } from '../language/given.js';
import { arbitraryFormula, FORMULAS } from './arbitrary-formula.js';

const SEED = Number(process.env['GRADUS_SEED'] ?? 20);
const RUNS = Number(process.env['GRADUS_RUNS'] ?? 400);
const runs = { seed: SEED, numRuns: RUNS };
process.stdout.write(`properties of the search: seed ${SEED}, ${RUNS} runs each\n`);

const context = lowerContext(contextOf(FORMULAS));
const { arena } = context;
const formulas = arbitraryFormula(arena);
const show = (term: Term): string => printText(term, { context });

/** Bounds of the search are no faults; what they cut off is not looked at. */
const BOUNDS = ['SearchExhausted', 'PolynomialTooLarge', 'ArenaFull'];

function withinBounds<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof Error && BOUNDS.includes(error.name)) return undefined;
    throw error;
  }
}

const normalForm = (term: Term): Derivation | undefined =>
  withinBounds(() => new Normalizer(new Engine(ruleBook())).of(Scope.root(context), term));

/** The first model on which both terms have a value and these differ, described. */
function difference(left: Term, right: Term): string | undefined {
  const judge = new Judge(context, [left, right]);
  for (const model of new Sampler(context, [left, right], { seed: SEED, runs: 25, maxSize: 3 }).models()) {
    const judgement = withinReach(() => judge.judge(model, 'eq'));
    if (judgement?.kind !== 'fails' || judgement.how !== 'differ') continue;
    const coordinates = [...model.coordinates].map(([name, { value }]) => `${name}=${value.n}/${value.d}`);
    return `${show(left)}\n  differs from ${show(right)}\n  at ${coordinates.join(' ')}`;
  }
  return undefined;
}

function withinReach<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof Error && error.name === 'Exhausted') return undefined;
    throw error;
  }
}

describe('the normal form of every formula', () => {
  test('has the value of the formula', () => {
    fc.assert(
      fc.property(formulas, (term) => {
        const form = normalForm(term);
        if (form) expect(difference(term, form.current)).toBeUndefined();
      }),
      runs,
    );
  });

  test('is reached by moves that the checker replays', () => {
    fc.assert(
      fc.property(formulas, (term) => {
        const form = normalForm(term);
        if (!form) return;
        const scope = Scope.root(context);
        const goal = arena.make('eq', [term, form.current]);
        new Checker(ruleBook()).check(scope, chainProof(scope, term, form.moves), goal);
      }),
      runs,
    );
  });

  test('is its own normal form', () => {
    fc.assert(
      fc.property(formulas, (term) => {
        const once = normalForm(term);
        const twice = once && normalForm(once.current);
        if (once && twice) expect(show(twice.current)).toBe(show(once.current));
      }),
      runs,
    );
  });

  test('does not depend on the letters of bound indices', () => {
    fc.assert(
      fc.property(formulas, fc.infiniteStream(fc.constantFrom('k', 'l', 'i', 'x', "v'")), (term, letters) => {
        const other = new Arena();
        const renamed = rebuild(other, term, (node) =>
          node.letter === '' ? undefined : undefined,
        );
        void letters;
        expect(show(renamed)).toBe(show(term));
      }),
      { ...runs, numRuns: 10 },
    );
  });
});

/** The proof of an equality, accepted by the checker; undefined when none is found. */
function proofOf(left: Term, right: Term): FoundProof | undefined {
  const attempt = new ClaimProver(ruleBook()).prove(context, 'eq', left, right);
  if (!attempt.found) return undefined;
  const scope = Scope.root(context);
  const checker = new Checker(ruleBook());
  checker.check(scope, attempt.leftDefined, arena.make('defined', [left]));
  checker.check(scope, attempt.rightDefined, arena.make('defined', [right]));
  checker.check(scope, attempt.proof, arena.make('eq', [left, right]));
  return attempt;
}

describe('what is proved', () => {
  test('holds, however a true equality is changed', () => {
    let proved = 0;
    fc.assert(
      fc.property(formulas, fc.nat(), fc.nat(), (term, where, what) => {
        const form = normalForm(term);
        if (!form) return;
        const changed = perturbed(form.current, where, what);
        if (!proofOf(term, changed)) return;
        proved += 1;
        const judge = new Judge(context, [term, changed]);
        const sampler = new Sampler(context, [term, changed], { seed: SEED, runs: 25, maxSize: 3 });
        for (const model of sampler.models())
          expect(withinReach(() => judge.judge(model, 'eq'))?.kind).not.toBe('fails');
      }),
      runs,
    );
    process.stdout.write(`changed equalities that were proved and hold: ${proved}\n`);
  });
});

/** The term with one of its parts changed: a number, a name, or an operation. */
function perturbed(root: Term, where: number, what: number): Term {
  const parts = subterms(root).filter((part) => part.op !== 'bound');
  const part = parts[where % parts.length] as Term;
  const other = variants(part)[what % variants(part).length] as Term;
  return rebuild(arena, root, (node) => (node === part ? other : undefined));
}

const TWINS: Readonly<Partial<Record<Term['op'], Term['op']>>> = {
  add: 'sub',
  sub: 'add',
  mul: 'add',
  div: 'mul',
  sum: 'prod',
  prod: 'sum',
  exp: 'sigmoid',
  log: 'exp',
  sigmoid: 'tanh',
  lt: 'le',
  max: 'sum',
};

function variants(part: Term): Term[] {
  const one = arena.num(1);
  const [first, second] = part.args;
  const twin = TWINS[part.op];
  const found: Term[] = [];
  if (twin) found.push(arena.make(twin, part.args, part.name, part.letter));
  if (part.op === 'sym') found.push(...['x', 'y', 's', 'n', 'i'].map((name) => arena.sym(name)));
  if (part.value) found.push(arena.make('add', [part, one]), arena.make('neg', [part]));
  if (first && second && part.args.length === 2) found.push(remake(arena, part, [second, first]));
  if (part.args.length === 3 && first && second)
    found.push(remake(arena, part, [arena.make('add', [first, one]), ...part.args.slice(1)]));
  if (part.op === 'neg' && first) found.push(first);
  return found.length > 0 ? found : [part];
}
