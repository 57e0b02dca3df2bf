/** What a document declares and claims, as plain data. */
import type { Context, Declaration } from '../kernel/context.js';
import type { Claim, Line } from '../language/claim.js';
import { printText } from '../language/print-text.js';
import type { ClaimSummary, DeclarationReport, DocumentReport, ReadRequest } from './request.js';
import { documentOf } from './spot.js';

/** Never throws: what cannot be read is in the report. */
export function readDocument({ document: text }: ReadRequest): DocumentReport {
  const { context, claims, diagnostics, formulaErrors } = documentOf(text);
  return {
    declarations: [...context.declarations.values()].map((each) => declared(context, each)),
    definitions: [...context.definitions.keys()],
    claims: claims.map(summary),
    errors: [...diagnostics, ...formulaErrors],
  };
}

function declared(context: Context, declaration: Declaration): DeclarationReport {
  const { name, kind, axes, lower, upper } = declaration;
  const plain = (term: Parameters<typeof printText>[0]): string => printText(term, { context });
  const ends = axes.map(({ lo, hi }) =>
    plain(lo) === '1' ? plain(hi) : `${plain(lo)}..${plain(hi)}`,
  );
  const shape = ends.length > 0 ? `[${ends.join(', ')}]` : '';
  if (lower && upper)
    return { name, kind, text: `${name}${shape} in ${plain(lower)}..${plain(upper)}` };
  const bound = lower ? ` >= ${plain(lower)}` : upper ? ` <= ${plain(upper)}` : '';
  return { name, kind, text: `${name}${shape}${bound}` };
}

const SIGNS = { eq: '==', le: '<=', lt: '<', ge: '>=', gt: '>' } as const;

function summary({ name, form, line, endLine, lines, context }: Claim): ClaimSummary {
  const written = ({ term, relation }: Line): string =>
    `${relation ? `${SIGNS[relation]} ` : ''}${printText(term, { context })}`;
  return { name, form, line, endLine, lines: lines.map(written) };
}
