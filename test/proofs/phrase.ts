/**
 * Sentences of Gradus by what they say and what they say it of. In golden files a phrase stands
 * once, with an example, and everywhere else only what it is about: a change of wording shows in
 * one place.
 */
import { describeCounterexample } from '../../src/diagnose/describe.js';
import type { RelationReport } from '../../src/document/report.js';

/** Words that a phrase chooses between. */
const CHOICES = new Set([
  ...['left', 'right', 'starts', 'ends', 'earlier', 'later', 'large', 'small', 'rows', 'entries'],
  ...['logarithm', 'exponential', 'root', 'power', 'sum', 'product', 'taken', 'put', 'apart'],
  ...['together', 'an'],
]);

const bare = (token: string): string => token.replace(/[,:;.?]+$/, '');

/** A word of prose; all else is mathematics, or one of several words. */
const isFixed = (token: string): boolean =>
  /^\(?[A-Za-z][a-z’-]+\)?$/.test(bare(token)) && !CHOICES.has(bare(token));

/** The sentence with what varies left out. */
function phraseOf(sentence: string): string {
  const words = sentence.split(' ').map((token) => {
    const mark = /[,:;?]$/.exec(token)?.[0] ?? '';
    return isFixed(token) ? token : `…${mark}`;
  });
  return words
    .filter((word, k) => word !== '…' || words[k + 1]?.startsWith('…') !== true)
    .join(' ');
}

/** A remark in words, as `(log of 0)`. */
const REMARK = / \([a-z][^()]*\)/g;

/** What varies in a sentence: its mathematics, and the words that are chosen. */
const variesIn = (sentence: string): string =>
  sentence
    .replace(REMARK, '')
    .split(' ')
    .map((token) => (isFixed(token) ? '' : bare(token)))
    .join(' ')
    .replace(/ {2,}/g, ' | ')
    .replace(/^[ |]+|[ |]+$/g, '');

/** Why a relation is refuted, but for the words: the model, the mistake, and the side mended. */
export function refutationOf(report: RelationReport): string[] {
  const { counterexample, diagnosis, mistake = 'no kind', repair } = report;
  const mended = repair ? `${repair.side} ${repair.text}` : variesIn(diagnosis ?? '');
  return [
    ...(counterexample ? [`    ${describeCounterexample(counterexample)}`] : []),
    ...(diagnosis === undefined ? [] : [`    ${mistake}: ${mended}`]),
  ];
}

/** Each phrase once, in the words of its first sentence. */
export function oncePerPhrase(sentences: Iterable<string>): string[] {
  const examples = new Map<string, string>();
  for (const sentence of sentences) {
    const phrase = phraseOf(sentence);
    if (!examples.has(phrase)) examples.set(phrase, sentence);
  }
  return [...examples.values()];
}
