// The plugin in a project of its own, run by Vitest as a user runs it.
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const patience = { timeout: 120_000 };

interface Assertion {
  readonly ancestorTitles: readonly string[];
  readonly title: string;
  readonly status: string;
  readonly failureMessages: readonly string[];
}

/** Runs Vitest in the project of this folder. */
function vitest(...options: string[]): { status: number | null; stdout: string; stderr: string } {
  const { CI: _, VITEST: __, ...env } = process.env;
  return spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--root', 'test/vitest/project', ...options],
    { encoding: 'utf8', env: { ...env, NO_COLOR: '1' } },
  );
}

function assertions(...options: string[]): Assertion[] {
  const { stdout } = vitest('--reporter', 'json', ...options);
  const { testResults } = JSON.parse(stdout) as {
    testResults: readonly { readonly assertionResults: readonly Assertion[] }[];
  };
  return testResults.flatMap(({ assertionResults }) => assertionResults);
}

const outcomes = (all: readonly Assertion[]): string[] =>
  all.map(({ ancestorTitles, title, status }) => [...ancestorTitles, title, status].join(' · '));

describe('a document under Vitest', patience, () => {
  it('is a file of tests: a suite a claim, a test a step', () => {
    expect(outcomes(assertions('logarithms')).sort()).toEqual([
      'product · holds · passed',
      'quotient · step 1: log(a) - log(b) · passed',
      'quotient · step 2: log(a) + log(b) · failed',
      'sum · is refuted · passed',
    ]);
  });

  it('fails at the line of the document, with the counterexample and the likely mistake', () => {
    const { status, stdout, stderr } = vitest('logarithms', '--reporter', 'default');
    expect(status).toBe(1);
    const output = stdout + stderr;
    expect(output).toContain('docs/logarithms.md:10:6');
    expect(output).toMatch(/10\|\s+== log\(a\) \+ log\(b\)/);
    expect(output).toMatch(/quotient: line 3 does not follow from line 2/);
    expect(output).toMatch(/left .*right /);
  });

  it('that cannot be read fails with what was expected', () => {
    const [only, ...others] = assertions('unread');
    expect(others).toEqual([]);
    expect(only?.status).toBe('failed');
    expect(only?.failureMessages.join()).toContain('docs/unread.md:2:16');
  });

  it('runs one step by -t', () => {
    const ran = assertions('logarithms', '-t', 'step 1').filter(
      ({ status }) => status !== 'skipped',
    );
    expect(outcomes(ran)).toEqual(['quotient · step 1: log(a) - log(b) · passed']);
  });
});
