/** Verdicts in words. */
import {
  type ClaimReport,
  type CrosscheckReport,
  isAsExpected,
  type NumericReport,
  type RelationReport,
  type Witnessed,
} from './report.js';

export const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** `proved in 7 steps`, `refuted, as it should be`. */
export function verdictText(claim: ClaimReport): string {
  const { verdict, expected, steps, stepCount, replayed = 0 } = claim;
  if (expected)
    return isAsExpected(claim) ? 'refuted, as it should be' : `${verdict}, but should be refuted`;
  if (verdict === 'proved')
    return `proved in ${count(stepCount || steps?.length || replayed, 'step')}`;
  if (verdict === 'tested') return 'tested, not proved';
  return verdict === 'error' ? 'not decided' : verdict;
}

/** What the numbers say of a claim that stands. */
function numericFacts({ numeric, verdict }: Pick<RelationReport, 'numeric' | 'verdict'>): string[] {
  if (!numeric || verdict === 'refuted' || verdict === 'error') return [];
  if (numeric.inconclusive !== undefined) return [`numbers inconclusive: ${numeric.inconclusive}`];
  const facts = [`agrees in ${count(numeric.models ?? 0, 'model')}`];
  if (numeric.finiteDifference)
    facts.push(`finite differences agree to ${digits(numeric.finiteDifference.maxError)}`);
  return facts;
}

const digits = (error: number): string => (error === 0 ? 'all digits' : error.toExponential(0));

/** The numbers of a calculation: the fewest models, the largest difference. */
function mergedNumeric(relations: readonly RelationReport[]): NumericReport | undefined {
  const checks = relations.flatMap(({ numeric }) => (numeric ? [numeric] : []));
  if (checks.length === 0) return undefined;
  const silent = checks.find(({ inconclusive }) => inconclusive !== undefined);
  if (silent) return silent;
  const differences = checks.flatMap(({ finiteDifference }) => finiteDifference ?? []);
  const worst = differences.sort((a, b) => b.maxError - a.maxError)[0];
  const models = Math.min(...checks.map((check) => check.models ?? 0));
  return { models, ...(worst ? { finiteDifference: worst } : {}) };
}

/** All facts on a claim, the numbers of a calculation merged. */
export function claimFacts(claim: ClaimReport): string[] {
  if (claim.kind !== 'calculation') return numericFacts(claim);
  const numeric = mergedNumeric(claim.steps ?? []);
  return numeric ? numericFacts({ verdict: claim.verdict, numeric }) : [];
}

const SEVERITY: Readonly<Record<Witnessed, number>> = { unsupported: 0, agree: 1, disagree: 2 };

/** What the other systems say of a claim, a disagreement on any line first. */
export function mergedCrosscheck({
  crosscheck,
  steps = [],
}: ClaimReport): CrosscheckReport | undefined {
  const all = [crosscheck, ...steps.map((step) => step.crosscheck)].filter(
    (one) => one !== undefined,
  );
  if (all.length === 0) return undefined;
  const worst = (name: 'mathjs' | 'nerdamer'): Witnessed =>
    all.map((one) => one[name]).reduce((a, b) => (SEVERITY[b] > SEVERITY[a] ? b : a));
  const instances = all.reduce((n, one) => n + one.instances, 0);
  return { instances, mathjs: worst('mathjs'), nerdamer: worst('nerdamer') };
}
