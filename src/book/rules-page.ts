/** The page of the rule book: every rule with its conditions, why each is needed, and an example. */
import { speak } from '../language/speak.js';
import { readRule, ruleEntry } from '../rules/book.js';
import type { RuleEntry } from '../rules/entry.js';
import { Arena } from '../term/term.js';
import { htmlText } from '../transcript/prose-html.js';
import { type RulePage, rulePages } from '../transcript/rule-page.js';
import { bookMath, wide } from './formula.js';

export function rulesBody(): string {
  const parts = [
    '<h1>The rule book</h1>',
    '<p>Every step of a derivation is an instance of one of these rules, a definition, a hypothesis, or algebra. A rule holds where its conditions hold; each condition is there because the rule is false without it.</p>',
  ];
  let chapter = '';
  for (const rule of rulePages()) {
    if (rule.chapter !== chapter) {
      chapter = rule.chapter;
      parts.push(`<h2>${htmlText(chapter)}</h2>`);
    }
    parts.push(ruleSection(rule));
  }
  return parts.join('\n');
}

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
    `<h3 id="${id}-name"><code>${id}</code></h3>`,
    `<p>${htmlText(title)} <span class="shown">(${level})</span></p>`,
    wide(bookMath(latex, { isDisplay: true, label, isOurs: true })),
    ...(items.length > 0 ? [`<p>given</p><ul>${items.join('')}</ul>`] : []),
    `<p>Example: ${htmlText(example)}</p>`,
    ...(mathlib ? [`<p class="shown">In Lean’s mathlib: ${htmlText(mathlib)}</p>`] : []),
    '</section>',
  ].join('\n');
}
