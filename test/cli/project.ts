/** A project of a user: the built package and Vitest in node_modules, with their commands. */
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from './built.js';
import type { Folder } from './files.js';

const root = resolve(import.meta.dirname, '../..');

/** Makes `project/` in the folder; its path. Takes some seconds. */
export function installProject(folder: Folder): string {
  const project = folder.path('project');
  const packages = join(project, 'node_modules');
  build(folder, 'project/node_modules/gradus');
  chmodSync(join(packages, 'gradus/dist/cli/main.js'), 0o755);
  symlinkSync(join(root, 'node_modules/vitest'), join(packages, 'vitest'));
  mkdirSync(join(packages, '.bin'));
  symlinkSync('../gradus/dist/cli/main.js', join(packages, '.bin/gradus'));
  symlinkSync('../vitest/vitest.mjs', join(packages, '.bin/vitest'));
  folder.write(
    'project/package.json',
    '{ "name": "project", "private": true, "type": "module" }\n',
  );
  folder.write('project/vitest.config.ts', CONFIGURATION);
  return project;
}

const CONFIGURATION = `import { defineConfig } from 'vitest/config';
import { gradus } from 'gradus/vitest';

export default defineConfig({ plugins: [gradus({ include: ['docs/**/*.md'] })] });
`;

/** The environment of a shell in which nobody asked for colours, tests or CI. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { CI: _, VITEST: __, GITHUB_ACTIONS: ___, FORCE_COLOR: ____, ...env } = process.env;
  return { ...env, NO_COLOR: '1' };
}
