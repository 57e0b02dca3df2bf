/**
 * Workflow commands of GitHub Actions: an annotation on the line of each finding. Percent signs
 * and line breaks are escaped, and in properties colons and commas too.
 */
import { findingsOf } from '../document/findings.js';
import type { CheckReport } from '../document/report.js';

const COMMANDS = { error: 'error', warning: 'warning', note: 'notice' } as const;

export function githubAnnotations({ files }: CheckReport): string {
  return findingsOf(files)
    .map(({ level, path, line, column, endLine, endColumn, title, details }) => {
      const isOneLine = endLine === line && endColumn !== undefined;
      const properties = {
        file: path,
        line,
        ...(endLine === undefined ? {} : { endLine }),
        // GitHub takes columns only where the annotation stays on one line.
        ...(endLine === undefined || isOneLine ? { col: column } : {}),
        ...(isOneLine ? { endColumn } : {}),
        title,
      };
      const list = Object.entries(properties).map(
        ([key, value]) => `${key}=${inProperty(String(value))}`,
      );
      return `::${COMMANDS[level]} ${list.join(',')}::${inMessage([title, ...details].join('\n'))}\n`;
    })
    .join('');
}

const inMessage = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const inProperty = (text: string): string =>
  inMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
