/** Checks one claim of a document: each of its relations on its own, and then the whole. */
import type { Proof } from '../kernel/proof.js';
import type { Claim, Line, Relation } from '../language/claim.js';
import { LanguageError } from '../language/language-error.js';
import { ArenaFull, type Term } from '../term/term.js';
import { lineTitle, reasonTitle, type Title } from '../transcript/reason.js';
import { recordOf, type Shown, type StepRecord, shown } from '../transcript/record.js';
import { type CoreClaim, coreClaim } from './core-claim.js';
import { hypothesesShown, hypothesisTexts } from './hypotheses.js';
import type { Lemmas } from './lemmas.js';
import type { Settings } from './options.js';
import { checkReasons } from './reasons.js';
import { type Judged, judgeRelation } from './relation.js';
import type { ClaimKind, ClaimReport, RelationReport, StepReport } from './report.js';
import { worstVerdict } from './report.js';

/** A relation of a claim after its check, with what was proved. */
export interface CheckedRelation {
  readonly before: Line;
  readonly line: Line;
  readonly report: RelationReport;
  /** Absent when the two sides do not fit together. */
  readonly judged?: Judged;
}

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
  const relations: CheckedRelation[] = [];
  for (let k = 1; k < claim.lines.length; k++) {
    const [before, line] = claim.lines.slice(k - 1, k + 1) as [Line, Line];
    relations.push(await checkRelation(claim, before, line, settings, lemmas, share));
  }
  const ms = Math.round((performance.now() - start) * 10) / 10;
  return { claim, relations, report: claimReport(claim, relations, settings, ms) };
}

async function checkRelation(
  claim: Claim,
  before: Line,
  line: Line,
  settings: Settings,
  lemmas: Lemmas,
  milliseconds: number,
): Promise<CheckedRelation> {
  let core: CoreClaim;
  try {
    core = coreClaim(claim.context, before, line);
  } catch (error) {
    if (!(error instanceof LanguageError) && !(error instanceof ArenaFull)) throw error;
    return { before, line, report: { verdict: 'error', error: error.message } };
  }
  const { witness } = settings;
  const about = endsOf(claim) ?? [core.left, core.right];
  // A formula may be one line that is a whole derivation.
  const form = claim.isFormula ? 'claim' : claim.form;
  const task = { form, by: line.by, lemmas, about, ...(witness ? { witness } : {}) };
  const judged = await judgeRelation(core, task, settings, milliseconds);
  return { before, line, report: checkReasons(claim, line, judged, lemmas), judged };
}

/** The two ends of a calculation in core form; undefined of other claims, and where they clash. */
function endsOf({ form, context, lines }: Claim): Term[] | undefined {
  const [first, last] = [lines[0], lines.at(-1)];
  if (form !== 'calc' || !first || !last) return undefined;
  try {
    const { left, right } = coreClaim(context, first, last);
    return [left, right];
  } catch (error) {
    if (error instanceof LanguageError) return undefined;
    throw error;
  }
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
  const steps =
    form === 'calc' ? lineReports(claim, relations, settings) : proofSteps(only, settings.steps);
  const whole: RelationReport =
    form === 'calc'
      ? { verdict: worstVerdict(relations.map((r) => r.report.verdict)) }
      : only.report;
  const start = form === 'calc' ? lines[0] : startOf(only);
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
    ...(steps && steps.length > 0 ? { steps } : {}),
    ...(replayed > 0 ? { replayed } : {}),
    ms,
  };
}

/** The first line of the derivation that was found. */
const startOf = ({ judged }: CheckedRelation): Shown | undefined =>
  judged?.proved?.transcript &&
  shown(judged.proved.theorem.statement.context, judged.proved.transcript.start);

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
    const substeps = settings.steps === 'all' ? proofSteps(relation, 'major') : [];
    const found = judged?.proved?.transcript?.steps[0];
    const rule = line.by[0] ?? found?.reasons[0];
    return {
      line: line.line,
      column: line.column,
      ...lineText(claim, line),
      ...(rule ? { rule } : {}),
      ...(report.verdict === 'proved' ? titleOfLine(claim, relation) : {}),
      ...report,
      ...(substeps.length > 0 ? { substeps } : {}),
    };
  });
}

/** Why a line follows: as the text says, or else as the derivation that was found does. */
function titleOfLine({ context }: Claim, { line, judged }: CheckedRelation): Partial<Title> {
  const [reason] = line.by;
  if (reason !== undefined) return reasonTitle(reason, context);
  const proved = judged?.proved;
  const found = proved?.transcript?.steps[0];
  return proved && found ? lineTitle(found, proved.theorem.statement.context) : {};
}

/** The steps of what was found, each as proved as the whole. */
function proofSteps({ judged }: CheckedRelation, detail: Settings['steps']): StepReport[] {
  if (!judged?.proved?.transcript) return [];
  const { theorem, transcript } = judged.proved;
  const { steps } = recordOf(theorem.statement.context, transcript, detail);
  return steps.map(provedStep);
}

const provedStep = ({ substeps, ...step }: StepRecord): StepReport => ({
  ...step,
  verdict: 'proved',
  ...(substeps ? { substeps: substeps.map(provedStep) } : {}),
});
