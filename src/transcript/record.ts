/** A transcript as plain data: each line as Unicode text and as LaTeX, with its reason. */
import type { Context } from '../kernel/context.js';
import type { Step } from '../kernel/proof.js';
import { printLatex } from '../language/print-latex.js';
import { printUnicode } from '../language/print-unicode.js';
import { reasonOf, type Transcript } from '../search/transcript.js';
import { arg, type Term } from '../term/term.js';
import { lineTitle, reasonTitle, type Title } from './reason.js';

export interface Shown {
  readonly text: string;
  readonly latex: string;
}

/** A line after the first: `text` and `latex` begin with the relation to the line before. */
export interface StepRecord extends Shown, Title {
  /** What names the step: a rule's id, `algebra`, `definition J`, `hypothesis y.sum`, … */
  readonly rule: string;
  /** The place in the line where an elementary step acts, as argument numbers from the root. */
  readonly path?: readonly number[];
  /** Elementary steps, when they were asked for. */
  readonly substeps?: readonly StepRecord[];
}

export interface TranscriptRecord {
  readonly start: Shown;
  readonly steps: readonly StepRecord[];
}

/** Which steps are shown: lines of the derivation, or also the elementary steps inside. */
export type Detail = 'major' | 'all';

const SIGNS = { eq: ['=', '='], le: ['≤', '\\le'], lt: ['<', '<'] } as const;

/** What was written before, as long as its context lives: the ends of a claim stand in many places. */
const written = new WeakMap<Context, Map<Term, Shown>>();

/** A term in both notations. */
export function shown(context: Context, term: Term): Shown {
  const before = written.get(context) ?? new Map<Term, Shown>();
  written.set(context, before);
  const known = before.get(term);
  if (known) return known;
  const text = printUnicode(term, { context });
  const latex = printLatex(term, { context });
  before.set(term, { text, latex });
  return { text, latex };
}

function related(context: Context, relation: Step['relation'], term: Term): Shown {
  const [sign, command] = SIGNS[relation];
  const { text, latex } = shown(context, term);
  return { text: `${sign} ${text}`, latex: `${command} ${latex}` };
}

export function recordOf(
  context: Context,
  transcript: Transcript,
  detail: Detail = 'major',
): TranscriptRecord {
  const steps = transcript.steps.map((step) => ({
    ...related(context, step.relation, step.after),
    rule: step.reasons[0] ?? 'algebra',
    ...lineTitle(step, context),
    ...(detail === 'all'
      ? { substeps: elementaryRecords(context, step.before, step.elementary) }
      : {}),
  }));
  return { start: shown(context, transcript.start), steps };
}

function elementaryRecords(
  context: Context,
  before: Term,
  elementary: readonly Step[],
): StepRecord[] {
  let line = before;
  return elementary.map((step) => {
    const rule = reasonOf(step.proof, subtermAt(step.reverse ? step.result : line, step.path));
    line = step.result;
    return {
      ...related(context, step.relation, step.result),
      rule,
      ...reasonTitle(rule, context),
      path: step.path,
    };
  });
}

/** The subterm at a path, with its indices still bound. */
export function subtermAt(term: Term, path: readonly number[]): Term {
  let found = term;
  for (const i of path) found = arg(found, i);
  return found;
}
