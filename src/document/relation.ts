/**
 * Judges one relation: looks for a proof, has the checker replay it, and has the numbers look at
 * it. Only a replayed proof makes a relation proved, and only a model refutes it.
 */
import type { Outcome } from '../numeric/check.js';
import { relevantContext } from '../search/relevance.js';
import type { CoreClaim } from './core-claim.js';
import { findProof, type Proved, type Task } from './find-proof.js';
import type { Settings, Witness } from './options.js';
import type { NumericReport, RelationReport } from './report.js';

export interface Judged {
  readonly claim: CoreClaim;
  readonly report: RelationReport;
  readonly proved?: Proved;
}

/** Share of a claim's time that the search for a proof may use. */
const SEARCH_SHARE = 0.6;
/** Most milliseconds for the search for a likely mistake. */
const DIAGNOSIS = 2000;

/** Judges a relation within the milliseconds given. */
export async function judgeRelation(
  claim: CoreClaim,
  task: Omit<Task, 'deadline'> & { readonly witness?: Witness },
  settings: Settings,
  milliseconds: number,
): Promise<Judged> {
  const start = Date.now();
  const deadline = start + milliseconds * SEARCH_SHARE;
  const { proved, reason } = findProof(claim, { ...task, deadline });
  const relevant = relevantContext(claim.context, [claim.left, claim.right, ...task.about]);
  const sampled = { ...claim, context: relevant };
  const outcome = await numericCheck(sampled, settings, start + milliseconds);
  const report = combine(proved !== undefined, reason, outcome);
  const crosscheck = await task.witness?.(claim);
  const diagnosis = await diagnosisOf(sampled, report, start + milliseconds);
  return {
    claim,
    report: {
      ...report,
      ...(diagnosis ? { diagnosis } : {}),
      ...(crosscheck ? { crosscheck } : {}),
    },
    ...(proved ? { proved } : {}),
  };
}

/** One sentence on the likely mistake of a refuted relation. */
async function diagnosisOf(
  { context, relation, left, right }: CoreClaim,
  { counterexample, contradiction }: RelationReport,
  deadline: number,
): Promise<string | undefined> {
  if (!counterexample || contradiction) return undefined;
  const { diagnose } = await import('../diagnose/diagnose.js');
  const patience = Math.min(deadline, Date.now() + DIAGNOSIS);
  return diagnose(context, relation, left, right, counterexample, patience);
}

/** The numeric check is loaded when it is first needed: a derivation does without. */
async function numericCheck(
  { context, relation, left, right }: CoreClaim,
  { seed, runs, maxSize }: Settings,
  deadline: number,
): Promise<Outcome> {
  const { checkRelation } = await import('../numeric/check.js');
  return checkRelation(context, relation, left, right, { seed, runs, maxSize, deadline });
}

/** The verdict from what the search and the numbers say. */
export function combine(
  isProved: boolean,
  reason: string | undefined,
  outcome: Outcome,
): RelationReport {
  switch (outcome.verdict) {
    case 'no-model':
      return {
        verdict: 'error',
        error:
          'no model of the context was found: its declarations and assumptions may contradict each other',
      };
    case 'refuted': {
      const { counterexample, models } = outcome;
      const refuted = { verdict: 'refuted', numeric: { models }, counterexample } as const;
      if (!isProved) return refuted;
      const note = 'the checker accepts a proof of this, and a model refutes it: please report it';
      return { ...refuted, contradiction: true, note };
    }
    case 'agrees':
      return isProved
        ? { verdict: 'proved', numeric: numericReport(outcome) }
        : {
            verdict: 'tested',
            numeric: numericReport(outcome),
            ...(reason ? { note: reason } : {}),
          };
    case 'inconclusive': {
      const numeric = { inconclusive: outcome.reason };
      if (isProved) return { verdict: 'proved', numeric };
      const why = reason ?? 'no proof was found';
      return {
        verdict: 'error',
        numeric,
        error: `${why}, and the numbers do not decide: ${outcome.reason}`,
      };
    }
  }
}

function numericReport(outcome: Outcome & { verdict: 'agrees' }): NumericReport {
  const { models, undecided, maxError, bound, finiteDifference } = outcome;
  return {
    models,
    ...(undecided > 0 ? { undecided } : {}),
    maxError,
    bound,
    ...(finiteDifference ? { finiteDifference } : {}),
  };
}
