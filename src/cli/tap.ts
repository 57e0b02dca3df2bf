/** The Test Anything Protocol, version 14: a test point for each claim. */
import { findingsOf } from '../document/findings.js';
import type { CheckReport, ClaimReport, FileReport } from '../document/report.js';

export function tapReport(
  { files }: CheckReport,
  isPassed: (claim: ClaimReport) => boolean,
): string {
  const points = files.flatMap((file) => pointsOf(file, isPassed));
  const lines = points.map(({ passes, name, details }, k) => {
    const head = `${passes ? 'ok' : 'not ok'} ${k + 1} - ${oneLine(name).replaceAll('#', '\\#')}`;
    if (details.length === 0) return head;
    return [
      head,
      '  ---',
      '  message: |',
      ...details.map((line) => `    ${oneLine(line)}`),
      '  ...',
    ].join('\n');
  });
  return `TAP version 14\n1..${points.length}\n${lines.map((line) => `${line}\n`).join('')}`;
}

interface Point {
  readonly passes: boolean;
  readonly name: string;
  readonly details: readonly string[];
}

function pointsOf(
  { path, claims, errors = [] }: FileReport,
  isPassed: (claim: ClaimReport) => boolean,
): Point[] {
  const unread = errors.map(({ line, column, message }) => ({
    passes: false,
    name: `${path}:${line}:${column} ${message}`,
    details: [],
  }));
  const judged = claims.map((claim) => ({
    passes: isPassed(claim),
    name: `${path} ${claim.name}`,
    details: findingsOf([{ path, claims: [claim] }]).flatMap((one) => [
      `${path}:${one.line}:${one.column} ${one.title}`,
      ...one.details,
    ]),
  }));
  return [...unread, ...judged];
}

/** A line break would end the description; a # in it would begin a directive. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
