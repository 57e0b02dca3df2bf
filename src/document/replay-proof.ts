/** Has the checker replay what the search found. */
import { Checker, ProofError } from '../kernel/check.js';
import { Scope } from '../kernel/scope.js';
import { ruleBook } from '../rules/book.js';
import type { FoundProof } from '../search/prove-claim.js';
import { type CoreClaim, goalOf } from './core-claim.js';

/** Undefined when the checker accepts all three parts; otherwise why it does not. */
export function replayProof(claim: CoreClaim, found: FoundProof): string | undefined {
  const { context } = claim;
  const { relation, left, right } = goalOf(claim);
  const { arena } = context;
  const checker = new Checker(ruleBook());
  const scope = Scope.root(context);
  try {
    checker.check(scope, found.leftDefined, arena.make('defined', [left]));
    checker.check(scope, found.rightDefined, arena.make('defined', [right]));
    checker.check(scope, found.proof, arena.make(relation, [left, right]));
    return undefined;
  } catch (error) {
    if (error instanceof ProofError) return error.message;
    throw error;
  }
}
