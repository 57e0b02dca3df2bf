/**
 * Bundles the engine for the pages of a book: `dist/book/browser/engine.js`, a classic script, as
 * pages that are opened from a disk load no modules. It holds the text of src/engine/worker.ts
 * with all that it imports as one function, and src/book/browser/ask.js, which runs that function
 * in a worker.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const ROOT = import.meta.dirname;
const TARGET = join(ROOT, 'dist/book/browser/engine.js');

/** What cannot be loaded by a page is a mistake here, and no warning. */
const strict = (level, log) => {
  if (level !== 'info' && level !== 'debug') throw new Error(log.message);
};

/** The text of the script, and the paths of the modules in it. */
export async function engineScript() {
  const bundle = await rolldown({
    input: join(ROOT, 'src/engine/worker.ts'),
    platform: 'browser',
    external: /^node:/,
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
    transform: { target: 'es2022' },
    tsconfig: false,
    onLog: strict,
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false });
  await bundle.close();
  const [{ code, imports, moduleIds }] = output;
  if (output.length > 1 || imports.length > 0)
    throw new Error(`the engine imports what a page has not: ${imports.join(', ')}`);
  const ask = readFileSync(join(ROOT, 'src/book/browser/ask.js'), 'utf8');
  const text = `/* gradus book */\nfunction gradusEngine() {\n${code.trim()}\n}\n${ask}`;
  return { text, modules: moduleIds.map((path) => relative(ROOT, path)) };
}

/** Writes the script as a whole or not at all. */
export async function writeEngine(target = TARGET) {
  const { text } = await engineScript();
  mkdirSync(dirname(target), { recursive: true });
  const draft = `${target}.${process.pid}.tmp`;
  writeFileSync(draft, text);
  renameSync(draft, target);
  return target;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const target = await writeEngine();
  console.error(fileURLToPath(pathToFileURL(target)));
}
