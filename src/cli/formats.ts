/** The forms in which a check is reported; a new one is a new entry of the table. */

import { prettyFile, prettySummary } from '../document/pretty.js';
import {
  type CheckReport,
  type ClaimReport,
  type FileReport,
  isPassed,
} from '../document/report.js';
import type { FormatName } from './format-names.js';
import { githubAnnotations } from './github.js';
import { junitReport } from './junit.js';
import { sarifLog } from './sarif.js';
import type { Style } from './style.js';
import { tapReport } from './tap.js';

export interface Manner {
  readonly style: Style;
  /** True when a tested claim passes. */
  readonly allowTested: boolean;
  /** True when every line is shown with its reason. */
  readonly isVerbose: boolean;
}

export interface Format {
  /** True when the steps of proofs are written. */
  readonly tellsSteps?: (manner: Manner) => boolean;
  /** What is written as soon as a file is done. */
  readonly file?: (report: FileReport, manner: Manner) => string;
  /** What is written at the end. */
  readonly end: (report: CheckReport, manner: Manner) => string;
}

const passing =
  ({ allowTested }: Manner) =>
  (claim: ClaimReport): boolean =>
    isPassed(claim, allowTested);

export const FORMATS: Readonly<Record<FormatName, Format>> = {
  pretty: {
    tellsSteps: ({ isVerbose }) => isVerbose,
    file: (report, { style, isVerbose }) => `${prettyFile(report, style, isVerbose)}\n`,
    end: (report, { style }) => `${prettySummary(report.files, report.seed, style)}\n`,
  },
  json: {
    tellsSteps: () => true,
    end: (report) => `${JSON.stringify(report, withoutEmpty, 2)}\n`,
  },
  github: { end: githubAnnotations },
  sarif: { end: sarifLog },
  junit: { end: (report, manner) => junitReport(report, passing(manner)) },
  tap: { end: (report, manner) => tapReport(report, passing(manner)) },
};

/** The parts of a counterexample that have nothing in them are left out. */
const PARTS = new Set(['sizes', 'indices', 'values']);

const withoutEmpty = (key: string, value: unknown): unknown =>
  PARTS.has(key) && Object.keys(value as object).length === 0 ? undefined : value;
