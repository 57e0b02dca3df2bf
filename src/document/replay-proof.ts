/** Has the kernel replay what the search found. */
import { ProofError } from '../kernel/check.js';
import { type ClaimProof, establish, type Theorem } from '../kernel/theorem.js';
import { ruleBook } from '../rules/book.js';
import { type CoreClaim, goalOf } from './core-claim.js';

/** The theorem when the kernel accepts all parts of the proof; otherwise why it does not. */
export function replayProof(
  claim: CoreClaim,
  { leftDefined, rightDefined, proof }: ClaimProof,
  known?: ReadonlyMap<string, Theorem>,
): { readonly theorem: Theorem } | { readonly fault: string } {
  const statement = { context: claim.context, ...goalOf(claim) };
  try {
    const theorem = establish(ruleBook(), statement, { leftDefined, rightDefined, proof }, known);
    return { theorem };
  } catch (error) {
    if (error instanceof ProofError) return { fault: error.message };
    throw error;
  }
}
