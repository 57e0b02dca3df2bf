/**
 * Compiles the vector loops into src/numeric/kernel/simd-bytes.ts: `npm run build:simd`. The file is
 * kept in the repository, so that a build needs no WebAssembly compiler; a test compares the two.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileLoops, sourceOf } from './compile.mjs';

const target = fileURLToPath(new URL('../src/numeric/kernel/simd-bytes.ts', import.meta.url));
writeFileSync(target, sourceOf(await compileLoops()));
