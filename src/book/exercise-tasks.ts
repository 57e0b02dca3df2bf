/**
 * The exercises on a claim as the data of a script beside the pages, loaded when a reader opens
 * one of them. What has formulas in it is HTML of ours, each piece
 * once; all else is text.
 */
import { type Exercise, type ExerciseLine, type Hint, KINDS } from '../exercise/exercise.js';
import { type Question, questionOf } from '../exercise/question.js';
import { printText } from '../language/print-text.js';
import { speak } from '../language/speak.js';
import type { Known } from '../language/speak-formula.js';
import { readRule, ruleEntry } from '../rules/book.js';
import { Arena } from '../term/term.js';
import { htmlInline, htmlText } from '../transcript/prose-html.js';
import { bookMath, displayFormula, proseMath } from './formula.js';
import { ruleAddress } from './rules-page.js';

/** What a page knows of an exercise without its script. */
export interface Task {
  /** Its name in addresses: `gradient-fill-1`. */
  readonly id: string;
  readonly title: string;
  /** Changes when what is asked does: progress is kept under it. */
  readonly key: string;
}

interface PageLine {
  /** Numbers of pieces of HTML. */
  readonly formula: number;
  readonly reason?: number;
}

interface PageExercise {
  readonly id: string;
  readonly kind: Exercise['kind'];
  readonly lines: readonly PageLine[];
  readonly hidden?: number;
  readonly question?: Question;
  /** One after the other. */
  readonly hints?: readonly number[];
  readonly wrong?: number;
  /** The line that would be right. */
  readonly right?: number;
  /** Text on why the wrong step is wrong. */
  readonly remarks?: readonly string[];
  readonly options?: readonly {
    readonly title: string;
    readonly formula: number;
    readonly rule: string;
    /** The address of the rule in the folder of the book. */
    readonly address: string;
  }[];
  readonly choice?: number;
}

export interface ClaimTasks {
  readonly tasks: readonly Task[];
  readonly exercises: readonly PageExercise[];
  /** What has formulas in it, as HTML of ours. */
  readonly pieces: readonly string[];
}

const TITLES = {
  fill: 'Fill the missing line',
  find: 'Find the wrong step',
  name: 'Name the rule',
} as const;

/** The exercises of the claim that has this name in addresses. */
export function claimTasks(id: string, exercises: readonly Exercise[]): ClaimTasks {
  const pool = new Pieces();
  const tasks: Task[] = [];
  const made: PageExercise[] = [];
  for (const kind of KINDS) {
    const some = exercises.filter((exercise) => exercise.kind === kind);
    for (const [k, exercise] of some.entries()) {
      const name = `${id}-${kind}-${k + 1}`;
      const page = { id: name, kind, lines: linesOf(exercise, pool), ...asked(exercise, pool) };
      made.push(page);
      const title = some.length > 1 ? `${TITLES[kind]}, ${k + 1}` : TITLES[kind];
      tasks.push({ id: name, title, key: digest(writtenLines(exercise)) });
    }
  }
  return { tasks, exercises: made, pieces: pool.all };
}

/** Each piece of HTML once. */
class Pieces {
  readonly all: string[] = [];
  readonly #numbers = new Map<string, number>();

  number(html: string): number {
    const known = this.#numbers.get(html) ?? this.all.push(html) - 1;
    this.#numbers.set(html, known);
    return known;
  }
}

const linesOf = ({ lines, context }: Exercise, pool: Pieces): PageLine[] =>
  lines.map(({ term, relation, title }: ExerciseLine) => ({
    formula: pool.number(
      displayFormula({ context, term, ...(relation ? { sign: relation } : {}) }),
    ),
    ...(title
      ? {
          reason: pool.number(
            inline({ text: title.title, ...latexOf(title.titleLatex) }, { context }),
          ),
        }
      : {}),
  }));

const latexOf = (latex: string | undefined): Partial<Hint> =>
  latex === undefined ? {} : { latex };

/** A sentence, with its formulas where it has some. */
const inline = ({ text, latex }: Hint, known: Known): string =>
  latex === undefined ? htmlText(text) : htmlInline(latex, proseMath(known));

function asked(exercise: Exercise, pool: Pieces): Partial<PageExercise> {
  switch (exercise.kind) {
    case 'fill': {
      const { hidden, hints } = exercise;
      return {
        hidden,
        hints: hints.map((each) => pool.number(inline(each, exercise))),
        question: questionOf(exercise),
      };
    }
    case 'find': {
      const { wrong, right, context, counterexample, diagnosis } = exercise;
      const sign = exercise.lines[wrong]?.relation ?? 'eq';
      return {
        wrong,
        right: pool.number(displayFormula({ context, term: right, sign })),
        remarks: [counterexample, ...(diagnosis === undefined ? [] : [diagnosis])],
      };
    }
    case 'name':
      return {
        choice: exercise.right,
        options: exercise.options.map(({ rule, title, latex }) => ({
          rule,
          address: ruleAddress('', rule),
          title,
          formula: pool.number(bookMath(latex, { label: spoken(rule), isOurs: true })),
        })),
      };
  }
}

function spoken(rule: string): string {
  const entry = ruleEntry(rule);
  return entry ? speak(readRule(new Arena(), entry).conclusion) : rule;
}

const writtenLines = ({ lines, context }: Exercise): string =>
  lines.map(({ term }) => printText(term, { context })).join('\n');

/** A short name for a text (FNV-1a): it tells exercises apart, and guards nothing. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let k = 0; k < text.length; k++)
    hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193) >>> 0;
  return hash.toString(36);
}
