/** The action “insert the missing steps” for a line of a calculation that takes several. */
import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver';
import type { CheckedDocument } from '../document/check.js';
import { printText } from '../language/print-text.js';
import { ruleBook } from '../rules/book.js';
import type { TranscriptStep } from '../search/transcript.js';
import { isStatement, relationAt, rowOf } from './place.js';

export const ACTION_KIND = CodeActionKind.QuickFix;

const SIGNS = { eq: '==', le: '<=', lt: '<' } as const;

export function missingSteps(
  document: CheckedDocument,
  uri: string,
  { start }: Range,
): CodeAction[] {
  const found = relationAt(document, start);
  if (found?.claim.claim.form !== 'calc') return [];
  const { line, judged } = found.relation;
  const transcript = judged?.proved?.transcript;
  const relation = line.relation;
  // Lines are found from left to right; of `>=` they read the other way round.
  if (!transcript || transcript.steps.length < 2 || relation === 'ge' || relation === 'gt')
    return [];
  const row = rowOf(document.text, line.line - 1);
  // The new lines stand before this one, which begins its row, in the plain language.
  const indent = /^([\s>]*)(==|<=?)/.exec(row)?.[1];
  if (indent === undefined || !isStatement(document.document.blocks, line.line - 1)) return [];
  const end = /\r\n|\r|\n/.exec(document.text)?.[0] ?? '\n';
  const { context } = found.claim.claim;
  const newText = transcript.steps
    .slice(0, -1)
    .map(
      (step) =>
        `${indent}${SIGNS[step.relation]} ${printText(step.after, { context })}${reasonOf(step)}${end}`,
    )
    .join('');
  const place = { line: line.line - 1, character: 0 };
  return [
    {
      title: transcript.steps.length > 2 ? 'Insert the missing steps' : 'Insert the missing step',
      kind: ACTION_KIND,
      edit: { changes: { [uri]: [{ range: { start: place, end: place }, newText }] } },
    },
  ];
}

function reasonOf({ reasons }: TranscriptStep): string {
  const [reason] = reasons;
  return reason !== undefined && ruleBook().has(reason) ? `    by ${reason}` : '';
}
