/** A derivation that is asked about in the tests, and what is asked. */
import { type CheckedDocument, examineDocument } from '../../src/document/check.js';
import type { Exercise, Kind } from '../../src/exercise/exercise.js';
import { makeExercise } from '../../src/exercise/make-exercise.js';
import { printText } from '../../src/language/print-text.js';
import { documentOf, SOFTMAX } from '../document/given.js';

export const LOG_SOFTMAX = documentOf(`${SOFTMAX}
calc log-softmax:
     log(yhat[i,c])
  == log(exp(z[i,c])/sum(k in 1..C, exp(z[i,k])))
  == log(exp(z[i,c])) - log(sum(k in 1..C, exp(z[i,k])))
  == z[i,c] - log(sum(k in 1..C, exp(z[i,k])))
claim gradient: diff(J, z[a,b]) == yhat[a,b] - y[a,b]
claim whole: diff(J, z) == yhat - y
refute wrong: diff(J, z[a,b]) == y[a,b] - yhat[a,b]
`);

export const examined = (text: string): Promise<CheckedDocument> =>
  examineDocument(text, 'notes.md', { timeLimit: 120 });

export function exerciseOn<K extends Kind>(
  { claims }: CheckedDocument,
  name: string,
  kind: K,
  seed: number,
): Extract<Exercise, { kind: K }> | undefined {
  const checked = claims.find(({ claim }) => claim.name === name);
  if (!checked) throw new Error(`there is no claim ${name}`);
  return makeExercise(checked, kind, seed) as Extract<Exercise, { kind: K }> | undefined;
}

/** The lines in the plain language. */
export const linesOf = ({ lines, context }: Exercise): string[] =>
  lines.map(({ term }) => printText(term, { context }));
