/** The transcript of a proof that the search has found. */
import type { Context } from '../kernel/context.js';
import type { FoundProof } from '../search/prove-claim.js';
import type { Transcript } from '../search/transcript.js';
import type { Term } from '../term/term.js';
import { foldChain } from './fold.js';

/** Undefined when the proof is no chain of lines. */
export const transcriptOf = (
  context: Context,
  left: Term,
  found: FoundProof,
): Transcript | undefined =>
  found.proof.by === 'chain' ? foldChain(context, left, found.proof.steps) : undefined;
