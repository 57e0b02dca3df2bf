/**
 * Looks for a proof of a relation and has the checker replay it. A claim is derived in the steps
 * of a textbook where that succeeds, and else proved in any way that does.
 */

import { type ClaimProof, type Theorem, theoremName } from '../kernel/theorem.js';
import type { Claim } from '../language/claim.js';
import { ruleBook } from '../rules/book.js';
import { type DerivationFound, derive } from '../search/derive.js';
import { type Attempt, ClaimProver, type FoundProof } from '../search/prove-claim.js';
import type { Transcript } from '../search/transcript.js';
import type { Term } from '../term/term.js';
import { foldChain } from '../transcript/fold.js';
import { isMajor, majorReasons, reasonGroup } from '../transcript/reason.js';
import { type CoreClaim, goalOf } from './core-claim.js';
import type { Lemmas } from './lemmas.js';
import { proofContext } from './proof-context.js';
import { replayProof } from './replay-proof.js';

export interface Search {
  /** Present when the kernel accepted the proof. */
  readonly proved?: Proved;
  /** Why there is no proof. */
  readonly reason?: string;
}

export interface Proved {
  readonly theorem: Theorem;
  readonly proof: ClaimProof;
  /** The lines of the proof, where it is a chain of lines. */
  readonly transcript?: Transcript;
  /** Set when the lines are those of a derivation, and more than a fold of the chain. */
  readonly isDerived?: true;
}

/** How a claim is to be proved. */
export interface Task {
  readonly form: Claim['form'];
  /** The names that the document gives as reasons. */
  readonly by: readonly string[];
  readonly lemmas: Lemmas;
  /**
   * The terms whose symbols the claim is about. A line of a calculation is about what the first
   * and the last line mention: those two are what the calculation shows.
   */
  readonly about: readonly Term[];
  /** A time as Date.now() tells it. */
  readonly deadline: number;
}

/** Milliseconds for the search with all earlier claims: where they help, they help soon. */
const LEMMA_TIME = 1_000;

/** Most moves of one search. */
const MOVES = 20_000;

/** A prover for one claim. */
const proverUntil = (deadline: number, allows?: (reason: string) => boolean): ClaimProver =>
  new ClaimProver(ruleBook(), { moves: MOVES, deadline }, allows);

/** Earlier claims are used where they are named, and else only when there is no other proof. */
export function findProof(claim: CoreClaim, task: Task): Search {
  const { by, lemmas, form } = task;
  const named = lemmas.names.filter((name) => by.includes(name));
  const { search: alone, granted } = searchOnce(claim, task, named);
  if (alone.proved && form === 'calc') return { proved: simplest(granted, alone.proved, task) };
  if (alone.proved || named.length === lemmas.names.length) return alone;
  const deadline = Math.min(task.deadline, Date.now() + LEMMA_TIME);
  const { search } = searchOnce(claim, { ...task, deadline }, lemmas.names);
  return search.proved ? search : alone;
}

/** The claim in the part of the context that it is about, with lemmas, and what was found. */
interface Searched {
  readonly granted: CoreClaim;
  readonly search: Search;
}

function searchOnce(bare: CoreClaim, task: Task, names: readonly string[]): Searched {
  const { form, lemmas, deadline } = task;
  const granted = { ...bare, context: proofContext(bare, task, names) };
  const derived = form === 'claim' ? derivation(granted, deadline) : undefined;
  if (derived) {
    const { proof, transcript } = derived;
    const replayed = replayProof(granted, proof, lemmas.theorems);
    if ('theorem' in replayed)
      return { granted, search: { proved: { ...replayed, proof, transcript, isDerived: true } } };
  }
  return { granted, search: searchWith(granted, task, proverUntil(deadline)) };
}

function searchWith(claim: CoreClaim, { lemmas }: Task, prover: ClaimProver): Search {
  const { relation, left, right } = goalOf(claim);
  const attempt = guarded(() => prover.prove(claim.context, relation, left, right));
  if ('failure' in attempt) return { reason: attempt.failure };
  if (!attempt.found) return { reason: whyNot(attempt) };
  const replayed = replayProof(claim, attempt, lemmas.theorems);
  if ('fault' in replayed)
    return { reason: `a proof was found that the checker does not accept: ${replayed.fault}` };
  const { proof } = attempt;
  const transcript = proof.by === 'chain' ? foldChain(claim.context, left, proof.steps) : undefined;
  return { proved: { ...replayed, proof: attempt, ...(transcript ? { transcript } : {}) } };
}

/** Milliseconds for the search for a proof with fewer rules, and more where there is much time. */
const SIMPLER_TIME = 500;
const SIMPLER_SHARE = 0.25;

/**
 * A proof of a line with as few major rules as suffice: by those that the text states, if they
 * do; by none, by one of those that the proof has, by fewer.
 */
function simplest(claim: CoreClaim, proved: Proved, task: Task): Proved {
  const now = Date.now();
  const patience = Math.max(SIMPLER_TIME, (task.deadline - now) * SIMPLER_SHARE);
  const deadline = Math.min(task.deadline, now + patience);
  const { definitions } = claim.context;
  const stated = task.by.flatMap((reason) =>
    definitions.has(reason)
      ? ['definition']
      : [reasonGroup(reason), `hypothesis ${reason}`, `hypothesis ${theoremName(reason)}`],
  );
  let best = proved;
  const attempt = (groups: readonly string[]): boolean => {
    const may = new Set(groups);
    return search(
      (reason) => may.has(reasonGroup(reason)) || !isMajor(reason),
      (found) => groupsOf(found).every((group) => may.has(group)),
    );
  };
  const search = (
    allows: (reason: string) => boolean,
    accepts: (found: Proved) => boolean,
  ): boolean => {
    if (Date.now() > deadline) return false;
    const found = searchWith(claim, task, proverUntil(deadline, allows)).proved;
    if (!found || !accepts(found)) return false;
    if (hidesReasons(found) && !hidesReasons(proved)) return false;
    best = found;
    return true;
  };
  const found = groupsOf(proved);
  const isStated = ({ theorem }: Proved): boolean =>
    task.by.every((reason) => theorem.rules.has(reason));
  if (task.by.length > 0) {
    if (attempt(stated) && (groupsOf(best).length > 0 || isStated(best))) return best;
    const compares = (reason: string): boolean => isMajor(reason) && isComparison(reason);
    if (search((reason) => task.by.includes(reason) || !compares(reason), isStated)) return best;
    best = proved;
  }
  if (found.length === 0 || !proved.transcript || attempt([])) return best;
  if (found.length === 1 || found.some((group) => attempt([group]))) return best;
  for (const group of found) {
    const others = groupsOf(best).filter((other) => other !== group);
    if (others.length > 1) attempt(others);
  }
  return best;
}

/** True of a rule that shows an inequality. */
const isComparison = (id: string): boolean =>
  ['le', 'lt'].includes(ruleBook().get(id)?.conclusion.op ?? '');

/** True of a proof with a step that only its own premises justify: what these use has no name. */
const hidesReasons = ({ transcript }: Proved): boolean =>
  transcript?.steps.some(({ reasons }) => reasons.some((reason) => OPAQUE.has(reason))) ?? false;

const OPAQUE = new Set(['linear', 'cases', 'absurd', 'have', 'chain', 'rewrite']);

const groupsOf = (proved: Proved): string[] => [
  ...new Set(majorReasons(proved.transcript).map(reasonGroup)),
];

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
  const found = guarded(() => derive(proverUntil(deadline), context, left, right) ?? NOTHING);
  return 'failure' in found ? undefined : found;
}

/** As ClaimProver.prove; undefined when nothing was found or a bound was met. */
export function proveWithin(claim: CoreClaim, deadline: number): FoundProof | undefined {
  const { relation, left, right } = goalOf(claim);
  const attempt = guarded(() => proverUntil(deadline).prove(claim.context, relation, left, right));
  return 'failure' in attempt || !attempt.found ? undefined : attempt;
}

const NOTHING = { failure: 'no derivation was found' };
const BOUNDS = new Set(['SearchExhausted', 'ArenaFull', 'PolynomialTooLarge', 'DerivationTooLong']);

/** A search that meets a bound, or breaks, finds nothing: what it finds is checked elsewhere. */
function guarded<T>(run: () => T): T | { readonly failure: string } {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return {
      failure: BOUNDS.has(error.name) ? error.message : `the search broke: ${error.message}`,
    };
  }
}

function whyNot({ missing, reason }: Attempt & { found: false }): string {
  if (missing === 'time') return reason ?? 'the search stopped at its bound';
  return missing === 'the relation' ? 'no proof was found' : `no proof that the ${missing}`;
}
