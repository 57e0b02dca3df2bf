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
import {
  type AnswerReport,
  type Gap,
  type JudgeOptions,
  judgeAnswer,
  type Side,
} from './judge-answer.js';
import { readAnswer } from './read-answer.js';
import { isSameForm } from './same-form.js';

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
  /** Sides that the hidden line differs from in how it is written alone. */
  readonly alike?: readonly Side[];
  /** Lines farther away that an answer may be mistaken for. */
  readonly beyond?: { readonly [side in Side]: readonly string[] };
}

/** Lines farther away that are looked at on each side, and their characters. */
const MOST_BEYOND = 3;
const MOST_CHARACTERS = 240;

/** What a fill exercise asks. */
export function questionOf({ claim, frame: context, lines, hidden }: FillExercise): Question {
  const [before, line, after] = lines.slice(hidden - 1, hidden + 2) as [
    ExerciseLine,
    ExerciseLine,
    ExerciseLine,
  ];
  const written = (term: Term): string => printText(term, { context });
  const far = (some: readonly ExerciseLine[]): string[] =>
    some
      .filter(({ term }) => !isSameForm(term, line.term))
      .map(({ term }) => written(term))
      .filter(({ length }) => length <= MOST_CHARACTERS);
  const alike = (['before', 'after'] as const).filter((side) =>
    isSameForm(line.term, side === 'before' ? before.term : after.term),
  );
  const beyond = {
    before: far(lines.slice(Math.max(0, hidden - 1 - MOST_BEYOND), hidden - 1)),
    after: far(lines.slice(hidden + 2, hidden + 2 + MOST_BEYOND)),
  };
  return {
    claim,
    before: written(before.term),
    after: written(after.term),
    into: line.relation ?? 'eq',
    out: after.relation ?? 'eq',
    ...(alike.length > 0 ? { alike } : {}),
    ...(beyond.before.length + beyond.after.length > 0 ? { beyond } : {}),
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
  const { before, after, alike = [], beyond, ...relations } = asked;
  const known = (some: readonly string[] = []): Term[] =>
    some.flatMap((text) => {
      const reading = readAnswer({ context }, text, context.arena.num(0));
      return 'term' in reading ? [reading.term] : [];
    });
  return {
    context,
    notations,
    before: read(before),
    after: read(after),
    alike,
    beyond: { before: known(beyond?.before), after: known(beyond?.after) },
    ...relations,
  };
}

const contextOf = (context: Context, first: Line, second: Line): Context =>
  withLetters(context, coreClaim(context, first, second).context);
