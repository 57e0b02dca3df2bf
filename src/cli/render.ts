/** `gradus render [paths…]` */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import type { RenderFormat } from '../document/render.js';
import type { Start } from './command.js';
import { UsageError } from './failure.js';
import { COQ_TIME, oneOf, reading, seconds } from './options.js';
import type { Streams } from './streams.js';

const FORMATS = ['text', 'markdown', 'latex', 'html', 'json', 'pdf'] as const satisfies readonly (
  | RenderFormat
  | 'pdf'
)[];

interface Given {
  readonly to: (typeof FORMATS)[number];
  readonly output?: string;
  readonly steps: 'major' | 'all';
  readonly fragment?: true;
  readonly timeLimit: number;
  readonly with?: 'coq';
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
    .option(
      '--with <checker>',
      'coq: say what Coq accepts',
      reading(oneOf(['coq'] as const), '--with'),
    )
    .option('--allow-tested', 'tested claims pass')
    .action((paths: string[], given: Given) => start((streams) => render(paths, given, streams)));
}

async function render(paths: readonly string[], given: Given, streams: Streams): Promise<number> {
  const { exitCode, renderFiles } = await import('../index.js');
  const { prettyFile } = await import('../document/pretty.js');
  const { to, output, fragment = false, steps, timeLimit, allowTested = false } = given;
  if (to === 'pdf') return print(paths, given, streams);
  const recheck = given.with && (await import('../coq/recheck.js')).recheckByCoq(COQ_TIME);
  const files = [];
  for await (const { text, target, report } of renderFiles(paths, to, {
    steps,
    timeLimit,
    isFragment: fragment,
    ...(recheck ? { recheck } : {}),
  })) {
    files.push(report);
    if (report.errors) streams.err(`${prettyFile(report, streams.errStyle)}\n`);
    if (output === undefined) {
      streams.out(text);
      continue;
    }
    await put(join(output, target), text, streams);
  }
  return exitCode({ gradus: 1, seed: 0, files }, allowTested);
}

async function put(path: string, content: string | Uint8Array, streams: Streams): Promise<void> {
  const { replaceFile } = await import('../document/rewrite.js');
  mkdirSync(dirname(path), { recursive: true });
  replaceFile(path, content);
  streams.err(`${path}\n`);
}

async function print(paths: readonly string[], given: Given, streams: Streams): Promise<number> {
  const { output, steps, timeLimit, allowTested = false } = given;
  if (output === undefined)
    throw new UsageError('a PDF is not for a terminal', 'name a folder for it: -o DIR');
  const { findChromium, printPdf } = await import('./print-pdf.js');
  const program = findChromium();
  const [{ paperOf }, { renderTargets }, { exitCode }, { prettyFile }] = await Promise.all([
    import('../book/paper.js'),
    import('../document/render-files.js'),
    import('../index.js'),
    import('../document/pretty.js'),
  ]);
  const files = [];
  for (const { path, target } of await renderTargets(paths, 'pdf')) {
    const { html, report } = await paperOf(path, { steps, timeLimit });
    files.push(report);
    if (report.errors) streams.err(`${prettyFile(report, streams.errStyle)}\n`);
    await put(join(output, target), await printPdf(html, program), streams);
  }
  return exitCode({ gradus: 1, seed: 0, files }, allowTested);
}
