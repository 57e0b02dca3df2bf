/** The program as users get it: built into a folder of its own, run in a process. */
import { execFileSync, type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Folder } from './files.js';

const root = resolve(import.meta.dirname, '../..');

/** Builds into `build/` of the folder; takes some seconds. */
export function build({ path, write }: Folder): void {
  const built = path('build');
  const tsc = join(root, 'node_modules/.bin/tsc');
  execFileSync(tsc, ['-p', 'tsconfig.build.json', '--outDir', join(built, 'dist')], { cwd: root });
  const scripts = join(built, 'dist/book/scripts');
  execFileSync(process.execPath, [join(root, 'bundle.mjs'), scripts], { cwd: root });
  write('build/package.json', readFileSync(join(root, 'package.json'), 'utf8'));
  execFileSync('ln', ['-s', join(root, 'node_modules'), join(built, 'node_modules')]);
}

/** Runs what was built, without the colours of the terminal that the tests run in. */
export const runBuilt = (
  { path }: Folder,
  argv: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [join(path('build'), 'dist/cli/main.js'), ...argv], {
    encoding: 'utf8',
    cwd: root,
    env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, ...environment },
  });
