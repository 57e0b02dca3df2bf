/** What may be written next: rules after `by`, and else the names that are declared. */
import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver';
import { BUILTINS } from '../language/builtin.js';
import type { Document } from '../language/document.js';
import { FORM_NAMES } from '../language/form.js';
import { ruleEntries } from '../rules/book.js';
import { isProposition } from '../term/operator.js';
import { isStatement, rowOf } from './place.js';

/** Functions that a claim may mention: the other builtins are conditions of rules. */
const functions = [...BUILTINS].flatMap(([name, { op }]) => (isProposition(op) ? [] : [name]));

/** Names are those that the text declares, as far as it can be read: it is being typed. */
export function completionsAt(
  text: string,
  { blocks, context }: Document,
  { line, character }: Position,
): CompletionItem[] {
  if (!isStatement(blocks, line)) return [];
  const before = rowOf(text, line).slice(0, character);
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
