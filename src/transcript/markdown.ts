/** Transcripts in Markdown: a numbered line for each step, with its reason and its formula. */
import type { StepRecord, TranscriptRecord } from './record.js';

/** The display and the list of reasons. */
export function markdownTranscript({ start, steps }: TranscriptRecord): string {
  const parts = [display(start.latex)];
  steps.forEach((step, k) => {
    parts.push(`${k + 1}. ${step.titleLatex ?? markdownText(step.title)}`);
    for (const inner of step.substeps ?? []) parts.push(...elementary(inner));
    parts.push(indented(display(step.latex), '   '));
  });
  return parts.join('\n\n');
}

const display = (latex: string): string => `$$\n${latex}\n$$`;

function elementary({ rule, path, latex }: StepRecord): string[] {
  const place = path && path.length > 0 ? ` at ${path.join('.')}` : '';
  return [`   - \`${rule}\`${place}`, indented(display(latex), '     ')];
}

const indented = (text: string, by: string): string =>
  text
    .split('\n')
    .map((line) => by + line)
    .join('\n');

/** Plain text with the signs of Markdown escaped. */
export const markdownText = (text: string): string => text.replace(/[\\`*_[\]<>#|$]/g, '\\$&');
