/** How the parts of a document are written in one format. */
import type { ClaimReport } from './report.js';

export interface Writer {
  readonly prose: (markdown: string) => string;
  /** The declarations and claims as they were written. */
  readonly source: (text: string) => string;
  readonly claim: (claim: ClaimReport) => string;
}
