/** `gradus init [FILE]`: writes a first document to start from. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import type { Start } from './command.js';
import { UsageError } from './failure.js';
import type { Streams } from './streams.js';

const FIRST = `# A first derivation

Text is for readers. What stands in a block marked \`gradus\` is read: declarations first, then
claims. Check this document with \`npx gradus check FILE\`.

\`\`\`gradus
size n                      # a whole number from 1 on
real x[n], m                # data x[1], …, x[n] and a number m
index i in 1..n             # sum(i, …) runs over 1..n

let loss = sum(i, (x[i] - m)^2)/(2*n)
\`\`\`

A claim has two sides. Gradus looks for a proof by itself:

\`\`\`gradus
claim slope: diff(loss, m) == m - sum(i, x[i])/n
\`\`\`

A calculation gives the lines. Each is checked against the one before it:

\`\`\`gradus
calc slope-in-lines:
     diff(loss, m)
  == diff(sum(i, (x[i] - m)^2)/(2*n), m)
  == sum(i, -2*(x[i] - m))/(2*n)
  == -sum(i, x[i] - m)/n
  == -(sum(i, x[i]) - n*m)/n
  == m - sum(i, x[i])/n
\`\`\`

And a mistake that is easy to make, refuted by a counterexample:

\`\`\`gradus
refute sign: diff(loss, m) == sum(i, x[i])/n - m
\`\`\`

Change a sign in the calculation and check again.
`;

const HELP = `
Exit code: 0 written, 2 the file exists already or cannot be written.`;

export function initCommand(program: Command, start: Start): void {
  program
    .command('init')
    .description('write a first document to start from')
    .argument('[file]', 'the document', 'proofs/first.md')
    .addHelpText('after', HELP)
    .action((file: string) => start(async (streams) => writeFirst(file, streams)));
}

/** Throws UsageError when the file exists: nothing is overwritten. */
function writeFirst(file: string, streams: Streams): number {
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, FIRST.replace('FILE', file), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new UsageError(`${file} exists already`, 'gradus init FILE writes another');
  }
  streams.out(`${file}\n`);
  streams.err(`check it with: npx gradus check ${file}\n`);
  return 0;
}
