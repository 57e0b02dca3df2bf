/**
 * Name the rule: a step that one rule of the book makes, and other rules of its chapter, none of
 * which makes it.
 */

import type { Context } from '../kernel/context.js';
import type { Rule } from '../kernel/rule.js';
import { match } from '../match/match.js';
import type { Random } from '../numeric/source.js';
import { CHAPTERS, ruleBook, ruleEntry } from '../rules/book.js';
import { treeSize } from '../search/size.js';
import { subterms } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import { isMajor } from '../transcript/reason.js';
import { rulePage } from '../transcript/rule-page.js';
import type { Chain, ChainStep } from './chain.js';
import { shuffled } from './draw.js';
import type { NameExercise, RuleOption } from './exercise.js';
import { Leap } from './leap.js';

/** Wrong answers that are offered: so many, and at least so many. */
const DISTRACTORS = 3;
const LEAST_DISTRACTORS = 2;

/** Lines of more nodes are no question for readers. */
const MOST_NODES = 160;

export function nameExercise(chain: Chain, seed: number, random: Random): NameExercise | undefined {
  for (const step of shuffled(chain.steps, random)) {
    const rule = ruleOf(step);
    if (!rule || !isReadable(step)) continue;
    const leap = new Leap(step.context, step.before, step.after);
    if (leap.isBookkeeping || !leap.isMadeBy(rule)) continue;
    const others = distractors(step, leap, rule.id, random);
    if (others.length < LEAST_DISTRACTORS) continue;
    const options = shuffled([rule.id, ...others], random);
    const { before, after, relation } = step;
    return {
      kind: 'name',
      claim: chain.name,
      seed,
      context: chain.context,
      lines: [{ term: before }, { term: after, relation }],
      options: options.map(optionOf),
      right: options.indexOf(rule.id),
    };
  }
  return undefined;
}

const isReadable = ({ before, after }: ChainStep): boolean =>
  treeSize(before) <= MOST_NODES && treeSize(after) <= MOST_NODES;

/** The one rule that a reader would name; undefined where there are several, or none. */
function ruleOf({ relation, reasons, elementary }: ChainStep): Rule | undefined {
  const [id = '', ...others] = reasons.filter(isMajor);
  if (relation !== 'eq' || elementary.length === 0 || others.length > 0) return undefined;
  const rule = ruleBook().get(id);
  return rule?.conclusion.op === 'eq' ? rule : undefined;
}

/** Rules of the same chapter that do not make the step. */
function distractors(step: ChainStep, leap: Leap, right: string, random: Random): string[] {
  const { context, before, after, reasons } = step;
  const found: string[] = [];
  const parts = [...new Set([...subterms(before), ...subterms(after)])];
  const likeliest = shuffled(othersOf(right), random).sort(
    (a, b) => likeness(context, b, parts) - likeness(context, a, parts),
  );
  for (const rule of likeliest) {
    if (reasons.includes(rule.id) || leap.isMadeBy(rule)) continue;
    found.push(rule.id);
    if (found.length === DISTRACTORS) break;
  }
  return found;
}

/** The equations of the rule's chapter that say something else. */
function othersOf(right: string): Rule[] {
  const chapter = CHAPTERS.find(({ rules }) => rules.some(({ id }) => id === right));
  const title = ruleEntry(right)?.title;
  return (chapter?.rules ?? [])
    .filter((entry) => entry.id !== right && entry.title !== title)
    .flatMap(({ id }) => ruleBook().get(id) ?? [])
    .filter(({ conclusion }) => conclusion.op === 'eq');
}

/** How many sides of a rule have an instance in the lines, or else an operator of theirs. */
function likeness({ arena }: Context, { conclusion }: Rule, parts: readonly Term[]): number {
  const sides = conclusion.args.filter(({ op }) => op !== 'meta' && op !== 'num');
  const fitting = sides.filter(({ op }) => parts.some((part) => part.op === op));
  const instances = fitting.filter((side) => parts.some((part) => match(arena, side, part)));
  return 2 * instances.length + fitting.length;
}

function optionOf(rule: string): RuleOption {
  const { title, statement, latex } = rulePage(rule);
  return { rule, title, statement, latex };
}
