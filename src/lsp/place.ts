/** Places of a document: lines and columns from 1 here, from 0 in the protocol. */
import type { Position, Range } from 'vscode-languageserver';
import type { CheckedDocument } from '../document/check.js';
import type { CheckedClaim } from '../document/check-claim.js';
import type { CheckedRelation } from '../document/check-relation.js';
import { endOf } from '../document/extent.js';
import type { Block } from '../language/document.js';

const positionOf = (line: number, column: number): Position => ({
  line: line - 1,
  character: column - 1,
});

/** From the first character to the end, or to the end of the line where no end is known. */
export const rangeOf = (
  start: { readonly line: number; readonly column: number },
  end?: { readonly line: number; readonly column: number },
): Range => ({
  start: positionOf(start.line, start.column),
  end: end ? positionOf(end.line, end.column) : { line: start.line, character: 0 },
});

/** A row of a text, counted from 0. */
export const rowOf = (text: string, row: number): string => text.split(/\r\n|\r|\n/)[row] ?? '';

/** True of a row, counted from 0, that holds statements of the plain language. */
export const isStatement = (blocks: readonly Block[], row: number): boolean =>
  blocks.some(({ kind, startLine, endLine, isClosed }) => {
    const isPlain = kind === 'fence' || kind === 'comment';
    const isBegun = row + 1 > startLine || (kind === 'comment' && row + 1 === startLine);
    const isEnded = isClosed && kind === 'fence' ? row + 1 >= endLine : row + 1 > endLine;
    return isPlain && isBegun && !isEnded;
  });

export interface Found {
  readonly claim: CheckedClaim;
  readonly relation: CheckedRelation;
}

/** The relation of a claim that is written at this position. */
export function relationAt(
  { claims }: CheckedDocument,
  { line, character }: Position,
): Found | undefined {
  for (const claim of claims)
    for (const relation of claim.relations) {
      const { claim: source } = claim;
      const first = source.form === 'calc' ? relation.line.line : source.line;
      const end = endOf(relation.line);
      const isBehind = line + 1 === end.line && character + 1 > end.column;
      if (line + 1 >= first && line + 1 <= end.line && !isBehind) return { claim, relation };
    }
  return undefined;
}
