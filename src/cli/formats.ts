/** The forms in which a check is reported; a new one is a new entry of the table. */
import type { CheckReport, FileReport } from '../document/report.js';
import { prettyFile, prettySummary } from './pretty.js';
import type { Style } from './style.js';

export interface Format {
  /** What is written as soon as a file is done. */
  readonly file?: (report: FileReport, style: Style) => string;
  /** What is written at the end. */
  readonly end: (report: CheckReport, style: Style) => string;
}

export const FORMATS = {
  pretty: {
    file: (report, style) => `${prettyFile(report, style)}\n`,
    end: (report, style) => `${prettySummary(report.files, report.seed, style)}\n`,
  },
  json: { end: (report) => `${JSON.stringify(report, undefined, 2)}\n` },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;

export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];
