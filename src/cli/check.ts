/** `gradus check [paths…]` */
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { CheckFilesOptions } from '../document/check-files.js';
import type { Witness } from '../document/options.js';
import type { Start } from './command.js';
import { UsageError } from './failure.js';
import { FORMAT_NAMES, type FormatName } from './format-names.js';
import { oneOf, reading, seconds, whole } from './options.js';
import { Progress } from './progress.js';
import type { Streams } from './streams.js';

interface Given {
  readonly format: FormatName;
  readonly seed: number;
  readonly runs: number;
  readonly maxSize: number;
  readonly jobs?: number;
  readonly timeLimit: number;
  readonly steps: 'major' | 'all';
  readonly allowTested?: true;
  readonly crosscheck?: true;
  readonly saveCertificates?: string;
  readonly strict?: true;
  readonly verbose?: true;
  readonly annotate?: true;
  readonly watch?: true;
  readonly update?: true;
  readonly frozen?: true;
  readonly context?: string;
  /** False when the cache is switched off. */
  readonly cache: boolean;
}

const FLAGS = {
  saveCertificates: '--save-certificates',
  update: '--update',
  frozen: '--frozen',
  annotate: '--annotate',
} as const;

const HELP = `
Exit code: 0 all proved, 1 something is wrong (or not as --strict asks), 2 something cannot be read or decided,
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
      FORMAT_NAMES.join(', '),
      reading(oneOf(FORMAT_NAMES), '--format'),
      'pretty',
    )
    .option('--seed <n>', 'seed of the sampled models', reading(whole(0, 2 ** 31), '--seed'), 42)
    .option('--runs <n>', 'models for each line', reading(whole(1, 100_000), '--runs'), 60)
    .option('--max-size <n>', 'largest sampled size', reading(whole(1, 50), '--max-size'), 4)
    .option('--time-limit <s>', 'seconds for each claim', reading(seconds, '--time-limit'), 10)
    .option(
      '--jobs <n>',
      'threads (default: 1 for few documents, one a processor for many)',
      reading(whole(1, 256), '--jobs'),
    )
    .option(
      '--steps <which>',
      'major or all',
      reading(oneOf(['major', 'all'] as const), '--steps'),
      'major',
    )
    .option('--strict', 'one major rule a line, and every stated reason the right one')
    .option('--verbose', 'show every line of a calculation with its reason')
    .option('--allow-tested', 'tested claims pass')
    .option('--crosscheck', 'compare derivatives with mathjs and nerdamer')
    .option('-c, --context <file>', 'a document whose declarations hold in all that are checked')
    .option('--save-certificates <dir>', 'store a certificate for each proof')
    .option('--update', 'store the certificates beside each document')
    .option('--frozen', 'replay the stored certificates with the checker alone; search nothing')
    .option('--no-cache', 'neither use nor keep what node_modules/.cache/gradus holds')
    .option('--annotate', 'write beside each line of a calculation the rule that justifies it')
    .option('--watch', 'check again whenever a document changes, until Ctrl-C')
    .addHelpText('after', HELP)
    .action((paths: string[], given: Given) => start((streams) => check(paths, given, streams)));
}

async function check(paths: readonly string[], given: Given, streams: Streams): Promise<number> {
  const { checkFiles } = await import('../document/check-files.js');
  const { exitCode } = await import('../document/report.js');
  const { FORMATS } = await import('./formats.js');
  const { count } = await import('../document/verdict-text.js');
  const { cacheFolder } = await import('../document/cache.js');
  const { format, allowTested = false, verbose: isVerbose = false, crosscheck, ...others } = given;
  const { context: contextPath, cache: isCached, jobs = 'auto', ...mostly } = others;
  const context =
    contextPath === undefined
      ? {}
      : { context: { path: contextPath, text: await readContext(contextPath) } };
  const rest = { ...mostly, ...context };
  const { file, end, tellsSteps } = FORMATS[format];
  const manner = { style: streams.style, allowTested, isVerbose };
  const steps = tellsSteps?.(manner) ? given.steps : 'none';
  if (given.watch) {
    for (const [option, flag] of Object.entries(FLAGS))
      if (given[option as keyof typeof FLAGS])
        throw new UsageError(`--watch does not go with ${flag}`);
    const { watchDocuments } = await import('./watch.js');
    return watchDocuments(paths, rest, FORMATS[format], manner, streams);
  }
  const progress = new Progress(streams);
  // What is stored beside a document is replayed without it.
  const cache = isCached && !given.frozen ? cacheFolder() : undefined;
  const options: CheckFilesOptions = {
    ...rest,
    steps,
    jobs,
    ...(cache === undefined ? {} : { cache }),
    onTrouble: (sentence) => {
      progress.clear();
      streams.err(`${sentence}\n`);
    },
    ...(crosscheck ? { witness: await witnessFor(given.seed) } : {}),
    onClaim: ({ path, name, done, claims }) =>
      progress.show(`${path}: ${name} (${done + 1} of ${claims})`),
    onFile: (report) => {
      progress.clear();
      if (file) streams.out(file(report, manner));
      const { path, annotated = 0 } = report;
      if (annotated > 0) streams.err(`${path}: ${count(annotated, 'line')} annotated\n`);
    },
  };
  const report = await checkFiles(paths, options);
  streams.out(end(report, manner));
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
