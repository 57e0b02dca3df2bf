/** Measures a build: `npm run bench`, or `node bench/run.mjs DIST` for one that lies elsewhere. */
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { headline } from './headline.mjs';
import { scale } from './scale.mjs';

const folder = resolve(process.argv[2] ?? 'dist');
if (!existsSync(resolve(folder, 'cli/main.js'))) {
  process.stderr.write(`there is no build in ${folder}: run npm run build\n`);
  process.exit(2);
}
const dist = pathToFileURL(`${folder}/`);
process.stdout.write(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}\n`);
await headline(dist);
await scale(dist);
