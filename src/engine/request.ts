/**
 * What a page asks of the engine, and what it hears: plain data both ways, so that it can be sent
 * to a worker and back. Each request names its verb.
 */
import type { DerivationReport } from '../document/derive.js';
import type { FileReport, ReadingError, RelationReport } from '../document/report.js';
import type { AnswerReport } from '../exercise/judge-answer.js';
import type { Question } from '../exercise/question.js';

/** A document, and the claim in it whose declarations hold; its end when no claim is named. */
export interface Spot {
  readonly document: string;
  readonly claim?: string;
}

/** What a document declares and claims, without judging any of it. */
export interface ReadRequest {
  readonly verb: 'read';
  readonly document: string;
}

/** As `gradus check` judges a document. */
export interface CheckRequest {
  readonly verb: 'check';
  readonly document: string;
  /** Its name in the report. */
  readonly path?: string;
  readonly seed?: number;
  /** Seconds for each claim. */
  readonly timeLimit?: number;
  /** `all` keeps the elementary steps. */
  readonly steps?: 'major' | 'all';
}

/** As `gradus derive` derives an expression. */
export interface DeriveRequest {
  readonly verb: 'derive';
  readonly expression: string;
  readonly document?: string;
  readonly to?: string;
  readonly timeLimit?: number;
  readonly steps?: 'major' | 'all';
}

/** Whether one line follows from another, each in the plain language or in LaTeX. */
export interface LineRequest extends Spot {
  readonly verb: 'line';
  readonly before: string;
  readonly line: string;
  readonly relation?: 'eq' | 'le' | 'lt' | 'ge' | 'gt';
  readonly timeLimit?: number;
}

/** Whether a typed line fills the gap between two lines of a derivation. */
export interface GapRequest {
  readonly verb: 'gap';
  readonly document: string;
  readonly question: Question;
  readonly answer: string;
  readonly timeLimit?: number;
}

export type Request = ReadRequest | CheckRequest | DeriveRequest | LineRequest | GapRequest;

export interface DeclarationReport {
  readonly name: string;
  readonly kind: string;
  /** As the plain language writes it: `z[n, C]`, `a in 1..n`. */
  readonly text: string;
}

export interface ClaimSummary {
  readonly name: string;
  readonly form: 'claim' | 'calc' | 'refute';
  readonly line: number;
  readonly endLine: number;
  /** Each line of the claim in the plain language, the relation to the line before in front. */
  readonly lines: readonly string[];
}

export interface DocumentReport {
  readonly declarations: readonly DeclarationReport[];
  readonly definitions: readonly string[];
  readonly claims: readonly ClaimSummary[];
  readonly errors: readonly ReadingError[];
}

export interface CheckAnswer {
  readonly report: FileReport;
  /** What `gradus check` prints. */
  readonly text: string;
}

export interface DeriveAnswer {
  readonly report: DerivationReport;
  /** What `gradus derive` prints. */
  readonly text: string;
}

export interface LineAnswer extends RelationReport {
  /** The line as it was read. */
  readonly text: string;
  readonly latex: string;
  /** Why it is not proved: the counterexample, the likely mistake, a sentence each. */
  readonly remarks: readonly string[];
  /** Ids of the rules and names of the hypotheses that lead to it, where it is proved. */
  readonly reasons: readonly string[];
}

export interface Answers {
  readonly read: DocumentReport;
  readonly check: CheckAnswer;
  /** Null when no derivation was found. */
  readonly derive: DeriveAnswer | null;
  readonly line: LineAnswer;
  readonly gap: AnswerReport;
}

/** A text that cannot be read: a place in it, or in the document where `inDocument` is set. */
export interface Refusal extends ReadingError {
  readonly inDocument?: true;
}

export type Answer<V extends Request['verb'] = Request['verb']> =
  | { readonly value: Answers[V] }
  | { readonly error: Refusal };
