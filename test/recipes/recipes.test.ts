// The recipes of docs/ci, run on a small project: the steps of the workflow as they stand in its
// file, and the hooks in a repository.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { temporaryFolder } from '../cli/files.js';
import { installProject, plainEnvironment } from '../cli/project.js';
import { sarifFaults } from '../cli/sarif-schema.js';
import { documentOf } from '../document/given.js';

const patience = { timeout: 600_000 };
const recipes = resolve(import.meta.dirname, '../../docs/ci');
const folder = temporaryFolder();
let project: string;

const QUOTIENT = `positive a, b
calc quotient:
     log(a/b)
  == log(a) - log(b)
  ==`;
const RIGHT = documentOf(`${QUOTIENT} -log(b) + log(a)`);
const WRONG = documentOf(`${QUOTIENT} log(a) + log(b)`);

const document = (name: string, text: string): string => folder.write(`project/docs/${name}`, text);

beforeAll(() => {
  project = installProject(folder);
}, patience.timeout);

beforeEach(() => {
  rmSync(join(project, 'docs'), { recursive: true, force: true });
});

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly 'continue-on-error'?: boolean;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly steps: readonly Step[];
  readonly needs?: string;
  readonly strategy?: { readonly matrix: { readonly shard: readonly number[] } };
}

const workflow = parse(readFileSync(join(recipes, 'github-actions.yml'), 'utf8')) as {
  readonly jobs: Readonly<Record<'check' | 'test' | 'merge', Job>>;
};

/** The commands of a job, as GitHub runs them; that it installs the packages is done already. */
function run(job: 'check' | 'test' | 'merge', shard?: number) {
  const steps = workflow.jobs[job].steps.filter(({ run }) => run !== undefined && run !== 'npm ci');
  expect(steps.length).toBeGreaterThan(0);
  let hasFailed = false;
  let printed = '';
  for (const step of steps) {
    if (hasFailed && step.if === undefined) continue;
    const script = (step.run as string).replace(/\$\{\{ matrix\.shard \}\}/g, String(shard));
    expect(script).not.toContain('${{');
    const env = { ...plainEnvironment(), CI: 'true', GITHUB_ACTIONS: 'true' };
    const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', script], {
      ...{ cwd: project, encoding: 'utf8', env },
    });
    printed += stdout + stderr;
    if (status !== 0 && !step['continue-on-error']) hasFailed = true;
  }
  return { hasFailed, printed };
}

const annotations = (printed: string): string[] =>
  printed.split('\n').filter((line) => line.startsWith('::'));

/** The report for code scanning, and its results. */
function scanned(): readonly { readonly ruleId: string }[] {
  const file = workflow.jobs.check.steps.find(({ uses }) => uses?.includes('upload-sarif'))?.with
    ?.sarif_file as string;
  const log = JSON.parse(readFileSync(join(project, file), 'utf8')) as {
    runs: [{ results: { ruleId: string }[] }];
  };
  expect(sarifFaults(log)).toBeNull();
  return log.runs[0].results;
}

describe('the job that checks the documents', patience, () => {
  it('passes without annotations where every step holds', () => {
    document('right.md', RIGHT);
    const { hasFailed, printed } = run('check');
    expect([hasFailed, annotations(printed)]).toEqual([false, []]);
    expect(scanned()).toEqual([]);
  });

  it('fails at the line that does not hold, and reports it for code scanning', () => {
    document('right.md', RIGHT);
    document('wrong.md', WRONG);
    const { hasFailed, printed } = run('check');
    expect(hasFailed).toBe(true);
    expect(annotations(printed)).toEqual([
      expect.stringMatching(/^::error file=docs\/wrong\.md,line=6,endLine=6,col=6,endColumn=21,/),
    ]);
    expect(scanned().map(({ ruleId }) => ruleId)).toEqual(['refuted']);
  });
});

describe('the jobs that share the tests', patience, () => {
  it('run every document on one of the machines, and merge what came out', () => {
    document('wrong.md', WRONG);
    for (const name of ['one', 'two', 'three']) document(`${name}.md`, RIGHT);
    const { matrix } = workflow.jobs.test.strategy as NonNullable<Job['strategy']>;
    expect(workflow.jobs.merge.needs).toBe('test');
    const ran = matrix.shard.map((shard) => run('test', shard));
    expect(ran.filter(({ hasFailed }) => hasFailed)).toHaveLength(1);
    expect(annotations(ran.map(({ printed }) => printed).join(''))).toEqual([
      expect.stringMatching(/^::error file=\S*docs\/wrong\.md,.*line=6,column=6::/),
    ]);
    const { hasFailed, printed } = run('merge');
    expect(hasFailed).toBe(true);
    expect(printed).toMatch(/Test Files +1 failed \| 3 passed \(4\)/);
    expect(readFileSync(join(project, 'junit.xml'), 'utf8')).toContain('tests="8" failures="1"');
  });
});

const git = (...argv: string[]) =>
  spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...argv], {
    ...{ cwd: project, encoding: 'utf8', env: plainEnvironment() },
  });
const commit = () => git('commit', '-m', 'A commit');

describe('the hook of git', patience, () => {
  beforeEach(() => {
    rmSync(join(project, '.git'), { recursive: true, force: true });
    git('init', '-q');
    const hook = join(project, '.git/hooks/pre-commit');
    cpSync(join(recipes, 'pre-commit'), hook);
    chmodSync(hook, 0o755);
  });

  it('lets right steps pass', () => {
    document('a name with spaces.md', RIGHT);
    git('add', 'docs');
    const { status, stdout, stderr } = commit();
    expect([status, stdout + stderr]).toEqual([0, expect.stringMatching(/1 claim · 1 proved/)]);
    expect(git('log', '--oneline').stdout).toContain('A commit');
  });

  it('refuses a wrong step, and says where it is', () => {
    document('wrong.md', WRONG);
    git('add', 'docs');
    const { status, stdout, stderr } = commit();
    expect(status).not.toBe(0);
    expect(stdout + stderr).toContain('docs/wrong.md:6:6 line 3 does not follow from line 2');
    expect(git('log', '--oneline').stdout).toBe('');
  });

  it('checks what is staged, and not what lies about', () => {
    document('draft.md', WRONG);
    document('staged.md', RIGHT);
    git('add', 'docs/staged.md');
    document('staged.md', WRONG);
    const { status, stdout, stderr } = commit();
    expect([status, stdout + stderr]).toEqual([0, expect.stringMatching(/1 document · 1 claim/)]);
    git('add', 'docs/staged.md');
    document('staged.md', RIGHT);
    expect(commit().status).not.toBe(0);
  });

  it('has nothing to say of other files, and of a document that is removed', () => {
    document('right.md', RIGHT);
    folder.write('project/notes.txt', 'x\n');
    git('add', 'docs', 'notes.txt');
    expect(commit().status).toBe(0);
    git('rm', '-q', 'docs/right.md');
    const { status, stdout, stderr } = commit();
    expect([status, stdout + stderr]).toEqual([0, expect.not.stringContaining('document ·')]);
  });
});

describe('the snippet for pre-commit', patience, () => {
  it('names a command that refuses a wrong step, and the documents that it is for', () => {
    const { repos } = parse(readFileSync(join(recipes, 'pre-commit-config.yaml'), 'utf8')) as {
      repos: [{ hooks: [{ entry: string; files: string; exclude: string }] }];
    };
    const { entry, files, exclude } = repos[0].hooks[0];
    const isMeant = (path: string) =>
      new RegExp(files).test(path) && !new RegExp(exclude).test(path);
    const paths = ['docs/a/right.md', 'docs/letters.context.md', 'README.md', 'docs/x.mdx'];
    expect(paths.filter(isMeant)).toEqual(['docs/a/right.md']);
    document('a/right.md', RIGHT);
    document('wrong.md', WRONG);
    const statusOf = (path: string) =>
      spawnSync('bash', ['-c', `${entry} "$1"`, 'bash', path], {
        ...{ cwd: project, env: plainEnvironment() },
      }).status;
    expect([statusOf('docs/a/right.md'), statusOf('docs/wrong.md')]).toEqual([0, 1]);
  });
});

describe('the pages about the recipes', () => {
  it('name files that there are', () => {
    const docs = resolve(recipes, '..');
    for (const page of ['ci.md', 'tests.md', 'editor.md']) {
      const text = readFileSync(join(docs, page), 'utf8');
      const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, link]) => link as string);
      expect(links.filter((link) => !existsSync(join(docs, link)))).toEqual([]);
    }
  });
});
