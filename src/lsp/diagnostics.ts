/** What a check finds fault with, as diagnostics of the protocol. */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { type Finding, findingsOf } from '../document/findings.js';
import type { FileReport } from '../document/report.js';
import { rangeOf } from './place.js';

const SEVERITY: Readonly<Record<Finding['level'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  note: DiagnosticSeverity.Information,
};

export const diagnosticsOf = (report: FileReport): Diagnostic[] =>
  findingsOf([report]).map((finding) => {
    const { endLine, endColumn } = finding;
    const end = endLine && endColumn ? { line: endLine, column: endColumn } : undefined;
    return {
      range: rangeOf(finding, end),
      severity: SEVERITY[finding.level],
      source: 'gradus',
      code: finding.kind,
      message: [finding.title, ...finding.details].join('\n'),
    };
  });
