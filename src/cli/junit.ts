/** JUnit's XML: a suite for each document, a case for each claim. */
import { findingsOf } from '../document/findings.js';
import type { CheckReport, ClaimReport, FileReport } from '../document/report.js';

export function junitReport(
  { files }: CheckReport,
  isPassed: (claim: ClaimReport) => boolean,
): string {
  const suites = files.map((file) => suiteOf(file, isPassed));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="gradus">\n${suites.join('')}</testsuites>\n`;
}

function suiteOf(file: FileReport, isPassed: (claim: ClaimReport) => boolean): string {
  const { path, claims, errors = [] } = file;
  const wrong = claims.filter((claim) => !isPassed(claim));
  const undecided = wrong.filter(({ verdict, expected }) => verdict === 'error' && !expected);
  const seconds = claims.reduce((sum, { ms }) => sum + ms, 0) / 1000;
  const counts = {
    name: path,
    tests: claims.length + errors.length,
    failures: wrong.length - undecided.length,
    errors: undecided.length + errors.length,
    time: seconds.toFixed(3),
  };
  const cases = claims.map((claim) => caseOf(path, claim, isPassed(claim)));
  const unread = errors.map(({ line, column, message }) => {
    const name = `${path}:${line}:${column}`;
    return element(
      'testcase',
      { classname: path, name, time: '0.000' },
      element('error', { message }, name),
    );
  });
  return element('testsuite', counts, `\n${[...unread, ...cases].join('')}`);
}

function caseOf(path: string, claim: ClaimReport, passes: boolean): string {
  const { name, ms, line } = claim;
  const attributes = { classname: path, name, file: path, line, time: (ms / 1000).toFixed(3) };
  const findings = findingsOf([{ path, claims: [claim] }]);
  if (findings.length === 0) return element('testcase', attributes, '');
  const text = findings
    .map((one) => [`${path}:${one.line}:${one.column} ${one.title}`, ...one.details].join('\n  '))
    .join('\n');
  if (passes) return element('testcase', attributes, element('system-out', {}, text));
  const kind = claim.verdict === 'error' && !claim.expected ? 'error' : 'failure';
  const message = findings.find(({ level }) => level !== 'note')?.title ?? name;
  return element('testcase', attributes, element(kind, { message, type: claim.verdict }, text));
}

/** An element; `content` is text for elements that hold no others. */
function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: string,
): string {
  const list = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escaped(String(value))}"`,
  );
  const isText = name !== 'testsuite' && name !== 'testcase';
  const inner = isText ? escaped(content) : content;
  return inner === ''
    ? `<${name}${list.join('')}/>\n`
    : `<${name}${list.join('')}>${inner}</${name}>\n`;
}

/** XML 1.0 has no place for most control characters, not even escaped. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const escaped = (text: string): string =>
  text
    .replace(FORBIDDEN, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
