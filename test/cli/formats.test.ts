import { describe, expect, it } from 'vitest';
import { githubAnnotations } from '../../src/cli/github.js';
import { junitReport } from '../../src/cli/junit.js';
import { sarifLog } from '../../src/cli/sarif.js';
import { tapReport } from '../../src/cli/tap.js';
import type { CheckReport } from '../../src/document/report.js';
import { documentOf } from '../document/given.js';
import { temporaryFolder } from './files.js';
import { gradus } from './run-cli.js';
import { sarifFaults } from './sarif-schema.js';
import { wellFormed } from './xml.js';

const { write } = temporaryFolder();
const notes = write(
  'notes, 100%.md',
  documentOf(`real x
claim fine: x + x == 2*x
claim wrong: x + x == x
calc lines:
  2*x
  == x + x
  == x
refute no: x == x`),
);
const unread = write('unread.md', documentOf('real x\nclaim c: y == "<&>"'));

/** A report with all that is hard to write down. */
const nasty: CheckReport = {
  gradus: 1,
  seed: 1,
  files: [
    {
      path: './a b/ü%.md',
      claims: [
        {
          name: 'x',
          kind: 'equal',
          line: 3,
          column: 1,
          endLine: 3,
          verdict: 'refuted',
          text: 'a < b & "c" ]]> \u0007\ud800',
          latex: '',
          diagnosis: 'first\r\nsecond: 50%, or # more',
          ms: 1,
        },
      ],
      errors: [{ line: 1, column: 2, message: 'a\nb, c: d', hint: 'try % e' }],
    },
  ],
};

describe('annotations for GitHub', () => {
  it('stand on the line of what is wrong, and only there', async () => {
    const { code, out } = await gradus('check', notes, '--format', 'github');
    expect(code).toBe(1);
    const lines = out.trimEnd().split('\n');
    const path = notes.replaceAll(',', '%2C').replaceAll('%.', '%25.');
    expect(lines).toEqual([
      expect.stringContaining(`::error file=${path},line=4,endLine=4,title=wrong%3A refuted::`),
      expect.stringContaining(
        `::error file=${path},line=8,endLine=8,col=6,endColumn=7,title=lines%3A line 3 does not follow from line 2::`,
      ),
      expect.stringContaining(
        `::error file=${path},line=9,endLine=9,title=no%3A proved%2C but should be refuted::`,
      ),
    ]);
    expect(lines[0]).toContain('%0Aat x = 1: left 2, right 1');
  });

  it('are one line each, whatever the text', () => {
    const lines = githubAnnotations(nasty).trimEnd().split('\n');
    expect(lines).toEqual([
      '::error file=./a b/ü%25.md,line=1,col=2,title=a%0Ab%2C c%3A d::a%0Ab, c: d%0Atry %25 e',
      expect.stringMatching(/^::error file=[^\r]*%0Afirst%0D%0Asecond: 50%25, or # more$/),
    ]);
  });
});

describe('SARIF', () => {
  it('is valid against its schema', async () => {
    const { code, out } = await gradus('check', notes, unread, '--format', 'sarif');
    expect(code).toBe(2);
    for (const log of [out, sarifLog(nasty), sarifLog({ gradus: 1, seed: 1, files: [] })])
      expect(sarifFaults(JSON.parse(log))).toBeNull();
  });

  it('has a result for each finding, with its place and rule', async () => {
    const { out } = await gradus('check', notes, '--format', 'sarif');
    const [run] = (JSON.parse(out) as { runs: { results: Record<string, unknown>[] }[] }).runs;
    expect(run?.results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['refuted', 'error'],
      ['refuted', 'error'],
      ['unrefuted', 'error'],
    ]);
    expect(run?.results[1]).toMatchObject({
      locations: [
        {
          physicalLocation: {
            region: { startLine: 8, startColumn: 6, endLine: 8, endColumn: 7 },
          },
        },
      ],
    });
  });

  it('names files by references that other tools can follow', () => {
    expect(sarifLog(nasty)).toContain('"uri": "a%20b/%C3%BC%25.md"');
  });

  it('is refused by the schema when it is wrong', () => {
    expect(sarifFaults({ version: '2.1.0', runs: [{ results: [{}] }] })).not.toBeNull();
  });
});

describe('JUnit', () => {
  it('has a case for each claim, and counts what fails', async () => {
    const { out } = await gradus('check', notes, unread, '--format', 'junit');
    expect(wellFormed(out)).toBe(true);
    expect(out).toContain('tests="4" failures="3" errors="0"');
    expect(out).toContain('tests="1" failures="0" errors="1"');
    expect(out.match(/<testcase /g)).toHaveLength(5);
    expect(out).toContain('<failure message="wrong: refuted" type="refuted">');
  });

  it('is well-formed, whatever the text', () => {
    const xml = junitReport(nasty, () => false);
    expect(wellFormed(xml)).toBe(true);
    expect(xml).toContain('a &lt; b &amp; &quot;c&quot; ]]&gt; \uFFFD\uFFFD');
  });

  it('passes a tested claim where that is allowed', () => {
    const claim = { ...nasty.files[0]?.claims[0], verdict: 'tested' } as never;
    const report = { ...nasty, files: [{ path: 'a.md', claims: [claim] }] };
    expect(junitReport(report, () => true)).toContain('<system-out>');
    expect(junitReport(report, () => true)).toContain('failures="0"');
  });
});

describe('TAP', () => {
  it('has a point for each claim', async () => {
    const { out } = await gradus('check', notes, '--format', 'tap');
    const lines = out.split('\n').filter((line) => !line.startsWith(' '));
    expect(lines).toEqual([
      'TAP version 14',
      '1..4',
      `ok 1 - ${notes} fine`,
      `not ok 2 - ${notes} wrong`,
      `not ok 3 - ${notes} lines`,
      `not ok 4 - ${notes} no`,
      '',
    ]);
  });

  it('keeps each point on its line', () => {
    const lines = tapReport(nasty, () => false).split('\n');
    expect(lines[2]).toBe('not ok 1 - ./a b/ü%.md:1:2 a b, c: d');
    expect(lines.filter((line) => !/^(TAP |1\.\.|(not )?ok | {2}|$)/.test(line))).toEqual([]);
  });
});
