/** What the server and the thread that checks tell each other. */
import type { CodeAction, Diagnostic, Hover, Range } from 'vscode-languageserver';

/** What is found at a place of a document, when it is checked. */
export interface Answers {
  readonly hover: Hover | undefined;
  readonly steps: CodeAction[];
}

export interface Question {
  readonly uri: string;
  readonly about: keyof Answers;
  readonly range: Range;
}

export interface CheckOrder {
  readonly kind: 'check';
  readonly uri: string;
  readonly text: string;
  /** Seconds for each claim. */
  readonly timeLimit: number;
}

/** Checks are ordered one at a time, and questions likewise. */
export type Order =
  | CheckOrder
  /** Ends the check at the next claim. */
  | { readonly kind: 'stop' }
  /** The document is closed. */
  | { readonly kind: 'forget'; readonly uri: string }
  | (Question & { readonly kind: 'ask' });

export type Notice =
  /** A claim begins; what is known took so many milliseconds to find. */
  | { readonly kind: 'claim'; readonly spent: number }
  | (Outcome & { readonly kind: 'ended' })
  | (Answer & { readonly kind: 'answer' });

/** The end of a check: what it found, or how it broke down; neither when it was stopped. */
export interface Outcome {
  readonly diagnostics?: Diagnostic[];
  readonly fault?: string;
}

export interface Answer {
  readonly answer?: Answers[keyof Answers];
  readonly fault?: string;
}
