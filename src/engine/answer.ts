/**
 * Answers what a page asks. A text that cannot be read is an answer too, with its place; only a
 * fault of Gradus itself is thrown.
 */
import { checkDocument } from '../document/check.js';
import { DocumentError, deriveExpression } from '../document/derive.js';
import { PLAIN } from '../document/paint.js';
import { prettyFile } from '../document/pretty.js';
import { answerQuestion } from '../exercise/question.js';
import { diagnosticOf, LanguageError } from '../language/language-error.js';
import { renderTranscript } from '../transcript/render.js';
import { isBound } from './bound.js';
import { judgeLine } from './line.js';
import { numbersAt, plotsAt } from './numbers.js';
import { readDocument } from './reading.js';
import type {
  Answer,
  Answers,
  CheckAnswer,
  CheckRequest,
  DeriveAnswer,
  DeriveRequest,
  Request,
} from './request.js';

/** What is asked, answered. */
export async function answer<R extends Request>(request: R): Promise<Answer<R['verb']>> {
  try {
    return { value: (await found(request)) as Answers[R['verb']] };
  } catch (error) {
    if (error instanceof DocumentError)
      return { error: { ...diagnosticOf(error), inDocument: true } };
    if (error instanceof LanguageError) return { error: diagnosticOf(error) };
    if (isBound(error)) return { error: { line: 1, column: 1, message: error.message } };
    throw error;
  }
}

async function found(request: Request): Promise<Answers[Request['verb']]> {
  switch (request.verb) {
    case 'read':
      return readDocument(request);
    case 'check':
      return check(request);
    case 'derive':
      return derive(request);
    case 'line':
      return judgeLine(request);
    case 'gap':
      return answerQuestion({ text: request.document }, request.question, request.answer, request);
    case 'numbers':
      return numbersAt(request);
    case 'plots':
      return plotsAt(request);
  }
}

async function check(request: CheckRequest): Promise<CheckAnswer> {
  const { verb: _, document, path = 'document', ...options } = request;
  const report = await checkDocument(document, path, options);
  return { report, text: prettyFile(report, PLAIN) };
}

function derive(request: DeriveRequest): DeriveAnswer | null {
  const { verb: _, expression, ...options } = request;
  const report = deriveExpression(expression, options);
  return report ? { report, text: renderTranscript(report, 'text') } : null;
}
