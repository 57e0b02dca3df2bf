/** Documents for tests: the text between the fences, and its report. */
import { examineDocument } from '../../src/document/check.js';
import type { CheckOptions } from '../../src/document/options.js';
import type { ClaimReport, FileReport } from '../../src/document/report.js';

export const documentOf = (text: string): string => `\`\`\`gradus\n${text.trim()}\n\`\`\`\n`;

export const examine = (text: string, options?: CheckOptions) =>
  examineDocument(documentOf(text), 'notes.md', options);

export const check = async (text: string, options?: CheckOptions): Promise<FileReport> =>
  (await examine(text, options)).report;

/** The report on the last claim. */
export async function lastClaim(text: string, options?: CheckOptions): Promise<ClaimReport> {
  const claim = (await check(text, options)).claims.at(-1);
  if (!claim) throw new Error('the document makes no claim');
  return claim;
}

export const SOFTMAX = `
size n, C
index i in 1..n, c in 1..C, a in 1..n, b in 1..C
real z[n, C]
onehot y[n, C]
let yhat[i,c] = exp(z[i,c]) / sum(k in 1..C, exp(z[i,k]))
let J = -sum(i, sum(c, y[i,c]*log(yhat[i,c])))
`;
