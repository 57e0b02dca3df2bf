/**
 * Transcripts as plain text: the signs under one another, each line's reason at its
 * right where there is room for all of them, and else above it.
 */
import type { StepRecord, TranscriptRecord } from './record.js';

/** Columns of a line with its reason. */
const WIDTH = 100;
const GAP = 3;

/** The lines of a transcript. */
export function textLines({ start, steps }: TranscriptRecord): string[] {
  const lines = [`  ${start.text}`];
  const column = reasonColumn(steps);
  for (const step of steps) {
    if (column === undefined) lines.push(...spread(step));
    else lines.push(step.text + ' '.repeat(column - length(step.text)) + step.title);
  }
  return lines;
}

/** Where reasons begin; undefined when there is no room for them at the right. */
function reasonColumn(steps: readonly StepRecord[]): number | undefined {
  const longest = (texts: string[]): number => Math.max(0, ...texts.map(length));
  const column = longest(steps.map(({ text }) => text)) + GAP;
  const fits = column + longest(steps.map(({ title }) => title)) <= WIDTH;
  return fits && steps.every(({ substeps }) => !substeps) ? column : undefined;
}

/** The reason, the elementary steps, the line. */
function spread({ text, title, substeps = [] }: StepRecord): string[] {
  const lines = [`    { ${title} }`];
  substeps.forEach((step, k) => {
    lines.push(`      · ${step.rule}${placeOf(step)}`);
    if (k < substeps.length - 1) lines.push(`        ${step.text}`);
  });
  return [...lines, text];
}

const placeOf = ({ path }: StepRecord): string =>
  path && path.length > 0 ? ` at ${path.join('.')}` : '';

/** Characters, of which combining ones take no room. */
const length = (text: string): number => [...text.replace(/\p{M}/gu, '')].length;
