/**
 * Which line of a calculation is to blame. A mistyped line makes the step out of it fail as well as
 * the step into it, and a line without a value the steps after it.
 */
import type { Relation } from '../language/claim.js';
import type { CheckedRelation } from './check-relation.js';
import type { CoreClaim } from './core-claim.js';
import type { Settings } from './options.js';

/** Checks the line of the second number against that of the first, counted from 0. */
type Check = (from: number, to: number) => Promise<CheckedRelation>;

/** The relations, with what follows from a wrong line no longer held against the lines after it. */
export async function assignBlame(
  relations: readonly CheckedRelation[],
  check: Check,
  settings: Settings,
): Promise<CheckedRelation[]> {
  const settled = [...relations];
  /** The line before is wrong, or has no value because one before it is. */
  let isBlamed = false;
  for (const [k, current] of relations.entries()) {
    const before = settled[k - 1];
    const isRefuted = current.report.verdict === 'refuted';
    const mended =
      before && isBlamed && isRefuted ? await aroundMistyped(before, current, k, check) : undefined;
    if (mended) {
      settled.splice(k - 1, 2, ...mended);
      isBlamed = false;
      continue;
    }
    const consequence =
      isBlamed && isRefuted ? await whereDefined(current, k, settings) : undefined;
    if (consequence) settled[k] = consequence;
    isBlamed = isRefuted;
  }
  return settled;
}

/** The lines around a mistyped one agree: the later one is compared with the earlier. */
async function aroundMistyped(
  before: CheckedRelation,
  current: CheckedRelation,
  k: number,
  check: Check,
): Promise<[CheckedRelation, CheckedRelation] | undefined> {
  const relation = joined(before.line.relation, current.line.relation);
  if (!relation || before.from !== k - 1) return undefined;
  const around = await check(k - 1, k + 1);
  if (around.report.verdict !== 'proved' && around.report.verdict !== 'tested') return undefined;
  const found = `line ${k + 1} is mistyped: lines ${k} and ${k + 2} agree`;
  const { diagnosis } = before.report;
  const report = {
    ...before.report,
    diagnosis: diagnosis ? `${found}; ${diagnosis}` : found,
    mistyped: true as const,
  };
  // As it is written this step is false, and stays so; it is no mistake of its own.
  const { counterexample, numeric } = current.report;
  const consequence = {
    verdict: 'refuted',
    consequence: true,
    ...(counterexample ? { counterexample } : {}),
    ...(numeric ? { numeric } : {}),
    note: `line ${k + 1} is mistyped; line ${k + 2} agrees with line ${k}`,
  } as const;
  return [
    { ...before, report },
    { ...current, report: consequence },
  ];
}

/** The relation of the ends of two steps, where the second alone tells it. */
const joined = (a: Relation = 'eq', b: Relation = 'eq'): Relation | undefined =>
  a === 'eq' || a === b ? b : undefined;

/** A step from a line without a value, judged where that line has one. */
async function whereDefined(
  current: CheckedRelation,
  k: number,
  settings: Settings,
): Promise<CheckedRelation | undefined> {
  const { judged, report } = current;
  const { counterexample } = report;
  if (!judged || counterexample?.left !== 'undefined') return undefined;
  const agrees = await holdsWhereDefined(judged.claim, settings);
  if (!agrees) return undefined;
  const { claim } = judged;
  const settled = {
    verdict: 'tested',
    note: `it holds wherever line ${k + 1} has a value`,
  } as const;
  return { ...current, report: settled, judged: { claim, report: settled } };
}

async function holdsWhereDefined(claim: CoreClaim, settings: Settings): Promise<boolean> {
  const [{ demands }, { Trial }, { assume }] = await Promise.all([
    import('../diagnose/hypotheses.js'),
    import('../diagnose/trial.js'),
    import('../kernel/context.js'),
  ]);
  let { context } = claim;
  let count = 0;
  for (const { proposition } of demands({ ...claim, right: claim.left }))
    context = assume(context, { name: `defined-${++count}`, proposition });
  const trial = new Trial(Date.now() + settings.timeLimit * 1000);
  return count > 0 && trial.holds({ ...claim, context });
}
