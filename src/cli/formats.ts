/** The forms in which a check is reported; a new one is a new entry of the table. */
import type { CheckReport, FileReport } from '../document/report.js';
import type { FormatName } from './format-names.js';
import { prettyFile, prettySummary } from './pretty.js';
import type { Style } from './style.js';

export interface Format {
  /** What is written as soon as a file is done. */
  readonly file?: (report: FileReport, style: Style) => string;
  /** What is written at the end. */
  readonly end: (report: CheckReport, style: Style) => string;
}

export const FORMATS: Readonly<Record<FormatName, Format>> = {
  pretty: {
    file: (report, style) => `${prettyFile(report, style)}\n`,
    end: (report, style) => `${prettySummary(report.files, report.seed, style)}\n`,
  },
  json: { end: (report) => `${JSON.stringify(report, withoutEmpty, 2)}\n` },
};

/** The parts of a counterexample that have nothing in them are left out. */
const PARTS = new Set(['sizes', 'indices', 'values']);

const withoutEmpty = (key: string, value: unknown): unknown =>
  PARTS.has(key) && Object.keys(value as object).length === 0 ? undefined : value;
