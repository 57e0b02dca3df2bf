/**
 * What a check finds fault with, one entry a place: what editors, annotations and test reports
 * are made from.
 */
import { describeCounterexample } from '../diagnose/describe.js';
import { type ClaimReport, type FileReport, isAsExpected, type RelationReport } from './report.js';

/** The kinds of findings; the names are frozen, since other tools filter by them. */
export const FINDINGS = {
  refuted: 'A model was found in which the claim does not hold',
  mistyped: 'The lines around this one agree with each other, and not with it',
  unproved: 'The numbers agree, and no proof was found',
  undecided: 'Neither a proof nor the numbers decide the claim',
  unrefuted: 'What should be refuted was not',
  unreadable: 'The text cannot be read',
  contradiction: 'The checker and the numbers contradict each other',
  strict: 'The line holds, but not by the one rule that it should',
  remark: 'The claim holds, and something is to be said of it',
} as const;

export type FindingKind = keyof typeof FINDINGS;

export interface Finding {
  readonly kind: FindingKind;
  readonly level: 'error' | 'warning' | 'note';
  readonly path: string;
  /** From 1; the end is exclusive. */
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  /** The claim; absent where the text cannot be read. */
  readonly claim?: string;
  /** One line. */
  readonly title: string;
  /** The lines that follow the title. */
  readonly details: readonly string[];
}

export const findingsOf = (files: readonly FileReport[]): Finding[] => files.flatMap(findingsIn);

function findingsIn({ path, claims, errors = [] }: FileReport): Finding[] {
  const unread = errors.map(({ line, column, message, expected, hint }): Finding => {
    const details = [
      ...(expected === undefined ? [] : [`expected ${expected}`]),
      ...(hint ? [hint] : []),
    ];
    return { kind: 'unreadable', level: 'error', path, line, column, title: message, details };
  });
  return [...unread, ...claims.flatMap((claim) => ofClaim(path, claim))];
}

function ofClaim(path: string, claim: ClaimReport): Finding[] {
  const { name, line, column, endLine, text } = claim;
  const here = { path, line, column, endLine, claim: name };
  if (claim.expected && !isAsExpected(claim)) {
    const title = `${name}: ${claim.verdict}, but should be refuted`;
    return [{ kind: 'unrefuted', level: 'error', ...here, title, details: [text] }];
  }
  if (claim.expected) return [];
  if (claim.kind !== 'calculation') {
    const found = verdictFinding(claim);
    return found
      ? [
          {
            ...found,
            ...here,
            title: `${name}: ${found.title}`,
            details: [text, ...reasons(claim)],
          },
        ]
      : [];
  }
  const steps = claim.steps ?? [];
  return steps.flatMap((step, k) => {
    const found = verdictFinding(step);
    if (!found) return [];
    const place = { path, claim: name, line: step.line ?? line, column: step.column ?? column };
    const end = step.endLine === undefined ? {} : { endLine: step.endLine };
    const stop = step.endColumn === undefined ? {} : { endColumn: step.endColumn };
    const before = steps[k - 1]?.text ?? claim.start?.text ?? '';
    const title = `${name}: ${lineTitle(found, k + 2)}`;
    return [
      {
        ...found,
        ...place,
        ...end,
        ...stop,
        title,
        details: [before, step.text, ...reasons(step)],
      },
    ];
  });
}

/** What is said of a line, counted from 1. */
function lineTitle({ kind, title }: Pick<Finding, 'kind' | 'title'>, line: number): string {
  switch (kind) {
    case 'refuted':
      return `line ${line} does not follow from line ${line - 1}`;
    case 'mistyped':
    case 'contradiction':
      return `line ${line} is ${title}`;
    case 'unproved':
      return `line ${line} is tested, not proved`;
    case 'undecided':
      return `line ${line} could not be decided`;
    default:
      return `line ${line}: ${title}`;
  }
}

function verdictFinding({
  verdict,
  contradiction,
  note,
  fault,
  mistyped,
  consequence,
}: RelationReport): Pick<Finding, 'kind' | 'level' | 'title'> | undefined {
  if (contradiction) return { kind: 'contradiction', level: 'error', title: 'proved and refuted' };
  if (consequence) return undefined;
  if (mistyped) return { kind: 'mistyped', level: 'error', title: 'mistyped' };
  if (verdict === 'refuted') return { kind: 'refuted', level: 'error', title: 'refuted' };
  if (verdict === 'error') return { kind: 'undecided', level: 'error', title: 'not decided' };
  if (verdict === 'tested')
    return { kind: 'unproved', level: 'warning', title: 'tested, not proved' };
  if (fault !== undefined) return { kind: 'strict', level: 'error', title: fault };
  return note === undefined ? undefined : { kind: 'remark', level: 'note', title: note };
}

/** Why a relation is not proved, a line each. */
export function reasons({
  counterexample,
  diagnosis,
  error,
  note,
  verdict,
}: RelationReport): string[] {
  const lines: string[] = [];
  if (counterexample) lines.push(describeCounterexample(counterexample));
  if (diagnosis) lines.push(diagnosis);
  if (error) lines.push(error);
  if (note && verdict !== 'proved') lines.push(note);
  return lines;
}
