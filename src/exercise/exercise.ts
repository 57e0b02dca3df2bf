/**
 * The exercises on a proved derivation: a line to fill in, a wrong step to find, a rule to name.
 * The same claim and the same seed give the same exercise on every machine.
 */
import type { Context } from '../kernel/context.js';
import type { Relation } from '../language/claim.js';
import type { Term } from '../term/term.js';
import type { Title } from '../transcript/reason.js';

export const KINDS = ['fill', 'find', 'name'] as const;
export type Kind = (typeof KINDS)[number];

/** A line as the reader sees it, with how it is said to follow from the one before. */
export interface ExerciseLine {
  readonly term: Term;
  /** Absent on the first line, as is the title. */
  readonly relation?: Relation;
  readonly title?: Title;
}

interface Common {
  /** The name of the claim. */
  readonly claim: string;
  readonly seed: number;
  /** What the lines mean, and how they are printed. */
  readonly context: Context;
  readonly lines: readonly ExerciseLine[];
}

/** Fill the missing line. */
export interface FillExercise extends Common {
  readonly kind: 'fill';
  /** The number of the line that is hidden: neither the first nor the last. */
  readonly hidden: number;
  /** What an answer may mention. */
  readonly frame: Context;
  /** What to tell a reader who asks, one after the other. */
  readonly hints: readonly Hint[];
}

export interface Hint {
  /** A sentence, with formulas in LaTeX between dollars where it is `latex`. */
  readonly text: string;
  readonly latex?: string;
}

/** Find the wrong step: of all lines one does not follow from the line before. */
export interface FindExercise extends Common {
  readonly kind: 'find';
  /** The number of the line that is wrong. */
  readonly wrong: number;
  /** The line that would be right. */
  readonly right: Term;
  /** Where the two sides of the wrong step differ: `at n = 1, …: left 1, right −1`. */
  readonly counterexample: string;
  /** The mistake in a sentence, where it has a name. */
  readonly diagnosis?: string;
}

/** Name the rule: of these, one leads from the first line to the second. */
export interface NameExercise extends Common {
  readonly kind: 'name';
  readonly options: readonly RuleOption[];
  /** The number of the option that is right. */
  readonly right: number;
}

export interface RuleOption {
  readonly rule: string;
  readonly title: string;
  /** In Unicode mathematics, and in LaTeX. */
  readonly statement: string;
  readonly latex: string;
}

export type Exercise = FillExercise | FindExercise | NameExercise;
