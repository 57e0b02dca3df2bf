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

/** The numbers of a claim at a point that its reader chooses. */
export interface NumbersRequest extends Spot {
  readonly verb: 'numbers';
  readonly claim: string;
  /** The lines to evaluate, in the plain language or in LaTeX; else those that the claim has. */
  readonly lines?: readonly string[];
  /** The coordinates of the point, as the last answer gave them; else a plain one is chosen. */
  readonly point?: Readonly<Record<string, string>>;
  /** The one that the reader moves, and where: a number such as 0.25, or 1/3. */
  readonly move?: { readonly key: string; readonly to: string };
}

/** What two plots show at a point: see DifferencePlot and DigitsPlot. */
export interface PlotsRequest extends Omit<NumbersRequest, 'verb' | 'move'> {
  readonly verb: 'plots';
}

export type Request =
  | ReadRequest
  | CheckRequest
  | DeriveRequest
  | LineRequest
  | GapRequest
  | NumbersRequest
  | PlotsRequest;

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

/** A number of the point that a reader can choose. */
export interface InputReport {
  readonly key: string;
  /** As a reader names it: `z[1,2]`. */
  readonly label: string;
  readonly value: number;
  /** Where it may lie; a bound that is not allowed itself is open. */
  readonly lower?: number;
  readonly upper?: number;
  readonly isLowerOpen?: true;
  readonly isUpperOpen?: true;
  readonly isWhole?: true;
  /** What its values mean, where they are a few choices. */
  readonly options?: readonly { readonly value: number; readonly label: string }[];
}

/** The inputs of one symbol. */
export interface SymbolReport {
  readonly name: string;
  /** As it is declared: size, real, simplex. */
  readonly kind: string;
  /** What the inputs are, where they are not the entries themselves. */
  readonly note?: string;
  readonly inputs: readonly InputReport[];
}

/** A value; null where there is none, with the reason. */
export interface Figure {
  readonly value: number | null;
  readonly reason?: string;
}

export interface LineFigure extends Figure {
  /** In Unicode mathematics. */
  readonly text: string;
  /** Set of an arg min or arg max: the value is that of what is minimised. */
  readonly isObjective?: true;
  /** How it compares with the line before, by bounds on both, where that is decided. */
  readonly relation?: 'holds' | 'fails';
  readonly sign?: 'eq' | 'le' | 'lt' | 'ge' | 'gt';
}

/** A derivative at one entry, and its difference quotient. */
export interface SlopeFigure {
  readonly at: string;
  readonly derivative: Figure;
  /** With values that are as good as exact. */
  readonly difference: Figure;
  /** With values as doubles give them, the formula taken as it is written. */
  readonly inDoubles: Figure;
  /** Set where the other side of the claim is to be this derivative. */
  readonly claimed?: Figure;
  /** Set of the entry that the letters of the point name. */
  readonly isHere?: true;
}

export interface SlopeReport {
  /** `∂J/∂z[a,b]` */
  readonly text: string;
  /** The step of the differences. */
  readonly step: number;
  readonly entries: readonly SlopeFigure[];
}

export interface NumbersReport {
  readonly symbols: readonly SymbolReport[];
  /** The coordinates, to be sent with the next request. */
  readonly point: Readonly<Record<string, string>>;
  readonly lines: readonly LineFigure[];
  readonly slopes: readonly SlopeReport[];
  /** Why the point is not the one that was asked for. */
  readonly problem?: string;
}

/** The error of a central difference against its step, with its two parts; null where it is 0. */
export interface DifferencePlot {
  readonly text: string;
  readonly points: readonly {
    readonly step: number;
    /** Of the difference in doubles. */
    readonly error: number | null;
    /** What the difference leaves out, in exact arithmetic. */
    readonly truncation: number | null;
    /** What doubles add to it. */
    readonly rounding: number | null;
  }[];
}

/** Decimal digits lost in doubles, of 16, when some inputs are multiplied by a factor. */
export interface DigitsPlot {
  /** The loss as it is written, and in its stable form. */
  readonly naive: string;
  readonly stable: string;
  /** The symbols that are multiplied. */
  readonly by: readonly string[];
  readonly points: readonly {
    readonly factor: number;
    readonly naive: number;
    readonly stable: number;
  }[];
}

export interface PlotsReport {
  readonly differences?: DifferencePlot;
  readonly digits?: DigitsPlot;
}

export interface Answers {
  readonly read: DocumentReport;
  readonly check: CheckAnswer;
  /** Null when no derivation was found. */
  readonly derive: DeriveAnswer | null;
  readonly line: LineAnswer;
  readonly gap: AnswerReport;
  readonly numbers: NumbersReport;
  readonly plots: PlotsReport;
}

/** A text that cannot be read: a place in it, or in the document where `inDocument` is set. */
export interface Refusal extends ReadingError {
  readonly inDocument?: true;
}

export type Answer<V extends Request['verb'] = Request['verb']> =
  | { readonly value: Answers[V] }
  | { readonly error: Refusal };
