/** `gradus export --to coq [paths…] -o DIR` */
import type { Command } from 'commander';
import type { Start } from './command.js';
import { oneOf, reading, seconds } from './options.js';
import type { Streams } from './streams.js';

interface Given {
  readonly to: 'coq';
  readonly output: string;
  readonly timeLimit: number;
}

export function exportCommand(program: Command, start: Start): void {
  program
    .command('export')
    .description('write proved claims out for another proof checker')
    .argument('[paths...]', 'documents or folders', ['proofs'])
    .requiredOption('--to <checker>', 'coq', reading(oneOf(['coq'] as const), '--to'))
    .requiredOption('-o, --output <dir>', 'folder for the development')
    .option('--time-limit <s>', 'seconds for each claim', reading(seconds, '--time-limit'), 10)
    .action((paths: string[], given: Given) => start((streams) => write(paths, given, streams)));
}

/** Exit code 0, or 2 where a document cannot be read. */
async function write(paths: readonly string[], given: Given, streams: Streams): Promise<number> {
  const { provedClaims } = await import('../coq/proved-claims.js');
  const { development } = await import('../coq/development.js');
  const { writeDevelopment } = await import('../coq/verify.js');
  const { claims, reports } = await provedClaims(paths, { timeLimit: given.timeLimit });
  const made = development(claims);
  await writeDevelopment(given.output, made);
  const theorems = made.claims.filter(({ theorem }) => theorem);
  for (const { claim, missing } of made.claims)
    if (missing !== undefined)
      streams.err(`${claim.document} ${claim.name}: not exportable, for want of ${missing}\n`);
  streams.err(
    `${theorems.length} of ${made.claims.length} proved claims written to ${given.output}\n`,
  );
  return reports.some(({ errors }) => errors && errors.length > 0) ? 2 : 0;
}
