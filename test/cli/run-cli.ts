/** Runs the command line in this process, and keeps what it writes. */
import { run } from '../../src/cli/program.js';
import { styleFor } from '../../src/cli/style.js';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export async function gradus(...argv: string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const style = styleFor(false, {});
  const code = await run(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    style,
    errStyle: style,
  });
  return { code, out, err };
}
