/** The vector loops of `assembly/`, compiled. */
import { readFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';

const folder = new URL('./', import.meta.url);
const options = [
  ...['index.ts', '--outFile', 'loops.wasm', '-O3', '--converge', '--noAssert'],
  ...['--runtime', 'stub', '--enable', 'simd', '--importMemory', '--use', 'abort='],
];

/** The bytes of the module; throws what the compiler says. */
export async function compileLoops() {
  let bytes;
  const { error, stderr } = await asc.main(options, {
    readFile: (name) => read(new URL(name, folder)),
    writeFile: (_, contents) => {
      bytes = contents;
    },
    listFiles: () => [],
  });
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  return bytes;
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** The text of src/numeric/kernel/simd-bytes.ts. */
export const sourceOf = (
  bytes,
) => `/** Made from assembly/ by \`npm run build:simd\`; not to be edited. */
export const simdBytes =
  '${Buffer.from(bytes).toString('base64')}';
`;
