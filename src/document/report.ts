/**
 * What a check reports, as plain data: the JSON of `gradus check`, and what every other output is
 * made from. Fields that do not apply are absent. Nothing here refers to terms or proofs.
 */

import type { MistakeKind } from '../diagnose/diagnose.js';
import type { Counterexample } from '../numeric/counterexample.js';

export type Verdict = 'proved' | 'tested' | 'refuted' | 'error';

export interface NumericReport {
  /** Models on which the relation was decided. */
  readonly models?: number;
  /** Models on which no bound could decide it. */
  readonly undecided?: number;
  /** Models on which both sides are the same infinity: they neither confirm nor refute. */
  readonly infinite?: number;
  readonly maxError?: number;
  readonly bound?: number;
  readonly finiteDifference?: {
    readonly maxError: number;
    readonly bound: number;
    /** Directions of a whole symbol along which every derivative was compared. */
    readonly directions?: number;
  };
  /** Why the check says nothing. */
  readonly inconclusive?: string;
}

/** What an independent system says of concrete instances. */
export type Witnessed = 'agree' | 'disagree' | 'unsupported';

export interface CrosscheckReport {
  readonly instances: number;
  readonly mathjs: Witnessed;
  readonly nerdamer: Witnessed;
}

/** A line of the document as it was written, for a reader who looks for the place. */
export interface FrameLine {
  /** The line of the document, from 1. */
  readonly line: number;
  readonly text: string;
  /** Columns of what is wrong in it: from 1, the end exclusive. */
  readonly marks?: readonly [from: number, to: number];
}

/** A side as it would have to be, by the diagnosis, for the relation to hold. */
export interface RepairReport {
  readonly side: 'left' | 'right';
  readonly text: string;
  readonly latex: string;
  /** Proved by a replayed proof, or tested with numbers alone. */
  readonly verdict: 'proved' | 'tested';
}

/** What is said of one relation: a claim with two sides, or a line of a calculation. */
export interface RelationReport {
  readonly verdict: Verdict;
  readonly numeric?: NumericReport;
  /** A model in which the relation does not hold, as small as could be found. */
  readonly counterexample?: Counterexample;
  readonly diagnosis?: string;
  /** The kind of mistake that the diagnosis names. */
  readonly mistake?: MistakeKind;
  readonly repair?: RepairReport;
  /** The relation holds, and by other reasons than the text states. */
  readonly wrongReason?: { readonly stated: readonly string[]; readonly found: readonly string[] };
  /** What `--strict` objects to in a relation that holds. */
  readonly fault?: string;
  /** Set when the lines around this one agree with each other, and not with it. */
  readonly mistyped?: true;
  /** Set of the step out of a mistyped line: it is refuted, and no mistake of its own. */
  readonly consequence?: true;
  /** The lines of the document that are compared; absent of what is proved. */
  readonly frame?: readonly FrameLine[];
  readonly crosscheck?: CrosscheckReport;
  /** Why the verdict is `error`. */
  readonly error?: string;
  /** What a reader should know besides the verdict. */
  readonly note?: string;
  /** Set when the checker and the numbers contradict each other: a fault of Gradus. */
  readonly contradiction?: true;
}

/** A theorem that another proof checker has accepted of a claim. */
export interface RecheckReport {
  readonly by: 'Coq';
  readonly theorem: string;
  /** What the theorem says, in the language of that checker. */
  readonly statement: string;
}

/** A line of a derivation, or an elementary step of one. */
export interface StepReport extends RelationReport {
  /** The line of the document; absent where the document has no line for the step. */
  readonly line?: number;
  readonly column?: number;
  /** Where the line ends in the document, exclusive. */
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly text: string;
  readonly latex: string;
  /** What justifies the step: a rule's id, `algebra`, `definition J`, `hypothesis y.sum`, … */
  readonly rule?: string;
  /** The major rules of a line that takes more than one of them. */
  readonly jump?: readonly string[];
  /** The reason in a sentence, of a step that Gradus found. */
  readonly title?: string;
  /** The same in LaTeX text, where it holds a formula. */
  readonly titleLatex?: string;
  /** Where in the line an elementary step acts. */
  readonly path?: readonly number[];
  readonly substeps?: readonly StepReport[];
}

export type ClaimKind = 'equal' | 'inequality' | 'optimum' | 'calculation';

export interface ClaimReport extends RelationReport {
  readonly name: string;
  readonly kind: ClaimKind;
  /** Present on claims that pass when they are refuted. */
  readonly expected?: 'refuted';
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** The statement in Unicode mathematics and in LaTeX. */
  readonly text: string;
  readonly latex: string;
  /** What is supposed for this claim alone, in Unicode mathematics. */
  readonly given?: readonly string[];
  /** The line that the steps begin with. */
  readonly start?: { readonly text: string; readonly latex: string };
  /** The hypotheses that the proof uses, in the plain language. */
  readonly hypotheses?: readonly string[];
  /** The same in Unicode mathematics. */
  readonly using?: readonly string[];
  /** Of a calculation: an entry a relation. Of another claim: the steps of its proof. */
  readonly steps?: readonly StepReport[];
  /** How many steps the proof has, where the report does not tell them. */
  readonly stepCount?: number;
  /** What another checker accepted: of a calculation, a theorem for each line. */
  readonly rechecked?: readonly RecheckReport[];
  /** Elementary steps that the checker replayed. */
  readonly replayed?: number;
  readonly ms: number;
}

/** A place in a document that cannot be read. */
export interface ReadingError {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly expected?: string;
  readonly hint?: string;
}

/** A display formula that makes no claim. */
export interface UnclaimedReport {
  readonly name: string;
  readonly line: number;
  readonly column: number;
  /** The formula as it was written. */
  readonly source: string;
  readonly reason: string;
}

export interface FileReport {
  readonly path: string;
  readonly claims: readonly ClaimReport[];
  /** Display formulas that were read past, each with the reason. */
  readonly unclaimed?: readonly UnclaimedReport[];
  readonly errors?: readonly ReadingError[];
  /** Lines of the file that were given their reason. */
  readonly annotated?: number;
}

export interface CheckReport {
  /** Version of this format. */
  readonly gradus: 1;
  readonly seed: number;
  readonly files: readonly FileReport[];
}

const RANK: Readonly<Record<Verdict, number>> = { proved: 0, tested: 1, refuted: 2, error: 3 };

/** The verdict of a whole from those of its parts; `proved` when there are none. */
export const worstVerdict = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.reduce((worst, verdict) => (RANK[verdict] > RANK[worst] ? verdict : worst), 'proved');

/** True when the claim is as its author says. */
export const isAsExpected = (claim: ClaimReport): boolean =>
  claim.verdict === (claim.expected ?? 'proved');

/** The exit code of a claim: see `exitCode`. */
function exitCodeOf(claim: ClaimReport, allowTested: boolean): number {
  if (contradicts(claim)) return 70;
  if (isAsExpected(claim)) return hasFault(claim) ? 1 : 0;
  if (claim.verdict === 'error') return 2;
  if (claim.expected === 'refuted' || claim.verdict === 'refuted') return 1;
  return allowTested ? 0 : 3;
}

/** True of a claim that does not stop a run. */
export const isPassed = (claim: ClaimReport, allowTested: boolean): boolean =>
  exitCodeOf(claim, allowTested) === 0;

/** True when `--strict` objects to a line of a claim that holds. */
const hasFault = (claim: ClaimReport): boolean =>
  claim.expected === undefined && (claim.steps ?? []).some((step) => step.fault !== undefined);

const contradicts = (claim: ClaimReport): boolean =>
  claim.contradiction === true || (claim.steps ?? []).some((step) => step.contradiction);

/** From worst to best. */
const EXIT_ORDER = [70, 2, 1, 3, 0];

/**
 * 0 when everything is proved (or refuted where that is expected), 3 when something is only
 * tested, 1 when something is refuted or `--strict` objects, 2 when something could not be read or decided, 70 when the
 * checker and the numbers contradict each other. The worst wins.
 */
export function exitCode(report: CheckReport, allowTested = false): number {
  const codes = new Set(
    report.files.flatMap((file) => [
      ...(file.errors ? [2] : []),
      ...file.claims.map((claim) => exitCodeOf(claim, allowTested)),
    ]),
  );
  return EXIT_ORDER.find((code) => codes.has(code)) ?? 0;
}
