/**
 * Whole documents with their derivations written out: the prose is kept, and after each block the
 * claims made in it follow, each with its steps and its verdict.
 */
import { parseDocument } from '../language/document.js';
import { Arena } from '../term/term.js';
import { latexDocument } from '../transcript/latex.js';
import { latexCode, latexProse } from '../transcript/prose-latex.js';
import { checkDocument } from './check.js';
import type { CheckOptions } from './options.js';
import { latexClaim, markdownClaim, textClaim } from './render-claim.js';
import { htmlDocument, htmlWriter } from './render-html.js';
import type { ClaimReport, FileReport } from './report.js';
import type { Writer } from './writer.js';

export type RenderFormat = 'text' | 'markdown' | 'latex' | 'html' | 'json';

export interface RenderOptions extends Pick<CheckOptions, 'steps'> {
  /** LaTeX and HTML without the frame of a document. */
  readonly isFragment?: boolean;
}

const WRITERS: Readonly<Record<'text' | 'markdown' | 'latex', Writer>> = {
  text: { prose: (text) => text, source: indent, claim: textClaim },
  markdown: {
    prose: (text) => text,
    source: (text) => `\`\`\`gradus\n${text}\n\`\`\``,
    claim: markdownClaim,
  },
  latex: { prose: latexProse, source: latexCode, claim: latexClaim },
};

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '    ');
}

/** Writes out a document of which `report` is the report. */
export async function renderDocument(
  text: string,
  report: FileReport,
  format: RenderFormat,
  options: RenderOptions = {},
): Promise<string> {
  if (format === 'json') return `${JSON.stringify(report, undefined, 2)}\n`;
  const writer = format === 'html' ? await htmlWriter() : WRITERS[format];
  const shown = options.steps === 'all' ? report : inLines(report);
  const body = partsOf(text, shown, writer)
    .filter((part) => part.trim() !== '')
    .join('\n\n');
  if (options.isFragment || format === 'text' || format === 'markdown') return `${body}\n`;
  const title = /^#\s+(.+)$/m.exec(text)?.[1] ?? report.path;
  return format === 'html' ? htmlDocument(title, body) : latexDocument(title, body);
}

/** The report with the lines that the text has: what is inside a jump is for `steps: all`. */
const inLines = (report: FileReport): FileReport => ({
  ...report,
  claims: report.claims.map(({ steps, ...claim }) =>
    steps ? { ...claim, steps: steps.map(({ substeps: _, ...step }) => step) } : claim,
  ),
});

/** Checks a document and writes it out. Throws nothing for what the text says. */
export async function renderText(
  text: string,
  format: RenderFormat,
  options: RenderOptions & CheckOptions & { readonly path?: string } = {},
): Promise<string> {
  const { path = 'document.md' } = options;
  return renderDocument(text, await checkDocument(text, path, options), format, options);
}

function partsOf(text: string, report: FileReport, writer: Writer): string[] {
  const { blocks } = parseDocument(new Arena(), text);
  const lines = text.split('\n');
  const parts: string[] = [];
  for (const { kind, start, end, startLine, endLine } of blocks) {
    const whole = lines.slice(startLine - 1, endLine).join('\n');
    const made = report.claims.filter(
      (claim) => claim.endLine >= startLine && claim.endLine <= endLine,
    );
    if (kind === 'prose') {
      parts.push(...withFormulas(lines, [startLine, endLine], made, writer));
      continue;
    }
    if (kind === 'code' || kind === 'hidden') parts.push(writer.prose(whole));
    if (kind === 'fence') parts.push(writer.source(text.slice(start, end).trimEnd()));
    parts.push(...made.map(writer.claim));
  }
  return parts;
}

/** Prose with what is found of its formulas, each below the line on which its display ends. */
function withFormulas(
  lines: readonly string[],
  [first, last]: readonly [number, number],
  claims: readonly ClaimReport[],
  writer: Writer,
): string[] {
  const parts: string[] = [];
  let from = first;
  for (const end of [...new Set(claims.map(({ endLine }) => endLine))].sort((a, b) => a - b)) {
    parts.push(writer.prose(lines.slice(from - 1, end).join('\n')));
    parts.push(...claims.filter(({ endLine }) => endLine === end).map(writer.claim));
    from = end + 1;
  }
  parts.push(writer.prose(lines.slice(from - 1, last).join('\n')));
  return parts;
}
