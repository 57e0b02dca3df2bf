/** The report of a check for people: a line a claim, and for what is wrong, why. */

import { codeFrame } from './code-frame.js';
import { reasons } from './findings.js';
import type { Style } from './paint.js';
import type {
  ClaimReport,
  FileReport,
  RelationReport,
  StepReport,
  Verdict,
  Witnessed,
} from './report.js';
import { isAsExpected } from './report.js';
import { claimFacts, count, mergedCrosscheck, verdictText } from './verdict-text.js';

const MARKS: Readonly<Record<Verdict, string>> = {
  proved: '✓',
  tested: '~',
  refuted: '✗',
  error: '!',
};

const paint = (style: Style, claim: ClaimReport): ((text: string) => string) => {
  if (claim.steps?.some(({ fault }) => fault !== undefined)) return style.red;
  if (isAsExpected(claim)) return style.green;
  return claim.verdict === 'tested' && claim.expected === undefined ? style.yellow : style.red;
};

/** The lines on one file. */
export function prettyFile(file: FileReport, style: Style, isVerbose = false): string {
  const lines = [style.bold(file.path)];
  for (const { line, column, message, expected, hint } of file.errors ?? []) {
    lines.push(`${style.red(`${file.path}:${line}:${column}`)} ${message}`);
    if (expected !== undefined) lines.push(`    expected ${expected}`);
    if (hint !== undefined) lines.push(`    ${hint}`);
  }
  const width = Math.max(0, ...file.claims.map(({ name }) => name.length));
  for (const claim of file.claims)
    lines.push(...prettyClaim(file.path, claim, width, style, isVerbose));
  lines.push(...unclaimedLines(file, style));
  return lines.join('\n');
}

/** Longest formula that is quoted whole. */
const QUOTED = 60;

/** The formulas that make no claim, and a word where nothing else is claimed. */
function unclaimedLines({ claims, errors, unclaimed = [] }: FileReport, style: Style): string[] {
  const lines = unclaimed.map(({ name, line, reason, source }) => {
    const whole = source.replace(/\s+/g, ' ');
    const text = whole.length > QUOTED ? `${whole.slice(0, QUOTED - 1)}…` : whole;
    return `${style.dim(`  - ${name}  line ${line}, not a claim: ${reason}`)}\n${style.dim(`      ${text}`)}`;
  });
  if (claims.length > 0 || errors) return lines;
  return [...lines, '  nothing is claimed in this document'];
}

function prettyClaim(
  path: string,
  claim: ClaimReport,
  width: number,
  style: Style,
  isVerbose: boolean,
): string[] {
  const colour = paint(style, claim);
  const mark = claim.expected
    ? MARKS[isAsExpected(claim) ? 'proved' : 'refuted']
    : MARKS[claim.verdict];
  const head = `  ${colour(mark)} ${claim.name.padEnd(width)}  ${claim.text}`;
  const lines = [head, `      ${colour(verdictText(claim))}${facts(claim, style)}`];
  if (claim.given) lines.push(`      given ${claim.given.join('; ')}`);
  if (claim.using) lines.push(style.dim(`      using ${claim.using.join('; ')}`));
  if (claim.kind === 'calculation') lines.push(...calculationLines(path, claim, style, isVerbose));
  else lines.push(...trouble(`${path}:${claim.line}:${claim.column}`, claim, claim, style));
  return lines;
}

function facts(claim: ClaimReport, style: Style): string {
  const parts = claimFacts(claim);
  const witnesses = mergedCrosscheck(claim);
  if (witnesses) parts.push(`mathjs: ${witnesses.mathjs}`, `nerdamer: ${witnesses.nerdamer}`);
  parts.push(`${claim.ms < 10 ? claim.ms.toFixed(1) : claim.ms.toFixed(0)} ms`);
  return style.dim(` · ${parts.join(' · ')}`);
}

/** Every line of a calculation that is not proved, with the line before it. */
function calculationLines(
  path: string,
  claim: ClaimReport,
  style: Style,
  isVerbose: boolean,
): string[] {
  const steps = claim.steps ?? [];
  const lines: string[] = [];
  steps.forEach((step, k) => {
    const place = `${path}:${step.line}:${step.column}`;
    const { fault } = step;
    const remark = fault ?? step.note;
    if (step.consequence) lines.push(style.dim(`      ${place} ${step.note ?? ''}`));
    else if (step.verdict !== 'proved') lines.push(...wrongLine(place, step, k, style));
    if (isVerbose && step.repair)
      lines.push(`      with ${step.repair.text} it is ${step.repair.verdict}`);
    if (isVerbose && step.verdict === 'proved') lines.push(...justification(step, style));
    if (step.verdict !== 'proved' || remark === undefined) return;
    lines.push(fault ? `    ${style.red(place)} ${fault}` : style.dim(`      ${place} ${remark}`));
  });
  return lines;
}

/** A line with its reason, and the steps of a jump. */
function justification(
  { line, text, rule, jump, substeps = [] }: StepReport,
  style: Style,
): string[] {
  const reason = jump ? `a jump: ${jump.join(', ')}` : (rule ?? '');
  const head = `${style.dim(`    ${String(line).padStart(3)} │ `)}${text}  ${style.cyan(reason)}`;
  if (!jump) return [head];
  const inside = substeps.map(
    (step) => `${style.dim('        │   ')}${step.text}  ${style.dim(step.rule ?? '')}`,
  );
  return [head, ...inside];
}

function wrongLine(place: string, step: StepReport, k: number, style: Style): string[] {
  const says = {
    refuted: step.mistyped
      ? `line ${k + 2} is mistyped`
      : `line ${k + 2} does not follow from line ${k + 1}`,
    tested: `line ${k + 2} is tested, not proved`,
    error: `line ${k + 2} could not be decided`,
    proved: '',
  }[step.verdict];
  return [
    `    ${style.red(place)} ${says}`,
    ...codeFrame(step.frame ?? [], style),
    ...explanation(step),
  ];
}

function trouble(
  place: string,
  claim: ClaimReport,
  report: RelationReport,
  style: Style,
): string[] {
  const lines = explanation(report);
  if (isAsExpected(claim) || lines.length === 0) return lines;
  return [`    ${style.red(place)}`, ...codeFrame(report.frame ?? [], style), ...lines];
}

/** Why a relation is not proved. */
const explanation = (report: RelationReport): string[] =>
  reasons(report).map((line) => `      ${line}`);

/** One line on all files together. */
export function prettySummary(files: readonly FileReport[], seed: number, style: Style): string {
  const claims = files.flatMap((file) => file.claims);
  const parts = [count(claims.length, 'claim')];
  const tally = (verdict: Verdict, expected: 'refuted' | undefined, text: string): void => {
    const n = claims.filter((c) => c.verdict === verdict && c.expected === expected).length;
    if (n > 0) parts.push(`${n} ${text}`);
  };
  tally('proved', undefined, 'proved');
  tally('refuted', 'refuted', 'refuted as expected');
  tally('tested', undefined, 'tested');
  tally('refuted', undefined, 'refuted');
  const wrong = claims.filter((c) => c.expected && !isAsExpected(c)).length;
  if (wrong > 0) parts.push(`${wrong} should be refuted and are not`);
  tally('error', undefined, 'not decided');
  parts.push(...witnessTally(claims));
  const unread = files.filter((file) => file.errors).length;
  if (unread > 0) parts.push(`${count(unread, 'document')} with errors`);
  return style.dim(`${count(files.length, 'document')} · ${parts.join(' · ')} · seed ${seed}`);
}

/** How many claims with a derivative each of the other systems agrees with. */
function witnessTally(claims: readonly ClaimReport[]): string[] {
  const asked = claims.flatMap((claim) => mergedCrosscheck(claim) ?? []);
  if (asked.length === 0) return [];
  return (['mathjs', 'nerdamer'] as const).map((name) => {
    const tally = (what: Witnessed): number => asked.filter((one) => one[name] === what).length;
    return `${name} agrees ${tally('agree')}, disagrees ${tally('disagree')}, unsupported ${tally('unsupported')}`;
  });
}
