/** One claim written out: its statement, its steps, its verdict. */
import { describeCounterexample } from '../diagnose/describe.js';
import { latexPaperDisplay, latexText } from '../transcript/latex.js';
import { markdownText, markdownTranscript } from '../transcript/markdown.js';
import type { StepRecord, TranscriptRecord } from '../transcript/record.js';
import { textLines } from '../transcript/text.js';
import type { ClaimReport, RelationReport, StepReport } from './report.js';
import { claimFacts, verdictText } from './verdict-text.js';

/** The lines of a claim that has any. */
export function claimRecord({ start, steps }: ClaimReport): TranscriptRecord | undefined {
  return start && steps && steps.length > 0 ? { start, steps: steps.map(lineRecord) } : undefined;
}

function lineRecord({
  text,
  latex,
  rule,
  title,
  titleLatex,
  path,
  substeps,
  verdict,
}: StepReport): StepRecord {
  const reason = title ?? (verdict === 'proved' ? (rule ?? '') : verdictOf(verdict));
  return {
    text,
    latex,
    rule: rule ?? '',
    title: reason,
    ...(titleLatex === undefined ? {} : { titleLatex }),
    ...(path ? { path } : {}),
    ...(substeps ? { substeps: substeps.map(lineRecord) } : {}),
  };
}

const verdictOf = (verdict: RelationReport['verdict']): string =>
  ({ proved: '', tested: 'Tested, not proved', refuted: 'Refuted', error: 'Not decided' })[verdict];

/** Why a claim is not proved: of a calculation, for each of its lines. */
export function remarks(claim: ClaimReport): string[] {
  const relations: readonly RelationReport[] =
    claim.kind === 'calculation' ? (claim.steps ?? []) : [claim];
  return relations.flatMap(({ counterexample, diagnosis, error, note }) => [
    ...(counterexample ? [describeCounterexample(counterexample)] : []),
    ...[diagnosis, error, note].filter((remark) => remark !== undefined),
  ]);
}

/** `gradient: proved in 7 steps, agrees in 60 models` */
export const summary = (claim: ClaimReport): string =>
  [verdictText(claim), ...claimFacts(claim)].join(', ');

/** What another checker accepted, in a sentence. */
const recheckedText = ({ rechecked = [] }: ClaimReport): string[] =>
  rechecked.map(({ by, theorem }) => `accepted by ${by} as ${theorem}`);

export function textClaim(claim: ClaimReport): string {
  const record = claimRecord(claim);
  return [
    `${claim.name}: ${claim.text}`,
    ...(record ? textLines(record).map((line) => `  ${line}`) : []),
    ...[summary(claim), ...recheckedText(claim), ...remarks(claim)].map((line) => `    ${line}`),
  ].join('\n');
}

export function markdownClaim(claim: ClaimReport): string {
  const record = claimRecord(claim);
  const head = `**${markdownText(claim.name)}** — ${markdownText(summary(claim))}`;
  return [
    head,
    record ? markdownTranscript(record) : `$$\n${claim.latex}\n$$`,
    ...remarks(claim).map(markdownText),
    ...(claim.rechecked ?? []).map(
      ({ by, theorem, statement }) =>
        `Accepted by ${by}, as \`${theorem}\`:\n\n\`\`\`coq\n${statement}\n\`\`\``,
    ),
  ].join('\n\n');
}

export function latexClaim(claim: ClaimReport): string {
  const record = claimRecord(claim);
  return [
    `\\paragraph{${latexText(claim.name)}} ${latexText(summary(claim))}`,
    record ? latexPaperDisplay(record) : `\\[\n${claim.latex}\n\\]`,
    ...[...recheckedText(claim), ...remarks(claim)].map(latexText),
  ].join('\n\n');
}
