/** What is shown of the line under the cursor: why it holds, and both sides in numbers. */
import type { Hover, Position } from 'vscode-languageserver';
import { describeCounterexample } from '../diagnose/describe.js';
import type { CheckedDocument } from '../document/check.js';
import { exampleOf } from '../numeric/example.js';
import { ruleBook } from '../rules/book.js';
import { rulePage } from '../transcript/rule-page.js';
import { type Found, relationAt } from './place.js';

/** Milliseconds for the numbers. */
const PATIENCE = 500;

export function hoverAt(document: CheckedDocument, position: Position): Hover | undefined {
  const found = relationAt(document, position);
  if (!found) return undefined;
  const paragraphs = [verdictText(found), ...reasonTexts(found), numbersText(found)];
  const value = paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
  return { contents: { kind: 'markdown', value } };
}

function verdictText({ claim, relation }: Found): string {
  const { report } = relation;
  const why = report.error ?? report.diagnosis ?? '';
  const models = report.numeric?.models;
  const numbers = models === undefined ? '' : ` · ${models} models`;
  return `**${escaped(claim.report.name)}**: ${report.verdict}${numbers}${why && `\n\n${escaped(why)}`}`;
}

/** The rules that justify the line, each with its statement. */
function reasonTexts({ relation: { judged } }: Found): string[] {
  const steps = judged?.proved?.transcript?.steps ?? [];
  const reasons = new Set(steps.flatMap(({ reasons: all }) => all.slice(0, 1)));
  return [...reasons].map((reason) => {
    if (!ruleBook().has(reason)) return `by ${escaped(reason)}`;
    const { title, statement } = rulePage(reason);
    return `by **${reason}**, ${escaped(title)}: ${escaped(statement)}`;
  });
}

function numbersText({ relation: { report, judged } }: Found): string {
  if (report.counterexample) return escaped(describeCounterexample(report.counterexample));
  if (!judged || judged.claim.left.op === 'argmin' || judged.claim.left.op === 'argmax') return '';
  const { context, left, right } = judged.claim;
  const options = { seed: 42, maxSize: 3, deadline: Date.now() + PATIENCE };
  const example = exampleOf(context, left, right, options);
  return example ? escaped(describeCounterexample(example)) : '';
}

/**
 * Text of a document stands for itself in Markdown. Only what would mean something is escaped: some
 * editors show the escapes.
 */
const escaped = (text: string): string =>
  text
    .replace(/[\\`*_~$]|\](?=\()|<(?=[a-z/!?])|&(?=[#\w])|^[-+#>]/gim, '\\$&')
    .replace(/^(\d+)([.)])/gm, '$1\\$2');
