/** What Gradus says of a mutant, beside what many models at high precision say. */

import { findProof } from '../../src/document/find-proof.js';
import { Lemmas } from '../../src/document/lemmas.js';
import type { Claim } from '../../src/language/claim.js';
import { LanguageError } from '../../src/language/language-error.js';
import { lowerRelation } from '../../src/language/lower.js';
import { printText } from '../../src/language/print-text.js';
import { checkRelationNow } from '../../src/numeric/check.js';
import { mutantsOf } from './mutations.js';

export interface Tally {
  /** Mutants that are claims: those that cannot be read as one are not counted. */
  mutants: number;
  proved: number;
  /** False at some model. */
  falsified: number;
  refuted: number;
  /** Proved, and false at some model. */
  readonly unsound: string[];
  /** False at some model, and not refuted. */
  readonly missed: string[];
}

const CHECKED = { seed: 42, runs: 60, maxSize: 4 };
/** Models of their own, more and larger. */
const JUDGED = { seed: 7, runs: 200, maxSize: 5 };
const PROOF_TIME = 1_500;
const CHECK_TIME = 4_000;

/** Judges about `count` of the mutants of these claims, spread evenly over all of them. */
export function judgeMutants(claims: readonly Claim[], count: number): Tally {
  const tally: Tally = { mutants: 0, proved: 0, falsified: 0, refuted: 0, unsound: [], missed: [] };
  const all = claims.flatMap((claim) => [...mutantsOf(claim)].map((mutant) => ({ claim, mutant })));
  const stride = Math.max(1, Math.floor(all.length / count));
  for (let place = 0; place < all.length; place += stride) {
    const { claim, mutant } = all[place] as (typeof all)[number];
    judge(claim, mutant, tally);
  }
  return tally;
}

function judge(
  { lines }: Claim,
  { slip, ...changed }: ReturnType<typeof mutantsOf> extends Generator<infer M> ? M : never,
  tally: Tally,
): void {
  const relation = lines[1]?.relation ?? 'eq';
  let core: ReturnType<typeof lowerRelation>;
  try {
    core = lowerRelation(changed.context, changed.left, changed.right);
  } catch (problem) {
    if (problem instanceof LanguageError || problem instanceof RangeError) return;
    throw problem;
  }
  tally.mutants += 1;
  const { context, left, right } = core;
  const now = Date.now();
  const about = [changed.left, changed.right];
  const task = {
    form: 'claim',
    by: [],
    lemmas: new Lemmas(),
    about,
    deadline: now + PROOF_TIME,
  } as const;
  const isProved = findProof({ ...core, relation }, task).proved !== undefined;
  const numbers = (options: typeof CHECKED) =>
    checkRelationNow(context, relation, left, right, {
      ...options,
      deadline: Date.now() + CHECK_TIME,
    });
  const isRefuted = numbers(CHECKED).verdict === 'refuted';
  const isFalse = isRefuted || numbers(JUDGED).verdict === 'refuted';
  const shown = `${slip}: ${printText(changed.left)} ${relation} ${printText(changed.right)}`;
  if (isProved) tally.proved += 1;
  if (isFalse) tally.falsified += 1;
  if (isRefuted) tally.refuted += 1;
  if (isProved && isFalse) tally.unsound.push(shown);
  if (isFalse && !isRefuted) tally.missed.push(shown);
}
