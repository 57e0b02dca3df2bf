/**
 * The rule book: a page for each chapter, where every rule stands with its conditions, why each is
 * needed, and an example; before them a page that lists all rules. On one page they would weigh
 * more than all derivations.
 */
import { count } from '../document/verdict-text.js';
import { speak } from '../language/speak.js';
import { readRule, ruleEntry } from '../rules/book.js';
import type { RuleEntry } from '../rules/entry.js';
import { Arena } from '../term/term.js';
import { htmlText } from '../transcript/prose-html.js';
import { type RulePage, rulePages } from '../transcript/rule-page.js';
import { relativeAddress } from './address.js';
import { bookMath, wide } from './formula.js';

export const RULES = 'rules.html';

/** A chapter of the rule book. */
export interface RuleChapter {
  readonly name: string;
  /** Its path in the folder of the book. */
  readonly page: string;
  readonly rules: readonly RulePage[];
}

let chapters: readonly RuleChapter[] | undefined;

/** The chapters in their order. */
export function ruleChapters(): readonly RuleChapter[] {
  if (chapters) return chapters;
  const found = new Map<string, RulePage[]>();
  for (const rule of rulePages())
    found.set(rule.chapter, [...(found.get(rule.chapter) ?? []), rule]);
  chapters = [...found].map(([name, rules]) => ({
    name,
    page: `rules/${name.toLowerCase().replace(/[^a-z]+/g, '-')}.html`,
    rules,
  }));
  return chapters;
}

let pages: ReadonlyMap<string, string> | undefined;

/** The address of a rule, seen from a page of the book. */
export function ruleAddress(from: string, id: string): string {
  pages ??= new Map(
    ruleChapters().flatMap(({ page, rules }) => rules.map((rule) => [rule.id, page])),
  );
  return `${relativeAddress(from, pages.get(id) ?? RULES)}#${id}`;
}

/** The list of all rules. */
export function rulesBody(): string {
  const total = ruleChapters().reduce((sum, { rules }) => sum + rules.length, 0);
  return [
    '<h1>The rule book</h1>',
    `<p>Every step of a derivation is an instance of one of these ${count(total, 'rule')}, a definition, a hypothesis, or algebra. A rule holds where its conditions hold; each condition is there because the rule is false without it.</p>`,
    ...ruleChapters().flatMap(({ name, page, rules }) => [
      `<h2><a href="${relativeAddress(RULES, page)}">${htmlText(name)}</a></h2>`,
      `<ul class="contents">\n${rules.map(ruleItem).join('\n')}\n</ul>`,
    ]),
  ].join('\n');
}

const ruleItem = ({ id, title }: RulePage): string =>
  `<li id="${id}"><a href="${ruleAddress(RULES, id)}"><code>${id}</code></a> ${htmlText(title)}</li>`;

/** The page of a chapter. */
export const ruleChapterBody = ({ name, rules }: RuleChapter): string =>
  [`<h1>${ruleChapterTitle(name)}</h1>`, ...rules.map(ruleSection)].join('\n');

export const ruleChapterTitle = (name: string): string => htmlText(`Rules: ${name}`);

function ruleSection(rule: RulePage): string {
  const { id, title, latex, conditions, example, level, mathlib } = rule;
  const entry = ruleEntry(id) as RuleEntry;
  const label = speak(readRule(new Arena(), entry).conclusion);
  const items = conditions.map(({ text, withoutIt }) => {
    const without =
      withoutIt === undefined
        ? ''
        : ` <span class="shown">— false without it: ${htmlText(withoutIt)}</span>`;
    return `<li>${htmlText(text)}${without}</li>`;
  });
  return [
    `<section class="rule" id="${id}" aria-labelledby="${id}-name">`,
    `<h2 id="${id}-name"><code>${id}</code></h2>`,
    `<p>${htmlText(title)} <span class="shown">(${level})</span></p>`,
    wide(bookMath(latex, { isDisplay: true, label, isOurs: true })),
    ...(items.length > 0 ? [`<p>given</p><ul>${items.join('')}</ul>`] : []),
    `<p>Example: ${htmlText(example)}</p>`,
    ...(mathlib ? [`<p class="shown">In Lean’s mathlib: ${htmlText(mathlib)}</p>`] : []),
    '</section>',
  ].join('\n');
}
