import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { documents } from '../../bench/documents.mjs';
import type { CheckReport } from '../../src/document/report.js';
import { documentOf, SOFTMAX } from '../document/given.js';
import { build, runBuilt } from './built.js';
import { temporaryFolder } from './files.js';

const root = resolve(import.meta.dirname, '../..');
const folder = temporaryFolder();
const { path, write } = folder;
const built = path('build');
const softmax = write(
  'softmax.md',
  documentOf(`${SOFTMAX}claim g: diff(J, z[a,b]) == yhat[a,b] - y[a,b]`),
);
write('refuted.md', documentOf('real x\nclaim c: x == 1'));

const gradus = (argv: readonly string[], environment: NodeJS.ProcessEnv = {}) =>
  runBuilt(folder, argv, environment);

beforeAll(() => build(folder), 600_000);

describe('the program', () => {
  it('runs, says its version, and ends with the right code', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(gradus(['--version'])).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
    expect(gradus(['check', path('refuted.md')]).status).toBe(1);
    expect(gradus(['check', path('nowhere.md')]).status).toBe(2);
  });

  it('checks documents on several threads with the same report', () => {
    const files = [softmax, path('refuted.md')];
    const report = (...more: string[]) => {
      const { stdout, status } = gradus(['check', ...files, '--format', 'json', ...more]);
      return { status, text: stdout.replace(/"ms": [\d.]+/g, '"ms": 0') };
    };
    expect(report('--jobs', '2')).toEqual(report());
  });

  describe('checks ten documents', () => {
    const project = path('project');
    beforeAll(() => {
      write('project/node_modules/.keep', '');
      for (const { name, text } of documents(9)) write(`project/docs/${name}`, text);
      write('project/docs/9999-wrong.md', documentOf('real x\nclaim c: x + 1 == x'));
    });
    const inProject = (...more: string[]) => ({
      program: join(built, 'dist/cli/main.js'),
      // So much time that no verdict depends on it.
      argv: ['check', 'docs', '--format', 'json', '--time-limit', '600', ...more],
    });
    const run = (...more: string[]) => {
      const { program, argv } = inProject(...more);
      const ran = spawnSync(process.execPath, [program, ...argv], {
        cwd: project,
        encoding: 'utf8',
      });
      return outcome(ran.status, ran.stdout, ran.stderr);
    };
    const start = (...more: string[]) =>
      new Promise((resolved) => {
        const { program, argv } = inProject(...more);
        const child = spawn(process.execPath, [program, ...argv], { cwd: project });
        let out = '';
        child.stdout.on('data', (chunk) => {
          out += chunk;
        });
        child.on('close', (status) => resolved(outcome(status, out, '')));
      });
    const outcome = (status: number | null, out: string, err: string) => {
      const { files } = JSON.parse(out) as CheckReport;
      const claims = files.map(({ path: file, claims: all }) => [
        file,
        all.map(({ name, verdict, text }) => `${name} ${verdict} ${text}`),
      ]);
      return { status, claims, err };
    };

    it('with the same verdicts on one thread, on two, and from the cache', async () => {
      const cold = run('--jobs', '1', '--no-cache');
      expect(cold.status).toBe(1);
      expect(cold.claims.length).toBe(10);
      expect(existsSync(path('project/node_modules/.cache'))).toBe(false);
      expect(run('--jobs', '2', '--no-cache')).toEqual(cold);
      // Two processes at once, which both fill the cache.
      expect(await Promise.all([start('--jobs', '2'), start('--jobs', '1')])).toEqual([cold, cold]);
      const kept = readdirSync(path('project/node_modules/.cache/gradus'), { recursive: true });
      expect(kept.filter((file) => String(file).endsWith('.json')).length).toBe(10);
      expect(kept.filter((file) => /\/\./.test(String(file)))).toEqual([]);
      expect(run('--jobs', '1')).toEqual(cold);
      expect(run('--jobs', '2')).toEqual(cold);
      expect(run()).toEqual(cold);
    }, 900_000);
  });

  it('replays a certificate that another process stored', () => {
    gradus(['check', softmax, '--save-certificates', path('certificates')]);
    const stored = path('certificates/softmax.g.json');
    expect(existsSync(stored)).toBe(true);
    expect(gradus(['replay', stored])).toMatchObject({ status: 0 });
  });

  it('is a library: the program of the README prints what the README says', () => {
    const readme = existsSync(join(root, 'README.md'))
      ? readFileSync(join(root, 'README.md'), 'utf8')
      : '';
    const examples = [...readme.matchAll(/```js\n([\s\S]*?)```\n+```text\n([\s\S]*?)```/g)];
    examples.forEach(([, program = '', output], k) => {
      // It lies in the package that was built, so it may import it by its name.
      const file = write(`build/example-${k}.mjs`, program);
      const ran = spawnSync(process.execPath, [file], { encoding: 'utf8', cwd: root });
      expect([ran.stderr, ran.stdout]).toEqual(['', output]);
    });
  });

  it('has colours only where they are wanted', () => {
    const colour = String.fromCharCode(27);
    expect(gradus(['check', softmax]).stdout).not.toContain(colour);
    expect(gradus(['check', softmax], { FORCE_COLOR: '1' }).stdout).toContain(colour);
    expect(gradus(['check', softmax], { FORCE_COLOR: '1', NO_COLOR: '1' }).stdout).not.toContain(
      escape,
    );
  });

  it('derives without loading what only a check needs', () => {
    const hook = write(
      'hook.mjs',
      `import { appendFileSync } from 'node:fs';
       export async function resolve(specifier, context, next) {
         const found = await next(specifier, context);
         appendFileSync(${JSON.stringify(path('loaded.txt'))}, found.url + '\\n');
         return found;
       }`,
    );
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        '--no-warnings',
        '--loader',
        hook,
        join(built, 'dist/cli/main.js'),
        'derive',
        'diff(J, z[a,b])',
        '-c',
        softmax,
      ],
      { encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([0, '']);
    const loaded = readFileSync(path('loaded.txt'), 'utf8');
    expect(loaded).toContain('/search/derive.js');
    expect(loaded).not.toMatch(/node_modules\/(mathjs|nerdamer|fast-check|katex|tinyglobby)\//);
    expect(loaded).not.toMatch(/\/(numeric|diagnose|crosscheck)\//);
  });
});
