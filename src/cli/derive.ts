/** `gradus derive EXPR` */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { DeriveOptions } from '../document/derive.js';
import type { TranscriptFormat } from '../transcript/render.js';
import type { Start } from './command.js';
import { PlacedError, UsageError } from './failure.js';
import { oneOf, reading, seconds } from './options.js';
import type { Streams } from './streams.js';

const FORMATS = [
  'text',
  'markdown',
  'latex',
  'json',
] as const satisfies readonly TranscriptFormat[];

interface Given {
  readonly context?: string;
  readonly to?: string;
  readonly steps: 'major' | 'all';
  readonly format: TranscriptFormat;
  readonly output?: string;
  readonly into?: string;
  readonly name: string;
  readonly timeLimit: number;
}

const HELP = `
Exit code: 0 derived, 2 the expression or document cannot be read, 3 no derivation was found.

Examples:
  $ gradus derive 'diff(J, z[a,b])' -c proofs/09-softmax-cross-entropy.md
  $ gradus derive 'diff(J, z[a,b])' -c notes.md --to 'yhat[a,b] - y[a,b]' --steps all`;

export function deriveCommand(program: Command, start: Start): void {
  program
    .command('derive')
    .description('derive a closed form or a stated result')
    .argument('<expression>', 'what to derive, such as diff(J, z[a,b])')
    .option('-c, --context <file>', 'document with the declarations')
    .option('--to <expression>', 'the result to arrive at')
    .option(
      '--steps <which>',
      'major or all',
      reading(oneOf(['major', 'all'] as const), '--steps'),
      'major',
    )
    .option('--format <name>', FORMATS.join(', '), reading(oneOf(FORMATS), '--format'), 'text')
    .option('-o, --output <file>', 'write to a file')
    .option('--into <file>', 'add the derivation to a document, as a calculation at its end')
    .option('--name <name>', 'name of the calculation', 'derivation')
    .option('--time-limit <s>', 'seconds', reading(seconds, '--time-limit'), 10)
    .addHelpText('after', HELP)
    .action((expression: string, given: Given) =>
      start((streams) => derive(expression, given, streams)),
    );
}

/** Adds the derivation to a document. */
async function deriveInto(
  expression: string,
  options: DeriveOptions,
  into: string,
  name: string,
  streams: Streams,
): Promise<number> {
  const [{ deriveCalculation, DocumentError }, { freeName, withCalculation }, files] =
    await Promise.all([
      import('../document/derive.js'),
      import('../document/insert.js'),
      import('../document/rewrite.js'),
    ]);
  if (!/^[\p{L}_][\p{L}\p{N}_]*(-[\p{L}\p{N}_]+)*$/u.test(name))
    throw new UsageError(`--name ${name}: letters, digits and hyphens are needed`);
  const text = files.readText(into);
  const found = deriveCalculation(expression, options);
  if (!found) return notFound(expression, options.to, streams);
  const label = freeName(text, name);
  try {
    files.replaceFile(into, await withCalculation(text, label, found));
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    throw new PlacedError(into, error);
  }
  streams.err(`${into}: calc ${label} added\n`);
  return 0;
}

function notFound(expression: string, to: string | undefined, streams: Streams): number {
  streams.err(`no derivation of ${expression}${to === undefined ? '' : ` to ${to}`} was found\n`);
  return 3;
}

async function derive(expression: string, given: Given, streams: Streams): Promise<number> {
  const [{ deriveExpression, DocumentError }, { renderTranscript }] = await Promise.all([
    import('../document/derive.js'),
    import('../transcript/render.js'),
  ]);
  const { to, steps, format, output, into, timeLimit } = given;
  const path = given.context ?? into;
  const document = path === undefined ? {} : { document: readFileSync(path, 'utf8') };
  const options = { ...document, ...(to === undefined ? {} : { to }), steps, timeLimit };
  try {
    if (into !== undefined) return await deriveInto(expression, options, into, given.name, streams);
    const found = deriveExpression(expression, options);
    if (!found) return notFound(expression, to, streams);
    const text = renderTranscript(found, format);
    if (output === undefined) streams.out(text);
    else writeFileSync(output, text);
    return 0;
  } catch (error) {
    if (!(error instanceof DocumentError) || path === undefined) throw error;
    throw new PlacedError(path, error);
  }
}
