/**
 * A hidden line as plain data, for a page or a terminal that asks for it: the document, the claim,
 * and the lines around the gap in the plain language. Whoever has these can judge an answer.
 */
import { coreClaim } from '../document/core-claim.js';
import type { Context } from '../kernel/context.js';
import type { Line, Relation } from '../language/claim.js';
import { parseDocument } from '../language/document.js';
import { LanguageError } from '../language/language-error.js';
import { printText } from '../language/print-text.js';
import { Arena, type Term } from '../term/term.js';
import { withLetters } from './chain.js';
import type { ExerciseLine, FillExercise } from './exercise.js';
import { type AnswerReport, type Gap, type JudgeOptions, judgeAnswer } from './judge-answer.js';
import { readAnswer } from './read-answer.js';

/** The document that an exercise is about. */
export interface Source {
  readonly text: string;
  /** True of a LaTeX source; Markdown otherwise. */
  readonly isTex?: boolean;
}

export interface Question {
  /** The name of the claim in its document. */
  readonly claim: string;
  /** The lines around the gap, in the plain language. */
  readonly before: string;
  readonly after: string;
  readonly into: Relation;
  readonly out: Relation;
}

/** What a fill exercise asks. */
export function questionOf({ claim, frame: context, lines, hidden }: FillExercise): Question {
  const [before, line, after] = lines.slice(hidden - 1, hidden + 2) as [
    ExerciseLine,
    ExerciseLine,
    ExerciseLine,
  ];
  return {
    claim,
    before: printText(before.term, { context }),
    after: printText(after.term, { context }),
    into: line.relation ?? 'eq',
    out: after.relation ?? 'eq',
  };
}

/** Judges an answer to a question on a document. Throws LanguageError where the two do not fit. */
export async function answerQuestion(
  source: Source,
  question: Question,
  answer: string,
  options?: JudgeOptions,
): Promise<AnswerReport> {
  return judgeAnswer(gapOf(source, question), answer, options);
}

function gapOf({ text, isTex = false }: Source, { claim: name, ...asked }: Question): Gap {
  const { claims, background } = parseDocument(new Arena(), text, { isTex });
  const claim = claims.find((each) => each.name === name);
  const [first, second] = claim?.lines ?? [];
  if (!claim || !first || !second) throw new LanguageError(`there is no claim ${name}`);
  const context = contextOf(claim.context, first, second);
  const { notations } = background;
  const read = (line: string): Term => {
    const reading = readAnswer({ context }, line, context.arena.num(0));
    if ('fault' in reading) throw reading.fault;
    return reading.term;
  };
  const { before, after, into, out } = asked;
  return { context, notations, before: read(before), after: read(after), into, out };
}

const contextOf = (context: Context, first: Line, second: Line): Context =>
  withLetters(context, coreClaim(context, first, second).context);
