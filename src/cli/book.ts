/** `gradus book [dir] -o DIR` */
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Start } from './command.js';
import { COQ_TIME, oneOf, reading, seconds, whole } from './options.js';
import { Progress } from './progress.js';
import type { Streams } from './streams.js';

interface Given {
  readonly output: string;
  readonly timeLimit: number;
  readonly exercises: number;
  readonly with?: 'coq';
  readonly allowTested?: true;
}

export function bookCommand(program: Command, start: Start): void {
  program
    .command('book')
    .description('write a folder of documents out as a book to read in a browser')
    .argument('[dir]', 'a folder of documents', 'proofs')
    .requiredOption('-o, --output <dir>', 'folder for the book: a new one, or that of a book')
    .option('--time-limit <s>', 'seconds for each claim', reading(seconds, '--time-limit'), 10)
    .option(
      '--exercises <n>',
      'exercises of each kind on each derivation',
      reading(whole(0, 20), '--exercises'),
      2,
    )
    .option(
      '--with <checker>',
      'coq: mark what Coq accepts, with its proofs beside the pages',
      reading(oneOf(['coq'] as const), '--with'),
    )
    .option('--allow-tested', 'tested claims pass')
    .action((dir: string, given: Given) => start((streams) => book(dir, given, streams)));
}

async function book(dir: string, given: Given, streams: Streams): Promise<number> {
  const { output, timeLimit, exercises, allowTested = false } = given;
  const [{ makeBook }, { ensureBookFolder, writeBook }, { exitCode }] = await Promise.all([
    import('../book/book.js'),
    import('../book/write-book.js'),
    import('../index.js'),
  ]);
  const { prettyFile } = await import('../document/pretty.js');
  ensureBookFolder(output);
  const progress = new Progress(streams);
  const recheck = given.with && (await import('../coq/recheck.js')).recheckByCoq(COQ_TIME);
  const { pages, scripts, proofs, reports } = await makeBook(dir, {
    timeLimit,
    exercises,
    ...(recheck ? { recheck } : {}),
    onClaim: ({ path, name, done, claims }) =>
      progress.show(`${path}  ${done + 1}/${claims}  ${name}`),
    onFile: (report) => {
      progress.clear();
      if (report.errors) streams.err(`${prettyFile(report, streams.errStyle)}\n`);
    },
  });
  writeBook(output, new Map([...pages, ...scripts, ...proofs]));
  streams.err(`${join(output, 'index.html')}\n`);
  return exitCode({ gradus: 1, seed: 0, files: reports }, allowTested);
}
