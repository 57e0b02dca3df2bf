/**
 * Bundles the scripts that lie beside the pages of a book into `dist/book/scripts`, or into the
 * folder that is named. They are classic scripts, as pages that are opened from a disk load no
 * modules:
 *
 *   engine.js      the text of src/engine/worker.ts with all that it imports, as one function,
 *                  and src/book/browser/ask.js, which runs that function in a worker
 *   others         what src/book/browser/NAME.js does, with what it imports
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const ROOT = import.meta.dirname;
const FOLDER = join(ROOT, 'dist/book/scripts');
/** The first line of each script: a folder with other scripts is no book. */
const HEAD = '/* gradus book */';
const PANELS = ['numbers', 'playground'];

/** What a page cannot load is a mistake here, and no warning. */
const strict = (level, log) => {
  if (level !== 'info' && level !== 'debug') throw new Error(log.message);
};

/** The text of a module with all that it imports, and their paths. */
async function bundled(path) {
  const bundle = await rolldown({
    input: join(ROOT, path),
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
    throw new Error(`${path} imports what a page has not: ${imports.join(', ')}`);
  return { code: code.trim(), modules: moduleIds.map((each) => relative(ROOT, each)) };
}

/** The script with the engine, and the paths of the modules in it. */
export async function engineScript() {
  const { code, modules } = await bundled('src/engine/worker.ts');
  const ask = await bundled('src/book/browser/ask.js');
  return { text: `${HEAD}\nfunction gradusEngine() {\n${code}\n}\n${ask.code}\n`, modules };
}

/** Writes the scripts, each as a whole or not at all. */
export async function writeScripts(folder = FOLDER) {
  mkdirSync(folder, { recursive: true });
  const scripts = [['engine', (await engineScript()).text]];
  for (const name of PANELS)
    scripts.push([name, `${HEAD}\n${(await bundled(`src/book/browser/${name}.js`)).code}\n`]);
  for (const [name, text] of scripts) {
    const draft = join(folder, `${name}.${process.pid}.tmp`);
    writeFileSync(draft, text);
    renameSync(draft, join(folder, `${name}.js`));
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await writeScripts(process.argv[2]);
