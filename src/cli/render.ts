/** `gradus render [paths…]` */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import type { RenderFormat } from '../document/render.js';
import type { Start } from './command.js';
import { oneOf, reading, seconds } from './options.js';
import type { Streams } from './streams.js';

const FORMATS = [
  'text',
  'markdown',
  'latex',
  'html',
  'json',
] as const satisfies readonly RenderFormat[];

interface Given {
  readonly to: RenderFormat;
  readonly output?: string;
  readonly steps: 'major' | 'all';
  readonly fragment?: true;
  readonly timeLimit: number;
  readonly allowTested?: true;
}

export function renderCommand(program: Command, start: Start): void {
  program
    .command('render')
    .description('write documents out with their derivations')
    .argument('[paths...]', 'documents or folders', ['proofs'])
    .option('--to <format>', FORMATS.join(', '), reading(oneOf(FORMATS), '--to'), 'markdown')
    .option('-o, --output <dir>', 'folder for the results (otherwise they are printed)')
    .option(
      '--steps <which>',
      'major or all',
      reading(oneOf(['major', 'all'] as const), '--steps'),
      'major',
    )
    .option('--fragment', 'LaTeX or HTML without the frame of a document')
    .option('--time-limit <s>', 'seconds for each claim', reading(seconds, '--time-limit'), 10)
    .option('--allow-tested', 'tested claims pass')
    .action((paths: string[], given: Given) => start((streams) => render(paths, given, streams)));
}

async function render(paths: readonly string[], given: Given, streams: Streams): Promise<number> {
  const { exitCode, renderFiles } = await import('../index.js');
  const { prettyFile } = await import('../document/pretty.js');
  const { to, output, fragment = false, steps, timeLimit, allowTested = false } = given;
  const files = [];
  for await (const { text, target, report } of renderFiles(paths, to, {
    steps,
    timeLimit,
    isFragment: fragment,
  })) {
    files.push(report);
    if (report.errors) streams.err(`${prettyFile(report, streams.errStyle)}\n`);
    if (output === undefined) {
      streams.out(text);
      continue;
    }
    const path = join(output, target);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    streams.err(`${path}\n`);
  }
  return exitCode({ gradus: 1, seed: 0, files }, allowTested);
}
