/** SARIF 2.1.0: one run, a result for each finding. OASIS, sarif-v2.1.0, chapter 3. */
import { createHash } from 'node:crypto';
import { FINDINGS, type Finding, findingsOf } from '../document/findings.js';
import type { CheckReport } from '../document/report.js';
import { VERSION } from './version.js';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const KINDS = Object.keys(FINDINGS);

export function sarifLog({ files }: CheckReport): string {
  const results = findingsOf(files).map(resultOf);
  const rules = Object.entries(FINDINGS).map(([id, text]) => ({ id, shortDescription: { text } }));
  const driver = { name: 'gradus', version: VERSION, rules };
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, undefined, 2)}\n`;
}

function resultOf(finding: Finding): object {
  const { kind, level, path, line, column, endLine, endColumn, title, details } = finding;
  const region = {
    startLine: line,
    startColumn: column,
    ...(endLine === undefined ? {} : { endLine }),
    ...(endColumn === undefined ? {} : { endColumn }),
  };
  return {
    ruleId: kind,
    ruleIndex: KINDS.indexOf(kind),
    level,
    message: { text: [title, ...details].join('\n') },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) }, region } }],
    partialFingerprints: { 'gradus/v1': fingerprint(finding) },
  };
}

/** A relative reference, or for an absolute path a file URI. */
function uriOf(path: string): string {
  const plain = path.replaceAll('\\', '/').replace(/^\.\//, '');
  const encoded = plain.split('/').map(encodeURIComponent).join('/');
  return plain.startsWith('/') ? `file://${encoded}` : encoded;
}

/** The same finding on a line that has moved has the same fingerprint. */
const fingerprint = ({ kind, path, claim = '', title, details }: Finding): string =>
  createHash('sha256')
    .update(JSON.stringify([kind, path, claim, title, details.slice(0, 2)]))
    .digest('hex')
    .slice(0, 32);
