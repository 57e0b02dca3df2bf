/**
 * The command line: reads arguments, loads the one command that is asked for, and turns every
 * outcome into an exit code. Results go to stdout, everything else to stderr.
 */
import { Command, CommanderError } from 'commander';
import { bookCommand } from './book.js';
import { checkCommand } from './check.js';
import type { Run } from './command.js';
import { complain } from './complaint.js';
import { deriveCommand } from './derive.js';
import { exerciseCommand } from './exercise.js';
import { exportCommand } from './export.js';
import { initCommand } from './init.js';
import { lspCommand } from './lsp.js';
import { minusLast } from './minus.js';
import { renderCommand } from './render.js';
import { replayCommand } from './replay.js';
import { rulesCommand } from './rules.js';
import type { Streams } from './streams.js';
import { testKernelCommand } from './test-kernel.js';
import { verifyCommand } from './verify.js';
import { VERSION } from './version.js';

const COMMANDS = [
  ...[initCommand, checkCommand, deriveCommand, renderCommand, rulesCommand, replayCommand],
  ...[bookCommand, exerciseCommand, testKernelCommand, lspCommand, exportCommand, verifyCommand],
];

/** Runs the command line. Never throws, never writes a stack trace. */
export async function run(argv: readonly string[], streams: Streams): Promise<number> {
  let code = 0;
  const program = new Command('gradus')
    .description('Derives and verifies mathematics, step by step.')
    .version(VERSION)
    .exitOverride()
    .configureOutput({ writeOut: streams.out, writeErr: streams.err })
    .showSuggestionAfterError();
  const start = async (action: Run): Promise<void> => {
    code = await action(streams);
  };
  for (const add of COMMANDS) add(program, start);
  try {
    await program.parseAsync(withExpression(program, argv), { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return complain(error, streams);
  }
}

/** The arguments, where the expression of `derive` may begin with a minus. */
function withExpression(program: Command, [name = '', ...rest]: readonly string[]): string[] {
  const derive = program.commands.find((command) => command.name() === 'derive');
  if (name !== 'derive' || !derive) return name === '' ? rest : [name, ...rest];
  return [name, ...minusLast(rest, derive.options)];
}
