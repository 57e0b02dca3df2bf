/** Compares terms by their values, and runs searches that may meet their bounds. */
import { Checker } from '../../src/kernel/check.js';
import type { Context } from '../../src/kernel/context.js';
import { Scope } from '../../src/kernel/scope.js';
import { printText } from '../../src/language/print-text.js';
import { Judge } from '../../src/numeric/judge.js';
import type { Model } from '../../src/numeric/model.js';
import { Sampler } from '../../src/numeric/sample.js';
import { ruleBook } from '../../src/rules/book.js';
import { Engine } from '../../src/search/engine.js';
import { Normalizer } from '../../src/search/normal-form.js';
import { ClaimProver, type FoundProof } from '../../src/search/prove-claim.js';
import type { Derivation } from '../../src/strategy/derivation.js';
import type { Term } from '../../src/term/term.js';

/** Bounds of searches and evaluations are no faults; what they cut off is not looked at. */
const BOUNDS = ['SearchExhausted', 'PolynomialTooLarge', 'ArenaFull', 'Exhausted'];

export function withinBounds<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof Error && BOUNDS.includes(error.name)) return undefined;
    throw error;
  }
}

export const normalForm = (context: Context, term: Term): Derivation | undefined =>
  withinBounds(() => new Normalizer(new Engine(ruleBook())).of(Scope.root(context), term));

const MODELS = { seed: 1, runs: 25, maxSize: 3 };

const placeOf = (model: Model): string =>
  [...model.coordinates].map(([name, { value }]) => `${name} = ${value.n}/${value.d}`).join(', ');

/** Where the values of two terms differ, as text; undefined when that is on none of some models. */
export function difference(
  context: Context,
  left: Term,
  right: Term,
  where: 'both have a value' | 'anywhere' = 'both have a value',
): string | undefined {
  const judge = new Judge(context, [left, right]);
  for (const model of new Sampler(context, [left, right], MODELS).models()) {
    const judgement = withinBounds(() => judge.judge(model, 'eq'));
    if (judgement?.kind !== 'fails') continue;
    if (where === 'both have a value' && judgement.how !== 'differ') continue;
    const [l, r] = [left, right].map((side) => printText(side, { context }));
    return `${l}\n  and ${r}\n  at ${placeOf(model)}: ${judgement.how}`;
  }
  return undefined;
}

/** A proof of the equality that the checker accepts; undefined when none is found. */
export function proofOf(context: Context, left: Term, right: Term): FoundProof | undefined {
  const { arena } = context;
  const attempt = new ClaimProver(ruleBook()).prove(context, 'eq', left, right);
  if (!attempt.found) return undefined;
  const scope = Scope.root(context);
  const checker = new Checker(ruleBook());
  checker.check(scope, attempt.leftDefined, arena.make('defined', [left]));
  checker.check(scope, attempt.rightDefined, arena.make('defined', [right]));
  checker.check(scope, attempt.proof, arena.make('eq', [left, right]));
  return attempt;
}
