/** Checks one claim of a document: each of its relations on its own, and then the whole. */
import type { Proof } from '../kernel/proof.js';
import type { Claim, Line, Relation } from '../language/claim.js';
import { calculationReason } from '../transcript/calculation-reason.js';
import { reasonTitle, type Title } from '../transcript/reason.js';
import { recordOf, type Shown, type StepRecord, shown } from '../transcript/record.js';
import { assignBlame } from './blame.js';
import { type CheckedRelation, checkRelation } from './check-relation.js';
import { endOf } from './extent.js';
import { hypothesesShown, hypothesisTexts } from './hypotheses.js';
import type { Lemmas } from './lemmas.js';
import type { Detail, Settings } from './options.js';
import { rulesOf } from './reasons.js';
import type { ClaimKind, ClaimReport, RelationReport, StepReport } from './report.js';
import { worstVerdict } from './report.js';

export interface CheckedClaim {
  readonly claim: Claim;
  readonly relations: readonly CheckedRelation[];
  readonly report: ClaimReport;
}

export async function checkClaim(
  claim: Claim,
  settings: Settings,
  lemmas: Lemmas,
): Promise<CheckedClaim> {
  const start = performance.now();
  const share = (settings.timeLimit * 1000) / (claim.lines.length - 1);
  const check = (from: number, to: number): Promise<CheckedRelation> =>
    checkRelation(claim, from, to, settings, lemmas, share);
  const relations: CheckedRelation[] = [];
  for (let k = 1; k < claim.lines.length; k++) relations.push(await check(k - 1, k));
  const blamed = await assignBlame(relations, check, settings);
  const ms = Math.round((performance.now() - start) * 10) / 10;
  return { claim, relations: blamed, report: claimReport(claim, blamed, settings, ms) };
}

/** The claim as it was judged, now that it stands elsewhere in its document. */
export function reportAgain(known: CheckedClaim, claim: Claim, settings: Settings): CheckedClaim {
  const relations = known.relations.map((relation, k) => ({
    ...relation,
    before: claim.lines[relation.from] as Line,
    line: claim.lines[k + 1] as Line,
  }));
  return { claim, relations, report: claimReport(claim, relations, settings, known.report.ms) };
}

const SIGNS: Readonly<Record<Relation, readonly [string, string]>> = {
  eq: ['=', '='],
  le: ['≤', '\\le'],
  lt: ['<', '<'],
  ge: ['≥', '\\ge'],
  gt: ['>', '>'],
};

/** `= Σ_{k=1..K} …`, or without a sign for the first line. */
function lineText(claim: Claim, line: Line): Shown {
  const { text, latex } = shown(claim.context, line.term);
  if (!line.relation) return { text, latex };
  const [sign, command] = SIGNS[line.relation];
  return { text: `${sign} ${text}`, latex: `${command} ${latex}` };
}

function claimReport(
  claim: Claim,
  relations: readonly CheckedRelation[],
  settings: Settings,
  ms: number,
): ClaimReport {
  const { name, line, column, endLine, form } = claim;
  const lines = claim.lines.map((each) => lineText(claim, each));
  const proved = relations.flatMap(({ judged }) => (judged?.proved ? [judged.proved] : []));
  const used = new Set(proved.flatMap(({ theorem }) => [...theorem.hypotheses]));
  const hypotheses = hypothesisTexts(claim.context, used);
  const using = hypothesesShown(claim.context, used);
  const only = relations[0] as CheckedRelation;
  const isInLines = form === 'calc' || isComparison(only);
  const steps = isInLines
    ? lineReports(claim, relations, settings)
    : proofSteps(only, settings.steps);
  const untold = isInLines || settings.steps !== 'none' ? 0 : lengthOf(only);
  const whole: RelationReport =
    form === 'calc'
      ? { verdict: worstVerdict(relations.map((r) => r.report.verdict)) }
      : only.report;
  const start = isInLines ? lines[0] : startOf(only);
  const replayed = proved.reduce((n, { proof }) => n + stepsOf(proof.proof), 0);
  return {
    name,
    kind: kindOf(claim),
    ...(form === 'refute' || claim.expected ? { expected: 'refuted' } : {}),
    line,
    column,
    endLine,
    ...statementOf(claim),
    ...(claim.given ? { given: claim.given.map((term) => shown(claim.context, term).text) } : {}),
    ...(start ? { start } : {}),
    ...whole,
    ...(hypotheses.length > 0 ? { hypotheses, using } : {}),
    ...(steps.length > 0 ? { steps } : {}),
    ...(untold > 0 ? { stepCount: untold } : {}),
    ...(replayed > 0 ? { replayed } : {}),
    ms,
  };
}

/** True of an inequality that was proved as a whole: it is one line, with its reason. */
const isComparison = ({ line, judged }: CheckedRelation): boolean =>
  line.relation !== 'eq' && judged?.proved !== undefined && !judged.proved.transcript;

/** The first line of the derivation that was found. */
const startOf = ({ judged }: CheckedRelation): Shown | undefined =>
  judged?.proved?.transcript &&
  shown(judged.proved.theorem.statement.context, judged.proved.transcript.start);

/** How many steps the derivation has that was found. */
const lengthOf = ({ judged }: CheckedRelation): number =>
  judged?.proved?.transcript?.steps.length ?? 0;

const stepsOf = (proof: Proof): number => (proof.by === 'chain' ? proof.steps.length : 1);

/** What the claim says as a whole: of a calculation, what follows from all its lines. */
function statementOf(claim: Claim): Shown {
  const relations = new Set(claim.lines.map(({ relation }) => relation));
  const strongest = (['gt', 'ge', 'lt', 'le'] as const).find((relation) => relations.has(relation));
  const [first, last] = [claim.lines[0], claim.lines.at(-1)] as [Line, Line];
  const left = lineText(claim, first);
  const right = lineText(claim, { ...last, relation: strongest ?? 'eq' });
  return { text: `${left.text} ${right.text}`, latex: `${left.latex} ${right.latex}` };
}

function kindOf({ form, lines }: Claim): ClaimKind {
  if (form === 'calc') return 'calculation';
  const [left, right] = lines as [Line, Line];
  if (left.term.op === 'argmin' || left.term.op === 'argmax') return 'optimum';
  return right.relation === 'eq' ? 'equal' : 'inequality';
}

function lineReports(
  claim: Claim,
  relations: readonly CheckedRelation[],
  settings: Settings,
): StepReport[] {
  return relations.map((relation) => {
    const { line, report, judged } = relation;
    const rules = judged?.proved ? rulesOf(judged.proved) : [];
    const isJump = rules.length > 1;
    const isTold = settings.steps !== 'none';
    const hasSteps = settings.steps === 'all' || (isJump && isTold);
    const substeps = hasSteps ? proofSteps(relation, 'major') : [];
    const rule = report.wrongReason ? rules[0] : (line.by[0] ?? rules[0]);
    const end = endOf(line);
    return {
      line: line.line,
      column: line.column,
      endLine: end.line,
      endColumn: end.column,
      ...lineText(claim, line),
      ...(rule ? { rule } : {}),
      ...(isJump ? { jump: rules } : {}),
      ...(isTold && report.verdict === 'proved' ? titleOfLine(claim, relation) : {}),
      ...report,
      ...(isJump && settings.strict ? { fault: jumpText(rules) } : {}),
      ...(substeps.length > 0 ? { substeps } : {}),
    };
  });
}

const jumpText = (rules: readonly string[]): string =>
  `this line is a jump of ${rules.length} rules: ${rules.join(', ')}`;

/** Why a line follows: as the text says, or else as what was found does. */
function titleOfLine(
  { context }: Claim,
  { before, line, judged, report }: CheckedRelation,
): Partial<Title> {
  const [reason] = report.wrongReason ? [] : line.by;
  if (reason !== undefined) return reasonTitle(reason, context);
  const proved = judged?.proved;
  if (!proved) return {};
  const { theorem, proof, transcript } = proved;
  return calculationReason(theorem.statement.context, {
    before: before.term,
    after: line.term,
    proof: proof.proof,
    ...(transcript ? { transcript } : {}),
  });
}

/** The steps of what was found, each as proved as the whole. */
function proofSteps({ judged }: CheckedRelation, detail: Detail): StepReport[] {
  if (!judged?.proved?.transcript || detail === 'none') return [];
  const { theorem, transcript } = judged.proved;
  const { steps } = recordOf(theorem.statement.context, transcript, detail);
  return steps.map(provedStep);
}

const provedStep = ({ substeps, ...step }: StepRecord): StepReport => ({
  ...step,
  verdict: 'proved',
  ...(substeps ? { substeps: substeps.map(provedStep) } : {}),
});
