/**
 * A Vitest plugin: Markdown documents are test files.
 *
 *     import { gradus } from 'gradus/vitest';
 *     export default defineConfig({ plugins: [gradus({ include: ['docs/**\/*.md'] })] });
 */

import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vitest/config';
import { configDefaults } from 'vitest/config';
import type { SuiteOptions } from './suite.js';

export interface GradusOptions extends SuiteOptions {
  /** Globs of the documents, from the root of the project; by default `proofs/**\/*.md`. */
  readonly include?: readonly string[];
}

/** Declarations for documents, which claim nothing themselves. */
const CONTEXTS = '**/*.context.md';

/** The plugin. Each document becomes a file of tests: a suite a claim, a test a step. */
export function gradus({ include = ['proofs/**/*.md'], ...options }: GradusOptions = {}): Plugin {
  return {
    name: 'gradus',
    enforce: 'pre',
    config: ({ test }) => ({
      // Arrays are joined; without one of the user's own, Vitest's would be lost.
      test: {
        include: [...(test?.include ? [] : configDefaults.include), ...include],
        exclude: [...(test?.exclude ? [] : configDefaults.exclude), CONTEXTS],
      },
    }),
    transform(text, id) {
      const path = id.split('?')[0] as string;
      if (!/\.(md|tex)$/.test(path)) return undefined;
      return { code: moduleOf(text, path, options), map: lineByLine(text, path) };
    },
  };
}

/** The module that a document becomes. Its text goes in as a string, never as code. */
function moduleOf(text: string, path: string, options: SuiteOptions): string {
  const values = [text, path, options].map((value) => JSON.stringify(value)).join(', ');
  return `import { documentSuite } from ${JSON.stringify(suiteModule())};\ndocumentSuite(${values});\n`;
}

/** The neighbour of this file, as source where this is source. */
function suiteModule(): string {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return fileURLToPath(new URL(`./suite.${extension}`, import.meta.url));
}

/** A source map that leaves every line where it is: the tests report lines of the document. */
function lineByLine(text: string, path: string) {
  const lines = text.split('\n');
  return {
    version: 3,
    sources: [path],
    sourcesContent: [text],
    names: [],
    // The first line begins the first line; every other begins one line on.
    mappings: lines.map((_, k) => (k === 0 ? 'AAAA' : 'AACA')).join(';'),
  };
}
