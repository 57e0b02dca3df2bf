/** `gradus check [paths…]` */
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { CheckFilesOptions } from '../document/check-files.js';
import type { Witness } from '../document/options.js';
import type { Start } from './command.js';
import { FORMAT_NAMES, type FormatName } from './format-names.js';
import { oneOf, reading, seconds, whole } from './options.js';
import type { Streams } from './streams.js';

interface Given {
  readonly format: FormatName;
  readonly seed: number;
  readonly runs: number;
  readonly maxSize: number;
  readonly jobs: number;
  readonly timeLimit: number;
  readonly steps: 'major' | 'all';
  readonly allowTested?: true;
  readonly crosscheck?: true;
  readonly saveCertificates?: string;
  readonly context?: string;
}

const HELP = `
Exit code: 0 all proved, 1 something is wrong, 2 something cannot be read or decided,
3 something is tested but not proved (0 with --allow-tested).

Examples:
  $ gradus check
  $ gradus check notes.md --format json`;

export function checkCommand(program: Command, start: Start): void {
  program
    .command('check')
    .description('check documents: every claim, every line')
    .argument('[paths...]', 'documents or folders', ['proofs'])
    .option(
      '--format <name>',
      FORMAT_NAMES.join(' or '),
      reading(oneOf(FORMAT_NAMES), '--format'),
      'pretty',
    )
    .option('--seed <n>', 'seed of the sampled models', reading(whole(0, 2 ** 31), '--seed'), 42)
    .option('--runs <n>', 'models for each line', reading(whole(1, 100_000), '--runs'), 60)
    .option('--max-size <n>', 'largest sampled size', reading(whole(1, 50), '--max-size'), 4)
    .option('--time-limit <s>', 'seconds for each claim', reading(seconds, '--time-limit'), 10)
    .option('--jobs <n>', 'threads', reading(whole(1, 256), '--jobs'), 1)
    .option(
      '--steps <which>',
      'major or all',
      reading(oneOf(['major', 'all'] as const), '--steps'),
      'major',
    )
    .option('--allow-tested', 'tested claims pass')
    .option('--crosscheck', 'compare derivatives with mathjs and nerdamer')
    .option('-c, --context <file>', 'a document whose declarations hold in all that are checked')
    .option('--save-certificates <dir>', 'store a certificate for each proof')
    .addHelpText('after', HELP)
    .action((paths: string[], given: Given) => start((streams) => check(paths, given, streams)));
}

async function check(paths: readonly string[], given: Given, streams: Streams): Promise<number> {
  const { checkFiles, exitCode } = await import('../index.js');
  const { FORMATS } = await import('./formats.js');
  const { format, allowTested = false, crosscheck, context, ...rest } = given;
  const { file, end } = FORMATS[format];
  const options: CheckFilesOptions = {
    ...rest,
    ...(context === undefined
      ? {}
      : { context: { path: context, text: await readContext(context) } }),
    ...(crosscheck ? { witness: await witnessFor(given.seed) } : {}),
    ...(file ? { onFile: (report) => streams.out(file(report, streams.style)) } : {}),
  };
  const report = await checkFiles(paths, options);
  streams.out(end(report, streams.style));
  return exitCode(report, allowTested);
}

/** Throws InputError when the file cannot be read. */
async function readContext(path: string): Promise<string> {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { InputError } = await import('../document/find.js');
    const { code } = error as NodeJS.ErrnoException;
    throw new InputError(path, `this file cannot be read (${code})`);
  }
}

/** mathjs and nerdamer, which are loaded for this option alone. */
async function witnessFor(seed: number): Promise<Witness> {
  const { crosscheck } = await import('../crosscheck/crosscheck.js');
  return ({ context, left, right }) => crosscheck(context, [left, right], seed);
}
