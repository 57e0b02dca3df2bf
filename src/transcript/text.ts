/** Transcripts as plain text: the signs under one another, each line's reason at its right. */
import type { StepRecord, TranscriptRecord } from './record.js';

/** Columns of a line with its reason; a longer line has its reason above. */
const WIDTH = 100;
const GAP = 3;

/** The lines of a transcript. */
export function textLines({ start, steps }: TranscriptRecord): string[] {
  const lines = [`  ${start.text}`];
  const column = reasonColumn(steps);
  for (const step of steps) {
    for (const inner of step.substeps ?? []) lines.push(...elementaryLines(inner));
    lines.push(...stepLines(step, column));
  }
  return lines;
}

/** Where reasons begin: after the longest line that leaves room for its reason. */
function reasonColumn(steps: readonly StepRecord[]): number {
  const fitting = steps.filter(({ text, title }) => length(text) + GAP + length(title) <= WIDTH);
  return Math.max(0, ...fitting.map(({ text }) => length(text))) + GAP;
}

function stepLines({ text, title }: StepRecord, column: number): string[] {
  const fits = length(text) < column && column + length(title) <= WIDTH + GAP;
  if (fits) return [text + ' '.repeat(column - length(text)) + title];
  return [`    { ${title} }`, text];
}

/** `      · log-mul at 0.1:  log(a) + log(b)` */
function elementaryLines({ text, rule, path }: StepRecord): string[] {
  const place = path && path.length > 0 ? ` at ${path.join('.')}` : '';
  return [`      · ${rule}${place}`, `        ${text}`];
}

/** Characters, of which combining ones take no room. */
const length = (text: string): number => [...text.replace(/\p{M}/gu, '')].length;
