/**
 * Judges one relation: looks for a proof, has the checker replay it, and has the numbers look at
 * it. Only a replayed proof makes a relation proved, and only a model refutes it.
 */
import type { Diagnosis, Parts } from '../diagnose/diagnose.js';
import type { Edit } from '../diagnose/mistake.js';
import type { Outcome } from '../numeric/check.js';
import { relevantContext } from '../search/relevance.js';
import type { Term } from '../term/term.js';
import { shown } from '../transcript/record.js';
import type { CoreClaim } from './core-claim.js';
import type { findProof, Proved, Search, Task } from './find-proof.js';
import type { Settings, Witness } from './options.js';
import { StaleEntry } from './recall.js';
import type { NumericReport, RelationReport, RepairReport } from './report.js';
import { replayStored, type Store } from './stored.js';
import { count } from './verdict-text.js';

export interface Judged {
  readonly claim: CoreClaim;
  readonly report: RelationReport;
  readonly proved?: Proved;
  /** The parts of a refuted relation that differ. */
  readonly parts?: Parts;
}

/** Share of a claim's time that the search for a proof may use. */
const SEARCH_SHARE = 0.6;
/** Milliseconds for the search for a likely mistake, and more where the claim has much time. */
const DIAGNOSIS = 2000;
const DIAGNOSIS_SHARE = 0.2;

/** What is asked of a relation. */
type Question = Omit<Task, 'deadline'> & { readonly witness?: Witness };

type Prove = (...about: Parameters<typeof findProof>) => Promise<Search>;

/** The search is loaded when it is first needed: what is stored or kept does without. */
const proofSearch: Prove = async (claim, task) =>
  (await import('./find-proof.js')).findProof(claim, task);

/** Judges a relation within the milliseconds given. */
export async function judgeRelation(
  claim: CoreClaim,
  task: Question,
  settings: Settings,
  milliseconds: number,
  search: Prove = proofSearch,
): Promise<Judged> {
  const start = Date.now();
  const deadline = start + milliseconds * SEARCH_SHARE;
  const { proved, reason } = await search(claim, { ...task, deadline });
  const relevant = relevantContext(claim.context, [claim.left, claim.right, ...task.about]);
  const sampled = { ...claim, context: relevant };
  const outcome = await numericCheck(sampled, settings, start + milliseconds);
  const report = combine(proved !== undefined, reason, outcome);
  const crosscheck = await task.witness?.(claim);
  const patience = Math.max(DIAGNOSIS, milliseconds * DIAGNOSIS_SHARE);
  const diagnosisEnd = Math.min(start + milliseconds, Date.now() + patience);
  const diagnosis = await diagnosisOf(sampled, report, diagnosisEnd);
  const edit = diagnosis?.found?.edit;
  const repair = edit && (await repairReport(claim, edit, task, start + milliseconds));
  return {
    claim,
    ...(diagnosis ? { parts: diagnosis.parts } : {}),
    report: {
      ...report,
      ...(diagnosis?.found
        ? { diagnosis: diagnosis.found.sentence, mistake: diagnosis.found.kind }
        : {}),
      ...(repair ? { repair } : {}),
      ...(crosscheck ? { crosscheck } : {}),
    },
    ...(proved ? { proved } : {}),
  };
}

/**
 * Judges a relation that an earlier check has refuted: no proof is looked for, all else is done
 * again. Throws StaleEntry when the numbers do not refute it.
 */
export async function judgeRefuted(
  claim: CoreClaim,
  task: Question,
  settings: Settings,
  milliseconds: number,
): Promise<Judged> {
  const judged = await judgeRelation(claim, task, settings, milliseconds, async () => ({}));
  if (judged.report.verdict !== 'refuted') throw new StaleEntry();
  return judged;
}

/**
 * Judges a relation by the certificate that is stored under this name, without any search. Of the
 * numbers one thing is asked: that there is a model, since nothing is proved of none.
 */
export async function judgeStored(
  claim: CoreClaim,
  store: Store,
  name: string,
  about: readonly Term[],
  settings: Settings,
): Promise<Judged> {
  const replayed = replayStored(store, name, claim, about);
  if ('fault' in replayed) return { claim, report: { verdict: 'error', error: replayed.fault } };
  const { hasModel } = await import('../numeric/has-model.js');
  const terms = [claim.left, claim.right];
  const context = relevantContext(claim.context, [...terms, ...about]);
  if (!hasModel(context, terms, { ...settings, deadline: Date.now() + settings.timeLimit * 1000 }))
    return { claim, report: combine(true, undefined, { verdict: 'no-model' }) };
  return { claim, report: { verdict: 'proved' }, proved: replayed };
}

/** Judges a claim that should be refuted by its numbers alone. */
export async function judgeByNumbers(
  claim: CoreClaim,
  settings: Settings,
  milliseconds: number,
): Promise<Judged> {
  const outcome = await numericCheck(claim, settings, Date.now() + milliseconds);
  return { claim, report: combine(false, undefined, outcome) };
}

/** Most milliseconds for a proof of a repaired relation. */
const REPAIR = 500;

/** The repaired side, and whether the relation can now be proved. */
async function repairReport(
  claim: CoreClaim,
  { side, left, right }: Edit,
  task: Omit<Task, 'deadline'>,
  deadline: number,
): Promise<RepairReport> {
  const repaired = { ...claim, left, right };
  const patience = Math.min(deadline, Date.now() + REPAIR);
  const { proved } = await proofSearch(repaired, {
    ...task,
    form: 'refute',
    by: [],
    about: [...task.about, left, right],
    deadline: patience,
  });
  const written = shown(claim.context, side === 'left' ? left : right);
  return { side, ...written, verdict: proved ? 'proved' : 'tested' };
}

/** The likely mistake of a refuted relation, and what differs in it. */
async function diagnosisOf(
  { context, relation, left, right }: CoreClaim,
  { counterexample, contradiction }: RelationReport,
  deadline: number,
): Promise<{ readonly found: Diagnosis | undefined; readonly parts: Parts } | undefined> {
  if (!counterexample || contradiction) return undefined;
  const { diagnose, differingParts } = await import('../diagnose/diagnose.js');
  const found = diagnose(context, relation, left, right, counterexample, deadline);
  const parts = differingParts(context, left, right, found, deadline);
  return { found, parts };
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
      return agreement(isProved, reason, outcome);
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

/** The verdict of a relation that the numbers bear out: never proved where a side has no value. */
function agreement(
  isProved: boolean,
  reason: string | undefined,
  outcome: Outcome & { verdict: 'agrees' },
): RelationReport {
  const numeric = numericReport(outcome);
  const { infinite } = outcome;
  if (infinite === undefined)
    return isProved
      ? { verdict: 'proved', numeric }
      : { verdict: 'tested', numeric, ...(reason ? { note: reason } : {}) };
  const where = `both sides are infinite in ${count(infinite, 'model')}`;
  if (!isProved)
    return { verdict: 'tested', numeric, note: `${where}: log 0 has no value for a proof` };
  const note = `the checker accepts a proof that both sides have values, and ${where}: please report it`;
  return { verdict: 'tested', numeric, contradiction: true, note };
}

function numericReport(outcome: Outcome & { verdict: 'agrees' }): NumericReport {
  const { models, undecided, infinite, maxError, bound, finiteDifference } = outcome;
  return {
    models,
    ...(undecided > 0 ? { undecided } : {}),
    ...(infinite ? { infinite } : {}),
    maxError,
    bound,
    ...(finiteDifference ? { finiteDifference } : {}),
  };
}
