/** What the rule book says of a rule: the statement, its conditions, why each is needed, and more. */
import { instantiatePattern, type Rule } from '../kernel/rule.js';
import { didYouMean } from '../language/nearest-name.js';
import { printLatex } from '../language/print-latex.js';
import { CHAPTERS, readRule, ruleEntries, ruleEntry } from '../rules/book.js';
import type { RuleEntry } from '../rules/entry.js';
import { Arena, type Term } from '../term/term.js';
import { conditionText } from './condition-text.js';
import { exampleTerms } from './rule-example.js';

export interface RulePage {
  readonly id: string;
  readonly title: string;
  readonly chapter: string;
  readonly level: 'major' | 'minor';
  /** In Unicode mathematics; `latex` is the same in LaTeX. */
  readonly statement: string;
  readonly latex: string;
  readonly conditions: readonly RuleCondition[];
  /** An instance of the rule. */
  readonly example: string;
  readonly source?: string;
  /** The lemma of Lean's mathlib with the same content. */
  readonly mathlib?: string;
}

export interface RuleCondition {
  readonly text: string;
  /** Values at which the rule is false without the condition. */
  readonly withoutIt?: string;
}

/** A name that no rule has. */
export class UnknownRule extends Error {
  readonly hint?: string;

  constructor(id: string) {
    super(`there is no rule ${id}`);
    this.name = 'UnknownRule';
    const { hint } = didYouMean(
      id,
      ruleEntries().map((entry) => entry.id),
    );
    if (hint !== undefined) this.hint = hint;
  }
}

/** The page of one rule. Throws UnknownRule. */
export function rulePage(id: string): RulePage {
  const entry = ruleEntry(id);
  if (!entry) throw new UnknownRule(id);
  const arena = new Arena();
  const rule = readRule(arena, entry);
  const { title, level = 'minor', source, mathlib } = entry;
  return {
    id,
    title,
    chapter: chapterOf(id),
    level,
    statement: conditionText(arena, rule.conclusion),
    latex: printLatex(rule.conclusion),
    conditions: conditionsOf(arena, entry, rule),
    example: exampleOf(arena, rule),
    ...(source === undefined ? {} : { source }),
    ...(mathlib === undefined ? {} : { mathlib }),
  };
}

/** The pages of all rules whose id, chapter or title mentions every word, in the book's order. */
export function rulePages(words = ''): RulePage[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const says = ({ id, title }: RuleEntry): string =>
    `${id} ${chapterOf(id)} ${title}`.toLowerCase();
  return ruleEntries()
    .filter((entry) => wanted.every((word) => says(entry).includes(word)))
    .map(({ id }) => rulePage(id));
}

const chapterOf = (id: string): string =>
  CHAPTERS.find(({ rules }) => rules.some((rule) => rule.id === id))?.name ?? '';

function conditionsOf(arena: Arena, entry: RuleEntry, rule: Rule): RuleCondition[] {
  return rule.premises.map((premise, k) => {
    const written = entry.requires?.[k] ?? '';
    const withoutIt = entry.withoutIt?.[written];
    return {
      text: conditionText(arena, premise),
      ...(withoutIt === undefined ? {} : { withoutIt }),
    };
  });
}

/** The rule for simple terms in place of its variables, with what then is to be shown. */
function exampleOf(arena: Arena, rule: Rule): string {
  const substitution = exampleTerms(arena, rule);
  const instance = (pattern: Term): string =>
    conditionText(arena, instantiatePattern(arena, pattern, substitution));
  const conditions = rule.premises.map(instance);
  const given = conditions.length > 0 ? `,  given that ${conditions.join(' and ')}` : '';
  return `${instance(rule.conclusion)}${given}`;
}
