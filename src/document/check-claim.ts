/** Checks one claim of a document: each of its relations on its own, and then the whole. */
import { LanguageError } from '../language/language-error.js';
import type { Claim, Line, Relation } from '../language/claim.js';
import { printLatex } from '../language/print-latex.js';
import { printUnicode } from '../language/print-unicode.js';
import { hypothesesUsed, type Transcript } from '../search/transcript.js';
import { ArenaFull } from '../term/term.js';
import { transcriptOf } from '../transcript/derivation.js';
import { hypothesisTexts } from './hypotheses.js';
import { type CoreClaim, coreClaim } from './core-claim.js';
import type { Settings } from './options.js';
import { checkReasons } from './reasons.js';
import { type Judged, judgeRelation } from './relation.js';
import type { ClaimKind, ClaimReport, RelationReport, StepReport } from './report.js';
import { worstVerdict } from './report.js';
import { stepReports } from './step-report.js';

/** A relation of a claim after its check, with what was proved. */
export interface CheckedRelation {
  readonly before: Line;
  readonly line: Line;
  readonly report: RelationReport;
  /** Absent when the two sides do not fit together. */
  readonly judged?: Judged;
  /** Present when the relation is proved by a chain of lines. */
  readonly transcript?: Transcript;
}

export interface CheckedClaim {
  readonly claim: Claim;
  readonly relations: readonly CheckedRelation[];
  readonly report: ClaimReport;
}

export async function checkClaim(claim: Claim, settings: Settings): Promise<CheckedClaim> {
  const start = performance.now();
  const share = (settings.timeLimit * 1000) / (claim.lines.length - 1);
  const relations: CheckedRelation[] = [];
  for (let k = 1; k < claim.lines.length; k++) {
    const [before, line] = claim.lines.slice(k - 1, k + 1) as [Line, Line];
    relations.push(await checkRelation(claim, before, line, settings, share));
  }
  const ms = Math.round((performance.now() - start) * 10) / 10;
  return { claim, relations, report: claimReport(claim, relations, settings, ms) };
}

async function checkRelation(
  claim: Claim,
  before: Line,
  line: Line,
  settings: Settings,
  milliseconds: number,
): Promise<CheckedRelation> {
  let core: CoreClaim;
  try {
    core = coreClaim(claim.context, before, line);
  } catch (error) {
    if (!(error instanceof LanguageError) && !(error instanceof ArenaFull)) throw error;
    return { before, line, report: { verdict: 'error', error: error.message } };
  }
  const judged = await judgeRelation(core, settings, milliseconds);
  const report = checkReasons(claim, line, judged);
  const found = judged.proof;
  const transcript = found && transcriptOf(core.context, core.left, found);
  return { before, line, report, judged, ...(transcript ? { transcript } : {}) };
}

const SIGNS: Readonly<Record<Relation, readonly [string, string]>> = {
  eq: ['=', '='],
  le: ['≤', '\\le'],
  lt: ['<', '<'],
  ge: ['≥', '\\ge'],
  gt: ['>', '>'],
};

/** `= Σ_{k=1..K} …`, or without a sign for the first line. */
function lineText(claim: Claim, line: Line): { text: string; latex: string } {
  const { context } = claim;
  const text = printUnicode(line.term, { context });
  const latex = printLatex(line.term, { context });
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
  const shown = claim.lines.map((each) => lineText(claim, each));
  const ends = form === 'calc' ? [shown[0], shown.at(-1)] : shown;
  const proofs = relations.flatMap(({ judged }) => (judged?.proof ? [judged.proof] : []));
  const hypotheses = hypothesisTexts(
    claim.context,
    hypothesesUsed(...proofs.flatMap((p) => [p.leftDefined, p.rightDefined, p.proof])),
  );
  const steps = form === 'calc' ? lineReports(claim, relations, settings) : proofSteps(relations, settings);
  const only = relations[0] as CheckedRelation;
  const whole: RelationReport =
    form === 'calc' ? { verdict: worstVerdict(relations.map((r) => r.report.verdict)) } : only.report;
  const replayed = proofs.reduce((n, { proof }) => n + (proof.by === 'chain' ? proof.steps.length : 1), 0);
  return {
    name,
    kind: kindOf(claim),
    ...(form === 'refute' ? { expected: 'refuted' } : {}),
    line,
    column,
    endLine,
    text: ends.map((end) => end?.text).join(' '),
    latex: ends.map((end) => end?.latex).join(' '),
    ...(form === 'calc' && shown[0] ? { start: shown[0] } : {}),
    ...whole,
    ...(hypotheses.length > 0 ? { hypotheses } : {}),
    ...(steps && steps.length > 0 ? { steps } : {}),
    ...(replayed > 0 ? { replayed } : {}),
    ms,
  };
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
  return relations.map(({ line, report, transcript, judged }) => {
    const substeps =
      transcript && judged ? stepReports(judged.claim.context, transcript, settings.steps) : [];
    const rule = line.by[0] ?? transcript?.steps[0]?.reasons[0];
    return {
      line: line.line,
      column: line.column,
      ...lineText(claim, line),
      ...(rule ? { rule } : {}),
      ...report,
      ...(substeps.length > 0 ? { substeps } : {}),
    };
  });
}

function proofSteps(relations: readonly CheckedRelation[], settings: Settings): StepReport[] {
  const { transcript, judged } = relations[0] as CheckedRelation;
  return transcript && judged ? stepReports(judged.claim.context, transcript, settings.steps) : [];
}
