/**
 * Why a line of a calculation follows, in one sentence, where the text gives no reason. A line may
 * take many steps. Readers are told what they see happen: a definition that comes or goes, an
 * objective that is replaced, a derivative that is taken; and else the first thing that is done.
 */
import type { Context } from '../kernel/context.js';
import type { Proof } from '../kernel/proof.js';
import { premisesOf } from '../kernel/theorem.js';
import { CHAPTERS } from '../rules/book.js';
import { reasonOf, type Transcript } from '../search/transcript.js';
import { subterms } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import { lineTitle, namedTitle, reasonTitle, type Title } from './reason.js';
import { subtermAt } from './record.js';

const rulesOf = (chapter: string): ReadonlySet<string> =>
  new Set(CHAPTERS.find(({ name }) => name === chapter)?.rules.map(({ id }) => id));

const OPTIMA = rulesOf('optima');
const DERIVATIVES = rulesOf('derivatives');
const COMPARISONS = new Set([...rulesOf('order'), ...rulesOf('inequalities')]);

/** Two sides as they are written, and what shows that one follows from the other. */
export interface ProvedLine {
  readonly before: Term;
  readonly after: Term;
  readonly proof: Proof;
  readonly transcript?: Transcript;
}

export function calculationReason(context: Context, line: ProvedLine): Title {
  const { before, after, proof, transcript } = line;
  if (!transcript?.steps[0]) return reasonTitle(withoutSteps(proof), context);
  const optimum = netRules(transcript).find((rule) => OPTIMA.has(rule));
  if (optimum !== undefined) return reasonTitle(optimum, context);
  const names = changed(context, before, after);
  if (names.length > 0)
    return namedTitle(
      `By ${names.map((name) => `the definition of ${name}`).join(' and ')}`,
      context,
    );
  const step =
    transcript.steps.find(({ reasons }) => !isUnfolding(reasons[0])) ?? transcript.steps[0];
  const takes = transcript.steps.filter(({ reasons }) => DERIVATIVES.has(reasons[0] ?? ''));
  if (takes.includes(step) && takes.length > 1) return { title: 'Differentiate term by term' };
  return lineTitle(step, context);
}

/** The definitions that one side mentions and the other does not. */
function changed(context: Context, before: Term, after: Term): string[] {
  const [left, right] = [before, after].map((side) => namesIn(context, side));
  const once = (names: Set<string> = new Set(), others: Set<string> = new Set()): string[] =>
    [...names].filter((name) => !others.has(name));
  return [...once(left, right), ...once(right, left)];
}

const namesIn = (context: Context, term: Term): Set<string> =>
  new Set(
    [...subterms(term)].map(({ name }) => name).filter((name) => context.definitions.has(name)),
  );

/** The rules that are used more often in one direction than in the other. */
function netRules({ start, steps }: Transcript): string[] {
  const net = new Map<string, number>();
  let before = start;
  for (const { proof, path, reverse, result } of steps.flatMap(({ elementary }) => elementary)) {
    const rule = reasonOf(proof, subtermAt(reverse ? result : before, path));
    net.set(rule, (net.get(rule) ?? 0) + (reverse ? -1 : 1));
    before = result;
  }
  return [...net].filter(([, uses]) => uses !== 0).map(([rule]) => rule);
}

const isUnfolding = (reason = ''): boolean => reason.startsWith('definition');

/** The first rule on the way into a proof that compares two numbers, or else its kind. */
function withoutSteps(root: Proof): string {
  if (root.by === 'cases') return root.by;
  const waiting: Proof[] = [root];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (next.by === 'rule' && COMPARISONS.has(next.rule)) return next.rule;
    waiting.push(...premisesOf(next));
  }
  return root.by;
}
