// The plugin in a project of its own, as users have it: the built package in node_modules, two
// lines in vitest.config.ts, and Vitest in a process.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../cli/files.js';
import { installProject, plainEnvironment } from '../cli/project.js';

const patience = { timeout: 600_000 };
const folder = temporaryFolder();
const GRADIENT = `import { expectGradient } from 'gradus/expect';
import { test } from 'vitest';

const halved = ({ x }: { x: Float64Array }) => x;
test('the gradient of our loss', async () => {
  await expectGradient(halved).toMatch('docs/squares.md#slope');
});
`;

let project: string;

beforeAll(() => {
  project = installProject(folder);
  cpSync(join(import.meta.dirname, 'project/docs'), join(project, 'docs'), { recursive: true });
  folder.write('project/gradient.test.ts', GRADIENT);
  mkdirSync(join(project, 'reports'));
}, patience.timeout);

const command = (...options: string[]): string[] => ['node_modules/vitest/vitest.mjs', ...options];

/** Runs Vitest in the project. */
const vitest = (...options: string[]) =>
  spawnSync(process.execPath, command('run', ...options), {
    ...{ cwd: project, encoding: 'utf8', env: plainEnvironment() },
  });

const report = (name: string): string => readFileSync(join(project, 'reports', name), 'utf8');

interface Assertion {
  readonly ancestorTitles: readonly string[];
  readonly title: string;
  readonly status: string;
}

/** `docs/x.md · claim · step · passed` for each test of a JSON report. */
function outcomes(json: string): string[] {
  const { testResults } = JSON.parse(json) as {
    testResults: readonly { readonly name: string; readonly assertionResults: Assertion[] }[];
  };
  return testResults
    .flatMap(({ name, assertionResults }) =>
      assertionResults.map(({ ancestorTitles, title, status }) =>
        [name.replace(/^.*\/project\//, ''), ...ancestorTitles, title, status].join(' · '),
      ),
    )
    .sort();
}

const ALL = [
  'docs/logarithms.md · product · holds · passed',
  'docs/logarithms.md · quotient · step 1: log(a) - log(b) · passed',
  'docs/logarithms.md · quotient · step 2: log(a) + log(b) · failed',
  'docs/logarithms.md · sum · is refuted · passed',
  'docs/squares.md · slope · holds · passed',
  'docs/unread.md · line 2 can be read · failed',
  'gradient.test.ts · the gradient of our loss · failed',
];

describe('a project whose documents are tests', patience, () => {
  it('has a file a document, a suite a claim and a test a step, in every reporter', () => {
    const files = ['json', 'junit', 'blob'].flatMap((name) => [
      `--reporter=${name}`,
      `--outputFile.${name}=reports/all.${name}`,
    ]);
    const screens = ['default', 'verbose', 'tree', 'tap', 'tap-flat', 'github-actions'];
    const { status, stdout, stderr } = vitest(...files, ...screens.map((s) => `--reporter=${s}`));
    expect(status).toBe(1);
    expect(outcomes(report('all.json'))).toEqual(ALL);
    // The frame in the document, the counterexample and the likely mistake.
    expect(stderr).toContain(
      [
        ' FAIL  docs/logarithms.md > quotient > step 2: log(a) + log(b)',
        'DocumentFailure: quotient: line 3 does not follow from line 2',
        '= log(a) − log(b)',
        '= log(a) + log(b)',
        'at a = 1, b = 2: left −0.6931…, right 0.6931…',
        'it holds with − in place of + before log(b)',
        ' ❯ docs/logarithms.md:10:6',
        '      8|      log(a/b)',
        '      9|   == log(a) - log(b)',
        '     10|   == log(a) + log(b)',
        '       |      ^',
      ].join('\n'),
    );
    expect(stderr).toContain(' ❯ docs/unread.md:2:16\n');
    // A function of the team, at the line of its own test.
    expect(stderr).toContain('MatchError: the gradient does not match docs/squares.md#slope');
    expect(stderr).toContain(' ❯ gradient.test.ts:6:32\n');
    for (const shown of [
      ' × docs/logarithms.md > quotient > step 2: log(a) + log(b)', // verbose
      /❯ quotient \(2\)\n +✓ step 1: log\(a\) - log\(b\)/, // tree
      /not ok \d - step 2: log\(a\) \+ log\(b\)/, // tap
      /not ok \d - docs\/logarithms.md > quotient > step 2/, // tap-flat
      /::error file=[^,]*docs\/logarithms.md,title=[^,]*step 2[^,]*,line=10,column=6::/,
    ])
      expect(stdout).toEqual(
        typeof shown === 'string' ? expect.stringContaining(shown) : expect.stringMatching(shown),
      );
    expect(report('all.junit')).toContain(
      '<testcase classname="docs/logarithms.md" name="quotient &gt; step 2: log(a) + log(b)"',
    );
  });

  it('is shared by machines whose reports are merged', () => {
    const shards = ['1/2', '2/2'].map((shard, k) => {
      vitest(
        `--shard=${shard}`,
        ...['blob', 'json'].map((name) => `--reporter=${name}`),
        `--outputFile.blob=reports/shards/${k}.blob`,
        `--outputFile.json=reports/${k}.json`,
      );
      return outcomes(report(`${k}.json`));
    });
    expect(shards.every((each) => each.length > 0)).toBe(true);
    expect(shards.flat().sort()).toEqual(ALL);
    const merged = vitest(
      '--merge-reports=reports/shards',
      ...['dot', 'json'].map((name) => `--reporter=${name}`),
      '--outputFile.json=reports/merged.json',
    );
    expect(merged.status).toBe(1);
    expect(outcomes(report('merged.json'))).toEqual(ALL);
    expect(merged.stdout).toMatch(/^[·x]{7}$/m);
  });

  it('runs one step by -t', () => {
    const { stdout } = vitest('logarithms', '-t', 'step 1', '--reporter=json');
    const ran = outcomes(stdout).filter((line) => !line.endsWith('skipped'));
    expect(ran).toEqual(['docs/logarithms.md · quotient · step 1: log(a) - log(b) · passed']);
  });

  it('runs a document again when it changes, and no other', async () => {
    const text = readFileSync(join(project, 'docs/logarithms.md'), 'utf8');
    const watching = spawn(process.execPath, command('--watch', '--reporter=verbose'), {
      ...{ cwd: project, env: plainEnvironment(), stdio: ['pipe', 'pipe', 'pipe'] },
    });
    let printed = '';
    for (const stream of [watching.stdout, watching.stderr])
      stream?.on('data', (part: Buffer) => {
        printed += part.toString();
      });
    const shown = (what: string): Promise<void> =>
      expect.poll(() => printed, { timeout: 150_000, interval: 50 }).toContain(what);
    try {
      await shown('for file changes...');
      printed = '';
      folder.write(
        'project/docs/logarithms.md',
        text.replace('== log(a) + log(b)\n```', '== -log(b) + log(a)\n```'),
      );
      await shown('for file changes...');
      expect(printed).toContain('✓ docs/logarithms.md > quotient > step 2: -log(b) + log(a)');
      const ran = [...printed.matchAll(/^ [✓×] (\S+)/gm)].map(([, file]) => file);
      expect(new Set(ran)).toEqual(new Set(['docs/logarithms.md']));
    } finally {
      watching.kill();
      folder.write('project/docs/logarithms.md', text);
    }
  });
});
