/**
 * Looks for a proof of a relation and has the checker replay it. A claim is derived in the steps
 * of a textbook where that succeeds, and else proved in any way that does.
 */
import type { Claim } from '../language/claim.js';
import { ruleBook } from '../rules/book.js';
import { type DerivationFound, derive } from '../search/derive.js';
import { type Attempt, ClaimProver, type FoundProof } from '../search/prove-claim.js';
import type { Transcript } from '../search/transcript.js';
import { foldChain } from '../transcript/fold.js';
import { type CoreClaim, goalOf } from './core-claim.js';
import { replayProof } from './replay-proof.js';

export interface Search {
  /** Present when the checker accepted it. */
  readonly proof?: FoundProof;
  readonly transcript?: Transcript;
  /** Why there is no proof. */
  readonly reason?: string;
}

/** Most moves of one search. */
const MOVES = 20_000;

/** A prover for one claim. */
export const proverUntil = (deadline: number): ClaimProver =>
  new ClaimProver(ruleBook(), { moves: MOVES, deadline });

/** `deadline` is a time as Date.now() tells it. */
export function findProof(claim: CoreClaim, form: Claim['form'], deadline: number): Search {
  const derived = form === 'claim' ? derivation(claim, deadline) : undefined;
  if (derived && replayProof(claim, derived.proof) === undefined)
    return { proof: derived.proof, transcript: derived.transcript };
  const { relation, left, right } = goalOf(claim);
  const attempt = proverUntil(deadline).prove(claim.context, relation, left, right);
  if (!attempt.found) return { reason: whyNot(attempt) };
  const fault = replayProof(claim, attempt);
  if (fault !== undefined)
    return { reason: `a proof was found that the checker does not accept: ${fault}` };
  const transcript =
    attempt.proof.by === 'chain'
      ? foldChain(claim.context, left, attempt.proof.steps)
      : undefined;
  return { proof: attempt, ...(transcript ? { transcript } : {}) };
}

function derivation(claim: CoreClaim, deadline: number): DerivationFound | undefined {
  if (claim.relation !== 'eq' || claim.left.op === 'argmin' || claim.left.op === 'argmax')
    return undefined;
  return deriveWithin(claim, deadline);
}

/** As derive; undefined also when a bound of the search is met. */
export function deriveWithin(
  { context, left, right }: Pick<CoreClaim, 'context' | 'left'> & { right?: CoreClaim['right'] },
  deadline: number,
): DerivationFound | undefined {
  try {
    return derive(proverUntil(deadline), context, left, right);
  } catch (error) {
    if (error instanceof Error && BOUNDS.has(error.name)) return undefined;
    throw error;
  }
}

const BOUNDS = new Set(['SearchExhausted', 'ArenaFull', 'PolynomialTooLarge']);

function whyNot({ missing, reason }: Attempt & { found: false }): string {
  if (missing === 'time') return reason ?? 'the search stopped at its bound';
  return missing === 'the relation' ? 'no proof was found' : `no proof that the ${missing}`;
}
