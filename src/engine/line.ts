/** Whether a line that a reader has typed follows from another: the judgement of `gradus check`. */
import { checkClaim } from '../document/check-claim.js';
import { reasons } from '../document/findings.js';
import { Lemmas } from '../document/lemmas.js';
import { settingsOf } from '../document/options.js';
import { rulesOf } from '../document/reasons.js';
import type { Claim, Line } from '../language/claim.js';
import { LanguageError } from '../language/language-error.js';
import { shown } from '../transcript/record.js';
import type { LineAnswer, LineRequest } from './request.js';
import { contextAt, expressionAt } from './spot.js';

const PLACE = { line: 1, column: 1 } as const;

/** Throws LanguageError when a line cannot be read, DocumentError when the document cannot. */
export async function judgeLine(request: LineRequest): Promise<LineAnswer> {
  const { before, line, relation = 'eq', timeLimit } = request;
  const first = expressionAt(request, contextAt(request), before);
  const { context, term } = expressionAt(request, first.context, line);
  const lines: Line[] = [
    { term: first.term, by: [], ...PLACE, source: before },
    { term, relation, by: [], ...PLACE, source: line },
  ];
  const claim: Claim = { name: 'line', form: 'calc', lines, context, ...PLACE, endLine: 1 };
  const settings = settingsOf(timeLimit === undefined ? {} : { timeLimit });
  const { relations } = await checkClaim(claim, settings, new Lemmas());
  const [only] = relations;
  if (!only) throw new LanguageError('there is no line to judge');
  const { report, judged } = only;
  return {
    ...report,
    ...shown(context, term),
    remarks: reasons(report),
    reasons: judged?.proved ? [...rulesOf(judged.proved)] : [],
  };
}
