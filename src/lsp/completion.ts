/** What may be written next: rules after `by`, and else the names that are declared. */
import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver';
import { BUILTINS } from '../language/builtin.js';
import type { Document } from '../language/document.js';
import { FORM_NAMES } from '../language/form.js';
import { ruleEntries } from '../rules/book.js';
import { isProposition } from '../term/operator.js';

/** Functions that a claim may mention: the other builtins are conditions of rules. */
const functions = [...BUILTINS].flatMap(([name, { op }]) => (isProposition(op) ? [] : [name]));

export function completionsAt(
  text: string,
  { context }: Document,
  { line, character }: Position,
): CompletionItem[] {
  const before = (text.split(/\r\n|\r|\n/)[line] ?? '').slice(0, character);
  if (/\bby\s+[\w\s,-]*$/.test(before))
    return ruleEntries().map(({ id, title }) => ({
      label: id,
      kind: CompletionItemKind.Reference,
      detail: title,
    }));
  return [
    ...[...context.declarations.values()].map(({ name, kind }) => ({
      label: name,
      kind: CompletionItemKind.Variable,
      detail: kind,
    })),
    ...[...context.definitions.keys()].map((name) => ({
      label: name,
      kind: CompletionItemKind.Function,
      detail: 'definition',
    })),
    ...[...FORM_NAMES, ...functions].map((label) => ({ label, kind: CompletionItemKind.Keyword })),
  ];
}
